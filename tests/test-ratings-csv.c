/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kith-ratings-csv.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId link;
  KithId round;
} Place;

static const KithDate *
today (void)
{
  static KithDate date;

  date = kith_date_day (2026, 11, 3);
  return &date;
}

static Place
new_place (gboolean silent)
{
  Place place = { kith_map_new () };
  KithDate date = kith_date_month (2026, 10);

  place.police = test_stakeholder (place.map, "=Police", 0, 0);
  place.ed = test_stakeholder (place.map, "ED, \"main\"", 400, 0);
  place.link = test_link (place.map, place.police, place.ed);
  test_do (place.map,
           kith_verb_start_round (place.map, "Autumn", &date, silent, &place.round, NULL));
  return place;
}

static void
say (Place *place, const char *voice, KithScore score)
{
  KithAsk ask = { place->link, KITH_END_A };

  test_do (place->map, kith_verb_answer (place->map, place->round, &ask, voice,
                                         KITH_BASIS_OWN_WORDS, KITH_TRUST, score, NULL));
}

static KithRatingsRead *
read_text (Place *place, const char *text, KithId round)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithCsvTable) table = kith_csv_read (bytes, "sheet.csv", &error);
  KithRatingsRead *read;

  g_assert_no_error (error);
  read = kith_ratings_csv_read (place->map, table, round, today (), &error);
  g_assert_no_error (error);
  return read;
}

static char *
write_text (Place *place, gboolean blank)
{
  KithRoundSheet sheet = { place->police, place->round, NULL, blank };
  g_autoptr (KithMap) shown = kith_map_to_show (place->map, KITH_TEAM);
  g_autoptr (GBytes) bytes = kith_ratings_csv_write (shown, &sheet);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
apply (Place *place, KithRatingsRead *read)
{
  test_do (place->map, kith_edit_ref (read->edit));
  test_check (place->map);
}

static void
test_blank_filled_and_read_back (void)
{
  Place place = new_place (FALSE);
  g_autofree char *blank = write_text (&place, TRUE);
  g_auto (GStrv) lines = g_strsplit (blank, "\r\n", -1);
  g_autofree char *row = g_strdup_printf ("%s\r\n%" G_GINT64_FORMAT
                                          ",,A,,Sergeant,,,4 - Strong,not known,,"
                                          "Better since May,\r\n",
                                          lines[0] + 3, place.link);
  g_autoptr (KithRatingsRead) read = read_text (&place, row, place.round);
  KithAsk ask = { place.link, KITH_END_A };
  const KithAssessment *said;

  g_assert_nonnull (strstr (blank, "'=Police"));
  if (read->notes->len > 0)
    g_test_message ("%s", ((KithCsvProblem *) read->notes->pdata[0])->message);
  g_assert_cmpuint (read->counts.added, ==, 1);
  g_assert_cmpuint (read->counts.lost, ==, 0);
  apply (&place, read);
  said = kith_round_said (place.map, place.round, &ask, "Sergeant");
  g_assert_cmpint (said->scores[KITH_TRUST], ==, 4);
  g_assert_cmpint (said->scores[KITH_RESPECT], ==, KITH_SCORE_NOT_KNOWN);
  g_assert_cmpint (said->scores[KITH_UNDERSTANDING], ==, KITH_SCORE_UNSET);
  g_assert_cmpstr (said->note, ==, "Better since May");
  g_assert_cmpint (said->basis, ==, KITH_BASIS_OWN_WORDS);
  g_assert_cmpint (said->date.precision, ==, KITH_DATE_MONTH);
  kith_map_unref (place.map);
}

static void
test_filled_sheet_comes_back_unchanged (void)
{
  Place place = new_place (FALSE);
  g_autofree char *text = NULL;
  g_autoptr (KithRatingsRead) read = NULL;

  say (&place, "Sergeant", KITH_SCORE_4);
  say (&place, "Inspector", KITH_SCORE_PREFER_NOT);
  text = write_text (&place, FALSE);
  read = read_text (&place, text, place.round);
  g_assert_cmpuint (read->counts.unchanged, ==, 2);
  g_assert_true (kith_edit_is_empty (read->edit));
  kith_map_unref (place.map);
}

static void
test_said_again_supersedes (void)
{
  Place place = new_place (FALSE);
  KithAsk ask = { place.link, KITH_END_A };
  g_autofree char *text = NULL;
  g_autoptr (KithRatingsRead) read = NULL;

  say (&place, "Sergeant", KITH_SCORE_4);
  text = g_strdup_printf ("link,end,voice,trust\n%" G_GINT64_FORMAT ",a,Sergeant,2\n", place.link);
  read = read_text (&place, text, place.round);
  g_assert_cmpuint (read->counts.superseded, ==, 1);
  apply (&place, read);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 2);
  g_assert_cmpint (kith_round_said (place.map, place.round, &ask, "Sergeant")->scores[0], ==, 2);
  kith_map_unref (place.map);
}

/* A correction of what a numbered voice said is that voice's, whatever the page calls it. */
static void
test_correct_and_withdraw_by_rating (void)
{
  Place place = new_place (FALSE);
  KithAsk ask = { place.link, KITH_END_A };
  g_autofree char *text = NULL;
  g_autoptr (KithRatingsRead) read = NULL;

  say (&place, "Sergeant", KITH_SCORE_4);
  say (&place, "Inspector", KITH_SCORE_1);
  text = g_strdup_printf ("link,round,end,rating,voice,trust,withdraw\n"
                          "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",a,%" G_GINT64_FORMAT
                          ",Voice 1,3,\n"
                          "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",a,%" G_GINT64_FORMAT
                          ",Voice 2,1,Yes\n",
                          place.link, place.round,
                          KITH_ID (kith_round_said (place.map, place.round, &ask, "Sergeant")),
                          place.link, place.round,
                          KITH_ID (kith_round_said (place.map, place.round, &ask, "Inspector")));
  read = read_text (&place, text, 0);
  g_assert_cmpuint (read->counts.superseded, ==, 1);
  g_assert_cmpuint (read->counts.withdrawn, ==, 1);
  apply (&place, read);
  g_assert_cmpint (kith_round_said (place.map, place.round, &ask, "Sergeant")->scores[0], ==, 3);
  g_assert_null (kith_round_said (place.map, place.round, &ask, "Inspector"));
  kith_map_unref (place.map);
}

static void
test_odd_rows_are_left_out_whole (void)
{
  Place place = new_place (FALSE);
  g_autofree char *text =
      g_strdup_printf ("link,round,end,rating,voice,trust,respect,withdraw\n"
                       "123,,a,,X,3,,\n"                           /* no such link */
                       "%1$" G_GINT64_FORMAT ",,c,,X,3,,\n"        /* no such end */
                       "%1$" G_GINT64_FORMAT ",99,a,,X,3,,\n"      /* no such round */
                       "%1$" G_GINT64_FORMAT ",,a,,X,6,,\n"        /* out of range */
                       "%1$" G_GINT64_FORMAT ",,a,,X,3,lots,\n"    /* half of it */
                       "%1$" G_GINT64_FORMAT ",,a,77,X,3,,\n"      /* no such rating */
                       "%1$" G_GINT64_FORMAT ",,a,,X,3,,perhaps\n" /* unclear */
                       "%1$" G_GINT64_FORMAT ",,a,,X,,,yes\n"      /* nothing to withdraw */
                       "%1$" G_GINT64_FORMAT ",,a,,Y,3,,\n"        /* good */
                       "%1$" G_GINT64_FORMAT ",,a,,Y,4,,\n"        /* the same voice again */
                       "%1$" G_GINT64_FORMAT ",,b,,,,,\n"          /* nothing said */
                       "9223372036854775808,-1,a,1e9,=1+1,3,,\n",
                       place.link);
  g_autoptr (KithRatingsRead) read = read_text (&place, text, place.round);
  g_autofree char *words = kith_ratings_note_to_words (read->notes->pdata[0]);

  g_assert_cmpuint (read->counts.lost, ==, 10);
  g_assert_cmpuint (read->counts.added, ==, 1);
  g_assert_cmpuint (read->counts.empty, ==, 1);
  g_assert_cmpuint (kith_edit_n_changes (read->edit), ==, 1);
  g_assert_cmpstr (words, ==, "Row 2: There is no such link on the map.");
  apply (&place, read);
  kith_map_unref (place.map);
}

static void
test_wrong_or_closed_round (void)
{
  Place place = new_place (FALSE);
  KithDate date = kith_date_year (2027);
  KithId other = 0;
  g_autofree char *text = g_strdup_printf ("link,round,end,voice,trust\n%" G_GINT64_FORMAT
                                           ",%" G_GINT64_FORMAT ",a,X,3\n",
                                           place.link, place.round);
  g_autoptr (KithRatingsRead) wrong = NULL;
  g_autoptr (KithRatingsRead) closed = NULL;

  test_do (place.map, kith_verb_start_round (place.map, "Next", &date, FALSE, &other, NULL));
  wrong = read_text (&place, text, other);
  g_assert_cmpuint (wrong->counts.lost, ==, 1);
  test_do (place.map, kith_verb_set_round_state (place.map, place.round, KITH_ROUND_CLOSED, NULL));
  closed = read_text (&place, text, 0);
  g_assert_cmpuint (closed->counts.lost, ==, 1);
  kith_map_unref (place.map);
}

static void
test_another_table_is_refused (void)
{
  Place place = new_place (FALSE);
  const char *text = "name,sector\nPolice,Police\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithCsvTable) table = kith_csv_read (bytes, "who.csv", NULL);

  g_assert_null (kith_ratings_csv_read (place.map, table, 0, today (), &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
  kith_map_unref (place.map);
}

static void
test_sealed_sheet_tells_nothing (void)
{
  Place place = new_place (TRUE);
  g_autofree char *text = NULL;

  say (&place, "Sergeant", KITH_SCORE_4);
  text = write_text (&place, FALSE);
  g_assert_null (strstr (text, "Sergeant"));
  kith_map_unref (place.map);
}

/* Who guesses what another voice said silently must not be told whether it is right. */
static void
test_sealed_round_is_no_oracle (void)
{
  Place place = new_place (TRUE);

  say (&place, "Sergeant", KITH_SCORE_4);
  for (int guess = 1; guess <= 5; guess++)
    {
      g_autofree char *text = g_strdup_printf ("link,end,voice,trust\n%" G_GINT64_FORMAT
                                               ",a,Sergeant,%d\n",
                                               place.link, guess);
      g_autoptr (KithRatingsRead) read = read_text (&place, text, place.round);

      g_assert_cmpuint (read->counts.added, ==, 1);
      g_assert_cmpuint (read->counts.unchanged + read->counts.superseded, ==, 0);
    }
  kith_map_unref (place.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratings-csv/blank-sheet-filled-and-read-back",
                   test_blank_filled_and_read_back);
  g_test_add_func ("/ratings-csv/filled-sheet-comes-back-unchanged",
                   test_filled_sheet_comes_back_unchanged);
  g_test_add_func ("/ratings-csv/said-again-supersedes", test_said_again_supersedes);
  g_test_add_func ("/ratings-csv/correct-and-withdraw-by-rating",
                   test_correct_and_withdraw_by_rating);
  g_test_add_func ("/ratings-csv/odd-rows-are-left-out-whole", test_odd_rows_are_left_out_whole);
  g_test_add_func ("/ratings-csv/wrong-or-closed-round", test_wrong_or_closed_round);
  g_test_add_func ("/ratings-csv/another-table-is-refused", test_another_table_is_refused);
  g_test_add_func ("/ratings-csv/sealed-sheet-tells-nothing", test_sealed_sheet_tells_nothing);
  g_test_add_func ("/ratings-csv/a-sealed-round-is-no-oracle", test_sealed_round_is_no_oracle);
  return g_test_run ();
}
