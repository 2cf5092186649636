/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-border.h"

#include <math.h>

#include "kith-layout-turn.h"

#define AROUND 24    /* points for the border within; their polygon holds it */
#define REACH 1.0087 /* times its half axes: 1 over the cosine of half a step */
#define STEPS 30     /* towards the best middle of a proportion */
#define FEW_STEPS 8  /* and to find the best proportion */
#define THINNEST 0.4 /* height to width that is tried */
#define WIDEST 1.6   /* times one that has been tried */
#define PROPORTIONS 0.1
#define WORTH \
  0.96 /* of its area, for a middle to be moved along one axis; and again for the other */

typedef struct
{
  double x, y;
} Point;

typedef enum
{
  ACROSS = 1 << 0,
  DOWN = 1 << 1,
} Ways;

/* Corners of boxes and points round what lies within; free it. */
static Point *
list_points (const KithShaping *self, const guint *boxes, guint n, const KithBorder *within)
{
  Point *points = g_new (Point, 4 * n + AROUND);

  for (guint i = 0; i < 4 * n; i++)
    {
      guint box = boxes[i / 4];

      points[i].x = self->x[box] + (i % 2 == 0 ? -0.5 : 0.5) * self->graph->width[box];
      points[i].y = self->y[box] + (i / 2 % 2 == 0 ? -0.5 : 0.5) * self->graph->height[box];
    }
  for (guint i = 0; i < AROUND; i++)
    {
      Point *point = &points[4 * n + i];

      kith_turn_to_vector ((double) i / AROUND, &point->x, &point->y);
      point->x = within->x + REACH * within->half.a * point->x;
      point->y = within->y + REACH * within->half.b * point->y;
    }
  return points;
}

static const Point *
find_farthest (const Point *points, guint n, const KithBorder *at, double proportion, double *far)
{
  const Point *farthest = points;

  *far = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double dx = points[i].x - at->x, dy = (points[i].y - at->y) / proportion;
      double squared = dx * dx + dy * dy;

      if (squared > *far)
        *far = squared, farthest = &points[i];
    }
  *far = sqrt (*far);
  return farthest;
}

/* The least of a proportion, height to width, whose middle may go these ways from where it is: towards whatever is
 * farthest from it by less and less (M. Bădoiu and K. L. Clarkson, "Smaller core-sets for balls", SODA 2003). */
static KithBorder
hold (const Point *points,
      guint n,
      const KithBorder *from,
      double proportion,
      Ways ways,
      guint steps)
{
  KithBorder at = *from, best = *from;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < steps; i++)
    {
      double far;
      const Point *farthest = find_farthest (points, n, &at, proportion, &far);

      if (far < least)
        least = far, best = at;
      if (ways & ACROSS)
        at.x += (farthest->x - at.x) / (i + 2);
      if (ways & DOWN)
        at.y += (farthest->y - at.y) / (i + 2);
    }
  best.half = (KithEllipse){ least, least * proportion };
  return best;
}

static double
area_of (const KithBorder *border)
{
  return border->half.a * border->half.b;
}

/* In which it is least. */
static double
find_proportion (const Point *points, guint n, const KithBorder *from, Ways ways, double most)
{
  double best = THINNEST, least = G_MAXDOUBLE;

  for (double proportion = THINNEST; proportion < most; proportion += PROPORTIONS)
    {
      KithBorder one = hold (points, n, from, proportion, ways, FEW_STEPS);

      if (area_of (&one) < least)
        least = area_of (&one), best = proportion;
    }
  return best;
}

/**
 * kith_border_round:
 * @self: a shape
 * @boxes: (array length=n): boxes of a ring, where they stand
 * @n: how many
 * @within: the border within the ring
 * @centred: a border with the same middle that holds all of them
 *
 * Cost: some hundreds of rounds over the boxes.
 *
 * Returns: a border that holds the boxes and the one within: with the same middle, or moved where that
 *   makes it smaller enough
 */
KithBorder
kith_border_round (const KithShaping *self,
                   const guint *boxes,
                   guint n,
                   const KithBorder *within,
                   const KithEllipse *centred)
{
  static const Ways ways[] = { DOWN, ACROSS, DOWN | ACROSS };
  static const double worth[] = { WORTH, WORTH, WORTH * WORTH };
  g_autofree Point *points = list_points (self, boxes, n, within);
  KithBorder best = { within->x, within->y, *centred };
  double least = area_of (&best);

  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      KithBorder one;
      double proportion = find_proportion (points, 4 * n + AROUND, within, ways[w],
                                           WIDEST * centred->b / centred->a);

      one = hold (points, 4 * n + AROUND, within, proportion, ways[w], STEPS);
      if (area_of (&one) < least * worth[w])
        least = area_of (&one) / worth[w], best = one;
    }
  return best;
}
