/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-order.h"

#include <string.h>

#include "kith-layout-grown.h"
#include "kith-layout-random.h"

#define MOST 64       /* groups, of more the order stays as it is */
#define STARTS 64     /* from which an order is looked for */
#define MOST_TRIED 12 /* of what is found, the shortest, which are filled to see */
#define ENOUGH 700    /* boxes in all that are filled */

/* What has been found, the shortest first. */
typedef struct
{
  guint group[MOST]; /* those that have boxes */
  guint n_groups, n;
  guint *weights; /* links between two of them */
  gboolean round;
  guint order[MOST_TRIED + 1][MOST];
  guint64 cost[MOST_TRIED + 1];
} Orders;

static guint
distance_between (const Orders *self, guint a, guint b)
{
  guint apart = a > b ? a - b : b - a;

  return self->round ? MIN (apart, self->n_groups - apart) : apart;
}

static guint
weight_of (const Orders *self, guint a, guint b)
{
  return self->weights[a * self->n_groups + b];
}

static guint64
order_cost (const Orders *self, const guint *order)
{
  guint64 cost = 0;

  for (guint i = 0; i < self->n_groups; i++)
    for (guint j = i + 1; j < self->n_groups; j++)
      cost += (guint64) weight_of (self, order[i], order[j]) * distance_between (self, i, j);
  return cost;
}

/* By how much links become longer when two change places. */
static gint64
swap_cost (const Orders *self, const guint *order, guint i, guint j)
{
  gint64 cost = 0;

  for (guint k = 0; k < self->n_groups; k++)
    if (k != i && k != j)
      cost += ((gint64) weight_of (self, order[i], order[k]) - weight_of (self, order[j], order[k]))
              * ((gint64) distance_between (self, j, k) - distance_between (self, i, k));
  return cost;
}

/* Exchanges of two, until none helps. */
static void
exchange (const Orders *self, guint *order)
{
  gboolean better = TRUE;

  while (better)
    {
      better = FALSE;
      for (guint i = 0; i < self->n_groups; i++)
        for (guint j = i + 1; j < self->n_groups; j++)
          if (swap_cost (self, order, i, j) < 0)
            {
              guint kept = order[i];

              order[i] = order[j], order[j] = kept;
              better = TRUE;
            }
    }
}

/* One of each length: others are mostly the same from the other end. */
static void
enter (Orders *self, const guint *order)
{
  gsize bytes = self->n_groups * sizeof *order;
  guint64 cost = order_cost (self, order);
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

/* FALSE: there are too many. */
static gboolean
list_groups (const KithShaping *self, Orders *orders)
{
  for (guint g = 0; g < self->shape->n_groups; g++)
    if (kith_shaping_size (self, g) > 0)
      {
        if (orders->n_groups == MOST)
          return FALSE;
        orders->group[orders->n_groups++] = g;
      }
  return TRUE;
}

static void
count_links (const KithShaping *self, Orders *orders)
{
  guint n = orders->n_groups;
  g_autofree guint *at = g_new0 (guint, self->shape->n_groups + 1);

  orders->weights = g_new0 (guint, n * n + 1);
  for (guint i = 0; i < n; i++)
    at[orders->group[i]] = i;
  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      orders->weights[at[self->shape->group[i]] * n + at[self->shape->group[self->near[k]]]]++;
}

static void
find_orders (const KithShaping *self, Orders *orders)
{
  guint order[MOST];
  KithRandom random = { 11 };

  for (guint i = 0; i < orders->n_groups; i++)
    order[i] = i;
  for (guint i = 0; i < STARTS && (i == 0 || !kith_shaping_is_cancelled (self)); i++)
    {
      exchange (orders, order);
      enter (orders, order);
      kith_random_shuffle (&random, order, orders->n_groups);
    }
}

/* Round, an order may begin with any of its groups, where all that can be tried. */
static guint
count_turns (const KithShaping *self, const Orders *orders)
{
  return orders->round && self->graph->n * orders->n_groups <= ENOUGH ? orders->n_groups : 1;
}

/* Groups without boxes come last. */
static void
take_order (KithShaping *self, const Orders *orders, guint choice)
{
  guint turns = count_turns (self, orders), which = choice / turns, begin = choice % turns, at = 0;

  for (guint i = 0; i < orders->n_groups; i++)
    self->order[at++] = orders->group[orders->order[which][(i + begin) % orders->n_groups]];
  for (guint g = 0; g < self->shape->n_groups; g++)
    if (kith_shaping_size (self, g) == 0)
      self->order[at++] = g;
}

/* Fills one after another and takes that with the best picture. */
static void
try_orders (KithShaping *self, const Orders *orders, KithShapeAgain place, gpointer data)
{
  gsize bytes = self->graph->n * sizeof (double);
  g_autofree double *x = g_memdup2 (self->x, bytes), *y = g_memdup2 (self->y, bytes);
  double least = G_MAXDOUBLE;
  guint best = 0, n = CLAMP (ENOUGH / self->graph->n, 1, orders->n * count_turns (self, orders));

  for (guint i = 0; i < n && n > 1 && !kith_shaping_is_cancelled (self); i++)
    {
      double now;

      take_order (self, orders, i);
      place (self, data);
      now = kith_shaping_judge (self, kith_layout_count_flaws (self->graph, self->x, self->y));
      if (now < least)
        least = now, best = i;
      memcpy (self->x, x, bytes);
      memcpy (self->y, y, bytes);
    }
  take_order (self, orders, best);
}

/**
 * kith_shaping_put_in_order:
 * @self: a shape
 * @round: the last group is beside the first
 * @place: fills it in the order that it has
 * @data: for it
 *
 * The order of groups in which links run least far, by exchanges of two from several starts; of the shortest that
 * are found, and of where round they may begin, the one with the best picture. That of an earlier picture out of
 * which this one has grown stays. Cost: O(n³) a round of exchanges; filling 700 boxes in all, or at least once.
 */
void
kith_shaping_put_in_order (KithShaping *self, gboolean round, KithShapeAgain place, gpointer data)
{
  Orders orders = { .round = round };

  if (self->has_order)
    return;
  self->has_order = TRUE;
  for (guint i = 0; i < self->shape->n_groups; i++)
    self->order[i] = i;
  if (self->shape->grown != NULL)
    kith_shaping_recall_order (self);
  if (self->shape->grown != NULL || !self->shape->reorder || !list_groups (self, &orders))
    return;
  count_links (self, &orders);
  find_orders (self, &orders);
  try_orders (self, &orders, place, data);
  g_free (orders.weights);
}
