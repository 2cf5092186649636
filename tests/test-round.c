/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-clip.h"
#include "kith-csv-export.h"
#include "kith-export.h"
#include "kith-json.h"
#include "kith-opinion.h"
#include "kith-round.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId council;
  KithId to_ed;      /* link of Police and ED */
  KithId to_council; /* link of Council and Police */
  KithId round;
} Place;

static Place
new_place (gboolean silent)
{
  Place place = { kith_map_new () };
  KithDate date = kith_date_month (2026, 10);
  g_autoptr (GError) error = NULL;

  place.police = test_stakeholder (place.map, "Police", 0, 0);
  place.ed = test_stakeholder (place.map, "ED", 400, 0);
  place.council = test_stakeholder (place.map, "Council", 0, 300);
  place.to_ed = test_link (place.map, place.police, place.ed);
  place.to_council = test_link (place.map, place.council, place.police);
  test_do (place.map,
           kith_verb_start_round (place.map, " Autumn 2026 ", &date, silent, &place.round, &error));
  g_assert_no_error (error);
  return place;
}

static void
answer (Place *place, KithId link, KithEnd end, const char *voice, KithScore score)
{
  KithAsk ask = { link, end };
  g_autoptr (GError) error = NULL;

  test_do (place->map, kith_verb_answer (place->map, place->round, &ask, voice,
                                         KITH_BASIS_OWN_WORDS, KITH_TRUST, score, &error));
  g_assert_no_error (error);
  test_check (place->map);
}

static void
open_round (Place *place)
{
  test_do (place->map, kith_verb_set_round_state (place->map, place->round, KITH_ROUND_OPEN, NULL));
}

static void
test_asks (void)
{
  Place place = new_place (FALSE);
  KithDate date = kith_date_month (2026, 10);
  g_autoptr (GArray) asks = kith_round_asks (place.map, place.police, &date);
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (asks->len, ==, 2);
  g_assert_cmpint (g_array_index (asks, KithAsk, 0).link, ==, place.to_council);
  g_assert_cmpint (g_array_index (asks, KithAsk, 0).end, ==, KITH_END_B);
  g_assert_cmpint (g_array_index (asks, KithAsk, 1).link, ==, place.to_ed);
  g_assert_cmpint (g_array_index (asks, KithAsk, 1).end, ==, KITH_END_A);
  test_do (place.map, kith_verb_set (place.map, KITH_STAKEHOLDER, place.ed, "to", "2020", NULL));
  test_do (place.map, kith_verb_set (place.map, KITH_LINK, place.to_council, "from", "2027", NULL));
  none = kith_round_asks (place.map, place.police, &date);
  g_assert_cmpuint (none->len, ==, 0);
  kith_map_unref (place.map);
}

static void
test_progress (void)
{
  Place place = new_place (FALSE);
  KithRoundProgress progress;
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) voices = NULL;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_4);
  answer (&place, place.to_ed, KITH_END_A, "Inspector", KITH_SCORE_NOT_KNOWN);
  answer (&place, place.to_council, KITH_END_B, "Inspector", KITH_SCORE_2);
  progress = kith_round_progress (place.map, place.round, place.police, "Sergeant");
  words = kith_round_progress_to_words (&progress, 1);
  g_assert_cmpstr (words, ==, "1 of 2 rated, 1 skipped");
  progress = kith_round_progress (place.map, place.round, place.police, "Inspector");
  g_assert_cmpuint (progress.rated, ==, 2);
  voices = kith_round_voices (place.map, place.round);
  g_assert_cmpuint (voices->len, ==, 2);
  g_assert_cmpstr (((KithRoundVoice *) voices->pdata[0])->voice, ==, "Sergeant");
  g_assert_cmpstr (kith_round_find_voice (place.map, place.round, place.police, "SERGEANT"), ==,
                   "Sergeant");
  g_assert_null (kith_round_find_voice (place.map, place.round, place.ed, "Sergeant"));
  kith_map_unref (place.map);
}

static void
test_answer_corrects (void)
{
  Place place = new_place (FALSE);
  KithAsk ask = { place.to_ed, KITH_END_A };
  const KithAssessment *said;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_4);
  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_2);
  said = kith_round_said (place.map, place.round, &ask, "Sergeant");
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 1);
  g_assert_cmpint (said->scores[KITH_TRUST], ==, 2);
  g_assert_cmpint (said->basis, ==, KITH_BASIS_OWN_WORDS);
  g_assert_cmpint (said->round, ==, place.round);
  g_assert_cmpint (said->date.precision, ==, KITH_DATE_MONTH);
  kith_map_unref (place.map);
}

/* Nor does anything that only the team may see go over into it. */
static void
test_words_leave_impressions_alone (void)
{
  Place place = new_place (FALSE);
  KithAsk ask = { place.to_ed, KITH_END_A };
  const KithAssessment *ours, *theirs;

  for (int i = 0; i < KITH_N_DIMENSIONS; i++)
    test_do (place.map, kith_verb_answer (place.map, place.round, &ask, "", KITH_BASIS_IMPRESSION,
                                          (KithDimension) i, KITH_SCORE_1, NULL));
  answer (&place, place.to_ed, KITH_END_A, "", KITH_SCORE_4);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 2);
  ours = kith_round_said_as (place.map, place.round, &ask, "", TRUE);
  theirs = kith_round_said_as (place.map, place.round, &ask, "", FALSE);
  g_assert_cmpint (ours->scores[KITH_TRUST], ==, 1);
  g_assert_cmpint (ours->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_cmpint (theirs->scores[KITH_TRUST], ==, 4);
  g_assert_cmpint (theirs->scores[KITH_RESPECT], ==, KITH_SCORE_UNSET);
  g_assert_cmpint (theirs->basis, ==, KITH_BASIS_OWN_WORDS);
  kith_map_unref (place.map);
}

/* A key on the canvas must not lay hands on what was said in a round. */
static void
test_quick_key_leaves_rounds_alone (void)
{
  Place place = new_place (TRUE);
  KithDate today = kith_date_month (2026, 10);
  KithAsk ask = { place.to_ed, KITH_END_A };

  test_do (place.map, kith_verb_answer (place.map, place.round, &ask, "", KITH_BASIS_IMPRESSION,
                                        KITH_TRUST, KITH_SCORE_5, NULL));
  test_do (place.map,
           kith_verb_rate (place.map, place.to_ed, KITH_END_A, KITH_TRUST, KITH_SCORE_1, &today));
  g_assert_cmpint (kith_round_said (place.map, place.round, &ask, "")->scores[KITH_TRUST], ==, 5);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 2);
  kith_map_unref (place.map);
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
assert_hidden (Place *place, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (place->map, audience);
  g_autoptr (KithMap) given = kith_map_for_audience (place->map, audience);
  g_autoptr (GBytes) table = kith_csv_export_links (shown);
  g_autofree char *left_out = kith_audience_leaves_out (place->map, audience);
  KithHeard heard;

  kith_map_heard (shown, &heard);
  g_assert_cmpuint (heard.rated, ==, 0);
  g_assert_cmpuint (kith_map_n (shown, KITH_ASSESSMENT), ==, 0);
  g_assert_false (holds (table, "2026-10"));
  g_assert_null (strstr (left_out, "1 rating"));
  if (audience != KITH_TEAM)
    {
      g_autoptr (GBytes) json = kith_map_to_json (given);

      g_assert_cmpuint (kith_map_n (given, KITH_ASSESSMENT), ==, 0);
      g_assert_false (holds (json, "\"trust\""));
    }
}

static GBytes *
draw (KithMap *map, KithAudience audience)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  GBytes *bytes;

  view.audience = audience;
  options.format = KITH_PICTURE_PNG;
  bytes = kith_export (map, &view, &options, NULL);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_sealed_shows_nowhere (void)
{
  Place place = new_place (TRUE);
  GBytes *before[2] = { draw (place.map, KITH_TEAM), draw (place.map, KITH_PARTNERS) };
  g_autoptr (GBytes) json = NULL;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  for (int audience = KITH_TEAM; audience <= KITH_PUBLIC; audience++)
    assert_hidden (&place, (KithAudience) audience);
  for (int audience = KITH_TEAM; audience <= KITH_PARTNERS; audience++)
    {
      g_autoptr (GBytes) after = draw (place.map, (KithAudience) audience);

      g_assert_true (g_bytes_equal (before[audience], after));
    }
  /* but nothing is lost: the team's own file has it */
  json = kith_map_to_json (place.map);
  g_assert_true (holds (json, "Sergeant"));
  g_bytes_unref (before[0]);
  g_bytes_unref (before[1]);
  kith_map_unref (place.map);
}

static void
test_opening_shows_all (void)
{
  Place place = new_place (TRUE);
  g_autoptr (KithMap) hidden = NULL;
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (KithEdit) edit = NULL;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  edit = kith_verb_set_round_state (place.map, place.round, KITH_ROUND_OPEN, NULL);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 1);
  hidden = kith_map_opened (place.map);
  g_assert_cmpuint (kith_map_n (hidden, KITH_ASSESSMENT), ==, 0);
  test_do (place.map, g_steal_pointer (&edit));
  shown = kith_map_opened (place.map);
  g_assert_true (shown == place.map);
  kith_map_unref (place.map);
}

static void
test_state_rules (void)
{
  Place place = new_place (TRUE);
  g_autoptr (GError) error = NULL;
  KithAsk ask = { place.to_ed, KITH_END_A };

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  g_assert_null (kith_verb_set_round_state (place.map, place.round, KITH_ROUND_CLOSED, NULL));
  g_assert_null (kith_verb_delete_round (place.map, place.round, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  open_round (&place);
  g_assert_null (kith_verb_set_round_state (place.map, place.round, KITH_ROUND_SEALED, NULL));
  test_do (place.map, kith_verb_set_round_state (place.map, place.round, KITH_ROUND_CLOSED, NULL));
  g_assert_null (kith_verb_answer (place.map, place.round, &ask, "Sergeant", KITH_BASIS_OWN_WORDS,
                                   KITH_TRUST, KITH_SCORE_1, NULL));
  g_assert_null (kith_verb_rename_round (place.map, place.round, "  ", NULL));
  test_do (place.map, kith_verb_rename_round (place.map, place.round, "Winter", NULL));
  g_assert_cmpstr (kith_map_round (place.map, place.round)->title, ==, "Winter");
  kith_map_unref (place.map);
}

static void
test_delete_keeps_ratings (void)
{
  Place place = new_place (FALSE);
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithEdit) back = NULL;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  before = kith_map_snapshot (place.map);
  edit = kith_verb_delete_round (place.map, place.round, NULL);
  back = kith_edit_invert (edit);
  test_do (place.map, g_steal_pointer (&edit));
  test_check (place.map);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ROUND), ==, 0);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 1);
  test_do (place.map, g_steal_pointer (&back));
  test_check (place.map);
  g_assert_true (kith_map_equal (place.map, before));
  kith_map_unref (place.map);
}

static void
test_spreads (void)
{
  Place place = new_place (FALSE);
  g_autoptr (GPtrArray) spreads = NULL;
  const KithSpread *first;

  answer (&place, place.to_council, KITH_END_B, "Sergeant", KITH_SCORE_3);
  answer (&place, place.to_council, KITH_END_B, "Inspector", KITH_SCORE_3);
  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  answer (&place, place.to_ed, KITH_END_A, "Inspector", KITH_SCORE_2);
  answer (&place, place.to_ed, KITH_END_A, "Control room", KITH_SCORE_NOT_KNOWN);
  spreads = kith_round_spreads (place.map, place.round, KITH_TRUST);
  g_assert_cmpuint (spreads->len, ==, 2);
  first = spreads->pdata[0];
  g_assert_cmpint (first->ask.link, ==, place.to_ed);
  g_assert_cmpint (first->low, ==, 2);
  g_assert_cmpint (first->high, ==, 5);
  g_assert_cmpuint (first->voices, ==, 2);
  g_assert_cmpfloat (first->median, ==, 3.5);
  g_assert_cmpuint (first->said->len, ==, 3);
  kith_map_unref (place.map);
}

static void
test_partners_hear_numbers (void)
{
  Place place = new_place (FALSE);
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) spreads = NULL;
  const KithSpread *first;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  shown = kith_map_to_show (place.map, KITH_PARTNERS);
  spreads = kith_round_spreads (shown, place.round, KITH_TRUST);
  first = spreads->pdata[0];
  g_assert_cmpstr (g_array_index (first->said, KithSaid, 0).voice, ==, "Voice 1");
  kith_map_unref (place.map);
}

/* What a voice said first stays with the team; it is a first voice all the same. */
static void
test_numbers_begin_with_one (void)
{
  Place place = new_place (FALSE);
  KithAsk ask = { place.to_ed, KITH_END_A };
  g_autoptr (KithMap) shown = NULL;

  test_rate (place.map, place.to_ed, KITH_END_A, "Sergeant", KITH_BASIS_IMPRESSION, KITH_SCORE_2,
             "2019");
  test_rate (place.map, place.to_ed, KITH_END_A, "Sergeant", KITH_BASIS_OWN_WORDS, KITH_SCORE_3,
             "2020");
  shown = kith_map_to_show (place.map, KITH_PARTNERS);
  g_assert_cmpstr (kith_round_said (shown, 0, &ask, NULL)->voice, ==, "Voice 1");
  kith_map_unref (place.map);
}

/* What is copied goes without its round, but goes. */
static void
test_clip_keeps_ratings (void)
{
  Place place = new_place (FALSE);
  KithId both[] = { place.police, place.ed };
  g_autoptr (KithMap) clip = NULL;

  answer (&place, place.to_ed, KITH_END_A, "Sergeant", KITH_SCORE_5);
  clip = kith_clip_new (place.map, both, 2);
  test_check (clip);
  g_assert_cmpuint (kith_map_n (clip, KITH_ASSESSMENT), ==, 1);
  g_assert_cmpuint (kith_map_n (clip, KITH_ROUND), ==, 0);
  kith_map_unref (place.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round/asks-an-organisation-for-its-own-ends-that-were-there", test_asks);
  g_test_add_func ("/round/progress-is-per-voice", test_progress);
  g_test_add_func ("/round/a-second-answer-corrects-the-first", test_answer_corrects);
  g_test_add_func ("/round/its-own-words-leave-our-impression-alone",
                   test_words_leave_impressions_alone);
  g_test_add_func ("/round/a-quick-key-leaves-it-alone", test_quick_key_leaves_rounds_alone);
  g_test_add_func ("/round/sealed/shows-and-counts-nowhere", test_sealed_shows_nowhere);
  g_test_add_func ("/round/sealed/opening-is-one-change-and-shows-all", test_opening_shows_all);
  g_test_add_func ("/round/state-goes-one-way", test_state_rules);
  g_test_add_func ("/round/deleting-it-keeps-the-ratings", test_delete_keeps_ratings);
  g_test_add_func ("/round/widest-difference-first", test_spreads);
  g_test_add_func ("/round/partners-hear-numbered-voices", test_partners_hear_numbers);
  g_test_add_func ("/round/numbers-of-voices-begin-with-one", test_numbers_begin_with_one);
  g_test_add_func ("/round/copying-keeps-the-ratings", test_clip_keeps_ratings);
  return g_test_run ();
}
