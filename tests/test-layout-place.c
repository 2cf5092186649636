/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that are somewhere already: pinned, parted, joined by new ones, or at odd places. */
#include "layout-samples.h"

static void
test_pinned (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint seed = 1; seed <= 4; seed++)
      {
        g_autoptr (Sample) sample = kinds[k].make (36, seed);
        g_autofree double *x = NULL, *y = NULL;

        for (guint i = 0; i < sample->graph.n; i++)
          {
            sample->x[i] = below (sample, 900);
            sample->y[i] = below (sample, 600);
            sample->pinned[i] = below (sample, 4) == 0;
          }
        x = copy (sample->x, sample->graph.n);
        y = copy (sample->y, sample->graph.n);
        arrange (sample, seed % 2);
        for (guint i = 0; i < sample->graph.n; i++)
          if (sample->pinned[i])
            g_assert_true (sample->x[i] == x[i] && sample->y[i] == y[i]);
        assert_apart (sample, GAP, kinds[k].name);
      }
}

static void
test_tidy (void)
{
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (Sample) sample = make_unlinked (80, seed);
      g_autofree double *x = NULL, *y = NULL;

      for (guint i = 0; i < 80; i++)
        {
          sample->x[i] = below (sample, seed < 4 ? 2600 : 500);
          sample->y[i] = below (sample, seed < 4 ? 1600 : 400);
          sample->pinned[i] = below (sample, 8) == 0;
        }
      sample->x[3] = sample->x[4] = sample->x[5];
      sample->y[3] = sample->y[4] = sample->y[5];
      x = copy (sample->x, 80);
      y = copy (sample->y, 80);
      kith_layout_tidy (&sample->graph, GAP, sample->x, sample->y);
      assert_apart (sample, GAP, "tidy");
      for (guint i = 0; i < 80; i++)
        if (sample->pinned[i])
          g_assert_true (sample->x[i] == x[i] && sample->y[i] == y[i]);
      if (seed < 4)
        g_assert_cmpfloat (mean_move (sample, x, y), <, 60);

      g_free (x);
      g_free (y);
      x = copy (sample->x, 80);
      y = copy (sample->y, 80);
      kith_layout_tidy (&sample->graph, GAP, sample->x, sample->y);
      g_assert_cmpfloat (mean_move (sample, x, y), ==, 0);
    }
}

/* Two that overlap by little move by little. */
static void
test_tidy_moves_least (void)
{
  double width[] = { 100, 100, 100 }, height[] = { 50, 50, 50 };
  double x[] = { 0, 120, 1000 }, y[] = { 0, 0, 0 };
  KithLayoutGraph graph = { 3, width, height };

  kith_layout_tidy (&graph, 28, x, y);
  g_assert_cmpfloat_with_epsilon (x[0], -4, 0.05);
  g_assert_cmpfloat_with_epsilon (x[1], 124, 0.05);
  g_assert_true (x[2] == 1000 && y[0] == 0 && y[1] == 0 && y[2] == 0);
}

static void
test_place_new (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint seed = 1; seed <= 4; seed++)
      {
        g_autoptr (Sample) sample = kinds[k].make (40, seed);
        guint n = sample->graph.n;
        g_autofree guint8 *is_new = g_new0 (guint8, n);
        g_autofree double *x = NULL, *y = NULL;

        arrange (sample, FALSE);
        for (guint i = 0; i < n; i++)
          if (below (sample, 3) == 0)
            {
              is_new[i] = 1;
              sample->x[i] = sample->y[i] = NAN;
            }
        x = copy (sample->x, n);
        y = copy (sample->y, n);
        kith_layout_place_new (&sample->graph, is_new, GAP, sample->x, sample->y);
        for (guint i = 0; i < n; i++)
          g_assert_true (is_new[i] || (sample->x[i] == x[i] && sample->y[i] == y[i]));
        assert_apart (sample, GAP, kinds[k].name);
      }
}

static void
test_new_goes_near_its_neighbours (void)
{
  g_autoptr (Sample) sample = make_grid (49, 3);
  guint8 is_new[49] = { 0 };
  double to_one;

  arrange (sample, FALSE);
  is_new[24] = 1;
  kith_layout_place_new (&sample->graph, is_new, GAP, sample->x, sample->y);
  to_one = hypot (sample->x[24] - sample->x[17], sample->y[24] - sample->y[17]);
  g_assert_cmpfloat (to_one, <, 350);
  g_assert_cmpfloat (hypot (sample->x[24] - sample->x[31], sample->y[24] - sample->y[31]), <, 350);
}

static void
test_hostile (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, 1e308, -1e308, 1e12, 5e-324, -0.0 };

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (Sample) sample = make_communities (30, seed);

      for (guint k = 0; k < 10; k++)
        add_link (sample, 3, below (sample, 2) ? 3 : 4);
      for (guint i = 0; i < 30; i++)
        {
          sample->x[i] = below (sample, 2) ? odd[below (sample, 8)] : below (sample, 500);
          sample->y[i] = below (sample, 2) ? odd[below (sample, 8)] : below (sample, 500);
        }
      arrange (sample, TRUE);
      assert_apart (sample, GAP, "hostile start");
    }
}

/* Pinned far out or nowhere, sizes that are none, links to nothing: all boxes
 * that can be placed are, and what is pinned at a finite place stays. */
static void
test_hostile_pinned (void)
{
  g_autoptr (Sample) sample = make_communities (30, 2);

  sample->pinned[0] = sample->pinned[1] = sample->pinned[2] = sample->pinned[3] = 1;
  sample->x[0] = 1e308;
  sample->x[1] = NAN;
  sample->x[2] = -900000;
  sample->x[3] = 900000;
  sample->width[5] = NAN;
  sample->width[6] = -4;
  sample->height[7] = 1e300;
  sample->height[8] = 0;
  add_link (sample, 0, 4000000000u);
  arrange (sample, TRUE);
  g_assert_true (sample->x[0] == 1e308 && sample->x[2] == -900000 && sample->x[3] == 900000);
  for (guint i = 1; i < 30; i++)
    g_assert_true (isfinite (sample->x[i]) && isfinite (sample->y[i]));
  kith_layout_tidy (&sample->graph, NAN, sample->x, sample->y);
  for (guint i = 1; i < 30; i++)
    g_assert_true (isfinite (sample->x[i]) && isfinite (sample->y[i]));
}

/* Any number of boxes of any kind of graph, a few of them huge or thin, some pinned, from anywhere:
 * none overlap but pinned ones, and what is pinned does not move by a bit. */
static void
test_anything (void)
{
  KithRandom random = { 2024 };

  for (guint round = 0; round < 240; round++)
    {
      guint kind = kith_random_below (&random, G_N_ELEMENTS (kinds));
      g_autoptr (Sample) sample = kinds[kind].make (kith_random_below (&random, 45), round);
      guint n = sample->graph.n;
      g_autofree double *x = NULL, *y = NULL;

      for (guint i = 0; i < n; i++)
        {
          sample->x[i] = below (sample, 1500) - 700.0;
          sample->y[i] = below (sample, 900) - 400.0;
          sample->pinned[i] = round % 3 == 0 && below (sample, 5) == 0;
          if (below (sample, 12) == 0)
            sample->width[i] = below (sample, 2) ? 900 + below (sample, 2000) : 1;
          if (below (sample, 12) == 0)
            sample->height[i] = below (sample, 2) ? 500 + below (sample, 1500) : 1;
        }
      x = copy (sample->x, n);
      y = copy (sample->y, n);
      if (round % 4 == 3)
        kith_layout_tidy (&sample->graph, GAP, sample->x, sample->y);
      else
        arrange (sample, round % 2);
      assert_apart (sample, GAP, kinds[kind].name);
      for (guint i = 0; i < n; i++)
        if (sample->pinned[i])
          g_assert_true (sample->x[i] == x[i] && sample->y[i] == y[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/pinned-boxes-stay-exactly-where-they-are", test_pinned);
  g_test_add_func ("/layout/tidy-parts-boxes-and-then-leaves-them", test_tidy);
  g_test_add_func ("/layout/tidy-moves-as-little-as-it-takes", test_tidy_moves_least);
  g_test_add_func ("/layout/placing-new-boxes-moves-no-old-one", test_place_new);
  g_test_add_func ("/layout/a-new-box-goes-near-its-neighbours", test_new_goes_near_its_neighbours);
  g_test_add_func ("/layout/whatever-there-is-is-parted-and-what-is-pinned-stays", test_anything);
  g_test_add_func ("/layout/odd-start-positions-do-no-harm", test_hostile);
  g_test_add_func ("/layout/odd-sizes-and-far-pins-do-no-harm", test_hostile_pinned);

  return g_test_run ();
}
