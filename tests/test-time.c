/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time bar without its window: days on a line of pixels, and the pace of a play. */
#include "kith-as-at.h"
#include "kith-test-maps.h"
#include "kith-time-pace.h"
#include "kith-time-scale.h"

static gint32
day_of (int year, int month, int day)
{
  return kith_date_day (year, month, day).first;
}

static KithTimeScale
scale_of (int first, int last, double width)
{
  return (KithTimeScale){ day_of (first, 1, 1), day_of (last, 12, 31), 20, width };
}

/* --- The scale --- */

static void
test_places (void)
{
  KithTimeScale scale = scale_of (1990, 2026, 900);

  g_assert_cmpfloat (kith_time_scale_x (&scale, scale.first), ==, 20);
  g_assert_cmpfloat (kith_time_scale_x (&scale, scale.last), ==, 920);
  g_assert_cmpfloat (kith_time_scale_x (&scale, scale.first - 5000), ==, 20);
  g_assert_cmpfloat (kith_time_scale_x (&scale, scale.last + 5000), ==, 920);
  g_assert_cmpint (kith_time_scale_day (&scale, -1e9), ==, scale.first);
  g_assert_cmpint (kith_time_scale_day (&scale, 1e9), ==, scale.last);
  scale.width = 0; /* a window that has not been given its size */
  g_assert_cmpint (kith_time_scale_day (&scale, 20), ==, scale.last);
}

/* A day that is drawn is the day that is found again, where a pixel is less than a day. */
static void
test_there_and_back (void)
{
  KithTimeScale scale = { day_of (2019, 1, 1), day_of (2020, 12, 31), 7.5, 1600 };

  for (gint32 day = scale.first; day <= scale.last; day++)
    g_assert_cmpint (kith_time_scale_day (&scale, kith_time_scale_x (&scale, day)), ==, day);
}

typedef struct
{
  int first;
  int last;
  double width;
  guint n;
  const char *label; /* of the first tick */
  const char *next;
} TickRow;

static const TickRow rows[] = {
  { 2024, 2024, 900, 12, "2024", "Feb" },  /* a year over the whole window: months */
  { 2023, 2024, 500, 8, "2023", "Apr" },   /* quarters */
  { 2020, 2024, 700, 10, "2020", "Jul" },  /* halves */
  { 2015, 2024, 700, 10, "2015", "2016" }, /* years */
  { 1990, 2026, 900, 9, "1992", "1996" },  /* thirty years */
  { 1990, 2026, 200, 2, "2000", "2020" },  /* … in a narrow window */
  { 1000, 2999, 900, 10, "1000", "1200" }, /* all that there is */
  { 2990, 2999, 700, 10, "2990", "2991" }, /* the last years that have a name */
  { 1000, 1009, 700, 10, "1000", "1001" }, /* and the first */
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KithTimeScale scale = scale_of (rows[i].first, rows[i].last, rows[i].width);
      g_autoptr (GArray) ticks = kith_time_scale_ticks (&scale, 58);

      g_test_message ("%d to %d on %g", rows[i].first, rows[i].last, rows[i].width);
      g_assert_cmpuint (ticks->len, ==, rows[i].n);
      g_assert_cmpstr (g_array_index (ticks, KithTimeTick, 0).label, ==, rows[i].label);
      g_assert_cmpstr (g_array_index (ticks, KithTimeTick, 1).label, ==, rows[i].next);
    }
}

/* Whatever the span and the width: no tick outside, none too near, years that are called years. */
static void
test_ticks_keep_apart (void)
{
  for (int years = 1; years < 2000; years += 1 + years / 7)
    for (double width = 1; width < 3000; width *= 1.7)
      {
        KithTimeScale scale = scale_of (1000, 999 + years, width);
        g_autoptr (GArray) ticks = kith_time_scale_ticks (&scale, 58);
        double before = -1e9;

        for (guint i = 0; i < ticks->len; i++)
          {
            const KithTimeTick *tick = &g_array_index (ticks, KithTimeTick, i);
            double x = kith_time_scale_x (&scale, tick->day);

            g_assert_cmpint (tick->day, >=, scale.first);
            g_assert_cmpint (tick->day, <=, scale.last);
            g_assert_cmpfloat (x - before, >=, 58 * 0.9); /* months differ in length */
            g_assert_true (*tick->label != '\0');
            before = x;
          }
        g_assert_true (ticks->len > 0 || width < 400);
      }
}

static void
test_years_later (void)
{
  g_assert_cmpint (kith_time_years_later (day_of (2020, 2, 29), 1), ==, day_of (2021, 2, 28));
  g_assert_cmpint (kith_time_years_later (day_of (2020, 2, 29), 4), ==, day_of (2024, 2, 29));
  g_assert_cmpint (kith_time_years_later (day_of (2019, 3, 12), -19), ==, day_of (2000, 3, 12));
  g_assert_cmpint (kith_time_years_later (day_of (1003, 5, 6), -3), ==, day_of (1000, 5, 6));
}

/* --- The pace --- */

static void
put_event (KithMap *map, const char *date)
{
  KithEvent *event = kith_record_new (KITH_EVENT, kith_id_new ());

  kith_text_set (&event->title, date);
  g_assert_true (kith_date_from_edtf (date, &event->date));
  test_put (map, event);
}

static KithTimeline *
timeline_of (const char *const *dates)
{
  g_autoptr (KithMap) map = kith_map_new ();

  for (guint i = 0; dates[i] != NULL; i++)
    put_event (map, dates[i]);
  return kith_timeline_new (map);
}

/* All that holds of any pace: from end to end, never backwards, a way for each day. */
static void
check_pace (const KithTimePace *pace, gint32 first, gint32 last)
{
  gint32 before = first;

  g_assert_cmpint (kith_time_pace_day (pace, 0), ==, first);
  g_assert_cmpint (kith_time_pace_day (pace, 1), ==, last);
  g_assert_cmpint (kith_time_pace_day (pace, -1), ==, first);
  g_assert_cmpint (kith_time_pace_day (pace, 7), ==, last);
  g_assert_cmpfloat (kith_time_pace_way (pace, first), ==, 0);
  g_assert_cmpfloat (kith_time_pace_way (pace, last), ==, 1);
  g_assert_cmpfloat (kith_time_pace_way (pace, last + 1000), ==, 1);
  g_assert_cmpfloat (kith_time_pace_way (pace, first - 1000), ==, 0);
  for (int i = 0; i <= 2000; i++)
    {
      gint32 day = kith_time_pace_day (pace, i / 2000.0);

      g_assert_cmpint (day, >=, before);
      g_assert_cmpint (kith_time_pace_day (pace, kith_time_pace_way (pace, day) + 1e-9), ==, day);
      before = day;
    }
}

/* Thirty empty years take less of the play than the ten in which something happens. */
static void
test_hurries_through_what_is_empty (void)
{
  static const char *const dates[] = { "1980-01-01", "2010-01-01", "2011-06-01", "2012-03-01",
                                       "2014-01-01", "2015-05-05", "2017-01-01", "2018-08-08",
                                       "2020-01-01", NULL };
  g_autoptr (KithTimeline) timeline = timeline_of (dates);
  gint32 first = day_of (1980, 1, 1), last = day_of (2020, 1, 1);
  g_autoptr (KithTimePace) pace = kith_time_pace_new (timeline, first, last);
  double empty = kith_time_pace_way (pace, day_of (2010, 1, 1));

  check_pace (pace, first, last);
  g_assert_cmpfloat (empty, <, 0.6); /* at an even pace it would be 0.75 */
  g_assert_cmpfloat (empty, >, 0.2); /* but one sees that it was long */
}

/* Where something happens all the time it is even. */
static void
test_is_even_where_things_happen (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithTimeline) timeline = NULL;
  g_autoptr (KithTimePace) pace = NULL;
  gint32 first = day_of (2000, 1, 1), last = day_of (2010, 1, 1);

  for (int month = 0; month < 120; month++)
    {
      g_autofree char *date = g_strdup_printf ("%04d-%02d-01", 2000 + month / 12, month % 12 + 1);

      put_event (map, date);
    }
  timeline = kith_timeline_new (map);
  pace = kith_time_pace_new (timeline, first, last);
  check_pace (pace, first, last);
  g_assert_cmpfloat_with_epsilon (kith_time_pace_way (pace, day_of (2005, 1, 1)), 0.5, 0.01);
}

static void
test_edges (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "2019-03-12", NULL };
  static const char *const far[] = { "1000", "2999", NULL };
  static const char *const open[] = { "../2013", "2015/..", NULL };
  const struct
  {
    const char *const *dates;
    gint32 first;
    gint32 last;
  } cases[] = {
    { none, day_of (2020, 1, 1), day_of (2026, 1, 1) },
    { one, day_of (2019, 3, 12), day_of (2026, 11, 28) },
    { one, day_of (2019, 3, 12), day_of (2019, 3, 13) }, /* a single day to play */
    { far, day_of (1000, 1, 1), day_of (2999, 12, 31) },
    { open, day_of (2012, 1, 1), day_of (2026, 1, 1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KithTimeline) timeline = timeline_of (cases[i].dates);
      g_autoptr (KithTimePace) pace = kith_time_pace_new (timeline, cases[i].first, cases[i].last);

      g_test_message ("case %u", i);
      check_pace (pace, cases[i].first, cases[i].last);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/places-days-and-clamps-what-is-beyond", test_places);
  g_test_add_func ("/time-scale/finds-the-day-that-it-drew", test_there_and_back);
  g_test_add_func ("/time-scale/chooses-round-ticks", test_ticks);
  g_test_add_func ("/time-scale/keeps-ticks-apart-and-inside", test_ticks_keep_apart);
  g_test_add_func ("/time-scale/counts-years-over-leap-days", test_years_later);
  g_test_add_func ("/time-pace/hurries-through-what-is-empty", test_hurries_through_what_is_empty);
  g_test_add_func ("/time-pace/is-even-where-things-happen", test_is_even_where_things_happen);
  g_test_add_func ("/time-pace/holds-at-the-edges", test_edges);
  return g_test_run ();
}
