/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a window: stakeholders, links and events, one of them at a time, with a search
 * that narrows the rows down. Knows nothing of where in the window it stands. */
#pragma once

#include <gtk/gtk.h>

#include "kith-canvas.h"
#include "kith-listing.h"

G_BEGIN_DECLS

#define KITH_TYPE_TABLE_PANE (kith_table_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithTablePane, kith_table_pane, KITH, TABLE_PANE, GtkWidget)

/* Signals: "leave": the keyboard goes elsewhere. "listing-changed": another table is in front. */

/* NULL: none; a table is filled when it is first in front. */
void kith_table_pane_set_viewer (KithTablePane *self, KithViewer *viewer);
void kith_table_pane_set_canvas (KithTablePane *self, KithCanvas *canvas);
KithListing kith_table_pane_get_listing (KithTablePane *self);
void kith_table_pane_set_listing (KithTablePane *self, KithListing listing);

/* See kith_table_view_dup_shown(). */
char *kith_table_pane_dup_columns (KithTablePane *self, KithListing listing);
void kith_table_pane_set_columns (KithTablePane *self, KithListing listing, const char *keys);

void kith_table_pane_flush (KithTablePane *self);  /* commits what is being typed */
void kith_table_pane_forget (KithTablePane *self); /* drops what was searched */
void kith_table_pane_grab (KithTablePane *self);   /* the keyboard, to the selected row */
void kith_table_pane_search (KithTablePane *self);
void kith_table_pane_add (KithTablePane *self);
void kith_table_pane_link (KithTablePane *self);
void kith_table_pane_edit (KithTablePane *self);
gboolean kith_table_pane_is_typing (KithTablePane *self);

G_END_DECLS
