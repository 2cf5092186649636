/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs of every kind for the tests of the layout: random but repeatable. */
#pragma once

#include <math.h>

#include "kith-layout-random.h"
#include "kith-layout.h"

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

static inline Sample *
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

static inline void
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

static inline void
add_link (Sample *sample, guint a, guint b)
{
  sample->from[sample->graph.m] = a;
  sample->to[sample->graph.m++] = b;
}

static inline guint
below (Sample *sample, guint n)
{
  return kith_random_below (&sample->random, n);
}

static inline Sample *
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

static inline Sample *
make_hubs (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 3; i < n; i++)
    add_link (sample, i, below (sample, 3));

  return sample;
}

static inline Sample *
make_tree (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 1; i < n; i++)
    add_link (sample, i, below (sample, i));

  return sample;
}

static inline Sample *
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

static inline Sample *
make_islands (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, n, seed);

  for (guint i = 1; i < n * 2 / 3; i++)
    if (below (sample, 4) > 0)
      add_link (sample, i, i - 1);

  return sample;
}

/* Points on the ground, where whoever is near enough is linked: crowds, with empty ground between them. They
 * stand there, in lengths of a box. */
static inline Sample *
make_neighbours (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, 6 * n, seed);
  double side = 260 * sqrt (n), near = side * sqrt (7.0 / (3.14159 * n));

  for (guint i = 0; i < n; i++)
    {
      sample->x[i] = side * kith_random_unit (&sample->random);
      sample->y[i] = side * kith_random_unit (&sample->random);
      for (guint j = 0; j < i && sample->graph.m < 6 * n; j++)
        if (hypot (sample->x[i] - sample->x[j], sample->y[i] - sample->y[j]) < near)
          add_link (sample, i, j);
    }

  return sample;
}

static inline Sample *
make_complete (guint n, guint64 seed)
{
  Sample *sample = sample_new (MIN (n, 40), 800, seed);

  for (guint i = 0; i < sample->graph.n; i++)
    for (guint j = 0; j < i; j++)
      add_link (sample, i, j);

  return sample;
}

static inline Sample *
make_unlinked (guint n, guint64 seed)
{
  return sample_new (n, 0, seed);
}

static inline Sample *
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

static inline void
arrange (Sample *sample, gboolean have_start)
{
  KithLayoutOptions options;

  kith_layout_options_init (&options);
  options.have_start = have_start;
  g_assert_true (kith_layout_arrange (&sample->graph, &options, sample->x, sample->y));
}

/* Every pair keeps the gap, but pairs of pinned boxes. */
static inline void
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

static inline double *
copy (const double *at, guint n)
{
  return g_memdup2 (at, sizeof (double) * MAX (n, 1));
}

/* Average way from one picture to another. */
static inline double
mean_move (const Sample *sample, const double *x, const double *y)
{
  double sum = 0;

  for (guint i = 0; i < sample->graph.n; i++)
    sum += hypot (sample->x[i] - x[i], sample->y[i] - y[i]);

  return sum / sample->graph.n;
}
