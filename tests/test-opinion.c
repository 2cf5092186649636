/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of several voices at several dates, as tables of ratings and what they sum up to. */
#include "kith-opinion.h"
#include "kith-test-maps.h"

#define OURS KITH_BASIS_IMPRESSION
#define THEIRS KITH_BASIS_OWN_WORDS
#define AGREED KITH_BASIS_AGREED
#define NOT_KNOWN KITH_SCORE_NOT_KNOWN

typedef struct
{
  const char *voice;
  int basis;
  int score;
  const char *date;
} Said;

typedef struct
{
  const char *name;
  Said said[8]; /* in the order of entry; ends with a voice of NULL */
  guint voices;
  double median;
  int step;
  int low;
  int high;
  int absence;
  gboolean impression;
  const char *words;
  const char *digit;
} Row;

static const Row rows[] = {
  { "nobody", { { NULL } }, 0, 0, 0, 0, 0, 0, FALSE, "Not rated yet", "" },
  { "one voice", { { "nurse", THEIRS, 4, "2020" } }, 1, 4, 4, 4, 4, 0, FALSE, "4 Strong", "4" },
  { "the latest of a voice counts",
    { { "n", THEIRS, 4, "2020" }, { "n", THEIRS, 2, "2021" } },
    1,
    2,
    2,
    2,
    2,
    0,
    FALSE,
    "2 Cautious",
    "2" },
  { "the latest, whatever the order of entry",
    { { "n", THEIRS, 2, "2021" }, { "n", THEIRS, 4, "2020" } },
    1,
    2,
    2,
    2,
    2,
    0,
    FALSE,
    "2 Cautious",
    "2" },
  { "on one day the later entered",
    { { "n", THEIRS, 2, "2021" }, { "n", THEIRS, 4, "2021" } },
    1,
    4,
    4,
    4,
    4,
    0,
    FALSE,
    "4 Strong",
    "4" },
  { "odd voices",
    { { "a", THEIRS, 5, "2020" }, { "b", THEIRS, 1, "2020" }, { "c", THEIRS, 4, "2019" } },
    3,
    4,
    4,
    1,
    5,
    0,
    FALSE,
    "4 Strong (1 to 5, 3 voices)",
    "4" },
  { "even voices",
    { { "a", THEIRS, 4, "2020" }, { "b", THEIRS, 1, "2020" } },
    2,
    2.5,
    2,
    1,
    4,
    0,
    FALSE,
    "2½ Cautious (1 to 4, 2 voices)",
    "2½" },
  { "even voices of one mind",
    { { "a", THEIRS, 3, "2020" }, { "b", THEIRS, 3, "2020" } },
    2,
    3,
    3,
    3,
    3,
    0,
    FALSE,
    "3 Working (2 voices)",
    "3" },
  { "even voices, whole median",
    { { "a", THEIRS, 2, "2020" }, { "b", THEIRS, 4, "2020" } },
    2,
    3,
    3,
    2,
    4,
    0,
    FALSE,
    "3 Working (2 to 4, 2 voices)",
    "3" },
  { "four voices",
    { { "a", OURS, 1, "2020" },
      { "b", THEIRS, 4, "2020" },
      { "c", THEIRS, 5, "2020" },
      { "d", THEIRS, 5, "2020" } },
    4,
    4.5,
    4,
    1,
    5,
    0,
    FALSE,
    "4½ Strong (1 to 5, 4 voices)",
    "4½" },
  { "not known supersedes",
    { { "n", THEIRS, 4, "2020" }, { "n", THEIRS, NOT_KNOWN, "2021" } },
    0,
    0,
    0,
    0,
    0,
    NOT_KNOWN,
    FALSE,
    "Not known",
    "?" },
  { "a step supersedes not known",
    { { "n", THEIRS, NOT_KNOWN, "2020" }, { "n", THEIRS, 3, "2021" } },
    1,
    3,
    3,
    3,
    3,
    0,
    FALSE,
    "3 Working",
    "3" },
  { "unset does not supersede",
    { { "n", THEIRS, 4, "2020" }, { "n", THEIRS, 0, "2021" } },
    1,
    4,
    4,
    4,
    4,
    0,
    FALSE,
    "4 Strong",
    "4" },
  { "only unset", { { "n", THEIRS, 0, "2021" } }, 0, 0, 0, 0, 0, 0, FALSE, "Not rated yet", "" },
  { "one step beside a not known",
    { { "a", THEIRS, NOT_KNOWN, "2022" }, { "b", THEIRS, 2, "2020" } },
    1,
    2,
    2,
    2,
    2,
    0,
    FALSE,
    "2 Cautious",
    "2" },
  { "would rather not say",
    { { "a", THEIRS, KITH_SCORE_PREFER_NOT, "2022" } },
    0,
    0,
    0,
    0,
    0,
    KITH_SCORE_PREFER_NOT,
    FALSE,
    "Prefer not to say",
    "?" },
  { "the latest reason of two",
    { { "a", THEIRS, KITH_SCORE_NOT_ASKED, "2020" }, { "b", THEIRS, NOT_KNOWN, "2022" } },
    0,
    0,
    0,
    0,
    0,
    NOT_KNOWN,
    FALSE,
    "Not known",
    "?" },
  { "our impression", { { "", OURS, 2, "2020" } }, 1, 2, 2, 2, 2, 0, TRUE, "2 Cautious", "2" },
  { "all impressions",
    { { "", OURS, 2, "2020" }, { "b", OURS, 4, "2020" } },
    2,
    3,
    3,
    2,
    4,
    0,
    TRUE,
    "3 Working (2 to 4, 2 voices)",
    "3" },
  { "one statement among impressions",
    { { "", OURS, 2, "2020" }, { "b", AGREED, 4, "2020" } },
    2,
    3,
    3,
    2,
    4,
    0,
    FALSE,
    "3 Working (2 to 4, 2 voices)",
    "3" },
  { "a superseded statement leaves an impression",
    { { "n", THEIRS, 4, "2020" }, { "n", OURS, 3, "2021" } },
    1,
    3,
    3,
    3,
    3,
    0,
    TRUE,
    "3 Working",
    "3" },
  { "an impression beside a not known",
    { { "a", OURS, 3, "2020" }, { "b", THEIRS, NOT_KNOWN, "2020" } },
    1,
    3,
    3,
    3,
    3,
    0,
    TRUE,
    "3 Working",
    "3" },
  { "imprecise dates begin with their first day",
    { { "n", THEIRS, 4, "2019" }, { "n", THEIRS, 2, "2019-03" } },
    1,
    2,
    2,
    2,
    2,
    0,
    FALSE,
    "2 Cautious",
    "2" },
  { "a decade before a year in it",
    { { "n", THEIRS, 5, "1995" }, { "n", THEIRS, 2, "199X" } },
    1,
    5,
    5,
    5,
    5,
    0,
    FALSE,
    "5 Deep",
    "5" },
  { "before a year is earliest",
    { { "n", THEIRS, 5, "1995" }, { "n", THEIRS, 1, "../2012" } },
    1,
    5,
    5,
    5,
    5,
    0,
    FALSE,
    "5 Deep",
    "5" },
  { "after a year is late",
    { { "n", THEIRS, 5, "2013" }, { "n", THEIRS, 1, "2014/.." } },
    1,
    1,
    1,
    1,
    1,
    0,
    FALSE,
    "1 Needs repair",
    "1" },
  { "no date is earliest",
    { { "n", THEIRS, 5, "1995" }, { "n", THEIRS, 1, "" } },
    1,
    5,
    5,
    5,
    5,
    0,
    FALSE,
    "5 Deep",
    "5" },
  { "voices are told apart exactly",
    { { "Nurse", THEIRS, 1, "2020" }, { "nurse", THEIRS, 5, "2021" } },
    2,
    3,
    3,
    1,
    5,
    0,
    FALSE,
    "3 Working (1 to 5, 2 voices)",
    "3" },
};

static KithId
new_link (KithMap *map)
{
  KithId a = test_stakeholder (map, "Police", 0, 0);
  KithId b = test_stakeholder (map, "ED", 300, 0);

  return test_link (map, a, b);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (KithMap) map = kith_map_new ();
      KithId link = new_link (map);
      KithOpinion opinion;
      KithOpinion other;
      g_autofree char *words = NULL;
      g_autofree char *digit = NULL;

      g_test_message ("%s", row->name);
      for (guint j = 0; row->said[j].voice != NULL; j++)
        test_rate (map, link, KITH_END_B, row->said[j].voice, (KithBasis) row->said[j].basis,
                   (KithScore) row->said[j].score, row->said[j].date);
      kith_opinion_of (map, link, KITH_END_B, KITH_TRUST, &opinion);
      kith_opinion_of (map, link, KITH_END_A, KITH_TRUST, &other);
      g_assert_cmpuint (opinion.voices, ==, row->voices);
      g_assert_cmpfloat (opinion.median, ==, row->median);
      g_assert_cmpint (opinion.step, ==, row->step);
      g_assert_cmpint (opinion.low, ==, row->low);
      g_assert_cmpint (opinion.high, ==, row->high);
      g_assert_cmpint (opinion.absence, ==, row->absence);
      g_assert_cmpint (opinion.impression, ==, row->impression);
      words = kith_opinion_to_words (&opinion);
      digit = kith_opinion_to_digit (&opinion);
      g_assert_cmpstr (words, ==, row->words);
      g_assert_cmpstr (digit, ==, row->digit);
      g_assert_cmpint (kith_opinion_is_rated (&opinion), ==, row->digit[0] != '\0');
      g_assert_false (kith_opinion_is_rated (&other));
    }
}

/* A later word about respect leaves the earlier one about trust standing. */
static void
test_dimensions (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId link = new_link (map);
  KithAssessment *later;
  KithOpinion opinion;

  test_rate (map, link, KITH_END_A, "n", THEIRS, KITH_SCORE_4, "2020");
  later = kith_record_copy (kith_map_assessment (map, test_rate (map, link, KITH_END_A, "n", THEIRS,
                                                                 KITH_SCORE_UNSET, "2021")));
  later->scores[KITH_RESPECT] = KITH_SCORE_1;
  test_put (map, later);
  kith_opinion_of (map, link, KITH_END_A, KITH_TRUST, &opinion);
  g_assert_cmpint (opinion.step, ==, 4);
  kith_opinion_of (map, link, KITH_END_A, KITH_RESPECT, &opinion);
  g_assert_cmpint (opinion.step, ==, 1);
  kith_opinion_of (map, link, KITH_END_A, KITH_UNDERSTANDING, &opinion);
  g_assert_false (kith_opinion_is_rated (&opinion));
}

static void
test_apart (void)
{
  static const struct
  {
    double a;
    double b;
    gboolean differ;
  } pairs[] = { { 1, 3, TRUE },   { 3, 1, TRUE },  { 2, 3, FALSE }, { 2.5, 4, FALSE },
                { 2, 4.5, TRUE }, { 5, 0, FALSE }, { 0, 0, FALSE }, { 1, 1, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      KithOpinion a = { .voices = pairs[i].a > 0, .median = pairs[i].a };
      KithOpinion b = { .voices = pairs[i].b > 0, .median = pairs[i].b };

      g_assert_cmpint (kith_opinions_differ (&a, &b), ==, pairs[i].differ);
    }
}

static void
test_sentence (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId link = new_link (map);
  g_autofree char *first = kith_link_to_words (map, kith_map_link (map, link));
  g_autofree char *then = NULL;

  g_assert_cmpstr (first, ==, "Police of ED: Not rated yet; ED of Police: Not rated yet");
  test_rate (map, link, KITH_END_A, "", THEIRS, KITH_SCORE_4, "2020");
  test_rate (map, link, KITH_END_B, "", OURS, KITH_SCORE_2, "2020");
  then = kith_link_to_words (map, kith_map_link (map, link));
  g_assert_cmpstr (then, ==, "Police say 4 Strong of ED; ED, we think, say 2 Cautious of Police");
}

static void
test_heard (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId one = new_link (map);
  KithId two = new_link (map);
  g_autofree char *words = NULL;
  KithHeard heard;

  test_rate (map, one, KITH_END_A, "", THEIRS, KITH_SCORE_4, "2020");
  test_rate (map, one, KITH_END_B, "", OURS, KITH_SCORE_4, "2020");
  test_rate (map, two, KITH_END_A, "", THEIRS, KITH_SCORE_NOT_KNOWN, "2020");
  kith_map_heard (map, &heard);
  g_assert_cmpuint (heard.ends, ==, 4);
  g_assert_cmpuint (heard.rated, ==, 2);
  g_assert_cmpuint (heard.heard, ==, 1);
  words = kith_heard_to_words (&heard);
  g_assert_cmpstr (words, ==, "Heard from 1 of 4 ends");
}

static void
test_latest (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId link = new_link (map);
  KithId nurse = test_rate (map, link, KITH_END_A, "nurse", THEIRS, KITH_SCORE_4, "2020");
  KithId director = test_rate (map, link, KITH_END_A, "director", THEIRS, KITH_SCORE_2, "2021");

  g_assert_cmpint (KITH_ID (kith_opinion_latest (map, link, KITH_END_A, "nurse")), ==, nurse);
  g_assert_cmpint (KITH_ID (kith_opinion_latest (map, link, KITH_END_A, NULL)), ==, director);
  g_assert_null (kith_opinion_latest (map, link, KITH_END_A, "porter"));
  g_assert_null (kith_opinion_latest (map, link, KITH_END_B, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion/sums-up-what-each-voice-said-last", test_rows);
  g_test_add_func ("/opinion/dimensions-stand-by-themselves", test_dimensions);
  g_test_add_func ("/opinion/two-steps-apart-is-a-gap", test_apart);
  g_test_add_func ("/opinion/a-link-is-read-out-from-both-ends", test_sentence);
  g_test_add_func ("/opinion/an-end-is-heard-when-it-spoke-itself", test_heard);
  g_test_add_func ("/opinion/the-latest-of-a-voice-can-be-corrected", test_latest);
  return g_test_run ();
}
