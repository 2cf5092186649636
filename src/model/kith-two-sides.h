/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each end of a link sees: all that a page for a room says of the two, in words. Made from an
 * audience's map, so it says no more than they may hear; knows neither widgets nor paper. */
#pragma once

#include "kith-opinion.h"

G_BEGIN_DECLS

/* What an end makes of the other in one dimension. */
typedef struct
{
  KithOpinion opinion;
  char *title;    /* "Trust" */
  char *words;    /* "4 Strong", "Not known", "Not rated yet" */
  char *sentence; /* "We say the difficult thing and stay"; "" where there is no step or it is not
                   * trust */
  char *voices;   /* "3 voices, from 2 to 5"; "" for one or none */
  char *basis;    /* "Their own words", "Their own words and our impression"; "" for none */
} KithSideView;

typedef struct
{
  char *name;  /* of the stakeholder at this end */
  char *other; /* of the one that it looks at */
  char *short_name;
  char *short_other;
  char *heading; /* "What Police make of ED" */
  char *needs;   /* "What Police would need of ED" */
  char *need;    /* that line; "" for none */
  KithSideView views[KITH_N_DIMENSIONS];
  GPtrArray *events; /* of KithEvent: that this end mentions and the other does not */
  GPtrArray *quotes; /* of KithQuote: that it holds, or held */
} KithSide;

typedef struct
{
  KithId link;
  gboolean has_ratings; /* the audience may see some */
  gboolean has_needs;
  gboolean has_quotes;
  gboolean has_told;
  KithSide sides[2];  /* by KithEnd */
  GPtrArray *both;    /* of KithEvent: that both mention */
  GPtrArray *unsaid;  /* of KithEvent: nobody noted who mentions them */
  GPtrArray *between; /* of KithQuote: that both say, or nobody noted who says them */
} KithTwoSides;

/* (transfer full); NULL where the link is not on the map. */
KithTwoSides *kith_two_sides_new (KithMap *map, KithId link, KithAudience audience);
void kith_two_sides_free (KithTwoSides *sides);
/* "12 March 2019: Joint triage began", as a line of a list. */
char *kith_event_to_line (const KithEvent *event);
/* Why something is not on the page for this audience, "" where nothing is left out. */
const char *kith_two_sides_leaves_out (KithAudience audience);

/* The links that follow one another on such pages: of what is selected (links, and those of selected
 * stakeholders); where that is one link, of the stakeholder at its first end. By both ends' names;
 * (transfer full) (element-type KithId), with `link` among them. */
GArray *kith_two_sides_row (KithMap *map, KithId link, const KithId *selected, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTwoSides, kith_two_sides_free)

G_END_DECLS
