/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows on a screen while a hand is at work: grips, handles, a link that is being drawn. */
#include "kith-painter.h"

#include "kith-palette.h"
#include "kith-scribe.h"

#define RADIUS 5.0 /* pixels */

void
kith_painter_grip (cairo_t *cr,
                   KithPaletteName palette,
                   KithPoint at,
                   gboolean hollow,
                   double scale)
{
  const KithPalette *colours = kith_palette_get (palette);
  const KithColour *outside = hollow ? &colours->text : &colours->ground;

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, RADIUS / scale, 0, 2 * G_PI);
  kith_colour_set (cr, hollow ? &colours->ground : &colours->text);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, outside);
  cairo_set_line_width (cr, 1.8 / scale);
  cairo_stroke (cr);
}

void
kith_painter_band (cairo_t *cr, KithPaletteName palette, const KithRect *rect, double scale)
{
  const KithColour *text = &kith_palette_get (palette)->text;

  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  kith_colour_set_faint (cr, text, 0.08);
  kith_scribe_fill_preserve (cr);
  kith_colour_set_faint (cr, text, 0.6);
  cairo_set_line_width (cr, 1.0 / scale);
  kith_scribe_stroke (cr);
}

void
kith_painter_new_link (cairo_t *cr,
                       KithPaletteName palette,
                       KithPoint from,
                       KithPoint to,
                       double scale)
{
  kith_colour_set (cr, &kith_palette_get (palette)->text);
  cairo_set_line_width (cr, 2.0 / MIN (scale, 1.0));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  kith_scribe_stroke (cr);
}

void
kith_painter_handle (cairo_t *cr, KithPaletteName palette, KithPoint at, double scale)
{
  const KithPalette *colours = kith_palette_get (palette);
  double zoom = 1.0 / MIN (scale, 1.0);

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, 7.0 * zoom, 0, 2 * G_PI);
  kith_colour_set (cr, &colours->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &colours->text);
  cairo_set_line_width (cr, 1.6 * zoom);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, at.x - 3.0 * zoom, at.y);
  cairo_line_to (cr, at.x + 3.0 * zoom, at.y);
  cairo_move_to (cr, at.x, at.y - 3.0 * zoom);
  cairo_line_to (cr, at.x, at.y + 3.0 * zoom);
  kith_scribe_stroke (cr);
}

void
kith_painter_corner (cairo_t *cr, KithPaletteName palette, KithPoint at, double scale)
{
  const KithPalette *colours = kith_palette_get (palette);
  double half = 4.0 / scale;

  cairo_rectangle (cr, at.x - half, at.y - half, 2 * half, 2 * half);
  kith_colour_set (cr, &colours->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &colours->text);
  cairo_set_line_width (cr, 1.6 / scale);
  kith_scribe_stroke (cr);
}
