/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs to try the layout on: made by rule from a seed, or read from a list of edges. */
#pragma once

#include "kith-layout.h"

typedef struct
{
  char *name;
  guint n, m;
  double *width, *height; /* [n] boxes, map units */
  guint *from, *to;       /* [m] each pair once, no loops */
} BenchGraph;

/* What makes @n nodes and about @m links; trees and grids take no notice of @m. */
typedef struct
{
  const char *name;
  void (*make) (BenchGraph *graph, guint m, guint64 seed);
} BenchKind;

extern const BenchKind bench_kinds[];
extern const guint bench_n_kinds;

BenchGraph *bench_graph_new (guint kind, guint n, guint m, guint64 seed);
BenchGraph *bench_graph_read (const char *path, GError **error);
void bench_graph_free (BenchGraph *graph);
KithLayoutGraph bench_graph_to_layout (const BenchGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchGraph, bench_graph_free)
