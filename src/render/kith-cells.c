/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cells.h"

#include <string.h>

#define FEWEST_PLACES 64
#define FEWEST_ITEMS 2

void
kith_cells_init (KithCells *cells, gsize size)
{
  *cells = (KithCells){ size, g_new0 (KithCell, FEWEST_PLACES), FEWEST_PLACES, 0 };
}

void
kith_cells_clear (KithCells *cells)
{
  for (guint i = 0; i < cells->n_places; i++)
    g_free (cells->table[i].items);
  g_free (cells->table);
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
static KithCell *
place_of (const KithCells *cells, guint64 key)
{
  guint i = (guint) key & (cells->n_places - 1);

  while (cells->table[i].items != NULL && cells->table[i].key != key)
    i = (i + 1) & (cells->n_places - 1);
  return &cells->table[i];
}

static void
grow (KithCells *cells)
{
  KithCell *old = cells->table;
  guint n = cells->n_places;

  cells->n_places *= 2;
  cells->table = g_new0 (KithCell, cells->n_places);
  for (guint i = 0; i < n; i++)
    if (old[i].items != NULL)
      *place_of (cells, old[i].key) = old[i];
  g_free (old);
}

const KithCell *
kith_cells_find (const KithCells *cells, gint64 column, gint64 row)
{
  return place_of (cells, key_of (column, row));
}

KithCell *
kith_cells_ensure (KithCells *cells, gint64 column, gint64 row)
{
  guint64 key = key_of (column, row);
  KithCell *cell = place_of (cells, key);

  if (cell->items != NULL)
    return cell;
  if (cells->n_taken >= cells->n_places / 2)
    {
      grow (cells);
      cell = place_of (cells, key);
    }
  cells->n_taken++;
  *cell = (KithCell){ key, g_malloc (FEWEST_ITEMS * cells->size), 0, FEWEST_ITEMS };
  return cell;
}

gpointer
kith_cells_add (KithCells *cells, KithCell *cell)
{
  if (cell->n == cell->room)
    {
      cell->room *= 2;
      cell->items = g_realloc_n (cell->items, cell->room, cells->size);
    }
  return (char *) cell->items + cells->size * cell->n++;
}

void
kith_cells_remove (KithCells *cells, KithCell *cell, guint item)
{
  char *items = cell->items;

  cell->n--;
  if (item < cell->n)
    memcpy (items + cells->size * item, items + cells->size * cell->n, cells->size);
}
