/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart onto any cairo_t. */
#include "kith-trust-chart-private.h"

#include <math.h>

#include "kith-text.h"

#define THICK 2.6   /* of a line */
#define SAMPLE 26.0 /* width of a line in the key */
#define YEAR_GAP 42.0
#define MONTH_GAP 66.0
#define YEARS 3000 /* that a date can have */
#define FAINT 0.45 /* of rules */
#define BAND 0.22  /* of the range of several voices */

static const double long_dashes[] = { 7.0, 3.0 };
static const double dots[] = { 1.5, 2.0 };

static void
set_ends_dash (cairo_t *cr, KithEnd end)
{
  if (end == KITH_END_B)
    cairo_set_dash (cr, long_dashes, G_N_ELEMENTS (long_dashes), 0);
}

/* --- Words --- */

typedef enum
{
  LEFT_OF,
  CENTRED,
  RIGHT_OF,
} Side;

/* Beside, or centred on, a point; never wider than `most` (or -1). */
static void
draw_words (cairo_t *cr,
            const KithColour *colour,
            const char *words,
            KithTextStyle style,
            KithPoint at,
            Side side,
            double most)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (words, style, most, 1);
  double width;
  double height;

  kith_text_size (layout, &width, &height);
  kith_colour_set (cr, colour);
  cairo_move_to (cr,
                 side == RIGHT_OF  ? at.x
                 : side == CENTRED ? at.x - width / 2
                                   : at.x - width,
                 at.y - height / 2);
  pango_cairo_show_layout (cr, layout);
}

/* --- Marks --- */

static void
mark_path (cairo_t *cr, const KithRect *box, KithEnd end)
{
  double r = box->height / 2;

  if (end == KITH_END_B)
    {
      cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
}

static const KithColour *
step_colour (const KithPalette *palette, int score)
{
  return &palette->trust[KITH_SCORE_IS_STEP (score) ? score : 0];
}

/* Filled: said. Hollow: an impression. Dotted: only proposed. */
static void
draw_mark (cairo_t *cr, const KithPalette *palette, const KithChartPoint *point)
{
  const KithColour *colour = step_colour (palette, point->score);
  gboolean known = KITH_SCORE_IS_STEP (point->score);

  cairo_save (cr);
  mark_path (cr, &point->box, point->end);
  kith_colour_set (cr, &palette->ground);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, colour);
  if (known && !point->impression && point->kind == KITH_CHART_RATING)
    cairo_fill_preserve (cr);
  if (point->kind == KITH_CHART_PROPOSAL)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_ring (cairo_t *cr, const KithTrustChart *chart, int which, double width)
{
  const KithChartPoint *point = kith_trust_chart_point (chart, which);
  KithRect box;

  if (point == NULL)
    return;
  box = kith_rect_grow (&point->box, 3.5);
  mark_path (cr, &box, point->kind == KITH_CHART_EVENT ? KITH_END_B : point->end);
  kith_colour_set (cr, &chart->palette->text);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* --- Lines --- */

/* What lies between both ends' lines. */
static void
draw_gap (cairo_t *cr, const KithTrustChart *chart)
{
  const GArray *a = chart->segments[KITH_END_A];
  const GArray *b = chart->segments[KITH_END_B];
  guint i = 0;
  guint k = 0;

  while (i < a->len && k < b->len)
    {
      const KithChartSegment *one = &g_array_index (a, KithChartSegment, i);
      const KithChartSegment *other = &g_array_index (b, KithChartSegment, k);
      double from = MAX (one->from, other->from);
      double to = MIN (one->to, other->to);
      double top = kith_chart_y (chart, KITH_END_A, one->opinion.median);
      double foot = kith_chart_y (chart, KITH_END_B, other->opinion.median);

      if (to > from && one->opinion.voices > 0 && other->opinion.voices > 0)
        {
          gboolean far = kith_opinions_differ (&one->opinion, &other->opinion);

          cairo_rectangle (cr, from, MIN (top, foot), to - from, fabs (foot - top));
          kith_colour_set_faint (cr, &chart->palette->text, far ? 0.17 : 0.07);
          cairo_fill (cr);
        }
      if (one->to < other->to)
        i++;
      else
        k++;
    }
}

static void
draw_band (cairo_t *cr, const KithTrustChart *chart, int end, const KithChartSegment *segment)
{
  double top = kith_chart_y (chart, (KithEnd) end, segment->opinion.high);
  double foot = kith_chart_y (chart, (KithEnd) end, segment->opinion.low);

  if (segment->opinion.voices < 2 || segment->opinion.low == segment->opinion.high)
    return;
  cairo_rectangle (cr, segment->from, top, segment->to - segment->from, foot - top);
  kith_colour_set_faint (cr, step_colour (chart->palette, segment->opinion.step), BAND);
  cairo_fill (cr);
}

/* From what held before to what holds from here on; dotted where the day is not known. */
static void
draw_riser (cairo_t *cr, const KithTrustChart *chart, int end, const KithChartSegment *segment)
{
  const KithChartSegment *before = segment - 1;

  if (before->opinion.voices == 0 || segment->opinion.voices == 0)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, 1.2);
  if (!segment->exact)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  kith_colour_set (cr, &chart->palette->dim);
  cairo_move_to (cr, segment->from, kith_chart_y (chart, (KithEnd) end, before->opinion.median));
  cairo_line_to (cr, segment->from, kith_chart_y (chart, (KithEnd) end, segment->opinion.median));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t *cr, const KithTrustChart *chart, int end)
{
  const GArray *segments = chart->segments[end];

  for (guint i = 0; i < segments->len; i++)
    {
      const KithChartSegment *segment = &g_array_index (segments, KithChartSegment, i);
      double y = kith_chart_y (chart, (KithEnd) end, segment->opinion.median);

      if (i > 0)
        draw_riser (cr, chart, end, segment);
      if (segment->opinion.voices == 0)
        continue;
      cairo_save (cr);
      set_ends_dash (cr, (KithEnd) end);
      cairo_set_line_width (cr, THICK);
      kith_colour_set_faint (cr, step_colour (chart->palette, segment->opinion.step),
                             segment->opinion.impression ? chart->palette->impression : 1.0);
      cairo_move_to (cr, segment->from, y);
      cairo_line_to (cr, segment->to, y);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

static void
draw_lines (cairo_t *cr, const KithTrustChart *chart)
{
  draw_gap (cr, chart);
  for (int end = 0; end < KITH_N_ENDS; end++)
    for (guint i = 0; i < chart->segments[end]->len; i++)
      draw_band (cr, chart, end, &g_array_index (chart->segments[end], KithChartSegment, i));
  for (int end = 0; end < KITH_N_ENDS; end++)
    draw_line (cr, chart, end);
}

/* --- Axes --- */

static void
draw_rule (cairo_t *cr, const KithTrustChart *chart, double y)
{
  kith_colour_set_faint (cr, &chart->palette->line, FAINT);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, chart->plot.x, y);
  cairo_line_to (cr, chart->plot.x + chart->plot.width, y);
  cairo_stroke (cr);
}

/* The height of a step without the shift of an end. */
static double
row_y (const KithTrustChart *chart, int step)
{
  return (kith_chart_y (chart, KITH_END_A, step) + kith_chart_y (chart, KITH_END_B, step)) / 2;
}

/* The steps: digits, with their words where there is room. */
static void
draw_steps (cairo_t *cr, const KithTrustChart *chart)
{
  gboolean wide = chart->plot.x > 2 * SAMPLE;

  for (int step = chart->has_absence ? 0 : 1; step <= 5; step++)
    {
      g_autofree char *words = NULL;
      double y = row_y (chart, step);

      if (step == 0)
        words = g_strdup (wide ? kith_enum_label (&kith_scores, KITH_SCORE_NOT_KNOWN) : "?");
      else if (wide)
        words = g_strdup_printf ("%d %s", step, kith_score_word (chart->look.dimension, step));
      else
        words = g_strdup_printf ("%d", step);
      draw_rule (cr, chart, y);
      draw_words (cr, &chart->palette->dim, words, wide ? KITH_TEXT_SMALL : KITH_TEXT_DIGIT,
                  (KithPoint){ chart->plot.x - 7, y }, LEFT_OF, chart->plot.x - 8);
    }
}

/* Months between two marks of the axis, so that their words do not touch. */
static int
months_apart (const KithTrustChart *chart)
{
  static const int choices[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600 };
  double month = chart->plot.width / ((chart->last - chart->first) / 30.44);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] * month >= (choices[i] < 12 ? MONTH_GAP : YEAR_GAP))
      return choices[i];
  return 1200;
}

static void
draw_tick (cairo_t *cr, const KithTrustChart *chart, const KithDate *when)
{
  g_autofree char *words = kith_date_to_short_words (when);
  double x = kith_chart_x (chart, when->first);

  kith_colour_set (cr, &chart->palette->line);
  cairo_move_to (cr, x, chart->axis);
  cairo_line_to (cr, x, chart->axis + 3);
  cairo_stroke (cr);
  if (x < chart->plot.x + chart->plot.width - YEAR_GAP / 3)
    draw_words (cr, &chart->palette->dim, words, KITH_TEXT_DIGIT,
                (KithPoint){ x, chart->axis + 12 }, CENTRED, -1);
}

static void
draw_axis (cairo_t *cr, const KithTrustChart *chart)
{
  int apart = months_apart (chart);
  GDate first;
  int month;

  kith_colour_set (cr, &chart->palette->line);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, chart->plot.x, chart->axis);
  cairo_line_to (cr, chart->plot.x + chart->plot.width, chart->axis);
  cairo_stroke (cr);
  g_date_clear (&first, 1);
  g_date_set_julian (&first, (guint32) MAX (chart->first, 1));
  month = g_date_get_year (&first) * 12 + (int) g_date_get_month (&first) - 1;
  for (month = (month / apart + 1) * apart; month / 12 < YEARS; month += apart)
    {
      KithDate when = apart < 12 ? kith_date_month (month / 12, month % 12 + 1)
                                 : kith_date_year (month / 12);

      if (when.first > chart->last)
        break;
      if (kith_date_is_set (&when) && when.first >= chart->first)
        draw_tick (cr, chart, &when);
    }
}

/* --- Events --- */

/* Up for more trust, down for less, two for a lot. */
static void
draw_triangles (cairo_t *cr, double x, double y, int effect)
{
  int n = ABS (effect);
  double way = effect > 0 ? -1.0 : 1.0;

  for (int i = 0; i < n; i++)
    {
      double foot = y - way * 1.5 + (n > 1 ? (i - 0.5) * 5.0 : 0.0);

      cairo_move_to (cr, x, foot + way * 4.5);
      cairo_line_to (cr, x - 3.5, foot - way * 0.5);
      cairo_line_to (cr, x + 3.5, foot - way * 0.5);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

/* "+1" where there is room until the next and from the last, else the sign alone. */
static void
draw_effects (cairo_t *cr, const KithTrustChart *chart, int end)
{
  const GArray *effects = chart->effects[end];
  double y = chart->lane[end];

  for (guint i = 0; i < effects->len; i++)
    {
      const KithChartEffect *one = &g_array_index (effects, KithChartEffect, i);
      gboolean crowded = (i > 0 && one->x - (one - 1)->x < 22)
                         || (i + 1 < effects->len && (one + 1)->x - one->x < 22);
      g_autofree char *words = g_strdup_printf ("%s%d", one->effect < 0 ? "−" : "+",
                                                ABS (one->effect));

      kith_colour_set (cr, &chart->palette->text);
      if (crowded)
        draw_triangles (cr, one->x, y, one->effect);
      else
        draw_words (cr, &chart->palette->text, words, KITH_TEXT_DIGIT, (KithPoint){ one->x, y },
                    CENTRED, -1);
    }
}

static void
draw_event (cairo_t *cr, const KithTrustChart *chart, const KithChartPoint *point)
{
  const KithRect *box = &point->box;
  double x = box->x + box->width / 2;

  kith_colour_set_faint (cr, &chart->palette->line, FAINT);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, chart->plot.y);
  cairo_line_to (cr, x, chart->axis);
  cairo_stroke (cr);
  kith_colour_set (cr, &chart->palette->text);
  cairo_set_line_width (cr, 2.0);
  cairo_move_to (cr, x, chart->axis - KITH_CHART_TICK);
  cairo_line_to (cr, x, chart->axis + KITH_CHART_TICK / 2);
  cairo_stroke (cr);
  if (box->width <= KITH_CHART_MARK + 1)
    return;
  /* somewhere within this span */
  cairo_move_to (cr, box->x, chart->axis);
  cairo_line_to (cr, box->x + box->width, chart->axis);
  cairo_stroke (cr);
}

static void
draw_lane_sign (cairo_t *cr, const KithTrustChart *chart, int end)
{
  KithRect box = { chart->plot.x - 14, chart->lane[end] - 3.5, 7, 7 };

  kith_colour_set (cr, &chart->palette->dim);
  mark_path (cr, &box, (KithEnd) end);
  cairo_fill (cr);
}

/* --- The whole --- */

/* Whose line is which: its mark, a piece of it, and whose opinion of whom it is. */
static void
draw_key (cairo_t *cr, const KithTrustChart *chart)
{
  double y = 9.0;

  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      KithRect box = { SAMPLE / 2 - 2.5, y - 4, KITH_CHART_MARK, KITH_CHART_MARK };

      if (!kith_chart_shows (chart, end))
        continue;
      cairo_save (cr);
      kith_colour_set (cr, &chart->palette->dim);
      cairo_set_line_width (cr, THICK);
      set_ends_dash (cr, (KithEnd) end);
      cairo_move_to (cr, 2, y);
      cairo_line_to (cr, 2 + SAMPLE, y);
      cairo_stroke (cr);
      mark_path (cr, &box, (KithEnd) end);
      cairo_fill (cr);
      cairo_restore (cr);
      draw_words (cr, &chart->palette->text, chart->names[end], KITH_TEXT_SMALL,
                  (KithPoint){ SAMPLE + 9, y }, RIGHT_OF,
                  MAX (chart->look.width - SAMPLE - 12, 20));
      y += 18.0;
    }
}

/* The day that the map is shown as at: nothing that came later is known here. */
static void
draw_day (cairo_t *cr, const KithTrustChart *chart)
{
  double x;

  if (chart->look.day == 0)
    return;
  x = kith_chart_x (chart, chart->look.day);
  kith_colour_set (cr, &chart->palette->text);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, chart->plot.y - 4);
  cairo_line_to (cr, x,
                 chart->look.spark ? chart->plot.y + chart->plot.height + 4
                                   : chart->axis + KITH_CHART_TICK);
  cairo_stroke (cr);
}

static void
draw_spark (cairo_t *cr, const KithTrustChart *chart)
{
  draw_rule (cr, chart, row_y (chart, 5));
  draw_rule (cr, chart, row_y (chart, 3));
  draw_rule (cr, chart, row_y (chart, 1));
  draw_lines (cr, chart);
  draw_day (cr, chart);
}

/**
 * kith_trust_chart_draw:
 * @cr: in map units, its origin at the chart's top left corner
 * @chart: a chart
 * @marked: the point that wears a ring: the keyboard is there; or KITH_NO_POINT
 * @hovered: the one that is pointed at, or KITH_NO_POINT
 */
void
kith_trust_chart_draw (cairo_t *cr, const KithTrustChart *chart, int marked, int hovered)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (chart->look.spark)
    {
      draw_spark (cr, chart);
      cairo_restore (cr);
      return;
    }
  draw_key (cr, chart);
  draw_steps (cr, chart);
  draw_axis (cr, chart);
  for (guint i = 0; i < chart->points->len; i++)
    if (g_array_index (chart->points, KithChartPoint, i).kind == KITH_CHART_EVENT)
      draw_event (cr, chart, &g_array_index (chart->points, KithChartPoint, i));
  draw_lines (cr, chart);
  draw_day (cr, chart);
  for (guint i = 0; i < chart->points->len; i++)
    if (g_array_index (chart->points, KithChartPoint, i).kind != KITH_CHART_EVENT)
      draw_mark (cr, chart->palette, &g_array_index (chart->points, KithChartPoint, i));
  for (int end = 0; end < KITH_N_ENDS; end++)
    if (kith_chart_shows (chart, end))
      {
        draw_lane_sign (cr, chart, end);
        draw_effects (cr, chart, end);
      }
  draw_ring (cr, chart, hovered, 1.2);
  draw_ring (cr, chart, marked, 2.0);
  cairo_restore (cr);
}
