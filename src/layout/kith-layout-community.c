/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-community.h"

#include <string.h>

#include "kith-layout-neighbours.h"

#define MOST_PASSES 30

/* A graph whose nodes may be communities of a finer one. Weights are whole numbers, so sums do not
 * depend on their order. */
typedef struct
{
  guint n;
  guint *next; /* n + 1: where the neighbours of each begin */
  guint *near;
  guint64 *weight; /* of each neighbour */
  guint64 *degree; /* with twice what is within */
  guint64 total;   /* sum of the degrees */
} Net;

static void
net_clear (Net *net)
{
  g_free (net->next);
  g_free (net->near);
  g_free (net->weight);
  g_free (net->degree);
}

static Net
net_new (guint n, guint m)
{
  return (Net){ n,
                g_new0 (guint, n + 2),
                g_new (guint, 2 * (gsize) m + 1),
                g_new0 (guint64, 2 * (gsize) m + 1),
                g_new0 (guint64, n + 1),
                0 };
}

static Net
net_from_graph (const KithLayoutGraph *graph)
{
  Net net = { graph->n, NULL, NULL, NULL, g_new0 (guint64, graph->n + 1), 0 };

  kith_layout_list_neighbours (graph, &net.next, &net.near);
  net.weight = g_new (guint64, net.next[graph->n] + 1);
  for (guint i = 0; i < graph->n; i++)
    {
      net.degree[i] = net.next[i + 1] - net.next[i];
      net.total += net.degree[i];
    }
  for (guint k = 0; k < net.next[graph->n]; k++)
    net.weight[k] = 1;
  return net;
}

/* Moves of single nodes, in their order, each to the community of a neighbour where modularity gains
 * most; the one with the lowest number where several gain the same. */
typedef struct
{
  const Net *net;
  guint *group;
  guint64 *all;    /* degrees of each community */
  guint64 *joined; /* weight between the node in hand and each community */
  guint *touched;
} Moving;

static void
note_neighbours (const Moving *moving, guint node, guint *n_touched)
{
  const Net *net = moving->net;

  *n_touched = 0;
  for (guint k = net->next[node]; k < net->next[node + 1]; k++)
    {
      guint to = moving->group[net->near[k]];

      if (net->near[k] == node)
        continue;
      if (moving->joined[to] == 0)
        moving->touched[(*n_touched)++] = to;
      moving->joined[to] += net->weight[k];
    }
}

/* What modularity gains, times a constant, by putting a node that is nowhere into a community. */
static double
gain (const Moving *moving, guint node, guint to)
{
  return (double) moving->joined[to]
         - (double) moving->all[to] * (double) moving->net->degree[node]
               / (double) moving->net->total;
}

static gboolean
move (const Moving *moving, guint node)
{
  guint was = moving->group[node], best = was, n_touched;
  double most;

  note_neighbours (moving, node, &n_touched);
  moving->all[was] -= moving->net->degree[node];
  most = gain (moving, node, was);
  for (guint i = 0; i < n_touched; i++)
    {
      double one = gain (moving, node, moving->touched[i]);

      if (one > most + 1e-12 || (one >= most && moving->touched[i] < best && best != was))
        most = one, best = moving->touched[i];
    }
  moving->all[best] += moving->net->degree[node];
  moving->group[node] = best;
  for (guint i = 0; i < n_touched; i++)
    moving->joined[moving->touched[i]] = 0;
  return best != was;
}

static gboolean
move_all (const Net *net, guint *group)
{
  g_autofree guint64 *all = g_memdup2 (net->degree, (net->n + 1) * sizeof *all);
  g_autofree guint64 *joined = g_new0 (guint64, net->n + 1);
  g_autofree guint *touched = g_new (guint, net->n + 1);
  Moving moving = { net, group, all, joined, touched };
  gboolean any = FALSE, moved = net->total > 0;

  for (guint i = 0; i < net->n; i++)
    group[i] = i;
  for (guint pass = 0; pass < MOST_PASSES && moved; pass++)
    {
      moved = FALSE;
      for (guint i = 0; i < net->n; i++)
        moved |= move (&moving, i);
      any |= moved;
    }
  return any;
}

/* Numbers without gaps, in the order in which they come. */
static guint
renumber (guint *group, guint n)
{
  g_autofree guint *number = g_new0 (guint, n + 1);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      if (number[group[i]] == 0)
        number[group[i]] = ++next;
      group[i] = number[group[i]] - 1;
    }
  return next;
}

typedef struct
{
  guint a, b;
  guint64 weight;
} Join;

static int
compare_joins (gconstpointer a, gconstpointer b)
{
  const Join *one = a, *other = b;

  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return one->b < other->b ? -1 : one->b > other->b;
}

/* Communities as nodes. What lies within one counts in its degree only. */
static Net
net_coarser (const Net *net, const guint *group, guint n)
{
  g_autoptr (GArray) joins = g_array_new (FALSE, FALSE, sizeof (Join));
  guint used = 0;
  Net coarse;

  for (guint i = 0; i < net->n; i++)
    for (guint k = net->next[i]; k < net->next[i + 1]; k++)
      {
        Join join = { group[i], group[net->near[k]], net->weight[k] };

        if (join.a != join.b)
          g_array_append_val (joins, join);
      }
  g_array_sort (joins, compare_joins);
  coarse = net_new (n, joins->len);
  for (guint i = 0; i < joins->len; i++)
    {
      const Join *join = &g_array_index (joins, Join, i);

      if (i == 0 || compare_joins (join, join - 1) != 0)
        {
          coarse.near[used++] = join->b;
          coarse.next[join->a + 1]++;
        }
      coarse.weight[used - 1] += join->weight;
    }
  for (guint i = 0; i < n; i++)
    coarse.next[i + 1] += coarse.next[i];
  for (guint i = 0; i < net->n; i++)
    coarse.degree[group[i]] += net->degree[i];
  coarse.total = net->total;
  return coarse;
}

/**
 * kith_layout_find_communities:
 * @graph: boxes and links; sizes are not looked at
 * @group: (array) (out caller-allocates): the community of each box, from 0
 *
 * Greedy modularity with aggregation (Blondel, Guillaume, Lambiotte, Lefebvre 2008), always in the
 * same order, so that the same graph has the same communities everywhere. A box without links is a
 * community of its own. Cost: a few passes over the links.
 *
 * Returns: how many there are
 */
guint
kith_layout_find_communities (const KithLayoutGraph *graph, guint *group)
{
  Net net = net_from_graph (graph);
  guint n = graph->n;
  gboolean better = n > 0;

  for (guint i = 0; i < graph->n; i++)
    group[i] = i;
  while (better)
    {
      g_autofree guint *step = g_new (guint, net.n + 1);
      Net coarser;

      better = move_all (&net, step);
      n = renumber (step, net.n);
      for (guint i = 0; i < graph->n; i++)
        group[i] = step[group[i]];
      coarser = net_coarser (&net, step, n);
      net_clear (&net);
      net = coarser;
    }
  net_clear (&net);
  return graph->n == 0 ? 0 : renumber (group, graph->n);
}
