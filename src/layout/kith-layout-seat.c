/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes on one ellipse, or on part of it: who sits where. */
#include "kith-layout-seat.h"

#include <math.h>
#include <string.h>

#include "kith-layout-row.h"
#include "kith-layout-turn.h"

#define WHOLE 6.283185307179586
#define HALVINGS 12
#define SPREADS 3
#define STEPS 6
#define NEARLY 0.002  /* as near as two boxes come, of what they keep apart */
#define HOPELESS 1.25 /* times the room that there is, as a flat row */
/* Of the length of a link that should be seen, what both its ends need to say what they do. */
#define SEEN 0.73

gboolean
kith_seating_is_whole (const KithSeating *seating)
{
  return seating->to - seating->from >= 1.0;
}

/* What two beside one another keep between them. */
static double
gap_between (const KithShaping *self, guint a, guint b)
{
  double gap = self->options->gap;

  return kith_shaping_are_linked (self, a, b) ? MAX (gap, SEEN * self->options->link_clearance)
                                              : gap;
}

static gboolean
meet (const KithShaping *self, guint a, guint b)
{
  double gap = gap_between (self, a, b);

  return fabs (self->x[a] - self->x[b])
             < (self->graph->width[a] + self->graph->width[b]) / 2 + gap - 1e-9
         && fabs (self->y[a] - self->y[b])
                < (self->graph->height[a] + self->graph->height[b]) / 2 + gap - 1e-9;
}

/* Turns that two boxes beside one another need between their centres. */
static double
apart_at (const KithShaping *self, const KithEllipse *row, guint a, guint b, double turn)
{
  double gap = gap_between (self, a, b);
  double x, y;

  kith_turn_to_vector (turn, &x, &y);
  return MIN (((self->graph->width[a] + self->graph->width[b]) / 2 + gap)
                  / MAX (WHOLE * row->a * fabs (y), 1e-9),
              ((self->graph->height[a] + self->graph->height[b]) / 2 + gap)
                  / MAX (WHOLE * row->b * fabs (x), 1e-9));
}

/* Turns between the straight edge of a segment and the centre of a box that must not cross it. */
static double
margin_at (const KithShaping *self, const KithEllipse *row, guint box, double turn)
{
  double x, y, along_x, along_y, length, across;

  kith_turn_to_vector (turn, &x, &y);
  along_x = row->a * x, along_y = row->b * y;
  length = sqrt (along_x * along_x + along_y * along_y);
  along_x /= length, along_y /= length;
  across = fabs (along_y) * self->graph->width[box] / 2
           + fabs (along_x) * self->graph->height[box] / 2 + self->options->gap / 2;
  return across / MAX (WHOLE * fabs (row->a * y * along_y + row->b * x * along_x), 1e-9);
}

/* Whether a box keeps off the straight edge that runs outwards at a turn. */
static gboolean
is_clear (const KithShaping *self, const KithEllipse *row, guint box, double turn, double edge)
{
  double x, y, at_x, at_y, length, ahead, aside, across, along;

  kith_turn_to_vector (turn, &at_x, &at_y);
  at_x *= row->a, at_y *= row->b;
  kith_turn_to_vector (edge, &x, &y);
  x *= row->a, y *= row->b;
  length = sqrt (x * x + y * y);
  x /= length, y /= length;
  ahead = at_x * x + at_y * y;
  aside = fabs (at_x * y - at_y * x);
  across = fabs (y) * self->graph->width[box] / 2 + fabs (x) * self->graph->height[box] / 2;
  along = fabs (x) * self->graph->width[box] / 2 + fabs (y) * self->graph->height[box] / 2;
  return ahead + along < 0.0 || aside >= across + self->options->gap / 2 - 1e-9;
}

static void
put_on (KithShaping *self, const KithEllipse *row, guint box, double turn)
{
  double x, y;

  kith_turn_to_vector (turn, &x, &y);
  self->x[box] = row->a * x;
  self->y[box] = row->b * y;
}

/* Where the widest empty stretch is, so that a circle can be cut there. */
static double
find_cut (const guint *boxes, guint n, const double *wanted)
{
  double cut = 0.0, widest = -1.0;

  for (guint i = 0; i < n; i++)
    {
      double at = wanted[boxes[i]];
      double next = i + 1 < n ? wanted[boxes[i + 1]] : wanted[boxes[0]] + 1.0;

      if (next - at > widest)
        widest = next - at, cut = at + widest / 2;
    }
  return cut;
}

/**
 * kith_seat_line_up:
 * @seating: part of a ring, or all of it
 * @boxes: (array length=n) (inout): come into the order of their wanted turns
 * @n: how many
 * @turns: (array length=n) (out): what they want, from where the row begins
 *
 * Returns: where it begins
 */
double
kith_seat_line_up (const KithSeating *seating, guint *boxes, guint n, double *turns)
{
  double *by = g_memdup2 (seating->wanted, seating->self->graph->n * sizeof *by);
  double begin = seating->from;

  if (kith_seating_is_whole (seating))
    {
      for (guint i = 0; i < n; i++)
        by[boxes[i]] -= floor (by[boxes[i]]);
      kith_shaping_sort (boxes, n, by);
      begin = find_cut (boxes, n, by);
    }
  else
    {
      double middle = (seating->from + seating->to) / 2;

      begin = middle - 0.5;
    }
  for (guint i = 0; i < n; i++)
    by[boxes[i]] = kith_turn_near (by[boxes[i]], begin);
  kith_shaping_sort (boxes, n, by);
  for (guint i = 0; i < n; i++)
    turns[i] = by[boxes[i]];
  g_free (by);
  return kith_seating_is_whole (seating) ? begin : seating->from;
}

static gboolean
any_meet (const KithShaping *self, const guint *boxes, guint n, gboolean whole)
{
  for (guint i = 0; i < n; i++)
    for (guint step = 1; step <= MIN (4, n - 1); step++)
      {
        guint j = i + step;

        if (j >= n && !whole)
          break;
        if (boxes[i] != boxes[j % n] && meet (self, boxes[i], boxes[j % n]))
          return TRUE;
      }
  return FALSE;
}

static gboolean
are_clear (const KithSeating *seating,
           const KithEllipse *row,
           const guint *boxes,
           guint n,
           const double *turns)
{
  for (guint i = 0; i < n && !kith_seating_is_whole (seating); i++)
    if (!is_clear (seating->self, row, boxes[i], turns[i], seating->from)
        || !is_clear (seating->self, row, boxes[i], turns[i], seating->to))
      return FALSE;
  return TRUE;
}

/* How far apart two boxes on a row are, one of them at a known direction: 1 where they just meet no more. */
static double
distance_of (const KithEllipse *row, double x, double y, double wide, double high, double turn)
{
  double to_x, to_y;

  kith_turn_to_vector (turn, &to_x, &to_y);
  return MAX (fabs (to_x - x) * row->a / wide, fabs (to_y - y) * row->b / high);
}

/* From one turn on, forwards or backwards, until the box meets the other no more. The distance grows almost
 * evenly, so that a few steps in proportion are as good as any. */
static double
part_from (const KithSeating *seating,
           const KithEllipse *row,
           guint box,
           guint other,
           double turn,
           double way)
{
  const KithShaping *self = seating->self;
  double gap = gap_between (self, box, other);
  double wide = (self->graph->width[box] + self->graph->width[other]) / 2 + gap;
  double high = (self->graph->height[box] + self->graph->height[other]) / 2 + gap;
  double far = MIN (apart_at (self, row, box, other, turn), 0.25);
  double x, y, is = 0.0;

  kith_turn_to_vector (turn, &x, &y);
  for (guint i = 0; i < STEPS; i++)
    {
      is = distance_of (row, x, y, wide, high, turn + way * far);
      far = MIN (far / MAX (is, 0.5), 0.5);
      if (fabs (is - 1.0) < NEARLY)
        break;
    }
  while (far < 0.5 && distance_of (row, x, y, wide, high, turn + way * far) < 1.0)
    far *= 1.0 + NEARLY;
  return turn + way * far;
}

/* From a straight edge on, forwards or backwards, until the box keeps off it. */
static double
part_from_edge (const KithSeating *seating,
                const KithEllipse *row,
                guint box,
                double edge,
                double way)
{
  double near = 0.0, far = way * margin_at (seating->self, row, box, edge) / 2;

  while (fabs (far) < 0.5 && !is_clear (seating->self, row, box, edge + far, edge))
    near = far, far *= 1.5;
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (near + far) / 2;

      if (is_clear (seating->self, row, box, edge + middle, edge))
        far = middle;
      else
        near = middle;
    }
  return edge + far;
}

/* Where boxes would sit if it were flat where they are: near what they want, whose order they keep. FALSE: there
 * is not nearly room. */
static gboolean
spread (const KithSeating *seating,
        const KithEllipse *row,
        const guint *boxes,
        guint n,
        const KithSeatWish *wish,
        double low,
        double high,
        double *turns)
{
  g_autofree double *apart = g_new0 (double, n + 1);

  memcpy (turns, wish->wanted, n * sizeof *turns);
  for (guint i = 0; i < SPREADS; i++)
    {
      double all = 0.0;

      for (guint k = 1; k < n; k++)
        {
          apart[k] = apart_at (seating->self, row, boxes[k - 1], boxes[k],
                               (turns[k - 1] + turns[k]) / 2);
          all += apart[k];
        }
      if (i > 0 && all > HOPELESS * (high - low))
        return FALSE;
      kith_row_spread (n, wish->wanted, apart, low, high, turns);
    }
  return TRUE;
}

/* Each as near to where the spread has it as those before it and those to come let it be. */
static gboolean
settle (const KithSeating *seating,
        const KithEllipse *row,
        const guint *boxes,
        guint n,
        double low,
        double high,
        double *turns)
{
  g_autofree double *last = g_new (double, n + 1);

  last[n - 1] = high;
  for (guint i = n - 1; i > 0; i--)
    last[i - 1] = part_from (seating, row, boxes[i - 1], boxes[i], last[i], -1.0);
  if (last[0] < low)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      turns[i] = MAX (turns[i], low);
      if (turns[i] >= last[i])
        {
          memcpy (turns + i, last + i, (n - i) * sizeof *turns);
          break;
        }
      if (i + 1 < n)
        low = part_from (seating, row, boxes[i + 1], boxes[i], turns[i], 1.0);
    }
  return TRUE;
}

/**
 * kith_seat_on:
 * @seating: part of a ring, or all of it
 * @row: an ellipse
 * @boxes: (array length=n): in their order, which is that of @wish
 * @n: how many, at least 1
 * @wish: where they would like to be
 * @turns: (array length=n) (out): where they are
 *
 * Returns: whether all have a seat on this row where nothing overlaps; they are there then
 */
gboolean
kith_seat_on (const KithSeating *seating,
              const KithEllipse *row,
              const guint *boxes,
              guint n,
              const KithSeatWish *wish,
              double *turns)
{
  KithShaping *self = seating->self;
  gboolean whole = kith_seating_is_whole (seating);
  double low = wish->begin, high = seating->to;

  if (whole && n > 1)
    high = part_from (seating, row, boxes[n - 1], boxes[0], low + 1.0, -1.0);
  else if (whole)
    high = low + 1.0;
  else
    {
      low = part_from_edge (seating, row, boxes[0], seating->from, 1.0);
      high = part_from_edge (seating, row, boxes[n - 1], seating->to, -1.0);
    }
  if (high < low)
    return FALSE;
  if (!spread (seating, row, boxes, n, wish, low, high, turns)
      || !settle (seating, row, boxes, n, low, high, turns))
    return FALSE;
  for (guint i = 0; i < n; i++)
    put_on (self, row, boxes[i], turns[i]);
  return are_clear (seating, row, boxes, n, turns) && !any_meet (self, boxes, n, whole);
}

/**
 * kith_seat_need:
 * @seating: part of a ring
 * @row: an ellipse
 * @boxes: (array length=n): in their order
 * @n: how many, at least 1
 *
 * Returns: how much of the turn they take there, one close to the next, with the air that keeps them
 *   off both edges
 */
double
kith_seat_need (const KithSeating *seating, const KithEllipse *row, const guint *boxes, guint n)
{
  double at;

  if (kith_seating_is_whole (seating))
    return 1.0;
  at = part_from_edge (seating, row, boxes[0], seating->from, 1.0);
  for (guint i = 1; i < n; i++)
    at = part_from (seating, row, boxes[i], boxes[i - 1], at, 1.0);
  return at - part_from_edge (seating, row, boxes[n - 1], seating->to, -1.0) + seating->to
         - seating->from;
}
