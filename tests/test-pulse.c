/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kith-audience.h"
#include "kith-load.h"
#include "kith-pulse-csv.h"
#include "kith-test-maps.h"
#include "kith-verbs-pulse.h"
#include "kith-warning.h"

/* Four rounds, a quarter apart. */
static const struct
{
  const char *title;
  int year, month;
} rounds[] = { { "Winter", 2026, 1 },
               { "Spring", 2026, 4 },
               { "Summer", 2026, 7 },
               { "Autumn", 2026, 10 } };

static void
enter (KithMap *map, KithId who, guint round, const int *scores, int asked, int answered)
{
  KithPulseRound in = { (char *) rounds[round].title,
                        kith_date_day (rounds[round].year, rounds[round].month, 15) };
  KithPulse *draft = kith_pulse_draft (map, who, &in);
  GError *error = NULL;
  KithEdit *edit;

  memcpy (draft->scores, scores, sizeof draft->scores);
  draft->asked = asked;
  draft->answered = answered;
  edit = kith_verb_put_pulse (map, draft, &error);
  g_assert_no_error (error);
  test_do (map, edit);
}

/* All measures but support at 4; support as given. */
static void
enter_support (KithMap *map, KithId who, guint round, int support)
{
  const int scores[] = { 400, 400, support, 400, 400, 400 };

  enter (map, who, round, scores, 12, 10);
}

static GPtrArray *
warnings_on (KithMap *map, KithAudience audience, int year, int month, int day)
{
  KithDate today = kith_date_day (year, month, day);

  return kith_warnings (map, audience, &today);
}

static guint
n_open (const GPtrArray *warnings)
{
  guint n = 0;

  for (guint i = 0; i < warnings->len; i++)
    n += ((const KithWarning *) warnings->pdata[i])->seen == 0;
  return n;
}

static gboolean
has_sign (const GPtrArray *warnings, const char *prefix)
{
  for (guint i = 0; i < warnings->len; i++)
    if (g_str_has_prefix (((const KithWarning *) warnings->pdata[i])->key, prefix))
      return TRUE;
  return FALSE;
}

/* By hand: support as it was given in each round (0: not asked), and which signs follow. */
static void
test_signs_by_hand (void)
{
  static const struct
  {
    int support[4];
    gboolean falls, low, fall;
  } table[] = {
    { { 400, 400, 400, 400 }, FALSE, FALSE, FALSE },
    { { 400, 390, 380, 380 }, FALSE, FALSE, FALSE }, /* fell twice, then stayed */
    { { 400, 400, 390, 380 }, TRUE, FALSE, FALSE },
    { { 400, 390, 395, 380 }, FALSE, FALSE, FALSE },
    { { 400, 390, 0, 380 }, TRUE, FALSE, FALSE }, /* not asked is no rise */
    { { 500, 500, 500, 350 }, FALSE, FALSE, TRUE },
    { { 500, 500, 500, 351 }, FALSE, FALSE, FALSE },
    { { 200, 200, 200, 200 }, FALSE, TRUE, FALSE },
    { { 200, 200, 200, 201 }, FALSE, FALSE, FALSE },
    { { 150, 150, 150, 300 }, FALSE, FALSE, FALSE }, /* it was low; it is not now */
    { { 500, 450, 360, 200 }, TRUE, TRUE, TRUE },
    { { 0, 0, 0, 0 }, FALSE, FALSE, FALSE },
    { { 0, 0, 0, 150 }, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId who = test_stakeholder (map, "Ward", 0, 0);
      g_autoptr (GPtrArray) warnings = NULL;

      for (guint round = 0; round < 4; round++)
        enter_support (map, who, round, table[i].support[round]);
      warnings = warnings_on (map, KITH_TEAM, 2026, 11, 1);
      g_test_message ("row %u", i);
      g_assert_cmpint (has_sign (warnings, "pulse-falls/support"), ==, table[i].falls);
      g_assert_cmpint (has_sign (warnings, "pulse-low/support"), ==, table[i].low);
      g_assert_cmpint (has_sign (warnings, "pulse-fall/support"), ==, table[i].fall);
      g_assert_cmpuint (warnings->len, ==, (guint) (table[i].falls + table[i].low + table[i].fall));
    }
}

static void
test_silence (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) on_the_day = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  const KithWarning *warning;

  test_stakeholder (map, "Never asked", 200, 0);
  enter_support (map, who, 3, 400); /* 15 October 2026 */
  none = warnings_on (map, KITH_TEAM, 2028, 1, 1);
  g_assert_cmpuint (none->len, ==, 0); /* nothing was agreed */
  test_do (map, kith_verb_set_pulse_every (map, 3, NULL));
  on_the_day = warnings_on (map, KITH_TEAM, 2027, 1, 15);
  g_assert_cmpuint (on_the_day->len, ==, 0);
  after = warnings_on (map, KITH_TEAM, 2027, 1, 16);
  g_assert_cmpuint (after->len, ==, 1);
  warning = after->pdata[0];
  g_assert_cmpstr (warning->key, ==, "pulse-silence/2026-10-15");
  g_assert_cmpstr (warning->sentence, ==,
                   "Ward: no pulse check since the last one (15 October 2026), though every 3 "
                   "months were agreed.");
  /* what an audience may not see looks like silence, and is none */
  partners = warnings_on (map, KITH_PARTNERS, 2027, 1, 16);
  g_assert_cmpuint (partners->len, ==, 0);
}

static void
test_few_are_for_the_team (void)
{
  const int low[] = { 150, 0, 0, 0, 0, 0 };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (GPtrArray) team = NULL;
  g_autoptr (GPtrArray) partners = NULL;

  enter (map, who, 0, low, 6, 4);
  seen = kith_map_for_audience (map, KITH_PARTNERS);
  team = warnings_on (map, KITH_TEAM, 2026, 2, 1);
  partners = warnings_on (seen, KITH_PARTNERS, 2026, 2, 1);
  g_assert_cmpuint (team->len, ==, 1);
  g_assert_cmpuint (partners->len, ==, 0);
  g_assert_cmpuint (kith_map_n (seen, KITH_PULSE), ==, 0);
}

static void
test_acknowledged_and_taken_back (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  KithDate today = kith_date_day (2026, 11, 1);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) later = NULL;
  GError *error = NULL;
  KithId id;

  enter_support (map, who, 2, 180);
  before = kith_warnings (map, KITH_TEAM, &today);
  g_assert_cmpuint (n_open (before), ==, 1);
  test_do (map, kith_verb_acknowledge (map, before->pdata[0], &today, "Lead", "We talk", &error));
  g_assert_no_error (error);
  seen = kith_warnings (map, KITH_TEAM, &today);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpuint (n_open (seen), ==, 0);
  id = ((const KithWarning *) seen->pdata[0])->seen;
  enter_support (map, who, 3, 190); /* said again, and still low: another sign */
  later = kith_warnings (map, KITH_TEAM, &today);
  g_assert_cmpuint (n_open (later), ==, 1);
  test_do (map, kith_verb_delete (map, &id, 1, NULL));
  again = kith_warnings (map, KITH_TEAM, &today);
  g_assert_cmpuint (n_open (again), ==, 1);
}

static void
test_scores_as_people_write_them (void)
{
  static const struct
  {
    const char *text;
    int score; /* -1: refused */
    const char *back;
  } table[] = {
    { "4", 400, "4" },        { " 3.6 ", 360, "3.6" }, { "3,65", 365, "3.65" },
    { "3.666", 367, "3.67" }, { "", 0, "" },           { "-", 0, "" },
    { "1", 100, "1" },        { "5", 500, "5" },       { "5.1", -1, NULL },
    { "0.9", -1, NULL },      { "0", -1, NULL },       { "four", -1, NULL },
    { "nan", -1, NULL },      { "0x4", -1, NULL },     { "4e0", -1, NULL },
    { "3.6.1", -1, NULL },    { "4 / 5", -1, NULL },   { "1.05", 105, "1.05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      int score = -1;

      g_test_message ("“%s”", table[i].text);
      g_assert_cmpint (kith_pulse_score_parse (table[i].text, &score, &error), ==,
                       table[i].score >= 0);
      if (table[i].score < 0)
        continue;
      back = kith_pulse_score_to_text (score);
      g_assert_cmpint (score, ==, table[i].score);
      g_assert_cmpstr (back, ==, table[i].back);
    }
}

static void
test_what_makes_no_sense_is_refused (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  KithPulseRound round = { (char *) "Spring", kith_date_month (2026, 4) };
  KithPulse *draft = kith_pulse_draft (map, who, &round);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) nothing = NULL;

  draft->asked = 5;
  draft->answered = 6;
  g_assert_null (kith_verb_put_pulse (map, draft, &error));
  g_assert_cmpstr (error->message, ==, "More people answered than were asked.");
  nothing = kith_verb_put_pulse (map, kith_pulse_draft (map, who, &round), NULL);
  g_assert_true (kith_edit_is_empty (nothing));
}

/* --- Loads --- */

static void
carry (KithMap *map, KithId who, const char *title, KithChangeLevel level, KithDate start, int to)
{
  KithLoad *draft = kith_load_draft (who, &start);
  GError *error = NULL;

  kith_text_set (&draft->title, title);
  draft->level = (int) level;
  draft->embeds_from = to > 0 ? MIN (to, KITH_EMBEDS_FROM) : 0;
  draft->embeds_to = to;
  test_do (map, kith_verb_put_load (map, draft, &error));
  g_assert_no_error (error);
}

/* By hand:
 *   A from 1 January 2026, 12 months: until 1 January 2027
 *   B from 1 April 2026, 12 months: until 1 April 2027
 *   C from 1 July 2026, 3 months: until 1 October 2026
 *   D changes nothing, E has no start: neither is carried */
static void
test_loads_by_hand (void)
{
  static const struct
  {
    int from[3], to[3];
    guint n;
  } expected[] = {
    { { 2026, 1, 1 }, { 2026, 4, 1 }, 1 },  { { 2026, 4, 1 }, { 2026, 7, 1 }, 2 },
    { { 2026, 7, 1 }, { 2026, 10, 1 }, 3 }, { { 2026, 10, 1 }, { 2027, 1, 1 }, 2 },
    { { 2027, 1, 1 }, { 2027, 4, 1 }, 1 },
  };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  KithDate never = KITH_DATE_INIT;
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GArray) stretches = NULL;
  g_autoptr (GPtrArray) during = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  carry (map, who, "A", KITH_CHANGE_LARGE, kith_date_year (2026), 0);
  carry (map, who, "B", KITH_CHANGE_SMALL, kith_date_month (2026, 4), 0);
  carry (map, who, "C", KITH_CHANGE_UNSET, kith_date_day (2026, 7, 1), 3);
  carry (map, who, "D", KITH_CHANGE_NONE, kith_date_month (2026, 7), 0);
  carry (map, who, "E", KITH_CHANGE_LARGE, never, 0);
  loads = kith_loads_of (map, who);
  g_assert_cmpuint (loads->len, ==, 5);
  stretches = kith_load_stretches (loads);
  g_assert_cmpuint (stretches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < stretches->len; i++)
    {
      const KithLoadStretch *one = &g_array_index (stretches, KithLoadStretch, i);
      const int *from = expected[i].from, *to = expected[i].to;

      g_assert_cmpint (one->from, ==, kith_date_day (from[0], from[1], from[2]).first);
      g_assert_cmpint (one->to, ==, kith_date_day (to[0], to[1], to[2]).first);
      g_assert_cmpuint (one->n, ==, expected[i].n);
    }
  before = warnings_on (map, KITH_TEAM, 2025, 12, 1); /* it is coming */
  during = warnings_on (map, KITH_TEAM, 2026, 9, 30);
  after = warnings_on (map, KITH_TEAM, 2026, 10, 1);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (during->len, ==, 1);
  g_assert_cmpstr (((const KithWarning *) during->pdata[0])->sentence, ==,
                   "Ward carries 3 changes at once, 1 July 2026 to 30 September 2026.");
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_four_follow_on_three (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId who = test_stakeholder (map, "Ward", 0, 0);
  KithLoadStretch stretch;
  g_autoptr (GPtrArray) loads = NULL;

  for (int i = 0; i < 4; i++)
    carry (map, who, "A change", KITH_CHANGE_SMALL, kith_date_month (2026, 1 + i), 0);
  loads = kith_loads_of (map, who);
  g_assert_true (kith_load_first_of (loads, 3, kith_date_day (2026, 1, 1).first, &stretch));
  g_assert_cmpuint (stretch.n, ==, 4);
  g_assert_cmpint (stretch.from, ==, kith_date_day (2026, 3, 1).first);
  g_assert_cmpint (stretch.to, ==, kith_date_day (2027, 2, 1).first);
}

/* --- The sheet --- */

static KithPulseRead *
read_text (KithMap *map, const char *text, GError **error)
{
  KithPulseRound round = { (char *) "Autumn", kith_date_day (2026, 10, 15) };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KithCsvTable) table = kith_csv_read (bytes, "pulse.csv", NULL);

  g_assert_nonnull (table);
  return kith_pulse_csv_read (map, table, &round, error);
}

static void
test_sheet_goes_out_and_comes_back (void)
{
  const int scores[] = { 400, 365, 0, 100, 500, 320 };
  KithPulseRound round = { (char *) "Autumn", kith_date_day (2026, 10, 15) };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ward = test_stakeholder (map, "=Ward", 0, 0);
  KithId home = test_stakeholder (map, "Home, \"main\"", 200, 0);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GBytes) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPulseRead) same = NULL;
  g_autoptr (KithPulseRead) lost = NULL;
  g_autofree char *text = NULL;
  KithId id;

  g_array_append_val (ids, ward);
  g_array_append_val (ids, home);
  enter (map, ward, 3, scores, 12, 9);
  sheet = kith_pulse_csv_write (map, ids, &round);
  text = g_strndup (g_bytes_get_data (sheet, NULL), g_bytes_get_size (sheet));
  same = read_text (map, text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->unchanged, ==, 1);
  g_assert_cmpuint (same->empty, ==, 1);
  g_assert_true (kith_edit_is_empty (same->edit));

  /* into a map where it was not said yet, it is as it was */
  id = KITH_ID (kith_map_nth (map, KITH_PULSE, 0));
  test_do (map, kith_verb_delete (map, &id, 1, NULL));
  lost = read_text (map, text, &error);
  g_assert_cmpuint (lost->added, ==, 1);
  test_do (map, kith_edit_ref (lost->edit));
  g_assert_cmpint (memcmp (((const KithPulse *) kith_map_nth (map, KITH_PULSE, 0))->scores, scores,
                           sizeof scores),
                   ==, 0);
  g_assert_cmpint (((const KithPulse *) kith_map_nth (map, KITH_PULSE, 0))->answered, ==, 9);
}

static void
test_odd_rows_are_left_out_whole (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithPulseRead) read = NULL;
  g_autofree char *words = NULL;
  static const guint rows[] = { 3, 4, 5, 6, 8 };

  test_stakeholder (map, "Ward", 0, 0);
  test_stakeholder (map, "Twin", 0, 100);
  test_stakeholder (map, "Twin", 0, 200);
  read = read_text (map,
                    "Stakeholder;Understands the purpose;support;Asked;Answered\n"
                    "ward;3,5;4;12;9\n"
                    "Ward;4;4;;\n"     /* said already */
                    "Nobody;4;4;;\n"   /* not on the map */
                    "Twin;4;4;;\n"     /* which? */
                    "Ward;6;4;;\n"     /* no score */
                    "Ward;;;;\n"       /* says nothing */
                    "Ward;4;4;few;\n", /* no number */
                    NULL);
  g_assert_cmpuint (read->added, ==, 1);
  g_assert_cmpuint (read->empty, ==, 1);
  g_assert_cmpuint (read->lost, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (((const KithCsvProblem *) read->notes->pdata[i])->row, ==, rows[i]);
  words = kith_pulse_read_to_words (read);
  g_assert_cmpstr (words, ==, "1 pulse check added. 5 rows were left out.");
  test_do (map, kith_edit_ref (read->edit));
  g_assert_cmpint (((const KithPulse *) kith_map_nth (map, KITH_PULSE, 0))->scores[0], ==, 350);
}

static void
test_another_table_is_refused (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (map, "name,sector\nWard,NHS\n", &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pulse/signs-by-hand", test_signs_by_hand);
  g_test_add_func ("/pulse/silence-is-longer-than-agreed", test_silence);
  g_test_add_func ("/pulse/fewer-than-five-are-for-the-team", test_few_are_for_the_team);
  g_test_add_func ("/pulse/a-sign-is-acknowledged-and-taken-back",
                   test_acknowledged_and_taken_back);
  g_test_add_func ("/pulse/scores-as-people-write-them", test_scores_as_people_write_them);
  g_test_add_func ("/pulse/what-makes-no-sense-is-refused", test_what_makes_no_sense_is_refused);
  g_test_add_func ("/load/stretches-by-hand", test_loads_by_hand);
  g_test_add_func ("/load/four-follow-on-three", test_four_follow_on_three);
  g_test_add_func ("/pulse/sheet-goes-out-and-comes-back", test_sheet_goes_out_and_comes_back);
  g_test_add_func ("/pulse/odd-rows-are-left-out-whole", test_odd_rows_are_left_out_whole);
  g_test_add_func ("/pulse/another-table-is-refused", test_another_table_is_refused);
  return g_test_run ();
}
