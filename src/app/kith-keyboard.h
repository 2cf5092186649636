/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether it is on the widget or on something within it. */
gboolean kith_widget_has_keyboard (GtkWidget *widget);

G_END_DECLS
