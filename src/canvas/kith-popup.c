/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-popup.h"

/**
 * kith_popup_new:
 * @parent: what it is the menu of
 * @name: what a screen reader calls it
 *
 * Returns: (transfer none): a menu without items yet
 */
GtkWidget *
kith_popup_new (GtkWidget *parent, const char *name)
{
  GtkWidget *popup = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (popup), FALSE);
  gtk_widget_set_halign (popup, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popup), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (popup, parent);
  return popup;
}

/**
 * kith_popup_at:
 * @popup: a menu with its items
 * @where: what it is about, pixels of its parent
 */
void
kith_popup_at (GtkWidget *popup, const GdkRectangle *where)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (popup), where);
  gtk_popover_popup (GTK_POPOVER (popup));
}
