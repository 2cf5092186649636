/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a table: a line of text that can be focused, and an entry while it is being typed in.
 * Knows a column and the id of a row, not the table around it. */
#pragma once

#include <gtk/gtk.h>

#include "kith-listing.h"
#include "kith-palette.h"

G_BEGIN_DECLS

#define KITH_TYPE_TABLE_CELL (kith_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (KithTableCell, kith_table_cell, KITH, TABLE_CELL, GtkWidget)

/* Signal "typed" (gboolean done, int way): the entry has been left: with Enter (way 0), Tab (1),
 * Shift+Tab (−1), by going elsewhere (2) or, not done, with Escape. */

GtkWidget *kith_table_cell_new (const KithListColumn *column);
const KithListColumn *kith_table_cell_get_column (KithTableCell *self);
KithId kith_table_cell_get_id (KithTableCell *self);
void kith_table_cell_set_id (KithTableCell *self, KithId id); /* 0: it shows nothing */
void kith_table_cell_show (KithTableCell *self, const char *text, const char *name);

/* `text` is what the entry begins with; selected, unless it is what was typed already. */
void kith_table_cell_begin_typing (KithTableCell *self, const char *text, gboolean typed);
gboolean kith_table_cell_is_typing (KithTableCell *self);
const char *kith_table_cell_get_typed (KithTableCell *self);
void kith_table_cell_end_typing (KithTableCell *self);

G_END_DECLS
