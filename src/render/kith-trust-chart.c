/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-as-at.h"
#include "kith-proposal.h"

#define ROW_KEY 18.0 /* height of an end's line in the key */
#define GUTTER 20.0  /* left of the plot: digits */
#define WIDE 480.0   /* from which on there is room for words beside them */
#define WIDE_GUTTER 116.0
#define RIGHT 9.0
#define AXIS 20.0    /* height of the years */
#define SHIFT 2.0    /* each line from the exact height, so that both can be seen */
#define SHORTEST 400 /* days that the axis shows at least */
#define REACH 9.0    /* of the pointer round a mark */
#define SPARK_PAD 4.0
#define LEAST_STEP 18.0 /* between two steps */

double
kith_chart_x (const KithTrustChart *chart, gint32 day)
{
  double way = (double) (CLAMP (day, chart->first, chart->last) - chart->first)
               / (chart->last - chart->first);

  return chart->plot.x + way * chart->plot.width;
}

double
kith_chart_y (const KithTrustChart *chart, KithEnd end, double step)
{
  double lowest = chart->has_absence ? 0.0 : 1.0;
  double shift = chart->look.one ? 0.0 : end == KITH_END_A ? -SHIFT : SHIFT;

  return chart->plot.y + (5.0 - step) / (5.0 - lowest) * chart->plot.height + shift;
}

gboolean
kith_chart_shows (const KithTrustChart *chart, int end)
{
  return !chart->look.one || (int) chart->look.end == end;
}

/**
 * kith_trust_chart_height:
 * @width: of the chart
 * @one: only the line of one end
 *
 * Returns: a height at which it can be read
 */
double
kith_trust_chart_height (double width, gboolean one)
{
  double n = one ? 1.0 : 2.0;
  double step = width < WIDE ? 20.0 : 40.0;

  return n * (ROW_KEY + KITH_CHART_LANE) + 5 * step + AXIS + 27.0;
}

/* --- What there is --- */

static void
stretch (const KithDate *date, gint32 day, gint32 *first, gint32 *last)
{
  gint32 begins = kith_date_is_set (date) ? date->first : day;

  if (begins == KITH_DAY_OPEN_FIRST) /* "before 2013": the last day is what is known of it */
    begins = date->last;
  *first = MIN (*first, begins);
  *last = MAX (*last, begins);
}

/* From the first that is known until today, and a little before. */
static void
find_days (KithTrustChart *chart, const GPtrArray *events)
{
  gint32 first = chart->look.today;
  gint32 last = MAX (chart->look.today, chart->look.day);

  for (int end = 0; end < KITH_N_ENDS; end++)
    for (guint i = 0; chart->histories[end] != NULL && i < chart->histories[end]->said->len; i++)
      {
        const KithOpinionSaid *said = &g_array_index (chart->histories[end]->said, KithOpinionSaid,
                                                      i);

        stretch (&said->date, said->day, &first, &last);
        chart->has_absence |= !KITH_SCORE_IS_STEP (said->score);
      }
  for (guint i = 0; i < events->len; i++)
    {
      const KithEvent *event = events->pdata[i];

      if (kith_date_is_set (&event->date))
        stretch (&event->date, 0, &first, &last);
    }
  first = MIN (first, last - SHORTEST);
  chart->first = first - (last - first) / 25;
  chart->last = last;
}

static void
place_plot (KithTrustChart *chart)
{
  const KithTrustChartLook *look = &chart->look;
  int n = look->one ? 1 : KITH_N_ENDS;
  double left = look->width < WIDE ? GUTTER : WIDE_GUTTER;
  double top = n * ROW_KEY + KITH_CHART_MARK;
  double bottom = look->height - AXIS;

  if (look->spark)
    {
      chart->plot = (KithRect){ SPARK_PAD, SPARK_PAD + SHIFT, MAX (look->width - 2 * SPARK_PAD, 1),
                                MAX (look->height - 2 * SPARK_PAD - 2 * SHIFT, 1) };
      return;
    }
  chart->axis = bottom;
  bottom -= KITH_CHART_TICK + 1.0;
  for (int end = KITH_N_ENDS - 1; end >= 0; end--)
    if (kith_chart_shows (chart, end))
      {
        bottom -= KITH_CHART_LANE;
        chart->lane[end] = bottom + KITH_CHART_LANE / 2;
      }
  bottom -= KITH_CHART_MARK;
  chart->plot = (KithRect){ left, top, MAX (look->width - left - RIGHT, 1.0),
                            MAX (bottom - top, 4 * LEAST_STEP / 2) };
}

/* --- Lines --- */

/* The step of a line goes on until the next, the last until the day that is shown. */
static void
add_segments (KithTrustChart *chart, int end)
{
  const GArray *steps = chart->histories[end]->steps;
  gint32 until = chart->look.day != 0 ? chart->look.day : chart->last;

  for (guint i = 0; i < steps->len; i++)
    {
      const KithOpinionStep *step = &g_array_index (steps, KithOpinionStep, i);
      gint32 to = i + 1 < steps->len ? (step + 1)->day : MAX (until, step->day);
      KithChartSegment segment = { kith_chart_x (chart, step->day), kith_chart_x (chart, to),
                                   step->opinion, step->date.precision == KITH_DATE_DAY };

      g_array_append_val (chart->segments[end], segment);
    }
}

/* --- Points --- */

/* A mark as long as the span of days in which it was, and no shorter than can be seen. */
static KithRect
mark_box (const KithTrustChart *chart, const KithDate *date, gint32 day, double y)
{
  gint32 first = kith_date_is_set (date) ? date->first : day;
  gint32 last = kith_date_is_set (date) ? date->last : day;
  double left = kith_chart_x (chart, first);
  double right = kith_chart_x (chart, last);
  double spare = MAX (KITH_CHART_MARK - (right - left), 0.0);

  return (KithRect){ left - spare / 2, y - KITH_CHART_MARK / 2, right - left + spare,
                     KITH_CHART_MARK };
}

/* Those of the same days, so that both are heard together. */
static char *
with_events (char *words, const GPtrArray *events, const KithDate *date, KithEnd end)
{
  g_autofree char *owned = words;
  GString *all = g_string_new (owned);

  for (guint i = 0; i < events->len && kith_date_is_set (date); i++)
    if (kith_date_equal (&((const KithEvent *) events->pdata[i])->date, date))
      {
        g_autofree char *event = kith_chart_event_beside (events->pdata[i], end);

        g_string_append (all, event);
      }
  return g_string_free (all, FALSE);
}

static void
add_ratings (KithTrustChart *chart,
             KithMap *map,
             const KithLink *link,
             const GPtrArray *events,
             KithEnd end)
{
  const KithOpinionHistory *history = chart->histories[end];

  for (guint i = 0; i < history->said->len; i++)
    {
      const KithOpinionSaid *said = &g_array_index (history->said, KithOpinionSaid, i);
      double y = kith_chart_y (chart, end, KITH_SCORE_IS_STEP (said->score) ? said->score : 0);
      KithChartPoint point = { KITH_CHART_RATING,
                               said->rating,
                               end,
                               said->date,
                               said->score,
                               said->impression,
                               mark_box (chart, &said->date, said->day, y),
                               NULL };

      if (!kith_date_is_set (&point.date) && said->day > 0)
        point.date = (KithDate){ said->day, said->day, KITH_DATE_DAY }; /* its place among others */
      point.words = with_events (kith_chart_rating_words (map, link, chart, end, said), events,
                                 &said->date, end);
      g_array_append_val (chart->points, point);
    }
}

static void
add_effects (KithTrustChart *chart, const KithEvent *event, const KithRect *box)
{
  const int effects[] = { event->effect_a, event->effect_b };

  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      KithChartEffect effect = { box->x + box->width / 2,
                                 kith_effect_value ((KithEffect) effects[end]) };

      if (effect.effect != 0 && kith_chart_shows (chart, end))
        g_array_append_val (chart->effects[end], effect);
    }
}

static void
add_events (KithTrustChart *chart, KithMap *map, const KithLink *link, const GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const KithEvent *event = events->pdata[i];
      KithChartPoint point = {
        KITH_CHART_EVENT, KITH_ID (event), KITH_END_A, event->date, 0, FALSE, { 0 }, NULL
      };

      if (!kith_date_is_set (&event->date))
        continue; /* it has no place */
      point.box = mark_box (chart, &event->date, 0, chart->axis);
      add_effects (chart, event, &point.box);
      point.words = kith_chart_event_words (map, link, chart, event);
      g_array_append_val (chart->points, point);
    }
}

static gboolean
is_put_aside (const KithTrustChart *chart, const KithProposal *proposal)
{
  g_autofree char *key = kith_proposal_key (proposal);

  return chart->look.put_aside != NULL && g_hash_table_contains (chart->look.put_aside, key);
}

static void
add_proposal (KithTrustChart *chart, KithMap *map, const KithLink *link, KithEnd end)
{
  g_autoptr (KithProposal) proposal = kith_proposal_new (map, KITH_ID (link), end);
  g_autofree char *words = NULL;
  KithChartPoint point = { KITH_CHART_PROPOSAL, 0, end, KITH_DATE_INIT, 0, TRUE, { 0 }, NULL };

  if (proposal == NULL || is_put_aside (chart, proposal))
    return;
  words = kith_proposal_to_words (map, proposal);
  point.date = proposal->date;
  point.score = proposal->score;
  point.box = mark_box (chart, &proposal->date, 0, kith_chart_y (chart, end, proposal->score));
  /* Translators: a rating that nobody has given yet, and what it follows from */
  point.words = g_strdup_printf (_ ("%s, proposed: %s"), chart->names[end], words);
  g_array_append_val (chart->points, point);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const KithChartPoint *one = a;
  const KithChartPoint *other = b;
  int order = kith_date_compare (&one->date, &other->date);

  if (order == 0)
    order = (int) one->kind - (int) other->kind;
  if (order == 0)
    order = (int) one->end - (int) other->end;
  return order != 0 ? order : one->id < other->id ? -1 : one->id > other->id;
}

static void
add_points (KithTrustChart *chart, KithMap *map, const KithLink *link, const GPtrArray *events)
{
  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      if (chart->histories[end] == NULL)
        continue;
      add_ratings (chart, map, link, events, (KithEnd) end);
      if (chart->look.proposals && chart->look.dimension == KITH_TRUST)
        add_proposal (chart, map, link, (KithEnd) end);
    }
  add_events (chart, map, link, events);
  g_array_sort (chart->points, compare_points);
}

/* --- The whole --- */

static void
clear_point (gpointer point)
{
  g_free (((KithChartPoint *) point)->words);
}

static KithTrustChart *
new_empty (const KithTrustChartLook *look)
{
  KithTrustChart *chart = g_new0 (KithTrustChart, 1);

  chart->look = *look;
  chart->palette = kith_palette_get (look->palette);
  chart->points = g_array_new (FALSE, FALSE, sizeof (KithChartPoint));
  g_array_set_clear_func (chart->points, clear_point);
  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      chart->segments[end] = g_array_new (FALSE, FALSE, sizeof (KithChartSegment));
      chart->effects[end] = g_array_new (FALSE, FALSE, sizeof (KithChartEffect));
    }
  return chart;
}

/**
 * kith_trust_chart_new:
 * @map: the audience's map, as at look->day where that is set
 * @link: a link of the map
 * @look: how it is to be
 *
 * Returns: (transfer full): the chart
 */
KithTrustChart *
kith_trust_chart_new (KithMap *map, KithId link, const KithTrustChartLook *look)
{
  KithTrustChart *chart = new_empty (look);
  const KithLink *record = kith_map_link (map, link);
  g_autoptr (GPtrArray) events = kith_map_events_of (map, link);

  g_return_val_if_fail (record != NULL, chart);
  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      chart->names[end] = kith_chart_end_words (map, record, (KithEnd) end);
      if (kith_chart_shows (chart, end))
        chart->histories[end] = kith_opinion_history_new (map, link, (KithEnd) end,
                                                          look->dimension);
    }
  find_days (chart, events);
  place_plot (chart);
  for (int end = 0; end < KITH_N_ENDS; end++)
    if (chart->histories[end] != NULL)
      add_segments (chart, end);
  if (!look->spark)
    add_points (chart, map, record, events);
  return chart;
}

void
kith_trust_chart_free (KithTrustChart *chart)
{
  if (chart == NULL)
    return;
  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      kith_opinion_history_free (chart->histories[end]);
      g_array_unref (chart->segments[end]);
      g_array_unref (chart->effects[end]);
      g_free (chart->names[end]);
    }
  g_array_unref (chart->points);
  g_free (chart);
}

/**
 * kith_trust_chart_is_rated:
 * @chart: a chart
 *
 * Returns: whether there is anything that a line could show
 */
gboolean
kith_trust_chart_is_rated (const KithTrustChart *chart)
{
  for (int end = 0; end < KITH_N_ENDS; end++)
    if (chart->histories[end] != NULL && chart->histories[end]->said->len > 0)
      return TRUE;
  return FALSE;
}

guint
kith_trust_chart_n_points (const KithTrustChart *chart)
{
  return chart->points->len;
}

/**
 * kith_trust_chart_point:
 * @chart: a chart
 * @i: a point
 *
 * Returns: (transfer none) (nullable): it; NULL for KITH_NO_POINT
 */
const KithChartPoint *
kith_trust_chart_point (const KithTrustChart *chart, int i)
{
  if (i < 0 || (guint) i >= chart->points->len)
    return NULL;
  return &g_array_index (chart->points, KithChartPoint, i);
}

/* An event is hit wherever it stands below the plot: on the axis and in the lanes. */
static KithRect
hit_box (const KithTrustChart *chart, const KithChartPoint *point)
{
  KithRect box = point->box;
  double top;

  if (point->kind != KITH_CHART_EVENT)
    return box;
  top = chart->lane[kith_chart_shows (chart, KITH_END_A) ? KITH_END_A : KITH_END_B]
        - KITH_CHART_LANE / 2;
  return (KithRect){ box.x, top, box.width, chart->axis + AXIS - top };
}

static double
distance (const KithRect *box, double x, double y)
{
  double dx = MAX (MAX (box->x - x, x - (box->x + box->width)), 0.0);
  double dy = MAX (MAX (box->y - y, y - (box->y + box->height)), 0.0);

  return hypot (dx, dy);
}

/**
 * kith_trust_chart_find:
 * @chart: a chart
 * @x: map units from its left side
 * @y: map units from its top
 *
 * Returns: the nearest point; of those that are hit alike the one whose middle is nearest
 */
int
kith_trust_chart_find (const KithTrustChart *chart, double x, double y)
{
  int found = KITH_NO_POINT;
  double best = REACH;
  double middle = 0.0;

  for (guint i = 0; i < chart->points->len; i++)
    {
      const KithChartPoint *point = &g_array_index (chart->points, KithChartPoint, i);
      KithRect box = hit_box (chart, point);
      double away = distance (&box, x, y);
      double off = hypot (box.x + box.width / 2 - x, box.y + box.height / 2 - y);

      if (away > best || (away == best && found != KITH_NO_POINT && off >= middle))
        continue;
      best = away;
      middle = off;
      found = (int) i;
    }
  return found;
}
