/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-style.h"

#include <adwaita.h>

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  set_class (widget, "kith-dark", adw_style_manager_get_dark (manager));
  set_class (widget, "kith-contrast", adw_style_manager_get_high_contrast (manager));
}

/**
 * kith_style_follow:
 * @widget: the outermost widget of what has colours of our own
 */
void
kith_style_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update), widget,
                           G_CONNECT_SWAPPED);
  update (widget);
}
