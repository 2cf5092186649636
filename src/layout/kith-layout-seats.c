/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of boxes round a middle. Each is an ellipse, wider than high as boxes are, which grows until
 * its boxes have room on it. */
#include "kith-layout-seats.h"

#include <math.h>
#include <string.h>

#include "kith-layout-row.h"
#include "kith-layout-turn.h"

#define WHOLE 6.283185307179586
#define GROW 1.04
#define MOST_GROWING 400

static gboolean
is_whole (const KithSeating *seating)
{
  return seating->to - seating->from >= 1.0;
}

static gboolean
meet (const KithShaping *self, guint a, guint b)
{
  double gap = self->options->gap;

  return fabs (self->x[a] - self->x[b])
             < (self->graph->width[a] + self->graph->width[b]) / 2 + gap - 1e-9
         && fabs (self->y[a] - self->y[b])
                < (self->graph->height[a] + self->graph->height[b]) / 2 + gap - 1e-9;
}

/* Turns that two boxes beside one another need between their centres. */
static double
apart_at (const KithShaping *self, const KithEllipse *row, guint a, guint b, double turn)
{
  double gap = self->options->gap;
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

/* Whether a box keeps off the straight edge that runs outwards there. */
static gboolean
is_clear (const KithShaping *self, const KithEllipse *row, guint box, double turn)
{
  double x, y, length, ahead, aside, across, along;

  kith_turn_to_vector (turn, &x, &y);
  x *= row->a, y *= row->b;
  length = sqrt (x * x + y * y);
  x /= length, y /= length;
  ahead = self->x[box] * x + self->y[box] * y;
  aside = fabs (self->x[box] * y - self->y[box] * x);
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

/* Boxes in the order of their wanted turns, from where the row begins. */
static double
line_up (const KithSeating *seating, guint *boxes, guint n, double *turns)
{
  double *by = g_memdup2 (seating->wanted, seating->self->graph->n * sizeof *by);
  double begin = seating->from;

  if (is_whole (seating))
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
  return is_whole (seating) ? begin : seating->from;
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
are_clear (const KithSeating *seating, const KithEllipse *row, const guint *boxes, guint n)
{
  for (guint i = 0; i < n && !is_whole (seating); i++)
    if (!is_clear (seating->self, row, boxes[i], seating->from)
        || !is_clear (seating->self, row, boxes[i], seating->to))
      return FALSE;
  return TRUE;
}

/* One try with distances that are so many times what a flat row would need. */
static gboolean
try_seats (const KithSeating *seating,
           const KithEllipse *row,
           const guint *boxes,
           guint n,
           double begin,
           const double *wanted,
           double times,
           double *turns,
           gboolean *has_room)
{
  KithShaping *self = seating->self;
  g_autofree double *apart = g_new0 (double, n + 1);
  gboolean fits = TRUE;

  memcpy (turns, wanted, n * sizeof *turns);
  for (guint i = 0; i < 4; i++)
    {
      double low = begin, high = seating->to;

      for (guint k = 1; k < n; k++)
        apart[k] = times
                   * apart_at (self, row, boxes[k - 1], boxes[k], (turns[k - 1] + turns[k]) / 2);
      if (is_whole (seating))
        high = begin + 1.0
               - (n > 1 ? times * apart_at (self, row, boxes[n - 1], boxes[0], begin) : 0.0);
      else
        {
          low += times * margin_at (self, row, boxes[0], seating->from);
          high -= times * margin_at (self, row, boxes[n - 1], seating->to);
        }
      fits = kith_row_spread (n, wanted, apart, low, high, turns);
      if (!fits)
        {
          *has_room = i > 0; /* distances grow with `times` */
          return FALSE;
        }
    }
  for (guint i = 0; i < n; i++)
    put_on (self, row, boxes[i], turns[i]);
  return are_clear (seating, row, boxes, n) && !any_meet (self, boxes, n, is_whole (seating));
}

/* Where the boxes of a seating want to sit, in their order, and from where on they are counted: the
 * same however large the row is. */
typedef struct
{
  double begin;
  double *wanted;
} Wish;

/* Whether all find a seat on this row where nothing overlaps. */
static gboolean
seat (const KithSeating *seating,
      const KithEllipse *row,
      const guint *boxes,
      guint n,
      const Wish *wish,
      double *turns)
{
  gboolean has_room = TRUE;

  for (double times = 1.0; times < 1.4 && has_room; times *= 1.08)
    if (try_seats (seating, row, boxes, n, wish->begin, wish->wanted, times, turns, &has_room))
      return TRUE;
  return FALSE;
}

/* How far out a box begins and ends, in parts of an ellipse. */
static double
inner_reach (const KithShaping *self, guint box, const KithEllipse *border)
{
  double x = MAX (fabs (self->x[box]) - self->graph->width[box] / 2, 0.0) / border->a;
  double y = MAX (fabs (self->y[box]) - self->graph->height[box] / 2, 0.0) / border->b;

  return sqrt (x * x + y * y);
}

static double
outer_reach (const KithShaping *self, guint box, const KithEllipse *border)
{
  double x = (fabs (self->x[box]) + self->graph->width[box] / 2) / border->a;
  double y = (fabs (self->y[box]) + self->graph->height[box] / 2) / border->b;

  return sqrt (x * x + y * y);
}

static gboolean
are_outside (const KithShaping *self, const guint *boxes, guint n, const KithEllipse *border)
{
  for (guint i = 0; i < n && border->a > 0.0; i++)
    if (inner_reach (self, boxes[i], border) < 1.0)
      return FALSE;
  return TRUE;
}

/* The least ellipse of these proportions, down to across, that holds the boxes and the border. */
static KithEllipse
hold (const KithShaping *self,
      const guint *boxes,
      guint n,
      double proportion,
      const KithEllipse *border)
{
  KithEllipse unit = { 1.0, proportion };
  double most = MAX (border->a, border->b / proportion);

  for (guint i = 0; i < n; i++)
    most = MAX (most, outer_reach (self, boxes[i], &unit));
  return (KithEllipse){ most, most * proportion };
}

/* Moves the border out to hold the boxes: in proportion where edges have to stay straight, else so
 * that the whole is least. */
static void
widen (const KithShaping *self,
       const guint *boxes,
       guint n,
       gboolean in_proportion,
       const KithEllipse *row,
       KithEllipse *border)
{
  double proportion = row->b / row->a;
  KithEllipse best = hold (self, boxes, n, proportion, border);

  for (double times = 0.5; times < 1.6 && !in_proportion && n > 0; times += 0.1)
    {
      KithEllipse one = hold (self, boxes, n, proportion * times, border);

      if (one.a * one.b < best.a * best.b)
        best = one;
    }
  *border = best;
}

/* Shares out n boxes over rows, more to the longer ones outside; row 0 is the innermost. */
static guint
share (guint n, guint rows, guint row)
{
  double all = 0.0, before = 0.0;

  for (guint i = 0; i < rows; i++)
    {
      all += i + 1.5;
      before += i < row ? i + 1.5 : 0.0;
    }
  return (guint) (n * (before + row + 1.5) / all + 0.5) - (guint) (n * before / all + 0.5);
}

/* Boxes row by row, so that each row has some of everywhere. */
static void
deal (guint *boxes, guint n, guint rows, const double *wanted)
{
  g_autofree guint *sorted = g_memdup2 (boxes, n * sizeof *sorted);
  g_autofree double *debt = g_new0 (double, rows + 1);
  g_autofree guint *at = g_new0 (guint, rows + 1);

  kith_shaping_sort (sorted, n, wanted);
  for (guint row = 1; row < rows; row++)
    at[row] = at[row - 1] + share (n, rows, row - 1);
  for (guint i = 0; i < n; i++)
    {
      guint most = 0;

      for (guint row = 0; row < rows; row++)
        debt[row] += (double) share (n, rows, row) / n;
      for (guint row = 1; row < rows; row++)
        if (debt[row] > debt[most] + 1e-9)
          most = row;
      debt[most] -= 1.0;
      boxes[at[most]++] = sorted[i];
    }
}

static void
largest (const KithShaping *self, double *width, double *height)
{
  *width = *height = 0.0;
  for (guint i = 0; i < self->graph->n; i++)
    {
      *width = MAX (*width, self->graph->width[i]);
      *height = MAX (*height, self->graph->height[i]);
    }
}

/* Out by so much, in every direction, or in proportion where edges have to stay straight. */
static KithEllipse
step_out (const KithEllipse *from, double a, double b, gboolean in_proportion)
{
  double times = MAX ((from->a + a) / from->a, (from->b + b) / from->b);

  if (in_proportion)
    return (KithEllipse){ from->a * times, from->b * times };
  return (KithEllipse){ from->a + a, from->b + b };
}

/* One try of a size for all seatings; turns are scratch. */
static gboolean
fits (const KithShaping *self,
      const KithSeatRow *row,
      const Wish *wishes,
      double *turns,
      const KithEllipse *at,
      const KithEllipse *inner)
{
  for (guint i = 0; i < row->n_seatings; i++)
    if (row->n[i] > 0
        && (!seat (&row->seatings[i], at, row->boxes[i], row->n[i], &wishes[i], turns)
            || !are_outside (self, row->boxes[i], row->n[i], inner)))
      return FALSE;
  return TRUE;
}

/* The least size from the border on at which all fit. */
static KithEllipse
grow (const KithShaping *self, const KithSeatRow *row, const Wish *wishes, const KithEllipse *inner)
{
  gboolean in_proportion = !is_whole (&row->seatings[0]);
  g_autofree double *turns = g_new (double, self->graph->n + 1);
  double width, height;
  KithEllipse at;

  largest (self, &width, &height);
  if (in_proportion)
    at = step_out (inner, 1.0, height / 2, TRUE);
  else
    at = (KithEllipse){ inner->a + width / 2, inner->b + height / 2 };
  for (guint i = 0; i < MOST_GROWING && !fits (self, row, wishes, turns, &at, inner); i++)
    at = step_out (&at, (at.a - inner->a) * (GROW - 1.0) + 2.0,
                   (at.b - inner->b) * (GROW - 1.0) + 1.5, in_proportion);
  return at;
}

/* Moves the border out to hold what was seated. */
void
kith_seat_row (KithShaping *self, const KithSeatRow *row, KithEllipse *border)
{
  g_autofree Wish *wishes = g_new (Wish, row->n_seatings + 1);
  g_autofree double *wanted = g_new (double, self->graph->n + 1);
  KithEllipse at;

  for (guint i = 0, used = 0; i < row->n_seatings; used += row->n[i++])
    {
      wishes[i].wanted = wanted + used;
      wishes[i].begin = row->n[i] > 0 ? line_up (&row->seatings[i], row->boxes[i], row->n[i],
                                                 wishes[i].wanted)
                                      : 0.0;
    }
  at = grow (self, row, wishes, border);
  for (guint i = 0; i < row->n_seatings; i++)
    widen (self, row->boxes[i], row->n[i], !is_whole (&row->seatings[0]), &at, border);
}

static void
seat_rows (KithSeating *seatings,
           guint n_seatings,
           guint **boxes,
           const guint *n,
           guint rows,
           KithEllipse *border)
{
  KithShaping *self = seatings[0].self;
  double gap = self->options->gap * KITH_SEAT_CORNER;
  g_autofree guint **row_boxes = g_new (guint *, n_seatings + 1);
  g_autofree guint *row_n = g_new (guint, n_seatings + 1);
  g_autofree guint *at = g_new0 (guint, n_seatings + 1);

  for (guint i = 0; i < n_seatings; i++)
    deal (boxes[i], n[i], rows, seatings[i].wanted);
  for (guint r = 0; r < rows; r++)
    {
      guint any = 0;
      KithEllipse from = r > 0 ? step_out (border, gap, gap, !is_whole (&seatings[0])) : *border;

      for (guint i = 0; i < n_seatings; i++)
        {
          row_n[i] = share (n[i], rows, r);
          row_boxes[i] = boxes[i] + at[i];
          at[i] += row_n[i];
          any += row_n[i];
        }
      if (any == 0)
        continue;
      kith_seat_row (self, &(KithSeatRow){ seatings, row_boxes, row_n, n_seatings }, &from);
      *border = from;
    }
}

/* As many rows as make the whole least. */
void
kith_seat_best (KithSeating *seatings,
                guint n_seatings,
                guint **boxes,
                const guint *n,
                guint most_rows,
                KithEllipse *border)
{
  guint best = 1;
  double least = G_MAXDOUBLE;
  KithEllipse was = *border;

  for (guint rows = 1; rows <= most_rows && !kith_shaping_is_cancelled (seatings[0].self); rows++)
    {
      KithEllipse to = was;

      seat_rows (seatings, n_seatings, boxes, n, rows, &to);
      if (to.a * to.b >= least * 0.97)
        continue;
      least = to.a * to.b;
      best = rows;
    }
  seat_rows (seatings, n_seatings, boxes, n, best, border);
}
