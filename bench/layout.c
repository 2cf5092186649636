/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the layout takes and what comes out, freely, in groups, and while a box is carried; prints a table. */
#include <stdlib.h>

#include "kith-layout-shape.h"
#include "kith-layout-yield.h"
#include "measure.h"

#define ROUNDS 5
#define N_GROUPS 8
#define CROSSINGS_MOST 1000 /* boxes; they are counted pair by pair */

typedef gboolean (*Draw) (const KithLayoutGraph *graph, gpointer data, double *x, double *y);

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Median milliseconds. */
static double
time_draw (const BenchGraph *graph, Draw draw, gpointer data, double *x, double *y)
{
  KithLayoutGraph layout = bench_graph_to_layout (graph);
  double took[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      draw (&layout, data, x, y);
      took[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (took, ROUNDS, sizeof (double), compare_doubles);
  return took[ROUNDS / 2];
}

static gboolean
draw_freely (const KithLayoutGraph *graph, gpointer data, double *x, double *y)
{
  return kith_layout_arrange (graph, data, x, y);
}

static gboolean
draw_in_groups (const KithLayoutGraph *graph, gpointer data, double *x, double *y)
{
  KithLayoutShape *shape = data;
  KithLayoutArea areas[2 * N_GROUPS + 1];
  KithLayoutOptions options;

  kith_layout_options_init (&options);
  return kith_layout_arrange_in (graph, &options, shape, x, y, areas);
}

static void
print_row (const char *name, const BenchGraph *graph, double took, const double *x, const double *y)
{
  g_print ("%6u /%6u  %-10s %10.1f %9" G_GUINT64_FORMAT " %9" G_GUINT64_FORMAT " ", graph->n,
           graph->m, name, took, bench_overlaps (graph, x, y), bench_through (graph, x, y));
  if (graph->n <= CROSSINGS_MOST)
    g_print ("%9" G_GUINT64_FORMAT " ", bench_crossings (graph, x, y));
  else
    g_print ("%9s ", "-");
  g_print ("%8.1f\n", bench_area (graph, x, y));
}

static void
report_free (const BenchGraph *graph, double *x, double *y)
{
  KithLayoutOptions options;
  double took;

  kith_layout_options_init (&options);
  options.overlaps_ok = TRUE;
  took = time_draw (graph, draw_freely, &options, x, y);
  print_row ("bare", graph, took, x, y);
  options.overlaps_ok = FALSE;
  took = time_draw (graph, draw_freely, &options, x, y);
  print_row ("free", graph, took, x, y);
}

/* The first box carried across the picture: one step of a drag. */
static gboolean
draw_giving_way (const KithLayoutGraph *graph, gpointer data, double *x, double *y)
{
  g_autofree guint8 *carried = g_new0 (guint8, graph->n);

  carried[0] = TRUE;
  kith_layout_give_way (graph, carried, 40, 25, 12, x, y);
  return TRUE;
}

static void
report_giving_way (const BenchGraph *graph, double *x, double *y)
{
  KithLayoutOptions options;
  double took;

  kith_layout_options_init (&options);
  time_draw (graph, draw_freely, &options, x, y);
  took = time_draw (graph, draw_giving_way, NULL, x, y);
  print_row ("give way", graph, took, x, y);
}

static void
report_groups (const BenchGraph *graph, double *x, double *y)
{
  static const char *const names[] = {
    "columns", "segments", "rings", "grid", "circle", "islands"
  };
  g_autofree guint *group = g_new (guint, graph->n);
  g_autofree guint *row = g_new (guint, graph->n);

  for (guint form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      KithLayoutShape shape = { (KithLayoutForm) form, N_GROUPS, group, N_GROUPS, row, TRUE };
      double took;

      for (guint i = 0; i < graph->n; i++)
        {
          group[i] = form == KITH_LAYOUT_CIRCLE ? 0 : i * N_GROUPS / graph->n;
          row[i] = i % N_GROUPS;
        }
      took = time_draw (graph, draw_in_groups, &shape, x, y);
      print_row (names[form], graph, took, x, y);
    }
}

int
main (void)
{
  static const guint sizes[][2] = {
    { 25, 45 }, { 60, 150 }, { 200, 600 }, { 1000, 4000 }, { 10000, 30000 },
  };

  g_print ("boxes / links   picture    whole, ms  overlaps   through crossings  area, x\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BenchGraph) graph = bench_graph_new (0, sizes[i][0], sizes[i][1], 42);
      g_autofree double *x = g_new0 (double, graph->n);
      g_autofree double *y = g_new0 (double, graph->n);

      report_free (graph, x, y);
      if (graph->n <= CROSSINGS_MOST)
        {
          report_groups (graph, x, y);
          report_giving_way (graph, x, y);
        }
    }
  return 0;
}
