/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map arranged from scratch, or arranged again. */
#include "layout-samples.h"

static void
test_no_overlap (void)
{
  static const guint sizes[] = { 1, 2, 3, 7, 25, 60, 130 };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (guint seed = 1; seed <= 3; seed++)
        {
          g_autoptr (Sample) sample = kinds[k].make (sizes[s], seed * 100 + s);

          arrange (sample, FALSE);
          assert_apart (sample, GAP, kinds[k].name);
        }
}

static void
test_large (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (Sample) sample = kinds[k].make (kinds[k].make == make_path ? 700 : 2600, 3);

      arrange (sample, FALSE);
      assert_apart (sample, GAP, kinds[k].name);
    }
}

static void
test_nothing (void)
{
  g_autoptr (Sample) sample = sample_new (0, 0, 1);

  arrange (sample, FALSE);
  arrange (sample, TRUE);
  kith_layout_tidy (&sample->graph, GAP, NULL, NULL);
  kith_layout_place_new (&sample->graph, NULL, GAP, NULL, NULL);
  g_assert_true (kith_layout_arrange (&sample->graph, NULL, NULL, NULL));
}

/* Of two or three the links would be 500 to 600 long, if they filled a page as many do. */
static void
test_few_are_near (void)
{
  for (guint n = 2; n <= 4; n++)
    for (guint again = 0; again < 2; again++)
      {
        g_autoptr (Sample) sample = sample_new (n, n, n);

        for (guint i = 1; i < n; i++)
          add_link (sample, i - 1, i);
        for (guint i = 0; i < n; i++)
          sample->x[i] = 2000.0 * i, sample->y[i] = 300.0 * i;
        arrange (sample, again > 0);
        for (guint i = 1; i < n; i++)
          {
            double dx = sample->x[i] - sample->x[i - 1], dy = sample->y[i] - sample->y[i - 1];

            g_assert_cmpfloat (sqrt (dx * dx + dy * dy), <, 340.0);
          }
        assert_apart (sample, GAP, "few");
      }
}

/* How many times the boxes the smallest page about them is. */
static double
page_of (const Sample *sample)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, area = 0;

  for (guint i = 0; i < sample->graph.n; i++)
    {
      x0 = MIN (x0, sample->x[i] - sample->width[i] / 2);
      x1 = MAX (x1, sample->x[i] + sample->width[i] / 2);
      y0 = MIN (y0, sample->y[i] - sample->height[i] / 2);
      y1 = MAX (y1, sample->y[i] + sample->height[i] / 2);
      area += sample->width[i] * sample->height[i];
    }
  return (x1 - x0) * (y1 - y0) / area;
}

static void
test_compact (void)
{
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autoptr (Sample) islands = make_islands (45, seed);

      arrange (islands, FALSE);
      g_assert_cmpfloat (page_of (islands), <, 5.8); /* chains, and boxes alone */
    }
  for (guint seed = 1; seed <= 2; seed++)
    {
      g_autoptr (Sample) many = make_communities (5000, seed);

      arrange (many, FALSE);
      g_assert_cmpfloat (page_of (many), <, 4.0);
    }
}

static void
test_landscape (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (Sample) sample = make_communities (40, seed);
      double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

      arrange (sample, FALSE);
      for (guint i = 0; i < 40; i++)
        {
          x0 = MIN (x0, sample->x[i] - sample->width[i] / 2);
          x1 = MAX (x1, sample->x[i] + sample->width[i] / 2);
          y0 = MIN (y0, sample->y[i] - sample->height[i] / 2);
          y1 = MAX (y1, sample->y[i] + sample->height[i] / 2);
        }
      g_assert_cmpfloat ((x1 - x0) / (y1 - y0), >, 1.1);
      g_assert_cmpfloat ((x1 - x0) / (y1 - y0), <, 2.4);
      g_assert_cmpfloat (page_of (sample), <, 5);
      g_assert_cmpfloat_with_epsilon (x0 + x1, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (y0 + y1, 0, 1e-6);
    }
}

static void
test_same_twice (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (Sample) one = kinds[k].make (70, 5);
      g_autoptr (Sample) two = kinds[k].make (70, 5);

      arrange (one, FALSE);
      arrange (two, FALSE);
      g_assert_cmpmem (one->x, sizeof (double) * one->graph.n, two->x,
                       sizeof (double) * one->graph.n);
      g_assert_cmpmem (one->y, sizeof (double) * one->graph.n, two->y,
                       sizeof (double) * one->graph.n);
    }
}

/* Arranging again, turned a quarter and mirrored, gives back that view of it. */
static void
test_keeps_orientation (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint mirrored = 0; mirrored < 2; mirrored++)
      {
        g_autoptr (Sample) sample = kinds[k].make (30, 9);
        g_autofree double *x = NULL, *y = NULL;

        arrange (sample, FALSE);
        for (guint i = 0; i < sample->graph.n; i++)
          {
            sample->x[i] = (mirrored ? -1 : 1) * sample->x[i] + 5000;
            sample->y[i] += 300;
          }
        x = copy (sample->x, sample->graph.n);
        y = copy (sample->y, sample->graph.n);
        arrange (sample, TRUE);
        assert_apart (sample, GAP, kinds[k].name);
        g_test_message ("%s: moved by %.1f", kinds[k].name, mean_move (sample, x, y));
        if (kinds[k].make != make_unlinked && kinds[k].make != make_complete)
          g_assert_cmpfloat (mean_move (sample, x, y), <, 110);
      }
}

/* Nothing has changed: pressed again, it shows what is there, also where there are too many boxes to count
 * all crossings. */
static void
test_stays (void)
{
  for (guint seed = 6; seed < 9; seed++)
    {
      g_autoptr (Sample) sample = make_communities (400, seed);
      g_autofree double *x = NULL, *y = NULL;

      arrange (sample, FALSE);
      x = copy (sample->x, 400);
      y = copy (sample->y, 400);
      arrange (sample, TRUE);
      g_test_message ("moved by %.1f", mean_move (sample, x, y));
      g_assert_cmpfloat (mean_move (sample, x, y), <, 1);
    }
}

/* Adding one link to an arranged map does not turn it upside down. */
static void
test_small_change (void)
{
  g_autoptr (Sample) sample = make_communities (30, 4);
  g_autofree double *x = NULL, *y = NULL;

  arrange (sample, FALSE);
  x = copy (sample->x, 30);
  y = copy (sample->y, 30);
  add_link (sample, 1, 29);
  arrange (sample, TRUE);
  g_assert_cmpfloat (mean_move (sample, x, y), <, 150);
}

typedef struct
{
  guint asked, stop_at;
  double told;
} Reins;

static gboolean
is_cancelled (gpointer data)
{
  Reins *reins = data;

  return ++reins->asked >= reins->stop_at;
}

static void
hear_progress (double fraction, gpointer data)
{
  Reins *reins = data;

  g_assert_cmpfloat (fraction, >, reins->told);
  g_assert_cmpfloat (fraction, <=, 1);
  reins->told = fraction;
}

static void
test_cancel (void)
{
  static const guint sizes[] = { 40, 500, 2000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint stop = 1; stop < 200; stop = stop * 3 + 1)
      {
        g_autoptr (Sample) sample = make_communities (sizes[s], 2);
        Reins reins = { .stop_at = stop };
        KithLayoutOptions options;

        kith_layout_options_init (&options);
        options.cancelled = is_cancelled;
        options.progress = hear_progress;
        options.data = &reins;
        for (guint i = 0; i < sizes[s]; i++)
          sample->x[i] = sample->y[i] = i;
        if (kith_layout_arrange (&sample->graph, &options, sample->x, sample->y))
          {
            g_assert_cmpuint (stop, >, 20);
            g_assert_cmpfloat (reins.told, >, 0.95);
            continue;
          }
        g_assert_cmpuint (reins.asked, ==, stop);
        for (guint i = 0; i < sizes[s]; i++)
          g_assert_true (sample->x[i] == i && sample->y[i] == i);
      }
}

/* Order along a path is order in the picture; ends are farthest apart. */
static void
test_path_is_drawn_out (void)
{
  g_autoptr (Sample) sample = make_path (12, 2);
  double ends, dx, dy;

  arrange (sample, FALSE);
  dx = sample->x[11] - sample->x[0];
  dy = sample->y[11] - sample->y[0];
  ends = hypot (dx, dy);
  for (guint i = 1; i < 12; i++)
    {
      double step = (sample->x[i] - sample->x[i - 1]) * dx + (sample->y[i] - sample->y[i - 1]) * dy;

      g_assert_cmpfloat (step, >, 0);
      g_assert_cmpfloat (hypot (sample->x[i] - sample->x[i - 1], sample->y[i] - sample->y[i - 1]),
                         <, ends / 4);
    }
}

/* In a ring of boxes none lies inside: each pair of opposites is farther apart
 * than any linked pair. */
static void
test_cycle_is_a_ring (void)
{
  g_autoptr (Sample) sample = make_path (14, 2);
  double longest = 0;

  sample->graph.m = 0;
  for (guint i = 0; i < 14; i++)
    add_link (sample, i, (i + 1) % 14);
  arrange (sample, FALSE);
  for (guint i = 0; i < 14; i++)
    longest = MAX (longest, hypot (sample->x[i] - sample->x[(i + 1) % 14],
                                   sample->y[i] - sample->y[(i + 1) % 14]));
  for (guint i = 0; i < 7; i++)
    g_assert_cmpfloat (hypot (sample->x[i] - sample->x[i + 7], sample->y[i] - sample->y[i + 7]), >,
                       1.5 * longest);
}

static double
side (const Sample *sample, guint a, guint b, guint c)
{
  return (sample->x[b] - sample->x[a]) * (sample->y[c] - sample->y[a])
         - (sample->y[b] - sample->y[a]) * (sample->x[c] - sample->x[a]);
}

static guint
count_crossings (const Sample *sample)
{
  guint count = 0;

  for (guint k = 0; k < sample->graph.m; k++)
    for (guint l = k + 1; l < sample->graph.m; l++)
      {
        guint a = sample->from[k], b = sample->to[k], c = sample->from[l], d = sample->to[l];

        count += a != c && a != d && b != c && b != d
                 && side (sample, a, b, c) * side (sample, a, b, d) < 0
                 && side (sample, c, d, a) * side (sample, c, d, b) < 0;
      }

  return count;
}

static void
test_planar_stay_planar (void)
{
  g_autoptr (Sample) grid = make_grid (36, 1);
  g_autoptr (Sample) tree = make_tree (30, 6);

  arrange (grid, FALSE);
  g_assert_cmpuint (count_crossings (grid), ==, 0);
  arrange (tree, FALSE);
  g_assert_cmpuint (count_crossings (tree), <=, 1);
}

/* What is long and thin by nature is drawn so: it is not crumpled to fill a page of the usual shape. */
static void
test_ladder_is_drawn_out (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (Sample) ladder = sample_new (60, 90, seed);
      g_autoptr (Sample) path = make_path (60, seed);

      for (guint i = 0; i < 30; i++)
        {
          add_link (ladder, 30 + i, i);
          if (i > 0)
            add_link (ladder, i, i - 1), add_link (ladder, 30 + i, 29 + i);
        }
      arrange (ladder, FALSE);
      g_assert_cmpuint (count_crossings (ladder), ==, 0);
      g_assert_cmpfloat (page_of (ladder), <, 4.0);
      arrange (path, FALSE);
      g_assert_cmpuint (count_crossings (path), ==, 0);
      g_assert_cmpfloat (page_of (path), <, 5.0); /* nothing is pushed into a chain */
    }
}

/* Enough of each link shows between the boxes that it joins. */
static void
test_links_show (void)
{
  g_autoptr (Sample) sample = make_grid (25, 8);
  guint shorter = 0;

  arrange (sample, FALSE);
  for (guint k = 0; k < sample->graph.m; k++)
    {
      guint a = sample->from[k], b = sample->to[k];
      double across = fabs (sample->x[a] - sample->x[b])
                      - (sample->width[a] + sample->width[b]) / 2;
      double down = fabs (sample->y[a] - sample->y[b])
                    - (sample->height[a] + sample->height[b]) / 2;

      shorter += MAX (across, down) < 45;
    }
  g_assert_cmpuint (shorter, <=, sample->graph.m / 10);
}

/* Walls alone, which make a page small enough, crumpled crowds: three times as many links crossed as on the
 * ground. */
static void
test_crowds (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (Sample) sample = make_neighbours (400, seed);
      guint ground = count_crossings (sample), now;

      arrange (sample, FALSE);
      now = count_crossings (sample);
      g_test_message ("%u crossings, %u on the ground, page %.2f", now, ground, page_of (sample));
      g_assert_cmpuint (now, <, 2 * ground);
      g_assert_cmpfloat (page_of (sample), <, 4.0);
      assert_apart (sample, GAP, "crowds");
    }
}

static void
test_unlinked_in_rows (void)
{
  g_autoptr (Sample) sample = make_unlinked (13, 1);

  arrange (sample, FALSE);
  for (guint i = 1; i < 13; i++)
    g_assert_true (sample->y[i] >= sample->y[i - 1]);
  g_assert_true (sample->y[0] == sample->y[1]);
  g_assert_true (sample->y[12] > sample->y[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/no-two-boxes-overlap", test_no_overlap);
  g_test_add_func ("/layout/no-two-of-thousands-overlap", test_large);
  g_test_add_func ("/layout/an-empty-map-needs-no-care", test_nothing);
  g_test_add_func ("/layout/few-are-near-one-another", test_few_are_near);
  g_test_add_func ("/layout/a-page-is-a-few-times-its-boxes", test_compact);
  g_test_add_func ("/layout/a-picture-fills-a-landscape-page", test_landscape);
  g_test_add_func ("/layout/same-input-gives-same-picture", test_same_twice);
  g_test_add_func ("/layout/arranging-again-keeps-the-picture", test_keeps_orientation);
  g_test_add_func ("/layout/many-stay-where-they-were-arranged", test_stays);
  g_test_add_func ("/layout/a-small-change-moves-little", test_small_change);
  g_test_add_func ("/layout/cancelling-leaves-positions-alone", test_cancel);
  g_test_add_func ("/layout/a-path-is-drawn-out", test_path_is_drawn_out);
  g_test_add_func ("/layout/a-cycle-is-a-ring", test_cycle_is_a_ring);
  g_test_add_func ("/layout/grids-and-trees-do-not-cross", test_planar_stay_planar);
  g_test_add_func ("/layout/a-ladder-is-not-crumpled", test_ladder_is_drawn_out);
  g_test_add_func ("/layout/crowds-are-not-crumpled", test_crowds);
  g_test_add_func ("/layout/enough-of-each-link-shows", test_links_show);
  g_test_add_func ("/layout/unlinked-boxes-stand-in-rows", test_unlinked_in_rows);

  return g_test_run ();
}
