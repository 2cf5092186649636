/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison of two maps: what came, went, rose and fell from the one to the other. Knows maps,
 * not dates, windows or colours.
 *
 * Records match by id. Two maps that are no copies of one another (the `key` of their about
 * differs) match by names: sectors, stakeholders and spaces by name (with kind and sector where a
 * name stands more than once), links by their ends and kind, events by title and date. In a
 * comparison all ids are those of the map after, and for what is only in the one before its own.
 *
 * To draw one: kith_comparison_map() is the map to draw; ask for each stakeholder, link and space
 * kith_comparison_of(), and for each end of a link that is KITH_SAME or KITH_ALTERED
 * kith_comparison_of_end(). Each is a look-up. */
#pragma once

#include "kith-opinion.h"

G_BEGIN_DECLS

typedef struct _KithComparison KithComparison;

/* What became of a record. A link whose ends think otherwise than before, and nothing else, is the
 * same: its ends are asked for themselves. A space is altered when its members differ. Where a
 * thing lies, how large it is and what it shows as a picture are not compared. */
typedef enum
{
  KITH_SAME,
  KITH_CAME,
  KITH_WENT,
  KITH_ALTERED,
} KithFate;

/* What became of an opinion. By medians: half a step is a rise. */
typedef enum
{
  KITH_MOVE_NONE,
  KITH_MOVE_ROSE,
  KITH_MOVE_FELL,
  KITH_MOVE_FIRST, /* rated now, not before */
  KITH_MOVE_LAST,  /* rated before, not any more */
} KithMove;

/* (transfer full). Neither map is changed; both are referenced. Cost: linear in both. */
KithComparison *kith_compare_maps (KithMap *before, KithMap *after);
KithComparison *kith_compare_maps_by (KithMap *before, KithMap *after, gboolean by_names);
void kith_comparison_free (KithComparison *self);

/* Whether two whole maps are copies of one: an audience's map does not tell. */
gboolean kith_maps_are_copies (KithMap *one, KithMap *other);

/* The map after with what went (transfer none): records as they are after, where they are. */
KithMap *kith_comparison_map (KithComparison *self);

/* The two by themselves, to be shown beside one another: the map before (transfer full), with what is
 * in both in the place where it is after, and the map after (transfer none). */
KithMap *kith_comparison_then (KithComparison *self);
KithMap *kith_comparison_now (KithComparison *self);

/* Of a stakeholder, link or space; of anything else KITH_SAME. */
KithFate kith_comparison_of (const KithComparison *self, KithId id);
/* What an end of a link makes of the other: trust, or any dimension. `was` and `is` (nullable):
 * the opinions; without a voice where there was none, or no such link. An end of a link that came
 * or went has not moved. */
KithMove kith_comparison_of_end (KithComparison *self,
                                 KithId link,
                                 KithEnd end,
                                 KithOpinion *was,
                                 KithOpinion *is);
KithMove kith_comparison_of_score (KithComparison *self,
                                   KithId link,
                                   KithEnd end,
                                   KithDimension dimension,
                                   KithOpinion *was,
                                   KithOpinion *is);
/* How many names stood for several stakeholders or spaces, so that these were paired as they
 * come. */
guint kith_comparison_n_unsure (const KithComparison *self);

/* How many stakeholders are in both maps: 0 where these have nothing in common. */
guint kith_comparison_n_common (const KithComparison *self);

/* What is compared, for people: "1 April 2019", "today". "" until named. */
void kith_comparison_name (KithComparison *self, const char *before, const char *after);
const char *kith_comparison_before_name (const KithComparison *self);
const char *kith_comparison_after_name (const KithComparison *self);

typedef enum
{
  KITH_COMPARED_CAME,
  KITH_COMPARED_WENT,
  KITH_COMPARED_ROSE,
  KITH_COMPARED_FELL,
  KITH_COMPARED_OTHER,
  KITH_N_COMPARED,
} KithCompared;

extern const KithEnum kith_compareds;

/* What a line of the list is about, for people: what a list is filtered by. */
typedef enum
{
  KITH_ABOUT_STAKEHOLDERS,
  KITH_ABOUT_LINKS,
  KITH_ABOUT_RATINGS,
  KITH_ABOUT_EVENTS,
  KITH_ABOUT_SPACES,
  KITH_ABOUT_LINES,
  KITH_ABOUT_UNDERSTOOD, /* answers, views of a purpose, pulses, changes, barriers, repairs */
} KithComparedAbout;

extern const KithEnum kith_compared_abouts;

/* A line of the list. */
typedef struct
{
  KithCompared group;
  KithKind
      kind;  /* what it is about: also KITH_EVENT, KITH_QUOTE, KITH_MEMBERSHIP, KITH_ASSESSMENT, and
              * what kith_is_understood() */
  KithId id; /* the stakeholder, link or space to show for it; 0: the whole map */
  char *subject; /* "Housing and Police", "Housing" */
  char *who;     /* whose rating moved: "Police"; "" for anything else */
  char *text;    /* all of it in words: "Housing and Police: trust fell, …" */
  char *was;     /* in words; "" where there was none */
  char *is;
} KithComparedItem;

/* KithComparedItem by group, then subject (transfer none); made when first asked for. */
const GPtrArray *kith_comparison_items (KithComparison *self);
guint kith_comparison_count (KithComparison *self, KithCompared group);
KithComparedAbout kith_compared_about (const KithComparedItem *item);
/* "3 came, 1 went, 2 rose, 4 fell, 5 other changes", "Nothing changed" (transfer full) */
char *kith_comparison_to_words (KithComparison *self);
/* The same for those who do not know the words of the list: what came, whose what rose. */
char *kith_comparison_to_plain_words (KithComparison *self);
/* "From 1 April 2019 to today", "" until named (transfer full) */
char *kith_comparison_to_title (const KithComparison *self);
/* The whole list as lines of text, under its title and counts (transfer full). */
char *kith_comparison_to_text (KithComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithComparison, kith_comparison_free)

G_END_DECLS
