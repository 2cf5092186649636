/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-keyboard.h"

#define RESTS "kith-rests"

gboolean
kith_widget_has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* --- Where it rests --- */

/* It is no stop of its own for Tab. */
static void
on_is_focus (GtkWidget *place, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  if (!gtk_event_controller_focus_is_focus (focus))
    gtk_widget_set_focusable (place, FALSE);
}

static gboolean
on_key (GtkWidget *place, guint keyval, guint code, GdkModifierType state)
{
  if (!gtk_widget_is_focus (place) || keyval != GDK_KEY_Tab
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_set_focusable (place, FALSE); /* else it would lead past what is within */
  return gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
}

static void
prepare (GtkWidget *place)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (place), RESTS, place);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (on_is_focus), place);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), place);
  gtk_widget_add_controller (place, focus);
  gtk_widget_add_controller (place, keys);
}

/**
 * kith_keyboard_rest:
 * @place: holds what the keyboard was on or would go to, and takes no keys itself
 *
 * What had the keyboard is gone, and whoever typed there may type on without looking up.
 */
void
kith_keyboard_rest (GtkWidget *place)
{
  if (g_object_get_data (G_OBJECT (place), RESTS) == NULL)
    prepare (place);
  gtk_widget_set_focusable (place, TRUE);
  gtk_widget_grab_focus (place);
}
