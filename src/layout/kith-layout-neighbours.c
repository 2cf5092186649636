/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-neighbours.h"

#include <string.h>

gboolean
kith_layout_is_link (const KithLayoutGraph *graph, guint link)
{
  return graph->from[link] != graph->to[link] && graph->from[link] < graph->n
         && graph->to[link] < graph->n;
}

/**
 * kith_layout_list_neighbours:
 * @graph: boxes and links
 * @first: (out) (array): [n + 2] where the list of each box begins in @near; at n: where the last ends
 * @near: (out) (array): the boxes at the other ends, in the order of the links; one that is linked
 *   twice stands there twice
 *
 * Both are freed with g_free().
 */
void
kith_layout_list_neighbours (const KithLayoutGraph *graph, guint **first, guint **near)
{
  guint *offset = g_new0 (guint, graph->n + 2);
  guint *other;
  g_autofree guint *fill = NULL;

  for (guint k = 0; k < graph->m; k++)
    if (kith_layout_is_link (graph, k))
      {
        offset[graph->from[k] + 1]++;
        offset[graph->to[k] + 1]++;
      }
  for (guint i = 0; i < graph->n; i++)
    offset[i + 1] += offset[i];
  fill = g_memdup2 (offset, sizeof (guint) * (graph->n + 1));
  other = g_new (guint, offset[graph->n] + 1);
  for (guint k = 0; k < graph->m; k++)
    if (kith_layout_is_link (graph, k))
      {
        other[fill[graph->from[k]]++] = graph->to[k];
        other[fill[graph->to[k]]++] = graph->from[k];
      }
  *first = offset;
  *near = other;
}
