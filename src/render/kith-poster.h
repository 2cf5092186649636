/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poster on several sheets: how it is cut, and its pages: a plan, then a page a sheet with crop
 * marks. Knows nothing of what is on it. Map units. */
#pragma once

#include "kith-pdf.h"

G_BEGIN_DECLS

typedef struct _KithPoster KithPoster;

#define KITH_POSTER_MARGIN 37.8 /* of a sheet: 10 mm that a printer may not reach */

/* Shows the poster on a page: its top left corner at (x, y), `scale` times as large. */
typedef void (*KithPosterShow) (cairo_t *cr, double x, double y, double scale, gpointer data);

KithPoster *kith_poster_new (double poster_width,
                             double poster_height,
                             double sheet_width,
                             double sheet_height,
                             double sheet_margin);
void kith_poster_free (KithPoster *poster);
guint kith_poster_n_pages (const KithPoster *poster);
/* Of each page: they are all of the same size. */
void kith_poster_page_size (const KithPoster *poster, double *width, double *height);
void kith_poster_draw (KithPoster *poster,
                       guint page,
                       cairo_t *cr,
                       KithPosterShow show,
                       gpointer data);

/* All of them; `drawing` is the poster. */
void kith_poster_put (KithPoster *poster, KithPdf *pdf, guint drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPoster, kith_poster_free)

G_END_DECLS
