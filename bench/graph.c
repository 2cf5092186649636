/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph.h"

#include <math.h>

#include "graph-private.h"
#include "kith-layout-random.h"

static guint
below (BenchGraph *graph, KithRandom *random, guint n)
{
  return kith_random_below (random, MAX (n, 1));
}

static guint
at_most (guint a, guint b)
{
  return a < b ? a : b;
}

/* Everyone belongs to a partnership of 6 to 17; four links in five stay within one. The first
 * n − 1 links hold all of it together. */
static void
make_communities (BenchGraph *graph, guint m, guint64 seed)
{
  KithRandom random = { seed };
  g_autofree guint *first = g_new (guint, graph->n);
  g_autofree guint *size = g_new (guint, graph->n);

  for (guint i = 0; i < graph->n;)
    {
      guint start = i, many = at_most (6 + below (graph, &random, 12), graph->n - i);

      for (; i < start + many; i++)
        {
          first[i] = start;
          size[i] = many;
        }
    }
  for (guint i = 1; i < graph->n; i++)
    bench_graph_link (graph, i,
                      i > first[i] ? first[i] + below (graph, &random, i - first[i])
                                   : below (graph, &random, i));
  for (guint k = 0; graph->m < m && k < 20 * m; k++)
    {
      guint a = below (graph, &random, graph->n);
      gboolean within = below (graph, &random, 100) < 80;

      bench_graph_link (graph, a,
                        within ? first[a] + below (graph, &random, size[a])
                               : below (graph, &random, graph->n));
    }
}

/* A twentieth of all are hubs; links go to one of them as often as to anyone, and busy ones gain
 * more. */
static void
make_hubs (BenchGraph *graph, guint m, guint64 seed)
{
  KithRandom random = { seed };
  guint hubs = MAX (graph->n / 20, 2);

  for (guint i = 1; i < graph->n; i++)
    bench_graph_link (graph, i, below (graph, &random, at_most (i, hubs)));
  for (guint k = 0; graph->m < m && k < 20 * m; k++)
    {
      guint a = below (graph, &random, graph->n);
      guint way = below (graph, &random, 2);

      bench_graph_link (graph, a,
                        way == 0 ? graph->to[below (graph, &random, graph->m)]
                                 : below (graph, &random, graph->n));
    }
}

/* Several communities that know nothing of each other, and a few with no link at all. */
static void
make_islands (BenchGraph *graph, guint m, guint64 seed)
{
  KithRandom random = { seed };
  guint alone = graph->n / 12, start = 0;

  while (start + alone < graph->n)
    {
      guint many = at_most (4 + below (graph, &random, graph->n / 4 + 1), graph->n - alone - start);
      guint links = (guint) ((guint64) m * many / graph->n), before = graph->m;

      for (guint i = 1; i < many; i++)
        bench_graph_link (graph, start + i, start + below (graph, &random, i));
      for (guint k = 0; graph->m < before + links && k < 20 * links; k++)
        bench_graph_link (graph, start + below (graph, &random, many),
                          start + below (graph, &random, many));
      start += many;
    }
}

/* An organisation's tree: who is below whom, three or so to each, few links across. */
static void
make_tree (BenchGraph *graph, guint m, guint64 seed)
{
  KithRandom random = { seed };

  for (guint i = 1; i < graph->n; i++)
    {
      guint above = (i - 1) / 3;
      guint lowest = above > 3 ? above - 3 : 0;

      bench_graph_link (graph, i, lowest + below (graph, &random, above - lowest + 1));
    }
  for (guint k = 0; k < graph->n / 20; k++)
    bench_graph_link (graph, below (graph, &random, graph->n), below (graph, &random, graph->n));
}

/* Neighbourhoods side by side, as on the ground. */
static void
make_grid (BenchGraph *graph, guint m, guint64 seed)
{
  guint side = (guint) sqrt (graph->n);

  for (guint i = 0; i < graph->n; i++)
    {
      if (i % side > 0)
        bench_graph_link (graph, i, i - 1);
      if (i >= side)
        bench_graph_link (graph, i, i - side);
    }
}

/* Whoever is near enough on the ground, where some live close together and others far apart: crowds that
 * know each other well, and long ways through few. */
static void
make_neighbours (BenchGraph *graph, guint m, guint64 seed)
{
  KithRandom random = { seed };
  double square = 2.0 * m / (G_PI * graph->n * graph->n);
  g_autofree double *x = g_new (double, graph->n), *y = g_new (double, graph->n);

  for (guint i = 0; i < graph->n; i++)
    {
      x[i] = kith_random_unit (&random);
      y[i] = kith_random_unit (&random);
      for (guint j = 0; j < i; j++)
        if ((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]) < square)
          bench_graph_link (graph, i, j);
    }
}

const BenchKind bench_kinds[] = {
  { "communities", make_communities },
  { "hubs", make_hubs },
  { "islands", make_islands },
  { "tree", make_tree },
  { "grid", make_grid },
  { "neighbours", make_neighbours },
};
const guint bench_n_kinds = G_N_ELEMENTS (bench_kinds);

/* Adds a link unless it is a loop or there already. */
void
bench_graph_link (BenchGraph *graph, guint a, guint b)
{
  Links *links = (Links *) graph;
  guint64 pair = (guint64) MIN (a, b) << 32 | MAX (a, b);

  if (a == b || !g_hash_table_add (links->seen, g_memdup2 (&pair, sizeof pair)))
    return;
  if (graph->m == links->room)
    {
      links->room = MAX (2 * links->room, 64);
      graph->from = g_renew (guint, graph->from, links->room);
      graph->to = g_renew (guint, graph->to, links->room);
    }
  graph->from[graph->m] = a;
  graph->to[graph->m++] = b;
}

BenchGraph *
bench_graph_empty (char *name)
{
  Links *links = g_new0 (Links, 1);

  links->graph.name = name;
  links->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return &links->graph;
}

/* Boxes as names make them: one to three lines. */
void
bench_graph_size_boxes (BenchGraph *graph, guint64 seed)
{
  KithRandom random = { seed };

  graph->width = g_new (double, graph->n + 1);
  graph->height = g_new (double, graph->n + 1);
  for (guint i = 0; i < graph->n; i++)
    {
      graph->width[i] = 110 + kith_random_below (&random, 80);
      graph->height[i] = 44 + kith_random_below (&random, 46);
    }
}

/**
 * bench_graph_new:
 * @kind: which of bench_kinds
 * @n: how many boxes
 * @m: about how many links
 * @seed: the same seed, the same graph
 */
BenchGraph *
bench_graph_new (guint kind, guint n, guint m, guint64 seed)
{
  BenchGraph *graph = bench_graph_empty (NULL);

  graph->n = n;
  bench_kinds[kind].make (graph, m, seed * 7919 + n);
  bench_graph_size_boxes (graph, seed + n);
  graph->name = g_strdup_printf ("%s %u/%u #%u", bench_kinds[kind].name, n, graph->m, (guint) seed);

  return graph;
}

void
bench_graph_free (BenchGraph *graph)
{
  g_free (graph->name);
  g_free (graph->width);
  g_free (graph->height);
  g_free (graph->from);
  g_free (graph->to);
  g_hash_table_unref (((Links *) graph)->seen);
  g_free (graph);
}

KithLayoutGraph
bench_graph_to_layout (const BenchGraph *graph)
{
  return (KithLayoutGraph){ graph->n, graph->width, graph->height, NULL,
                            graph->m, graph->from,  graph->to };
}
