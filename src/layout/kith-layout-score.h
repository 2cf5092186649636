/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hard to read in a picture: links that cross, links that run through
 * boxes. Links are straight from centre to centre here. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

/* A link passes a box with this much room, or counts as running through it. */
#define KITH_SCORE_ROOM 8.0

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

double kith_score_visible (const KithPiece *piece, guint v, guint u, double dx, double dy);

G_END_DECLS
