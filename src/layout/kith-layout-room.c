/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-room.h"

#include <math.h>

#include "kith-layout-overlap.h"
#include "kith-layout-score.h"

static void
scale_by (const KithBoxes *boxes, double by)
{
  for (guint v = 0; v < boxes->n; v++)
    {
      boxes->x[v] *= by;
      boxes->y[v] *= by;
    }
}

/* Scales the picture so that the boxes, with their share of the gaps, fill that part of the page. */
static void
scale_to_fill (const KithPiece *piece, const KithBoxes *boxes, double fill)
{
  double area = 0, x0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y0 = G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint v = 0; v < piece->n; v++)
    {
      area += (piece->width[v] + piece->gap) * (piece->height[v] + piece->gap);
      x0 = MIN (x0, boxes->x[v]);
      x1 = MAX (x1, boxes->x[v]);
      y0 = MIN (y0, boxes->y[v]);
      y1 = MAX (y1, boxes->y[v]);
    }
  /* a row of boxes has no area: it counts as a fifth as high as it is wide */
  x1 = MAX (x1 - x0, 0.2 * (y1 - y0));
  y1 = MAX (y1 - y0, 0.2 * x1);
  if (x1 > 0 && y1 > 0)
    scale_by (boxes, sqrt (area / (fill * x1 * y1)));
}

/* Moves linked boxes apart where too little of the link shows. */
static void
lengthen_links (const KithPiece *piece, double strength, double *x, double *y)
{
  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];
      double dx = x[b] - x[a], dy = y[b] - y[a];
      double length = sqrt (dx * dx + dy * dy) + 1e-9;
      double missing = piece->clearance - kith_score_visible (piece, a, b, dx, dy);
      double part = strength * missing / length;

      if (missing <= 0)
        continue;
      part = MIN (part, 1);
      if (!piece->pinned[a])
        x[a] -= part * dx, y[a] -= part * dy;
      if (!piece->pinned[b])
        x[b] += part * dx, y[b] += part * dy;
    }
}

/**
 * kith_room_make:
 * @piece: a piece
 * @stress: (nullable): its wished distances
 * @fill: the part of the page that boxes with their gaps should fill, 0 to 1
 * @x: (array) (inout): positions, map units
 * @y: (array) (inout): likewise
 * @watch: asked after each round
 *
 * Leaves few overlaps, not none.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_room_make (const KithPiece *piece,
                KithStress *stress,
                double fill,
                double *x,
                double *y,
                KithWatch *watch)
{
  KithBoxes boxes = { piece->n, piece->width, piece->height, piece->pinned, x, y };
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (&boxes, piece->gap);
  guint rounds = stress == NULL ? 60 : 16;
  double eta = 0.3, scale = piece->unit, ratio = kith_stress_ratio (1, 0.05, 5);

  if (!piece->anchored)
    scale_to_fill (piece, &boxes, fill);
  if (stress != NULL && !piece->anchored)
    kith_stress_measure (stress, x, y, &scale);

  for (guint round = 0; round < rounds; round++, eta *= ratio)
    {
      guint left = 0;

      if (stress != NULL)
        kith_stress_step (stress, eta, scale, x, y);
      if (stress != NULL)
        lengthen_links (piece, 0.2, x, y);
      left = kith_overlap_push (&boxes, piece->gap, grid);
      if (stress == NULL && !piece->anchored && left > piece->n / 20)
        scale_by (&boxes, left > piece->n / 2 ? 1.012 : 1.005);
      if (left == 0 && round > rounds / 2)
        break;
      if (!kith_watch_tick (watch, (round + 1.0) / rounds))
        return FALSE;
    }

  return TRUE;
}
