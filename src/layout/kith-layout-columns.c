/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns: boxes that stand above one another, in the order in which links run short. */
#include <math.h>
#include <string.h>

#include "kith-layout-grown.h"
#include "kith-layout-order.h"
#include "kith-layout-row.h"
#include "kith-layout-titles.h"
#include "kith-layout-trade.h"

#define ASPECT 1.6   /* of the screen, across to down */
#define BETWEEN 24.0 /* between two columns, for links */
#define UNLIKE 0.15  /* of the page is a column worth that has as many lanes as it had */
#define ROUNDS 8     /* in which boxes follow their neighbours */
#define SPREAD 0.6   /* of the room that a lane has left is between its boxes */
#define LESS 0.85    /* of the room between two that are linked, where there is not as much */

static double
widest (const KithShaping *self, const guint *boxes, guint n)
{
  double most = 0.0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, self->graph->width[boxes[i]]);
  return most;
}

static double
stack_height (const KithShaping *self, const guint *boxes, guint n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += self->graph->height[boxes[i]] + (i > 0 ? self->options->gap : 0.0);
  return sum;
}

/* The mean of where its neighbours stand; its own place where it has none, or all have settled. */
static double
wanted_y (const KithShaping *self, guint box)
{
  double sum = self->y[box];
  guint n = 1;

  for (guint k = self->next[box]; k < self->next[box + 1] && !self->settled; k++)
    sum += self->y[self->near[k]], n++;
  return sum / n;
}

/* How far the middles of boxes above one another are apart, with more between two that are linked. */
static void
measure_steps (const KithShaping *self,
               const guint *boxes,
               guint n,
               double gap,
               double between,
               double *apart)
{
  for (guint i = 1; i < n; i++)
    apart[i] = (self->graph->height[boxes[i - 1]] + self->graph->height[boxes[i]]) / 2
               + (kith_shaping_are_linked (self, boxes[i - 1], boxes[i]) ? MAX (between, gap)
                                                                         : gap);
}

/* Between two boxes of a lane that has more room than they need: crowded in the middle of it they would be in the
 * way of the links of others. */
static double
find_gap (const KithShaping *self, const guint *boxes, guint n, double room)
{
  double left = n > 1 ? (room - stack_height (self, boxes, n)) / (n - 1) : 0.0;

  return self->options->gap + SPREAD * MAX (left, 0.0);
}

/* Boxes of one lane above one another, sorted and placed by what is wanted. Where it has room, enough shows of
 * the links between two of them for what is said at their ends. */
static void
stack (KithShaping *self, guint *boxes, guint n, double x, double top, double bottom)
{
  g_autofree double *wanted = g_new (double, n + 1);
  g_autofree double *apart = g_new0 (double, n + 1);
  g_autofree double *place = g_new (double, n + 1);
  g_autofree double *by = g_new (double, self->graph->n + 1);
  double between = self->options->link_clearance, gap = find_gap (self, boxes, n, bottom - top);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    by[boxes[i]] = wanted_y (self, boxes[i]);
  kith_shaping_sort (boxes, n, by);
  for (guint i = 0; i < n; i++)
    wanted[i] = by[boxes[i]];
  do
    {
      measure_steps (self, boxes, n, gap, between, apart);
      between *= LESS;
    }
  while (!kith_row_spread (n, wanted, apart, top + self->graph->height[boxes[0]] / 2,
                           bottom - self->graph->height[boxes[n - 1]] / 2, place)
         && between > gap * LESS);
  for (guint i = 0; i < n; i++)
    self->x[boxes[i]] = x, self->y[boxes[i]] = place[i];
}

#define MOST_BANDS 4
#define BAND_COST 1.15 /* another band has to make the screen that much smaller */

typedef struct
{
  guint columns;
  double width, height, top;
} Band;

typedef struct
{
  guint *boxes; /* by column, lane and place */
  guint rows;   /* boxes in a lane, at most */
  guint bands;  /* in which columns stand above one another */
  guint *band;  /* of each group */
  Band band_at[MOST_BANDS];
  double width, height;
} Plan;

/* Lanes as they come: each takes an equal part of its group. */
static guint
lane_size (guint n, guint lanes, guint lane)
{
  return n * (lane + 1) / lanes - n * lane / lanes;
}

static guint
count_lanes (const KithShaping *self, const Plan *plan, guint group)
{
  return (kith_shaping_size (self, group) + plan->rows - 1) / plan->rows;
}

/* Of a column with the space beside it; 0 of one without boxes. */
static double
column_width (const KithShaping *self, const Plan *plan, guint group)
{
  guint n = kith_shaping_size (self, group);

  if (n == 0)
    return 0.0;
  return BETWEEN + 2 * KITH_SHAPE_PAD - self->options->gap
         + count_lanes (self, plan, group)
               * (widest (self, plan->boxes + self->first[group], n) + self->options->gap);
}

static double
column_height (const KithShaping *self, const Plan *plan, guint group)
{
  guint n = kith_shaping_size (self, group), lanes = count_lanes (self, plan, group);
  const guint *boxes = plan->boxes + self->first[group];
  double height = 0.0;

  for (guint lane = 0, at = 0; lane < lanes; at += lane_size (n, lanes, lane++))
    height = MAX (height, stack_height (self, boxes + at, lane_size (n, lanes, lane)));
  return height + 2 * KITH_SHAPE_PAD + self->title;
}

/* Deals the columns, in their order, to bands of about the same width. */
static void
deal (const KithShaping *self, Plan *plan)
{
  double all = 0.0, before = 0.0;

  memset (plan->band_at, 0, sizeof plan->band_at);
  for (guint g = 0; g < self->shape->n_groups; g++)
    all += column_width (self, plan, g);
  for (guint i = 0; i < self->shape->n_groups; i++)
    {
      guint g = self->order[i];
      double width = column_width (self, plan, g);
      guint at = MIN ((guint) ((before + width / 2) / (all + 1.0) * plan->bands), plan->bands - 1);
      Band *band;

      if (self->shape->grown == NULL)
        plan->band[g] = at;
      band = &plan->band_at[plan->band[g]];
      before += width;
      if (width <= 0.0)
        continue;
      band->columns++;
      band->width += width;
      band->height = MAX (band->height, column_height (self, plan, g));
    }
}

static void
measure (const KithShaping *self, Plan *plan)
{
  deal (self, plan);
  plan->width = 0.0;
  plan->height = -BETWEEN;
  for (guint i = 0; i < plan->bands; i++)
    {
      plan->width = MAX (plan->width, plan->band_at[i].width);
      plan->band_at[i].top = plan->height + BETWEEN;
      plan->height += plan->band_at[i].columns > 0 ? plan->band_at[i].height + BETWEEN : 0.0;
    }
  for (guint i = 0; i < plan->bands; i++)
    plan->band_at[i].top -= plan->height / 2;
}

static guint
largest_group (const KithShaping *self)
{
  guint most = 1;

  for (guint g = 0; g < self->shape->n_groups; g++)
    most = MAX (most, kith_shaping_size (self, g));
  return most;
}

/* How many groups of which somebody was there do not have as many lanes as they had. */
static guint
count_unlike (const KithShaping *self, const Plan *plan)
{
  guint n = 0;

  for (guint g = 0; g < self->shape->n_groups && self->shape->grown != NULL; g++)
    {
      guint size = kith_shaping_size (self, g);
      double width = size > 0 ? widest (self, plan->boxes + self->first[g], size) : 0.0;
      guint lanes = size > 0 ? kith_shaping_recall_lanes (self, g, width) : 0;

      n += lanes > 0 && lanes != count_lanes (self, plan, g);
    }
  return n;
}

/* So many bands, and boxes in a lane, that the whole fits into the smallest screen; or as it was before. */
static void
choose_rows (const KithShaping *self, Plan *plan)
{
  guint most = largest_group (self), best = 1, best_bands = 1, first = 1, last = MOST_BANDS;
  double least = G_MAXDOUBLE, cost = 1.0;

  if (self->shape->grown != NULL)
    first = last = kith_shaping_recall_bands (self, MOST_BANDS, plan->band);
  for (plan->bands = first; plan->bands <= last; plan->bands++, cost *= BAND_COST)
    for (guint rows = 1; rows <= most; rows = MAX (rows + 1, rows * 17 / 16))
      {
        double page;

        plan->rows = rows;
        measure (self, plan);
        page = cost * MAX (plan->width / ASPECT, plan->height);
        page *= 1.0 + UNLIKE * count_unlike (self, plan);
        if (page < least)
          least = page, best = rows, best_bands = plan->bands;
      }
  plan->rows = best;
  plan->bands = best_bands;
  measure (self, plan);
}

/* Boxes stand in the middle of what the column has. */
static void
place_column (KithShaping *self, const Plan *plan, guint group, double left, double width)
{
  const Band *band = &plan->band_at[plan->band[group]];
  guint n = kith_shaping_size (self, group), lanes = count_lanes (self, plan, group);
  guint *boxes = plan->boxes + self->first[group];
  double lane_width = widest (self, boxes, n) + self->options->gap;
  double x = left + (width - (lanes - 1) * lane_width) / 2;
  gboolean below = self->below[group];
  double top = band->top + KITH_SHAPE_PAD + (below ? 0.0 : self->title);
  double room = band->height - 2 * KITH_SHAPE_PAD - self->title;

  for (guint lane = 0; lane < lanes; lane++)
    {
      guint size = lane_size (n, lanes, lane);

      stack (self, boxes, size, x + lane * lane_width, top, top + room);
      boxes += size;
    }
  self->areas[group] = (KithLayoutArea){ .x = left + width / 2,
                                         .y = band->top + band->height / 2,
                                         .width = width,
                                         .height = band->height,
                                         .named_below = below };
}

/* Each round puts every box near its neighbours of the round before. All bands are as wide as the
 * widest: the columns of the others get what is left. */
static void
place_columns (KithShaping *self, Plan *plan)
{
  double left[MOST_BANDS] = { 0 };

  for (guint i = 0; i < plan->bands; i++)
    left[i] = -(plan->width - BETWEEN) / 2;
  for (guint i = 0; i < self->shape->n_groups; i++)
    {
      guint group = self->order[i];
      const Band *band = &plan->band_at[plan->band[group]];
      double width = column_width (self, plan, group);

      if (width <= 0.0)
        continue;
      width += (plan->width - band->width) / band->columns;
      place_column (self, plan, group, left[plan->band[group]], width - BETWEEN);
      left[plan->band[group]] += width;
    }
}

/* Free arrangements are as high as they are; columns have a height of their own. */
static void
fit_height (KithShaping *self, double height)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->graph->n; i++)
    top = MIN (top, self->y[i]), bottom = MAX (bottom, self->y[i]);
  for (guint i = 0; i < self->graph->n && bottom > top; i++)
    self->y[i] = ((self->y[i] - top) / (bottom - top) - 0.5) * height;
}

/* Lanes keep how many they have, and may become higher or lower. */
static void
stand_anew (KithShaping *self, const guint *seat, gpointer data)
{
  Plan *plan = data;
  guint n = self->graph->n;
  g_autofree guint *who = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    who[seat[i]] = i;
  for (guint i = 0; i < n; i++)
    plan->boxes[i] = who[plan->boxes[i]];
  measure (self, plan);
  place_columns (self, plan);
}

/* From where they are: lanes are measured as they will be filled. */
static void
choose_lanes (KithShaping *self, Plan *plan)
{
  memcpy (plan->boxes, self->members, self->graph->n * sizeof *plan->boxes);
  for (guint g = 0; g < self->shape->n_groups; g++)
    kith_shaping_sort (plan->boxes + self->first[g], kith_shaping_size (self, g), self->x);
  choose_rows (self, plan);
}

/* In the lanes where they are, at the height where they are. */
static void
stand_again (KithShaping *self, gpointer data)
{
  choose_lanes (self, data);
  place_columns (self, data);
}

static void
place_again (KithShaping *self, gpointer data)
{
  place_columns (self, data);
}

/* Where the free arrangement has them, and then near their neighbours. */
static void
stand_first (KithShaping *self, gpointer data)
{
  Plan *plan = data;

  choose_lanes (self, plan);
  fit_height (self, plan->height);
  kith_shaping_improve (self, place_again, plan, kith_shaping_length, ROUNDS);
}

/* As it will be in the end. */
static void
stand_and_trade (KithShaping *self, gpointer data)
{
  gboolean trades = self->trades;

  stand_first (self, data);
  self->trades = TRUE;
  kith_shaping_trade_places (self, self->shape->group, stand_anew, data);
  self->trades = trades, self->settled = FALSE;
}

/* A column that was not there has its name where the others of its band have theirs. */
static void
name_like_others (KithShaping *self, const Plan *plan)
{
  for (guint g = 0; g < self->shape->n_groups; g++)
    for (guint other = 0; other < self->shape->n_groups && self->shape->grown[g].width <= 0.0;
         other++)
      if (self->shape->grown[other].width > 0.0 && plan->band[other] == plan->band[g])
        self->below[g] = self->below[other];
}

void
kith_shape_columns (KithShaping *self)
{
  g_autofree guint *boxes = g_new (guint, self->graph->n + 1);
  g_autofree guint *band = g_new0 (guint, self->shape->n_groups + 1);
  Plan plan = { .boxes = boxes, .band = band };

  memset (self->below, FALSE,
          self->shape->grown == NULL ? self->shape->n_groups * sizeof (gboolean) : 0);
  kith_shaping_put_in_order (self, FALSE, stand_and_trade, &plan);
  if (self->shape->grown != NULL)
    {
      choose_lanes (self, &plan);
      name_like_others (self, &plan);
      kith_shaping_seat_newcomers (self, stand_again, &plan);
      return;
    }
  stand_first (self, &plan);
  kith_shaping_trade_places (self, self->shape->group, stand_anew, &plan);
  for (guint i = 0; i < plan.bands; i++)
    kith_shaping_name_band (self, plan.band, i);
}
