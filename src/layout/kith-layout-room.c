/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-room.h"

#include <math.h>
#include <stdlib.h>

#include "kith-layout-overlap.h"
#include "kith-layout-score.h"

#define ROUNDS 16

static void
scale_by (const KithBoxes *boxes, double by)
{
  for (guint v = 0; v < boxes->n; v++)
    {
      boxes->x[v] *= by;
      boxes->y[v] *= by;
    }
}

static gboolean
is_crowded (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid, guint few)
{
  return kith_overlap_count (boxes, piece->gap, grid, few) > few;
}

/* Grows the picture about its centre until few boxes overlap, since pushing
 * apart what lies in one heap would lose its shape: by large steps as long as
 * it is very crowded, then by small ones. */
static void
grow (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid)
{
  guint few = piece->n;
  guint i = 0;

  for (; i < 40 && is_crowded (piece, boxes, grid, 12 * few); i++)
    scale_by (boxes, 1.4);
  for (i = 0; i < 40 && is_crowded (piece, boxes, grid, few); i++)
    scale_by (boxes, 1.1);
}

typedef struct
{
  double at;
  guint box;
} Rank;

static int
compare_ranks (const void *a, const void *b)
{
  const Rank *p = a, *q = b;

  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;

  return p->box < q->box ? -1 : p->box > q->box;
}

/* Moves each box half the way to where it would be if all were spread evenly
 * from -@half to @half in the order that they have. */
static void
even_out (guint n, double *at, double half)
{
  g_autofree Rank *ranks = g_new (Rank, n);
  double spread, middle;

  for (guint v = 0; v < n; v++)
    ranks[v] = (Rank){ at[v], v };
  qsort (ranks, n, sizeof (Rank), compare_ranks);

  spread = MAX (ranks[n - 1 - n / 50].at - ranks[n / 50].at, 1e-9);
  middle = ranks[n / 2].at;
  for (guint k = 0; k < n; k++)
    {
      double even = half * (2.0 * k / (n - 1) - 1);

      at[ranks[k].box] =
          0.7 * even
          + 0.3 * CLAMP ((ranks[k].at - middle) * 2 * half / spread, -1.5 * half, 1.5 * half);
    }
}

/* A picture of thousands has a crowded middle and an empty rim. */
static void
even_out_picture (const KithPiece *piece, const KithBoxes *boxes)
{
  double area = 0, half;

  for (guint v = 0; v < piece->n; v++)
    area += (piece->width[v] + piece->gap) * (piece->height[v] + piece->gap);
  half = sqrt (1.5 * area) / 2;
  even_out (piece->n, boxes->x, half * 1.25);
  even_out (piece->n, boxes->y, half / 1.25);
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
 * @spread: grow by this much more than it takes
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
                double spread,
                double *x,
                double *y,
                KithWatch *watch)
{
  KithBoxes boxes = { piece->n, piece->width,         piece->height, piece->pinned, x,
                      y,        piece->sx / piece->sy };
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (&boxes, piece->gap);
  guint rounds = piece->n > 300 ? ROUNDS / 2 : ROUNDS;
  double eta = 0.5, strength = 0.4;

  if (!piece->anchored)
    {
      if (stress == NULL)
        even_out_picture (piece, &boxes);
      grow (piece, &boxes, grid);
      scale_by (&boxes, spread);
    }

  for (guint round = 0; round < rounds; round++, eta *= 0.75, strength *= 0.85)
    {
      guint left = 0;

      if (stress != NULL)
        lower_stress (piece, stress, eta, x, y);
      for (guint i = 0; i < 3; i++)
        {
          lengthen_links (piece, strength, x, y);
          left = kith_overlap_push (&boxes, piece->gap, grid);
        }
      if (left > piece->n / 3 && !piece->anchored)
        scale_by (&boxes, 1.05);
      if (!kith_watch_tick (watch, (round + 1.0) / rounds))
        return FALSE;
    }

  return TRUE;
}
