/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-score.h"

#include <math.h>

/* How many pairs of links cross, links at a common box left out. O(m²). */
guint
kith_score_crossings (const KithPiece *piece, const double *x, const double *y)
{
  guint count = 0;

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];

      for (guint l = k + 1; l < piece->m; l++)
        {
          guint c = piece->a[l], d = piece->b[l];

          count += a != c && a != d && b != c && b != d
                   && kith_score_segments_cross (x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]);
        }
    }

  return count;
}

/* How often a link runs through, or grazes, a box that is not its end. O(nm). */
guint
kith_score_through (const KithPiece *piece, const double *x, const double *y)
{
  guint count = 0;

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];

      for (guint v = 0; v < piece->n; v++)
        count += v != a && v != b
                 && kith_score_hits (x[a], y[a], x[b], y[b], x[v], y[v],
                                     piece->width[v] / 2 + KITH_SCORE_ROOM,
                                     piece->height[v] / 2 + KITH_SCORE_ROOM);
    }

  return count;
}

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
