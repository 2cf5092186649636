/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-layout-shape.h"
#include "kith-layout-turn.h"

#define LEAST 1.0 /* map units: half of an axis */

/* How far out it is, in parts of an ellipse of that width and height. */
static double
reach (double dx, double dy, double width, double height, double more)
{
  dx /= MAX (width / 2 + more, LEAST), dy /= MAX (height / 2 + more, LEAST);
  return sqrt (dx * dx + dy * dy);
}

/**
 * kith_layout_area_encircles:
 * @area: what a group takes, round
 * @x: of a place, map units
 * @y: likewise
 * @more: by how much its edges are farther out, map units, and farther in that of the hole
 *
 * Returns: whether the place is in what there is of the ellipse
 */
gboolean
kith_layout_area_encircles (const KithLayoutArea *area, double x, double y, double more)
{
  double dx = x - area->x, dy = y - area->y;
  double turn = kith_turn_from_vector (dx / area->width, dy / area->height);

  return reach (dx, dy, area->width, area->height, more) <= 1.0
         && (area->inner_width <= 0.0
             || reach (dx - area->inner_x, dy - area->inner_y, area->inner_width,
                       area->inner_height, -more)
                    >= 1.0)
         && (area->sweep <= 0.0 || area->sweep >= 1.0
             || kith_turn_near (turn, area->turn) <= area->turn + area->sweep);
}
