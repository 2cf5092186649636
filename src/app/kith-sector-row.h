/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that shows a sector and all others beside it, one click away. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SECTOR_ROW (kith_sector_row_get_type ())
G_DECLARE_FINAL_TYPE (KithSectorRow, kith_sector_row, KITH, SECTOR_ROW, AdwPreferencesRow)

/* Signal "picked" (gint64 sector): a person chose. */

/* `sector` 0: several, or none. */
void kith_sector_row_show (KithSectorRow *self, KithViewer *viewer, KithId sector);

G_END_DECLS
