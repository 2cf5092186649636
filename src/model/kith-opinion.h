/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one end of a link makes of the other: dated assessments by several voices, summed up as
 * their median and range. Knows maps, not how an opinion is drawn. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* Per voice, the latest assessment that says something of the dimension counts (the later entered
 * of two on a day); of the voices that gave a step, the median and the range. */
typedef struct
{
  guint voices;  /* how many voices gave a step, 1 to 5 */
  double median; /* 1 to 5 in halves; 0 where no voice gave one */
  int step;      /* 1 to 5, how it is drawn: the median, the more cautious of two; 0 for none */
  int low;       /* range of the voices; 0 where none */
  int high;
  int absence; /* KithScore: why there is none (NOT_KNOWN …), or UNSET where nobody rated */
  gboolean impression; /* all that count are somebody's impression, not heard from the end */
  guint impressions;   /* how many of the voices are that */
  guint unknown;       /* voices that gave no step: not known, not asked, prefer not to say */
} KithOpinion;

void kith_opinion_of (KithMap *map,
                      KithId link,
                      KithEnd end,
                      KithDimension dimension,
                      KithOpinion *opinion);
/* The same of these assessments of one end (of KithAssessment, oldest first, as
 * kith_map_assessments_of() lists them). */
void kith_opinion_of_those (const GPtrArray *assessments,
                            KithDimension dimension,
                            KithOpinion *opinion);
/* The same of several links between the same two: a voice counts once on each of them. */
void kith_opinion_of_links (const GPtrArray *const *ends,
                            guint n,
                            KithDimension dimension,
                            KithOpinion *opinion);
/* Has anything at all been said by this end (a "not known" included)? */
gboolean kith_opinion_is_rated (const KithOpinion *opinion);
/* The two ends of a link are two steps or more apart. */
gboolean kith_opinions_differ (const KithOpinion *a, const KithOpinion *b);
/* "4 Strong", "2½ (2 to 3)", "Not known", "Not rated yet". */
char *kith_opinion_to_words (const KithOpinion *opinion);
/* "4", "2½", "?" or "" */
char *kith_opinion_to_digit (const KithOpinion *opinion);
/* One end's view: "Police say 4 Strong of ED" */
char *kith_link_end_to_words (KithMap *map, const KithLink *link, KithEnd end);
/* "Police say 4 Strong of ED; ED say 2 Cautious of Police." */
char *kith_link_to_words (KithMap *map, const KithLink *link);

typedef struct
{
  guint ends;  /* two for each link */
  guint heard; /* ends with a statement that is not an impression */
  guint rated; /* ends with a step of any basis */
} KithHeard;

void kith_map_heard (KithMap *map, KithHeard *heard);
/* Of one link; adds to `heard`. */
void kith_link_heard (KithMap *map, const KithLink *link, KithHeard *heard);
/* "Heard from 31 of 90 ends" */
char *kith_heard_to_words (const KithHeard *heard);

/* The assessment that a *Correct* of this end would change: the latest by the voice. */
const KithAssessment *kith_opinion_latest (KithMap *map,
                                           KithId link,
                                           KithEnd end,
                                           const char *voice);
/* Whose word the voices that count are: bits 1 << KithBasis. */
guint kith_opinion_bases (KithMap *map, KithId link, KithEnd end, KithDimension dimension);
const char *kith_stakeholder_short_name (const KithStakeholder *stakeholder);
KithId kith_link_rater (const KithLink *link, KithEnd end);
KithId kith_link_rated (const KithLink *link, KithEnd end);

G_END_DECLS
