/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage of a map as a grid: sectors down, levels across, each place a button that says how many
 * are there, or a dot where there is nobody. Knows no viewer. */
#pragma once

#include <gtk/gtk.h>

#include "kith-coverage.h"

G_BEGIN_DECLS

#define KITH_TYPE_COVERAGE_GRID (kith_coverage_grid_get_type ())
G_DECLARE_FINAL_TYPE (KithCoverageGrid, kith_coverage_grid, KITH, COVERAGE_GRID, GtkWidget)

/* Signal "place" (gint64 sector, int level): a place was chosen; level -1 is all of a sector. */

/* `rows`: of kith_coverage_new(). */
void kith_coverage_grid_show (KithCoverageGrid *self, KithMap *map, GArray *rows);

G_END_DECLS
