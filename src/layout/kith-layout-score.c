/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-score.h"

#include <math.h>

/* Which part of the way along (dx, dy) lies within a box round its start. */
static double
find_covered (double half_width, double half_height, double dx, double dy)
{
  double across = dx != 0 ? half_width / fabs (dx) : G_MAXDOUBLE;
  double down = dy != 0 ? half_height / fabs (dy) : G_MAXDOUBLE;

  return MIN (across, down);
}

/* Length of the link between @v and @u, which lies (dx, dy) from it, that shows
 * between the two boxes; negative where they overlap. */
double
kith_score_visible (const KithPiece *piece, guint v, guint u, double dx, double dy)
{
  double length = sqrt (dx * dx + dy * dy);
  double covered;

  if (length == 0)
    return -(piece->height[v] + piece->height[u]) / 2;
  covered = find_covered (piece->width[v] / 2, piece->height[v] / 2, dx, dy)
            + find_covered (piece->width[u] / 2, piece->height[u] / 2, dx, dy);

  return length * (1 - covered);
}
