/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid over the map that finds what lies near a place without looking at everything. Holds
 * numbers; knows not what they stand for. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct _KithGrid KithGrid;

/* `cell`: side of a cell, map units. */
KithGrid *kith_grid_new (double cell);
void kith_grid_free (KithGrid *grid);
void kith_grid_add (KithGrid *grid, gpointer item, const KithRect *rect);
void kith_grid_remove (KithGrid *grid, gpointer item, const KithRect *rect);
/* Calls back for each item of the cells that the rectangle touches; an item that lies in several
 * is met several times. */
void kith_grid_foreach (const KithGrid *grid, const KithRect *rect, GFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithGrid, kith_grid_free)

G_END_DECLS
