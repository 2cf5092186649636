/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that opens where it is asked for, on the map, in a table or in a strip. Knows no map. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A menu of `parent`, which is to unparent it and to take the keyboard back when it is closed; a screen
 * reader calls it `name`. */
GtkWidget *kith_popup_new (GtkWidget *parent, const char *name);
/* Opens it, pointing to a place in its parent's pixels. */
void kith_popup_at (GtkWidget *popup, const GdkRectangle *where);

G_END_DECLS
