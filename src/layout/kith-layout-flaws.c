/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-flaws.h"

#include "kith-layout-lanes.h"
#include "kith-layout-score.h"

static inline float
magnitude (float number)
{
  return number < 0 ? -number : number;
}

static void
put_link (KithFlaws *flaws, guint k)
{
  guint a = flaws->piece->a[k], b = flaws->piece->b[k];

  flaws->from_x[k] = flaws->x[a];
  flaws->from_y[k] = flaws->y[a];
  flaws->to_x[k] = flaws->x[b];
  flaws->to_y[k] = flaws->y[b];
}

/**
 * kith_flaws_init:
 * @flaws: (out caller-allocates): takes in a picture
 * @piece: its boxes and links
 * @x: (array): centres, map units
 * @y: (array): likewise
 */
void
kith_flaws_init (KithFlaws *flaws, const KithPiece *piece, const double *x, const double *y)
{
  gsize n = KITH_LANES_UP (piece->n), m = KITH_LANES_UP (piece->m);

  flaws->piece = piece;
  flaws->lanes = g_new (float, 4 * (n + m));
  flaws->x = flaws->lanes;
  flaws->y = flaws->x + n;
  flaws->half_x = flaws->y + n;
  flaws->half_y = flaws->half_x + n;
  flaws->from_x = flaws->half_y + n;
  flaws->from_y = flaws->from_x + m;
  flaws->to_x = flaws->from_y + m;
  flaws->to_y = flaws->to_x + m;

  /* what fills up the lanes is nowhere: no comparison with it holds */
  for (gsize i = 0; i < 4 * (n + m); i++)
    flaws->lanes[i] = NAN;
  for (guint v = 0; v < piece->n; v++)
    {
      flaws->x[v] = (float) x[v];
      flaws->y[v] = (float) y[v];
      flaws->half_x[v] = (float) (piece->width[v] / 2 + KITH_SCORE_ROOM);
      flaws->half_y[v] = (float) (piece->height[v] / 2 + KITH_SCORE_ROOM);
    }
  for (guint k = 0; k < piece->m; k++)
    put_link (flaws, k);
}

void
kith_flaws_clear (KithFlaws *flaws)
{
  g_clear_pointer (&flaws->lanes, g_free);
}

/* Takes a box and its links out of the picture. */
void
kith_flaws_lift (KithFlaws *flaws, guint v)
{
  const KithPiece *piece = flaws->piece;

  flaws->x[v] = NAN;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    flaws->from_x[piece->via[k]] = NAN;
}

/* Puts them back, there. */
void
kith_flaws_put (KithFlaws *flaws, guint v, double x, double y)
{
  const KithPiece *piece = flaws->piece;

  flaws->x[v] = (float) x;
  flaws->y[v] = (float) y;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    put_link (flaws, piece->via[k]);
}

/* Eight links and eight boxes: which touch theirs? Adds to @count, downwards. */
KITH_LANES_INLINE void
touch (KithMask *count,
       const KithLanes *ax,
       const KithLanes *ay,
       const KithLanes *bx,
       const KithLanes *by,
       const KithLanes *box_x,
       const KithLanes *box_y,
       const KithLanes *half_x,
       const KithLanes *half_y)
{
  KithLanes ex = (*bx - *ax) * 0.5f, ey = (*by - *ay) * 0.5f;
  KithLanes mx = (*ax + *bx) * 0.5f - *box_x, my = (*ay + *by) * 0.5f - *box_y;
  KithLanes side = mx * ey - my * ex, reach_x, reach_y;

  kith_lanes_magnitude (&reach_x, &ex);
  kith_lanes_magnitude (&reach_y, &ey);
  kith_lanes_magnitude (&mx, &mx);
  kith_lanes_magnitude (&my, &my);
  kith_lanes_magnitude (&side, &side);
  *count += (mx <= *half_x + reach_x) & (my <= *half_y + reach_y)
            & (side <= *half_x * reach_y + *half_y * reach_x);
}

/* Would @v at (x, y) keep its distance, and a little more for what floats lack, from all others? It
 * must have been lifted. O(n). */
KITH_LANES_CLONES gboolean
kith_flaws_is_free (const KithFlaws *flaws, guint v, float x, float y)
{
  float clear = (float) flaws->piece->gap - 2 * (float) KITH_SCORE_ROOM;
  float reach_x = flaws->half_x[v] + clear + magnitude (x) * 1e-6f + 0.01f;
  float reach_y = flaws->half_y[v] + clear + magnitude (y) * 1e-6f + 0.01f;
  KithMask near = { 0 };

  for (guint w = 0; w < flaws->piece->n; w += KITH_LANES)
    {
      KithLanes dx, dy, half_x, half_y;

      KITH_LANES_LOAD (dx, flaws->x + w);
      KITH_LANES_LOAD (dy, flaws->y + w);
      KITH_LANES_LOAD (half_x, flaws->half_x + w);
      KITH_LANES_LOAD (half_y, flaws->half_y + w);
      dx -= x;
      dy -= y;
      kith_lanes_magnitude (&dx, &dx);
      kith_lanes_magnitude (&dy, &dy);
      near |= (dx < half_x + reach_x) & (dy < half_y + reach_y);
    }

  return kith_lanes_count (&near) == 0;
}

/* How many links touch the box @v at (x, y). O(m). */
KITH_LANES_CLONES guint
kith_flaws_links_at (const KithFlaws *flaws, guint v, float x, float y)
{
  KithMask count = { 0 };
  KithLanes zero = { 0 };
  KithLanes box_x = zero + x, box_y = zero + y;
  KithLanes half_x = zero + flaws->half_x[v], half_y = zero + flaws->half_y[v];

  for (guint k = 0; k < flaws->piece->m; k += KITH_LANES)
    {
      KithLanes ax, ay, bx, by;

      KITH_LANES_LOAD (ax, flaws->from_x + k);
      KITH_LANES_LOAD (ay, flaws->from_y + k);
      KITH_LANES_LOAD (bx, flaws->to_x + k);
      KITH_LANES_LOAD (by, flaws->to_y + k);
      touch (&count, &ax, &ay, &bx, &by, &box_x, &box_y, &half_x, &half_y);
    }

  return kith_lanes_count (&count);
}

/* How many boxes the way from a to b touches, those at its ends among them. O(n). */
KITH_LANES_CLONES guint
kith_flaws_boxes_on (const KithFlaws *flaws, float ax, float ay, float bx, float by)
{
  KithMask count = { 0 };
  KithLanes zero = { 0 };
  KithLanes from_x = zero + ax, from_y = zero + ay, to_x = zero + bx, to_y = zero + by;

  for (guint w = 0; w < flaws->piece->n; w += KITH_LANES)
    {
      KithLanes x, y, half_x, half_y;

      KITH_LANES_LOAD (x, flaws->x + w);
      KITH_LANES_LOAD (y, flaws->y + w);
      KITH_LANES_LOAD (half_x, flaws->half_x + w);
      KITH_LANES_LOAD (half_y, flaws->half_y + w);
      touch (&count, &from_x, &from_y, &to_x, &to_y, &x, &y, &half_x, &half_y);
    }

  return kith_lanes_count (&count);
}

/* How many links of those from @first up to @end, in whole lanes, the way from a to b crosses. */
KITH_LANES_INLINE guint
cross (const KithFlaws *flaws, guint first, guint end, float ax, float ay, float bx, float by)
{
  KithMask count = { 0 };
  float wx = bx - ax, wy = by - ay;

  for (guint k = first; k < end; k += KITH_LANES)
    {
      KithLanes px, py, qx, qy, one, other, start, turn;

      KITH_LANES_LOAD (px, flaws->from_x + k);
      KITH_LANES_LOAD (py, flaws->from_y + k);
      KITH_LANES_LOAD (qx, flaws->to_x + k);
      KITH_LANES_LOAD (qy, flaws->to_y + k);
      px -= ax;
      py -= ay;
      qx -= ax;
      qy -= ay;
      one = wx * py - wy * px;
      other = wx * qy - wy * qx;
      turn = one - other;
      start = px * qy - py * qx;
      count += (one * other < 0) & (start * (start + turn) < 0);
    }

  return kith_lanes_count (&count);
}

/* How many links the way from a to b crosses. Those that begin or end where it does meet it and do
 * not cross: the side on which they lie is exactly 0 then. O(m). */
KITH_LANES_CLONES guint
kith_flaws_crossings (const KithFlaws *flaws, float ax, float ay, float bx, float by)
{
  return cross (flaws, 0, flaws->piece->m, ax, ay, bx, by);
}

/* How many pairs of links cross: those of the same eight are met twice, all others once. O(m²). */
KITH_LANES_CLONES guint
kith_flaws_all_crossings (const KithFlaws *flaws)
{
  guint m = flaws->piece->m, twice = 0, once = 0;

  for (guint k = 0; k < m; k++)
    {
      guint own = k / KITH_LANES * KITH_LANES, next = own + KITH_LANES;
      float ax = flaws->from_x[k], ay = flaws->from_y[k], bx = flaws->to_x[k], by = flaws->to_y[k];

      twice += cross (flaws, own, MIN (next, m), ax, ay, bx, by);
      once += cross (flaws, next, m, ax, ay, bx, by);
    }

  return once + twice / 2;
}

/* How often a link runs through, or grazes, a box that is not its end. O(nm). */
guint
kith_flaws_all_through (const KithFlaws *flaws)
{
  guint count = 0;

  for (guint k = 0; k < flaws->piece->m; k++)
    count += kith_flaws_boxes_on (flaws, flaws->from_x[k], flaws->from_y[k], flaws->to_x[k],
                                  flaws->to_y[k])
             - 2;

  return count;
}

/**
 * kith_layout_count_flaws:
 * @graph: boxes and links
 * @x: (array): centres, map units; all of them usable
 * @y: (array): likewise
 *
 * Cost: each link against every other, and every box.
 *
 * Returns: how many pairs of links cross, and how often a link runs through a stranger's box, straight
 *   from centre to centre
 */
guint
kith_layout_count_flaws (const KithLayoutGraph *graph, const double *x, const double *y)
{
  g_auto (KithFlaws) flaws = { 0 };
  KithLayoutOptions options;
  KithPiece *piece;
  guint count;

  if (graph->n == 0)
    return 0;
  kith_layout_options_init (&options);
  piece = kith_piece_new_whole (graph, &options, x, y);
  kith_flaws_init (&flaws, piece, x, y);
  count = kith_flaws_all_crossings (&flaws) + kith_flaws_all_through (&flaws);
  kith_piece_free (piece);
  return count;
}
