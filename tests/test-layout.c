/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kith-layout-random.h"

#define GAP 28.0

/* A graph that owns its arrays, and a picture of it. */
typedef struct
{
  KithLayoutGraph graph;
  double *width, *height, *x, *y;
  guint8 *pinned;
  guint *from, *to;
  KithRandom random;
} Sample;

static Sample *
sample_new (guint n, guint links, guint64 seed)
{
  Sample *sample = g_new0 (Sample, 1);

  sample->random.state = seed;
  sample->width = g_new (double, n + 1);
  sample->height = g_new (double, n + 1);
  sample->x = g_new0 (double, n + 1);
  sample->y = g_new0 (double, n + 1);
  sample->pinned = g_new0 (guint8, n + 1);
  sample->from = g_new (guint, links + 1);
  sample->to = g_new (guint, links + 1);
  for (guint i = 0; i < n; i++)
    {
      sample->width[i] = 90 + kith_random_below (&sample->random, 101);
      sample->height[i] = 44 + kith_random_below (&sample->random, 47);
    }
  sample->graph = (KithLayoutGraph){ n, sample->width, sample->height, sample->pinned,
                                     0, sample->from,  sample->to };

  return sample;
}

static void
sample_free (Sample *sample)
{
  g_free (sample->width);
  g_free (sample->height);
  g_free (sample->x);
  g_free (sample->y);
  g_free (sample->pinned);
  g_free (sample->from);
  g_free (sample->to);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static void
add_link (Sample *sample, guint a, guint b)
{
  sample->from[sample->graph.m] = a;
  sample->to[sample->graph.m++] = b;
}

static guint
below (Sample *sample, guint n)
{
  return kith_random_below (&sample->random, n);
}

static Sample *
make_communities (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, 4 * n, seed);

  for (guint k = 0; k < 3 * n; k++)
    {
      guint a = below (sample, n);

      add_link (sample, a,
                below (sample, 5) > 0 ? a / 8 * 8 + below (sample, MIN (8, n - a / 8 * 8))
                                      : below (sample, n));
    }

  return sample;
}

static Sample *
make_hubs (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 3; i < n; i++)
    add_link (sample, i, below (sample, 3));

  return sample;
}

static Sample *
make_tree (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 1; i < n; i++)
    add_link (sample, i, below (sample, i));

  return sample;
}

static Sample *
make_grid (guint n, guint64 seed)
{
  guint side = (guint) sqrt (n);
  Sample *sample = sample_new (side * side, 2 * n, seed);

  for (guint i = 0; i < side * side; i++)
    {
      if (i % side > 0)
        add_link (sample, i, i - 1);
      if (i >= side)
        add_link (sample, i, i - side);
    }

  return sample;
}

static Sample *
make_islands (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 1; i < n * 2 / 3; i++)
    if (below (sample, 4) > 0)
      add_link (sample, i, i - 1);

  return sample;
}

static Sample *
make_complete (guint n, guint64 seed)
{
  Sample *sample = sample_new (MIN (n, 40), 800, seed);

  for (guint i = 0; i < sample->graph.n; i++)
    for (guint j = 0; j < i; j++)
      add_link (sample, i, j);

  return sample;
}

static Sample *
make_unlinked (guint n, guint64 seed)
{
  return sample_new (n, 0, seed);
}

static Sample *
make_path (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 1; i < n; i++)
    add_link (sample, i, i - 1);

  return sample;
}

static const struct
{
  const char *name;
  Sample *(*make) (guint n, guint64 seed);
} kinds[] = {
  { "communities", make_communities },
  { "hubs", make_hubs },
  { "tree", make_tree },
  { "grid", make_grid },
  { "islands", make_islands },
  { "complete", make_complete },
  { "unlinked", make_unlinked },
  { "path", make_path },
};

static void
arrange (Sample *sample, gboolean have_start)
{
  KithLayoutOptions options;

  kith_layout_options_init (&options);
  options.have_start = have_start;
  g_assert_true (kith_layout_arrange (&sample->graph, &options, sample->x, sample->y));
}

/* Every pair keeps the gap, but pairs of pinned boxes. */
static void
assert_apart (const Sample *sample, double gap, const char *what)
{
  const KithLayoutGraph *graph = &sample->graph;

  for (guint i = 0; i < graph->n; i++)
    {
      g_assert_true (isfinite (sample->x[i]) && isfinite (sample->y[i]));
      for (guint j = 0; j < i; j++)
        if (!(sample->pinned[i] && sample->pinned[j])
            && fabs (sample->x[i] - sample->x[j])
                   < (graph->width[i] + graph->width[j]) / 2 + gap - 1e-6
            && fabs (sample->y[i] - sample->y[j])
                   < (graph->height[i] + graph->height[j]) / 2 + gap - 1e-6)
          g_error ("%s: boxes %u and %u are nearer than %g", what, i, j, gap);
    }
}

static double *
copy (const double *at, guint n)
{
  return g_memdup2 (at, sizeof (double) * MAX (n, 1));
}

/* Average way from one picture to another. */
static double
mean_move (const Sample *sample, const double *x, const double *y)
{
  double sum = 0;

  for (guint i = 0; i < sample->graph.n; i++)
    sum += hypot (sample->x[i] - x[i], sample->y[i] - y[i]);

  return sum / sample->graph.n;
}

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

static void
test_landscape (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (Sample) sample = make_communities (40, seed);
      double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, area = 0;

      arrange (sample, FALSE);
      for (guint i = 0; i < 40; i++)
        {
          x0 = MIN (x0, sample->x[i] - sample->width[i] / 2);
          x1 = MAX (x1, sample->x[i] + sample->width[i] / 2);
          y0 = MIN (y0, sample->y[i] - sample->height[i] / 2);
          y1 = MAX (y1, sample->y[i] + sample->height[i] / 2);
          area += sample->width[i] * sample->height[i];
        }
      g_assert_cmpfloat ((x1 - x0) / (y1 - y0), >, 1.1);
      g_assert_cmpfloat ((x1 - x0) / (y1 - y0), <, 2.4);
      g_assert_cmpfloat ((x1 - x0) * (y1 - y0) / area, <, 8);
      g_assert_cmpfloat_with_epsilon (x0 + x1, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (y0 + y1, 0, 1e-6);
    }
}

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/no-two-boxes-overlap", test_no_overlap);
  g_test_add_func ("/layout/no-two-of-thousands-overlap", test_large);
  g_test_add_func ("/layout/an-empty-map-needs-no-care", test_nothing);
  g_test_add_func ("/layout/a-picture-fills-a-landscape-page", test_landscape);
  g_test_add_func ("/layout/pinned-boxes-stay-exactly-where-they-are", test_pinned);
  g_test_add_func ("/layout/same-input-gives-same-picture", test_same_twice);
  g_test_add_func ("/layout/arranging-again-keeps-the-picture", test_keeps_orientation);
  g_test_add_func ("/layout/a-small-change-moves-little", test_small_change);
  g_test_add_func ("/layout/cancelling-leaves-positions-alone", test_cancel);
  g_test_add_func ("/layout/tidy-parts-boxes-and-then-leaves-them", test_tidy);
  g_test_add_func ("/layout/tidy-moves-as-little-as-it-takes", test_tidy_moves_least);
  g_test_add_func ("/layout/placing-new-boxes-moves-no-old-one", test_place_new);
  g_test_add_func ("/layout/a-new-box-goes-near-its-neighbours", test_new_goes_near_its_neighbours);
  g_test_add_func ("/layout/a-path-is-drawn-out", test_path_is_drawn_out);
  g_test_add_func ("/layout/a-cycle-is-a-ring", test_cycle_is_a_ring);
  g_test_add_func ("/layout/grids-and-trees-do-not-cross", test_planar_stay_planar);
  g_test_add_func ("/layout/enough-of-each-link-shows", test_links_show);
  g_test_add_func ("/layout/unlinked-boxes-stand-in-rows", test_unlinked_in_rows);
  g_test_add_func ("/layout/odd-start-positions-do-no-harm", test_hostile);
  g_test_add_func ("/layout/odd-sizes-and-far-pins-do-no-harm", test_hostile_pinned);

  return g_test_run ();
}
