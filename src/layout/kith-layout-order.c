/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-order.h"

#include <string.h>

#include "kith-layout-grown.h"
#include "kith-layout-random.h"

#define MOST 64       /* groups, of more the order stays as it is */
#define STARTS 32     /* from which an order is looked for */
#define MOST_TRIED 12 /* of what is found, the shortest, which are filled to see */
#define ENOUGH 500    /* boxes in all that are filled */

/* What has been found, the shortest first. */
typedef struct
{
  guint n_groups, n;
  const guint *weights; /* links between two groups */
  gboolean round;
  guint order[MOST_TRIED + 1][MOST];
  guint64 cost[MOST_TRIED + 1];
} Orders;

static guint
distance_between (guint a, guint b, guint n, gboolean round)
{
  guint apart = a > b ? a - b : b - a;

  return round ? MIN (apart, n - apart) : apart;
}

static guint64
order_cost (const Orders *self, const guint *order)
{
  guint64 cost = 0;
  guint n = self->n_groups;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      cost += (guint64) self->weights[order[i] * n + order[j]]
              * distance_between (i, j, n, self->round);
  return cost;
}

static void
swap (guint *order, guint i, guint j)
{
  guint kept = order[i];

  order[i] = order[j];
  order[j] = kept;
}

/* Exchanges of two, until none helps. */
static guint64
exchange (const Orders *self, guint *order)
{
  guint64 cost = order_cost (self, order);
  gboolean better = TRUE;

  while (better)
    {
      better = FALSE;
      for (guint i = 0; i < self->n_groups; i++)
        for (guint j = i + 1; j < self->n_groups; j++)
          {
            guint64 other;

            swap (order, i, j);
            other = order_cost (self, order);
            if (other < cost)
              better = TRUE, cost = other;
            else
              swap (order, i, j);
          }
    }
  return cost;
}

/* One of each length: others are mostly the same from the other end. */
static void
enter (Orders *self, const guint *order, guint64 cost)
{
  gsize bytes = self->n_groups * sizeof *order;
  guint at = 0;

  while (at < self->n && self->cost[at] < cost)
    at++;
  if (at == MOST_TRIED || (at < self->n && self->cost[at] == cost))
    return;
  for (guint i = self->n; i > at; i--)
    {
      memcpy (self->order[i], self->order[i - 1], bytes);
      self->cost[i] = self->cost[i - 1];
    }
  memcpy (self->order[at], order, bytes);
  self->cost[at] = cost;
  self->n = MIN (self->n + 1, MOST_TRIED);
}

static guint *
count_links (const KithShaping *self)
{
  guint n = self->shape->n_groups;
  guint *weights = g_new0 (guint, (gsize) n * n + 1);

  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      weights[self->shape->group[i] * n + self->shape->group[self->near[k]]]++;
  return weights;
}

static void
find_orders (Orders *self)
{
  guint order[MOST];
  KithRandom random = { 11 };

  for (guint i = 0; i < self->n_groups; i++)
    order[i] = i;
  for (guint i = 0; i < STARTS; i++)
    {
      enter (self, order, exchange (self, order));
      kith_random_shuffle (&random, order, self->n_groups);
    }
}

/* Fills one after another and takes that with the best picture. */
static void
try_orders (KithShaping *self, const Orders *orders, KithShapeAgain place, gpointer data)
{
  gsize bytes = self->graph->n * sizeof (double), size = orders->n_groups * sizeof (guint);
  g_autofree double *x = g_memdup2 (self->x, bytes), *y = g_memdup2 (self->y, bytes);
  double least = G_MAXDOUBLE;
  guint best = 0;

  for (guint i = 0; i < orders->n && !kith_shaping_is_cancelled (self); i++)
    {
      double now;

      memcpy (self->order, orders->order[i], size);
      place (self, data);
      now = kith_shaping_judge (self, kith_layout_count_flaws (self->graph, self->x, self->y));
      if (now < least)
        least = now, best = i;
      memcpy (self->x, x, bytes);
      memcpy (self->y, y, bytes);
    }
  memcpy (self->order, orders->order[best], size);
}

/**
 * kith_shaping_put_in_order:
 * @self: a shape
 * @round: the last group is beside the first
 * @place: fills it in the order that it has
 * @data: for it
 *
 * The order of groups in which links run least far, by exchanges of two from several starts; of the shortest that
 * are found the one with the best picture. That of an earlier picture out of which this one has grown stays. Cost:
 * that of filling it a dozen times where there are few boxes, once where there are more than 250.
 */
void
kith_shaping_put_in_order (KithShaping *self, gboolean round, KithShapeAgain place, gpointer data)
{
  g_autofree guint *weights = NULL;
  Orders orders = { .n_groups = self->shape->n_groups, .round = round };

  if (self->has_order)
    return;
  self->has_order = TRUE;
  for (guint i = 0; i < orders.n_groups; i++)
    self->order[i] = i;
  if (self->shape->grown != NULL)
    kith_shaping_recall_order (self);
  if (self->shape->grown != NULL || !self->shape->reorder || orders.n_groups > MOST)
    return;
  orders.weights = weights = count_links (self);
  find_orders (&orders);
  orders.n = CLAMP (ENOUGH / self->graph->n, 1, orders.n);
  if (orders.n > 1)
    try_orders (self, &orders, place, data);
  else
    memcpy (self->order, orders.order[0], orders.n_groups * sizeof *self->order);
}
