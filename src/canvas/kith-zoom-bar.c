/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-zoom-bar.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
add_button (GtkWidget *bar,
            const char *icon,
            const char *action,
            const char *name,
            const char *tooltip)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

/**
 * kith_zoom_bar_new:
 *
 * Returns: (transfer floating): a bar of six buttons
 */
GtkWidget *
kith_zoom_bar_new (void)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *percentage, *label;

  gtk_widget_add_css_class (bar, "kith-card");
  gtk_widget_add_css_class (bar, "kith-zoom-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Zoom"),
                                  -1);
  add_button (bar, "go-previous-symbolic", "canvas.back", _ ("Back"),
              _ ("Back to where you were (Alt+Left)"));
  add_button (bar, "go-next-symbolic", "canvas.forward", _ ("Forward"), _ ("Forward (Alt+Right)"));
  add_button (bar, "zoom-out-symbolic", "canvas.zoom-out", _ ("Zoom out"),
              _ ("Zoom out (Ctrl+Minus)"));
  percentage = add_button (bar, NULL, "canvas.zoom-100", _ ("100 %"), _ ("Show at 100 % (Ctrl+0)"));
  label = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_widget_add_css_class (label, "kith-percentage");
  gtk_button_set_child (GTK_BUTTON (percentage), label);
  g_object_set_data (G_OBJECT (bar), "label", label);
  g_object_set_data (G_OBJECT (bar), "percentage", percentage);
  add_button (bar, "zoom-in-symbolic", "canvas.zoom-in", _ ("Zoom in"), _ ("Zoom in (Ctrl+Plus)"));
  add_button (bar, "zoom-fit-best-symbolic", "canvas.zoom-fit", _ ("Show the whole map"),
              _ ("Show the whole map (Ctrl+1 or Home)"));
  return bar;
}

/**
 * kith_zoom_bar_set_zoom:
 * @bar: a zoom bar
 * @zoom: pixels a map unit
 */
void
kith_zoom_bar_set_zoom (GtkWidget *bar, double zoom)
{
  /* Translators: how large the map is shown, in per cent. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) (zoom * 100 + 0.5));
  /* Translators: name of a button; %s is a percentage. */
  g_autofree char *name = g_strdup_printf (_ ("Zoom %s, back to 100 %%"), text);
  GtkLabel *label = g_object_get_data (G_OBJECT (bar), "label");

  if (g_str_equal (gtk_label_get_text (label), text))
    return;
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (g_object_get_data (G_OBJECT (bar), "percentage"),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
