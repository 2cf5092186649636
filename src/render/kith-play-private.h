/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plays share, on paper and as a film; nobody else includes it. */
#pragma once

#include "kith-export-private.h"
#include "kith-play.h"
#include "kith-timeline.h"

G_BEGIN_DECLS

typedef struct
{
  KithTimeline *timeline; /* of what the audience may see */
  KithMap *shown;         /* as at … */
  gint32 day;             /* … this day */
  GArray *days;           /* of gint32; of a film a day may stand there more than once */
  gboolean months;        /* each stands for the end of a month and is called by it */
  guint reach;            /* how many pictures back what happened is told from; at least 1 */
  const KithView *view;
  KithExport options;
  KithSheetFrame frame; /* what is the same on all */
} KithPlay;

void kith_play_init (KithPlay *play, KithMap *map, const KithView *view, const KithExport *options);
void kith_play_clear (KithPlay *play);
/* The first and the last day on which anything changes; FALSE with a word where nothing is dated. */
gboolean kith_play_span (KithPlay *play, gint32 *first, gint32 *last, GError **error);
/* The last day of its month. */
gint32 kith_play_end_of_month (gint32 day);
/* What happened since `reach` pictures before (transfer full, of char *). */
GPtrArray *kith_play_lines (KithPlay *play, guint i);
/* One of the pictures; the map that is shown goes to its day. */
KithSheet *kith_play_sheet (KithPlay *play, guint i);
/* Finds what all pictures share: the camera, and how much room title and legend need. FALSE: it was
 * cancelled. */
gboolean kith_play_prepare (KithPlay *play, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithPlay, kith_play_clear)

G_END_DECLS
