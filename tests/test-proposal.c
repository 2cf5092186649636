/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed from a base and from what happened since, and what never is. */
#include "kith-audience.h"
#include "kith-proposal.h"
#include "kith-test-maps.h"

#define THEIRS KITH_BASIS_OWN_WORDS

/* What is proposed for end A, in words; NULL: nothing. */
static void
assert_proposed (KithMap *map, KithId link, const char *words)
{
  g_autoptr (KithProposal) proposal = kith_proposal_new (map, link, KITH_END_A);
  g_autofree char *said = proposal != NULL ? kith_proposal_to_words (map, proposal) : NULL;

  g_assert_cmpstr (said, ==, words);
}

static void
test_follows (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);

  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 4, "2015");
  assert_proposed (map, link, NULL);
  test_happen (map, link, "The winter when nobody rang", "2016", KITH_EFFECT_MINUS_1,
               KITH_EFFECT_UNSET);
  assert_proposed (map, link, "3 Working: 4 Strong (2015), −1 The winter when nobody rang");
  test_happen (map, link, "", "2018-05", KITH_EFFECT_MINUS_1, KITH_EFFECT_NONE);
  assert_proposed (map, link,
                   "2 Cautious: 4 Strong (2015), −1 The winter when nobody rang, −1 Joint project");
  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 3, "2019");
  assert_proposed (map, link, NULL);
}

static void
test_surely_later (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2015");
  test_happen (map, link, "Within the year", "2015-11", KITH_EFFECT_MINUS_2, KITH_EFFECT_MINUS_2);
  test_happen (map, link, "In those years", "201X", KITH_EFFECT_MINUS_2, KITH_EFFECT_MINUS_2);
  test_happen (map, link, "Whenever", "", KITH_EFFECT_MINUS_2, KITH_EFFECT_MINUS_2);
  assert_proposed (map, link, NULL);
}

static void
test_no_base (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);

  test_happen (map, link, "Won", "2016", KITH_EFFECT_PLUS_1, KITH_EFFECT_PLUS_1);
  assert_proposed (map, link, NULL);
  test_rate (map, link, KITH_END_A, "", THEIRS, KITH_SCORE_NOT_KNOWN, "2015");
  assert_proposed (map, link, NULL);
  g_assert_null (kith_proposal_new (map, 4711, KITH_END_A));
}

static void
test_held (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2015");
  test_happen (map, link, "Won", "2016", KITH_EFFECT_PLUS_2, KITH_EFFECT_UNSET);
  assert_proposed (map, link, "5 Deep: 4 Strong (2015), +2 Won");
  test_happen (map, link, "Lost", "2017", KITH_EFFECT_MINUS_2, KITH_EFFECT_UNSET);
  assert_proposed (map, link, NULL); /* back where it was */
}

/* With halves the more cautious, and no voice's word is put aside. */
static void
test_voices (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);

  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 2, "2014");
  test_rate (map, link, KITH_END_A, "director", THEIRS, 3, "2015");
  test_happen (map, link, "Won", "2016", KITH_EFFECT_PLUS_1, KITH_EFFECT_UNSET);
  assert_proposed (map, link, "3 Working: 2½ Cautious (2015), +1 Won");
}

static void
test_taken (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  g_autoptr (KithProposal) proposal = NULL;
  const KithAssessment *rating;
  KithOpinion opinion;
  KithHeard heard;

  test_rate (map, link, KITH_END_A, "nurse", THEIRS, 4, "2015");
  test_happen (map, link, "Lost", "2016-03", KITH_EFFECT_MINUS_1, KITH_EFFECT_UNSET);
  proposal = kith_proposal_new (map, link, KITH_END_A);
  kith_opinion_of (map, link, KITH_END_A, KITH_TRUST, &opinion);
  g_assert_cmpint (opinion.step, ==, 4); /* proposed is not said */
  kith_map_heard (map, &heard);
  g_assert_cmpuint (heard.rated, ==, 1);
  test_do (map, kith_verb_take_proposal (map, proposal));
  test_check (map);
  rating = kith_opinion_latest (map, link, KITH_END_A, "");
  g_assert_cmpint (rating->scores[KITH_TRUST], ==, 3);
  g_assert_cmpint (rating->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_cmpstr (rating->note, ==, "Follows from: 3 Working: 4 Strong (2015), −1 Lost");
  g_assert_cmpint (rating->date.first, ==, kith_date_month (2016, 3).first);
  assert_proposed (map, link, NULL);
}

/* A partner's window proposes from what partners see alone. */
static void
test_audience (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;
  KithEvent *private;

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2015");
  test_rate (map, link, KITH_END_A, "", KITH_BASIS_IMPRESSION, 2, "2016");
  test_happen (map, link, "Seen", "2017", KITH_EFFECT_MINUS_1, KITH_EFFECT_UNSET);
  private = kith_record_copy (
      kith_map_event (map, test_happen (map, link, "Hidden", "2018", KITH_EFFECT_MINUS_1, 0)));
  private->is_private = TRUE;
  test_put (map, private);
  assert_proposed (map, link, "1 Needs repair: 2 Cautious (2016), −1 Seen, −1 Hidden");
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  assert_proposed (partners, link, "3 Working: 4 Strong (2015), −1 Seen");
  public = kith_map_for_audience (map, KITH_PUBLIC);
  assert_proposed (public, link, NULL);
}

static void
succeed (KithMap *map, KithId before, KithId after)
{
  KithSuccession *succession = kith_record_new (KITH_SUCCESSION, kith_id_new ());

  succession->before = before;
  succession->after = after;
  succession->date = kith_date_year (2017);
  test_put (map, succession);
}

static void
test_predecessor (void)
{
  KithId old_link;
  g_autoptr (KithMap) map = test_police_and_ed (&old_link);
  KithId police = kith_map_link (map, old_link)->a;
  KithId ed = kith_map_link (map, old_link)->b;
  KithId trust = test_stakeholder (map, "Trust", 800, 0);
  KithId link = test_link (map, trust, police); /* the other way round */
  g_autoptr (KithProposal) proposal = NULL;
  g_autofree char *words = NULL;

  succeed (map, ed, trust);
  test_rate (map, old_link, KITH_END_A, "", THEIRS, 4, "2015");
  test_rate (map, old_link, KITH_END_B, "", THEIRS, 1, "2015");
  test_happen (map, old_link, "Before the merger", "2016", KITH_EFFECT_MINUS_1, KITH_EFFECT_UNSET);
  test_happen (map, link, "After it", "2018", KITH_EFFECT_UNSET, KITH_EFFECT_MINUS_1);
  proposal = kith_proposal_new (map, link, KITH_END_B);
  g_assert_nonnull (proposal);
  words = kith_proposal_to_words (map, proposal);
  g_assert_cmpstr (words, ==,
                   "2 Cautious: 4 Strong (2015, Police of ED), −1 Before the merger, −1 After it");
  /* what it says itself comes first */
  test_rate (map, link, KITH_END_B, "", THEIRS, 5, "2019");
  g_assert_null (kith_proposal_new (map, link, KITH_END_B));
}

/* Two links of the same pair are two relations, not one after the other. */
static void
test_parallel (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  const KithLink *record = kith_map_link (map, link);
  KithId other = test_link (map, record->a, record->b);

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2015");
  test_happen (map, other, "Lost", "2016", KITH_EFFECT_MINUS_1, KITH_EFFECT_MINUS_1);
  g_assert_null (kith_proposal_new (map, other, KITH_END_A));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/follows-from-the-last-rating-and-what-happened-since", test_follows);
  g_test_add_func ("/proposal/counts-only-what-is-surely-later", test_surely_later);
  g_test_add_func ("/proposal/needs-a-step-to-start-from", test_no_base);
  g_test_add_func ("/proposal/is-held-to-one-to-five-and-says-nothing-of-no-change", test_held);
  g_test_add_func ("/proposal/starts-from-the-median-of-the-voices", test_voices);
  g_test_add_func ("/proposal/is-not-said-until-it-is-taken", test_taken);
  g_test_add_func ("/proposal/keeps-to-what-an-audience-sees", test_audience);
  g_test_add_func ("/proposal/starts-from-the-link-that-was-there-before-a-merger",
                   test_predecessor);
  g_test_add_func ("/proposal/does-not-start-from-another-link-of-the-same-two", test_parallel);
  return g_test_run ();
}
