/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One circle, or a few behind one another: who sits beside whom. */
#include <math.h>

#include "kith-layout-grown.h"
#include "kith-layout-round.h"
#include "kith-layout-seats.h"
#include "kith-layout-trade.h"
#include "kith-layout-turn.h"

#define ON_A_CIRCLE 24 /* boxes, before there are several behind one another, which can be read */
#define MOST_CIRCLES 4 /* and more of very many, who could not be read otherwise */
#define CIRCLES 0.35   /* for the root of how many boxes */

/* How long the links would be with the boxes evenly round, as steps between neighbours. */
static guint64
circle_cost (const KithShaping *self, const guint *at, guint box)
{
  guint64 sum = 0;
  guint n = self->graph->n;

  for (guint k = self->next[box]; k < self->next[box + 1]; k++)
    {
      guint a = at[box], b = at[self->near[k]];
      guint apart = a > b ? a - b : b - a;

      sum += MIN (apart, n - apart);
    }
  return sum;
}

/* Exchanges of two that shorten links, until a round finds none. */
static void
order_circle (const KithShaping *self, guint *boxes)
{
  guint n = self->graph->n, reach = n < 200 ? n - 1 : 8;
  g_autofree guint *at = g_new (guint, n + 1);
  gboolean better = TRUE;

  for (guint i = 0; i < n; i++)
    at[boxes[i]] = i;
  for (guint round = 0; round < 20 && better; round++)
    {
      better = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint step = 1; step <= reach; step++)
          {
            guint j = (i + step) % n, a = boxes[i], b = boxes[j];
            guint64 before = circle_cost (self, at, a) + circle_cost (self, at, b);

            at[a] = j, at[b] = i;
            if (circle_cost (self, at, a) + circle_cost (self, at, b) < before)
              boxes[i] = b, boxes[j] = a, better = TRUE;
            else
              at[a] = i, at[b] = j;
          }
    }
}

static guint
most_circles (guint n)
{
  return CLAMP (n / ON_A_CIRCLE, 1, MAX (MOST_CIRCLES, (guint) (CIRCLES * sqrt (n))));
}

static void
place_circle (KithShaping *self)
{
  guint n = self->graph->n;
  g_autofree guint *boxes = g_memdup2 (self->members, n * sizeof *boxes);
  guint *list = boxes;
  KithSeating seating = { self, 0.0, 1.0, self->wanted, 0.0, self->rows };
  KithEllipse border = { 0, 0 };

  if (kith_shaping_seat_only_one (self))
    return;
  kith_seat_best (&seating, 1, &list, &n, most_circles (n), &border);
  self->areas[0] = (KithLayoutArea){
    0, 0, 2 * (border.a + KITH_SHAPE_PAD), 2 * (border.b + KITH_SHAPE_PAD), 0, 0, 0, 1
  };
}

void
kith_shape_circle (KithShaping *self)
{
  guint n = self->graph->n;
  const KithLayoutOptions *given = self->options;
  KithLayoutOptions roomy = kith_shaping_make_roomy (self);
  g_autofree guint *boxes = g_memdup2 (self->members, n * sizeof *boxes);
  g_autofree guint *anywhere = g_new0 (guint, n + 1);

  self->options = &roomy;
  if (self->shape->grown != NULL)
    {
      kith_shaping_seat_newcomers (self, kith_shaping_place_again, place_circle);
      self->options = given;
      return;
    }
  kith_shaping_centre (self);
  for (guint i = 0; i < n; i++)
    self->wanted[i] = kith_turn_from_vector (self->x[i], self->y[i]);
  kith_shaping_sort (boxes, n, self->wanted);
  order_circle (self, boxes);
  for (guint i = 0; i < n; i++)
    self->wanted[boxes[i]] = (double) i / n;
  place_circle (self);
  kith_shaping_trade_places (self, anywhere, kith_shaping_sit_down, place_circle);
  self->options = given;
}
