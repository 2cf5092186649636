/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a graph is put together, for those who make one. */
#pragma once

#include "graph.h"

/* Every BenchGraph is the beginning of one of these. */
typedef struct
{
  BenchGraph graph;
  guint room;
  GHashTable *seen; /* of guint64: both ends */
} Links;

BenchGraph *bench_graph_empty (char *name);
void bench_graph_link (BenchGraph *graph, guint a, guint b);
void bench_graph_size_boxes (BenchGraph *graph, guint64 seed);
