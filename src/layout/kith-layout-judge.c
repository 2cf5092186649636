/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-judge.h"

#include <math.h>

#include "kith-layout-boxes.h"
#include "kith-layout-flaws.h"
#include "kith-layout-placement.h"

/* What a link through a box costs, where one that crosses another costs 1; or as much as here in a tree,
 * or nearly, where each crossing is seen. */
#define THROUGH 4
#define TREE_CROSSING 6
/* A page of more than this many times the boxes' area is too large. */
#define ROOMY 8.0

static double
measure_page (const KithPiece *piece, double *x, double *y)
{
  KithBoxes boxes = { piece->n, piece->width, piece->height, NULL, x, y };
  double x0, y0, x1, y1;

  kith_boxes_bounds (&boxes, &x0, &y0, &x1, &y1);

  return kith_placement_page_size (x1 - x0, y1 - y0);
}

static double
measure_stress (const KithPiece *piece, KithStress *stress, const double *x, const double *y)
{
  g_autofree double *unit_x = g_new (double, piece->n);
  g_autofree double *unit_y = g_new (double, piece->n);

  for (guint v = 0; v < piece->n; v++)
    {
      unit_x[v] = x[v] / piece->unit;
      unit_y[v] = y[v] / piece->unit;
    }

  return kith_stress_measure (stress, unit_x, unit_y, NULL);
}

/**
 * kith_judge:
 * @piece: a piece
 * @stress: (nullable): its wished distances; without them stress counts for nothing
 * @x: (array): a picture of it, map units
 * @y: (array): likewise
 *
 * Stress, flaws and page in one. Cost: O(n²) with @stress; flaws O(m²) up to KITH_JUDGE_SMALL boxes, else
 * not counted.
 *
 * Returns: how hard it is to read; lower is better, comparable within one piece
 */
double
kith_judge (const KithPiece *piece, KithStress *stress, double *x, double *y)
{
  const KithBoxes boxes = { .n = piece->n, .width = piece->width, .height = piece->height };
  double strain = 1, flaws = 1, page = measure_page (piece, x, y);

  if (stress != NULL)
    strain = 0.01 + measure_stress (piece, stress, x, y);
  if (piece->n <= KITH_JUDGE_SMALL && piece->m <= 4 * KITH_JUDGE_SMALL)
    {
      g_auto (KithFlaws) found = { 0 };

      kith_flaws_init (&found, piece, x, y);
      flaws += (kith_piece_is_tree (piece) ? TREE_CROSSING : 1) * kith_flaws_all_crossings (&found)
               + THROUGH * kith_flaws_all_through (&found);
    }
  page = page * page * KITH_PLACEMENT_PAGE / (kith_boxes_area (&boxes) * ROOMY);

  return strain * sqrt (flaws) * sqrt (sqrt (page)) * MAX (page, 1);
}
