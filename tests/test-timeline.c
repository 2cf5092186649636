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

/* --- What happened, in words --- */

typedef struct
{
  KithMap *map;
  KithId police, ed, trust, link, space;
} Story;

static KithDate
date_of (const char *edtf)
{
  KithDate date;

  g_assert_true (kith_date_from_edtf (edtf, &date));
  return date;
}

static void
set (KithMap *map, KithKind kind, KithId id, const char *field, const char *value)
{
  test_do (map, kith_verb_set (map, kind, id, field, value, NULL));
}

static Story
tell_story (void)
{
  Story s = { .map = kith_map_new () };
  KithDate merged = date_of ("2012-04-01"), named = date_of ("2000");
  KithId acute = test_stakeholder (s.map, "Acute", 300, 0);
  KithId community = test_stakeholder (s.map, "Community", 300, 100);
  KithId event;

  s.police = test_stakeholder (s.map, "Police", 0, 0);
  s.trust = test_stakeholder (s.map, "Trust", 300, 300);
  s.ed = test_stakeholder (s.map, "ED", 600, 0);
  s.link = test_link (s.map, s.police, s.ed);
  test_link (s.map, acute, s.police);
  s.space = test_space (s.map, "Big Room", (KithId[]){ s.police, s.ed }, 2);
  set (s.map, KITH_LINK, s.link, "from", "2005");
  set (s.map, KITH_SPACE, s.space, "from", "2017-05");
  set (s.map, KITH_STAKEHOLDER, acute, "to", "2012-04-01");
  set (s.map, KITH_STAKEHOLDER, community, "to", "2012-04-01");
  set (s.map, KITH_STAKEHOLDER, s.trust, "from", "2012-04-01");
  test_add_succession (s.map, acute, s.trust, KITH_SUCCESSION_MERGED, &merged);
  test_add_succession (s.map, community, s.trust, KITH_SUCCESSION_MERGED, &merged);
  test_add_name (s.map, s.police, "The Watch", &named);
  test_rate (s.map, s.link, KITH_END_B, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_2, "2009");
  test_rate (s.map, s.link, KITH_END_B, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_4, "2015-06-12");
  test_rate (s.map, s.link, KITH_END_B, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_1, "2020");
  event = test_event (s.map, KITH_LINK, s.link, "A row");
  set (s.map, KITH_EVENT, event, "date", "2009-03");
  event = test_event (s.map, KITH_ABOUT, 0, "The long-term plan");
  set (s.map, KITH_EVENT, event, "date", "2019-01-07");
  return s;
}

/* Everything between two days that is worth saying, one line each. */
static char *
said (Story *s, const char *after, const char *until)
{
  g_autoptr (KithTimeline) timeline = kith_timeline_new (s->map);
  g_autoptr (GPtrArray) news = kith_timeline_news (timeline, date_of (after).first,
                                                   date_of (until).first, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < news->len; i++)
    {
      const KithNews *item = news->pdata[i];

      if (!item->follows)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " | " : "", item->words);
    }
  return g_string_free (out, FALSE);
}

static void
test_says_what_happened (void)
{
  static const struct
  {
    const char *after, *until, *said;
  } cases[] = {
    { "1999-12-30", "1999-12-31", "" },
    { "1999-12-31", "2000-01-01", "The Watch is now called Police" },
    { "2004-12-31", "2005-01-01", "Police and ED: link begins" },
    { "2008-12-31", "2009-01-01", "ED say 2 Cautious of Police" },
    { "2009-02-28", "2009-03-01", "A row" },
    { "2012-03-31", "2012-04-01", "Acute and Community merge into Trust" },
    { "2015-06-11", "2015-06-12", "Trust rises: ED say 4 Strong of Police (was 2)" },
    { "2017-04-30", "2017-05-01", "Big Room opens" },
    { "2019-01-06", "2019-01-07", "The long-term plan" },
    { "2019-12-31", "2020-01-01", "Trust falls: ED say 1 Needs repair of Police (was 4)" },
    /* over a longer time, what it came to */
    { "2014-12-31", "2021-01-01",
      "Big Room opens | The long-term plan | "
      "Trust falls: ED say 1 Needs repair of Police (was 2)" },
    { "2020-01-01", "2015-01-01", "" },
  };
  Story s = tell_story ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = said (&s, cases[i].after, cases[i].until);

      g_assert_cmpstr (words, ==, cases[i].said);
    }
  kith_map_unref (s.map);
}

static void
test_news_say_where (void)
{
  Story s = tell_story ();
  g_autoptr (KithTimeline) timeline = kith_timeline_new (s.map);
  g_autoptr (GPtrArray) news = kith_timeline_news (timeline, date_of ("2014").first,
                                                   date_of ("2019-12-31").first, 0);
  g_autoptr (GPtrArray) last = kith_timeline_news (timeline, date_of ("1990").first,
                                                   date_of ("2026").first, 2);
  const KithNews *rise = news->pdata[0];
  const KithNews *plan = news->pdata[news->len - 1];

  g_assert_cmpint (rise->type, ==, KITH_NEWS_RISES);
  g_assert_cmpint (rise->at, ==, s.link);
  g_assert_cmpint (rise->at_kind, ==, KITH_LINK);
  g_assert_cmpint (rise->end, ==, KITH_END_B);
  g_assert_cmpfloat (rise->before, ==, 2);
  g_assert_cmpfloat (rise->after, ==, 4);
  g_assert_cmpint (rise->day, ==, date_of ("2015-06-12").first);
  g_assert_cmpint (plan->type, ==, KITH_NEWS_EVENT);
  g_assert_cmpint (plan->at, ==, 0);
  g_assert_nonnull (kith_map_event (s.map, plan->id));
  g_assert_cmpuint (last->len, <=, 3);
  g_assert_cmpstr (((const KithNews *) last->pdata[last->len - 1])->words, ==,
                   "ED say 1 Needs repair of Police");
  kith_map_unref (s.map);
}

static void
test_histogram (void)
{
  Story s = tell_story ();
  g_autoptr (KithTimeline) timeline = NULL;
  const GPtrArray *marks;
  guint buckets[10], all = 0;
  KithId old = test_event (s.map, KITH_LINK, s.link, "Long ago");
  KithId vague = test_event (s.map, KITH_STAKEHOLDER, s.police, "Somebody remembers");

  set (s.map, KITH_EVENT, old, "date", "1990");
  set (s.map, KITH_EVENT, vague, "date", "../2012");
  timeline = kith_timeline_new (s.map);
  kith_timeline_histogram (timeline, date_of ("2000").first, date_of ("2019").last, buckets, 10);
  for (guint i = 0; i < 10; i++)
    all += buckets[i];
  g_assert_cmpuint (all, ==, 3);
  g_assert_cmpuint (buckets[2], ==, 1); /* seen from 2005, when its link began */
  g_assert_cmpuint (buckets[4], ==, 1);
  g_assert_cmpuint (buckets[6], ==, 1); /* 2012 at the latest */
  marks = kith_timeline_marks (timeline);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpstr (((const KithEvent *) marks->pdata[0])->title, ==, "The long-term plan");
  kith_map_unref (s.map);
}

/* A timeline is of a map as it was: after an edit it says that it is out of date. */
static void
test_is_of (void)
{
  Story s = tell_story ();
  g_autoptr (KithTimeline) timeline = kith_timeline_new (s.map);
  guint n;

  g_assert_true (kith_timeline_is_of (timeline, s.map));
  test_do (s.map, kith_verb_delete (s.map, &s.police, 1, NULL));
  g_assert_false (kith_timeline_is_of (timeline, s.map));
  kith_timeline_facts (timeline, date_of ("2004").first, date_of ("2005").first, &n);
  g_assert_cmpuint (n, >=, 1);
  kith_map_unref (s.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/moves-to-what-as-at-makes-at-every-boundary", test_walks);
  g_test_add_func ("/timeline/nothing-changes-between-two-boundaries", test_boundaries_are_all);
  g_test_add_func ("/timeline/of-a-map-without-dates-is-empty", test_nothing_dated);
  g_test_add_func ("/timeline/says-what-happened", test_says_what_happened);
  g_test_add_func ("/timeline/news-say-where-and-how-much", test_news_say_where);
  g_test_add_func ("/timeline/counts-events-and-marks-those-of-the-whole-map", test_histogram);
  g_test_add_func ("/timeline/knows-when-it-is-out-of-date", test_is_of);

  return g_test_run ();
}
