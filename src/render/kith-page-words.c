/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-page-words.h"

#include "kith-text.h"

double
kith_page_words_height (PangoLayout *layout)
{
  double height = 0.0;

  if (layout != NULL)
    kith_text_size (layout, NULL, &height);
  return height;
}

double
kith_page_words_draw (cairo_t *cr,
                      KithPart part,
                      PangoLayout *layout,
                      const KithColour *colour,
                      double x,
                      double y,
                      double below)
{
  if (layout == NULL)
    return y;
  kith_scribe_begin_part (cr, part, pango_layout_get_text (layout));
  kith_colour_set (cr, colour);
  cairo_move_to (cr, x, y);
  kith_scribe_text (cr, layout);
  kith_scribe_end_part (cr);
  return y + kith_page_words_height (layout) + below;
}
