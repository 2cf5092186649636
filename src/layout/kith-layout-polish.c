/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-polish.h"

#include <math.h>

#include "kith-layout-boxes.h"
#include "kith-layout-score.h"

/* What each flaw costs; the unit is the average squared error of a box's
 * distances, times STRESS. */
#define STRESS 25.0
#define CROSSING 0.16
#define THROUGH 1.2
#define SHORT 1.5

#define PASSES 8

typedef struct
{
  const KithPiece *piece;
  const KithStress *stress;   /* or NULL in large pieces */
  KithBoxes boxes;
  KithGrid *grid;
  double *ux, *uy;            /* [n] positions, units of link length */
  double scale;
  double x0, y0, x1, y1;      /* where boxes may go: the picture as it was */
  double *x, *y;
  double left;                /* tests that may still be made */
} Polish;

/* Eight directions and four in between, and three lengths. */
static const double directions[][2] = {
  { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 },
  { 0.7, 0.7 }, { -0.7, 0.7 }, { 0.7, -0.7 }, { -0.7, -0.7 },
  { 0.4, 0.9 }, { -0.4, 0.9 }, { 0.4, -0.9 }, { -0.4, -0.9 },
};
static const double lengths[] = { 0.12, 0.35, 0.8 };

static guint
degree (const KithPiece *piece, guint v)
{
  return piece->offset[v + 1] - piece->offset[v];
}

/* Flaws of the links of others: those that run through @v at (px, py). */
static double
cost_of_place (const Polish *polish, guint v, double px, double py)
{
  const KithPiece *piece = polish->piece;
  const double *x = polish->x, *y = polish->y;
  double half_width = piece->width[v] / 2 + KITH_SCORE_ROOM;
  double half_height = piece->height[v] / 2 + KITH_SCORE_ROOM;
  guint through = 0;

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];

      through += a != v && b != v
                 && kith_score_hits (x[a], y[a], x[b], y[b], px, py, half_width, half_height);
    }

  return THROUGH * through;
}

/* Flaws of the link from @v at (px, py) to its neighbour @u. */
static double
cost_of_link (const Polish *polish, guint v, guint u, double px, double py)
{
  const KithPiece *piece = polish->piece;
  const double *x = polish->x, *y = polish->y;
  guint through = 0, crossings = 0;
  double visible = kith_score_visible (piece, v, u, x[u] - px, y[u] - py);

  for (guint w = 0; w < piece->n; w++)
    through += w != v && w != u
               && kith_score_hits (px, py, x[u], y[u], x[w], y[w],
                                   piece->width[w] / 2 + KITH_SCORE_ROOM,
                                   piece->height[w] / 2 + KITH_SCORE_ROOM);

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];

      crossings += a != v && b != v && a != u && b != u
                   && kith_score_segments_cross (px, py, x[u], y[u], x[a], y[a], x[b], y[b]);
    }

  return THROUGH * through + CROSSING * crossings
         + (visible < piece->clearance
              ? SHORT * (piece->clearance - visible) / (piece->clearance + 1) : 0);
}

static double
cost_of_stress (const Polish *polish, guint v, double px, double py)
{
  const KithPiece *piece = polish->piece;
  double ux = px / piece->sx, uy = py / piece->sy, sum = 0;

  if (polish->stress != NULL)
    return STRESS / (piece->n - 1.0)
           * kith_stress_around (polish->stress, v, ux, uy, polish->scale, polish->ux, polish->uy);

  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      double dx = ux - polish->ux[piece->near[k]], dy = uy - polish->uy[piece->near[k]];
      double off = sqrt (dx * dx + dy * dy) / piece->reach[k] - 1;

      sum += off * off;
    }

  return STRESS * sum / degree (piece, v);
}

/* Adds up flaws until they exceed @enough. */
static double
cost (Polish *polish, guint v, double px, double py, double enough)
{
  const KithPiece *piece = polish->piece;
  double sum = cost_of_stress (polish, v, px, py) + cost_of_place (polish, v, px, py);

  polish->left -= piece->n + piece->m;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1] && sum < enough; k++)
    {
      sum += cost_of_link (polish, v, piece->near[k], px, py);
      polish->left -= piece->n + piece->m;
    }

  return sum;
}

static gboolean
is_within (const Polish *polish, guint v, double px, double py)
{
  double half_width = polish->piece->width[v] / 2, half_height = polish->piece->height[v] / 2;

  return px - half_width >= polish->x0 && px + half_width <= polish->x1
         && py - half_height >= polish->y0 && py + half_height <= polish->y1
         && kith_grid_is_free (polish->grid, v, px, py);
}

static gboolean
try_moves (Polish *polish, guint v)
{
  const KithPiece *piece = polish->piece;
  double from_x = polish->x[v], from_y = polish->y[v];
  double best = cost (polish, v, from_x, from_y, G_MAXDOUBLE) - 0.02;
  gboolean moved = FALSE;

  for (guint l = 0; l < G_N_ELEMENTS (lengths); l++)
    for (guint d = 0; d < G_N_ELEMENTS (directions) && polish->left > 0; d++)
      {
        double px = from_x + directions[d][0] * lengths[l] * piece->sx;
        double py = from_y + directions[d][1] * lengths[l] * piece->sy;
        double found;

        if (!is_within (polish, v, px, py))
          continue;
        found = cost (polish, v, px, py, best);
        if (found >= best)
          continue;
        best = found;
        polish->x[v] = px;
        polish->y[v] = py;
        moved = TRUE;
      }

  if (moved)
    {
      polish->ux[v] = polish->x[v] / piece->sx;
      polish->uy[v] = polish->y[v] / piece->sy;
      kith_grid_fill (polish->grid);
    }

  return moved;
}

static void
polish_init (Polish *polish,
             const KithPiece *piece,
             const KithStress *stress,
             double *x,
             double *y,
             double effort)
{
  *polish = (Polish) { .piece = piece, .stress = stress, .x = x, .y = y, .left = effort };
  polish->boxes = (KithBoxes) { piece->n, piece->width, piece->height, piece->pinned, x, y };
  polish->grid = kith_grid_new (&polish->boxes, piece->gap);
  kith_grid_fill (polish->grid);
  kith_boxes_bounds (&polish->boxes, &polish->x0, &polish->y0, &polish->x1, &polish->y1);

  polish->ux = g_new (double, piece->n);
  polish->uy = g_new (double, piece->n);
  for (guint v = 0; v < piece->n; v++)
    {
      polish->ux[v] = x[v] / piece->sx;
      polish->uy[v] = y[v] / piece->sy;
    }
  polish->scale = 1;
  if (stress != NULL)
    kith_stress_measure (stress, polish->ux, polish->uy, &polish->scale);
}

/**
 * kith_polish:
 * @piece: a piece
 * @stress: (nullable): its wished distances
 * @x: (array) (inout): positions, map units, without overlaps
 * @y: (array) (inout): likewise
 * @effort: how many tests of a link against a link or box may be made
 * @watch: asked after each pass
 *
 * Moves single boxes as long as that makes the picture better and makes no
 * overlap, and nothing leaves the ground that the picture covers.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_polish (const KithPiece *piece,
             const KithStress *stress,
             double *x,
             double *y,
             double effort,
             KithWatch *watch)
{
  Polish polish;
  gboolean moved = TRUE;

  polish_init (&polish, piece, stress, x, y, effort);
  for (guint pass = 0; pass < PASSES && moved && polish.left > 0; pass++)
    {
      moved = FALSE;
      for (guint v = 0; v < piece->n && polish.left > 0; v++)
        if (!piece->pinned[v])
          moved |= try_moves (&polish, v);
      if (!kith_watch_tick (watch, (pass + 1.0) / PASSES))
        break;
    }
  kith_grid_free (polish.grid);
  g_free (polish.ux);
  g_free (polish.uy);

  return !watch->stopped;
}
