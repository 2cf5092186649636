/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zoom bar: smaller, how large, larger, all. Knows the actions of the canvas by name only. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kith_zoom_bar_new (void);
void kith_zoom_bar_set_zoom (GtkWidget *bar, double zoom);

G_END_DECLS
