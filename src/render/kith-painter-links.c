/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing links: two halves, their marks, what lies in the middle, and which half is focused. */
#include "kith-painter-private.h"

#define PLATE 0.85 /* how much of what runs under a label its plate takes away */

/* Both halves begin at their rater's box. */
static void
get_half (const KithLinkFigure *link, KithEnd end, KithCurve *half)
{
  double middle = link->length / 2;
  KithCurve part;

  if (end == KITH_END_A)
    {
      kith_curve_part (&link->curve, 0.0, middle, half);
      return;
    }
  kith_curve_part (&link->curve, middle, link->length, &part);
  half->n = part.n;
  for (guint i = 0; i < part.n; i++)
    half->points[i] = part.points[part.n - 1 - i];
}

static void
under_stroke (const KithPainting *painting,
              const KithCurve *curve,
              double width,
              const KithColour *colour,
              double strength)
{
  cairo_save (painting->cr);
  kith_curve_path (painting->cr, curve);
  cairo_set_line_cap (painting->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (painting->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (painting->cr, width);
  kith_colour_set_faint (painting->cr, colour, strength);
  cairo_stroke (painting->cr);
  cairo_restore (painting->cr);
}

static void
outline (const KithPainting *painting, const KithCurve *curve, double width, double strength)
{
  under_stroke (painting, curve, width, &painting->palette->dim, strength);
  under_stroke (painting, curve, width - 2.4, &painting->palette->ground, 1.0);
}

/* A selected link lies within a thin outline, one that is pointed at within a fainter one, both on
 * plain ground, where its colours keep their contrast; the half that keys rate wears a ring. */
static void
draw_state (const KithPainting *painting, const KithLinkFigure *link)
{
  const KithPalette *palette = painting->palette;
  KithId id = link->record->record.id;
  KithCurve half;

  if (kith_painting_is_selected (painting, id))
    outline (painting, &link->curve, 15.0, 1.0);
  else if (painting->paint->hovered == id)
    outline (painting, &link->curve, 13.6, 0.5);
  if (painting->paint->focused_link != id)
    return;
  get_half (link, painting->paint->focused_end, &half);
  under_stroke (painting, &half, 21.0, &palette->text, 1.0);
  under_stroke (painting, &half, 17.0, &palette->ground, 1.0);
}

static void
draw_sign (cairo_t *cr, const KithPalette *palette, KithMiddle middle)
{
  switch (middle)
    {
    case KITH_MIDDLE_LOZENGE:
      kith_stroke_lozenge (cr, palette);
      break;
    case KITH_MIDDLE_CUT:
      kith_stroke_cut (cr, palette);
      break;
    case KITH_MIDDLE_PLUS:
    case KITH_MIDDLE_MINUS:
      kith_stroke_sign (cr, palette, middle == KITH_MIDDLE_PLUS);
      break;
    default:
      break;
    }
}

static void
draw_middle (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint middle = kith_curve_at (&link->curve, link->length / 2, &direction);
  cairo_t *cr = painting->cr;

  if (painting->detail < KITH_DETAIL_NAMES || link->length < 24.0)
    return;
  kith_stroke_begin_along (cr, middle, direction);
  if (!link->look.is_rated)
    {
      if (link->is_over && link->look.middle == KITH_MIDDLE_NONE)
        kith_stroke_cut (cr, painting->palette);
      draw_sign (cr, painting->palette, (KithMiddle) link->look.middle);
      cairo_restore (cr);
      return;
    }
  if (link->is_over)
    kith_stroke_cut (cr, painting->palette);
  if (link->n_events > 0 && link->length >= 50.0)
    kith_stroke_ticks (cr, painting->palette, link->n_events, link->differ || link->is_over);
  if (link->differ && !link->is_over)
    kith_stroke_lozenge (cr, painting->palette);
  cairo_restore (cr);
}

static void
draw_direction (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint tip;

  if (painting->detail < KITH_DETAIL_NAMES)
    return;
  if (link->record->direction == KITH_DIRECTION_A_TO_B
      || link->record->direction == KITH_DIRECTION_BOTH)
    {
      tip = kith_curve_at (&link->curve, link->length, &direction);
      kith_stroke_arrow (painting->cr, painting->palette, tip, direction);
    }
  if (link->record->direction == KITH_DIRECTION_B_TO_A
      || link->record->direction == KITH_DIRECTION_BOTH)
    {
      tip = kith_curve_at (&link->curve, 0.0, &direction);
      kith_stroke_arrow (painting->cr, painting->palette, tip,
                         (KithPoint){ -direction.x, -direction.y });
    }
}

static void
draw_private (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint at;

  if (!link->record->is_private || painting->detail < KITH_DETAIL_NAMES)
    return;
  at = kith_curve_at (&link->curve, link->length / 2, &direction);
  kith_stroke_lock (painting->cr, &painting->palette->dim, at.x - direction.y * 14.0,
                    at.y + direction.x * 14.0);
}

/* At the other side than the lock. */
static void
draw_years (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint at;

  if (link->years == NULL || painting->detail < KITH_DETAIL_FULL || link->length < 60.0)
    return;
  at = kith_curve_at (&link->curve, link->length / 2, &direction);
  kith_stroke_years (painting->cr, painting->palette, at.x + direction.y * 16.0,
                     at.y - direction.x * 16.0, link->years);
}

static void
draw_half (const KithPainting *painting,
           const KithLinkFigure *link,
           KithEnd end,
           const KithCurve *half)
{
  if (link->look.is_rated)
    kith_stroke_half (painting->cr, painting->palette, half, &link->ends[end], painting->detail);
  else
    kith_stroke_look (painting->cr, painting->palette, half, &link->look.halves[end],
                      painting->detail);
}

static void
draw_half_marks (const KithPainting *painting,
                 const KithLinkFigure *link,
                 KithEnd end,
                 const KithCurve *half)
{
  if (link->look.is_rated)
    kith_stroke_half_marks (painting->cr, painting->palette, half, &link->ends[end],
                            painting->detail);
  else
    kith_stroke_look_marks (painting->cr, painting->palette, half, &link->look.halves[end],
                            painting->detail);
}

void
kith_painting_link (const KithPainting *painting, const KithLinkFigure *link)
{
  KithCurve halves[2];

  if (!link->is_drawable)
    return;
  draw_state (painting, link);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      get_half (link, (KithEnd) end, &halves[end]);
      draw_half (painting, link, (KithEnd) end, &halves[end]);
    }
  draw_middle (painting, link);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    draw_half_marks (painting, link, (KithEnd) end, &halves[end]);
  draw_direction (painting, link);
  draw_private (painting, link);
  draw_years (painting, link);
}

/* A plate of the ground's colour, so that the label is read over whatever runs beneath. */
void
kith_painting_link_label (const KithPainting *painting, KithLinkFigure *link)
{
  const KithRect *plate = &link->label_box;
  PangoLayout *layout;
  PangoRectangle logical;
  cairo_t *cr = painting->cr;

  if (painting->detail < KITH_DETAIL_FULL || plate->width <= 0.0)
    return;
  layout = kith_link_figure_label (link);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_rectangle (cr, plate->x, plate->y, plate->width, plate->height);
  kith_colour_set_faint (cr, &painting->palette->ground, PLATE);
  cairo_fill (cr);
  cairo_move_to (cr,
                 plate->x + (plate->width - (double) logical.width / PANGO_SCALE) / 2
                     - (double) logical.x / PANGO_SCALE,
                 plate->y + (plate->height - (double) logical.height / PANGO_SCALE) / 2);
  kith_colour_set (cr, link->is_over ? &painting->palette->dim : &painting->palette->text);
  pango_cairo_show_layout (cr, layout);
}
