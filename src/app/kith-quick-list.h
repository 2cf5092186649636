/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was understood of a quick entry, as rows: first what was not, then who and what is new or
 * there already. Knows neither the text nor the map that will take it. */
#pragma once

#include <gtk/gtk.h>

#include "kith-quick-entry.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* Fills the list; `items` as of kith_quick_items(). `map`: whose sectors count. */
void kith_quick_list_fill (GtkListBox *list,
                           KithImport *import,
                           const GPtrArray *items,
                           KithMap *map,
                           KithPaletteName palette);
/* Brings what became of a line into sight, as soon as it has a place. */
void kith_quick_list_show_line (GtkListBox *list, guint line);
/* The line of the text that a row is about; 0 for none. */
guint kith_quick_list_line (GtkListBoxRow *row);

G_END_DECLS
