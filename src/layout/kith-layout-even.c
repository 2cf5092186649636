/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-even.h"

#include <math.h>

/* As many boxes keep how they lie to each other. */
#define LEAF 4
/* The page may be this much wider than tall, or taller than wide. */
#define LONGEST 2.5

typedef struct
{
  double x0, y0, x1, y1;
} Field;

typedef struct
{
  const KithPiece *piece;
  double *x, *y;
  guint *order;   /* [n] boxes, those of one field together */
  double *weight; /* [n] the ground that each asks for */
  double across, down;
} Evening;

static gboolean
is_before (const double *at, guint a, guint b)
{
  return at[a] != at[b] ? at[a] < at[b] : a < b;
}

static void
swap (guint *a, guint *b)
{
  guint kept = *a;

  *a = *b;
  *b = kept;
}

/* So that none before the @k-th of them lies beyond it: Hoare's selection, the middle of three first. */
static void
select_nth (guint *order, guint n, guint k, const double *at)
{
  guint low = 0, high = n - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2, i = low, j = high, pivot;

      if (is_before (at, order[middle], order[low]))
        swap (&order[middle], &order[low]);
      if (is_before (at, order[high], order[low]))
        swap (&order[high], &order[low]);
      if (is_before (at, order[high], order[middle]))
        swap (&order[high], &order[middle]);
      pivot = order[middle];
      while (i <= j)
        {
          while (is_before (at, order[i], pivot))
            i++;
          while (is_before (at, pivot, order[j]))
            j--;
          if (i > j)
            break;
          swap (&order[i++], &order[j]);
          if (j == 0)
            break;
          j--;
        }
      if (k <= j)
        high = j;
      else if (k >= i)
        low = i;
      else
        return;
    }
}

static double
weigh (const Evening *self, const guint *order, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += self->weight[order[i]];

  return sum;
}

/* Moves a few boxes from where they lie to the field, as they lie to each other. */
static void
fill (Evening *self, const guint *order, guint n, const Field *to)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      x0 = MIN (x0, self->x[order[i]]);
      x1 = MAX (x1, self->x[order[i]]);
      y0 = MIN (y0, self->y[order[i]]);
      y1 = MAX (y1, self->y[order[i]]);
    }
  for (guint i = 0; i < n; i++)
    {
      double *x = &self->x[order[i]], *y = &self->y[order[i]];
      double right = x1 > x0 ? (*x - x0) / (x1 - x0) : 0.5;
      double down = y1 > y0 ? (*y - y0) / (y1 - y0) : 0.5;

      /* a quarter in from each edge, where boxes of the next field begin */
      *x = to->x0 + (0.25 + 0.5 * right) * (to->x1 - to->x0);
      *y = to->y0 + (0.25 + 0.5 * down) * (to->y1 - to->y0);
    }
}

/* Halves the boxes, and the field by what each half asks for, until few are left. */
static void
divide (Evening *self, guint *order, guint n, Field to)
{
  gboolean flat = (to.x1 - to.x0) / self->across > (to.y1 - to.y0) / self->down;
  Field one = to, other = to;
  double part;

  if (n <= LEAF)
    {
      fill (self, order, n, &to);
      return;
    }
  select_nth (order, n, n / 2, flat ? self->x : self->y);
  part = weigh (self, order, n / 2) / weigh (self, order, n);
  if (flat)
    one.x1 = other.x0 = to.x0 + part * (to.x1 - to.x0);
  else
    one.y1 = other.y0 = to.y0 + part * (to.y1 - to.y0);
  divide (self, order, n / 2, one);
  divide (self, order + n / 2, n - n / 2, other);
}

/**
 * kith_even_out:
 * @piece: a piece, none of it pinned
 * @ample: how many times the area of its boxes the page should have
 * @x: (array) (inout): positions, map units
 * @y: (array) (inout): likewise
 *
 * Gives every box as much ground as it asks for: what is left of another stays left of it where many
 * lie between them, and crowds and empty places are gone. O(n log n).
 */
void
kith_even_out (const KithPiece *piece, double ample, double *x, double *y)
{
  g_autofree guint *order = g_new (guint, piece->n);
  g_autofree double *weight = g_new (double, piece->n);
  Evening self = { piece, x, y, order, weight };
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, area = 0, shape;
  double width, height;

  for (guint v = 0; v < piece->n; v++)
    {
      order[v] = v;
      weight[v] = (piece->width[v] + piece->gap) * (piece->height[v] + piece->gap);
      area += piece->width[v] * piece->height[v];
      self.across += piece->width[v] + piece->gap;
      self.down += piece->height[v] + piece->gap;
      x0 = MIN (x0, x[v]);
      x1 = MAX (x1, x[v]);
      y0 = MIN (y0, y[v]);
      y1 = MAX (y1, y[v]);
    }
  shape = CLAMP ((x1 - x0 + 1e-9) / (y1 - y0 + 1e-9), 1 / LONGEST, LONGEST);
  width = sqrt (ample * area * shape);
  height = width / shape;
  divide (&self, order, piece->n, (Field){ -width / 2, -height / 2, width / 2, height / 2 });
}
