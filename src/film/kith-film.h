/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map's history as a video file, whole or not at all. Knows the play, the coder and where files go. */
#pragma once

#include "kith-coder.h"
#include "kith-export.h"

G_BEGIN_DECLS

#define KITH_FILM_LEAST_SIDE 160 /* pixels; both sides are even numbers */
#define KITH_FILM_MOST_SIDE 4096

/* Writes it to `path`, over what is there only when all is done. The whole map goes in; `options` say
 * width, height, title, marking, progress and cancellable. Main thread; blocks, but calls progress.
 * Errors: those of kith_play_film(), KITH_STORE_ERROR, G_IO_ERROR_NOT_SUPPORTED where nothing makes such
 * a video, G_IO_ERROR_NO_SPACE, G_IO_ERROR_CANCELLED. */
gboolean kith_film_write (const char *path,
                          KithVideo video,
                          KithMap *map,
                          const KithView *view,
                          const KithExport *options,
                          guint seconds,
                          GError **error);
gboolean kith_film_has_size (int width, int height);

G_END_DECLS
