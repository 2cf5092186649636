/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other programs that lay out graphs, run on the same graph as ours: GraphViz' neato and sfdp, and
 * fcose where node has it. Times are of the processor, so that what else runs on the machine does
 * not count, and less what the same program takes for an empty graph. */
#pragma once

#include "graph.h"

typedef enum
{
  BENCH_NEATO,      /* neato -Goverlap=prism */
  BENCH_SFDP,       /* sfdp -Goverlap=prism */
  BENCH_SFDP_PLAIN, /* sfdp, with overlaps */
  BENCH_FCOSE,      /* cytoscape-fcose, which takes sizes into account */
  BENCH_N_PEERS,
} BenchPeer;

extern const char *const bench_peer_names[];

typedef struct _BenchPeers BenchPeers;

BenchPeers *bench_peers_new (void);
void bench_peers_free (BenchPeers *peers);
gboolean bench_peers_has (const BenchPeers *peers, BenchPeer peer);
gboolean bench_peers_draw (BenchPeers *peers,
                           BenchPeer peer,
                           const BenchGraph *graph,
                           double *x,
                           double *y,
                           double *milliseconds);
double bench_peers_whole (BenchPeers *peers, BenchPeer peer, const BenchGraph *graph);

double bench_run (const char *const *argv, const char *from, const char *to);
double bench_median (double *values, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPeers, bench_peers_free)
