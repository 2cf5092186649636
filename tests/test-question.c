/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked of everyone, worked by hand: four stakeholders, three links. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-legend-items.h"
#include "kith-purpose.h"
#include "kith-question.h"
#include "kith-test-maps.h"
#include "kith-verbs-question.h"
#include "kith-verbs.h"

typedef struct
{
  KithMap *map;
  KithId who[4]; /* Police, ED, Council, Housing */
  KithId links[3];
  KithId question;
  KithId beds;
  KithId late;
} Asked;

static KithId
say (Asked *asked, guint who, const char *date, const char *text, int basis)
{
  const KithAnswer *shown = kith_answer_of (asked->map, asked->question, asked->who[who]);
  KithAnswering said = { .question = asked->question,
                         .stakeholder = asked->who[who],
                         .corrects = shown != NULL ? shown->record.id : 0,
                         .text = text,
                         .basis = basis,
                         .teller = "Director" };
  g_autoptr (GError) error = NULL;

  g_assert_true (kith_date_from_edtf (date, &said.date));
  test_do (asked->map, kith_verb_say_answer (asked->map, &said, &error));
  shown = kith_answer_of (asked->map, asked->question, asked->who[who]);
  return shown != NULL ? shown->record.id : 0;
}

static void
sort (Asked *asked, KithId answer, KithId position)
{
  test_do (asked->map, kith_verb_sort_answer (asked->map, answer, position, NULL));
}

/* Police and ED say “No beds”, Council “Late”, Housing nothing. */
static void
set_up (Asked *asked, KithQuestionKind kind)
{
  static const char *const names[] = { "Police", "ED", "Council", "Housing" };
  KithDate date = kith_date_day (2026, 3, 1);

  asked->map = kith_map_new ();
  for (guint i = 0; i < 4; i++)
    asked->who[i] = test_stakeholder (asked->map, names[i], 300.0 * i, 0);
  for (guint i = 0; i < 3; i++)
    asked->links[i] = test_link (asked->map, asked->who[i], asked->who[i + 1]);
  test_do (asked->map, kith_verb_add_question (asked->map, "  Why do they wait? ", kind, &date,
                                               &asked->question, NULL));
  test_do (asked->map,
           kith_verb_add_position (asked->map, asked->question, "No beds", &asked->beds, NULL));
  test_do (asked->map, kith_verb_add_position (asked->map, asked->question, "Late decisions",
                                               &asked->late, NULL));
}

static void
answer_all (Asked *asked)
{
  sort (asked, say (asked, 0, "2026-03-02", "There is nowhere to go", KITH_BASIS_OWN_WORDS),
        asked->beds);
  sort (asked, say (asked, 1, "2026-03-02", "No bed", KITH_BASIS_OWN_WORDS), asked->beds);
  sort (asked, say (asked, 2, "2026-03-02", "They decide on Fridays", KITH_BASIS_IMPRESSION),
        asked->late);
}

static void
counts_are_those_worked_by_hand (void)
{
  Asked asked;
  KithAgreement agreement;
  g_autofree char *words = NULL;
  char letter[4];

  set_up (&asked, KITH_QUESTION_CAUSE);
  answer_all (&asked);
  kith_question_agreement (asked.map, asked.question, &agreement);
  g_assert_cmpuint (agreement.asked, ==, 4);
  g_assert_cmpuint (agreement.answered, ==, 3);
  g_assert_cmpuint (agreement.sorted, ==, 3);
  g_assert_cmpuint (agreement.links[KITH_AGREES_SAME], ==, 1);
  g_assert_cmpuint (agreement.links[KITH_AGREES_NOT], ==, 1);
  g_assert_cmpuint (agreement.links[KITH_AGREES_ONE], ==, 1);
  words = kith_question_to_words (asked.map, asked.question);
  g_assert_cmpstr (words, ==,
                   "3 of 4 have answered. 2 say “No beds”, 1 says “Late decisions”. Both ends take "
                   "the same one on 1 of 2 links where both have one.");
  kith_position_letter (asked.map, asked.late, letter);
  g_assert_cmpstr (letter, ==, "B");
  test_check (asked.map);
  kith_map_unref (asked.map);
}

/* The room gets no impressions: neither in words nor in counts. */
static void
an_audience_counts_what_it_may_see (void)
{
  Asked asked;
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;
  g_autofree char *words = NULL;

  set_up (&asked, KITH_QUESTION_CAUSE);
  answer_all (&asked);
  partners = kith_map_for_audience (asked.map, KITH_PARTNERS);
  words = kith_question_to_words (partners, asked.question);
  g_assert_nonnull (strstr (words, "2 of 4 have answered."));
  g_assert_null (strstr (words, "Late"));
  public = kith_map_for_audience (asked.map, KITH_PUBLIC);
  g_assert_null (kith_answer_of (public, asked.question, asked.who[0]));
  kith_map_unref (asked.map);
}

/* A position that only hidden answers take tells what these say; one that nobody takes tells nothing. */
static void
a_position_of_hidden_answers_alone_is_hidden_too (void)
{
  Asked asked;
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) later = NULL;
  KithId nobodys, money, told;

  set_up (&asked, KITH_QUESTION_CAUSE);
  answer_all (&asked); /* “Late decisions” is our impression alone */
  test_do (asked.map,
           kith_verb_add_position (asked.map, asked.question, "No staff", &nobodys, NULL));
  test_do (asked.map, kith_verb_add_position (asked.map, asked.question, "No money", &money, NULL));
  told = say (&asked, 3, "2026-03-02", "They cannot pay", KITH_BASIS_OWN_WORDS);
  sort (&asked, told, money);
  test_do (asked.map, kith_verb_set (asked.map, KITH_ANSWER, told, "private", "1", NULL));
  partners = kith_map_for_audience (asked.map, KITH_PARTNERS);
  g_assert_nonnull (kith_map_get (partners, KITH_POSITION, asked.beds));
  g_assert_nonnull (kith_map_get (partners, KITH_POSITION, nobodys));
  g_assert_null (kith_map_get (partners, KITH_POSITION, asked.late));
  g_assert_null (kith_map_get (partners, KITH_POSITION, money));
  test_check (partners);
  test_do (asked.map, kith_verb_set (asked.map, KITH_ANSWER, told, "private", "0", NULL));
  later = kith_map_for_audience (asked.map, KITH_PARTNERS);
  g_assert_nonnull (kith_map_get (later, KITH_POSITION, money));
  g_assert_cmpuint (kith_position_count (later, money), ==, 1);
  kith_map_unref (asked.map);
}

/* Nor is it told by who is hidden itself, or in the legend of the lens. */
static void
a_position_of_hidden_people_is_in_no_legend (void)
{
  Asked asked;
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (GPtrArray) items = NULL;
  KithView view = KITH_VIEW_INIT;
  gboolean beds = FALSE;

  set_up (&asked, KITH_QUESTION_CAUSE);
  answer_all (&asked);
  sort (&asked, say (&asked, 3, "2026-03-02", "On Fridays", KITH_BASIS_OWN_WORDS), asked.late);
  test_do (asked.map,
           kith_verb_set (asked.map, KITH_STAKEHOLDER, asked.who[3], "private", "1", NULL));
  partners = kith_map_for_audience (asked.map, KITH_PARTNERS);
  view.audience = KITH_PARTNERS;
  view.lens = KITH_LENS_POSITIONS;
  items = kith_legend_items (partners, &view, TRUE);
  for (guint i = 0; i < items->len; i++)
    {
      const KithLegendItem *item = items->pdata[i];

      if (item->text == NULL)
        continue;
      beds = beds || strstr (item->text, "No beds") != NULL;
      g_assert_null (strstr (item->text, "Late"));
    }
  g_assert_true (beds);
  kith_map_unref (asked.map);
}

static void
later_words_supersede_and_earlier_ones_hold_at_their_day (void)
{
  Asked asked;
  g_autoptr (KithMap) then = NULL;
  KithId first, second;
  KithDate day = kith_date_day (2026, 4, 1);

  set_up (&asked, KITH_QUESTION_CAUSE);
  answer_all (&asked);
  first = kith_answer_of (asked.map, asked.question, asked.who[2])->record.id;
  second = say (&asked, 2, "2026-06-01", "There are no beds after all", KITH_BASIS_OWN_WORDS);
  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (kith_answer_of (asked.map, asked.question, asked.who[2])->position, ==, 0);
  sort (&asked, second, asked.beds);
  g_assert_cmpuint (kith_position_count (asked.map, asked.beds), ==, 3);
  then = kith_map_as_at (asked.map, day.first);
  g_assert_cmpuint (kith_position_count (then, asked.beds), ==, 2);
  g_assert_cmpuint (kith_position_count (then, asked.late), ==, 1);
  /* on the same day it is corrected, and cleared it is withdrawn */
  g_assert_cmpint (say (&asked, 2, "2026-06-01", "No beds", KITH_BASIS_AGREED), ==, second);
  g_assert_cmpint (kith_answer_of (asked.map, asked.question, asked.who[2])->position, ==,
                   asked.beds);
  g_assert_cmpint (say (&asked, 2, "2026-06-01", "  ", KITH_BASIS_AGREED), ==, first);
  kith_map_unref (asked.map);
}

/* The words of an impression are put right: partners do not get to see them. */
static void
corrected_words_stay_as_private_as_they_were (void)
{
  Asked asked;
  const KithAnswer *now;
  KithId id;

  set_up (&asked, KITH_QUESTION_CAUSE);
  id = say (&asked, 2, "2026-03-02", "They decide on Firdays", KITH_BASIS_IMPRESSION);
  test_do (asked.map, kith_verb_set_answer_kind (asked.map, id, KITH_ANSWER_SOLUTION, NULL));
  test_do (asked.map, kith_verb_set (asked.map, KITH_ANSWER, id, "private", "1", NULL));
  g_assert_cmpint (say (&asked, 2, "2026-03-02", "They decide on Fridays", KITH_BASIS_AS_IT_WAS),
                   ==, id);
  now = kith_map_get (asked.map, KITH_ANSWER, id);
  g_assert_cmpint (now->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_true (now->is_private);
  /* on a later day it is another answer, and no less private */
  g_assert_cmpint (say (&asked, 2, "2026-06-01", "On Fridays", KITH_BASIS_AS_IT_WAS), !=, id);
  now = kith_answer_of (asked.map, asked.question, asked.who[2]);
  g_assert_cmpint (now->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_true (now->is_private);
  g_assert_cmpint (now->kind, ==, KITH_ANSWER_SOLUTION);
  /* whose words they are is altered where that is said */
  say (&asked, 2, "2026-06-01", "Every Friday", KITH_BASIS_OWN_WORDS);
  now = kith_answer_of (asked.map, asked.question, asked.who[2]);
  g_assert_cmpint (now->basis, ==, KITH_BASIS_OWN_WORDS);
  g_assert_true (now->is_private);
  test_check (asked.map);
  kith_map_unref (asked.map);
}

static guint
n_warnings (KithMap *map)
{
  g_autoptr (GPtrArray) warnings = kith_question_warnings (map);

  return warnings->len;
}

static void
solutions_before_a_shared_diagnosis_are_warned_of (void)
{
  Asked asked;
  KithId housing;
  g_autoptr (GPtrArray) warnings = NULL;
  const KithQuestionWarning *warning;

  set_up (&asked, KITH_QUESTION_CAUSE);
  g_assert_cmpuint (n_warnings (asked.map), ==, 0);
  sort (&asked, say (&asked, 0, "2026-03-02", "Nowhere to go", KITH_BASIS_OWN_WORDS), asked.beds);
  sort (&asked, say (&asked, 2, "2026-03-02", "Fridays", KITH_BASIS_OWN_WORDS), asked.late);
  g_assert_cmpuint (n_warnings (asked.map), ==, 0);
  housing = say (&asked, 3, "2026-03-02", "Build a step-down ward", KITH_BASIS_OWN_WORDS);
  test_do (asked.map, kith_verb_set_answer_kind (asked.map, housing, KITH_ANSWER_SOLUTION, NULL));
  warnings = kith_question_warnings (asked.map);
  g_assert_cmpuint (warnings->len, ==, 1);
  warning = warnings->pdata[0];
  g_assert_cmpstr (warning->key, ==, "solutions-first/1");
  g_assert_cmpint (warning->question, ==, asked.question);
  g_assert_nonnull (strstr (warning->sentence, "1 of 2 who name one"));
  /* two of three take one position: shared */
  sort (&asked, say (&asked, 1, "2026-03-02", "No bed", KITH_BASIS_OWN_WORDS), asked.beds);
  g_assert_true (kith_question_is_shared (asked.map, asked.question));
  g_assert_cmpuint (n_warnings (asked.map), ==, 0);
  kith_map_unref (asked.map);
}

static void
a_question_for_solutions_alone_is_warned_of (void)
{
  Asked asked;

  set_up (&asked, KITH_QUESTION_SOLUTION);
  g_assert_cmpuint (n_warnings (asked.map), ==, 0);
  say (&asked, 0, "2026-03-02", "A ward", KITH_BASIS_OWN_WORDS);
  g_assert_cmpuint (n_warnings (asked.map), ==, 1);
  g_assert_cmpint (kith_answer_of (asked.map, asked.question, asked.who[0])->kind, ==,
                   KITH_ANSWER_SOLUTION);
  kith_map_unref (asked.map);
}

static void
what_makes_no_sense_is_refused (void)
{
  Asked asked;
  KithId id = 0, other = 0, answer;
  KithDate date = kith_date_year (2026);
  g_autoptr (GError) error = NULL;

  set_up (&asked, KITH_QUESTION_CAUSE);
  g_assert_null (kith_verb_add_question (asked.map, " ", KITH_QUESTION_CAUSE, &date, &id, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  test_do (asked.map, kith_verb_add_question (asked.map, "What is a home?", KITH_QUESTION_MEANING,
                                              &date, &other, NULL));
  test_do (asked.map, kith_verb_add_position (asked.map, other, "A place", &id, NULL));
  answer = say (&asked, 0, "2026", "Nowhere", KITH_BASIS_OWN_WORDS);
  g_assert_null (kith_verb_sort_answer (asked.map, answer, id, &error)); /* of another question */
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_assert_cmpint (kith_question_or_first (asked.map, 0)->record.id, ==, asked.question);
  kith_map_unref (asked.map);
}

static void
state (Asked *asked, guint who, KithStanceView view, const char *words)
{
  const KithStance *shown = kith_stance_of (asked->map, asked->who[who], 0);
  KithStating stated = { .stakeholder = asked->who[who],
                         .corrects = shown != NULL ? shown->record.id : 0,
                         .view = view,
                         .words = words,
                         .basis = KITH_BASIS_OWN_WORDS,
                         .date = kith_date_day (2026, 3, 1) };

  test_do (asked->map, kith_verb_set_stance (asked->map, &stated, NULL));
}

/* A view of which we only think that it is so. */
static void
a_corrected_view_stays_as_private_as_it_was (void)
{
  Asked asked;
  const KithStance *now;
  KithStating stated = { .view = KITH_STANCE_DIFFERS,
                         .words = "Home is not allways best",
                         .basis = KITH_BASIS_IMPRESSION,
                         .date = kith_date_day (2026, 3, 1) };

  set_up (&asked, KITH_QUESTION_CAUSE);
  stated.stakeholder = asked.who[2];
  test_do (asked.map, kith_verb_set_stance (asked.map, &stated, NULL));
  stated.corrects = kith_stance_of (asked.map, asked.who[2], 0)->record.id;
  test_do (asked.map,
           kith_verb_set (asked.map, KITH_STANCE, stated.corrects, "private", "1", NULL));
  stated.words = "Home is not always best";
  stated.basis = KITH_BASIS_AS_IT_WAS;
  stated.date = kith_date_day (2026, 6, 1);
  test_do (asked.map, kith_verb_set_stance (asked.map, &stated, NULL));
  now = kith_stance_of (asked.map, asked.who[2], 0);
  g_assert_cmpint (now->record.id, !=, stated.corrects);
  g_assert_cmpstr (now->words, ==, "Home is not always best");
  g_assert_cmpint (now->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_true (now->is_private);
  kith_map_unref (asked.map);
}

static void
who_shares_a_purpose_is_counted (void)
{
  Asked asked;
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;

  set_up (&asked, KITH_QUESTION_CAUSE);
  state (&asked, 0, KITH_STANCE_SHARES, "");
  state (&asked, 1, KITH_STANCE_SHARES, "");
  state (&asked, 2, KITH_STANCE_DIFFERS, "Home is not always best");
  words = kith_purpose_to_words (asked.map, 0, KITH_TEAM);
  g_assert_cmpstr (words, ==, "2 share it, 1 sees it differently, 1 has not been asked.");
  state (&asked, 1, KITH_STANCE_NOT_ASKED, "");
  g_assert_null (kith_stance_of (asked.map, asked.who[1], 0));
  after = kith_purpose_to_words (asked.map, 0, KITH_TEAM);
  g_assert_cmpstr (after, ==, "1 shares it, 1 sees it differently, 2 have not been asked.");
  test_check (asked.map);
  kith_map_unref (asked.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/counts-are-those-worked-by-hand", counts_are_those_worked_by_hand);
  g_test_add_func ("/question/an-audience-counts-what-it-may-see",
                   an_audience_counts_what_it_may_see);
  g_test_add_func ("/question/a-position-of-hidden-answers-alone-is-hidden-too",
                   a_position_of_hidden_answers_alone_is_hidden_too);
  g_test_add_func ("/question/a-position-of-hidden-people-is-in-no-legend",
                   a_position_of_hidden_people_is_in_no_legend);
  g_test_add_func ("/question/later-words-supersede-and-earlier-ones-hold-at-their-day",
                   later_words_supersede_and_earlier_ones_hold_at_their_day);
  g_test_add_func ("/question/corrected-words-stay-as-private-as-they-were",
                   corrected_words_stay_as_private_as_they_were);
  g_test_add_func ("/question/solutions-before-a-shared-diagnosis-are-warned-of",
                   solutions_before_a_shared_diagnosis_are_warned_of);
  g_test_add_func ("/question/a-question-for-solutions-alone-is-warned-of",
                   a_question_for_solutions_alone_is_warned_of);
  g_test_add_func ("/question/what-makes-no-sense-is-refused", what_makes_no_sense_is_refused);
  g_test_add_func ("/purpose/a-corrected-view-stays-as-private-as-it-was",
                   a_corrected_view_stays_as_private_as_it_was);
  g_test_add_func ("/purpose/who-shares-it-is-counted", who_shares_a_purpose_is_counted);
  return g_test_run ();
}
