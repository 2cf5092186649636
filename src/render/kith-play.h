/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A play on paper: a map's time as a row of pictures that can be shown one after another: the same
 * size, the same camera, the legend in the same place. Knows no files. Main thread only. */
#pragma once

#include "kith-export.h"

G_BEGIN_DECLS

#define KITH_USUAL_FRAMES 24
#define KITH_MOST_FRAMES 500

/* Takes one finished file: of PNG one a frame, of PDF the only one. FALSE ends it. */
typedef gboolean (*KithPlayTake) (guint i, GBytes *bytes, gpointer data, GError **error);

/* The whole `map` goes in, as for kith_export(); `frames` (2 to KITH_MOST_FRAMES) dates at equal
 * distances over its span, fewer where that has fewer days. Where they are months apart, each stands
 * for the end of a month and is called by it. PNG and PDF. Errors besides those of kith_export():
 * G_IO_ERROR_INVALID_ARGUMENT where nothing is dated. */
gboolean kith_play_export (KithMap *map,
                           const KithView *view,
                           const KithExport *options,
                           guint frames,
                           KithPlayTake take,
                           gpointer data,
                           GError **error);

/* The days (of gint32) of these frames; empty where nothing is dated. */
GArray *kith_play_days (gint32 first, gint32 last, guint frames);
/* "March 2009" for the last day of a month where frames are months apart, else the day. */
char *kith_play_date_words (GArray *days, guint i);

G_END_DECLS
