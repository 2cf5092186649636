/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: every figure below was counted by hand from make_place(). */
#include "kith-as-at.h"
#include "kith-round.h"
#include "kith-test-maps.h"
#include "kith-trust-csv.h"
#include "kith-trust-grid.h"
#include "kith-trust-paper.h"
#include "kith-trust-sheet.h"

#define OURS KITH_BASIS_IMPRESSION
#define THEIRS KITH_BASIS_OWN_WORDS

typedef struct
{
  KithMap *map;
  KithId police; /* sector 1 */
  KithId ed;     /* 2 */
  KithId council;
  KithId alone;      /* without a link */
  KithId to_ed;      /* Police – ED */
  KithId to_council; /* Council – Police */
  KithId again;      /* Police – ED, a second link */
} Place;

/*             Police   ED            Council
 *   Police    –        3 (2, 4), 3   4        row: 3, 4 → 3½ of 4 voices
 *   ED        1        –             ·        row: 1
 *   Council   ?        ·             –        row: nothing
 * The impression of the council, 5 in 2018, was withdrawn by its own "not known" of 2020. */
static Place
make_place (void)
{
  Place p = { kith_map_new () };

  p.police = test_stakeholder (p.map, "Police", 0, 0);
  p.ed = test_stakeholder (p.map, "ED", 400, 0);
  p.council = test_stakeholder (p.map, "Council", 0, 300);
  p.alone = test_stakeholder (p.map, "Allotments", 400, 300);
  p.to_ed = test_link (p.map, p.police, p.ed);
  p.to_council = test_link (p.map, p.council, p.police);
  test_rate (p.map, p.to_ed, KITH_END_A, "sergeant", THEIRS, 2, "2019-03-12");
  test_rate (p.map, p.to_ed, KITH_END_A, "chief", THEIRS, 4, "2018");
  test_rate (p.map, p.to_ed, KITH_END_A, "clerk", THEIRS, KITH_SCORE_NOT_KNOWN, "2018");
  test_rate (p.map, p.to_ed, KITH_END_B, "", OURS, 1, "2020");
  test_rate (p.map, p.to_council, KITH_END_A, "", OURS, 5, "2018");
  test_rate (p.map, p.to_council, KITH_END_A, "", OURS, KITH_SCORE_NOT_KNOWN, "2020");
  test_rate (p.map, p.to_council, KITH_END_B, "chief", THEIRS, 4, "2021");
  return p;
}

static KithTrustSheet *
sheet_of (KithMap *map, KithAudience audience, const KithTrustLook *look, KithFilter *filter)
{
  g_autoptr (KithMap) shown = kith_map_to_show (map, audience);
  KithView view = KITH_VIEW_INIT;

  view.audience = audience;
  view.filter = filter;
  return kith_trust_sheet_new (shown, &view, look);
}

static KithTrustSheet *
plain_sheet (KithMap *map, KithAudience audience)
{
  KithTrustLook look = { .order = KITH_TRUST_BY_NAME };

  return sheet_of (map, audience, &look, NULL);
}

static const KithTrustCell *
cell (const KithTrustSheet *sheet, KithId rater, KithId rated)
{
  guint row, column;

  g_assert_true (kith_trust_sheet_find_row (sheet, rater, &row));
  g_assert_true (kith_trust_sheet_find_column (sheet, rated, &column));
  return kith_trust_sheet_cell (sheet, row, column);
}

static const KithTrustWho *
who (const KithTrustSheet *sheet, KithId id)
{
  guint row;

  g_assert_true (kith_trust_sheet_find_row (sheet, id, &row));
  return kith_trust_sheet_row (sheet, row);
}

static void
assert_words (const KithTrustSheet *sheet, KithId rater, KithId rated, const char *expected)
{
  g_autofree char *words = NULL;
  guint row, column;

  g_assert_true (kith_trust_sheet_find_row (sheet, rater, &row));
  g_assert_true (kith_trust_sheet_find_column (sheet, rated, &column));
  words = kith_trust_sheet_cell_words (sheet, row, column);
  g_assert_cmpstr (words, ==, expected);
}

static void
assert_order (const KithTrustSheet *sheet, const char *rows, const char *columns)
{
  g_autoptr (GString) down = g_string_new (NULL);
  g_autoptr (GString) across = g_string_new (NULL);

  for (guint i = 0; i < kith_trust_sheet_n (sheet); i++)
    {
      g_string_append_printf (down, "%s ", kith_trust_sheet_row (sheet, i)->stakeholder->name);
      g_string_append_printf (across, "%s ", kith_trust_sheet_column (sheet, i)->stakeholder->name);
    }
  g_assert_cmpstr (down->str, ==, rows);
  g_assert_cmpstr (across->str, ==, columns);
}

static void
test_cells (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = plain_sheet (p.map, KITH_TEAM);
  const KithTrustCell *one = cell (sheet, p.police, p.ed);

  assert_order (sheet, "Council ED Police ", "Council ED Police ");
  g_assert_cmpuint (one->n, ==, 1);
  g_assert_cmpfloat (one->opinion.median, ==, 3.0);
  g_assert_cmpuint (one->opinion.voices, ==, 2);
  g_assert_cmpuint (one->opinion.unknown, ==, 1);
  g_assert_false (one->opinion.impression);
  g_assert_cmpint (kith_trust_sheet_ends (sheet, one)->link, ==, p.to_ed);
  g_assert_true (cell (sheet, p.ed, p.police)->opinion.impression);
  one = cell (sheet, p.council, p.police);
  g_assert_cmpuint (one->opinion.voices, ==, 0);
  g_assert_cmpuint (one->opinion.unknown, ==, 1);
  g_assert_null (cell (sheet, p.ed, p.council));
  g_assert_null (cell (sheet, p.ed, p.ed));
  kith_map_unref (p.map);
}

static void
test_words (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = plain_sheet (p.map, KITH_TEAM);
  g_autofree char *whole = kith_trust_sheet_whole_words (sheet);

  assert_words (
      sheet, p.police, p.ed,
      "What Police make of ED: 3 Working · 2 to 4 · heard from 2 voices · 1 voice without "
      "a step · 12 March 2019");
  assert_words (sheet, p.ed, p.police,
                "What ED make of Police: 1 Needs repair · our impression · 2020");
  assert_words (sheet, p.council, p.police, "What Council make of Police: Not known · 2020");
  assert_words (sheet, p.ed, p.council, "ED and Council: no link");
  assert_words (sheet, p.ed, p.ed, "ED: nobody rates itself");
  g_assert_cmpstr (whole, ==,
                   "3 stakeholders · 3 of 4 cells rated · 4 voices · 2 voices without a step");
  kith_map_unref (p.map);
}

static void
test_sums (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = plain_sheet (p.map, KITH_TEAM);
  const KithTrustSum *says = &who (sheet, p.police)->says;
  const KithTrustSum *is_said = &who (sheet, p.police)->is_said;

  /* the cells are 3 and 4; the voices, 2 4 4, would give 4 */
  g_assert_cmpfloat (says->median, ==, 3.5);
  g_assert_cmpuint (says->linked, ==, 2);
  g_assert_cmpuint (says->rated, ==, 2);
  g_assert_cmpuint (says->voices, ==, 3);
  g_assert_cmpuint (says->unknown, ==, 1);
  g_assert_false (says->guess);
  /* the council's "not known" is no zero */
  g_assert_cmpfloat (is_said->median, ==, 1.0);
  g_assert_cmpuint (is_said->rated, ==, 1);
  g_assert_cmpuint (is_said->unknown, ==, 1);
  g_assert_true (is_said->guess);
  g_assert_cmpfloat (who (sheet, p.council)->says.median, ==, 0.0);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->voices, ==, 4);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->unknown, ==, 2);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->silent, ==, 0);
  kith_map_unref (p.map);
}

/* A voice counts once on each link, and "3" of the sergeant stands beside the "2". */
static void
test_several_links (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = NULL;
  const KithTrustCell *one;

  p.again = test_link (p.map, p.ed, p.police);
  test_rate (p.map, p.again, KITH_END_B, "sergeant", THEIRS, 3, "2022");
  sheet = plain_sheet (p.map, KITH_TEAM);
  one = cell (sheet, p.police, p.ed);
  g_assert_cmpuint (one->n, ==, 2);
  g_assert_cmpuint (one->opinion.voices, ==, 3);
  g_assert_cmpfloat (one->opinion.median, ==, 3.0);
  g_assert_cmpint (kith_trust_sheet_latest (sheet, one)->link, ==, p.again);
  /* the other end of the second link is not rated: the cell still is */
  g_assert_cmpuint (cell (sheet, p.ed, p.police)->opinion.voices, ==, 1);
  kith_map_unref (p.map);
}

static void
test_dimensions (void)
{
  Place p = make_place ();
  KithTrustLook look = { .dimension = KITH_RESPECT };
  KithDate date = kith_date_year (2021);
  g_autoptr (KithTrustSheet) sheet = NULL;

  test_do (p.map, kith_verb_rate (p.map, p.to_ed, KITH_END_A, KITH_RESPECT, 5, &date));
  sheet = sheet_of (p.map, KITH_TEAM, &look, NULL);
  g_assert_cmpfloat (cell (sheet, p.police, p.ed)->opinion.median, ==, 5.0);
  g_assert_cmpuint (who (sheet, p.police)->says.silent, ==, 1);
  g_assert_cmpuint (who (sheet, p.ed)->says.silent, ==, 1);
  assert_words (sheet, p.ed, p.police, "What ED make of Police: Not rated yet");
  kith_map_unref (p.map);
}

static void
test_all (void)
{
  Place p = make_place ();
  KithTrustLook look = { .all = TRUE, .order = KITH_TRUST_BY_NAME };
  g_autoptr (KithTrustSheet) sheet = sheet_of (p.map, KITH_TEAM, &look, NULL);

  assert_order (sheet, "Allotments Council ED Police ", "Allotments Council ED Police ");
  g_assert_cmpuint (who (sheet, p.alone)->says.linked, ==, 0);
  kith_map_unref (p.map);
}

static void
test_order (void)
{
  Place p = make_place ();
  KithTrustLook look = { .order = KITH_TRUST_BY_SECTOR };
  g_autoptr (KithTrustSheet) by_sector = sheet_of (p.map, KITH_TEAM, &look, NULL);
  g_autoptr (KithTrustSheet) by_level = NULL;
  g_autoptr (KithTrustSheet) by_median = NULL;

  assert_order (by_sector, "Police ED Council ", "Police ED Council ");
  test_do (p.map, kith_verb_set (p.map, KITH_STAKEHOLDER, p.police, "level", "place", NULL));
  test_do (p.map,
           kith_verb_set (p.map, KITH_STAKEHOLDER, p.council, "level", "neighbourhood", NULL));
  look.order = KITH_TRUST_BY_LEVEL;
  by_level = sheet_of (p.map, KITH_TEAM, &look, NULL);
  assert_order (by_level, "Council Police ED ", "Council Police ED ");
  /* rows: 3½, 1, nothing; columns: Police 1, ED 3, Council 4 */
  look.order = KITH_TRUST_BY_MEDIAN;
  by_median = sheet_of (p.map, KITH_TEAM, &look, NULL);
  assert_order (by_median, "ED Police Council ", "Police ED Council ");
  kith_map_unref (p.map);
}

/* Partners see no impression, not even in a count. */
static void
test_partners (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = plain_sheet (p.map, KITH_PARTNERS);

  g_assert_cmpuint (cell (sheet, p.ed, p.police)->opinion.voices, ==, 0);
  g_assert_cmpuint (cell (sheet, p.police, p.ed)->opinion.voices, ==, 2);
  g_assert_cmpuint (cell (sheet, p.council, p.police)->opinion.unknown, ==, 0);
  g_assert_cmpfloat (who (sheet, p.police)->is_said.median, ==, 0.0);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->voices, ==, 3);
  kith_map_unref (p.map);
}

static void
test_public (void)
{
  Place p = make_place ();

  g_assert_null (plain_sheet (p.map, KITH_PUBLIC));
  kith_map_unref (p.map);
}

static KithTrustSheet *
filtered_sheet (KithMap *map, const char *text, gboolean all)
{
  KithTrustLook look = { .order = KITH_TRUST_BY_NAME, .all = all };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithFilter) filter = kith_filter_from_text (map, KITH_TEAM, text, FALSE, &error);

  g_assert_no_error (error);
  return sheet_of (map, KITH_TEAM, &look, filter);
}

static void
test_filter (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = NULL;

  test_do (p.map, kith_verb_set (p.map, KITH_STAKEHOLDER, p.police, "level", "place", NULL));
  test_do (p.map, kith_verb_set (p.map, KITH_STAKEHOLDER, p.ed, "level", "place", NULL));
  sheet = filtered_sheet (p.map, "level=place", FALSE);
  assert_order (sheet, "ED Police ", "ED Police ");
  g_assert_cmpfloat (who (sheet, p.police)->says.median, ==, 3.0);
  g_assert_cmpuint (who (sheet, p.police)->is_said.linked, ==, 1);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->voices, ==, 3);
  g_clear_pointer (&sheet, kith_trust_sheet_free);
  sheet = filtered_sheet (p.map, "level=place", TRUE); /* those without links too */
  assert_order (sheet, "ED Police ", "ED Police ");
  kith_map_unref (p.map);
}

/* Police and ED are there for their links to the council; their own does not pass. */
static void
test_filtered_link (void)
{
  Place p = make_place ();
  g_autoptr (KithTrustSheet) sheet = NULL;
  KithId third = test_link (p.map, p.ed, p.council);

  test_do (p.map, kith_verb_set (p.map, KITH_LINK, third, "kind", "refers-to", NULL));
  test_do (p.map, kith_verb_set (p.map, KITH_LINK, p.to_council, "kind", "refers-to", NULL));
  sheet = filtered_sheet (p.map, "link=refers-to", FALSE);
  assert_order (sheet, "Council ED Police ", "Council ED Police ");
  g_assert_cmpuint (cell (sheet, p.police, p.ed)->n, ==, 0);
  g_assert_cmpuint (cell (sheet, p.police, p.ed)->opinion.voices, ==, 0);
  assert_words (sheet, p.police, p.ed, "Police and ED: their link is filtered out");
  g_assert_cmpfloat (who (sheet, p.police)->says.median, ==, 4.0);
  g_assert_cmpuint (kith_trust_sheet_whole (sheet)->linked, ==, 4);
  kith_map_unref (p.map);
}

static void
test_as_at (void)
{
  Place p = make_place ();
  KithDate date = kith_date_day (2018, 6, 1);
  g_autoptr (KithMap) then = kith_map_as_at (p.map, date.first);
  g_autoptr (KithTrustSheet) sheet = plain_sheet (then, KITH_TEAM);

  /* the chief's 4 and the clerk's "not known"; our 5 for the council was not taken back yet */
  g_assert_cmpfloat (cell (sheet, p.police, p.ed)->opinion.median, ==, 4.0);
  g_assert_cmpuint (cell (sheet, p.police, p.ed)->opinion.voices, ==, 1);
  g_assert_cmpfloat (cell (sheet, p.council, p.police)->opinion.median, ==, 5.0);
  g_assert_cmpuint (cell (sheet, p.ed, p.police)->opinion.voices, ==, 0);
  g_assert_cmpfloat (who (sheet, p.police)->is_said.median, ==, 5.0);
  kith_map_unref (p.map);
}

static void
test_sealed (void)
{
  Place p = make_place ();
  KithDate date = kith_date_month (2026, 10);
  KithAsk ask = { p.to_ed, KITH_END_A };
  KithId round = 0;
  g_autoptr (KithTrustSheet) sealed = NULL;
  g_autoptr (KithTrustSheet) opened = NULL;

  test_do (p.map, kith_verb_start_round (p.map, "Autumn", &date, TRUE, &round, NULL));
  test_do (p.map, kith_verb_answer (p.map, round, &ask, "night", THEIRS, KITH_TRUST, 5, NULL));
  sealed = plain_sheet (p.map, KITH_TEAM);
  g_assert_cmpuint (cell (sealed, p.police, p.ed)->opinion.voices, ==, 2);
  g_assert_cmpuint (kith_trust_sheet_whole (sealed)->voices, ==, 4);
  test_do (p.map, kith_verb_set_round_state (p.map, round, KITH_ROUND_OPEN, NULL));
  opened = plain_sheet (p.map, KITH_TEAM);
  g_assert_cmpuint (cell (opened, p.police, p.ed)->opinion.voices, ==, 3);
  g_assert_cmpfloat (cell (opened, p.police, p.ed)->opinion.median, ==, 4.0);
  kith_map_unref (p.map);
}

static void
test_digits (void)
{
  const struct
  {
    double median;
    const char *digit;
  } rows[] = { { 0.0, "" }, { 1.0, "1" }, { 2.5, "2½" }, { 3.25, "3¼" }, { 2.75, "2¾" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digit = kith_trust_median_to_digit (rows[i].median);

      g_assert_cmpstr (digit, ==, rows[i].digit);
    }
}

/* Of 1, 2 and 5 the middle one, not the mean; of 1, 2, 3 and 5 half way between the two. */
static void
test_middle (void)
{
  static const int scores[] = { 5, 1, 2, 3 };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId police = test_stakeholder (map, "Police", 0, 0);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %d", i);
      KithId link = test_link (map, police, test_stakeholder (map, name, 400, 100 * i));
      g_autoptr (KithTrustSheet) sheet = NULL;

      test_rate (map, link, KITH_END_A, "chief", THEIRS, scores[i], "2020");
      sheet = plain_sheet (map, KITH_TEAM);
      if (i >= 2)
        g_assert_cmpfloat (who (sheet, police)->says.median, ==, i == 2 ? 2.0 : 2.5);
    }
}

static void
test_csv (void)
{
  Place p = make_place ();
  KithTrustLook look = { .order = KITH_TRUST_BY_NAME, .medians = TRUE };
  g_autoptr (KithTrustSheet) team = sheet_of (p.map, KITH_TEAM, &look, NULL);
  g_autoptr (KithTrustSheet) partners = sheet_of (p.map, KITH_PARTNERS, &look, NULL);
  g_autoptr (GBytes) all = kith_trust_csv_write (team, "Northmoor");
  g_autoptr (GBytes) some = kith_trust_csv_write (partners, "Northmoor");
  const char *text = g_bytes_get_data (all, NULL);

  g_assert_nonnull (strstr (text, "\r\nNorthmoor\r\n"));
  g_assert_nonnull (strstr (text, "(across),Council,ED,Police,Median,Voices,Not known\r\n"));
  g_assert_nonnull (strstr (text, "\r\nCouncil,,,Not known,,0,1\r\n"));
  g_assert_nonnull (strstr (text, "\r\nED,,,1 (impression),1 (impression),1,0\r\n"));
  g_assert_nonnull (strstr (text, "\r\nPolice,4,3,,3.5,3,1\r\n"));
  g_assert_nonnull (strstr (text, "\r\nMedian,4,3,1 (impression)\r\n"));
  g_assert_nonnull (strstr (text, "\r\nVoices,1,2,1\r\nNot known,0,1,1\r\n"));
  g_assert_nonnull (strstr (text, "\r\nPolice,1,2,\r\n")); /* voices */
  text = g_bytes_get_data (some, NULL);
  g_assert_null (strstr (text, "impression"));
  g_assert_nonnull (strstr (text, "\r\nED,,,Not rated yet,,0,0\r\n"));
  kith_map_unref (p.map);
}

static void
test_paper (void)
{
  g_autoptr (KithMap) small = test_random_map (12, 30, 0, 1);
  g_autoptr (KithMap) large = test_random_map (150, 400, 0, 2);
  g_autoptr (KithTrustSheet) one = plain_sheet (small, KITH_TEAM);
  g_autoptr (KithTrustSheet) many = plain_sheet (large, KITH_TEAM);
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = kith_trust_paper (many, large, &view, &error);
  g_autofree char *facts = kith_trust_paper_facts (large, &view);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF"));
  g_assert_cmpuint (kith_trust_paper_n_pages (one), ==, 1);
  g_assert_cmpuint (kith_trust_paper_n_pages (many), >, 10);
  g_assert_cmpuint (kith_trust_paper_n_pages (many), <, 60);
  g_assert_nonnull (strstr (facts, "for: Working team"));
}

/* What is drawn somewhere is found there, whatever has been scrolled. */
static void
test_points (void)
{
  g_autoptr (KithMap) map = test_random_map (60, 200, 0, 3);
  KithTrustLook look = { .medians = TRUE };
  g_autoptr (KithTrustSheet) sheet = sheet_of (map, KITH_TEAM, &look, NULL);
  KithTrustFrame frame = kith_trust_frame (sheet, 900, 600);
  guint n = kith_trust_sheet_n (sheet), rows[2], columns[2];
  int row, column;

  frame.x = 333.0;
  frame.y = 217.0;
  kith_trust_frame_rows (&frame, n, &rows[0], &rows[1]);
  kith_trust_frame_columns (&frame, n, &columns[0], &columns[1]);
  g_assert_cmpuint (rows[1] - rows[0], <, 20);
  for (guint i = rows[0] + 1; i + 1 < rows[1]; i++)
    for (guint j = columns[0] + 1; j + 1 < columns[1]; j++)
      {
        KithRect box = kith_trust_frame_rect (&frame, (int) i, (int) j);

        g_assert_true (kith_trust_frame_find (&frame, n, box.x + 3, box.y + 3, &row, &column));
        g_assert_cmpint (row, ==, (int) i);
        g_assert_cmpint (column, ==, (int) j);
      }
  g_assert_true (kith_trust_frame_find (&frame, n, 5, 500, &row, &column));
  g_assert_cmpint (column, ==, KITH_TRUST_HEAD);
  g_assert_false (kith_trust_frame_find (&frame, n, 5, 5, &row, &column));
  frame.x = frame.y = 0.0;
  g_assert_false (kith_trust_frame_find (&frame, 2, 899, 599, &row, &column));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust-sheet/cell/is-the-median-of-an-end-with-not-known-apart", test_cells);
  g_test_add_func ("/trust-sheet/cell/is-said-in-words", test_words);
  g_test_add_func ("/trust-sheet/sums/count-each-relationship-once", test_sums);
  g_test_add_func ("/trust-sheet/sums/have-the-one-in-the-middle", test_middle);
  g_test_add_func ("/trust-sheet/cell/of-several-links-hears-a-voice-once-on-each",
                   test_several_links);
  g_test_add_func ("/trust-sheet/cell/of-another-dimension", test_dimensions);
  g_test_add_func ("/trust-sheet/rows/of-those-without-links-on-request", test_all);
  g_test_add_func ("/trust-sheet/rows/stand-in-the-order-asked-for", test_order);
  g_test_add_func ("/trust-sheet/audience/partners-see-no-impressions", test_partners);
  g_test_add_func ("/trust-sheet/audience/the-public-has-none", test_public);
  g_test_add_func ("/trust-sheet/filter/leaves-out-who-does-not-pass", test_filter);
  g_test_add_func ("/trust-sheet/filter/tells-a-link-left-out-from-none", test_filtered_link);
  g_test_add_func ("/trust-sheet/time/shows-what-held-then", test_as_at);
  g_test_add_func ("/trust-sheet/rounds/sealed-answers-are-not-counted", test_sealed);
  g_test_add_func ("/trust-sheet/median/in-quarters", test_digits);
  g_test_add_func ("/trust-sheet/export/a-table-says-what-the-sheet-says", test_csv);
  g_test_add_func ("/trust-sheet/export/paper-has-as-many-pages-as-it-needs", test_paper);
  g_test_add_func ("/trust-sheet/drawing/finds-what-is-under-a-point", test_points);
  return g_test_run ();
}
