/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-engine.h"

#include <glib/gi18n-lib.h>
#include <igraph/igraph.h>

static GMutex turn;
static const KithWatch *watched; /* of the call whose turn it is */

static igraph_error_t
on_interruption (void *data)
{
  if (watched == NULL || !g_cancellable_is_cancelled (watched->cancellable))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

static igraph_error_t
on_progress (const char *message, igraph_real_t percent, void *data)
{
  if (watched != NULL && watched->progress != NULL)
    watched->progress (CLAMP (percent / 100, 0, 1), watched->data);
  return on_interruption (NULL);
}

/* Until end(): nobody else calls igraph. */
static void
begin (const KithWatch *watch)
{
  g_mutex_lock (&turn);
  watched = watch;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
  igraph_set_interruption_handler (on_interruption);
  igraph_set_progress_handler (on_progress);
  igraph_rng_seed (igraph_rng_default (), 20260101);
}

static gboolean
end (igraph_error_t code, GError **error)
{
  watched = NULL;
  g_mutex_unlock (&turn);
  if (code == IGRAPH_SUCCESS)
    return TRUE;
  if (code == IGRAPH_INTERRUPTED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was stopped."));
  else
    /* Translators: what went wrong, in the words of a library */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The map could not be counted: %s"),
                 igraph_strerror (code));
  return FALSE;
}

static gboolean
is_in (const KithTie *tie, gboolean by_trust)
{
  return !by_trust || kith_tie_trust (tie) > 0;
}

/* All stakeholders and the ties that count; `lengths` NULL where they do not matter. */
static igraph_error_t
make_graph (const KithTies *ties, gboolean by_trust, igraph_t *graph, igraph_vector_t *lengths)
{
  igraph_vector_int_t edges;
  igraph_error_t code = igraph_vector_int_init (&edges, 0);

  for (guint i = 0; i < kith_ties_n_ties (ties) && code == IGRAPH_SUCCESS; i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);

      if (!is_in (tie, by_trust))
        continue;
      code = igraph_vector_int_push_back (&edges, tie->a);
      if (code == IGRAPH_SUCCESS)
        code = igraph_vector_int_push_back (&edges, tie->b);
      if (code == IGRAPH_SUCCESS && by_trust)
        code = igraph_vector_push_back (lengths, 6.0 - kith_tie_trust (tie));
    }
  if (code == IGRAPH_SUCCESS)
    code = igraph_create (graph, &edges, kith_ties_n (ties), IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&edges);
  return code;
}

/* --- Between others --- */

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  KithId x = kith_ties_id (data, *(const guint *) a);
  KithId y = kith_ties_id (data, *(const guint *) b);

  return x < y ? -1 : x > y;
}

/* Ids are random, so every so manieth of them is a fair sample, and the same for the same map. */
static igraph_error_t
choose_sources (const KithTies *ties, guint n_sources, igraph_vector_int_t *sources)
{
  guint n = kith_ties_n (ties);
  g_autofree guint *places = g_new (guint, n);
  igraph_error_t code = igraph_vector_int_init (sources, n_sources);

  for (guint i = 0; i < n; i++)
    places[i] = i;
  g_qsort_with_data (places, (int) n, sizeof (guint), compare_ids, (gpointer) ties);
  for (guint i = 0; i < n_sources && code == IGRAPH_SUCCESS; i++)
    VECTOR (*sources)[i] = places[(guint64) i * n / n_sources];
  return code;
}

static igraph_error_t
follow_some (const KithTies *ties,
             const igraph_t *graph,
             guint n_sources,
             const igraph_vector_t *lengths,
             igraph_vector_t *found)
{
  igraph_vector_int_t sources;
  igraph_error_t code = choose_sources (ties, n_sources, &sources);

  if (code == IGRAPH_SUCCESS)
    code = igraph_betweenness_subset (graph, found, igraph_vss_all (), IGRAPH_UNDIRECTED,
                                      igraph_vss_vector (&sources), igraph_vss_all (), lengths);
  igraph_vector_int_destroy (&sources);
  if (code == IGRAPH_SUCCESS)
    igraph_vector_scale (found, (double) kith_ties_n (ties) / n_sources);
  return code;
}

static igraph_error_t
count_between (const KithTies *ties, gboolean by_trust, guint n_sources, double *between)
{
  guint n = kith_ties_n (ties);
  igraph_t graph;
  igraph_vector_t lengths, found;
  igraph_error_t code;

  igraph_vector_init (&lengths, 0);
  igraph_vector_init (&found, 0);
  code = make_graph (ties, by_trust, &graph, &lengths);
  if (code == IGRAPH_SUCCESS)
    {
      const igraph_vector_t *weights = by_trust ? &lengths : NULL;

      code = n_sources < n ? follow_some (ties, &graph, n_sources, weights, &found)
                           : igraph_betweenness (&graph, &found, igraph_vss_all (),
                                                 IGRAPH_UNDIRECTED, weights);
      igraph_destroy (&graph);
    }
  for (guint i = 0; i < n && code == IGRAPH_SUCCESS; i++)
    between[i] = VECTOR (found)[i];
  igraph_vector_destroy (&lengths);
  igraph_vector_destroy (&found);
  return code;
}

guint
kith_engine_between (const KithTies *ties,
                     gboolean by_trust,
                     guint64 most,
                     double *between,
                     const KithWatch *watch,
                     GError **error)
{
  guint n = kith_ties_n (ties);
  guint64 each = (guint64) n + kith_ties_n_ties (ties);
  guint n_sources = n == 0 ? 0 : (guint) CLAMP (most / each, 1, n);
  igraph_error_t code;

  begin (watch);
  code = on_interruption (NULL);
  if (code == IGRAPH_SUCCESS)
    code = count_between (ties, by_trust, n_sources, between);
  return end (code, error) ? n_sources : 0;
}

/* --- Groups --- */

static igraph_error_t
find_groups (const KithTies *ties, igraph_vector_int_t *found, double *modularity)
{
  igraph_t graph;
  igraph_vector_t degrees;
  igraph_integer_t n;
  igraph_error_t code = make_graph (ties, FALSE, &graph, NULL);
  double m = kith_ties_n_ties (ties);

  if (code != IGRAPH_SUCCESS)
    return code;
  igraph_vector_init (&degrees, 0);
  code = igraph_strength (&graph, &degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_LOOPS, NULL);
  if (code == IGRAPH_SUCCESS)
    code = igraph_community_leiden (&graph, NULL, &degrees, 1 / (2 * m), 0.01, FALSE, -1, found, &n,
                                    modularity);
  igraph_vector_destroy (&degrees);
  igraph_destroy (&graph);
  return code;
}

/* Numbers them by the first name in each. */
static guint
number_groups (const KithTies *ties, const igraph_vector_int_t *found, guint *group)
{
  guint n = kith_ties_n (ties);
  guint n_groups = 0;
  g_autofree guint *number = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    number[i] = KITH_NOWHERE;
  for (guint i = 0; i < n; i++)
    {
      guint at = (guint) VECTOR (*found)[i];

      if (number[at] == KITH_NOWHERE)
        number[at] = n_groups++;
      group[i] = number[at];
    }
  return n_groups;
}

gboolean
kith_engine_groups (const KithTies *ties,
                    guint *group,
                    guint *n_groups,
                    double *modularity,
                    const KithWatch *watch,
                    GError **error)
{
  igraph_vector_int_t found;
  igraph_error_t code;

  *n_groups = 0;
  *modularity = 0;
  if (kith_ties_n_ties (ties) == 0)
    {
      *n_groups = kith_ties_n (ties);
      for (guint i = 0; i < *n_groups; i++)
        group[i] = i;
      return TRUE;
    }
  begin (watch);
  igraph_vector_int_init (&found, 0);
  code = on_interruption (NULL);
  if (code == IGRAPH_SUCCESS)
    code = find_groups (ties, &found, modularity);
  if (code == IGRAPH_SUCCESS)
    *n_groups = number_groups (ties, &found, group);
  igraph_vector_int_destroy (&found);
  return end (code, error);
}
