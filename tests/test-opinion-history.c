/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an opinion came to be: the same, on every day, as the map as at that day says. */
#include "kith-as-at.h"
#include "kith-opinion-history.h"
#include "kith-test-maps.h"

#define OURS KITH_BASIS_IMPRESSION
#define THEIRS KITH_BASIS_OWN_WORDS

static gint32
day (int year, int month, int date)
{
  return kith_date_day (year, month, date).first;
}

static KithMap *
new_map (KithId *link)
{
  KithMap *map = kith_map_new ();

  *link = test_link (map, test_stakeholder (map, "Police", 0, 0),
                     test_stakeholder (map, "ED", 400, 0));
  return map;
}

static void
assert_words (KithMap *map, KithId link, const char *words)
{
  g_autoptr (KithOpinionHistory) history = kith_opinion_history_new (map, link, KITH_END_A,
                                                                     KITH_TRUST);
  g_autofree char *said = kith_opinion_history_to_words (history);

  g_assert_cmpstr (said, ==, words);
}

static void
test_nothing (void)
{
  KithId link;
  g_autoptr (KithMap) map = new_map (&link);
  g_autoptr (KithOpinionHistory) history = NULL;
  KithOpinion opinion;

  test_rate (map, link, KITH_END_B, "", OURS, 3, "2015");
  history = kith_opinion_history_new (map, link, KITH_END_A, KITH_TRUST);
  g_assert_cmpuint (history->steps->len, ==, 0);
  g_assert_false (kith_opinion_history_at (history, day (2020, 1, 1), &opinion));
  g_assert_cmpint (opinion.voices, ==, 0);
  assert_words (map, link, "");
}

static void
test_holds (void)
{
  KithId link;
  g_autoptr (KithMap) map = new_map (&link);
  g_autoptr (KithOpinionHistory) history = NULL;
  KithOpinion opinion;

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2019-03");
  test_rate (map, link, KITH_END_A, "", THEIRS, 2, "2011");
  test_rate (map, link, KITH_END_A, "", THEIRS, 3, "2015");
  assert_words (map, link, "2 Cautious (2011), 3 Working (2015), 4 Strong (March 2019)");
  history = kith_opinion_history_new (map, link, KITH_END_A, KITH_TRUST);
  g_assert_false (kith_opinion_history_at (history, day (2010, 12, 31), &opinion));
  g_assert_true (kith_opinion_history_at (history, day (2011, 1, 1), &opinion));
  g_assert_cmpint (opinion.step, ==, 2);
  g_assert_true (kith_opinion_history_at (history, day (2014, 12, 31), &opinion));
  g_assert_cmpint (opinion.step, ==, 2);
  g_assert_true (kith_opinion_history_at (history, day (2015, 1, 1), &opinion));
  g_assert_cmpint (opinion.step, ==, 3);
  g_assert_true (kith_opinion_history_at (history, day (2030, 1, 1), &opinion));
  g_assert_cmpint (opinion.step, ==, 4);
}

static void
test_voices (void)
{
  KithId link;
  g_autoptr (KithMap) map = new_map (&link);
  g_autoptr (KithOpinionHistory) history = NULL;
  const KithOpinionSaid *said;
  KithOpinion opinion;

  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 2, "2012");
  test_rate (map, link, KITH_END_A, "director", OURS, 5, "2014");
  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 3, "2016");
  history = kith_opinion_history_new (map, link, KITH_END_A, KITH_TRUST);
  g_assert_cmpuint (history->voices->len, ==, 2);
  g_assert_cmpuint (history->said->len, ==, 3);
  said = &g_array_index (history->said, KithOpinionSaid, 1);
  g_assert_cmpstr (history->voices->pdata[said->voice], ==, "director");
  g_assert_true (said->impression);
  g_assert_true (kith_opinion_history_at (history, day (2015, 1, 1), &opinion));
  g_assert_cmpint (opinion.low, ==, 2);
  g_assert_cmpint (opinion.high, ==, 5);
  g_assert_cmpfloat (opinion.median, ==, 3.5);
  g_assert_true (kith_opinion_history_at (history, day (2016, 1, 1), &opinion));
  g_assert_cmpint (opinion.low, ==, 3);
}

static void
test_break (void)
{
  KithId link;
  g_autoptr (KithMap) map = new_map (&link);
  g_autoptr (KithOpinionHistory) history = NULL;
  KithOpinion opinion;

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "../2012");
  test_rate (map, link, KITH_END_A, "", THEIRS, KITH_SCORE_NOT_KNOWN, "2015");
  test_rate (map, link, KITH_END_A, "", THEIRS, 3, "2018");
  assert_words (map, link, "4 Strong (before 2013), Not known (2015), 3 Working (2018)");
  history = kith_opinion_history_new (map, link, KITH_END_A, KITH_TRUST);
  g_assert_cmpint (g_array_index (history->steps, KithOpinionStep, 0).day, ==, KITH_DAY_OPEN_FIRST);
  g_assert_true (kith_opinion_history_at (history, day (2016, 1, 1), &opinion));
  g_assert_cmpint (opinion.voices, ==, 0);
  g_assert_cmpint (opinion.absence, ==, KITH_SCORE_NOT_KNOWN);
}

/* One that says nothing of the dimension makes no step of it. */
static void
test_dimension (void)
{
  KithId link;
  g_autoptr (KithMap) map = new_map (&link);
  g_autoptr (KithOpinionHistory) history = NULL;
  KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2012");
  rating->link = link;
  rating->scores[KITH_ITEM_EARLY] = 2;
  rating->date = kith_date_year (2016);
  test_put (map, rating);
  assert_words (map, link, "4 Strong (2012)");
  history = kith_opinion_history_new (map, link, KITH_END_A, KITH_ITEM_EARLY);
  g_assert_cmpuint (history->steps->len, ==, 1);
}

static void
random_ratings (KithMap *map, KithId link, GRand *rand)
{
  static const char *const voices[] = { "", "nurse", "director", "constable" };
  static const char *const dates[] = { "",     "../2012", "2010~",   "201X",      "2014",
                                       "2015", "2015-06", "2015-12", "2016-01-01" };
  int n = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < n; i++)
    test_rate (map, link, KITH_END_A, voices[g_rand_int_range (rand, 0, 4)],
               (KithBasis) g_rand_int_range (rand, 0, 3), (KithScore) g_rand_int_range (rand, 1, 9),
               dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
}

/* The rule of the header, on maps that nobody thought out. */
static void
test_agrees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 200; round++)
    {
      KithId link;
      g_autoptr (KithMap) map = new_map (&link);
      g_autoptr (KithOpinionHistory) history = NULL;

      random_ratings (map, link, rand);
      history = kith_opinion_history_new (map, link, KITH_END_A, KITH_TRUST);
      for (gint32 when = day (2009, 6, 1); when < day (2027, 1, 1); when += 91)
        {
          g_autoptr (KithMap) then = kith_map_as_at (map, when);
          KithOpinion held;
          KithOpinion said;

          kith_opinion_of (then, link, KITH_END_A, KITH_TRUST, &held);
          kith_opinion_history_at (history, when, &said);
          g_assert_cmpfloat (said.median, ==, held.median);
          g_assert_cmpint (said.low, ==, held.low);
          g_assert_cmpint (said.high, ==, held.high);
          g_assert_cmpint (said.absence, ==, held.absence);
          g_assert_cmpint (said.voices, ==, held.voices);
          g_assert_true (said.impression == held.impression);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-history/is-empty-where-nobody-rated", test_nothing);
  g_test_add_func ("/opinion-history/a-rating-holds-until-the-next", test_holds);
  g_test_add_func ("/opinion-history/several-voices-have-a-median-and-a-range", test_voices);
  g_test_add_func ("/opinion-history/not-known-is-a-break", test_break);
  g_test_add_func ("/opinion-history/keeps-to-its-dimension", test_dimension);
  g_test_add_func ("/opinion-history/agrees-with-the-map-as-at-any-day", test_agrees);
  return g_test_run ();
}
