/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-curve.h"

#include <math.h>

#define SAME 1e-6 /* map units: two points so near each other have no direction */

static KithPoint
between (KithPoint a, KithPoint b, double t)
{
  return (KithPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

static double
apart (KithPoint a, KithPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;

  return sqrt (dx * dx + dy * dy);
}

/**
 * kith_curve_through:
 * @curve: (out): a quadratic Bézier curve through its points
 * @from: its start
 * @to: its end
 * @by: where its middle (by the parameter) lies
 */
void
kith_curve_through (KithCurve *curve, KithPoint from, KithPoint to, KithPoint by)
{
  KithPoint middle = between (from, to, 0.5);
  KithPoint control = { 2.0 * by.x - middle.x, 2.0 * by.y - middle.y };

  curve->n = KITH_CURVE_POINTS;
  for (guint i = 0; i < curve->n; i++)
    {
      double t = (double) i / (KITH_CURVE_POINTS - 1);

      curve->points[i] = between (between (from, control, t), between (control, to, t), t);
    }
}

/**
 * kith_curve_make:
 * @curve: (out): a quadratic Bézier curve through its points, or a straight line
 * @from: its start
 * @to: its end
 * @bend: how far its middle lies from the straight line, map units; to the right of its direction
 */
void
kith_curve_make (KithCurve *curve, KithPoint from, KithPoint to, double bend)
{
  double length = apart (from, to);
  KithPoint by = between (from, to, 0.5);

  if (length < 1e-9 || fabs (bend) < 0.5)
    {
      *curve = (KithCurve){ 2, { from, to } };
      return;
    }
  by.x += -(to.y - from.y) / length * bend;
  by.y += (to.x - from.x) / length * bend;
  kith_curve_through (curve, from, to, by);
}

/* How far along a→b (0 to 1) the segment leaves the rectangle in which it starts. */
static double
leaves_at (KithPoint a, KithPoint b, const KithRect *rect)
{
  double t = 1.0;

  if (b.x > a.x)
    t = MIN (t, (rect->x + rect->width - a.x) / (b.x - a.x));
  else if (b.x < a.x)
    t = MIN (t, (rect->x - a.x) / (b.x - a.x));
  if (b.y > a.y)
    t = MIN (t, (rect->y + rect->height - a.y) / (b.y - a.y));
  else if (b.y < a.y)
    t = MIN (t, (rect->y - a.y) / (b.y - a.y));
  return CLAMP (t, 0.0, 1.0);
}

static void
reverse (KithCurve *curve)
{
  for (guint i = 0; i < curve->n / 2; i++)
    {
      KithPoint swap = curve->points[i];

      curve->points[i] = curve->points[curve->n - 1 - i];
      curve->points[curve->n - 1 - i] = swap;
    }
}

/* Drops the points at the start that are in the rectangle and begins where the curve leaves it. */
static gboolean
trim_start (KithCurve *curve, const KithRect *rect)
{
  guint first = 0;

  while (first < curve->n
         && kith_rect_contains (rect, curve->points[first].x, curve->points[first].y))
    first++;
  if (first == curve->n)
    return FALSE;
  if (first == 0)
    return TRUE;
  first--;
  curve->points[first] = between (curve->points[first], curve->points[first + 1],
                                  leaves_at (curve->points[first], curve->points[first + 1], rect));
  curve->n -= first;
  for (guint i = 0; i < curve->n; i++)
    curve->points[i] = curve->points[i + first];
  return TRUE;
}

/**
 * kith_curve_trim:
 * @curve: a curve
 * @start: cut off what lies in it from the start on
 * @end: cut off what lies in it up to the end
 *
 * Returns: whether anything is left; if not, the curve is of no use
 */
gboolean
kith_curve_trim (KithCurve *curve, const KithRect *start, const KithRect *end)
{
  if (!trim_start (curve, start))
    return FALSE;
  reverse (curve);
  if (!trim_start (curve, end))
    return FALSE;
  reverse (curve);
  return kith_curve_length (curve) > 1.0;
}

double
kith_curve_length (const KithCurve *curve)
{
  double length = 0.0;

  for (guint i = 1; i < curve->n; i++)
    length += apart (curve->points[i - 1], curve->points[i]);
  return length;
}

/**
 * kith_curve_at:
 * @curve: a curve
 * @distance: from its start along it, map units; beyond its ends means the ends
 * @direction: (out) (optional): unit vector of its direction there
 *
 * Returns: the point
 */
KithPoint
kith_curve_at (const KithCurve *curve, double distance, KithPoint *direction)
{
  guint i = 1;
  double step = apart (curve->points[0], curve->points[1]);
  KithPoint from;
  KithPoint to;

  while (i + 1 < curve->n && distance > step)
    {
      distance -= step;
      i++;
      step = apart (curve->points[i - 1], curve->points[i]);
    }
  from = curve->points[i - 1];
  to = curve->points[i];
  if (direction != NULL)
    *direction = step > 0.0 ? (KithPoint){ (to.x - from.x) / step, (to.y - from.y) / step }
                            : (KithPoint){ 1.0, 0.0 };
  return between (from, to, step > 0.0 ? CLAMP (distance / step, 0.0, 1.0) : 0.0);
}

/**
 * kith_curve_part:
 * @curve: a curve
 * @from: distance along at which the part begins
 * @to: distance along at which it ends
 * @part: (out): the part; not @curve itself
 */
void
kith_curve_part (const KithCurve *curve, double from, double to, KithCurve *part)
{
  double along = 0.0;

  part->points[0] = kith_curve_at (curve, from, NULL);
  part->n = 1;
  for (guint i = 1; i + 1 < curve->n; i++)
    {
      along += apart (curve->points[i - 1], curve->points[i]);
      if (along > from + SAME && along < to - SAME && part->n < KITH_CURVE_POINTS - 1)
        part->points[part->n++] = curve->points[i];
    }
  part->points[part->n++] = kith_curve_at (curve, to, NULL);
}

/* Unit normal at a point of the curve, to the right of its direction. */
static KithPoint
normal_at (const KithCurve *curve, guint i)
{
  KithPoint a = curve->points[i > 0 ? i - 1 : 0];
  KithPoint b = curve->points[i + 1 < curve->n ? i + 1 : curve->n - 1];
  double length = apart (a, b);

  if (length == 0.0)
    return (KithPoint){ 0.0, 1.0 };
  return (KithPoint){ -(b.y - a.y) / length, (b.x - a.x) / length };
}

/**
 * kith_curve_offset:
 * @curve: a curve
 * @by: how far to the right, map units
 * @moved: (out): the moved curve; not @curve itself
 */
void
kith_curve_offset (const KithCurve *curve, double by, KithCurve *moved)
{
  moved->n = curve->n;
  for (guint i = 0; i < curve->n; i++)
    {
      KithPoint normal = normal_at (curve, i);

      moved->points[i].x = curve->points[i].x + normal.x * by;
      moved->points[i].y = curve->points[i].y + normal.y * by;
    }
}

/**
 * kith_curve_distance:
 * @curve: a curve
 * @x: a point
 * @y: a point
 * @along: (out) (optional): how far along the place nearest to it is
 *
 * Returns: how far the point is from the curve, map units
 */
double
kith_curve_distance (const KithCurve *curve, double x, double y, double *along)
{
  double best = G_MAXDOUBLE; /* squared */
  guint nearest = 1;
  double share = 0.0;

  for (guint i = 1; i < curve->n; i++)
    {
      KithPoint a = curve->points[i - 1];
      double dx = curve->points[i].x - a.x;
      double dy = curve->points[i].y - a.y;
      double square = dx * dx + dy * dy;
      double t = square > 0.0 ? ((x - a.x) * dx + (y - a.y) * dy) / square : 0.0;
      double to_x;
      double to_y;

      t = CLAMP (t, 0.0, 1.0);
      to_x = x - a.x - t * dx;
      to_y = y - a.y - t * dy;
      if (to_x * to_x + to_y * to_y >= best)
        continue;
      best = to_x * to_x + to_y * to_y;
      nearest = i;
      share = t;
    }
  if (along != NULL)
    {
      *along = share * apart (curve->points[nearest - 1], curve->points[nearest]);
      for (guint i = 1; i < nearest; i++)
        *along += apart (curve->points[i - 1], curve->points[i]);
    }
  return sqrt (best);
}

double
kith_segment_distance (KithPoint a, KithPoint b, double x, double y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0.0 ? ((x - a.x) * dx + (y - a.y) * dy) / square : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  dx = x - a.x - t * dx;
  dy = y - a.y - t * dy;
  return sqrt (dx * dx + dy * dy);
}

KithRect
kith_points_bounds (const KithPoint *points, guint n)
{
  KithPoint low = points[0];
  KithPoint high = points[0];

  for (guint i = 1; i < n; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }
  return (KithRect){ low.x, low.y, high.x - low.x, high.y - low.y };
}

KithRect
kith_curve_bounds (const KithCurve *curve)
{
  return kith_points_bounds (curve->points, curve->n);
}

/* Clips a→b to the rectangle (Liang and Barsky 1984); FALSE where they do not meet. */
static gboolean
clip (KithPoint a, KithPoint b, const KithRect *rect, double *from, double *to)
{
  const double p[] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double q[] = { a.x - rect->x, rect->x + rect->width - a.x, a.y - rect->y,
                       rect->y + rect->height - a.y };

  *from = 0.0;
  *to = 1.0;
  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0.0 && q[i] < 0.0)
        return FALSE;
      if (p[i] < 0.0)
        *from = MAX (*from, q[i] / p[i]);
      else if (p[i] > 0.0)
        *to = MIN (*to, q[i] / p[i]);
    }
  return *from < *to;
}

gboolean
kith_segment_meets_rect (KithPoint a, KithPoint b, const KithRect *rect)
{
  double from;
  double to;

  return clip (a, b, rect, &from, &to);
}

double
kith_segment_within (KithPoint a, KithPoint b, const KithRect *rect)
{
  double from;
  double to;

  return clip (a, b, rect, &from, &to) ? (to - from) * apart (a, b) : 0.0;
}

gboolean
kith_curve_meets (const KithCurve *curve, const KithRect *rect)
{
  for (guint i = 1; i < curve->n; i++)
    {
      KithPoint a = curve->points[i - 1];
      KithPoint b = curve->points[i];

      if (MIN (a.x, b.x) <= rect->x + rect->width && MAX (a.x, b.x) >= rect->x
          && MIN (a.y, b.y) <= rect->y + rect->height && MAX (a.y, b.y) >= rect->y
          && kith_segment_meets_rect (a, b, rect))
        return TRUE;
    }
  return FALSE;
}

double
kith_curve_within (const KithCurve *curve, const KithRect *rect)
{
  double length = 0.0;

  for (guint i = 1; i < curve->n; i++)
    {
      KithPoint a = curve->points[i - 1];
      KithPoint b = curve->points[i];

      if (MIN (a.x, b.x) <= rect->x + rect->width && MAX (a.x, b.x) >= rect->x
          && MIN (a.y, b.y) <= rect->y + rect->height && MAX (a.y, b.y) >= rect->y)
        length += kith_segment_within (a, b, rect);
    }
  return length;
}
