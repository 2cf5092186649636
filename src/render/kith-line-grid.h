/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid over the map that finds which lines may touch a place. What is asked of a line first stands in the
 * cells themselves, so that those that pass by need not be looked at. Knows not what the lines stand for. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct _KithLineGrid KithLineGrid;

/* `cell`: side of a cell, map units. */
KithLineGrid *kith_line_grid_new (double cell);
void kith_line_grid_free (KithLineGrid *grid);
void kith_line_grid_add (KithLineGrid *grid, gpointer item, const KithPoint *points, guint n);
void kith_line_grid_remove (KithLineGrid *grid, gpointer item, const KithPoint *points, guint n);
/* Calls back for each item whose line may touch the rectangle; for some several times. */
void kith_line_grid_foreach (const KithLineGrid *grid,
                             const KithRect *rect,
                             GFunc func,
                             gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLineGrid, kith_line_grid_free)

G_END_DECLS
