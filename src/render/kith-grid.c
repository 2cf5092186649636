/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-grid.h"

#include "kith-cells.h"

#include <math.h>

/* A rectangle over more cells than this goes into one list that every look-up reads. */
#define MOST_CELLS 4096
#define AHEAD 12

struct _KithGrid
{
  double cell;
  KithCells cells; /* of gpointer */
  GPtrArray *large;
};

KithGrid *
kith_grid_new (double cell)
{
  KithGrid *grid = g_new0 (KithGrid, 1);

  grid->cell = cell;
  kith_cells_init (&grid->cells, sizeof (gpointer));
  grid->large = g_ptr_array_new ();
  return grid;
}

void
kith_grid_free (KithGrid *grid)
{
  kith_cells_clear (&grid->cells);
  g_ptr_array_unref (grid->large);
  g_free (grid);
}

typedef struct
{
  gint64 left, top, right, bottom;
} Span;

static Span
span_of (const KithGrid *grid, const KithRect *rect)
{
  return (Span){ (gint64) floor (rect->x / grid->cell), (gint64) floor (rect->y / grid->cell),
                 (gint64) floor ((rect->x + rect->width) / grid->cell),
                 (gint64) floor ((rect->y + rect->height) / grid->cell) };
}

static gboolean
is_large (const Span *span)
{
  return (span->right - span->left + 1) > MOST_CELLS
         || (span->right - span->left + 1) * (span->bottom - span->top + 1) > MOST_CELLS;
}

static void
remove_from_cell (KithGrid *grid, KithCell *cell, gconstpointer item)
{
  for (guint i = 0; i < cell->n; i++)
    if (((gpointer *) cell->items)[i] == item)
      {
        kith_cells_remove (&grid->cells, cell, i);
        return;
      }
}

/**
 * kith_grid_add:
 * @grid: a grid
 * @item: what lies there
 * @rect: where, map units
 */
void
kith_grid_add (KithGrid *grid, gpointer item, const KithRect *rect)
{
  Span span = span_of (grid, rect);

  if (is_large (&span))
    {
      g_ptr_array_add (grid->large, item);
      return;
    }
  for (gint64 row = span.top; row <= span.bottom; row++)
    for (gint64 column = span.left; column <= span.right; column++)
      {
        KithCell *cell = kith_cells_ensure (&grid->cells, column, row);

        *(gpointer *) kith_cells_add (&grid->cells, cell) = item;
      }
}

/**
 * kith_grid_remove:
 * @grid: a grid
 * @item: what lay there
 * @rect: where, exactly as it was added
 */
void
kith_grid_remove (KithGrid *grid, gpointer item, const KithRect *rect)
{
  Span span = span_of (grid, rect);

  if (is_large (&span))
    {
      g_ptr_array_remove_fast (grid->large, item);
      return;
    }
  for (gint64 row = span.top; row <= span.bottom; row++)
    for (gint64 column = span.left; column <= span.right; column++)
      remove_from_cell (grid, kith_cells_ensure (&grid->cells, column, row), item);
}

/* Items lie all over the memory: the next are asked for while one is looked at. */
static void
foreach_in (const KithCell *cell, GFunc func, gpointer data)
{
  gpointer *items = cell->items;

  for (guint i = 0; i < cell->n; i++)
    {
#ifdef __GNUC__
      if (i + AHEAD < cell->n)
        __builtin_prefetch (items[i + AHEAD]);
#endif
      func (items[i], data);
    }
}

/**
 * kith_grid_foreach:
 * @grid: a grid
 * @rect: a place, map units
 * @func: (scope call): called with each item near it; leaves the grid as it is
 * @data: for @func
 *
 * Where the rectangle covers very many cells, the cells in use are walked instead.
 */
void
kith_grid_foreach (const KithGrid *grid, const KithRect *rect, GFunc func, gpointer data)
{
  Span span = span_of (grid, rect);
  gint64 columns = span.right - span.left + 1;

  g_ptr_array_foreach (grid->large, func, data);
  if (columns > MOST_CELLS || columns * (span.bottom - span.top + 1) > MOST_CELLS)
    {
      for (guint i = 0; i < grid->cells.n_places; i++)
        foreach_in (&grid->cells.table[i], func, data);
      return;
    }
  for (gint64 row = span.top; row <= span.bottom; row++)
    for (gint64 column = span.left; column <= span.right; column++)
      foreach_in (kith_cells_find (&grid->cells, column, row), func, data);
}
