/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table: ids of the records that a window shows, sorted and narrowed down, as a list
 * model that makes an object only for a row that somebody looks at. What is selected is what the
 * viewer has selected; of events, it is what the viewer's selection has lived through. */
#pragma once

#include <gtk/gtk.h>

#include "kith-listing.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_TABLE_ROW (kith_table_row_get_type ())
G_DECLARE_FINAL_TYPE (KithTableRow, kith_table_row, KITH, TABLE_ROW, GObject)

KithId kith_table_row_get_id (KithTableRow *self);

#define KITH_TYPE_TABLE_ROWS (kith_table_rows_get_type ())
G_DECLARE_FINAL_TYPE (KithTableRows, kith_table_rows, KITH, TABLE_ROWS, GObject)

KithTableRows *kith_table_rows_new (KithListing listing);
void kith_table_rows_set_viewer (KithTableRows *self, KithViewer *viewer);

/* Columns that are searched; borrowed, and to be set again before they go. */
void kith_table_rows_set_columns (KithTableRows *self, GPtrArray *columns);
void kith_table_rows_set_words (KithTableRows *self, const char *words);
/* Only what the window's filter lets through; an event by what it belongs to. */
void kith_table_rows_set_filtered (KithTableRows *self, gboolean filtered);
/* The filter may be another one. */
void kith_table_rows_follow_view (KithTableRows *self);
/* NULL: names, of events dates. */
void kith_table_rows_set_order (KithTableRows *self,
                                const KithListColumn *column,
                                gboolean descending);
/* What is shown has changed. With `keep_places`, as while somebody is at work in the table, what
 * was there stays where it is. */
void kith_table_rows_follow (KithTableRows *self, KithEdit *edit, gboolean keep_places);

guint kith_table_rows_n (KithTableRows *self);
guint kith_table_rows_n_all (KithTableRows *self); /* of the map, whatever the words */
KithId kith_table_rows_nth (KithTableRows *self, guint position);
gboolean kith_table_rows_find (KithTableRows *self, KithId id, guint *position);
GArray *kith_table_rows_dup_selected (
    KithTableRows *self); /* of KithId, in the order of the rows */

G_END_DECLS
