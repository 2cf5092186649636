/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inherited lines, and what each end of a link sees: nobody's words become another's, and no
 * audience hears more than it may. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-test-maps.h"
#include "kith-two-sides.h"
#include "kith-verbs-quote.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId link;
} Fixture;

static KithId
say (Fixture *f, KithTold told, const char *text)
{
  KithQuote *quote = kith_quote_draft (KITH_LINK, f->link);
  KithId id = KITH_ID (quote);

  quote->told = (int) told;
  kith_text_set (&quote->text, text);
  test_do (f->map, kith_verb_put_quote (f->map, quote, NULL));
  return id;
}

static KithId
happen (Fixture *f, KithTold told, const char *title)
{
  KithId id = test_event (f->map, KITH_LINK, f->link, title);
  KithEvent *event = kith_record_copy (kith_map_event (f->map, id));

  event->told = (int) told;
  test_put (f->map, event);
  return id;
}

static const KithQuote *
quote (Fixture *f, KithId id)
{
  return kith_map_get (f->map, KITH_QUOTE, id);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "ED", 300, 0);
  f->link = test_link (f->map, f->police, f->ed);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_check (f->map);
  kith_map_unref (f->map);
}

static void
test_needs_words (Fixture *f, gconstpointer data)
{
  KithQuote *draft = kith_quote_draft (KITH_LINK, f->link);
  g_autoptr (GError) error = NULL;

  kith_text_set (&draft->text, "  \n ");
  g_assert_null (kith_verb_put_quote (f->map, draft, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_needs_an_owner (Fixture *f, gconstpointer data)
{
  KithQuote *draft = kith_quote_draft (KITH_STAKEHOLDER, kith_id_new ());
  g_autoptr (GError) error = NULL;

  kith_text_set (&draft->text, "Our way");
  g_assert_null (kith_verb_put_quote (f->map, draft, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_status_has_its_date (Fixture *f, gconstpointer data)
{
  KithId id = say (f, KITH_TOLD_A, "It has never been our role");
  KithDate first = kith_date_year (2019), later = kith_date_year (2023);
  g_autofree char *words = NULL;

  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_QUESTIONED, &first, NULL));
  g_assert_true (kith_date_equal (&quote (f, id)->turned, &first));
  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_LET_GO, &later, NULL));
  g_assert_true (kith_date_equal (&quote (f, id)->turned, &first));
  g_assert_true (kith_date_equal (&quote (f, id)->let_go, &later));
  words = kith_quote_status_words (quote (f, id));
  g_assert_cmpstr (words, ==, "Let go: 2023");
  /* Questioned again: since it was first, and not let go. */
  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_QUESTIONED, &later, NULL));
  g_assert_true (kith_date_equal (&quote (f, id)->turned, &first));
  g_assert_false (kith_date_is_set (&quote (f, id)->let_go));
  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_HELD, &later, NULL));
  g_assert_false (kith_date_is_set (&quote (f, id)->turned));
}

static void
test_status_of_then (Fixture *f, gconstpointer data)
{
  KithId id = say (f, KITH_TOLD_A, "It has never been our role");
  KithDate first = kith_date_year (2019), later = kith_date_year (2023);
  const KithQuoteStatus expected[] = { KITH_QUOTE_HELD, KITH_QUOTE_QUESTIONED, KITH_QUOTE_LET_GO };
  const int years[] = { 2018, 2019, 2023 };

  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_QUESTIONED, &first, NULL));
  test_do (f->map, kith_verb_set_quote_status (f->map, id, KITH_QUOTE_LET_GO, &later, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      KithDate day = kith_date_day (years[i], 1, 1);
      g_autoptr (KithMap) then = kith_map_as_at (f->map, day.first);
      const KithQuote *one = kith_map_get (then, KITH_QUOTE, id);

      g_assert_cmpint (one->status, ==, expected[i]);
    }
}

static void
test_same_status_is_no_edit (Fixture *f, gconstpointer data)
{
  KithId id = say (f, KITH_TOLD_A, "Our way");
  KithDate today = kith_date_year (2020);
  g_autoptr (KithEdit) edit = kith_verb_set_quote_status (f->map, id, KITH_QUOTE_HELD, &today,
                                                          NULL);

  g_assert_true (kith_edit_is_empty (edit));
}

static void
test_order (Fixture *f, gconstpointer data)
{
  KithDate today = kith_date_year (2020);
  KithId gone = say (f, KITH_TOLD_A, "Gone");
  KithId asked = say (f, KITH_TOLD_A, "Asked");
  KithId held = say (f, KITH_TOLD_A, "Held");
  g_autoptr (GPtrArray) list = NULL;

  test_do (f->map, kith_verb_set_quote_status (f->map, gone, KITH_QUOTE_LET_GO, &today, NULL));
  test_do (f->map, kith_verb_set_quote_status (f->map, asked, KITH_QUOTE_QUESTIONED, &today, NULL));
  list = kith_quotes_of (f->map, f->link);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (KITH_ID (list->pdata[0]), ==, held);
  g_assert_cmpint (KITH_ID (list->pdata[1]), ==, asked);
  g_assert_cmpint (KITH_ID (list->pdata[2]), ==, gone);
}

static void
test_goes_with_its_link (Fixture *f, gconstpointer data)
{
  KithId id = say (f, KITH_TOLD_B, "Our way");
  g_autoptr (KithEdit) gone = kith_verb_delete (f->map, &f->link, 1, NULL);
  g_autoptr (KithEdit) back = kith_edit_invert (gone);

  g_assert_true (kith_map_apply (f->map, gone, NULL));
  g_assert_null (quote (f, id));
  g_assert_true (kith_map_apply (f->map, back, NULL));
  g_assert_cmpstr (quote (f, id)->text, ==, "Our way");
}

static void
test_reverse_keeps_who_said_it (Fixture *f, gconstpointer data)
{
  KithLink *link = kith_record_copy (kith_map_link (f->map, f->link));
  KithId event = happen (f, KITH_TOLD_A, "Winter");
  KithId shared = happen (f, KITH_TOLD_BOTH, "Summer");
  KithId line = say (f, KITH_TOLD_B, "Our way");
  g_autoptr (KithTwoSides) sides = NULL;

  kith_text_set (&link->need_a, "A call back");
  kith_text_set (&link->need_b, "Fewer surprises");
  test_put (f->map, link);
  test_do (f->map, kith_verb_reverse (f->map, f->link));
  g_assert_cmpint (kith_map_event (f->map, event)->told, ==, KITH_TOLD_B);
  g_assert_cmpint (kith_map_event (f->map, shared)->told, ==, KITH_TOLD_BOTH);
  g_assert_cmpint (quote (f, line)->told, ==, KITH_TOLD_A);
  sides = kith_two_sides_new (f->map, f->link, KITH_TEAM);
  g_assert_cmpstr (sides->sides[KITH_END_B].name, ==, "Police");
  g_assert_cmpstr (sides->sides[KITH_END_B].need, ==, "A call back");
  g_assert_cmpstr (sides->sides[KITH_END_A].need, ==, "Fewer surprises");
  g_assert_cmpuint (sides->sides[KITH_END_B].events->len, ==, 1);
  g_assert_cmpuint (sides->sides[KITH_END_A].quotes->len, ==, 1);
}

static void
test_reconnect_anew_takes_nothing_along (Fixture *f, gconstpointer data)
{
  KithId housing = test_stakeholder (f->map, "Housing", 0, 300);
  KithLink *link = kith_record_copy (kith_map_link (f->map, f->link));
  KithDate today = kith_date_year (2026);
  KithId made = 0;
  g_autoptr (GPtrArray) quotes = NULL;

  kith_text_set (&link->need_a, "A call back");
  test_put (f->map, link);
  g_assert_true (kith_link_has_story (f->map, f->link));
  say (f, KITH_TOLD_A, "Our way");
  test_do (f->map, kith_verb_reconnect (f->map, f->link, KITH_END_B, housing, KITH_RECONNECT_ANEW,
                                        &today, &made, NULL));
  quotes = kith_quotes_of (f->map, made);
  g_assert_cmpuint (quotes->len, ==, 0);
  g_assert_cmpstr (kith_map_link (f->map, made)->need_a, ==, "");
  g_assert_cmpstr (kith_map_link (f->map, f->link)->need_a, ==, "A call back");
}

static void
fill_two_sides (Fixture *f)
{
  KithLink *link = kith_record_copy (kith_map_link (f->map, f->link));

  kith_text_set (&link->need_a, "A call back");
  test_put (f->map, link);
  happen (f, KITH_TOLD_A, "A night without a bed");
  happen (f, KITH_TOLD_B, "A new rota");
  happen (f, KITH_TOLD_BOTH, "The flood");
  happen (f, KITH_TOLD_UNSET, "The move");
  say (f, KITH_TOLD_A, "We always wait");
  say (f, KITH_TOLD_BOTH, "It was better before");
  test_rate (f->map, f->link, KITH_END_A, "Sergeant", KITH_BASIS_OWN_WORDS, KITH_SCORE_2, "2020");
  test_rate (f->map, f->link, KITH_END_A, "Chief", KITH_BASIS_AGREED, KITH_SCORE_4, "2020");
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_IMPRESSION, KITH_SCORE_1, "2021");
}

static KithTwoSides *
sides_for (Fixture *f, KithAudience audience)
{
  g_autoptr (KithMap) seen = kith_map_for_audience (f->map, audience);

  return kith_two_sides_new (seen, f->link, audience);
}

static void
test_two_sides (Fixture *f, gconstpointer data)
{
  g_autoptr (KithTwoSides) sides = NULL;
  const KithSide *a;

  fill_two_sides (f);
  sides = sides_for (f, KITH_TEAM);
  a = &sides->sides[KITH_END_A];
  g_assert_cmpstr (a->heading, ==, "What Police make of ED");
  g_assert_cmpstr (a->needs, ==, "What Police would need of ED");
  g_assert_cmpstr (a->views[KITH_TRUST].words, ==, "2 Cautious");
  g_assert_cmpstr (a->views[KITH_TRUST].sentence, ==, "We check everything");
  g_assert_cmpstr (a->views[KITH_TRUST].voices, ==, "3 voices, from 1 to 4");
  g_assert_cmpstr (a->views[KITH_TRUST].basis, ==,
                   "Their own words · Agreed in the room · Our impression");
  g_assert_cmpstr (sides->sides[KITH_END_B].views[KITH_TRUST].words, ==, "Not rated yet");
  g_assert_cmpstr (sides->sides[KITH_END_B].views[KITH_TRUST].basis, ==, "");
  g_assert_cmpuint (a->events->len, ==, 1);
  g_assert_cmpstr (((KithEvent *) a->events->pdata[0])->title, ==, "A night without a bed");
  g_assert_cmpuint (sides->both->len, ==, 1);
  g_assert_cmpuint (sides->unsaid->len, ==, 1);
  g_assert_cmpuint (a->quotes->len, ==, 1);
  g_assert_cmpuint (sides->between->len, ==, 1);
}

static void
test_partners_hear_no_impression (Fixture *f, gconstpointer data)
{
  g_autoptr (KithTwoSides) sides = NULL;

  fill_two_sides (f);
  sides = sides_for (f, KITH_PARTNERS);
  g_assert_cmpstr (sides->sides[KITH_END_A].views[KITH_TRUST].words, ==, "3 Working");
  g_assert_cmpstr (sides->sides[KITH_END_A].views[KITH_TRUST].voices, ==, "2 voices, from 2 to 4");
  g_assert_cmpstr (sides->sides[KITH_END_A].need, ==, "A call back");
  g_assert_true (sides->has_quotes);
}

static void
test_public_reads_no_ratings (Fixture *f, gconstpointer data)
{
  g_autoptr (KithTwoSides) sides = NULL;

  fill_two_sides (f);
  sides = sides_for (f, KITH_PUBLIC);
  g_assert_false (sides->has_ratings);
  g_assert_false (sides->has_needs);
  g_assert_false (sides->has_quotes);
  g_assert_null (sides->sides[KITH_END_A].views[KITH_TRUST].words);
  g_assert_cmpstr (sides->sides[KITH_END_A].need, ==, "");
  g_assert_cmpuint (sides->between->len + sides->sides[KITH_END_A].quotes->len, ==, 0);
  g_assert_cmpuint (sides->sides[KITH_END_A].events->len, ==,
                    0); /* who tells of it is not public */
  g_assert_cmpuint (sides->unsaid->len, ==, 4);
}

static void
test_private_lines_stay (Fixture *f, gconstpointer data)
{
  KithId id = say (f, KITH_TOLD_A, "Between us");
  KithQuote *after = kith_record_copy (quote (f, id));
  g_autoptr (KithMap) seen = NULL;

  after->is_private = TRUE;
  kith_text_set (&after->teller, "Ward sister");
  test_put (f->map, after);
  id = say (f, KITH_TOLD_A, "Openly");
  after = kith_record_copy (quote (f, id));
  kith_text_set (&after->teller, "Ward sister");
  test_put (f->map, after);
  seen = kith_map_for_audience (f->map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (seen, KITH_QUOTE), ==, 1);
  g_assert_cmpstr (((KithQuote *) kith_map_nth (seen, KITH_QUOTE, 0))->teller, ==, "");
}

static void
test_row (Fixture *f, gconstpointer data)
{
  KithId housing = test_stakeholder (f->map, "Adult Social Care", 0, 300);
  KithId other = test_link (f->map, housing, f->police);
  KithId third = test_link (f->map, housing, f->ed);
  KithId chosen[] = { f->link, third };
  g_autoptr (GArray) of_police = kith_two_sides_row (f->map, f->link, &f->link, 1);
  g_autoptr (GArray) of_chosen = kith_two_sides_row (f->map, f->link, chosen, 2);

  g_assert_cmpuint (of_police->len, ==, 2);
  g_assert_cmpint (g_array_index (of_police, KithId, 0), ==, other);
  g_assert_cmpint (g_array_index (of_police, KithId, 1), ==, f->link);
  g_assert_cmpuint (of_chosen->len, ==, 2);
  g_assert_cmpint (g_array_index (of_chosen, KithId, 0), ==, third);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/lines/needs-words", test_needs_words);
  ADD ("/lines/needs-an-owner", test_needs_an_owner);
  ADD ("/lines/a-status-has-its-date", test_status_has_its_date);
  ADD ("/lines/as-at-a-day-it-has-the-status-of-then", test_status_of_then);
  ADD ("/lines/the-same-status-changes-nothing", test_same_status_is_no_edit);
  ADD ("/lines/held-come-before-questioned-before-let-go", test_order);
  ADD ("/lines/go-and-come-back-with-their-link", test_goes_with_its_link);
  ADD ("/lines/reversing-a-link-keeps-who-said-what", test_reverse_keeps_who_said_it);
  ADD ("/lines/a-new-link-takes-nothing-along", test_reconnect_anew_takes_nothing_along);
  ADD ("/lines/private-ones-and-tellers-stay-with-the-team", test_private_lines_stay);
  ADD ("/two-sides/say-what-each-end-says", test_two_sides);
  ADD ("/two-sides/partners-hear-no-impression", test_partners_hear_no_impression);
  ADD ("/two-sides/the-public-reads-no-ratings", test_public_reads_no_ratings);
  ADD ("/two-sides/follow-one-another-by-name", test_row);
  return g_test_run ();
}
