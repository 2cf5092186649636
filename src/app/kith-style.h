/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's style as classes of a widget: "kith-dark" and "kith-contrast", for colours of our
 * own in style sheets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the classes of the widget in step with the style for as long as it lives. */
void kith_style_follow (GtkWidget *widget);

G_END_DECLS
