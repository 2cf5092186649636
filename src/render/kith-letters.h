/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters: a laid out text as outlines, made on the thread that shapes text and drawn on any. Pictures
 * on a screen are painted with them; paper gets real text, which can be searched and copied. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A letter, relative to its origin, in map units. */
typedef struct
{
  cairo_path_t *path;       /* NULL for a picture or for nothing */
  cairo_surface_t *picture; /* NULL for none */
  double picture_x;         /* of its corner */
  double picture_y;
  double picture_scale; /* its pixels a map unit */
} KithOutline;

/* Made once, kept as long as the process. Only on the thread that shapes text. */
const KithOutline *kith_letters_outline (PangoFont *font, PangoGlyph glyph);

/* Makes the outlines of a layout, which is not to be changed afterwards. Only on the thread that
 * shapes text. */
void kith_letters_prepare (PangoLayout *layout);
/* At the current point, like pango_cairo_show_layout(). On another thread than the one that shapes
 * text only what has been prepared. */
void kith_letters_show (cairo_t *cr, PangoLayout *layout);
/* Whether text that is shown there stays text: on paper. */
gboolean kith_letters_are_text (cairo_t *cr);
/* Its logical size in map units, on any thread; FALSE where it has not been prepared. */
gboolean kith_letters_size (PangoLayout *layout, double *x, double *width, double *height);
/* This is the thread that shapes text. */
void kith_letters_begin (void);
/* Whether this is the thread that shapes text. */
gboolean kith_letters_may_shape (void);

G_END_DECLS
