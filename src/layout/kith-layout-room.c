/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-room.h"

#include <math.h>

#include "kith-layout-even.h"
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

/* A page of no more than this many times the boxes' area, so that names stay readable. */
#define AMPLE 3.9
/* Larger ones are spread evenly over a page of this many times the boxes' area. */
#define LARGE 1500
#define EVEN 3.8
/* A page of many boxes that has to become this small is one where they lie in crowds with empty ground between
 * them. Where so many links a box hold them together they go half the way or more to lying evenly: walls alone
 * would crumple the crowds. */
#define RAGGED 0.85
#define RICH 2.2
#define CROWD 50
/* 2^HALVINGS rounds bring the walls in, as many more let boxes settle between them. */
#define HALVINGS 6
/* Likewise of a thread that becomes shorter. */
#define THREAD_HALVINGS 4
/* Of pushing where nothing is known of wished distances. */
#define PUSHES 60
#define STEPS 16

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

typedef struct
{
  double x0, y0, x1, y1;
} Walls;

static void
keep_within (const KithBoxes *boxes, const Walls *walls)
{
  for (guint v = 0; v < boxes->n; v++)
    {
      double w = boxes->width[v] / 2, h = boxes->height[v] / 2;

      boxes->x[v] = CLAMP (boxes->x[v], walls->x0 + w, MAX (walls->x1 - w, walls->x0 + w));
      boxes->y[v] = CLAMP (boxes->y[v], walls->y0 + h, MAX (walls->y1 - h, walls->y0 + h));
    }
}

/* How much smaller the picture must be, 1 if it is small enough. */
static double
find_excess (const KithBoxes *boxes, Walls *walls)
{
  double area = kith_boxes_area (boxes), page;

  kith_boxes_bounds (boxes, &walls->x0, &walls->y0, &walls->x1, &walls->y1);
  page = (walls->x1 - walls->x0) * (walls->y1 - walls->y0);

  return page > AMPLE * area ? sqrt (AMPLE * area / page) : 1;
}

/* Nobody has more than two links: walls would only crumple it. */
static gboolean
is_thread (const KithPiece *piece)
{
  for (guint v = 0; v < piece->n; v++)
    if (piece->offset[v + 1] - piece->offset[v] > 2)
      return FALSE;

  return TRUE;
}

/* Walls close in on the picture until it is @by as large; what lies farther out than most gives way. */
static gboolean
bring_in (const KithPiece *piece,
          const KithBoxes *boxes,
          KithBoxGrid *grid,
          Walls walls,
          double by,
          KithWatch *watch)
{
  guint closing = 1u << HALVINGS;
  double step = kith_stress_ratio (1, by, HALVINGS);

  for (guint round = 0; round < 2 * closing; round++)
    {
      guint left;

      if (round < closing)
        {
          scale_by (boxes, step);
          walls = (Walls){ walls.x0 * step, walls.y0 * step, walls.x1 * step, walls.y1 * step };
        }
      keep_within (boxes, &walls);
      left = kith_overlap_push (boxes, piece->gap, grid);
      if (left == 0 && round >= closing)
        break;
      if (!kith_watch_tick (watch, 0.5 + 0.25 * (round + 1) / closing))
        return FALSE;
    }

  return TRUE;
}

/* Parts what still overlaps, within the page. */
static gboolean
settle_evenly (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid, KithWatch *watch)
{
  Walls walls;

  kith_boxes_bounds (boxes, &walls.x0, &walls.y0, &walls.x1, &walls.y1);
  for (guint round = 0; round < PUSHES; round++)
    {
      guint left = kith_overlap_push (boxes, piece->gap, grid);

      if (left <= piece->n / 200)
        break;
      keep_within (boxes, &walls);
      if (!kith_watch_tick (watch, 0.5 * (round + 1) / PUSHES))
        return FALSE;
    }

  return TRUE;
}

/* From half to two thirds of the way, the more the smaller the page becomes. */
static double
find_way (double by)
{
  return CLAMP (1.63 - 1.5 * by, 0.5, 0.65);
}

/* From where boxes lie on a page that is @by as large towards lying evenly on it. */
static gboolean
ease (const KithPiece *piece,
      const KithBoxes *boxes,
      KithBoxGrid *grid,
      const Walls *walls,
      double by,
      KithWatch *watch)
{
  double x = (walls->x0 + walls->x1) / 2, y = (walls->y0 + walls->y1) / 2;
  double way = find_way (by);
  g_autofree double *even_x = g_memdup2 (boxes->x, sizeof (double) * boxes->n);
  g_autofree double *even_y = g_memdup2 (boxes->y, sizeof (double) * boxes->n);

  kith_even_out (piece, EVEN, even_x, even_y);
  for (guint v = 0; v < boxes->n; v++)
    {
      boxes->x[v] = (1 - way) * by * (boxes->x[v] - x) + way * even_x[v];
      boxes->y[v] = (1 - way) * by * (boxes->y[v] - y) + way * even_y[v];
    }

  return settle_evenly (piece, boxes, grid, watch);
}

/* Until the page is no larger than it may be. */
static gboolean
squeeze (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid, KithWatch *watch)
{
  Walls walls;
  double by = find_excess (boxes, &walls);

  if (by < RAGGED && piece->n > CROWD && piece->m >= RICH * piece->n)
    {
      if (!ease (piece, boxes, grid, &walls, by, watch))
        return FALSE;
      by = find_excess (boxes, &walls);
    }

  return by == 1 || is_thread (piece) || bring_in (piece, boxes, grid, walls, by, watch);
}

/* A thread keeps its shape: it becomes shorter as far as its boxes stay apart. */
static void
shorten (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid, double by)
{
  double step = kith_stress_ratio (1, by, THREAD_HALVINGS);

  for (guint i = 0; i < 1u << THREAD_HALVINGS; i++)
    {
      scale_by (boxes, step);
      if (kith_overlap_count (boxes, piece->gap, grid, 0) == 0)
        continue;
      scale_by (boxes, 1 / step);
      return;
    }
}

/**
 * kith_room_shrink:
 * @piece: a piece without overlaps, none of it pinned
 * @by: how large it should be, less than 1
 * @x: (array) (inout): positions, map units; their middle goes to 0,0
 * @y: (array) (inout): likewise
 * @watch: asked after each round
 *
 * Draws its boxes together as far as they let it.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_room_shrink (const KithPiece *piece, double by, double *x, double *y, KithWatch *watch)
{
  KithBoxes boxes = { piece->n, piece->width, piece->height, NULL, x, y };
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (&boxes, piece->gap);
  Walls walls;

  kith_boxes_bounds (&boxes, &walls.x0, &walls.y0, &walls.x1, &walls.y1);
  for (guint v = 0; v < piece->n; v++)
    {
      x[v] -= (walls.x0 + walls.x1) / 2;
      y[v] -= (walls.y0 + walls.y1) / 2;
    }
  if (is_thread (piece))
    {
      shorten (piece, &boxes, grid, by);
      return TRUE;
    }
  kith_boxes_bounds (&boxes, &walls.x0, &walls.y0, &walls.x1, &walls.y1);
  return bring_in (piece, &boxes, grid, walls, by, watch)
         && kith_overlap_remove (&boxes, piece->gap, watch);
}

/* Grows and pushes until little overlaps. */
static gboolean
spread (const KithPiece *piece, const KithBoxes *boxes, KithBoxGrid *grid, KithWatch *watch)
{
  for (guint round = 0; round < PUSHES; round++)
    {
      guint left = kith_overlap_push (boxes, piece->gap, grid);

      if (!piece->anchored && left > piece->n / 20)
        scale_by (boxes, left > piece->n / 2 ? 1.012 : 1.005);
      if (left == 0 && round > PUSHES / 2)
        break;
      if (!kith_watch_tick (watch, 0.5 * (round + 1) / PUSHES))
        return FALSE;
    }

  return TRUE;
}

/* Pushes, and lowers stress at the same time. */
static gboolean
relax (const KithPiece *piece,
       KithStress *stress,
       const KithBoxes *boxes,
       KithBoxGrid *grid,
       KithWatch *watch)
{
  double eta = 0.3, scale = piece->unit, ratio = kith_stress_ratio (1, 0.05, 5);

  if (!piece->anchored)
    kith_stress_measure (stress, boxes->x, boxes->y, &scale);
  for (guint round = 0; round < STEPS; round++, eta *= ratio)
    {
      kith_stress_step (stress, eta, scale, boxes->x, boxes->y);
      lengthen_links (piece, 0.2, boxes->x, boxes->y);
      if (kith_overlap_push (boxes, piece->gap, grid) == 0 && round > STEPS / 2)
        break;
      if (!kith_watch_tick (watch, 0.5 * (round + 1) / STEPS))
        return FALSE;
    }

  return TRUE;
}

/**
 * kith_room_make:
 * @piece: a piece
 * @stress: (nullable): its wished distances, if the picture should follow them; else it keeps its
 *   shape
 * @fill: the part of the page that boxes with their gaps should fill, 0 to 1
 * @x: (array) (inout): positions, map units
 * @y: (array) (inout): likewise
 * @watch: asked after each round
 *
 * Makes the picture large enough for its boxes and no larger than it must be. Leaves few overlaps,
 * not none.
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

  if (!piece->anchored && piece->n > LARGE)
    {
      kith_even_out (piece, EVEN, x, y);
      return settle_evenly (piece, &boxes, grid, watch);
    }
  if (!piece->anchored)
    scale_to_fill (piece, &boxes, fill);
  if (stress != NULL && !relax (piece, stress, &boxes, grid, watch))
    return FALSE;
  if (stress == NULL && !spread (piece, &boxes, grid, watch))
    return FALSE;

  return piece->anchored || squeeze (piece, &boxes, grid, watch);
}
