/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid: boxes stand in cells, by two values that each has. */
#include <math.h>
#include <string.h>

#include "kith-layout-placement.h"
#include "kith-layout-shape-private.h"
#include "kith-layout-trade.h"

#define BETWEEN 24.0 /* half of what is between the grid and what is beside it */
#define EMPTY 90.0   /* a band that has nothing in it */

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

static const double cells_wide[] = { 0.6, 0.4, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0 };

static double
measure_page (Grid *grid)
{
  const KithLayoutShape *shape = grid->self->shape;

  return kith_placement_page_size (grid->left[shape->n_groups] + grid->left[shape->n_groups + 1],
                                   -grid->bottom[shape->n_rows]);
}

/* How far from where they were the boxes would be, on average, were its middle where theirs was. They are there
 * again afterwards. */
static double
measure_way (Grid *grid)
{
  KithShaping *self = grid->self;
  guint n = self->graph->n;
  g_autofree double *x = g_memdup2 (self->x, n * sizeof *x);
  g_autofree double *y = g_memdup2 (self->y, n * sizeof *y);
  double mx = 0.0, my = 0.0, way = 0.0;

  fill_cells (grid);
  for (guint i = 0; i < n; i++)
    mx += (self->x[i] - x[i]) / n, my += (self->y[i] - y[i]) / n;
  for (guint i = 0; i < n; i++)
    way += (fabs (self->x[i] - x[i] - mx) + fabs (self->y[i] - y[i] - my)) / n;
  memcpy (self->x, x, n * sizeof *x);
  memcpy (self->y, y, n * sizeof *y);
  return way;
}

/* So that all of it is as large as it can be where it is looked at; or about as it was before. */
static void
find_wide (Grid *grid)
{
  double least = G_MAXDOUBLE, best = cells_wide[0];

  for (guint i = 0; i < G_N_ELEMENTS (cells_wide); i++)
    {
      double cost;

      grid->wide = cells_wide[i];
      measure_grid (grid);
      cost = grid->self->shape->grown != NULL ? measure_way (grid) : measure_page (grid);
      if (cost < least)
        least = cost, best = grid->wide;
    }
  grid->wide = best;
  measure_grid (grid);
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
