/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room for one tag from afar, among all that is there at a step of the scale. */
#pragma once

#include "kith-far-private.h"

G_BEGIN_DECLS

#define KITH_FAR_ASIDE 2 /* who make way for one, at most */

/* A step, and what is taken there. */
typedef struct
{
  const KithFigures *figures;
  GArray *candidates; /* of KithFarCandidate, the best linked first */
  guint first;        /* of those who get their tags now */
  guint end;
  guint n_people; /* who come first; then shared spaces */
  KithFarNames *names;
  KithRect bounds; /* of everything */
  double scale;
  KithFarTag *tags;         /* of the step */
  KithFarTag *farther;      /* of the step before; NULL at the first */
  const KithFarTag *nearer; /* of the step that comes next, where those are known; or NULL */
  KithRect *taken;          /* by each of them, with the air about it; no width: nothing */
  const KithRect *titles;   /* of the step; no width: none */
  guint n_titles;
  GArray *all_titles; /* of KithRect: of all steps */
  /* near the one that is looked at */
  GPtrArray *met;   /* of KithBoxFigure */
  GArray *met_tags; /* of guint: whose they are */
} KithFarSearch;

/* The tag is there from now on, or none is. */
void kith_far_take (KithFarSearch *search, guint whose, const KithFarTag *tag);
/* The place that costs least, over its box or its name, else elsewhere on its outline; FALSE where there is none. */
gboolean kith_far_find_place (const KithFarSearch *search,
                              guint whose,
                              KithFarSize size,
                              KithFarTag *found);
/* Takes a place that others give up, who stand aside or have smaller letters then; FALSE where nobody can. */
gboolean kith_far_push_in (KithFarSearch *search, guint whose, KithFarSize size);
/* In smaller letters, if much of one who has no tag is hidden otherwise. */
void kith_far_uncover (KithFarSearch *search, guint whose);

G_END_DECLS
