/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns: in which order they come, how their boxes share the room, at which side their names stand. */
#include <string.h>

#include "layout-shaped.h"

#define GROUPS 7
#define BOXES 360 /* so many that only the shortest order is filled */

typedef struct
{
  guint weights[GROUPS][GROUPS];
  guint order[GROUPS];
  guint least;
} Orders;

static guint
cost_of (const Orders *orders, const guint *order)
{
  guint cost = 0;

  for (guint i = 0; i < GROUPS; i++)
    for (guint j = i + 1; j < GROUPS; j++)
      cost += orders->weights[order[i]][order[j]] * (j - i);
  return cost;
}

/* All there are, by exchanges from `at` on. */
static void
try_all (Orders *orders, guint at)
{
  if (at == GROUPS)
    orders->least = MIN (orders->least, cost_of (orders, orders->order));
  for (guint i = at; i < GROUPS; i++)
    {
      guint kept = orders->order[at];

      orders->order[at] = orders->order[i], orders->order[i] = kept;
      try_all (orders, at + 1);
      orders->order[i] = orders->order[at], orders->order[at] = kept;
    }
}

/* From the left, row by row. */
static void
read_order (const KithLayoutArea *areas, guint *order)
{
  for (guint g = 0; g < GROUPS; g++)
    {
      guint before = 0;

      for (guint other = 0; other < GROUPS; other++)
        before += areas[other].y < areas[g].y - 1
                  || (fabs (areas[other].y - areas[g].y) <= 1 && areas[other].x < areas[g].x);
      order[before] = g;
    }
}

/* Links between columns run as little far as in any order. */
static void
test_order (void)
{
  for (guint seed = 1; seed <= 8; seed++)
    {
      Sample *sample = sample_new (BOXES, 0, seed);
      g_autofree guint *group = g_new (guint, BOXES);
      g_autofree guint *from = g_new (guint, BOXES), *to = g_new (guint, BOXES);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      KithLayoutArea areas[GROUPS];
      KithLayoutShape how = { KITH_LAYOUT_COLUMNS, GROUPS, group, 0, NULL, TRUE };
      KithLayoutGraph graph = sample->graph;
      KithLayoutOptions options;
      Orders orders = { .least = G_MAXUINT };
      guint order[GROUPS];

      for (guint i = 0; i < BOXES; i++)
        group[i] = i % GROUPS;
      graph.m = 60, graph.from = from, graph.to = to;
      for (guint i = 0; i < graph.m; i++)
        {
          guint a = (guint) g_rand_int_range (rand, 0, GROUPS), b = (a + 1 + i % 3) % GROUPS;

          from[i] = a + GROUPS * i % (BOXES - GROUPS) / GROUPS * GROUPS;
          to[i] = b + GROUPS * i % (BOXES - GROUPS) / GROUPS * GROUPS;
          orders.weights[a][b]++, orders.weights[b][a]++;
        }
      kith_layout_options_init (&options);
      g_assert_true (kith_layout_arrange_in (&graph, &options, &how, sample->x, sample->y, areas));
      for (guint g = 0; g < GROUPS; g++)
        orders.order[g] = g;
      try_all (&orders, 0);
      read_order (areas, order);
      g_test_message ("seed %u: %u, at least %u", seed, cost_of (&orders, order), orders.least);
      g_assert_cmpuint (cost_of (&orders, order), ==, orders.least);
      sample_free (sample);
    }
}

/* Two in a column that is as high as others with more do not crowd in its middle. */
static void
test_spread (void)
{
  enum
  {
    N = 22,
    FEW = 2
  };
  Sample *sample = sample_new (N, FEW, 1);
  guint group[N];
  KithLayoutArea areas[5];
  KithLayoutShape how = { KITH_LAYOUT_COLUMNS, 5, group, 0, NULL, FALSE };
  KithLayoutOptions options;
  double apart;

  for (guint i = 0; i < N; i++)
    group[i] = i < FEW ? 0 : 1 + i % 4;
  for (guint i = 0; i < FEW; i++)
    sample->from[i] = i, sample->to[i] = N / 2; /* which draws all of them to itself */
  sample->graph.m = FEW;
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  apart = fabs (sample->y[0] - sample->y[1]);
  g_test_message ("%.0f of %.0f", apart, areas[0].height);
  g_assert_cmpfloat (apart, >=, 0.4 * areas[0].height);
  sample_free (sample);
}

/* Names of columns beside one another stand at one side, with no box on them. */
static void
test_names (void)
{
  guint n_below = 0;

  for (guint seed = 1; seed < 8; seed++)
    {
      g_auto (Shaped) shaped = shape (make_communities (9 + seed, seed), KITH_LAYOUT_COLUMNS);

      for (guint g = 0; g < N_GROUPS; g++)
        {
          n_below += shaped.areas[g].named_below;
          for (guint other = 0; other < N_GROUPS; other++)
            if (fabs (shaped.areas[g].y - shaped.areas[other].y) < 1)
              g_assert_true (shaped.areas[g].named_below == shaped.areas[other].named_below);
        }
      for (guint i = 0; i < shaped.sample->graph.n; i++)
        assert_clear_of_name (shaped.sample, i, &shaped.areas[shaped.group[i]]);
    }
  g_test_message ("%u below", n_below);
  g_assert_cmpuint (n_below, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-columns/come-in-the-order-in-which-links-are-short", test_order);
  g_test_add_func ("/layout-columns/share-the-room-among-their-boxes", test_spread);
  g_test_add_func ("/layout-columns/of-a-row-are-named-at-one-side", test_names);
  return g_test_run ();
}
