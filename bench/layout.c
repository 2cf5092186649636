/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the layout takes and what comes out; prints a table. */
#include "kith-layout.h"

#include <math.h>
#include <stdlib.h>

#include "kith-layout-random.h"

#define ROUNDS 5

typedef struct
{
  KithLayoutGraph graph;
  double *width, *height;
  guint *from, *to;
} Example;

/* Partnerships of about twelve, linked mostly within, some between; connected. */
static Example
make_example (guint n, guint m)
{
  Example example = { .graph = { .n = n, .m = m } };
  KithRandom random = { 42 };

  example.width = g_new (double, n);
  example.height = g_new (double, n);
  example.from = g_new (guint, m);
  example.to = g_new (guint, m);
  for (guint i = 0; i < n; i++)
    {
      example.width[i] = 110 + kith_random_below (&random, 80);
      example.height[i] = 44 + kith_random_below (&random, 46);
    }
  for (guint k = 0; k < m; k++)
    {
      guint a = k + 1 < n ? k + 1 : kith_random_below (&random, n);
      guint group = a / 12 * 12;
      gboolean within = kith_random_below (&random, 100) < 80;
      guint b = within ? group + kith_random_below (&random, 12) : kith_random_below (&random, n);

      if (k + 1 < n)
        b = within && a > group ? group + kith_random_below (&random, a - group)
                                : kith_random_below (&random, a);
      example.from[k] = a;
      example.to[k] = MIN (b, n - 1);
    }
  example.graph.width = example.width;
  example.graph.height = example.height;
  example.graph.from = example.from;
  example.graph.to = example.to;

  return example;
}

static void
example_clear (Example *example)
{
  g_free (example->width);
  g_free (example->height);
  g_free (example->from);
  g_free (example->to);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Median milliseconds. */
static double
time_arrange (const Example *example, gboolean overlaps_ok, double *x, double *y)
{
  double took[ROUNDS];
  KithLayoutOptions options;

  kith_layout_options_init (&options);
  options.overlaps_ok = overlaps_ok;
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      kith_layout_arrange (&example->graph, &options, x, y);
      took[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (took, ROUNDS, sizeof (double), compare_doubles);

  return took[ROUNDS / 2];
}

static guint
count_overlaps (const KithLayoutGraph *graph, const double *x, const double *y)
{
  guint count = 0;

  for (guint i = 0; i < graph->n; i++)
    for (guint j = i + 1; j < graph->n; j++)
      count += fabs (x[i] - x[j]) < (graph->width[i] + graph->width[j]) / 2
               && fabs (y[i] - y[j]) < (graph->height[i] + graph->height[j]) / 2;

  return count;
}

/* Does the link from a to b touch box v? By the sides of its corners. */
static gboolean
runs_through (const KithLayoutGraph *graph,
              const double *x,
              const double *y,
              guint a,
              guint b,
              guint v)
{
  double w = graph->width[v] / 2, h = graph->height[v] / 2;
  double dx = x[b] - x[a], dy = y[b] - y[a];
  double cross = dx * (y[v] - y[a]) - dy * (x[v] - x[a]);

  return MIN (x[a], x[b]) < x[v] + w && MAX (x[a], x[b]) > x[v] - w && MIN (y[a], y[b]) < y[v] + h
         && MAX (y[a], y[b]) > y[v] - h && fabs (cross) < w * fabs (dy) + h * fabs (dx);
}

static guint
count_through (const KithLayoutGraph *graph, const double *x, const double *y)
{
  guint count = 0;

  for (guint k = 0; k < graph->m; k++)
    for (guint v = 0; v < graph->n; v++)
      count += v != graph->from[k] && v != graph->to[k]
               && runs_through (graph, x, y, graph->from[k], graph->to[k], v);

  return count;
}

static double
side (const double *x, const double *y, guint a, guint b, guint c)
{
  return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
}

static guint
count_crossings (const KithLayoutGraph *graph, const double *x, const double *y)
{
  guint count = 0;

  for (guint k = 0; k < graph->m; k++)
    for (guint l = k + 1; l < graph->m; l++)
      {
        guint a = graph->from[k], b = graph->to[k], c = graph->from[l], d = graph->to[l];

        count += a != c && a != d && b != c && b != d
                 && side (x, y, a, b, c) * side (x, y, a, b, d) < 0
                 && side (x, y, c, d, a) * side (x, y, c, d, b) < 0;
      }

  return count;
}

/* Area of the picture over that of its boxes; and its width to height. */
static double
measure_area (const KithLayoutGraph *graph, const double *x, const double *y, double *shape)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, boxes = 0;

  for (guint i = 0; i < graph->n; i++)
    {
      x0 = MIN (x0, x[i] - graph->width[i] / 2);
      x1 = MAX (x1, x[i] + graph->width[i] / 2);
      y0 = MIN (y0, y[i] - graph->height[i] / 2);
      y1 = MAX (y1, y[i] + graph->height[i] / 2);
      boxes += graph->width[i] * graph->height[i];
    }
  *shape = (x1 - x0) / (y1 - y0);

  return (x1 - x0) * (y1 - y0) / boxes;
}

static void
report (guint n, guint m)
{
  Example example = make_example (n, m);
  g_autofree double *x = g_new0 (double, n);
  g_autofree double *y = g_new0 (double, n);
  double bare = time_arrange (&example, TRUE, x, y);
  double whole = time_arrange (&example, FALSE, x, y);
  double shape, area = measure_area (&example.graph, x, y, &shape);

  g_print ("%6u /%6u %10.1f %10.1f %9u %9u ", n, m, bare, whole,
           count_overlaps (&example.graph, x, y), count_through (&example.graph, x, y));
  if (n <= 1000)
    g_print ("%9u ", count_crossings (&example.graph, x, y));
  else
    g_print ("%9s ", "-");
  g_print ("%8.1f %6.2f\n", area, shape);
  example_clear (&example);
}

int
main (void)
{
  static const guint sizes[][2] = {
    { 25, 45 }, { 60, 150 }, { 200, 600 }, { 1000, 4000 }, { 10000, 30000 },
  };

  g_print ("boxes / links   bare, ms  whole, ms  overlaps  through crossings  area, x  shape\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    report (sizes[i][0], sizes[i][1]);

  return 0;
}
