/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stroke.h"

#include <math.h>

#include "kith-letters.h"
#include "kith-text.h"

/* Widths in map units by KithPen. */
#define WORDS_HEIGHT 11.5 /* of the halo of a digit beside a line */
#define HALO 3.5          /* by which it is wider than the digit */

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

/* The same run as one curve of cairo's. Points of a curve run evenly by its parameter but for its ends,
 * which are cut: so three in a row tell all of it. A step of the parameter is one point. */
static gboolean
as_parabola (const KithCurve *curve, KithPoint *control)
{
  KithPoint a, b, c, bend, first, slope;
  double from, to, length, last;
  guint n = curve->n;

  if (n < 6)
    return FALSE;
  a = curve->points[1];
  b = curve->points[2];
  c = curve->points[3];
  bend = (KithPoint){ c.x - 2 * b.x + a.x, c.y - 2 * b.y + a.y };
  first = curve->points[0];
  slope = (KithPoint){ b.x - a.x - bend.x,
                       b.y - a.y - bend.y }; /* from the point before `a` to it */
  length = slope.x * slope.x + slope.y * slope.y;
  from = -((a.x - first.x) * slope.x + (a.y - first.y) * slope.y) / length;
  last = n - 3;
  slope = (KithPoint){ b.x - a.x + bend.x * (last - 1.0), b.y - a.y + bend.y * (last - 1.0) };
  slope.x += bend.x;
  slope.y += bend.y;
  length = slope.x * slope.x + slope.y * slope.y;
  to = last
       + ((curve->points[n - 1].x - curve->points[n - 2].x) * slope.x
          + (curve->points[n - 1].y - curve->points[n - 2].y) * slope.y)
             / length;
  /* The tangent where the curve begins, followed for half of its span. */
  slope = (KithPoint){ b.x - a.x + bend.x * (from - 0.5), b.y - a.y + bend.y * (from - 0.5) };
  *control = (KithPoint){ first.x + slope.x * (to - from) / 2,
                          first.y + slope.y * (to - from) / 2 };
  return isfinite (control->x) && isfinite (control->y);
}

void
kith_curve_path (cairo_t *cr, const KithCurve *curve)
{
  KithPoint from = curve->points[0];
  KithPoint to = curve->points[curve->n - 1];
  KithPoint control;

  cairo_move_to (cr, from.x, from.y);
  if (as_parabola (curve, &control))
    {
      cairo_curve_to (cr, from.x + (control.x - from.x) * 2 / 3,
                      from.y + (control.y - from.y) * 2 / 3, to.x + (control.x - to.x) * 2 / 3,
                      to.y + (control.y - to.y) * 2 / 3, to.x, to.y);
      return;
    }
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
  cairo_stroke (cr);
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

/* Digits are few, so each is shaped once: on the thread that shapes text, for whoever draws. */
static GMutex digits_lock;

static PangoLayout *
digit_layout (const char *digit)
{
  static GHashTable *layouts;
  PangoLayout *layout;

  g_mutex_lock (&digits_lock);
  if (layouts == NULL)
    layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  layout = g_hash_table_lookup (layouts, digit);
  if (layout == NULL && kith_letters_may_shape ())
    {
      layout = kith_text_layout (digit, KITH_TEXT_DIGIT, -1.0, 0);
      kith_letters_prepare (layout);
      g_hash_table_insert (layouts, g_strdup (digit), layout);
    }
  g_mutex_unlock (&digits_lock);
  return layout;
}

/**
 * kith_stroke_words:
 * @words: a few, in the letters of digits
 *
 * Returns: (transfer none) (nullable): their layout; on another thread than the one that shapes text,
 *   NULL where this has not been called there before
 */
PangoLayout *
kith_stroke_words (const char *words)
{
  return digit_layout (words);
}

/* --- Marks beside lines --- */

/* What a half says beside its line: an impression's digit in brackets, so that it does not rest on
 * faintness. */
static char *
words_of_opinion (const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);

  return opinion->impression ? g_strdup_printf ("(%s)", digit) : g_steal_pointer (&digit);
}

void
kith_stroke_prepare_opinion (const KithOpinion *opinion)
{
  g_autofree char *words = words_of_opinion (opinion);

  if (words[0] != '\0')
    kith_stroke_words (words);
}

/**
 * kith_stroke_marks_of_opinion:
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 * @marks: (out): what is drawn beside the line
 */
void
kith_stroke_marks_of_opinion (const KithCurve *half,
                              const KithOpinion *opinion,
                              KithDetail detail,
                              KithMarks *marks)
{
  double length = kith_curve_length (half);

  *marks = (KithMarks){ 0 };
  if (!kith_opinion_is_rated (opinion) || detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  marks->chevron = TRUE;
  marks->chevron_ink = (guint8) (KITH_INK_TRUST + opinion->step);
  marks->chevron_at = kith_curve_at (half, length * 0.6, &marks->chevron_along);
  if (detail < KITH_DETAIL_FULL)
    return;
  marks->words_at = kith_curve_at (half, MIN (length * 0.32, 40.0), &marks->words_along);
  marks->words_ink = (guint8) (KITH_INK_DIGIT + opinion->step);
  marks->words = words_of_opinion (opinion);
  marks->range = opinion->low < opinion->high;
}

/* The same of what a lens makes of a half. */
void
kith_stroke_marks_of_look (const KithCurve *half,
                           const KithHalfLook *look,
                           KithDetail detail,
                           KithMarks *marks)
{
  double length = kith_curve_length (half);

  *marks = (KithMarks){ 0 };
  if (detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  if (look->chevron)
    {
      marks->chevron = TRUE;
      marks->chevron_ink = look->ink;
      marks->chevron_at = kith_curve_at (half, length * 0.6, &marks->chevron_along);
    }
  if (detail < KITH_DETAIL_FULL || look->text[0] == '\0')
    return;
  marks->words_at = kith_curve_at (half, MIN (length * 0.36, 44.0), &marks->words_along);
  marks->words_ink = KITH_INK_TEXT;
  marks->words = g_strdup (look->text);
}

void
kith_marks_clear (KithMarks *marks)
{
  g_clear_pointer (&marks->words, g_free);
}

static void
add_chevron (cairo_t *cr, const KithMarks *marks)
{
  KithPoint at = marks->chevron_at;
  KithPoint along = marks->chevron_along;

  cairo_move_to (cr, at.x - 2.5 * along.x + 4.6 * along.y, at.y - 2.5 * along.y - 4.6 * along.x);
  cairo_line_to (cr, at.x + 2.5 * along.x, at.y + 2.5 * along.y);
  cairo_line_to (cr, at.x - 2.5 * along.x - 4.6 * along.y, at.y - 2.5 * along.y + 4.6 * along.x);
}

/* Halos first, so that no mark is cut by that of a neighbour; then each ink at once. */
static void
stroke_chevrons (cairo_t *cr, const KithPalette *palette, const KithMarks *marks, guint n)
{
  gboolean inks[256] = { FALSE };

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.8);
  kith_colour_set (cr, &palette->ground);
  for (guint i = 0; i < n; i++)
    if (marks[i].chevron)
      {
        add_chevron (cr, &marks[i]);
        inks[marks[i].chevron_ink] = TRUE;
      }
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.8);
  for (guint ink = 0; ink < G_N_ELEMENTS (inks); ink++)
    {
      if (!inks[ink])
        continue;
      for (guint i = 0; i < n; i++)
        if (marks[i].chevron && marks[i].chevron_ink == ink)
          add_chevron (cr, &marks[i]);
      kith_colour_set (cr, kith_palette_ink (palette, (int) ink));
      cairo_stroke (cr);
    }
}

/* Beside the line, always on the upper side: where its middle is. */
static KithPoint
words_middle (const KithMarks *marks)
{
  double up = marks->words_along.x >= 0.0 ? 1.0 : -1.0;

  return (KithPoint){ marks->words_at.x + marks->words_along.y * up * 12.0,
                      marks->words_at.y - marks->words_along.x * up * 12.0 };
}

/* On a halo of the ground. */
static void
add_halo (cairo_t *cr, const KithMarks *marks)
{
  PangoLayout *layout = digit_layout (marks->words);
  KithPoint middle = words_middle (marks);
  double width;
  double half;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, NULL);
  half = MAX (width - WORDS_HEIGHT + HALO, 0.0) / 2;
  cairo_move_to (cr, middle.x - half, middle.y);
  cairo_line_to (cr, middle.x + half, middle.y);
}

static void
draw_words (cairo_t *cr, const KithPalette *palette, const KithMarks *marks)
{
  PangoLayout *layout = digit_layout (marks->words);
  KithPoint middle = words_middle (marks);
  double width;
  double height;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, &height);
  cairo_move_to (cr, middle.x - width / 2, middle.y - height / 2);
  kith_colour_set (cr, kith_palette_ink (palette, marks->words_ink));
  kith_letters_show (cr, layout);
}

/**
 * kith_stroke_marks:
 * @cr: a context in map units
 * @palette: colours
 * @marks: of many halves
 * @n: how many
 */
void
kith_stroke_marks (cairo_t *cr, const KithPalette *palette, const KithMarks *marks, guint n)
{
  cairo_save (cr);
  cairo_new_path (cr);
  stroke_chevrons (cr, palette, marks, n);
  cairo_set_line_width (cr, WORDS_HEIGHT);
  kith_colour_set (cr, &palette->ground);
  for (guint i = 0; i < n; i++)
    if (marks[i].words != NULL && marks[i].words[0] != '\0')
      add_halo (cr, &marks[i]);
  cairo_stroke (cr);
  for (guint i = 0; i < n; i++)
    if (marks[i].words != NULL && marks[i].words[0] != '\0')
      draw_words (cr, palette, &marks[i]);
  cairo_restore (cr);
  for (guint i = 0; i < n; i++)
    if (marks[i].range)
      kith_stroke_range (cr, palette, marks[i].words_at, marks[i].words_along);
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
  KithMarks marks;

  kith_stroke_marks_of_opinion (half, opinion, detail, &marks);
  kith_stroke_marks (cr, palette, &marks, 1);
  kith_marks_clear (&marks);
}

void
kith_stroke_badge (cairo_t *cr, const KithPalette *palette, double cx, double cy, const char *text)
{
  PangoLayout *layout = digit_layout (text);
  double width;
  double height;

  if (layout == NULL)
    return;
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
  kith_letters_show (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
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
