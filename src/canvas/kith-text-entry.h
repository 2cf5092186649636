/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text entry: words that are typed right where they stand on the map: a text of several lines,
 * or a frame's title. Knows neither the canvas nor edits. */
#pragma once

#include <gtk/gtk.h>

#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_TEXT_ENTRY (kith_text_entry_get_type ())
G_DECLARE_FINAL_TYPE (KithTextEntry, kith_text_entry, KITH, TEXT_ENTRY, GtkWidget)

/* Signals: "typed": the words differ. "done" (gboolean commit): Ctrl+Enter, focus elsewhere, or
 * Enter where there is one line only; FALSE for Escape. */

GtkWidget *kith_text_entry_new (const char *text, gboolean many_lines);
char *kith_text_entry_dup_text (KithTextEntry *self);
/* The words look as they will on the map; `colour` is a place in the palette. */
void kith_text_entry_set_look (KithTextEntry *self,
                               KithPaletteName palette,
                               int colour,
                               double zoom);
/* Size of the whole box, and where the words stand in it, pixels. */
void kith_text_entry_set_box (KithTextEntry *self,
                              double width,
                              double height,
                              double left,
                              double top);
void kith_text_entry_start (KithTextEntry *self);

G_END_DECLS
