/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-placement.h"

#include <math.h>

#include "kith-layout-boxes.h"

/* Cosine and sine of 180°/32, written out since the C library's differ. */
#define TURNS 32
#define TURN_COS 0.9951847266721969
#define TURN_SIN 0.0980171403295606
/* Times the area of the boxes, with links as long as they would like to be; less is as good. */
#define THIN 8.0

/* How large a page of the usual shape must be to hold this; a flat picture is
 * a little better than a tall one that needs the same page. */
double
kith_placement_page_size (double width, double height)
{
  return MAX (width / KITH_PLACEMENT_PAGE, height) + 0.15 * height;
}

static void
turn (guint n, double *x, double *y, double cosine, double sine)
{
  for (guint v = 0; v < n; v++)
    {
      double kept = x[v];

      x[v] = cosine * kept - sine * y[v];
      y[v] = sine * kept + cosine * y[v];
    }
}

/* What is long and thin lies across a page that is nearly empty otherwise, and would have to be crumpled to
 * fill it: it had better be long and thin. */
static double
measure_waste (double boxes, double width, double height)
{
  return sqrt (MAX (width * height / (THIN * boxes), 1));
}

static double
measure_page (const KithPiece *piece, double boxes, const double *x, const double *y)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint v = 0; v < piece->n; v++)
    {
      x0 = MIN (x0, x[v] * piece->unit - piece->width[v] / 2);
      x1 = MAX (x1, x[v] * piece->unit + piece->width[v] / 2);
      y0 = MIN (y0, y[v] * piece->unit - piece->height[v] / 2);
      y1 = MAX (y1, y[v] * piece->unit + piece->height[v] / 2);
    }

  return kith_placement_page_size (x1 - x0, y1 - y0) * measure_waste (boxes, x1 - x0, y1 - y0);
}

/* Turns the picture so that it fills a landscape page best. O(n). */
void
kith_placement_turn_to_page (const KithPiece *piece, double *x, double *y)
{
  double cosine = 1, sine = 0;
  double best = G_MAXDOUBLE, best_cosine = 1, best_sine = 0;
  KithBoxes boxes = { .n = piece->n, .width = piece->width, .height = piece->height };
  double area = kith_boxes_area (&boxes);

  for (guint i = 0; i < TURNS; i++)
    {
      double kept = cosine, size;

      size = measure_page (piece, area, x, y);
      if (size < best)
        {
          best = size;
          best_cosine = cosine;
          best_sine = sine;
        }
      turn (piece->n, x, y, TURN_COS, TURN_SIN);
      cosine = TURN_COS * kept - TURN_SIN * sine;
      sine = TURN_SIN * kept + TURN_COS * sine;
    }

  /* Half a turn has been made by now: undo it and make the best one. */
  turn (piece->n, x, y, -best_cosine, -best_sine);
}

/* Averages over the boxes that were in the earlier picture. */
static guint
find_centres (const KithPiece *piece, const double *x, const double *y, double *now, double *then)
{
  guint count = 0;

  now[0] = now[1] = then[0] = then[1] = 0;
  for (guint v = 0; v < piece->n; v++)
    if (piece->known[v])
      {
        now[0] += x[v];
        now[1] += y[v];
        then[0] += piece->x[v] / piece->unit;
        then[1] += piece->y[v] / piece->unit;
        count++;
      }
  for (guint i = 0; i < 2; i++)
    {
      now[i] /= MAX (count, 1);
      then[i] /= MAX (count, 1);
    }

  return count;
}

/**
 * kith_placement_turn_to_start:
 * @piece: a piece, some of whose boxes are known from an earlier picture
 * @x: (array) (inout): the new picture, units of link length
 * @y: (array) (inout): likewise
 *
 * Moves, turns and, if that is nearer, mirrors the new picture so that the
 * squared distances to the earlier one are least (orthogonal Procrustes). O(n).
 *
 * Returns: %FALSE when there was no earlier picture
 */
gboolean
kith_placement_turn_to_start (const KithPiece *piece, double *x, double *y)
{
  double now[2], then[2];
  double xx = 0, xy = 0, yx = 0, yy = 0;
  double straight, mirrored, cosine, sine, length, flip;

  if (find_centres (piece, x, y, now, then) == 0)
    return FALSE;

  for (guint v = 0; v < piece->n; v++)
    if (piece->known[v])
      {
        double qx = piece->x[v] / piece->unit - then[0], qy = piece->y[v] / piece->unit - then[1];

        xx += (x[v] - now[0]) * qx;
        xy += (x[v] - now[0]) * qy;
        yx += (y[v] - now[1]) * qx;
        yy += (y[v] - now[1]) * qy;
      }
  straight = (xx + yy) * (xx + yy) + (xy - yx) * (xy - yx);
  mirrored = (yy - xx) * (yy - xx) + (-xy - yx) * (-xy - yx);
  flip = mirrored > straight * (1 + 1e-9) ? -1 : 1;
  length = sqrt (MAX (straight, mirrored));
  cosine = length > 0 ? (flip * xx + yy) / length : 1;
  sine = length > 0 ? (flip * xy - yx) / length : 0;

  for (guint v = 0; v < piece->n; v++)
    {
      double px = flip * (x[v] - now[0]), py = y[v] - now[1];

      x[v] = cosine * px - sine * py + then[0];
      y[v] = sine * px + cosine * py + then[1];
    }

  return TRUE;
}

/* Moves a picture, in map units, to where the earlier one was on average. */
void
kith_placement_move_to_start (const KithPiece *piece, double *x, double *y)
{
  double dx = 0, dy = 0, count = 0;

  for (guint v = 0; v < piece->n; v++)
    if (piece->known[v])
      {
        dx += piece->x[v] - x[v];
        dy += piece->y[v] - y[v];
        count++;
      }
  for (guint v = 0; v < piece->n && count > 0; v++)
    {
      x[v] += dx / count;
      y[v] += dy / count;
    }
}
