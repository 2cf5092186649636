/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table: a column view of the stakeholders, links or events that a window shows, in which
 * everything can be changed that the canvas can change. Knows the viewer, and of the canvas only
 * where new things go. */
#pragma once

#include <gtk/gtk.h>

#include "kith-canvas.h"
#include "kith-listing.h"

G_BEGIN_DECLS

#define KITH_TYPE_TABLE_VIEW (kith_table_view_get_type ())
G_DECLARE_FINAL_TYPE (KithTableView, kith_table_view, KITH, TABLE_VIEW, GtkWidget)

/* Signals: "rows-changed": how many there are differs. "leave": the keyboard goes elsewhere.
 * "columns-changed": which there are, or which are shown. */

GtkWidget *kith_table_view_new (KithListing listing);
void kith_table_view_set_viewer (KithTableView *self, KithViewer *viewer);
void kith_table_view_set_canvas (KithTableView *self, KithCanvas *canvas);
void kith_table_view_set_words (KithTableView *self, const char *words);
/* Only what the window's filter lets through. */
void kith_table_view_set_filtered (KithTableView *self, gboolean filtered);
/* Commits what is being typed. */
void kith_table_view_flush (KithTableView *self);
gboolean kith_table_view_is_typing (KithTableView *self);
void kith_table_view_count (KithTableView *self, guint *shown, guint *all, guint *selected);

/* Columns: those of the audience, and which of them are shown. */
GPtrArray *kith_table_view_get_columns (KithTableView *self); /* of KithListColumn; borrowed */
gboolean kith_table_view_shows_column (KithTableView *self, const char *key);
void kith_table_view_show_column (KithTableView *self, const char *key, gboolean shown);
void kith_table_view_sort_by (KithTableView *self, const char *key, gboolean descending);
/* Keys of those shown, with blanks between; NULL: as they are at first. */
char *kith_table_view_dup_shown (KithTableView *self);
void kith_table_view_set_shown (KithTableView *self, const char *keys);

/* Adds a row; the name, ends or dialog come first. */
void kith_table_view_begin_add (KithTableView *self);
void kith_table_view_begin_edit (KithTableView *self); /* the cell with the keyboard */
void kith_table_view_begin_link (KithTableView *self); /* the selected one to another */
/* Gives the keyboard to the row of a record, or to the first. */
void kith_table_view_grab (KithTableView *self, KithId id);
void kith_table_view_delete (KithTableView *self);

G_END_DECLS
