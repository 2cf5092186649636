/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hard to read in a picture: links that cross, links that run through
 * boxes. Links are straight from centre to centre here. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

/* A link passes a box with this much room, or counts as running through it. */
#define KITH_SCORE_ROOM 8.0

static inline double
kith_score_side (double ax, double ay, double bx, double by, double px, double py)
{
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

static inline gboolean
kith_score_segments_cross (double ax,
                           double ay,
                           double bx,
                           double by,
                           double cx,
                           double cy,
                           double dx,
                           double dy)
{
  if ((ax < bx ? bx : ax) < (cx < dx ? cx : dx) || (cx < dx ? dx : cx) < (ax < bx ? ax : bx)
      || (ay < by ? by : ay) < (cy < dy ? cy : dy) || (cy < dy ? dy : cy) < (ay < by ? ay : by))
    return FALSE;

  return kith_score_side (ax, ay, bx, by, cx, cy) * kith_score_side (ax, ay, bx, by, dx, dy) < 0
         && kith_score_side (cx, cy, dx, dy, ax, ay) * kith_score_side (cx, cy, dx, dy, bx, by) < 0;
}

/* Does the segment touch the box with centre (x, y) and these half sides? */
static inline gboolean
kith_score_hits (double ax,
                 double ay,
                 double bx,
                 double by,
                 double x,
                 double y,
                 double half_width,
                 double half_height)
{
  double ex = (bx - ax) / 2, ey = (by - ay) / 2;
  double mx = (ax + bx) / 2 - x, my = (ay + by) / 2 - y;
  double reach_x = ex < 0 ? -ex : ex, reach_y = ey < 0 ? -ey : ey;
  double side = mx * ey - my * ex;

  if ((mx < 0 ? -mx : mx) > half_width + reach_x || (my < 0 ? -my : my) > half_height + reach_y)
    return FALSE;

  return (side < 0 ? -side : side) <= half_width * reach_y + half_height * reach_x;
}

guint kith_score_crossings (const KithPiece *piece, const double *x, const double *y);
guint kith_score_through (const KithPiece *piece, const double *x, const double *y);
double kith_score_visible (const KithPiece *piece, guint v, guint u, double dx, double dy);

G_END_DECLS
