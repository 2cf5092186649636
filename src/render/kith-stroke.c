/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stroke.h"

#include <math.h>

#include "kith-text.h"

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

void
kith_curve_path (cairo_t *cr, const KithCurve *curve)
{
  cairo_move_to (cr, curve->points[0].x, curve->points[0].y);
  for (guint i = 1; i < curve->n; i++)
    cairo_line_to (cr, curve->points[i].x, curve->points[i].y);
}

/* A wave of straight strokes about the curve, flat for a little at either end. */
static void
zigzag_path (cairo_t *cr, const KithCurve *curve)
{
  const double wave = 5.0;
  const double height = 4.2;
  double length = kith_curve_length (curve);
  int n = MAX (2, (int) (length / wave));

  cairo_move_to (cr, curve->points[0].x, curve->points[0].y);
  for (int i = 1; i < n; i++)
    {
      KithPoint direction;
      KithPoint at = kith_curve_at (curve, length * i / n, &direction);
      double side = i % 2 == 0 ? -height : height;

      cairo_line_to (cr, at.x - direction.y * side, at.y + direction.x * side);
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

/* The colour is set. */
static void
stroke_pen (cairo_t *cr, const KithCurve *half, KithPen pen, KithDetail detail)
{
  cairo_set_line_width (cr, widths[pen]);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, pen == KITH_PEN_ZIGZAG ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  if (detail >= KITH_DETAIL_SHAPES)
    set_dashes (cr, pen);
  if (pen == KITH_PEN_ZIGZAG && detail >= KITH_DETAIL_NAMES)
    zigzag_path (cr, half);
  else if (pen == KITH_PEN_DOUBLE && detail >= KITH_DETAIL_NAMES)
    double_path (cr, half);
  else
    kith_curve_path (cr, half);
  cairo_stroke (cr);
}

/**
 * kith_stroke_half:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 *
 * A half about which nobody has said anything is a plain thin line.
 */
void
kith_stroke_half (cairo_t *cr,
                  const KithPalette *palette,
                  const KithCurve *half,
                  const KithOpinion *opinion,
                  KithDetail detail)
{
  cairo_save (cr);
  if (!kith_opinion_is_rated (opinion))
    kith_colour_set (cr, &palette->line);
  else
    kith_colour_set_faint (cr, &palette->trust[opinion->step],
                           opinion->impression ? palette->impression : 1.0);
  stroke_pen (cr, half, kith_opinion_is_rated (opinion) ? (KithPen) opinion->step : KITH_PEN_QUIET,
              detail);
  cairo_restore (cr);
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
  cairo_save (cr);
  kith_colour_set_faint (cr, kith_palette_ink (palette, look->ink),
                         look->faint ? palette->impression : 1.0);
  stroke_pen (cr, half, (KithPen) look->pen, detail);
  cairo_restore (cr);
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

static void
chevron (cairo_t *cr,
         const KithPalette *palette,
         KithPoint at,
         KithPoint direction,
         const KithColour *colour)
{
  kith_stroke_begin_along (cr, at, direction);
  cairo_move_to (cr, -2.5, -4.6);
  cairo_line_to (cr, 2.5, 0.0);
  cairo_line_to (cr, -2.5, 4.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.8);
  kith_colour_set (cr, &palette->ground);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.8);
  kith_colour_set (cr, colour);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Digits are few, so each is shaped once. */
static PangoLayout *
digit_layout (const char *digit)
{
  static GHashTable *layouts;
  PangoLayout *layout;

  if (layouts == NULL)
    layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  layout = g_hash_table_lookup (layouts, digit);
  if (layout == NULL)
    {
      layout = kith_text_layout (digit, KITH_TEXT_DIGIT, -1.0, 0);
      g_hash_table_insert (layouts, g_strdup (digit), layout);
    }
  return layout;
}

/* Beside the line, on a halo of the ground, always on the upper side. */
static void
draw_words (cairo_t *cr,
            const KithPalette *palette,
            KithPoint at,
            KithPoint direction,
            const char *words,
            const KithColour *colour)
{
  PangoLayout *layout = digit_layout (words);
  double up = direction.x >= 0.0 ? 1.0 : -1.0;
  double width;
  double height;

  kith_text_size (layout, &width, &height);
  at.x += direction.y * up * 12.0 - width / 2;
  at.y += -direction.x * up * 12.0 - height / 2;
  cairo_save (cr);
  cairo_move_to (cr, at.x, at.y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3.5);
  kith_colour_set (cr, &palette->ground);
  cairo_stroke (cr);
  cairo_move_to (cr, at.x, at.y);
  kith_colour_set (cr, colour);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* An impression's in brackets, so that it does not rest on faintness. */
static void
draw_digit (cairo_t *cr,
            const KithPalette *palette,
            KithPoint at,
            KithPoint direction,
            const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);
  g_autofree char *said = opinion->impression ? g_strdup_printf ("(%s)", digit) : g_strdup (digit);

  draw_words (cr, palette, at, direction, said, &palette->digits[opinion->step]);
}

/* Several voices that do not agree: a thin bracket across from the digit says that there is a range. */
void
kith_stroke_range (cairo_t *cr, const KithPalette *palette, KithPoint at, KithPoint direction)
{
  double down = direction.x >= 0.0 ? 1.0 : -1.0;

  kith_stroke_begin_along (cr, at, direction);
  kith_colour_set (cr, &palette->dim);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, -5.0, 4.5 * down);
  cairo_line_to (cr, -5.0, 7.5 * down);
  cairo_line_to (cr, 5.0, 7.5 * down);
  cairo_line_to (cr, 5.0, 4.5 * down);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * kith_stroke_half_marks:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 */
void
kith_stroke_half_marks (cairo_t *cr,
                        const KithPalette *palette,
                        const KithCurve *half,
                        const KithOpinion *opinion,
                        KithDetail detail)
{
  const KithColour *colour = &palette->trust[opinion->step];
  double length = kith_curve_length (half);
  KithPoint direction;
  KithPoint at;

  if (!kith_opinion_is_rated (opinion) || detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  at = kith_curve_at (half, length * 0.6, &direction);
  chevron (cr, palette, at, direction, colour);
  if (detail < KITH_DETAIL_FULL)
    return;
  at = kith_curve_at (half, MIN (length * 0.32, 40.0), &direction);
  draw_digit (cr, palette, at, direction, opinion);
  if (opinion->low < opinion->high)
    kith_stroke_range (cr, palette, at, direction);
}

void
kith_stroke_badge (cairo_t *cr, const KithPalette *palette, double cx, double cy, const char *text)
{
  PangoLayout *layout = digit_layout (text);
  double width;
  double height;

  kith_text_size (layout, &width, &height);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy, 8.5, 0.0, 2.0 * G_PI);
  kith_colour_set (cr, &palette->ground);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  cairo_move_to (cr, cx - width / 2, cy - height / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

/**
 * kith_stroke_look_marks:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @look: how it is drawn
 * @detail: how much is drawn
 */
void
kith_stroke_look_marks (cairo_t *cr,
                        const KithPalette *palette,
                        const KithCurve *half,
                        const KithHalfLook *look,
                        KithDetail detail)
{
  double length = kith_curve_length (half);
  KithPoint direction;
  KithPoint at;

  if (detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  if (look->chevron)
    {
      at = kith_curve_at (half, length * 0.6, &direction);
      chevron (cr, palette, at, direction, kith_palette_ink (palette, look->ink));
    }
  if (detail < KITH_DETAIL_FULL || look->text[0] == '\0')
    return;
  at = kith_curve_at (half, MIN (length * 0.36, 44.0), &direction);
  draw_words (cr, palette, at, direction, look->text, &palette->text);
}

void
kith_stroke_sign (cairo_t *cr, const KithPalette *palette, gboolean plus)
{
  cairo_save (cr);
  cairo_arc (cr, 0.0, 0.0, 7.5, 0.0, 2.0 * G_PI);
  kith_colour_set (cr, &palette->ground);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_move_to (cr, -3.8, 0.0);
  cairo_line_to (cr, 3.8, 0.0);
  if (plus)
    {
      cairo_move_to (cr, 0.0, -3.8);
      cairo_line_to (cr, 0.0, 3.8);
    }
  cairo_stroke (cr);
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
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
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
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_cut (cairo_t *cr, const KithPalette *palette)
{
  cairo_save (cr);
  cairo_rectangle (cr, -4.0, -6.0, 8.0, 12.0);
  kith_colour_set (cr, &palette->ground);
  cairo_fill (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, -4.0, -7.0);
  cairo_line_to (cr, -4.0, 7.0);
  cairo_move_to (cr, 4.0, -7.0);
  cairo_line_to (cr, 4.0, 7.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_arrow (cairo_t *cr, const KithPalette *palette, KithPoint tip, KithPoint direction)
{
  kith_stroke_begin_along (cr, tip, direction);
  cairo_move_to (cr, -8.0, -5.4);
  cairo_line_to (cr, 0.0, 0.0);
  cairo_line_to (cr, -8.0, 5.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 5.0);
  kith_colour_set (cr, &palette->ground);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.7);
  kith_colour_set (cr, &palette->text);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_lock (cairo_t *cr, const KithColour *colour, double cx, double cy)
{
  cairo_save (cr);
  kith_colour_set (cr, colour);
  cairo_new_path (cr);
  cairo_rectangle (cr, cx - 3.5, cy - 0.5, 7.0, 5.0);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, cx - 2.2, cy - 0.5);
  cairo_line_to (cr, cx - 2.2, cy - 2.0);
  cairo_arc (cr, cx, cy - 2.0, 2.2, G_PI, 2 * G_PI);
  cairo_line_to (cr, cx + 2.2, cy - 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
kith_stroke_pin (cairo_t *cr, const KithColour *colour, double cx, double cy)
{
  cairo_save (cr);
  kith_colour_set (cr, colour);
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy - 1.6, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, cx, cy + 1.0);
  cairo_line_to (cr, cx, cy + 4.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}
