/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Igraph behind the table of kith-engine-module.h. It keeps its handlers, its random numbers and what
 * is to be freed in globals (on the target it is built without thread-local storage), so one call
 * runs at a time in the program: others wait their turn, on whatever thread. */
#include "kith-engine-module.h"

#include <igraph/igraph.h>

static GMutex turn;
static const KithEngineWatch *watched; /* of the call whose turn it is */

static igraph_error_t
tell (double part)
{
  if (watched == NULL || watched->goes_on (part, watched->data))
    return IGRAPH_SUCCESS;
  return IGRAPH_INTERRUPTED;
}

static igraph_error_t
on_interruption (void *data)
{
  if (tell (-1) == IGRAPH_SUCCESS)
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

static igraph_error_t
on_progress (const char *message, igraph_real_t percent, void *data)
{
  if (tell (CLAMP (percent / 100, 0, 1)) == IGRAPH_SUCCESS)
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

/* Until end(): nobody else calls igraph. */
static void
begin (const KithEngineWatch *watch)
{
  g_mutex_lock (&turn);
  watched = watch;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
  igraph_set_interruption_handler (on_interruption);
  igraph_set_progress_handler (on_progress);
  igraph_rng_seed (igraph_rng_default (), 20260101);
}

static KithEngineEnd
end (igraph_error_t code, const char **why)
{
  watched = NULL;
  g_mutex_unlock (&turn);
  if (code == IGRAPH_SUCCESS)
    return KITH_ENGINE_DONE;
  if (code == IGRAPH_INTERRUPTED)
    return KITH_ENGINE_STOPPED;
  *why = igraph_strerror (code);
  return KITH_ENGINE_FAILED;
}

static igraph_error_t
make_graph (const KithEngineGraph *ours, igraph_t *graph)
{
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init (&edges, (igraph_integer_t) 2 * ours->n_edges);

  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < 2 * ours->n_edges; i++)
    VECTOR (edges)[i] = ours->ends[i];
  code = igraph_create (graph, &edges, ours->n, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&edges);
  return code;
}

static igraph_error_t
follow_some (const igraph_t *graph,
             const guint *sources,
             guint n_sources,
             const igraph_vector_t *lengths,
             igraph_vector_t *found)
{
  igraph_vector_int_t from;
  igraph_error_t code = igraph_vector_int_init (&from, n_sources);

  if (code != IGRAPH_SUCCESS)
    return code;
  for (guint i = 0; i < n_sources; i++)
    VECTOR (from)[i] = sources[i];
  code = igraph_betweenness_subset (graph, found, igraph_vss_all (), IGRAPH_UNDIRECTED,
                                    igraph_vss_vector (&from), igraph_vss_all (), lengths);
  igraph_vector_int_destroy (&from);
  return code;
}

static igraph_error_t
count_between (const KithEngineGraph *ours, const guint *sources, guint n_sources, double *between)
{
  igraph_t graph;
  igraph_vector_t lengths, found;
  const igraph_vector_t *weights = NULL;
  igraph_error_t code = make_graph (ours, &graph);

  if (code != IGRAPH_SUCCESS)
    return code;
  if (ours->lengths != NULL)
    weights = igraph_vector_view (&lengths, ours->lengths, ours->n_edges);
  code = igraph_vector_init (&found, 0);
  if (code == IGRAPH_SUCCESS)
    {
      code = sources != NULL ? follow_some (&graph, sources, n_sources, weights, &found)
                             : igraph_betweenness (&graph, &found, igraph_vss_all (),
                                                   IGRAPH_UNDIRECTED, weights);
      for (guint i = 0; i < ours->n && code == IGRAPH_SUCCESS; i++)
        between[i] = VECTOR (found)[i];
      igraph_vector_destroy (&found);
    }
  igraph_destroy (&graph);
  return code;
}

static KithEngineEnd
between (const KithEngineGraph *graph,
         const guint *sources,
         guint n_sources,
         double *found,
         const KithEngineWatch *watch,
         const char **why)
{
  igraph_error_t code;

  begin (watch);
  code = on_interruption (NULL);
  if (code == IGRAPH_SUCCESS)
    code = count_between (graph, sources, n_sources, found);
  return end (code, why);
}

static igraph_error_t
cut_groups (const igraph_t *graph,
            const igraph_vector_t *degrees,
            const KithEngineGraph *ours,
            guint *group,
            double *modularity)
{
  igraph_vector_int_t found;
  igraph_integer_t n;
  igraph_error_t code = igraph_vector_int_init (&found, 0);

  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_community_leiden (graph, NULL, degrees, 1 / (2.0 * ours->n_edges), 0.01, FALSE, -1,
                                  &found, &n, modularity);
  for (guint i = 0; i < ours->n && code == IGRAPH_SUCCESS; i++)
    group[i] = (guint) VECTOR (found)[i];
  igraph_vector_int_destroy (&found);
  return code;
}

static igraph_error_t
find_groups (const KithEngineGraph *ours, guint *group, double *modularity)
{
  igraph_t graph;
  igraph_vector_t degrees;
  igraph_error_t code = make_graph (ours, &graph);

  if (code != IGRAPH_SUCCESS)
    return code;
  code = igraph_vector_init (&degrees, 0);
  if (code == IGRAPH_SUCCESS)
    {
      code = igraph_strength (&graph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_LOOPS, NULL);
      if (code == IGRAPH_SUCCESS)
        code = cut_groups (&graph, &degrees, ours, group, modularity);
      igraph_vector_destroy (&degrees);
    }
  igraph_destroy (&graph);
  return code;
}

static KithEngineEnd
groups (const KithEngineGraph *graph,
        guint *group,
        double *modularity,
        const KithEngineWatch *watch,
        const char **why)
{
  igraph_error_t code;

  begin (watch);
  code = on_interruption (NULL);
  if (code == IGRAPH_SUCCESS)
    code = find_groups (graph, group, modularity);
  return end (code, why);
}

G_MODULE_EXPORT const KithEngineModule kith_engine_module = { between, groups };
