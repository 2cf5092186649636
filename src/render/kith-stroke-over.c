/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not there today, where it is drawn all the same. */
#include "kith-letters.h"
#include "kith-stroke.h"
#include "kith-text.h"
#include "kith-scribe.h"

#define PLATE 4.0 /* of the ground beside the years */

void
kith_stroke_over_dash (cairo_t *cr)
{
  static const double dashes[] = { 9.0, 5.0 };

  cairo_set_dash (cr, dashes, 2, 0.0);
}

/**
 * kith_stroke_years:
 * @cr: a context in map units
 * @palette: colours
 * @cx: the middle
 * @cy: the middle
 * @years: "1998–2013"
 */
void
kith_stroke_years (cairo_t *cr, const KithPalette *palette, double cx, double cy, const char *years)
{
  PangoLayout *layout = kith_stroke_words (years);
  double width, height;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, &height);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, cx - width / 2 - PLATE, cy - height / 2, width + 2 * PLATE, height);
  kith_colour_set (cr, &palette->ground);
  kith_scribe_fill (cr);
  kith_colour_set (cr, &palette->text);
  cairo_move_to (cr, cx - width / 2, cy - height / 2);
  kith_letters_show (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}
