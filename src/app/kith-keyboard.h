/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is, and where it rests. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether it is on the widget or on something within it. */
gboolean kith_widget_has_keyboard (GtkWidget *widget);
/* Puts it where keys alter nothing, until somebody chooses: Tab leads into the place, as a click does. */
void kith_keyboard_rest (GtkWidget *place);

G_END_DECLS
