/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and the grid: boxes that stand above one another, in the order in which links run short. */
#include <math.h>
#include <string.h>

#include "kith-layout-placement.h"
#include "kith-layout-row.h"
#include "kith-layout-shape-private.h"
#include "kith-layout-trade.h"

#define ASPECT 1.6   /* of the screen, across to down */
#define BETWEEN 24.0 /* between two columns, for links */
#define ROUNDS 8     /* in which boxes follow their neighbours */
#define LESS 0.85    /* of the room between two that are linked, where there is not as much */
#define EMPTY 90.0   /* a band of a grid that has nothing in it */

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
measure_steps (const KithShaping *self, const guint *boxes, guint n, double between, double *apart)
{
  for (guint i = 1; i < n; i++)
    apart[i] = (self->graph->height[boxes[i - 1]] + self->graph->height[boxes[i]]) / 2
               + (kith_shaping_are_linked (self, boxes[i - 1], boxes[i])
                      ? MAX (between, self->options->gap)
                      : self->options->gap);
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
  double between = self->options->link_clearance;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    by[boxes[i]] = wanted_y (self, boxes[i]);
  kith_shaping_sort (boxes, n, by);
  for (guint i = 0; i < n; i++)
    wanted[i] = by[boxes[i]];
  do
    {
      measure_steps (self, boxes, n, between, apart);
      between *= LESS;
    }
  while (!kith_row_spread (n, wanted, apart, top + self->graph->height[boxes[0]] / 2,
                           bottom - self->graph->height[boxes[n - 1]] / 2, place)
         && between > self->options->gap * LESS);
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
      Band *band = &plan->band_at[at];

      plan->band[g] = at;
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

/* So many bands, and boxes in a lane, that the whole fits into the smallest screen. */
static void
choose_rows (const KithShaping *self, Plan *plan)
{
  guint most = largest_group (self), best = 1, best_bands = 1;
  double least = G_MAXDOUBLE, cost = 1.0;

  for (plan->bands = 1; plan->bands <= MOST_BANDS; plan->bands++, cost *= BAND_COST)
    for (guint rows = 1; rows <= most; rows = MAX (rows + 1, rows * 17 / 16))
      {
        double page;

        plan->rows = rows;
        measure (self, plan);
        page = cost * MAX (plan->width / ASPECT, plan->height);
        if (page < least)
          least = page, best = rows, best_bands = plan->bands;
      }
  plan->rows = best;
  plan->bands = best_bands;
  measure (self, plan);
}

/* Links come to the last of several bands from above: what its columns are called is out of their way
 * below. */
static gboolean
is_named_below (const Plan *plan, guint group)
{
  guint band = plan->band[group];

  return band > 0 && band + 1 == plan->bands;
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
  gboolean below = is_named_below (plan, group);
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

void
kith_shape_columns (KithShaping *self)
{
  g_autofree guint *boxes = g_memdup2 (self->members, self->graph->n * sizeof *boxes);
  g_autofree double *x = NULL, *y = NULL;
  g_autofree guint *band = g_new0 (guint, self->shape->n_groups + 1);
  Plan plan = { .boxes = boxes, .band = band };
  double shortest = G_MAXDOUBLE;

  kith_shaping_put_in_order (self, FALSE);
  for (guint g = 0; g < self->shape->n_groups; g++) /* lanes are measured as they will be filled */
    kith_shaping_sort (boxes + self->first[g], kith_shaping_size (self, g), self->x);
  choose_rows (self, &plan);
  fit_height (self, plan.height);
  for (guint i = 0; i < ROUNDS && (i == 0 || !kith_shaping_is_cancelled (self)); i++)
    {
      double length;

      place_columns (self, &plan);
      length = kith_shaping_length (self);
      if (length >= shortest)
        continue;
      shortest = length;
      g_free (x), g_free (y);
      x = g_memdup2 (self->x, self->graph->n * sizeof *x);
      y = g_memdup2 (self->y, self->graph->n * sizeof *y);
    }
  for (guint i = 0; i < self->graph->n; i++)
    self->x[i] = x[i], self->y[i] = y[i];
  kith_shaping_trade_places (self, self->shape->group, stand_anew, &plan);
}

/* A grid. */

typedef struct
{
  KithShaping *self;
  double box_width, box_height; /* of the largest, with the gap */
  double *left;                 /* n_groups + 2 */
  double *bottom;               /* n_rows + 1, upwards */
  guint *cells;                 /* boxes in each cell */
  double wide;                  /* boxes of a cell stand side by side sooner the larger this is */
} Grid;

/* How many boxes of a cell stand side by side. */
static guint
cell_columns (const Grid *grid, guint n)
{
  return MAX (1, (guint) (sqrt (n * grid->wide) + 0.5));
}

static guint
cell_of (const Grid *grid, guint box)
{
  const KithLayoutShape *shape = grid->self->shape;

  if (shape->group[box] >= shape->n_groups)
    return shape->n_groups * shape->n_rows;
  return shape->group[box] * shape->n_rows + MIN (shape->row[box], shape->n_rows - 1);
}

static void
count_cells (Grid *grid)
{
  for (guint i = 0; i < grid->self->graph->n; i++)
    {
      grid->box_width = MAX (grid->box_width, grid->self->graph->width[i]);
      grid->box_height = MAX (grid->box_height, grid->self->graph->height[i]);
      grid->cells[cell_of (grid, i)]++;
    }
  grid->box_width += grid->self->options->gap, grid->box_height += grid->self->options->gap;
}

static void
measure_grid (Grid *grid)
{
  const KithLayoutShape *shape = grid->self->shape;
  double beside;

  for (guint g = 0; g < shape->n_groups; g++)
    {
      double width = EMPTY;

      for (guint r = 0; r < shape->n_rows; r++)
        if (grid->cells[g * shape->n_rows + r] > 0)
          width = MAX (width,
                       cell_columns (grid, grid->cells[g * shape->n_rows + r]) * grid->box_width);
      grid->left[g + 1] = grid->left[g] + width;
    }
  for (guint r = 0; r < shape->n_rows; r++)
    {
      guint most = 0;

      for (guint g = 0; g < shape->n_groups; g++)
        {
          guint n = grid->cells[g * shape->n_rows + r];

          most = n > 0 ? MAX (most, (n + cell_columns (grid, n) - 1) / cell_columns (grid, n))
                       : most;
        }
      grid->bottom[r + 1] = grid->bottom[r] - MAX (most * grid->box_height, EMPTY);
    }
  beside = grid->cells[shape->n_groups * shape->n_rows];
  if (beside > 0)
    {
      double rows =
          MAX (1.0, floor (-(grid->bottom[shape->n_rows] + grid->self->title) / grid->box_height));

      grid->left[shape->n_groups + 1] = ceil (beside / rows) * grid->box_width;
    }
}

static const double cells_wide[] = { 0.6, 0.4, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0 };

/* So that all of it is as large as it can be where it is looked at. */
static void
find_wide (Grid *grid)
{
  const KithLayoutShape *shape = grid->self->shape;
  double least = G_MAXDOUBLE, best = cells_wide[0];

  for (guint i = 0; i < G_N_ELEMENTS (cells_wide); i++)
    {
      double page;

      grid->wide = cells_wide[i];
      measure_grid (grid);
      page = kith_placement_page_size (grid->left[shape->n_groups]
                                           + grid->left[shape->n_groups + 1],
                                       -grid->bottom[shape->n_rows]);
      if (page < least)
        least = page, best = grid->wide;
    }
  grid->wide = best;
  measure_grid (grid);
}

/* In a cell, in the order in which the free arrangement has them from the top. */
static void
fill_cell (Grid *grid, guint *boxes, guint n, guint across, double x, double y)
{
  KithShaping *self = grid->self;
  guint down = (n + across - 1) / across;

  kith_shaping_sort (boxes, n, self->y);
  for (guint row = 0; row < down; row++)
    {
      guint size = MIN (across, n - row * across);

      kith_shaping_sort (boxes + row * across, size, self->x);
      for (guint i = 0; i < size; i++)
        {
          guint box = boxes[row * across + i];

          self->x[box] = x + (i - (size - 1) / 2.0) * grid->box_width;
          self->y[box] = y + (row - (down - 1) / 2.0) * grid->box_height;
        }
    }
}

static void
fill_cells (Grid *grid)
{
  KithShaping *self = grid->self;
  const KithLayoutShape *shape = self->shape;
  guint n_cells = shape->n_groups * shape->n_rows;
  double height = -grid->bottom[shape->n_rows], width = grid->left[shape->n_groups];
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell <= n_cells; cell++)
    {
      guint g = cell / shape->n_rows, r = cell % shape->n_rows;
      double x, y;
      guint across = cell_columns (grid, grid->cells[cell]);

      g_array_set_size (boxes, 0);
      for (guint i = 0; i < self->graph->n; i++)
        if (cell_of (grid, i) == cell)
          g_array_append_val (boxes, i);
      if (boxes->len == 0)
        continue;
      if (cell < n_cells)
        x = (grid->left[g] + grid->left[g + 1]) / 2,
        y = (grid->bottom[r] + grid->bottom[r + 1]) / 2;
      else
        {
          across = (guint) (grid->left[g + 1] / grid->box_width + 0.5);
          x = width + BETWEEN * 2 + grid->left[g + 1] / 2;
          y = -height / 2 + self->title / 2;
        }
      fill_cell (grid, &g_array_index (boxes, guint, 0), boxes->len, across, x, y);
    }
}

static void
tell_areas (Grid *grid)
{
  const KithLayoutShape *shape = grid->self->shape;
  double height = -grid->bottom[shape->n_rows], width = grid->left[shape->n_groups];
  double beside = grid->left[shape->n_groups + 1];
  KithLayoutArea *areas = grid->self->areas;

  for (guint g = 0; g < shape->n_groups; g++)
    areas[g] = (KithLayoutArea){ (grid->left[g] + grid->left[g + 1]) / 2, -height / 2,
                                 grid->left[g + 1] - grid->left[g], height };
  for (guint r = 0; r < shape->n_rows; r++)
    areas[shape->n_groups + r] = (KithLayoutArea){ width / 2,
                                                   (grid->bottom[r] + grid->bottom[r + 1]) / 2,
                                                   width, grid->bottom[r] - grid->bottom[r + 1] };
  if (beside > 0)
    {
      double needed = height;
      guint across = (guint) (beside / grid->box_width + 0.5);
      guint n = grid->cells[shape->n_groups * shape->n_rows];

      needed = MAX (needed, (n + across - 1) / across * grid->box_height + grid->self->title);
      areas[shape->n_groups + shape->n_rows] = (KithLayoutArea){ width + 2 * BETWEEN + beside / 2,
                                                                 -height / 2, beside + BETWEEN,
                                                                 needed };
    }
}

void
kith_shape_grid (KithShaping *self)
{
  const KithLayoutShape *shape = self->shape;
  g_autofree double *left = g_new0 (double, shape->n_groups + 2);
  g_autofree double *bottom = g_new0 (double, shape->n_rows + 1);
  g_autofree guint *cells = g_new0 (guint, (gsize) shape->n_groups * shape->n_rows + 1);
  g_autofree guint *cell = g_new (guint, self->graph->n + 1);
  Grid grid = { .self = self, .left = left, .bottom = bottom, .cells = cells };
  double dx, dy;

  count_cells (&grid);
  find_wide (&grid);
  fill_cells (&grid);
  for (guint i = 0; i < self->graph->n; i++)
    cell[i] = cell_of (&grid, i);
  kith_shaping_trade_places (self, cell, NULL, NULL);
  tell_areas (&grid);
  dx = -left[shape->n_groups] / 2, dy = -bottom[shape->n_rows] / 2;
  for (guint i = 0; i < self->graph->n; i++)
    self->x[i] += dx, self->y[i] += dy;
  for (guint i = 0; i < kith_layout_n_areas (shape); i++)
    self->areas[i].x += dx, self->areas[i].y += dy;
}
