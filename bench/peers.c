/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "peers.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define POINTS 72.0 /* an inch of GraphViz; one point is one map unit */

const char *const bench_peer_names[] = { "neato+prism", "sfdp+prism", "sfdp", "fcose" };

struct _BenchPeers
{
  gboolean has[BENCH_N_PEERS];
  char *folder, *in, *out;
};

static int
compare_doubles (const void *a, const void *b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_doubles);

  return values[n / 2];
}

static void
redirect (const char *path, int flags, int descriptor)
{
  int file = open (path != NULL ? path : "/dev/null", flags, 0600);

  if (file < 0 || dup2 (file, descriptor) < 0)
    _exit (127);
}

/**
 * bench_run:
 * @argv: program and arguments, %NULL at the end
 * @from: (nullable): what it reads
 * @to: (nullable): what it writes
 *
 * Returns: milliseconds of processor time, user and system, or less than 0 if it failed
 */
double
bench_run (const char *const *argv, const char *from, const char *to)
{
  pid_t child = fork ();
  struct rusage used;
  int status;

  if (child == 0)
    {
      redirect (from, O_RDONLY, STDIN_FILENO);
      redirect (to, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
      redirect (NULL, O_WRONLY, STDERR_FILENO);
      execvp (argv[0], (char *const *) argv);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &used) < 0 || !WIFEXITED (status)
      || WEXITSTATUS (status) != 0)
    return -1;

  return 1000.0 * (used.ru_utime.tv_sec + used.ru_stime.tv_sec)
         + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000.0;
}

static double
run_peer (BenchPeers *peers, BenchPeer peer)
{
  static const char *const argv[][4] = {
    { "neato", "-Tplain", "-Goverlap=prism" },
    { "sfdp", "-Tplain", "-Goverlap=prism" },
    { "sfdp", "-Tplain", NULL },
    { "node", BENCH_SOURCE "/fcose.cjs", NULL },
  };

  return bench_run (argv[peer], peers->in, peers->out);
}

static gboolean
write_dot (const BenchGraph *graph, const char *path)
{
  g_autoptr (GString) text = g_string_new (
      "graph {\nnode [shape=box, fixedsize=true, label=\"\"];\n");

  for (guint i = 0; i < graph->n; i++)
    g_string_append_printf (text, "%u [width=%.6f, height=%.6f];\n", i, graph->width[i] / POINTS,
                            graph->height[i] / POINTS);
  for (guint k = 0; k < graph->m; k++)
    g_string_append_printf (text, "%u -- %u;\n", graph->from[k], graph->to[k]);
  g_string_append (text, "}\n");

  return g_file_set_contents (path, text->str, text->len, NULL);
}

static gboolean
write_numbers (const BenchGraph *graph, const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%u %u\n", graph->n, graph->m);
  for (guint i = 0; i < graph->n; i++)
    g_string_append_printf (text, "%.3f %.3f\n", graph->width[i], graph->height[i]);
  for (guint k = 0; k < graph->m; k++)
    g_string_append_printf (text, "%u %u\n", graph->from[k], graph->to[k]);

  return g_file_set_contents (path, text->str, text->len, NULL);
}

/* Lines "node NAME X Y …" in inches; names are numbers. */
static gboolean
read_places (const BenchGraph *graph, const char *path, double *x, double *y)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint count = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "node "))
      {
        char *at = lines[i] + 5;
        gulong id = strtoul (at, &at, 10);

        if (id >= graph->n)
          return FALSE;
        x[id] = POINTS * g_ascii_strtod (at, &at);
        y[id] = POINTS * g_ascii_strtod (at, &at);
        count++;
      }

  return count == graph->n;
}

/* Once, on an empty graph. */
static double
run_empty (BenchPeers *peers, BenchPeer peer)
{
  BenchGraph empty = { 0 };

  if (!(peer == BENCH_FCOSE ? write_numbers : write_dot) (&empty, peers->in))
    return -1;

  return run_peer (peers, peer);
}

/* Looks for the peers; those that are not there are said to be missing, once. */
BenchPeers *
bench_peers_new (void)
{
  BenchPeers *peers = g_new0 (BenchPeers, 1);

  peers->folder = g_dir_make_tmp ("kith-compare-XXXXXX", NULL);
  g_assert_nonnull (peers->folder);
  peers->in = g_build_filename (peers->folder, "in", NULL);
  peers->out = g_build_filename (peers->folder, "out", NULL);
  for (guint i = 0; i < BENCH_N_PEERS; i++)
    {
      peers->has[i] = run_empty (peers, i) >= 0;
      if (!peers->has[i])
        g_print ("%s is not here and is left out.\n", bench_peer_names[i]);
    }

  return peers;
}

void
bench_peers_free (BenchPeers *peers)
{
  g_unlink (peers->in);
  g_unlink (peers->out);
  g_rmdir (peers->folder);
  g_free (peers->in);
  g_free (peers->out);
  g_free (peers->folder);
  g_free (peers);
}

gboolean
bench_peers_has (const BenchPeers *peers, BenchPeer peer)
{
  return peers->has[peer];
}

/* Once, the whole of it, in milliseconds of processor time; less than 0 if it fails. */
double
bench_peers_whole (BenchPeers *peers, BenchPeer peer, const BenchGraph *graph)
{
  if (!peers->has[peer] || !(peer == BENCH_FCOSE ? write_numbers : write_dot) (graph, peers->in))
    return -1;

  return run_peer (peers, peer);
}

/* Draws the graph once; the time is less that for an empty graph. FALSE if the peer is not there or fails. */
gboolean
bench_peers_draw (BenchPeers *peers,
                  BenchPeer peer,
                  const BenchGraph *graph,
                  double *x,
                  double *y,
                  double *milliseconds)
{
  double took = bench_peers_whole (peers, peer, graph);

  if (took < 0 || !read_places (graph, peers->out, x, y))
    return FALSE;
  /* right after it, so that a busy moment hits both */
  *milliseconds = MAX (took - run_empty (peers, peer), 0.001);

  return TRUE;
}
