/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-engine.h"

#include <glib/gi18n-lib.h>

#include "kith-config.h"
#include "kith-engine-module.h"

/* --- The module --- */

/* The build's module, when the program has not been installed; else where it is once installed. */
static char *
find_module (void)
{
  static const char *const beside[] = { "analysis", "../src/analysis" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_build_filename (folder, beside[i], KITH_ENGINE_FILE, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return g_build_filename (KITH_MODULE_DIR, KITH_ENGINE_FILE, NULL);
}

/* Stays loaded to the end of the program. */
static const KithEngineModule *
load_module (GError **error)
{
  static GMutex lock;
  static const KithEngineModule *loaded;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *path = NULL;
  gpointer symbol = NULL;
  GModule *module;

  if (loaded != NULL)
    return loaded;
  path = find_module ();
  module = g_module_open (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL || !g_module_symbol (module, KITH_ENGINE_SYMBOL, &symbol))
    {
      /* Translators: a part of the program is not where it should be; then what the system says */
      g_set_error (
          error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
          _ ("Counting needs a part of Kith that cannot be loaded: %s. Install Kith again."),
          g_module_error ());
      g_clear_pointer (&module, g_module_close);
      return NULL;
    }
  loaded = symbol;
  return loaded;
}

static gboolean
goes_on (double part, gpointer data)
{
  const KithWatch *watch = data;

  if (watch == NULL)
    return TRUE;
  if (part >= 0 && watch->progress != NULL)
    watch->progress (part, watch->data);
  return !g_cancellable_is_cancelled (watch->cancellable);
}

static gboolean
is_done (KithEngineEnd ended, const char *why, GError **error)
{
  if (ended == KITH_ENGINE_STOPPED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was stopped."));
  else if (ended == KITH_ENGINE_FAILED)
    /* Translators: what went wrong, in the words of a library */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The map could not be counted: %s"), why);
  return ended == KITH_ENGINE_DONE;
}

/* --- Ties as arrays --- */

/* All stakeholders and the ties that count. What it points to is owned by the two arrays. */
static KithEngineGraph
make_graph (const KithTies *ties, gboolean by_trust, GArray *ends, GArray *lengths)
{
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      double length = 6.0 - kith_tie_trust (tie);

      if (by_trust && kith_tie_trust (tie) <= 0)
        continue;
      g_array_append_val (ends, tie->a);
      g_array_append_val (ends, tie->b);
      if (by_trust)
        g_array_append_val (lengths, length);
    }
  return (KithEngineGraph){
    .n = kith_ties_n (ties),
    .n_edges = ends->len / 2,
    .ends = (const guint *) ends->data,
    .lengths = by_trust ? (const double *) lengths->data : NULL,
  };
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
static guint *
choose_sources (const KithTies *ties, guint n_sources)
{
  guint n = kith_ties_n (ties);
  g_autofree guint *places = g_new (guint, n);
  guint *sources = g_new (guint, n_sources);

  for (guint i = 0; i < n; i++)
    places[i] = i;
  g_qsort_with_data (places, (int) n, sizeof (guint), compare_ids, (gpointer) ties);
  for (guint i = 0; i < n_sources; i++)
    sources[i] = places[(guint64) i * n / n_sources];
  return sources;
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
  const KithEngineModule *module = load_module (error);
  KithEngineWatch asked = { goes_on, (gpointer) watch };
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree guint *sources = NULL;
  const char *why = NULL;
  KithEngineGraph graph;

  if (module == NULL)
    return 0;
  graph = make_graph (ties, by_trust, ends, lengths);
  if (n_sources < n)
    sources = choose_sources (ties, n_sources);
  if (!is_done (module->between (&graph, sources, n_sources, between, &asked, &why), why, error))
    return 0;
  for (guint i = 0; sources != NULL && i < n; i++)
    between[i] *= (double) n / n_sources;
  return n_sources;
}

/* --- Groups --- */

/* Numbers them anew, by the first name in each. */
static guint
number_groups (const KithTies *ties, guint *group)
{
  guint n = kith_ties_n (ties);
  guint n_groups = 0;
  g_autofree guint *number = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    number[i] = KITH_NOWHERE;
  for (guint i = 0; i < n; i++)
    {
      if (number[group[i]] == KITH_NOWHERE)
        number[group[i]] = n_groups++;
      group[i] = number[group[i]];
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
  KithEngineWatch asked = { goes_on, (gpointer) watch };
  const KithEngineModule *module;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *why = NULL;
  KithEngineGraph graph;

  *n_groups = 0;
  *modularity = 0;
  if (kith_ties_n_ties (ties) == 0)
    {
      *n_groups = kith_ties_n (ties);
      for (guint i = 0; i < *n_groups; i++)
        group[i] = i;
      return TRUE;
    }
  module = load_module (error);
  if (module == NULL)
    return FALSE;
  graph = make_graph (ties, FALSE, ends, NULL);
  if (!is_done (module->groups (&graph, group, modularity, &asked, &why), why, error))
    return FALSE;
  *n_groups = number_groups (ties, group);
  return TRUE;
}
