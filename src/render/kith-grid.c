/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-grid.h"

#include <math.h>

/* A rectangle over more cells than this goes into one list that every look-up reads. */
#define MOST_CELLS 4096
#define AHEAD 12

/* What lies in one cell; cells are never given up, so that removing is no more than that. */
typedef struct
{
  guint64 key;
  gpointer *items; /* NULL: this place of the table is free */
  guint n;
  guint room;
} Cell;

/* Invariant: at most half of the table's places are taken; their number is a power of two. */
struct _KithGrid
{
  double cell;
  Cell *table;
  guint n_places;
  guint n_taken;
  GPtrArray *large;
};

KithGrid *
kith_grid_new (double cell)
{
  KithGrid *grid = g_new0 (KithGrid, 1);

  grid->cell = cell;
  grid->n_places = 64;
  grid->table = g_new0 (Cell, grid->n_places);
  grid->large = g_ptr_array_new ();
  return grid;
}

void
kith_grid_free (KithGrid *grid)
{
  for (guint i = 0; i < grid->n_places; i++)
    g_free (grid->table[i].items);
  g_free (grid->table);
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

/* One key a cell, mixed (each step can be turned round). */
static guint64
key_of (gint64 column, gint64 row)
{
  guint64 key = (guint64) column << 32 ^ ((guint64) row & 0xffffffff);

  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return key ^ key >> 32;
}

/* The cell's place, or the free one where it would be. */
static Cell *
place_of (const KithGrid *grid, guint64 key)
{
  guint i = (guint) key & (grid->n_places - 1);

  while (grid->table[i].items != NULL && grid->table[i].key != key)
    i = (i + 1) & (grid->n_places - 1);
  return &grid->table[i];
}

static void
grow (KithGrid *grid)
{
  Cell *old = grid->table;
  guint n = grid->n_places;

  grid->n_places *= 2;
  grid->table = g_new0 (Cell, grid->n_places);
  for (guint i = 0; i < n; i++)
    if (old[i].items != NULL)
      *place_of (grid, old[i].key) = old[i];
  g_free (old);
}

static Cell *
ensure_cell (KithGrid *grid, guint64 key)
{
  Cell *cell = place_of (grid, key);

  if (cell->items != NULL)
    return cell;
  if (grid->n_taken >= grid->n_places / 2)
    {
      grow (grid);
      cell = place_of (grid, key);
    }
  grid->n_taken++;
  *cell = (Cell){ key, g_new (gpointer, 2), 0, 2 };
  return cell;
}

static void
add_to_cell (Cell *cell, gpointer item)
{
  if (cell->n == cell->room)
    {
      cell->room *= 2;
      cell->items = g_renew (gpointer, cell->items, cell->room);
    }
  cell->items[cell->n++] = item;
}

static void
remove_from_cell (Cell *cell, gconstpointer item)
{
  for (guint i = 0; i < cell->n; i++)
    if (cell->items[i] == item)
      {
        cell->items[i] = cell->items[--cell->n];
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
      add_to_cell (ensure_cell (grid, key_of (column, row)), item);
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
      remove_from_cell (place_of (grid, key_of (column, row)), item);
}

/* Items lie all over the memory: the next are asked for while one is looked at. */
static void
foreach_in (const Cell *cell, GFunc func, gpointer data)
{
  for (guint i = 0; i < cell->n; i++)
    {
#ifdef __GNUC__
      if (i + AHEAD < cell->n)
        __builtin_prefetch (cell->items[i + AHEAD]);
#endif
      func (cell->items[i], data);
    }
}

/**
 * kith_grid_foreach:
 * @grid: a grid
 * @rect: a place, map units
 * @func: (scope call): called with each item near it; leaves the grid as it is
 * @data: for @func
 *
 * Where the rectangle covers more cells than are in use, the cells in use are walked instead.
 */
void
kith_grid_foreach (const KithGrid *grid, const KithRect *rect, GFunc func, gpointer data)
{
  Span span = span_of (grid, rect);
  gint64 columns = span.right - span.left + 1;

  g_ptr_array_foreach (grid->large, func, data);
  if (columns > MOST_CELLS || columns * (span.bottom - span.top + 1) > MOST_CELLS)
    {
      for (guint i = 0; i < grid->n_places; i++)
        foreach_in (&grid->table[i], func, data);
      return;
    }
  for (gint64 row = span.top; row <= span.bottom; row++)
    for (gint64 column = span.left; column <= span.right; column++)
      foreach_in (place_of (grid, key_of (column, row)), func, data);
}
