/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map's time: all that is dated on it, in order, and the way from the map of one day to that of
 * another. Knows maps and the rules of kith-as-at.h, not who looks.
 *
 * Made from an audience's whole map (never from one as at a day), of which it keeps a snapshot: it
 * stays what it is when the map is edited, and is then made anew (kith_timeline_is_of()). Days are
 * Julian days (KithDate); those in facts and news are never open ones. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct _KithTimeline KithTimeline;

typedef enum
{
  KITH_FACT_COMES, /* the record is there from this day on */
  KITH_FACT_GOES,  /* it is gone from this day on */
  KITH_FACT_TURNS, /* it is there, but different: an earlier name ends (the record is the KithName),
                    * an inherited line is questioned or let go, a repair is done or given up */
} KithFactType;

/* Something about the map that is otherwise from that day on. */
typedef struct
{
  gint32 day;
  KithFactType type;
  gboolean follows;         /* not by a date of its own: what it belongs to came or went */
  const KithRecord *record; /* borrowed: as it is on the whole map */
} KithFact;

/* Cost: linear in the map and n log n in what is dated. */
KithTimeline *kith_timeline_new (KithMap *map);
KithTimeline *kith_timeline_ref (KithTimeline *self);
void kith_timeline_unref (KithTimeline *self);
/* Whether it still tells the time of this map. */
gboolean kith_timeline_is_of (KithTimeline *self, KithMap *map);

/* The first and the last day on which anything changes; FALSE: nothing is dated. The day before the
 * first shows what always was. May end before today or after it (a merger that is planned). */
gboolean kith_timeline_span (KithTimeline *self, gint32 *first, gint32 *last);
/* The nearest day after (before) `day` on which anything changes; KITH_DAY_OPEN_LAST
 * (KITH_DAY_OPEN_FIRST) where there is none. */
gint32 kith_timeline_next (KithTimeline *self, gint32 day);
gint32 kith_timeline_previous (KithTimeline *self, gint32 day);

/* All facts of after < day <= until, by day, what comes before what hangs on it; `n` of them.
 * Borrowed. */
const KithFact *kith_timeline_facts (KithTimeline *self, gint32 after, gint32 until, guint *n);
/* Events of links, stakeholders and spaces from `first` to `last`, counted by the day on which they
 * first held, in `n_buckets` of equal width; those without a beginning ("before 2013") in the
 * bucket of the last day that they may have been on, or the first bucket. Events of the whole map
 * and undated ones do not count. */
void kith_timeline_histogram (KithTimeline *self,
                              gint32 first,
                              gint32 last,
                              guint *buckets,
                              guint n_buckets);
/* The dated events of the whole map (of KithEvent), oldest first: marks on the bar. Borrowed. */
const GPtrArray *kith_timeline_marks (KithTimeline *self);

/* The whole map of which it is: its own snapshot, borrowed. */
KithMap *kith_timeline_get_map (KithTimeline *self);
/* The map as at a day (transfer full). Cost: linear in the map. */
KithMap *kith_timeline_map (KithTimeline *self, gint32 day);
/* The edit (transfer full) that makes of `shown`, the map as at `from`, the one as at `to`, earlier
 * or later. Cost: what changes between the two. */
KithEdit *kith_timeline_move (KithTimeline *self, KithMap *shown, gint32 from, gint32 to);

/* --- What happened, in words (kith-timeline-news.c) --- */

typedef enum
{
  KITH_NEWS_EVENT,      /* an event: its title */
  KITH_NEWS_SUCCESSION, /* merged, split, became */
  KITH_NEWS_BEGINS,     /* stakeholder, link, space or membership */
  KITH_NEWS_ENDS,
  KITH_NEWS_RISES, /* what one end makes of the other */
  KITH_NEWS_FALLS,
  KITH_NEWS_RATED,   /* for the first time, or as before, or without a step */
  KITH_NEWS_RENAMED, /* a stakeholder has its next name */
  KITH_NEWS_LINE, /* an inherited line is said, questioned, let go; what is understood or agreed */
} KithNewsType;

typedef struct
{
  KithNewsType type;
  gint32 day;
  gboolean
      follows;   /* not by a date of its own: a link whose stakeholder begins; best left unsaid */
  KithKind kind; /* of the record that it is about … */
  KithId id;     /* … an event, a rating (the latest), a link, a name … */
  KithKind at_kind;        /* where the eye should go: a stakeholder, link or space … */
  KithId at;               /* … which may have gone by now; 0: the whole map */
  KithEnd end;             /* of a rating: whose */
  KithDimension dimension; /* of a rating: which of three */
  double before;           /* medians, 1 to 5; 0: none */
  double after;
  char *words; /* one line, translated: "Trust rises: ED say 4 Strong of Police (was 2)" */
} KithNews;

/* What happened in after < day <= until (of KithNews; transfer full), oldest first; of one day
 * events and mergers first. Ratings of an end within the time are one item, on the day of the last.
 * Nothing where `until` is not later. At most `most` items (0: all) are made, the latest ones. */
GPtrArray *kith_timeline_news (KithTimeline *self, gint32 after, gint32 until, guint most);
void kith_news_free (KithNews *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTimeline, kith_timeline_unref)

G_END_DECLS
