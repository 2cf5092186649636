/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sayings that a person should hear wherever the keyboard is: labels with the accessible role
 * "status" or "alert". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every such label takes its words by this: newer GTK only shows them. */
void kith_status_set_text (GtkLabel *label, const char *text);
/* Only where GTK can, from 4.14 on, and only while the widget is to be seen. */
void kith_status_announce (GtkWidget *widget, const char *text);

G_END_DECLS
