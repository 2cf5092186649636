/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Programs print positions rounded; boxes that touch by less than this do not overlap. */
#define TOLERANCE 0.05
/* Stress and neighbourhoods of larger graphs are measured from this many, evenly chosen. */
#define SOURCES 2000

typedef struct
{
  guint *offset, *near;
} Neighbours;

static Neighbours
list_neighbours (const BenchGraph *graph)
{
  Neighbours list = { g_new0 (guint, graph->n + 2), g_new (guint, 2 * graph->m + 1) };
  guint *fill = list.offset + 1;

  for (guint k = 0; k < graph->m; k++)
    {
      list.offset[graph->from[k] + 1]++;
      list.offset[graph->to[k] + 1]++;
    }
  for (guint i = 0, sum = 0; i <= graph->n; i++)
    {
      guint many = i < graph->n ? list.offset[i + 1] : 0;

      fill[i] = sum;
      sum += many;
    }
  for (guint k = 0; k < graph->m; k++)
    {
      list.near[fill[graph->from[k]]++] = graph->to[k];
      list.near[fill[graph->to[k]]++] = graph->from[k];
    }

  return list;
}

static void
neighbours_clear (Neighbours *list)
{
  g_free (list->offset);
  g_free (list->near);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Neighbours, neighbours_clear)

/* Links from @source to each; G_MAXUINT where there is no way. */
static void
find_hops (const BenchGraph *graph, const Neighbours *list, guint source, guint *hops, guint *queue)
{
  guint head = 0, tail = 0;

  memset (hops, 0xff, sizeof (guint) * graph->n);
  hops[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      guint v = queue[head++];

      for (guint k = list->offset[v]; k < list->offset[v + 1]; k++)
        if (hops[list->near[k]] == G_MAXUINT)
          {
            hops[list->near[k]] = hops[v] + 1;
            queue[tail++] = list->near[k];
          }
    }
}

static guint
stride_of (const BenchGraph *graph)
{
  return MAX (graph->n / SOURCES, 1);
}

/**
 * bench_stress:
 * @graph: boxes and links
 * @x: (array): centres
 * @y: (array): likewise
 *
 * Average of ((s·length − hops) / hops)² over pairs that some way joins, with the one factor s that
 * makes it least: the size of the picture plays no part. Length is Euclidean, between centres.
 *
 * Returns: 0, perfect, to 1
 */
double
bench_stress (const BenchGraph *graph, const double *x, const double *y)
{
  g_auto (Neighbours) list = list_neighbours (graph);
  g_autofree guint *hops = g_new (guint, 2 * graph->n + 1);
  double first = 0, second = 0, pairs = 0;

  for (guint v = 0; v < graph->n; v += stride_of (graph))
    {
      find_hops (graph, &list, v, hops, hops + graph->n);
      for (guint u = 0; u < graph->n; u++)
        if (u != v && hops[u] != G_MAXUINT)
          {
            double length = hypot (x[u] - x[v], y[u] - y[v]) / hops[u];

            first += length;
            second += length * length;
            pairs++;
          }
    }
  if (pairs == 0)
    return 0;

  return second > 0 ? 1 - first * first / (second * pairs) : 1;
}

static double
side (const double *x, const double *y, guint a, guint b, guint c)
{
  return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
}

static gboolean
cross (const double *x, const double *y, guint a, guint b, guint c, guint d)
{
  if (MAX (x[a], x[b]) < MIN (x[c], x[d]) || MAX (x[c], x[d]) < MIN (x[a], x[b])
      || MAX (y[a], y[b]) < MIN (y[c], y[d]) || MAX (y[c], y[d]) < MIN (y[a], y[b]))
    return FALSE;

  return side (x, y, a, b, c) * side (x, y, a, b, d) < 0
         && side (x, y, c, d, a) * side (x, y, c, d, b) < 0;
}

/* Pairs of links that cross; those with an end in common do not. O(m²). */
guint64
bench_crossings (const BenchGraph *graph, const double *x, const double *y)
{
  guint64 count = 0;

  for (guint k = 0; k < graph->m; k++)
    for (guint l = k + 1; l < graph->m; l++)
      {
        guint a = graph->from[k], b = graph->to[k], c = graph->from[l], d = graph->to[l];

        count += a != c && a != d && b != c && b != d && cross (x, y, a, b, c, d);
      }

  return count;
}

/* Pairs of boxes of which one covers some of the other. O(n²). */
guint64
bench_overlaps (const BenchGraph *graph, const double *x, const double *y)
{
  guint64 count = 0;

  for (guint i = 0; i < graph->n; i++)
    for (guint j = i + 1; j < graph->n; j++)
      count += fabs (x[i] - x[j]) < (graph->width[i] + graph->width[j]) / 2 - TOLERANCE
               && fabs (y[i] - y[j]) < (graph->height[i] + graph->height[j]) / 2 - TOLERANCE;

  return count;
}

/* Does the segment from a to b run through the box v? By the sides of its corners. */
static gboolean
runs_through (const BenchGraph *graph, const double *x, const double *y, guint a, guint b, guint v)
{
  double w = graph->width[v] / 2, h = graph->height[v] / 2;
  double dx = x[b] - x[a], dy = y[b] - y[a];

  return MIN (x[a], x[b]) < x[v] + w && MAX (x[a], x[b]) > x[v] - w && MIN (y[a], y[b]) < y[v] + h
         && MAX (y[a], y[b]) > y[v] - h
         && fabs (dx * (y[v] - y[a]) - dy * (x[v] - x[a])) < w * fabs (dy) + h * fabs (dx);
}

/* Pairs of a link and a box that it runs through and that is neither end. O(nm). */
guint64
bench_through (const BenchGraph *graph, const double *x, const double *y)
{
  guint64 count = 0;

  for (guint k = 0; k < graph->m; k++)
    for (guint v = 0; v < graph->n; v++)
      count += v != graph->from[k] && v != graph->to[k]
               && runs_through (graph, x, y, graph->from[k], graph->to[k], v);

  return count;
}

static int
compare_doubles (const void *a, const void *b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

/* Of v's links, to how many of the k nearest boxes they go, as a Jaccard index. */
static double
kept_at (const BenchGraph *graph,
         const Neighbours *list,
         guint v,
         const double *x,
         const double *y,
         double *sorted)
{
  guint degree = list->offset[v + 1] - list->offset[v], count = 0, shared = 0;
  double reach;

  for (guint u = 0; u < graph->n; u++)
    if (u != v)
      sorted[count++] = hypot (x[u] - x[v], y[u] - y[v]);
  qsort (sorted, count, sizeof (double), compare_doubles);
  reach = sorted[degree - 1];
  for (guint k = list->offset[v]; k < list->offset[v + 1]; k++)
    shared += hypot (x[list->near[k]] - x[v], y[list->near[k]] - y[v]) <= reach;

  return shared / (2.0 * degree - shared);
}

/**
 * bench_neighbours_kept:
 * @graph: boxes and links
 * @x: (array): centres
 * @y: (array): likewise
 *
 * For each box with k links: are the k boxes nearest to it those it is linked to? The Jaccard index
 * of both sets, on average.
 *
 * Returns: 0 to 1, perfect
 */
double
bench_neighbours_kept (const BenchGraph *graph, const double *x, const double *y)
{
  g_auto (Neighbours) list = list_neighbours (graph);
  g_autofree double *sorted = g_new (double, graph->n + 1);
  double sum = 0, count = 0;

  for (guint v = 0; v < graph->n; v += stride_of (graph))
    if (list.offset[v + 1] > list.offset[v])
      {
        sum += kept_at (graph, &list, v, x, y, sorted);
        count++;
      }

  return count > 0 ? sum / count : 1;
}

/* How many times the boxes would fit into the rectangle round all of them. */
double
bench_area (const BenchGraph *graph, const double *x, const double *y)
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

  return boxes > 0 ? (x1 - x0) * (y1 - y0) / boxes : 1;
}

BenchScore
bench_score (const BenchGraph *graph, const double *x, const double *y)
{
  return (BenchScore){
    bench_stress (graph, x, y),  bench_crossings (graph, x, y),       bench_overlaps (graph, x, y),
    bench_through (graph, x, y), bench_neighbours_kept (graph, x, y), bench_area (graph, x, y),
  };
}
