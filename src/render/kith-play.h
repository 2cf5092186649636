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

/* --- As a film (kith-play-film.c) --- */

#define KITH_FILM_RATE 25 /* pictures a second that a video has; most are shown several times */
#define KITH_LEAST_SECONDS 10
#define KITH_USUAL_SECONDS 40
#define KITH_MOST_SECONDS 300

/* Takes one picture, of the size that the options say and without any transparency, and how many
 * times in a row it is shown; a reference is the taker's to keep. FALSE ends it. */
typedef gboolean (*KithFilmTake) (cairo_surface_t *picture,
                                  guint times,
                                  gpointer data,
                                  GError **error);

/* The same play as the window's: time runs evenly where things happen and hurries where nothing does
 * for long. `seconds` × KITH_FILM_RATE pictures in all, the first held for one second, the last for
 * three. The options have a width and a height. */
gboolean kith_play_film (KithMap *map,
                         const KithView *view,
                         const KithExport *options,
                         guint seconds,
                         KithFilmTake take,
                         gpointer data,
                         GError **error);
/* One of `n` (2 or more) moments of it, from the first to the last, as a picture in the size of the options
 * (transfer full); free with cairo_surface_destroy. NULL as kith_play_film(). */
cairo_surface_t *kith_play_moment (KithMap *map,
                                   const KithView *view,
                                   const KithExport *options,
                                   guint seconds,
                                   guint i,
                                   guint n,
                                   GError **error);

/* The days (of gint32) of these frames; empty where nothing is dated. */
GArray *kith_play_days (gint32 first, gint32 last, guint frames);
/* "March 2009" for the last day of a month where frames are months apart, else the day. */
char *kith_play_date_words (GArray *days, guint i);

G_END_DECLS
