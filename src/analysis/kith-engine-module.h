/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the module with igraph offers: two ways of counting, over plain arrays. Igraph brings seven
 * libraries with it, which would make every start of the program slower by a third; so it stands in
 * a module that is loaded when a map is first asked what it tells. Knows no map and no ties. */
#pragma once

#include <gmodule.h>

G_BEGIN_DECLS

/* `ends`: two places, 0 to n − 1, for each of `n_edges`; `lengths`: of each, above 0, or NULL where
 * all are as long. */
typedef struct
{
  guint n;
  guint n_edges;
  const guint *ends;
  const double *lengths;
} KithEngineGraph;

/* Asked now and then on the thread that called whether it goes on; `part`: how far it has come, 0 to
 * 1, or below 0 where that is not known. */
typedef struct
{
  gboolean (*goes_on) (double part, gpointer data);
  gpointer data;
} KithEngineWatch;

typedef enum
{
  KITH_ENGINE_DONE,
  KITH_ENGINE_STOPPED,
  KITH_ENGINE_FAILED, /* `why` says it; a constant text */
} KithEngineEnd;

typedef struct
{
  /* Betweenness of each place (Brandes 2001) by the ways from `sources`, or from all where it is
   * NULL. O(sources × edges), with lengths × log n. */
  KithEngineEnd (*between) (const KithEngineGraph *graph,
                            const guint *sources,
                            guint n_sources,
                            double *between,
                            const KithEngineWatch *watch,
                            const char **why);
  /* Groups by modularity (Leiden; Traag, Waltman and van Eck 2019), with a fixed seed; a graph with
   * an edge at least. `group`: of each place a number below n. */
  KithEngineEnd (*groups) (const KithEngineGraph *graph,
                           guint *group,
                           double *modularity,
                           const KithEngineWatch *watch,
                           const char **why);
} KithEngineModule;

/* The one symbol of the module. */
#define KITH_ENGINE_SYMBOL "kith_engine_module"

G_END_DECLS
