/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-painter.h"

#include "kith-palette.h"

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
