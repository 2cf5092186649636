/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a grid that are in use, and what lies in each: what the grids of this room have in common. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What lies in one cell; cells are never given up, so that removing is no more than that. */
typedef struct
{
  guint64 key;
  gpointer items; /* of KithCells.size bytes each; NULL: this place of the table is free */
  guint n;
  guint room;
} KithCell;

/* Invariant: at most half of the table's places are taken; their number is a power of two. */
typedef struct
{
  gsize size; /* bytes of an item */
  KithCell *table;
  guint n_places;
  guint n_taken;
} KithCells;

void kith_cells_init (KithCells *cells, gsize size);
void kith_cells_clear (KithCells *cells);
/* The cell, or one without items. Stays where it is until one is added. */
const KithCell *kith_cells_find (const KithCells *cells, gint64 column, gint64 row);
/* The same, made where there is none. */
KithCell *kith_cells_ensure (KithCells *cells, gint64 column, gint64 row);
/* Room for one more item, which the caller fills. */
gpointer kith_cells_add (KithCells *cells, KithCell *cell);
/* The last takes its place. */
void kith_cells_remove (KithCells *cells, KithCell *cell, guint item);

G_END_DECLS
