/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an end's opinion came to be what it is: what each voice said when, and what held from each
 * of those days on. Agrees on every day with kith_opinion_of() of the map as at that day. Knows
 * maps, not how a history is drawn. */
#pragma once

#include "kith-opinion.h"

G_BEGIN_DECLS

/* One rating that says something of the dimension, a "not known" included. */
typedef struct
{
  KithId rating;
  guint voice;   /* place in `voices` */
  gint32 day;    /* from which it holds; KITH_DAY_OPEN_FIRST: always has */
  KithDate date; /* as it was said; unset: it holds from the day on which it was entered */
  int score;     /* KithScore, never UNSET */
  gboolean impression;
} KithOpinionSaid;

/* What holds from a day on, until the next. */
typedef struct
{
  gint32 day;
  KithDate date; /* of the rating that made it; the last one of that day */
  KithOpinion opinion;
} KithOpinionStep;

typedef struct
{
  KithDimension dimension;
  GArray *said;      /* of KithOpinionSaid, by day, then in the order in which they count */
  GArray *steps;     /* of KithOpinionStep, one a day, by day */
  GPtrArray *voices; /* of char *, owned, in the order in which they first spoke */
} KithOpinionHistory;

KithOpinionHistory *kith_opinion_history_new (KithMap *map,
                                              KithId link,
                                              KithEnd end,
                                              KithDimension dimension);
void kith_opinion_history_free (KithOpinionHistory *history);
/* What held on a day; FALSE and nobody's opinion where nothing had been said. */
gboolean kith_opinion_history_at (const KithOpinionHistory *history,
                                  gint32 day,
                                  KithOpinion *opinion);
/* "2 Cautious (2011), 3 Working (2015), 4 Strong (March 2019)"; "" where nothing was said. */
char *kith_opinion_history_to_words (const KithOpinionHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithOpinionHistory, kith_opinion_history_free)

G_END_DECLS
