/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-room-help.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"

/**
 * kith_room_help_new:
 * @keys: (array length=n): what it lists
 * @n: how many
 * @name: what a screen reader calls it
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
kith_room_help_new (const KithRoomKey *keys, guint n, const char *name)
{
  /* of a grid without a role GTK 4.18 says no name */
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 32);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (int i = 0; i < (int) n; i++)
    {
      GtkWidget *pressed = gtk_label_new (_ (keys[i].keys));
      GtkWidget *words = gtk_label_new (_ (keys[i].words));

      gtk_label_set_xalign (GTK_LABEL (pressed), 1);
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_widget_add_css_class (pressed, "kith-stage-key");
      gtk_grid_attach (GTK_GRID (grid), pressed, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), words, 1, i, 1, 1);
    }
  gtk_widget_add_css_class (grid, "kith-stage-card");
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  kith_widget_set_name (grid, name);
  return grid;
}
