/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our layout and its peers on the same graphs in the same run: one table of pictures, one of ratios.
 *
 *   compare [FOLDER]     FOLDER: .dot, .gv and .csv files to compare on as well
 *
 * Figures are medians of five; times are milliseconds of processor time. */
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "measure.h"
#include "peers.h"

#define ROUNDS 5
#define NEATO_MOST 1200 /* it takes minutes beyond */
#define PRISM_MOST 5000
#define FCOSE_MOST 130 /* likewise, a second each */

/* One graph with what everybody made of it; ours is the last. */
#define OURS BENCH_N_PEERS

typedef struct
{
  gboolean drawn;
  double took; /* milliseconds, median */
  BenchScore score;
} Picture;

typedef struct
{
  const BenchGraph *graph;
  Picture pictures[BENCH_N_PEERS + 1];
} Result;

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static gboolean
draw_ours (const BenchGraph *graph, double *x, double *y, double *took)
{
  KithLayoutGraph layout = bench_graph_to_layout (graph);
  double start = processor_ms ();
  gboolean done = kith_layout_arrange (&layout, NULL, x, y);

  *took = processor_ms () - start;

  return done;
}

static gboolean
is_asked (BenchPeer peer, const BenchGraph *graph)
{
  switch (peer)
    {
    case BENCH_NEATO:
      return graph->n <= NEATO_MOST;
    case BENCH_FCOSE:
      return graph->n <= FCOSE_MOST;
    case BENCH_SFDP_PLAIN:
      return graph->n > NEATO_MOST;
    default:
      return graph->n <= PRISM_MOST;
    }
}

static gboolean
draw (BenchPeers *peers, guint who, const BenchGraph *graph, double *x, double *y, double *took)
{
  return who == OURS ? draw_ours (graph, x, y, took)
                     : bench_peers_draw (peers, who, graph, x, y, took);
}

static void
print_picture (const Result *result, guint who)
{
  const Picture *picture = &result->pictures[who];
  const BenchScore *score = &picture->score;

  g_print ("%-28s %-12s %8.1f %8.4f %9" G_GUINT64_FORMAT " %8" G_GUINT64_FORMAT
           " %8" G_GUINT64_FORMAT " %7.3f %6.2f\n",
           who == OURS ? result->graph->name : "", who == OURS ? "kith" : bench_peer_names[who],
           picture->took, score->stress, score->crossings, score->overlaps, score->through,
           score->kept, score->area);
}

/* Everybody in turn, as often as there are rounds, so that a busy minute hits all alike. */
static Result
compare (BenchPeers *peers, const BenchGraph *graph, guint rounds)
{
  Result result = { graph };
  g_autofree double *at = g_new0 (double, 2 * graph->n + 1);
  double took[OURS + 1][ROUNDS];

  for (guint round = 0; round < rounds; round++)
    for (guint who = 0; who <= OURS; who++)
      {
        Picture *picture = &result.pictures[who];

        if ((round > 0 && !picture->drawn) || (who != OURS && !is_asked (who, graph)))
          continue;
        if (round > 0 && who == BENCH_FCOSE)
          {
            took[who][round] = took[who][0]; /* no row is about its time */
            continue;
          }
        picture->drawn = draw (peers, who, graph, at, at + graph->n, &took[who][round]);
        if (picture->drawn && round == 0)
          picture->score = bench_score (graph, at, at + graph->n);
      }
  for (guint i = 0; i <= OURS; i++)
    {
      guint who = (i + OURS) % (OURS + 1);

      if (!result.pictures[who].drawn)
        continue;
      result.pictures[who].took = bench_median (took[who], rounds);
      print_picture (&result, who);
    }

  return result;
}

static void
print_ratio (const char *what, const char *against, double ours, double theirs, double most)
{
  double ratio = ours / theirs;

  g_print ("%-44s %-18s %10.2f %10.2f %8.3f %8.2f  %s\n", what, against, ours, theirs, ratio, most,
           ratio <= most ? "yes" : "NO");
}

static void
print_time (const Result *result, BenchPeer peer, double most)
{
  g_autofree char *what = g_strdup_printf ("engine time, %s", result->graph->name);

  if (result->pictures[peer].drawn)
    print_ratio (what, bench_peer_names[peer], result->pictures[OURS].took,
                 result->pictures[peer].took, most);
}

static double
pick (const BenchScore *score, guint measure)
{
  const double values[] = { score->stress, score->crossings, score->through, 1 - score->kept,
                            score->area };

  return values[measure];
}

/* The least that a peer without overlaps reached. */
static double
best_of_peers (const Result *result, guint measure)
{
  double best = G_MAXDOUBLE;

  for (guint who = 0; who < OURS; who++)
    if (result->pictures[who].drawn && result->pictures[who].score.overlaps == 0)
      best = MIN (best, pick (&result->pictures[who].score, measure));

  return best;
}

/* One measure over all graphs, each against the best peer: the mean ratio (geometric, of counts
 * with one added), the worst, and how many are above 1. */
static void
print_measure (GArray *results, guint measure, const char *what, double allowance)
{
  double sum = 0, worst = 0;
  const char *name = "";
  guint count = 0, above = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = &g_array_index (results, Result, i);
      double best = best_of_peers (result, measure), ratio;

      if (best == G_MAXDOUBLE)
        continue;
      ratio = (pick (&result->pictures[OURS].score, measure) + allowance) / (best + allowance);
      sum += log (MAX (ratio, 1e-6));
      above += ratio > 1.0005;
      count++;
      if (ratio > worst)
        {
          worst = ratio;
          name = result->graph->name;
        }
    }
  if (count > 0)
    g_print ("%-44s %-18s mean %5.3f, worst %5.3f (%s), above 1: %u of %u\n", what, "best peer",
             exp (sum / count), worst, name, above, count);
}

static void
print_own (GArray *results)
{
  guint64 overlaps = 0;
  double area = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const BenchScore *score = &g_array_index (results, Result, i).pictures[OURS].score;

      overlaps += score->overlaps;
      area = MAX (area, score->area);
    }
  g_print ("%-44s %-18s %" G_GUINT64_FORMAT "\n", "boxes overlapping, all graphs", "-", overlaps);
  g_print ("%-44s %-18s at most %.2f\n", "area, boxes' area = 1", "-", area);
}

/* The whole program, from a list of links to a map, against the whole of sfdp. */
static void
print_whole (BenchPeers *peers, const Result *result, const char *kith)
{
  g_autofree char *folder = g_dir_make_tmp ("kith-whole-XXXXXX", NULL);
  g_autofree char *in = g_build_filename (folder, "links.csv", NULL);
  g_autofree char *out = g_build_filename (folder, "map.json", NULL);
  g_autoptr (GString) text = g_string_new ("From,To\n");
  const char *argv[] = { kith, "arrange", in, out, "--as", "free", NULL };
  const BenchGraph *graph = result->graph;
  double took[ROUNDS], theirs[ROUNDS];
  gboolean done;

  for (guint k = 0; k < graph->m; k++)
    g_string_append_printf (text, "Stakeholder %u,Stakeholder %u\n", graph->from[k], graph->to[k]);
  done = g_file_set_contents (in, text->str, text->len, NULL);
  for (guint i = 0; i < ROUNDS && done; i++)
    done = (took[i] = bench_run (argv, NULL, NULL)) >= 0
           && (theirs[i] = bench_peers_whole (peers, BENCH_SFDP, graph)) >= 0;
  if (done)
    print_ratio ("kith arrange 500/1500, whole process", "sfdp+prism, whole",
                 bench_median (took, ROUNDS), bench_median (theirs, ROUNDS), 0.5);
  else
    g_print ("kith arrange (%s) or sfdp is not here and is left out.\n", kith);
  g_unlink (in);
  g_unlink (out);
  g_rmdir (folder);
}

static void
add_made (GPtrArray *graphs)
{
  static const guint sizes[][2] = { { 25, 45 }, { 60, 150 }, { 120, 240 }, { 200, 600 } };

  for (guint kind = 0; kind < bench_n_kinds; kind++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (guint seed = 1; seed <= 2; seed++)
        g_ptr_array_add (graphs, bench_graph_new (kind, sizes[s][0], sizes[s][1], seed));
}

static void
add_folder (GPtrArray *graphs, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      BenchGraph *graph = bench_graph_read (file, NULL);

      if (graph != NULL && graph->n > 1)
        g_ptr_array_add (graphs, graph);
      else if (graph != NULL)
        bench_graph_free (graph);
    }
}

static void
print_heading (const char *title)
{
  g_print ("\n%s\n%-28s %-12s %8s %8s %9s %8s %8s %7s %6s\n", title, "graph", "who", "ms", "stress",
           "crossings", "overlaps", "through", "kept", "area");
}

static void
print_ratios (BenchPeers *peers, GArray *timed, GArray *all, const char *kith)
{
  static const struct
  {
    BenchPeer peer;
    double most;
  } times[] = {
    { BENCH_NEATO, 0.3 }, { BENCH_SFDP, 0.2 },       { BENCH_SFDP, 0.2 },
    { BENCH_SFDP, 0.2 },  { BENCH_SFDP_PLAIN, 0.1 },
  };

  g_print ("\n%-44s %-18s %10s %10s %8s %8s\n", "what", "against", "ours", "theirs", "ratio",
           "at most");
  for (guint i = 0; i < timed->len; i++)
    print_time (&g_array_index (timed, Result, i), times[i].peer, times[i].most);
  if (timed->len > 2)
    print_whole (peers, &g_array_index (timed, Result, 2), kith);
  print_measure (all, 0, "stress", 0);
  print_measure (all, 1, "crossings (+1)", 1);
  print_measure (all, 2, "links through boxes (+1)", 1);
  print_measure (all, 3, "neighbours not kept (+0.01)", 0.01);
  print_measure (all, 4, "area", 0);
  print_own (all);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[][2] = {
    { 60, 150 }, { 200, 600 }, { 500, 1500 }, { 1000, 4000 }, { 10000, 30000 },
  };
  g_autoptr (GPtrArray) graphs = g_ptr_array_new_with_free_func ((GDestroyNotify) bench_graph_free);
  g_autoptr (GArray) timed = g_array_new (FALSE, FALSE, sizeof (Result));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Result));
  g_autoptr (BenchPeers) peers = bench_peers_new ();
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *kith = g_build_filename (here, "..", "src", "kith", NULL);
  gboolean quick = g_getenv ("KITH_COMPARE_QUICK") != NULL;

  setvbuf (stdout, NULL, _IOLBF, 0);
  print_heading ("Times: medians of five, milliseconds of processor time");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Result result;

      g_ptr_array_add (graphs, bench_graph_new (0, sizes[i][0], sizes[i][1], 1));
      result = compare (peers, graphs->pdata[i], quick && i > 2 ? 1 : ROUNDS);
      g_array_append_val (timed, result);
      g_array_append_val (all, result);
    }

  print_heading ("Pictures");
  add_made (graphs);
  if (argc > 1)
    add_folder (graphs, argv[1]);
  for (guint i = timed->len; i < graphs->len; i++)
    {
      Result result = compare (peers, graphs->pdata[i], 1);

      g_array_append_val (all, result);
    }
  print_ratios (peers, timed, all, kith);

  return 0;
}
