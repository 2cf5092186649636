/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name entry: a name that is typed right in its box on the map, and a button beside it for the
 * sector, which follows the name until somebody chooses one. Knows neither the canvas nor edits. */
#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_NAME_ENTRY (kith_name_entry_get_type ())
G_DECLARE_FINAL_TYPE (KithNameEntry, kith_name_entry, KITH, NAME_ENTRY, GtkWidget)

/* Signals: "typed": name or sector differ. "done" (gboolean commit): Enter or focus elsewhere;
 * FALSE for Escape. */

KithNameEntry *kith_name_entry_new (KithMap *map, const char *name, KithId sector, gboolean guess);
char *kith_name_entry_dup_name (KithNameEntry *self);
KithId kith_name_entry_get_sector (KithNameEntry *self);
void kith_name_entry_set_look (KithNameEntry *self, KithPaletteName palette, double zoom);
void kith_name_entry_set_box (KithNameEntry *self, double width, double height);
void kith_name_entry_start (KithNameEntry *self);

G_END_DECLS
