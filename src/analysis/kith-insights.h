/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map tells: insights of an audience's map, in sections. Pure: the same map gives the same
 * words. Knows no window; may take seconds on a large map, so who has a window calls it on another
 * thread, with a snapshot.
 *
 * What holds throughout:
 *
 *  1. It knows only the map that it is given, which is the audience's. The public sees no ratings:
 *     what weighs trust is not there for it, and the section says so.
 *  2. Unknown trust is never low trust: such ties are left out of what weighs trust, and counted.
 *  3. Nobody is ranked. Which of many are listed is decided by size; in what order, by name.
 *  4. Each says what it does not mean. */
#pragma once

#include <gio/gio.h>

#include "kith-insight.h"

G_BEGIN_DECLS

#define KITH_MOST_TOLD 30 /* insights of a section */

typedef struct
{
  KithTells section;
  char *note;       /* what it is about and in what order it stands; or why there is nothing */
  GPtrArray *told;  /* of KithInsight */
  guint n_left_out; /* for there are too many */
} KithToldSection;

/* A cell of the matrix of sectors: what those of `from` make of those of `to`. */
typedef struct
{
  KithId from;
  KithId to;
  guint ties;
  guint
      ends; /* in `from` that gave a step of one in `to`; of a sector and itself up to two a tie */
  double trust; /* the mean of what these say; 0 where there is none */
} KithSectorCell;

typedef struct
{
  gatomicrefcount ref_count;
  guint n_stakeholders;
  guint n_ties;
  guint n_links;
  guint n_rated;  /* ties */
  char *sentence; /* what was looked at */
  KithToldSection sections[KITH_N_TELLS];
  GArray *matrix; /* of KithSectorCell: of pairs with a tie, by sector */
} KithInsights;

typedef struct
{
  GCancellable *cancellable;
  void (*progress) (double part, gpointer data); /* 0 to 1, on the thread that called; or NULL */
  gpointer data;
  guint64 most; /* how much work betweenness may be: (ways begin) × (stakeholders + ties); 0: what
                 * takes some seconds. Above, it is an estimate and says so. */
} KithInsightsAsk;

/* `map`: made for `audience` and its day, without sealed rounds; nobody else may use it meanwhile.
 * `ask` may be NULL. NULL with an error where it was cancelled. */
KithInsights *kith_insights_new (KithMap *map,
                                 KithAudience audience,
                                 const KithInsightsAsk *ask,
                                 GError **error);
KithInsights *kith_insights_ref (KithInsights *insights);
void kith_insights_unref (KithInsights *insights);
guint kith_insights_n (const KithInsights *insights);
/* All of it as text, a line a sentence. */
char *kith_insights_to_text (const KithInsights *insights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithInsights, kith_insights_unref)

G_END_DECLS
