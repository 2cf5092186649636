/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map tells. Every figure below was worked out by hand. */
#include <glib/gstdio.h>

#include "insight-nets.h"
#include "run-program.h"

/* --- What hangs on one --- */

static void
test_single_points (void)
{
  Net net = make_net (6, triangles, G_N_ELEMENTS (triangles));
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  const KithInsight *gone =
      must_tell (insights, KITH_TELLS_FAILURE,
                 "If A02 left, A00 and A01 would be cut off from A03, A04 and A05.");
  const KithInsight *only =
      must_tell (insights, KITH_TELLS_FAILURE,
                 "Only the tie between A02 and A03 joins A00, A01 and A02 to A03, A04 and A05.");

  assert_near (number (gone, "cut_off"), 2);
  assert_near (number (gone, "parts"), 2);
  g_assert_true (is_about (gone, net.who[2]) && is_about (gone, net.who[0]));
  g_assert_false (is_about (gone, net.who[4]));
  assert_near (number (only, "on_the_smaller_side"), 3);
  g_assert_cmpstr (gone->not_meant, !=, "");
  g_assert_null (find_told (insights, KITH_TELLS_FAILURE, "single tie"));
  kith_map_unref (net.map);
}

static void
test_islands (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 2 }, { 3, 4 } };
  Net net = make_net (7, pairs, G_N_ELEMENTS (pairs));
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);

  must_tell (insights, KITH_TELLS_ISLANDS,
             "A03 and A04 are tied to one another and to nobody else.");
  must_tell (insights, KITH_TELLS_ISLANDS, "2 stakeholders have no link: A05 and A06.");
  g_assert_cmpuint (insights->sections[KITH_TELLS_ISLANDS].told->len, ==, 2);
  kith_map_unref (net.map);
}

/* --- Sectors and trust --- */

static void
set_sector (KithMap *map, KithId id, const char *sector)
{
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, "sector", sector, NULL));
}

/* Housing A00 A01 A02 (sector 6), police A03 A04 (7), Other A05 A06.
 *
 *   0 – 1 inside housing       0 says 4, 1 says 2
 *   1 – 2 inside housing       nobody says anything
 *   0 – 3 across               0 says 2, 3 says 5
 *   2 – 4 across               2 says 3; 4: not known
 *   2 – 5 housing to Other     2 says 1
 *   5 – 6 Other                left out of the index
 *
 * Inside 2, across 3 (2 – 5 leads out): E-I = (3 − 2) / 5 = 0.2.
 * Pairs: 21 − 1 (5 – 6) = 20, inside 3 + 1, so (20 − 4) / 20 = 80 % by chance.
 * Housing of police: (2 + 3) / 2 = 2.5 of 2 ends; police of housing: 5 of 1; inside housing (4 + 2) / 2. */
static Net
make_sectors (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 2 }, { 0, 3 }, { 2, 4 }, { 2, 5 }, { 5, 6 } };
  const char *sectors[] = { "6", "6", "6", "7", "7", "13", "13" };
  Net net = make_net (7, pairs, G_N_ELEMENTS (pairs));
  const struct
  {
    guint link;
    KithEnd end;
    KithScore step;
  } said[] = { { 0, KITH_END_A, 4 }, { 0, KITH_END_B, 2 }, { 2, KITH_END_A, 2 },
               { 2, KITH_END_B, 5 }, { 3, KITH_END_A, 3 }, { 3, KITH_END_B, KITH_SCORE_NOT_KNOWN },
               { 4, KITH_END_A, 1 } };

  for (guint i = 0; i < 7; i++)
    set_sector (net.map, net.who[i], sectors[i]);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, said[i].link)), said[i].end, "",
               THEIRS, said[i].step, "2021");
  return net;
}

static const KithSectorCell *
matrix_cell (const KithInsights *insights, KithId from, KithId to)
{
  for (guint i = 0; i < insights->matrix->len; i++)
    {
      const KithSectorCell *cell = &g_array_index (insights->matrix, KithSectorCell, i);

      if (cell->from == from && cell->to == to)
        return cell;
    }
  return NULL;
}

static void
test_mixing (void)
{
  Net net = make_sectors ();
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  const KithInsight *whole = must_tell (
      insights, KITH_TELLS_MIXING,
      "Of 5 ties, 3 lead from one sector to another and 2 stay inside one; if ties took no notice of "
      "sectors, 80% would lead across.");
  const KithInsight *housing = must_tell (insights, KITH_TELLS_MIXING,
                                          "Housing: of its 5 ties, 3 lead to other sectors.");

  assert_near (number (whole, "e_i"), 0.2);
  assert_near (number (whole, "share_outside"), 0.6);
  assert_near (number (whole, "share_expected"), 0.8);
  assert_near (number (whole, "left_out"), 1);
  assert_near (number (housing, "e_i"), 0.2);
  assert_near (number (must_tell (insights, KITH_TELLS_MIXING, "Police"), "e_i"), 1);
  kith_map_unref (net.map);
}

static void
test_matrix (void)
{
  Net net = make_sectors ();
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  const KithSectorCell *cell = matrix_cell (insights, 6, 7);

  g_assert_cmpuint (cell->ties, ==, 2);
  g_assert_cmpuint (cell->ends, ==, 2);
  assert_near (cell->trust, 2.5);
  cell = matrix_cell (insights, 7, 6);
  g_assert_cmpuint (cell->ties, ==, 2);
  g_assert_cmpuint (cell->ends, ==, 1);
  assert_near (cell->trust, 5);
  cell = matrix_cell (insights, 6, 6);
  g_assert_cmpuint (cell->ties, ==, 2);
  g_assert_cmpuint (cell->ends, ==, 2);
  assert_near (cell->trust, 3);
  cell = matrix_cell (insights, 13, 13);
  g_assert_cmpuint (cell->ends, ==, 0);
  assert_near (cell->trust, 0);
  g_assert_null (matrix_cell (insights, 7, 13));
  must_tell (
      insights, KITH_TELLS_SECTORS,
      "Housing – Police, fire and justice: 2 ties; Housing say 2.5 of Police, fire and justice "
      "(mean of 2 ends); Police, fire and justice say 5.0 of Housing (1 end).");
  kith_map_unref (net.map);
}

static void
test_gaps (void)
{
  Net net = make_sectors ();
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  const KithInsight *gap = must_tell (insights, KITH_TELLS_GAPS,
                                      "A00 say 2 Cautious of A03; A03 say 5 Deep of A00.");

  assert_near (number (gap, "apart"), 3);
  must_tell (insights, KITH_TELLS_GAPS, "A00 say 4 Strong of A01; A01 say 2 Cautious of A00.");
  must_tell (
      insights, KITH_TELLS_GAPS,
      "Of 2 links that both ends rated, 0 are seen alike (less than two steps apart) and 2 are "
      "not.");
  must_tell (insights, KITH_TELLS_GAPS, "2 links have been rated from one end only.");
  kith_map_unref (net.map);
}

/* 0 =5= 1 -2- 2 =4= 3, and 0 -1- 2: from {0, 1} to {2, 3} the most trusted way runs over 1 – 2. The
 * tie of step 1 is on no most trusted way, though it is the weaker. */
static void
test_weakest (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 0, 2 } };
  const KithScore steps[] = { 5, 2, 4, 1 };
  Net net = make_net (4, pairs, G_N_ELEMENTS (pairs));
  g_autoptr (KithInsights) insights = NULL;

  for (guint i = 0; i < 4; i++)
    test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, i)), KITH_END_A, "", THEIRS,
               steps[i], "2021");
  /* the more cautious end counts, and who says nothing does not */
  test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, 1)), KITH_END_B, "", THEIRS, 4,
             "2021");
  insights = tell (net.map, KITH_TEAM);
  g_assert_cmpuint (insights->sections[KITH_TELLS_WEAKEST].told->len, ==, 1);
  assert_near (number (must_tell (insights, KITH_TELLS_WEAKEST,
                                  "The most trusted way from A00 and A01 to A02 and A03 runs over "
                                  "the tie between A01 and A02, and is no stronger than that: 2 "
                                  "Cautious."),
                       "pairs"),
               4);
  kith_map_unref (net.map);
}

/* --- Introductions --- */

static void
assert_introduced (const KithTies *ties, guint a, guint b, KithIntroduce how, const char *words)
{
  g_autoptr (KithIntroductions) found = kith_introductions_new (ties, a, b, 4);
  g_autofree char *said = kith_introductions_to_words (found, ties, a, b);

  g_assert_cmpint (found->how, ==, how);
  if (!g_str_has_prefix (said, words))
    g_error ("“%s” does not begin with “%s”", said, words);
}

/* 0 – 1 – 4 and 0 – 2 – 4 of working trust, 0 – 3 – 4 of less; 4 – 5 unknown; 5 – 6 in need of repair. */
static void
test_introductions (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 4 }, { 0, 2 }, { 2, 4 },
                           { 0, 3 }, { 3, 4 }, { 4, 5 }, { 5, 6 } };
  const int steps[] = { 3, 4, 5, 3, 5, 2, 0, 1 };
  Net net = make_net (8, pairs, G_N_ELEMENTS (pairs));
  g_autoptr (KithTies) ties = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (steps[i] > 0)
      test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, i)), KITH_END_A, "", THEIRS,
                 (KithScore) steps[i], "2021");
  ties = ties_of (net.map, KITH_TEAM);
  assert_introduced (ties, 0, 4, KITH_INTRODUCE_TRUSTED,
                     "A01 and A02 could introduce A00 and A04.");
  assert_introduced (ties, 1, 2, KITH_INTRODUCE_TRUSTED,
                     "A00 and A04 could introduce A01 and A02.");
  assert_introduced (ties, 0, 5, KITH_INTRODUCE_UNKNOWN,
                     "From A00 to A05 by way of A01, then A04.");
  assert_introduced (ties, 4, 6, KITH_INTRODUCE_NO_WAY, "No way leads from A04 to A06");
  assert_introduced (ties, 0, 7, KITH_INTRODUCE_NO_WAY, "No way leads from A00 to A07");
  assert_introduced (ties, 0, 1, KITH_INTRODUCE_LINKED, "A00 and A01 are linked.");
  kith_map_unref (net.map);
}

/* --- Who may see what --- */

static void
make_private (KithMap *map, KithKind kind, KithId id)
{
  test_do (map, kith_verb_set (map, kind, id, "private", "1", NULL));
}

/* The private one joins two halves and has the only low ratings: no word, id or number of it, of an
 * impression or of a sealed round is in what partners are told, and no rating in the public's. */
static void
test_audiences (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 0, 3 } };
  Net net = make_net (5, pairs, G_N_ELEMENTS (pairs));
  KithId links[5];
  g_autoptr (KithInsights) team = NULL;
  g_autoptr (KithInsights) partners = NULL;
  g_autoptr (KithInsights) public = NULL;
  g_autofree char *text = NULL;
  g_autofree char *open = NULL;

  for (guint i = 0; i < 5; i++)
    links[i] = KITH_ID (kith_map_nth (net.map, KITH_LINK, i));
  test_do (net.map, kith_verb_rename (net.map, net.who[2], "Canary", NULL));
  make_private (net.map, KITH_STAKEHOLDER, net.who[2]);
  test_rate (net.map, links[0], KITH_END_A, "", OURS, 1, "2021");   /* an impression */
  test_rate (net.map, links[0], KITH_END_B, "", THEIRS, 4, "2021"); /* heard */
  test_rate (net.map, links[1], KITH_END_A, "", THEIRS, 1, "2021"); /* of the private one */
  test_rate (net.map, links[3], KITH_END_A, "", THEIRS, 5, "2021");
  make_private (net.map, KITH_ASSESSMENT,
                test_rate (net.map, links[3], KITH_END_B, "", THEIRS, 1, "2021"));
  make_private (net.map, KITH_LINK, links[4]);

  team = tell (net.map, KITH_TEAM);
  must_tell (team, KITH_TELLS_GAPS, "A00, we think, say 1");
  must_tell (team, KITH_TELLS_GAPS, "A04 say 1 Needs repair of A03");
  must_tell (team, KITH_TELLS_BRIDGING, "lead through A03");
  g_assert_cmpuint (team->n_ties, ==, 5);

  partners = tell (net.map, KITH_PARTNERS);
  text = kith_insights_to_text (partners);
  g_assert_null (strstr (text, "Canary"));
  g_assert_null (strstr (text, "Needs repair"));
  g_assert_cmpuint (partners->n_stakeholders, ==, 4);
  g_assert_cmpuint (partners->n_ties, ==,
                    2); /* neither the private link nor those of the private one */
  g_assert_cmpuint (partners->n_rated, ==, 2);
  must_tell (partners, KITH_TELLS_GAPS, "2 links have been rated from one end only.");
  for (guint i = 0; i < KITH_N_TELLS; i++)
    for (guint j = 0; j < partners->sections[i].told->len; j++)
      {
        const KithInsight *told = partners->sections[i].told->pdata[j];

        g_assert_false (is_about (told, net.who[2]) || is_about (told, links[1])
                        || is_about (told, links[2]) || is_about (told, links[4]));
        g_assert_true (isnan (number (told, "trust")) || number (told, "trust") >= 4);
      }

  public = tell (net.map, KITH_PUBLIC);
  open = kith_insights_to_text (public);
  g_assert_null (strstr (open, "Canary"));
  g_assert_null (strstr (open, "Strong"));
  g_assert_null (strstr (open, "Deep"));
  g_assert_nonnull (strstr (open, "The public sees no ratings"));
  g_assert_cmpuint (public->n_rated, ==, 0);
  g_assert_cmpuint (public->sections[KITH_TELLS_WEAKEST].told->len, ==, 0);
  kith_map_unref (net.map);
}

static void
test_sealed_rounds (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 2 } };
  Net net = make_net (3, pairs, G_N_ELEMENTS (pairs));
  KithDate today = kith_date_day (2026, 3, 12);
  KithId link = KITH_ID (kith_map_nth (net.map, KITH_LINK, 0));
  KithAsk ask = { link, KITH_END_A };
  KithId round;
  g_autoptr (KithInsights) insights = NULL;

  test_do (net.map, kith_verb_start_round (net.map, "Autumn", &today, TRUE, &round, NULL));
  test_do (net.map, kith_verb_answer (net.map, round, &ask, "nurse", THEIRS, KITH_TRUST, 1, NULL));
  insights = tell (net.map, KITH_TEAM);
  g_assert_cmpuint (insights->n_rated, ==, 0);
  kith_map_unref (net.map);
}

/* --- Being stopped, and nothing to tell --- */

static void
stop_at_once (double part, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_stops (void)
{
  g_autoptr (KithMap) map = test_random_map (400, 1200, 0, 3);
  g_autoptr (KithMap) shown = kith_map_to_show (map, KITH_TEAM);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  KithInsightsAsk ask = { cancellable, stop_at_once, cancellable, G_MAXUINT64 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KithInsights) insights = kith_insights_new (shown, KITH_TEAM, &ask, &error);

  g_assert_null (insights);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* and the next one is not in its way */
  insights = tell (map, KITH_TEAM);
  g_assert_nonnull (insights);
}

static void
test_nothing (void)
{
  Net net = make_net (3, NULL, 0);
  g_autoptr (KithMap) empty = kith_map_new ();
  g_autoptr (KithInsights) none = tell (empty, KITH_TEAM);
  g_autoptr (KithInsights) unlinked = tell (net.map, KITH_PUBLIC);

  g_assert_cmpuint (kith_insights_n (none), ==, 0);
  g_assert_true (g_str_has_prefix (none->sentence, "No ties yet."));
  g_assert_cmpuint (kith_insights_n (unlinked), ==, 0);
  kith_map_unref (net.map);
}

/* Twice the same, word for word: figures that jump about by themselves would be taken for news. */
static void
test_same_words (void)
{
  g_autoptr (KithMap) map = test_random_map (120, 260, 4, 9);
  g_autoptr (KithInsights) one = tell (map, KITH_TEAM);
  g_autoptr (KithInsights) two = tell (map, KITH_TEAM);
  g_autofree char *first = kith_insights_to_text (one);
  g_autofree char *second = kith_insights_to_text (two);

  g_assert_cmpstr (first, ==, second);
  for (guint i = 0; i < KITH_N_TELLS; i++)
    for (guint j = 0; j < one->sections[i].told->len; j++)
      g_assert_cmpstr (((const KithInsight *) one->sections[i].told->pdata[j])->not_meant, !=, "");
}

#define WITHOUT "--without-the-module" /* what a copy of this program is called with */

static int
print_told (void)
{
  Net net = make_net (6, triangles, G_N_ELEMENTS (triangles));
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  g_autofree char *text = kith_insights_to_text (insights);

  g_print ("%s", text);
  kith_map_unref (net.map);
  return 0;
}

/* A copy of this program finds something else where the module with igraph should be. */
static void
test_without_module (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("kith-insights-XXXXXX", &error);
  g_autofree char *program = g_build_filename (folder, "program", NULL);
  g_autofree char *beside = g_build_filename (folder, "analysis", NULL);
  g_autofree char *module = g_build_filename (beside, "kith-engine.so", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents ("/proc/self/exe", &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (program, bytes, (gssize) size, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (module, "no module", -1, NULL));
  text = run_program_text (program, WITHOUT, NULL);
  g_assert_nonnull (strstr (text, "a part of Kith that cannot be loaded"));
  g_assert_nonnull (strstr (text, "If A02 left, A00 and A01 would be cut off"));
  g_assert_null (strstr (text, "shortest ways"));
  g_remove (module);
  g_remove (program);
  g_rmdir (beside);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], WITHOUT))
    return print_told ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/cuts/in-words", test_single_points);
  g_test_add_func ("/insights/islands", test_islands);
  g_test_add_func ("/insights/mixing/by-hand", test_mixing);
  g_test_add_func ("/insights/matrix/by-hand", test_matrix);
  g_test_add_func ("/insights/gaps/by-hand", test_gaps);
  g_test_add_func ("/insights/weakest/on-the-strongest-way", test_weakest);
  g_test_add_func ("/insights/introductions/over-working-trust", test_introductions);
  g_test_add_func ("/insights/audience/nothing-private-is-told", test_audiences);
  g_test_add_func ("/insights/audience/sealed-rounds-are-not-told", test_sealed_rounds);
  g_test_add_func ("/insights/stops-when-told", test_stops);
  g_test_add_func ("/insights/nothing-to-tell", test_nothing);
  g_test_add_func ("/insights/twice-the-same-words", test_same_words);
  g_test_add_func ("/insights/without-the-module-the-rest-is-told", test_without_module);
  return g_test_run ();
}
