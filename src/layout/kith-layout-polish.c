/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-polish.h"

#include <math.h>

#include "kith-layout-boxes.h"
#include "kith-layout-flaws.h"
#include "kith-layout-score.h"

/* What each flaw costs; the unit is the average squared error of a box's
 * distances, times STRESS. */
#define STRESS 200.0
#define CROSSING 0.8
#define TREE_CROSSING 1.2 /* in a tree, or nearly, a crossing is seen */
#define THROUGH 1.5
#define SHORT 0.6

#define PASSES 8

/* The picture may grow to this many times the area of its boxes, but by no more
 * than this either way. */
#define AMPLE 3.9
#define GROWTH 1.4

typedef struct
{
  const KithPiece *piece;
  const KithStress *stress; /* or NULL in large pieces */
  KithBoxes boxes;
  double scale;          /* map units per unit of wished distance */
  double x0, y0, x1, y1; /* where boxes may go */
  double *x, *y;
  double crossing; /* what one costs */
  double left;     /* tests that may still be made */

  KithFlaws flaws; /* the box that is being moved is out of it meanwhile */
} Polish;

/* Eight directions and four lengths. */
static const double directions[][2] = {
  { 1, 0 },     { -1, 0 },     { 0, 1 },      { 0, -1 },
  { 0.7, 0.7 }, { -0.7, 0.7 }, { 0.7, -0.7 }, { -0.7, -0.7 },
};
static const double lengths[] = { 0.12, 0.35, 0.8, 1.6 };

/* Cosine and sine of 360°/16, and distances from a neighbour. */
#define TURNS 16
#define TURN_COS 0.9238795325112867
#define TURN_SIN 0.3826834323650898
static const double radii[] = { 1, 1.4, 1.9 };

static guint
degree (const KithPiece *piece, guint v)
{
  return piece->offset[v + 1] - piece->offset[v];
}

static double
cost_of_link (const Polish *polish, guint v, guint u, float px, float py)
{
  const KithPiece *piece = polish->piece;
  const KithFlaws *flaws = &polish->flaws;
  float ux = flaws->x[u], uy = flaws->y[u];
  guint through = kith_flaws_boxes_on (flaws, px, py, ux, uy) - 1; /* but u's */
  guint crossings = kith_flaws_crossings (flaws, px, py, ux, uy);
  double visible = kith_score_visible (piece, v, u, ux - px, uy - py);

  return THROUGH * through + polish->crossing * crossings
         + (visible < piece->clearance
                ? SHORT * (piece->clearance - visible) / (piece->clearance + 1)
                : 0);
}

static double
cost_of_stress (const Polish *polish, guint v, float px, float py)
{
  const KithPiece *piece = polish->piece;
  double sum = 0;

  if (polish->stress != NULL)
    return STRESS / (piece->n - 1.0)
           * kith_stress_around (polish->stress, v, px, py, (float) polish->scale, polish->flaws.x,
                                 polish->flaws.y);

  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      float dx = px - polish->flaws.x[piece->near[k]], dy = py - polish->flaws.y[piece->near[k]];
      double off = sqrtf (dx * dx + dy * dy) / (piece->reach[k] * polish->scale) - 1;

      sum += off * off;
    }

  return STRESS * sum / degree (piece, v);
}

/* Adds up flaws until they exceed @enough. */
static double
cost (Polish *polish, guint v, double px, double py, double enough)
{
  const KithPiece *piece = polish->piece;
  double sum = cost_of_stress (polish, v, (float) px, (float) py);

  polish->left -= 0.5 * piece->n;
  if (sum >= enough)
    return sum;

  sum += THROUGH * kith_flaws_links_at (&polish->flaws, v, (float) px, (float) py);
  polish->left -= piece->m;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1] && sum < enough; k++)
    {
      sum += cost_of_link (polish, v, piece->near[k], (float) px, (float) py);
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
         && kith_flaws_is_free (&polish->flaws, v, (float) px, (float) py);
}

/* Moves @v there if that is better than the best so far. */
static void
try_place (Polish *polish, guint v, double px, double py, double *best)
{
  double found;

  if (polish->left <= 0 || !is_within (polish, v, px, py))
    return;
  found = cost (polish, v, px, py, *best);
  if (found >= *best)
    return;
  *best = found;
  polish->x[v] = px;
  polish->y[v] = py;
}

/* Steps in several directions. */
static void
try_steps (Polish *polish, guint v, double *best)
{
  double from_x = polish->x[v], from_y = polish->y[v];

  for (guint l = 0; l < G_N_ELEMENTS (lengths); l++)
    for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
      try_place (polish, v, from_x + directions[d][0] * lengths[l] * polish->piece->unit,
                 from_y + directions[d][1] * lengths[l] * polish->piece->unit, best);
}

/* A box at the end of one link can go anywhere round the other end; so can one
 * with two, more or less. */
static void
try_circling (Polish *polish, guint v, double *best)
{
  const KithPiece *piece = polish->piece;

  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      double at_x = polish->x[piece->near[k]], at_y = polish->y[piece->near[k]];
      double dx = 1, dy = 0;

      for (guint i = 0; i < TURNS; i++)
        {
          double kept = dx;

          for (guint r = 0; r < G_N_ELEMENTS (radii); r++)
            try_place (polish, v, at_x + dx * radii[r] * piece->unit,
                       at_y + dy * radii[r] * piece->unit, best);
          dx = TURN_COS * dx - TURN_SIN * dy;
          dy = TURN_SIN * kept + TURN_COS * dy;
        }
    }
}

static gboolean
try_moves (Polish *polish, guint v)
{
  const KithPiece *piece = polish->piece;
  double from_x = polish->x[v], from_y = polish->y[v];
  double best;

  kith_flaws_lift (&polish->flaws, v);
  best = cost (polish, v, from_x, from_y, G_MAXDOUBLE) - 0.02;
  try_steps (polish, v, &best);
  if (degree (piece, v) <= 2)
    try_circling (polish, v, &best);
  kith_flaws_put (&polish->flaws, v, polish->x[v], polish->y[v]);

  return polish->x[v] != from_x || polish->y[v] != from_y;
}

/* Boxes may go a little outside the picture if it is tight. */
static void
stake_out (Polish *polish)
{
  double area = kith_boxes_area (&polish->boxes), by, dx, dy;

  kith_boxes_bounds (&polish->boxes, &polish->x0, &polish->y0, &polish->x1, &polish->y1);

  dx = polish->x1 - polish->x0;
  dy = polish->y1 - polish->y0;
  by = (CLAMP (sqrt (AMPLE * area / (dx * dy)), 1, GROWTH) - 1) / 2;
  polish->x0 -= by * dx;
  polish->x1 += by * dx;
  polish->y0 -= by * dy;
  polish->y1 += by * dy;
}

static void
polish_init (Polish *polish,
             const KithPiece *piece,
             KithStress *stress,
             double *x,
             double *y,
             double effort)
{
  *polish = (Polish){ .piece = piece, .stress = stress, .x = x, .y = y, .left = effort };
  polish->boxes = (KithBoxes){ piece->n, piece->width, piece->height, piece->pinned, x, y };
  polish->crossing = kith_piece_is_tree (piece) ? TREE_CROSSING : CROSSING;
  stake_out (polish);
  kith_flaws_init (&polish->flaws, piece, x, y);
  polish->scale = piece->unit;
  if (stress != NULL)
    kith_stress_measure (stress, x, y, &polish->scale);
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
 * overlap, and the picture stays about as large.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_polish (const KithPiece *piece,
             KithStress *stress,
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
  kith_flaws_clear (&polish.flaws);

  return !watch->stopped;
}
