/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-room.h"

#include <math.h>

#include "kith-layout-overlap.h"
#include "kith-layout-score.h"

#define ROUNDS 16

/* Grows the picture about its centre until few boxes overlap, since pushing
 * apart what lies in one heap would lose its shape. */
static void
grow (const KithPiece *piece, const KithBoxes *boxes, KithGrid *grid)
{
  guint few = piece->n + piece->n / 4;

  for (guint i = 0; i < 60 && kith_overlap_push (boxes, piece->gap, grid, 0) > few; i++)
    for (guint v = 0; v < piece->n; v++)
      {
        boxes->x[v] *= 1.12;
        boxes->y[v] *= 1.12;
      }
}

/* Moves linked boxes apart where too little of the link shows. */
static void
lengthen_links (const KithPiece *piece, double *x, double *y)
{
  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];
      double dx = x[b] - x[a], dy = y[b] - y[a];
      double length = sqrt (dx * dx + dy * dy) + 1e-9;
      double missing = piece->clearance - kith_score_visible (piece, a, b, dx, dy);
      double part = 0.4 * missing / length;

      if (missing <= 0)
        continue;
      part = MIN (part, 1);
      if (!piece->pinned[a])
        x[a] -= part * dx, y[a] -= part * dy;
      if (!piece->pinned[b])
        x[b] += part * dx, y[b] += part * dy;
    }
}

/* One step against stress, with wished distances as large as the picture has
 * become. */
static void
lower_stress (const KithPiece *piece, KithStress *stress, double eta, double *x, double *y)
{
  double scale;

  for (guint v = 0; v < piece->n; v++)
    {
      x[v] /= piece->sx;
      y[v] /= piece->sy;
    }
  kith_stress_measure (stress, x, y, &scale);
  kith_stress_step (stress, eta, scale, x, y);
  for (guint v = 0; v < piece->n; v++)
    if (!piece->pinned[v])
      {
        x[v] *= piece->sx;
        y[v] *= piece->sy;
      }
    else
      {
        x[v] = piece->x[v];
        y[v] = piece->y[v];
      }
}

/**
 * kith_room_make:
 * @piece: a piece
 * @stress: (nullable): its wished distances
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
                double *x,
                double *y,
                KithWatch *watch)
{
  KithBoxes boxes = { piece->n, piece->width, piece->height, piece->pinned, x, y };
  g_autoptr (KithGrid) grid = kith_grid_new (&boxes, piece->gap);
  guint rounds = piece->n > 300 ? ROUNDS / 2 : ROUNDS;
  double eta = 0.5;

  if (!piece->anchored)
    grow (piece, &boxes, grid);

  for (guint round = 0; round < rounds; round++, eta *= 0.8)
    {
      if (stress != NULL)
        lower_stress (piece, stress, eta, x, y);
      for (guint i = 0; i < 3; i++)
        {
          lengthen_links (piece, x, y);
          if (kith_overlap_push (&boxes, piece->gap, grid, G_MAXDOUBLE) == 0)
            break;
        }
      if (!kith_watch_tick (watch, (round + 1.0) / rounds))
        return FALSE;
    }

  return TRUE;
}
