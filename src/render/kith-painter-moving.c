/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole map on the move: boxes and straight lines, as many as a frame has time for. Nobody reads
 * while everything moves; words come when it rests. */
#include "kith-painter-private.h"

#define MOST_LINES 700 /* a frame: beyond, the first that are met stand for all */

typedef struct
{
  const KithPainting *painting;
  KithPlaceOf place_of;
  gpointer data;
} Moving;

static KithPoint
place_of (const Moving *moving, const KithStakeholder *record)
{
  KithPoint at = { record->x, record->y };

  moving->place_of (KITH_ID (record), &at, moving->data);
  return at;
}

static void
draw_lines (const Moving *moving)
{
  const KithPainting *painting = moving->painting;
  const KithFigures *figures = painting->figures;
  cairo_t *cr = painting->cr;
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  kith_colour_set_faint (cr, &painting->palette->dim, 0.3);
  cairo_set_line_width (cr, 1.0 / painting->paint->scale);
  g_hash_table_iter_init (&iter, figures->links);
  while (n < MOST_LINES && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithLinkFigure *link = value;
      const KithBoxFigure *a = g_hash_table_lookup (figures->boxes, &link->record->a);
      const KithBoxFigure *b = g_hash_table_lookup (figures->boxes, &link->record->b);
      KithPoint from, to;

      if (a == NULL || b == NULL || (link->is_out && figures->hides))
        continue;
      from = place_of (moving, a->record);
      to = place_of (moving, b->record);
      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      cairo_stroke (cr);
      n++;
    }
}

static void
draw_box (const Moving *moving, const KithBoxFigure *box)
{
  const KithPainting *painting = moving->painting;
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  cairo_t *cr = painting->cr;
  KithPoint at = place_of (moving, box->record);

  cairo_rectangle (cr, at.x - box->box.width / 2, at.y - box->box.height / 2, box->box.width,
                   box->box.height);
  if (painting->detail == KITH_DETAIL_DOTS)
    {
      kith_colour_set (cr, &colours.accent);
      cairo_fill (cr);
      return;
    }
  kith_colour_set (cr, &colours.fill);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &colours.accent);
  cairo_stroke (cr);
}

/**
 * kith_painter_moving:
 * @cr: in map units
 * @figures: the map before it moved
 * @paint: where and how large
 * @place: gives the centre of a stakeholder's box at this moment; where it knows none the one on the
 *   map stands
 * @data: for it
 *
 * Cost: some milliseconds with a thousand boxes.
 */
void
kith_painter_moving (cairo_t *cr,
                     const KithFigures *figures,
                     const KithPaint *paint,
                     KithPlaceOf place,
                     gpointer data)
{
  guint since_tick = 0;
  KithPainting painting = kith_painting_begin (cr, figures, paint, &since_tick);
  Moving moving = { &painting, place, data };
  GHashTableIter iter;
  gpointer value;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  draw_lines (&moving);
  cairo_set_line_width (cr, MAX (painting.palette->border, 0.8 / paint->scale));
  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((KithBoxFigure *) value)->is_out || !figures->hides)
      draw_box (&moving, value);
  cairo_restore (cr);
}
