/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-grid.h"

#include <math.h>

/* A rectangle over more cells than this goes into one list that every look-up reads. */
#define MOST_CELLS 4096

struct _KithGrid
{
  double cell;
  GHashTable *cells; /* of gint64 key → GPtrArray */
  GPtrArray *large;
};

KithGrid *
kith_grid_new (double cell)
{
  KithGrid *grid = g_new0 (KithGrid, 1);

  grid->cell = cell;
  grid->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  grid->large = g_ptr_array_new ();
  return grid;
}

void
kith_grid_free (KithGrid *grid)
{
  g_hash_table_unref (grid->cells);
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

/* One key a cell, mixed (each step can be turned round), since GLib's hash of 64 bits is but a fold
 * of both halves, in which the cells of a diagonal are all one. */
static gint64
key_of (gint64 column, gint64 row)
{
  guint64 key = (guint64) column << 32 ^ ((guint64) row & 0xffffffff);

  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (gint64) (key ^ key >> 32);
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
        gint64 key = key_of (column, row);
        GPtrArray *list = g_hash_table_lookup (grid->cells, &key);

        if (list == NULL)
          {
            list = g_ptr_array_new ();
            g_hash_table_insert (grid->cells, g_memdup2 (&key, sizeof key), list);
          }
        g_ptr_array_add (list, item);
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
      {
        gint64 key = key_of (column, row);
        GPtrArray *list = g_hash_table_lookup (grid->cells, &key);

        if (list != NULL)
          g_ptr_array_remove_fast (list, item);
      }
}

/* Where the rectangle covers more cells than are in use, the cells in use are walked instead. */
static void
foreach_cell (const KithGrid *grid, GFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, grid->cells);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_foreach (list, func, data);
}

/**
 * kith_grid_foreach:
 * @grid: a grid
 * @rect: a place, map units
 * @func: (scope call): called with each item near it
 * @data: for @func
 */
void
kith_grid_foreach (const KithGrid *grid, const KithRect *rect, GFunc func, gpointer data)
{
  Span span = span_of (grid, rect);
  gint64 columns = span.right - span.left + 1;

  g_ptr_array_foreach (grid->large, func, data);
  if (columns > MOST_CELLS || columns * (span.bottom - span.top + 1) > MOST_CELLS)
    {
      foreach_cell (grid, func, data);
      return;
    }
  for (gint64 row = span.top; row <= span.bottom; row++)
    for (gint64 column = span.left; column <= span.right; column++)
      {
        gint64 key = key_of (column, row);
        GPtrArray *list = g_hash_table_lookup (grid->cells, &key);

        if (list != NULL)
          g_ptr_array_foreach (list, func, data);
      }
}
