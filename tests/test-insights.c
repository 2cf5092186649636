/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map tells. Figures are held against what was worked out by hand, what was published of a known
 * network, or slow sums written out here; never against the engine's own. */
#include <math.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-cuts.h"
#include "kith-engine.h"
#include "kith-insights.h"
#include "kith-introductions.h"
#include "kith-round.h"
#include "kith-test-maps.h"

#define OURS KITH_BASIS_IMPRESSION
#define THEIRS KITH_BASIS_OWN_WORDS

typedef struct
{
  KithMap *map;
  KithId who[40];
  guint n;
} Net;

/* Names are in the order of their numbers: A00, A01 … */
static Net
make_net (guint n, const int (*pairs)[2], guint n_pairs)
{
  Net net = { kith_map_new (), { 0 }, n };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("A%02u", i);

      net.who[i] = test_stakeholder (net.map, name, i * 200.0, 0);
    }
  for (guint i = 0; i < n_pairs; i++)
    test_link (net.map, net.who[pairs[i][0]], net.who[pairs[i][1]]);
  return net;
}

static KithTies *
ties_of (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (map, audience);

  return kith_ties_new (shown, audience);
}

static KithInsights *
tell (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (map, audience);
  g_autoptr (GError) error = NULL;
  KithInsights *insights = kith_insights_new (shown, audience, NULL, &error);

  g_assert_no_error (error);
  return insights;
}

static const KithInsight *
find_told (const KithInsights *insights, KithTells section, const char *words)
{
  const GPtrArray *told = insights->sections[section].told;

  for (guint i = 0; i < told->len; i++)
    if (strstr (((const KithInsight *) told->pdata[i])->sentence, words) != NULL)
      return told->pdata[i];
  return NULL;
}

static const KithInsight *
must_tell (const KithInsights *insights, KithTells section, const char *words)
{
  const KithInsight *found = find_told (insights, section, words);

  if (found == NULL)
    {
      g_autofree char *text = kith_insights_to_text (insights);

      g_error ("not told: “%s” in\n%s", words, text);
    }
  return found;
}

static double
number (const KithInsight *insight, const char *key)
{
  for (guint i = 0; i < insight->numbers->len; i++)
    if (g_str_equal (g_array_index (insight->numbers, KithNumber, i).key, key))
      return g_array_index (insight->numbers, KithNumber, i).value;
  return NAN;
}

static gboolean
is_about (const KithInsight *insight, KithId id)
{
  for (guint i = 0; i < insight->ids->len; i++)
    if (g_array_index (insight->ids, KithId, i) == id)
      return TRUE;
  return FALSE;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* --- Between others --- */

static const int path[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 } };
static const int star[][2] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 } };
static const int ring[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 } };
/* two triangles, 0 1 2 and 3 4 5, and 2 – 3 */
static const int triangles[][2] = { { 0, 1 }, { 1, 2 }, { 0, 2 }, { 2, 3 },
                                    { 3, 4 }, { 4, 5 }, { 3, 5 } };

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

/* Zachary 1977, "An information flow model for conflict and fission in small groups": 34 members, 78
 * ties, numbered from 1 as in the paper. */
static const int karate[][2] = {
  { 1, 2 },   { 1, 3 },   { 1, 4 },   { 1, 5 },   { 1, 6 },   { 1, 7 },   { 1, 8 },   { 1, 9 },
  { 1, 11 },  { 1, 12 },  { 1, 13 },  { 1, 14 },  { 1, 18 },  { 1, 20 },  { 1, 22 },  { 1, 32 },
  { 2, 3 },   { 2, 4 },   { 2, 8 },   { 2, 14 },  { 2, 18 },  { 2, 20 },  { 2, 22 },  { 2, 31 },
  { 3, 4 },   { 3, 8 },   { 3, 9 },   { 3, 10 },  { 3, 14 },  { 3, 28 },  { 3, 29 },  { 3, 33 },
  { 4, 8 },   { 4, 13 },  { 4, 14 },  { 5, 7 },   { 5, 11 },  { 6, 7 },   { 6, 11 },  { 6, 17 },
  { 7, 17 },  { 9, 31 },  { 9, 33 },  { 9, 34 },  { 10, 34 }, { 14, 34 }, { 15, 33 }, { 15, 34 },
  { 16, 33 }, { 16, 34 }, { 19, 33 }, { 19, 34 }, { 20, 34 }, { 21, 33 }, { 21, 34 }, { 23, 33 },
  { 23, 34 }, { 24, 26 }, { 24, 28 }, { 24, 30 }, { 24, 33 }, { 24, 34 }, { 25, 26 }, { 25, 28 },
  { 25, 32 }, { 26, 32 }, { 27, 30 }, { 27, 34 }, { 28, 34 }, { 29, 32 }, { 29, 34 }, { 30, 33 },
  { 30, 34 }, { 31, 33 }, { 31, 34 }, { 32, 33 }, { 32, 34 }, { 33, 34 }
};

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/between/by-hand", test_between_by_hand);
  g_test_add_func ("/insights/between/the-karate-club-as-published", test_between_karate);
  g_test_add_func ("/insights/between/by-its-definition", test_between_by_definition);
  g_test_add_func ("/insights/between/trust-changes-it", test_trust_changes_who_is_between);
  g_test_add_func ("/insights/between/large-maps-are-estimated", test_large_maps_are_estimated);
  g_test_add_func ("/insights/cuts/by-taking-each-away", test_cuts_by_taking_away);
  g_test_add_func ("/insights/cuts/in-words", test_single_points);
  g_test_add_func ("/insights/islands", test_islands);
  g_test_add_func ("/insights/groups/two-triangles", test_groups);
  g_test_add_func ("/insights/groups/the-karate-club", test_groups_karate);
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
  return g_test_run ();
}
