/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each measure of a picture, on graphs small enough to count by hand. */
#include "measure.h"

#include <glib/gstdio.h>

static guint path_from[] = { 0, 1, 2 }, path_to[] = { 1, 2, 3 };
static double wide[] = { 10, 10, 10, 10, 10, 10 }, high[] = { 4, 4, 4, 4, 4, 4 };

static BenchGraph
path_of (guint n)
{
  return (BenchGraph){ NULL, n, n - 1, wide, high, path_from, path_to };
}

static void
test_stress (void)
{
  BenchGraph path = path_of (3);
  double straight[] = { 0, 100, 200 }, level[] = { 7, 7, 7 };
  double folded_x[] = { 0, 100, 0 };

  g_assert_cmpfloat_with_epsilon (bench_stress (&path, straight, level), 0, 1e-12);

  /* lengths over hops, both ways round: 100, 100, 0; 1 − 400² / (6 · 40000) */
  g_assert_cmpfloat_with_epsilon (bench_stress (&path, folded_x, level), 1.0 / 3, 1e-12);
  for (guint i = 0; i < 3; i++)
    folded_x[i] *= 17;
  g_assert_cmpfloat_with_epsilon (bench_stress (&path, folded_x, level), 1.0 / 3, 1e-12);
}

/* Only what some way joins counts. */
static void
test_stress_of_islands (void)
{
  guint from[] = { 0, 2 }, to[] = { 1, 3 };
  BenchGraph graph = { NULL, 4, 2, wide, high, from, to };
  double x[] = { 0, 50, 1000, 1050 }, longer[] = { 0, 50, 1000, 1150 }, y[] = { 0, 0, 0, 0 };

  g_assert_cmpfloat_with_epsilon (bench_stress (&graph, x, y), 0, 1e-12);
  /* 50, 50, 150, 150: 1 − 400² / (4 · 50000) */
  g_assert_cmpfloat_with_epsilon (bench_stress (&graph, longer, y), 0.2, 1e-12);
}

static void
test_crossings (void)
{
  guint from[] = { 0, 2, 0, 1 }, to[] = { 1, 3, 2, 3 };
  BenchGraph graph = { NULL, 4, 2, wide, high, from, to };
  double x[] = { 0, 100, 0, 100 }, y[] = { 0, 100, 100, 0 };

  g_assert_cmpuint (bench_crossings (&graph, x, y), ==, 1);
  graph.m = 4; /* two sides more, which meet the diagonals at their ends */
  g_assert_cmpuint (bench_crossings (&graph, x, y), ==, 1);
  y[0] = 120; /* the square opens: 0-1 no longer reaches 2-3 */
  x[0] = -50;
  y[1] = 150;
  g_assert_cmpuint (bench_crossings (&graph, x, y), ==, 0);
}

static void
test_overlaps (void)
{
  BenchGraph graph = { NULL, 4, 0, wide, high };
  double x[] = { 0, 9, 18, 100 }, y[] = { 0, 3, 0, 0 };

  g_assert_cmpuint (bench_overlaps (&graph, x, y), ==, 2);
  y[1] = 4; /* edge to edge is no overlap */
  g_assert_cmpuint (bench_overlaps (&graph, x, y), ==, 0);
  x[3] = 18;
  g_assert_cmpuint (bench_overlaps (&graph, x, y), ==, 1);
}

static void
test_through (void)
{
  guint from[] = { 0 }, to[] = { 1 };
  BenchGraph graph = { NULL, 4, 1, wide, high, from, to };
  double x[] = { 0, 100, 50, 70 }, y[] = { 0, 0, 1, 30 };

  g_assert_cmpuint (bench_through (&graph, x, y), ==, 1);
  y[3] = -1;
  g_assert_cmpuint (bench_through (&graph, x, y), ==, 2);
  y[2] = 3; /* passes it by */
  g_assert_cmpuint (bench_through (&graph, x, y), ==, 1);
  x[1] = 100; /* a slope passes the corner of a box whose bounds it meets */
  y[1] = 100;
  x[3] = 54;
  y[3] = 46;
  g_assert_cmpuint (bench_through (&graph, x, y), ==, 0);
}

static void
test_kept (void)
{
  BenchGraph path = path_of (4);
  double x[] = { 0, 10, 20, 30 }, y[] = { 0, 0, 0, 0 };
  double swapped[] = { 0, 31, 10, 20 };

  g_assert_cmpfloat_with_epsilon (bench_neighbours_kept (&path, x, y), 1, 1e-12);
  /* 0: nearest is 2, not 1: 0. 1 (at 31): nearest are 3 and 2, linked are 0 and 2: 1/3.
   * 2 (at 10): nearest 0 and 3, linked 1 and 3: 1/3. 3 (at 20): nearest 2: 1. */
  g_assert_cmpfloat_with_epsilon (bench_neighbours_kept (&path, swapped, y), (1 + 2.0 / 3) / 4,
                                  1e-12);
}

static void
test_area (void)
{
  BenchGraph graph = { NULL, 2, 0, wide, high };
  double x[] = { 0, 30 }, y[] = { 0, 6 };

  g_assert_cmpfloat_with_epsilon (bench_area (&graph, x, y), 40.0 * 10 / 80, 1e-12);
}

/* The first n boxes hang together, no link is a loop or there twice, and a seed is a graph. */
static void
test_made (void)
{
  for (guint kind = 0; kind < bench_n_kinds; kind++)
    {
      g_autoptr (BenchGraph) one = bench_graph_new (kind, 60, 150, 1);
      g_autoptr (BenchGraph) same = bench_graph_new (kind, 60, 150, 1);
      g_autoptr (BenchGraph) other = bench_graph_new (kind, 60, 150, 2);

      g_assert_cmpmem (one->from, sizeof (guint) * one->m, same->from, sizeof (guint) * same->m);
      g_assert_true (one->m != other->m || one->width[3] != other->width[3]
                     || one->width[4] != other->width[4]);
      for (guint k = 0; k < one->m; k++)
        g_assert_true (one->from[k] != one->to[k] && one->from[k] < 60 && one->to[k] < 60);
      g_assert_cmpuint (one->m, >=, 40);
    }
}

static BenchGraph *
read_text (const char *ending, const char *text)
{
  g_autofree char *path = g_strdup_printf ("measure-test.%s", ending);
  g_autoptr (GError) error = NULL;
  BenchGraph *graph;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  graph = bench_graph_read (path, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return graph;
}

static void
test_read (void)
{
  g_autoptr (BenchGraph) dot =
      read_text ("dot", "strict graph \"g\" { // a comment\n node [shape=box]; rankdir=LR\n"
                        "a -- b -- \"c \\\" d\" [label=\"x -- y\"]; subgraph s { e; f }\n"
                        "a -> e:port; b -- a }\n");
  g_autoptr (BenchGraph) csv = read_text ("csv", "From,To\nCouncil,Trust\n\"Trust\",Hospice,x\n\n");

  g_assert_cmpuint (dot->n, ==, 5);
  g_assert_cmpuint (dot->m, ==, 3);
  g_assert_cmpuint (csv->n, ==, 3);
  g_assert_cmpuint (csv->m, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measure/stress-is-none-where-lengths-are-hops", test_stress);
  g_test_add_func ("/measure/stress-leaves-out-pairs-with-no-way", test_stress_of_islands);
  g_test_add_func ("/measure/crossings-at-a-common-end-do-not-count", test_crossings);
  g_test_add_func ("/measure/boxes-edge-to-edge-do-not-overlap", test_overlaps);
  g_test_add_func ("/measure/a-link-runs-through-a-box-or-passes-it", test_through);
  g_test_add_func ("/measure/neighbours-are-kept-if-they-are-nearest", test_kept);
  g_test_add_func ("/measure/area-is-the-page-over-the-boxes", test_area);
  g_test_add_func ("/measure/graphs-of-one-seed-are-the-same", test_made);
  g_test_add_func ("/measure/edge-lists-and-dot-files-are-read", test_read);

  return g_test_run ();
}
