/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of boxes round a middle. Each is an ellipse, wider than high as boxes are, which grows until
 * its boxes have room on it. */
#include "kith-layout-seats.h"

#include <math.h>

#include "kith-layout-seat.h"

#define GROW 1.1
#define PAGE 1.4 /* how much wider than high what is looked at is */
#define MOST_GROWING 400
#define PATIENCE 2 /* numbers of rows that make the whole no smaller, before no more are tried */
#define REFINE 5   /* halvings of the last step */

/* A row just outside a border, as large as it must be for boxes in several seatings. */
typedef struct
{
  KithSeating *seatings;
  guint **boxes;
  guint *n;
  guint n_seatings;
} Row;

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

/* Boxes row by row: as far out as they were, else so that each row has some of everywhere. */
static void
deal (guint *boxes, guint n, guint rows, const double *wanted, const double *out)
{
  g_autofree guint *sorted = g_memdup2 (boxes, n * sizeof *sorted);
  g_autofree double *debt = g_new0 (double, rows + 1);
  g_autofree guint *at = g_new0 (guint, rows + 1);

  if (out != NULL)
    {
      kith_shaping_sort (boxes, n, out);
      return;
    }
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
      const Row *row,
      const KithSeatWish *wishes,
      double *turns,
      const KithEllipse *at,
      const KithEllipse *inner)
{
  for (guint i = 0; i < row->n_seatings; i++)
    if (row->n[i] > 0
        && (!kith_seat_on (&row->seatings[i], at, row->boxes[i], row->n[i], &wishes[i], turns)
            || !are_outside (self, row->boxes[i], row->n[i], inner)))
      return FALSE;
  return TRUE;
}

/* The least size from the border on at which all fit. */
static KithEllipse
grow (const KithShaping *self, const Row *row, const KithSeatWish *wishes, const KithEllipse *inner)
{
  gboolean in_proportion = !kith_seating_is_whole (&row->seatings[0]);
  g_autofree double *turns = g_new (double, self->graph->n + 1);
  double width, height;
  KithEllipse at, within;

  largest (self, &width, &height);
  if (in_proportion)
    at = step_out (inner, 1.0, height / 2, TRUE);
  else
    at = (KithEllipse){ inner->a + width / 2, inner->b + height / 2 };
  within = at;
  for (guint i = 0; i < MOST_GROWING && !fits (self, row, wishes, turns, &at, inner); i++)
    {
      double by = (at.b - inner->b) * (GROW - 1.0) + 1.5;

      within = at;
      at = step_out (&at, by * PAGE, by, in_proportion);
    }
  for (guint i = 0; i < REFINE && within.b < at.b; i++)
    {
      KithEllipse middle = { (within.a + at.a) / 2, (within.b + at.b) / 2 };

      if (fits (self, row, wishes, turns, &middle, inner))
        at = middle;
      else
        within = middle;
    }
  fits (self, row, wishes, turns, &at, inner); /* they are there */
  return at;
}

/* Moves the border out to hold what was seated. */
static void
seat_row (KithShaping *self, const Row *row, KithEllipse *border)
{
  g_autofree KithSeatWish *wishes = g_new (KithSeatWish, row->n_seatings + 1);
  g_autofree double *wanted = g_new (double, self->graph->n + 1);
  KithEllipse at;

  for (guint i = 0, used = 0; i < row->n_seatings; used += row->n[i++])
    {
      wishes[i].wanted = wanted + used;
      wishes[i].begin = row->n[i] > 0 ? kith_seat_line_up (&row->seatings[i], row->boxes[i],
                                                           row->n[i], wishes[i].wanted)
                                      : 0.0;
    }
  at = grow (self, row, wishes, border);
  for (guint i = 0; i < row->n_seatings; i++)
    if (row->n[i] > 0)
      row->seatings[i].need =
          MAX (row->seatings[i].need,
               kith_seat_need (&row->seatings[i], &at, row->boxes[i], row->n[i]));
  for (guint i = 0; i < row->n_seatings; i++)
    widen (self, row->boxes[i], row->n[i], !kith_seating_is_whole (&row->seatings[0]), &at, border);
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
    {
      seatings[i].need = 0.0;
      deal (boxes[i], n[i], rows, seatings[i].wanted, self->out);
    }
  for (guint r = 0; r < rows; r++)
    {
      guint any = 0;
      KithEllipse from = r > 0 ? step_out (border, gap, gap, !kith_seating_is_whole (&seatings[0]))
                               : *border;

      for (guint i = 0; i < n_seatings; i++)
        {
          row_n[i] = share (n[i], rows, r);
          row_boxes[i] = boxes[i] + at[i];
          at[i] += row_n[i];
          any += row_n[i];
        }
      if (any == 0)
        continue;
      seat_row (self, &(Row){ seatings, row_boxes, row_n, n_seatings }, &from);
      *border = from;
    }
}

/* As many rows as make the whole least. */
static guint
find_rows (KithSeating *seatings,
           guint n_seatings,
           guint **boxes,
           const guint *n,
           guint most_rows,
           const KithEllipse *border)
{
  guint best = 1, worse = 0;
  double least = G_MAXDOUBLE;

  for (guint rows = 1; rows <= most_rows && worse <= PATIENCE; rows++)
    {
      KithEllipse to = *border;

      if (kith_shaping_is_cancelled (seatings[0].self))
        break;
      seat_rows (seatings, n_seatings, boxes, n, rows, &to);
      worse++;
      if (to.a * to.b < least * 0.97)
        least = to.a * to.b, best = rows, worse = 0;
    }
  return best;
}

/* In as many rows as make the whole least, and once boxes trade places in as many as they had. */
void
kith_seat_best (KithSeating *seatings,
                guint n_seatings,
                guint **boxes,
                const guint *n,
                guint most_rows,
                KithEllipse *border)
{
  const KithShaping *self = seatings[0].self;
  guint *rows = seatings[0].rows;

  if (*rows == 0 || !(self->trades || self->keeps_rows))
    *rows = find_rows (seatings, n_seatings, boxes, n, most_rows, border);
  seat_rows (seatings, n_seatings, boxes, n, *rows, border);
}
