/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is between others, what cuts a map, and its groups: held against what was worked out by hand, what
 * was published of a known network, or slow sums written out here; never against the engine's own. */
#include "insight-nets.h"

/* --- Between others --- */

static void
assert_between (const int (*pairs)[2], guint n_pairs, guint n, const double *expected)
{
  Net net = make_net (n, pairs, n_pairs);
  g_autoptr (KithTies) ties = ties_of (net.map, KITH_TEAM);
  g_autoptr (GError) error = NULL;
  double found[40];

  g_assert_cmpuint (kith_engine_between (ties, FALSE, G_MAXUINT64, found, NULL, &error), ==, n);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    assert_near (found[i], expected[i]);
  kith_map_unref (net.map);
}

static void
test_between_by_hand (void)
{
  assert_between (path, G_N_ELEMENTS (path), 5, (double[]){ 0, 3, 4, 3, 0 });
  assert_between (star, G_N_ELEMENTS (star), 5, (double[]){ 6, 0, 0, 0, 0 });
  /* of two opposite ones two ways are as short: half of one each */
  assert_between (ring, G_N_ELEMENTS (ring), 4, (double[]){ 0.5, 0.5, 0.5, 0.5 });
  /* 2: {0, 1} × {3, 4, 5} */
  assert_between (triangles, G_N_ELEMENTS (triangles), 6, (double[]){ 0, 0, 6, 6, 0, 0 });
}

/* Member 0 is nobody, without a tie. Published figures, of the pairs of the 33 others (528): member
 * 1 0.4376, 34 0.3041, 33 0.1452, 3 0.1437, 32 0.1383 (as in NetworkX and Gephi's manuals). */
static void
test_between_karate (void)
{
  const struct
  {
    guint member;
    double share;
  } published[] = { { 1, 0.437635 }, { 34, 0.304075 }, { 33, 0.145247 },
                    { 3, 0.143657 }, { 32, 0.138276 }, { 12, 0 } };
  Net net = make_net (35, karate, G_N_ELEMENTS (karate));
  g_autoptr (KithTies) ties = ties_of (net.map, KITH_TEAM);
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  double found[40];

  kith_engine_between (ties, FALSE, G_MAXUINT64, found, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    g_assert_cmpfloat_with_epsilon (found[published[i].member] / 528, published[i].share, 1e-5);
  g_assert_cmpfloat_with_epsilon (number (must_tell (insights, KITH_TELLS_BRIDGING,
                                                     "44% lead through A01."),
                                          "share"),
                                  0.437635, 1e-5);
  /* member 12 hangs on 1 alone; what leaves with 1 are 12 and the five of the other corner */
  g_assert_cmpfloat (number (must_tell (insights, KITH_TELLS_FAILURE, "If A01 left"), "cut_off"),
                     ==, 6);
  g_assert_nonnull (
      find_told (insights, KITH_TELLS_FAILURE, "1 stakeholder has a single tie: A12."));
  g_assert_nonnull (find_told (insights, KITH_TELLS_ISLANDS, "1 stakeholder has no link: A00."));
  kith_map_unref (net.map);
}

/* All shortest lengths by repeated relaxing (Floyd and Warshall), and of each pair the share of ways
 * through each other one: betweenness by its definition. */
static void
slow_between (const KithTies *ties, gboolean by_trust, double *between)
{
  guint n = kith_ties_n (ties);
  g_autofree double *d = g_new (double, n *n);
  g_autofree double *ways = g_new0 (double, n *n);
  g_autofree double *length = g_new (double, n *n);

  for (guint i = 0; i < n * n; i++)
    length[i] = i % n == i / n ? 0 : INFINITY;
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      double trust = kith_tie_trust (tie);

      if (!by_trust || trust > 0)
        length[tie->a * n + tie->b] = length[tie->b * n + tie->a] = by_trust ? 6 - trust : 1;
    }
  memcpy (d, length, n * n * sizeof (double));
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        d[i * n + j] = MIN (d[i * n + j], d[i * n + k] + d[k * n + j]);
  /* how many shortest ways: from the nearest outwards */
  for (guint s = 0; s < n; s++)
    {
      ways[s * n + s] = 1;
      for (guint round = 0; round < n; round++)
        for (guint t = 0; t < n; t++)
          if (t != s && isfinite (d[s * n + t]))
            {
              double sum = 0;

              for (guint v = 0; v < n; v++)
                if (v != t && isfinite (length[v * n + t])
                    && d[s * n + v] + length[v * n + t] == d[s * n + t])
                  sum += ways[s * n + v];
              ways[s * n + t] = sum;
            }
    }
  for (guint v = 0; v < n; v++)
    {
      between[v] = 0;
      for (guint s = 0; s < n; s++)
        for (guint t = s + 1; t < n; t++)
          if (s != v && t != v && isfinite (d[s * n + t])
              && d[s * n + v] + d[v * n + t] == d[s * n + t])
            between[v] += ways[s * n + v] * ways[v * n + t] / ways[s * n + t];
    }
}

static void
test_between_by_definition (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (KithMap) map = test_random_map (30, 45, 0, seed);
      g_autoptr (KithTies) ties = ties_of (map, KITH_TEAM);

      for (guint by_trust = 0; by_trust < 2; by_trust++)
        {
          double slow[30], fast[30];

          slow_between (ties, by_trust == 1, slow);
          kith_engine_between (ties, by_trust == 1, G_MAXUINT64, fast, NULL, NULL);
          for (guint i = 0; i < 30; i++)
            g_assert_cmpfloat_with_epsilon (fast[i], slow[i], 1e-6);
        }
    }
}

/* Unknown trust is no low trust: such a tie is not there where trust counts. 0 – 1 – 3 is trusted, the
 * other way round, over 2, is cautious; 3 – 4 is unknown. */
static void
test_trust_changes_who_is_between (void)
{
  const int pairs[][2] = { { 0, 1 }, { 1, 3 }, { 0, 2 }, { 2, 3 }, { 3, 4 } };
  const KithScore steps[] = { 5, 5, 2, 2 };
  Net net = make_net (5, pairs, G_N_ELEMENTS (pairs));
  g_autoptr (KithTies) ties = NULL;
  double plain[5], trusted[5];

  for (guint i = 0; i < 4; i++)
    test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, i)), KITH_END_A, "", THEIRS,
               steps[i], "2020");
  test_rate (net.map, KITH_ID (kith_map_nth (net.map, KITH_LINK, 4)), KITH_END_A, "", THEIRS,
             KITH_SCORE_NOT_KNOWN, "2020");
  ties = ties_of (net.map, KITH_TEAM);
  kith_engine_between (ties, FALSE, G_MAXUINT64, plain, NULL, NULL);
  kith_engine_between (ties, TRUE, G_MAXUINT64, trusted, NULL, NULL);
  assert_near (plain[1], 1); /* half of 0 – 3, half of 0 – 4 */
  assert_near (plain[2], 1);
  assert_near (plain[3], 3.5); /* all ways to 4, and half of 1 – 2 */
  assert_near (trusted[1], 1); /* all of 0 – 3 */
  assert_near (trusted[2], 0);
  /* 1 – 2 is 1 + 4 both by 0 and by 3 */
  assert_near (trusted[0], 0.5);
  assert_near (trusted[3], 0.5);
  g_assert_cmpuint (kith_ties_n_rated (ties), ==, 4);
  kith_map_unref (net.map);
}

/* Fewer places to begin give an estimate, which says so. */
static void
test_large_maps_are_estimated (void)
{
  g_autoptr (KithMap) map = test_random_map (200, 500, 0, 3);
  g_autoptr (KithMap) shown = kith_map_to_show (map, KITH_TEAM);
  KithInsightsAsk ask = { .most = 100 * 700 };
  g_autoptr (KithInsights) insights = kith_insights_new (shown, KITH_TEAM, &ask, NULL);
  g_autoptr (KithTies) ties = kith_ties_new (shown, KITH_TEAM);
  double all[200], some[200];
  double error = 0, sum = 0;
  guint n;

  n = kith_engine_between (ties, FALSE, 100 * (200 + kith_ties_n_ties (ties)), some, NULL, NULL);
  g_assert_cmpuint (n, ==, 100);
  kith_engine_between (ties, FALSE, G_MAXUINT64, all, NULL, NULL);
  for (guint i = 0; i < 200; i++)
    {
      error += fabs (all[i] - some[i]);
      sum += all[i];
    }
  g_assert_cmpfloat (error / sum, <, 0.2);
  g_assert_nonnull (strstr (insights->sections[KITH_TELLS_BRIDGING].note, "estimates"));
}

/* --- Cuts --- */

static guint
count_pieces_without (const KithTies *ties, guint gone, guint tie)
{
  guint n = kith_ties_n (ties);
  g_autofree guint *group = g_new (guint, n);
  guint pieces = 0;

  for (guint i = 0; i < n; i++)
    group[i] = i;
  for (guint round = 0; round < n; round++)
    for (guint i = 0; i < kith_ties_n_ties (ties); i++)
      {
        const KithTie *one = kith_ties_nth (ties, i);
        guint least = MIN (group[one->a], group[one->b]);

        if (i != tie && one->a != gone && one->b != gone)
          group[one->a] = group[one->b] = least;
      }
  for (guint i = 0; i < n; i++)
    pieces += group[i] == i && i != gone;
  return pieces;
}

/* Each is taken away and the pieces are counted. */
static void
test_cuts_by_taking_away (void)
{
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (KithMap) map = test_random_map (26, 28, 0, seed);
      g_autoptr (KithTies) ties = ties_of (map, KITH_TEAM);
      g_autoptr (KithCuts) cuts = kith_cuts_new (ties, 0);
      guint pieces = count_pieces_without (ties, KITH_NOWHERE, KITH_NOWHERE);

      g_assert_cmpuint (kith_cuts_n_pieces (cuts), ==, pieces);
      for (guint i = 0; i < kith_ties_n (ties); i++)
        {
          guint parts = count_pieces_without (ties, i, KITH_NOWHERE) + 1 - pieces;
          g_autoptr (GPtrArray) found = kith_cuts_parts (cuts, i);
          guint all = 0;

          g_assert_cmpuint (kith_cuts_n_parts (cuts, i), ==, parts);
          g_assert_cmpuint (found->len, ==, parts);
          for (guint j = 0; j < found->len; j++)
            all += ((const GArray *) found->pdata[j])->len;
          g_assert_cmpuint (all, ==, kith_cuts_piece_size (cuts, cuts->piece[i]) - 1);
        }
      for (guint i = 0; i < kith_ties_n_ties (ties); i++)
        {
          gboolean only = count_pieces_without (ties, KITH_NOWHERE, i) > pieces;

          g_assert_cmpint (kith_cuts_beyond (cuts, kith_ties_nth (ties, i), i) != KITH_NOWHERE, ==,
                           only);
        }
    }
}

/* --- Groups --- */

/* The two triangles: modularity 2 × (3/7 − (7/14)²) = 0.3571. */
static void
test_groups (void)
{
  Net net = make_net (6, triangles, G_N_ELEMENTS (triangles));
  g_autoptr (KithTies) ties = ties_of (net.map, KITH_TEAM);
  g_autoptr (KithInsights) insights = tell (net.map, KITH_TEAM);
  guint group[6], n;
  double modularity;

  g_assert_true (kith_engine_groups (ties, group, &n, &modularity, NULL, NULL));
  g_assert_cmpuint (n, ==, 2);
  assert_near (modularity, 5.0 / 14);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (group[i], ==, i / 3);
  assert_near (number (must_tell (insights, KITH_TELLS_GROUPS, "A00, A01 and A02 are tied"),
                       "ties_inside"),
               3);
  must_tell (insights, KITH_TELLS_GROUPS, "NHS commissioning 1, NHS providers 1, Primary care 1.");
  kith_map_unref (net.map);
}

/* The best that is known of the karate club is 0.4198, in four groups (Brandes and others 2008). */
static void
test_groups_karate (void)
{
  Net net = make_net (35, karate, G_N_ELEMENTS (karate));
  g_autoptr (KithTies) ties = ties_of (net.map, KITH_TEAM);
  guint group[40], n;
  double modularity;
  double sum = 0;

  kith_engine_groups (ties, group, &n, &modularity, NULL, NULL);
  g_assert_cmpfloat (modularity, >, 0.41);
  g_assert_cmpfloat (modularity, <, 0.4199);
  /* by its definition (Newman 2004) */
  for (guint i = 0; i < 78; i++)
    sum += group[karate[i][0]] == group[karate[i][1]] ? 1.0 / 78 : 0;
  for (guint i = 0; i < 35; i++)
    for (guint j = 0; j < 35; j++)
      if (group[i] == group[j])
        sum -= kith_ties_n_steps (ties, i) * (double) kith_ties_n_steps (ties, j) / (156.0 * 156);
  assert_near (modularity, sum);
  kith_map_unref (net.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ties/between/by-hand", test_between_by_hand);
  g_test_add_func ("/ties/between/the-karate-club-as-published", test_between_karate);
  g_test_add_func ("/ties/between/by-its-definition", test_between_by_definition);
  g_test_add_func ("/ties/between/trust-changes-it", test_trust_changes_who_is_between);
  g_test_add_func ("/ties/between/large-maps-are-estimated", test_large_maps_are_estimated);
  g_test_add_func ("/ties/cuts/by-taking-each-away", test_cuts_by_taking_away);
  g_test_add_func ("/ties/groups/two-triangles", test_groups);
  g_test_add_func ("/ties/groups/the-karate-club", test_groups_karate);
  return g_test_run ();
}
