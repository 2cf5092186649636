/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-timeline.h"

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-test-times.h"

/* One step of a walk; `shown` is what it says it is before and after. */
static void
step (KithTimeline *timeline, KithMap *whole, KithMap *shown, gint32 from, gint32 to)
{
  g_autoptr (KithEdit) edit = kith_timeline_move (timeline, shown, from, to);
  g_autoptr (KithMap) expected = kith_map_as_at (whole, to);
  g_autoptr (GError) error = NULL;

  kith_map_apply (shown, edit, &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (shown, expected));
  test_check (shown);
}

/* Every boundary forwards, then backwards, then anywhere. */
static void
walk (KithMap *whole, GRand *rand)
{
  g_autoptr (KithTimeline) timeline = kith_timeline_new (whole);
  g_autoptr (KithMap) shown = NULL;
  gint32 first, last, day;

  g_assert_true (kith_timeline_span (timeline, &first, &last));
  day = first - 1;
  shown = kith_timeline_map (timeline, day);
  for (gint32 next; (next = kith_timeline_next (timeline, day)) != KITH_DAY_OPEN_LAST; day = next)
    {
      step (timeline, whole, shown, day, next - 1);
      step (timeline, whole, shown, next - 1, next);
    }
  g_assert_cmpint (day, ==, last);
  for (gint32 next; (next = kith_timeline_previous (timeline, day)) != KITH_DAY_OPEN_FIRST;
       day = next)
    step (timeline, whole, shown, day, next);
  g_assert_cmpint (day, ==, first);
  for (guint i = 0; i < 100; i++)
    {
      gint32 next = g_rand_int_range (rand, first - 400, last + 400);

      step (timeline, whole, shown, day, next);
      day = next;
    }
}

static void
test_walks (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      g_autoptr (KithMap) map = test_dated_map (3 + seed % 11, 4 + seed % 17, seed);
      g_autoptr (KithMap) partners = kith_map_for_audience (map, KITH_PARTNERS);
      g_autoptr (KithMap) public = kith_map_for_audience (map, KITH_PUBLIC);

      walk (map, rand);
      walk (partners, rand);
      walk (public, rand);
      g_rand_free (rand);
    }
}

/* Nothing differs between two neighbouring boundaries: stepping misses nothing. */
static void
test_boundaries_are_all (void)
{
  g_autoptr (KithMap) map = test_dated_map (9, 14, 77);
  g_autoptr (KithTimeline) timeline = kith_timeline_new (map);
  g_autoptr (KithMap) before = NULL;
  gint32 first, last;

  g_assert_true (kith_timeline_span (timeline, &first, &last));
  before = kith_map_as_at (map, first - 2);
  for (gint32 day = first - 1; day <= last + 1; day++)
    {
      g_autoptr (KithMap) now = kith_map_as_at (map, day);

      if (kith_timeline_next (timeline, day - 1) != day)
        g_assert_true (kith_map_equal (before, now));
      kith_map_unref (before);
      before = g_steal_pointer (&now);
    }
}

static void
test_nothing_dated (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithTimeline) timeline = NULL;
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (KithEdit) edit = NULL;
  gint32 first, last;
  guint bucket = 1;

  test_stakeholder (map, "Police", 0, 0);
  timeline = kith_timeline_new (map);
  g_assert_false (kith_timeline_span (timeline, &first, &last));
  g_assert_cmpint (kith_timeline_next (timeline, 700000), ==, KITH_DAY_OPEN_LAST);
  g_assert_cmpint (kith_timeline_previous (timeline, 700000), ==, KITH_DAY_OPEN_FIRST);
  kith_timeline_histogram (timeline, 700000, 710000, &bucket, 1);
  g_assert_cmpuint (bucket, ==, 0);
  news = kith_timeline_news (timeline, 600000, 800000, 0);
  g_assert_cmpuint (news->len, ==, 0);
  edit = kith_timeline_move (timeline, map, 700000, 710000);
  g_assert_true (kith_edit_is_empty (edit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/moves-to-what-as-at-makes-at-every-boundary", test_walks);
  g_test_add_func ("/timeline/nothing-changes-between-two-boundaries", test_boundaries_are_all);
  g_test_add_func ("/timeline/of-a-map-without-dates-is-empty", test_nothing_dated);

  return g_test_run ();
}
