/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How good a picture is, whoever drew it. Links are straight from centre to centre. */
#pragma once

#include "graph.h"

typedef struct
{
  double stress; /* see bench_stress() */
  guint64 crossings;
  guint64 overlaps;
  guint64 through; /* a link and a box that is not its end */
  double kept;     /* see bench_neighbours_kept() */
  double area;     /* bounding box over the sum of the boxes */
} BenchScore;

double bench_stress (const BenchGraph *graph, const double *x, const double *y);
guint64 bench_crossings (const BenchGraph *graph, const double *x, const double *y);
guint64 bench_overlaps (const BenchGraph *graph, const double *x, const double *y);
guint64 bench_through (const BenchGraph *graph, const double *x, const double *y);
double bench_neighbours_kept (const BenchGraph *graph, const double *x, const double *y);
double bench_area (const BenchGraph *graph, const double *x, const double *y);

BenchScore bench_score (const BenchGraph *graph, const double *x, const double *y);
