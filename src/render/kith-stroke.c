/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stroke.h"

#include "kith-scribe.h"

#include <math.h>

/* Widths in map units by KithPen. */
static const double widths[KITH_N_PENS] = { 2.0, 2.0, 2.2, 2.0, 4.2, 1.7, 2.0, 2.0, 1.4 };

/**
 * kith_detail_at:
 * @scale: device pixels a map unit
 * @full: everything whatever the scale, as on paper
 *
 * Returns: how much is drawn
 */
KithDetail
kith_detail_at (double scale, gboolean full)
{
  if (full || scale >= 0.55)
    return KITH_DETAIL_FULL;
  if (scale >= 0.35)
    return KITH_DETAIL_NAMES;
  return scale >= 0.12 ? KITH_DETAIL_SHAPES : KITH_DETAIL_DOTS;
}

/* A polynomial of the third degree by the parameter of a curve, in one coordinate: of Newton's form, through four of
 * its points that are one apart. */
static void
find_cubic (double p0, double p1, double p2, double p3, double by[4])
{
  by[0] = p0;
  by[1] = p1 - p0;
  by[2] = (p2 - 2 * p1 + p0) / 2;
  by[3] = (p3 - 3 * p2 + 3 * p1 - p0) / 6;
}

static double
cubic_at (const double by[4], double s)
{
  return by[0] + s * (by[1] + (s - 1) * (by[2] + (s - 2) * by[3]));
}

static double
slope_at (const double by[4], double s)
{
  return by[1] + by[2] * (2 * s - 1) + by[3] * (3 * s * s - 6 * s + 2);
}

/* What share of the way from one place of the polynomials to another a point between the two is. */
static double
share_of_way (const double x[4], const double y[4], double from, double to, KithPoint at)
{
  double start_x = cubic_at (x, from), start_y = cubic_at (y, from);
  double way = hypot (cubic_at (x, to) - start_x, cubic_at (y, to) - start_y);

  return hypot (at.x - start_x, at.y - start_y) / way;
}

/* The same run as one curve of cairo's. Points of a curve run evenly by its parameter but for its ends,
 * which are cut, and it is of the third degree at most: so four of them tell all of it. */
static gboolean
as_one_curve (const KithCurve *curve, KithPoint controls[2])
{
  guint n = MAX (curve->n, 6), step = (n - 3) / 3;
  const KithPoint *p = curve->points + 1;
  double x[4], y[4], one = 1.0 / step, last = (n - 3) * one;
  double from, to;

  if (n != curve->n)
    return FALSE;
  find_cubic (p[0].x, p[step].x, p[2 * step].x, p[3 * step].x, x);
  find_cubic (p[0].y, p[step].y, p[2 * step].y, p[3 * step].y, y);
  from = -one * share_of_way (x, y, 0.0, -one, curve->points[0]);
  to = last + one * share_of_way (x, y, last, last + one, curve->points[n - 1]);
  controls[0] = (KithPoint){ curve->points[0].x + slope_at (x, from) * (to - from) / 3,
                             curve->points[0].y + slope_at (y, from) * (to - from) / 3 };
  controls[1] = (KithPoint){ curve->points[n - 1].x - slope_at (x, to) * (to - from) / 3,
                             curve->points[n - 1].y - slope_at (y, to) * (to - from) / 3 };
  return isfinite (controls[0].x) && isfinite (controls[0].y) && isfinite (controls[1].x)
         && isfinite (controls[1].y);
}

void
kith_curve_path (cairo_t *cr, const KithCurve *curve)
{
  KithPoint to = curve->points[curve->n - 1];
  KithPoint controls[2];

  cairo_move_to (cr, curve->points[0].x, curve->points[0].y);
  if (as_one_curve (curve, controls))
    {
      cairo_curve_to (cr, controls[0].x, controls[0].y, controls[1].x, controls[1].y, to.x, to.y);
      return;
    }
  for (guint i = 1; i < curve->n; i++)
    cairo_line_to (cr, curve->points[i].x, curve->points[i].y);
}

/* For who takes it down it is long text that says little. */
static gboolean
add_wave (cairo_t *cr, const KithCurve *line, double length)
{
  KithPoint from = line->points[0], to = line->points[1];
  gboolean taken;

  if (line->n != 2 || !kith_scribe_is_there (cr))
    return FALSE;
  kith_stroke_begin_along (cr, from,
                           (KithPoint){ (to.x - from.x) / length, (to.y - from.y) / length });
  taken = kith_scribe_wave (cr, length);
  cairo_restore (cr);
  return taken;
}

/* A wave of straight strokes about the curve, flat for a little at either end. */
static void
zigzag_path (cairo_t *cr, const KithCurve *curve)
{
  double length = kith_curve_length (curve), passed = 0.0;
  int n = MAX (2, (int) (length / KITH_WAVE)), next = 0;
  double wave = MIN (KITH_WAVE, length / n);
  double flat = (length - n * wave) / 2;

  if (add_wave (cr, curve, length))
    return;
  cairo_move_to (cr, curve->points[0].x, curve->points[0].y);
  for (guint i = 1; i < curve->n; i++)
    {
      KithPoint from = curve->points[i - 1], to = curve->points[i];
      double part = hypot (to.x - from.x, to.y - from.y);
      KithPoint along = { (to.x - from.x) / part, (to.y - from.y) / part };

      if (!(part > 0.0))
        continue;
      for (; next <= n && flat + wave * next <= passed + part; next++)
        {
          double at = flat + wave * next - passed;
          double side = next == 0 || next == n ? 0.0
                        : next % 2 == 0        ? -KITH_WAVE_HEIGHT
                                               : KITH_WAVE_HEIGHT;

          cairo_line_to (cr, from.x + along.x * at - along.y * side,
                         from.y + along.y * at + along.x * side);
        }
      passed += part;
    }
  cairo_line_to (cr, curve->points[curve->n - 1].x, curve->points[curve->n - 1].y);
}

static void
double_path (cairo_t *cr, const KithCurve *curve)
{
  KithCurve side;

  kith_curve_offset (curve, 2.1, &side);
  kith_curve_path (cr, &side);
  kith_curve_offset (curve, -2.1, &side);
  kith_curve_path (cr, &side);
}

static void
set_dashes (cairo_t *cr, KithPen pen)
{
  static const double dashes[] = { 8.0, 5.0 };
  static const double long_dashes[] = { 14.0, 5.0 };
  static const double dash_dots[] = { 10.0, 4.0, 2.0, 4.0 };
  static const double dots[] = { 0.01, 5.0 };

  if (pen == KITH_PEN_DASHED)
    cairo_set_dash (cr, dashes, 2, 0.0);
  else if (pen == KITH_PEN_LONG_DASH)
    cairo_set_dash (cr, long_dashes, 2, 0.0);
  else if (pen == KITH_PEN_DASH_DOT)
    cairo_set_dash (cr, dash_dots, 4, 0.0);
  else if (pen == KITH_PEN_DOTTED)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, 2, 0.0);
    }
}

/**
 * kith_stroke_of_opinion:
 * @palette: colours
 * @opinion: what an end makes of the other
 *
 * Returns: how its half is drawn; one about which nobody has said anything is a plain thin line
 */
KithStroke
kith_stroke_of_opinion (const KithPalette *palette, const KithOpinion *opinion)
{
  if (!kith_opinion_is_rated (opinion))
    return (KithStroke){ KITH_PEN_QUIET, KITH_INK_LINE, FALSE };
  return (KithStroke){ (guint8) opinion->step, (guint8) (KITH_INK_TRUST + opinion->step),
                       (guint8) (opinion->impression != 0) };
}

/* The same of what a lens makes of a half. */
KithStroke
kith_stroke_of_look (const KithHalfLook *look)
{
  return (KithStroke){ look->pen, look->ink, (guint8) (look->faint != 0) };
}

/* Sets all that a line of this sort needs. */
void
kith_stroke_set (cairo_t *cr, const KithPalette *palette, KithStroke stroke, KithDetail detail)
{
  kith_colour_set_faint (cr, kith_palette_ink (palette, stroke.ink),
                         stroke.is_faint ? palette->impression : 1.0);
  cairo_set_line_width (cr, widths[stroke.pen]);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, stroke.pen == KITH_PEN_ZIGZAG ? CAIRO_LINE_JOIN_MITER
                                                         : CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0.0);
  if (detail >= KITH_DETAIL_NAMES) /* smaller, dashes are not seen, and dear */
    set_dashes (cr, (KithPen) stroke.pen);
}

/* Adds its way to the path: of several lines of one sort before they are stroked as one. */
void
kith_stroke_add (cairo_t *cr, const KithCurve *half, KithStroke stroke, KithDetail detail)
{
  if (stroke.pen == KITH_PEN_ZIGZAG && detail >= KITH_DETAIL_NAMES)
    zigzag_path (cr, half);
  else if (stroke.pen == KITH_PEN_DOUBLE && detail >= KITH_DETAIL_NAMES)
    double_path (cr, half);
  else
    kith_curve_path (cr, half);
}

static void
stroke_half (cairo_t *cr,
             const KithPalette *palette,
             const KithCurve *half,
             KithStroke stroke,
             KithDetail detail)
{
  cairo_save (cr);
  kith_stroke_set (cr, palette, stroke, detail);
  kith_stroke_add (cr, half, stroke, detail);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

/**
 * kith_stroke_half:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 */
void
kith_stroke_half (cairo_t *cr,
                  const KithPalette *palette,
                  const KithCurve *half,
                  const KithOpinion *opinion,
                  KithDetail detail)
{
  stroke_half (cr, palette, half, kith_stroke_of_opinion (palette, opinion), detail);
}

/**
 * kith_stroke_look:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @look: how it is drawn
 * @detail: how much is drawn
 */
void
kith_stroke_look (cairo_t *cr,
                  const KithPalette *palette,
                  const KithCurve *half,
                  const KithHalfLook *look,
                  KithDetail detail)
{
  stroke_half (cr, palette, half, kith_stroke_of_look (look), detail);
}

/**
 * kith_stroke_begin_along:
 * @cr: a context in map units
 * @at: becomes the origin
 * @direction: unit vector; becomes the x axis, with y to the right of it
 *
 * Until cairo_restore() a mark is drawn as if its line ran from left to right.
 */
void
kith_stroke_begin_along (cairo_t *cr, KithPoint at, KithPoint direction)
{
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_transform (cr,
                   &(cairo_matrix_t){ direction.x, direction.y, -direction.y, direction.x, 0, 0 });
}

void
kith_stroke_sign (cairo_t *cr, const KithPalette *palette, gboolean plus)
{
  cairo_save (cr);
  cairo_arc (cr, 0.0, 0.0, 7.5, 0.0, 2.0 * G_PI);
  kith_colour_set (cr, &palette->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, -3.8, 0.0);
  cairo_line_to (cr, 3.8, 0.0);
  if (plus)
    {
      cairo_move_to (cr, 0.0, -3.8);
      cairo_line_to (cr, 0.0, 3.8);
    }
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_lozenge (cairo_t *cr, const KithPalette *palette)
{
  cairo_save (cr);
  cairo_move_to (cr, -8.0, 0.0);
  cairo_line_to (cr, 0.0, -6.5);
  cairo_line_to (cr, 8.0, 0.0);
  cairo_line_to (cr, 0.0, 6.5);
  cairo_close_path (cr);
  kith_colour_set (cr, &palette->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_ticks (cairo_t *cr, const KithPalette *palette, guint n, gboolean gap)
{
  guint shown = MIN (n, 5);
  guint left = gap ? (shown + 1) / 2 : shown;

  cairo_save (cr);
  kith_colour_set (cr, &palette->dim);
  cairo_set_line_width (cr, 1.3);
  for (guint i = 0; i < shown; i++)
    {
      double x = gap ? (i < left ? -12.0 - 3.6 * i : 12.0 + 3.6 * (i - left))
                     : 3.6 * (i - (shown - 1) / 2.0);

      cairo_move_to (cr, x, -5.0);
      cairo_line_to (cr, x, 5.0);
    }
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_cut (cairo_t *cr, const KithPalette *palette)
{
  cairo_save (cr);
  cairo_rectangle (cr, -4.0, -6.0, 8.0, 12.0);
  kith_colour_set (cr, &palette->ground);
  kith_scribe_fill (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, -4.0, -7.0);
  cairo_line_to (cr, -4.0, 7.0);
  cairo_move_to (cr, 4.0, -7.0);
  cairo_line_to (cr, 4.0, 7.0);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

static void
add_arrow (cairo_t *cr, const KithArrow *arrow)
{
  KithPoint tip = arrow->tip, along = arrow->along;
  KithPoint back = { tip.x - 8.0 * along.x, tip.y - 8.0 * along.y };

  cairo_move_to (cr, back.x + 5.4 * along.y, back.y - 5.4 * along.x);
  cairo_line_to (cr, tip.x, tip.y);
  cairo_line_to (cr, back.x - 5.4 * along.y, back.y + 5.4 * along.x);
}

/**
 * kith_stroke_arrows:
 * @cr: a context in map units
 * @palette: colours
 * @arrows: heads of links that lead one way
 * @n: how many
 *
 * Halos first, so that no head is cut by that of a neighbour.
 */
void
kith_stroke_arrows (cairo_t *cr, const KithPalette *palette, const KithArrow *arrows, guint n)
{
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    add_arrow (cr, &arrows[i]);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 5.0);
  kith_colour_set (cr, &palette->ground);
  kith_scribe_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.7);
  kith_colour_set (cr, &palette->text);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_lock (cairo_t *cr, const KithColour *colour, double cx, double cy)
{
  cairo_save (cr);
  kith_colour_set (cr, colour);
  cairo_new_path (cr);
  cairo_rectangle (cr, cx - 3.5, cy - 0.5, 7.0, 5.0);
  kith_scribe_fill (cr);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, cx - 2.2, cy - 0.5);
  cairo_line_to (cr, cx - 2.2, cy - 2.0);
  cairo_arc (cr, cx, cy - 2.0, 2.2, G_PI, 2 * G_PI);
  cairo_line_to (cr, cx + 2.2, cy - 0.5);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_pin (cairo_t *cr, const KithColour *colour, double cx, double cy)
{
  cairo_save (cr);
  kith_colour_set (cr, colour);
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy - 1.6, 2.6, 0, 2 * G_PI);
  kith_scribe_fill (cr);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, cx, cy + 1.0);
  cairo_line_to (cr, cx, cy + 4.6);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}
