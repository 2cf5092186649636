/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-onlookers.h"

#include <adwaita.h>

#include "kith-keys.h"

#define ACTION "audience"
#define HAS_KEYS "kith-onlookers-keys"
#define STAYS "kith-onlookers-stays"

/* --- The keys --- */

static GtkWindow *
map_window_of (GtkWindow *window)
{
  while (window != NULL && !G_IS_ACTION_MAP (window))
    window = gtk_window_get_transient_for (window);
  return window;
}

/* The application's own keys do not reach a window that is none of its maps, nor a popover, which takes all
 * keys for itself. */
static void
add_keys (GtkWidget *widget)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < kith_n_keys; i++)
    {
      const KithKey *key = &kith_keys[i];
      g_autofree char *name = NULL;
      GVariant *target = NULL;
      GtkShortcut *shortcut;

      if (key->action == NULL || !g_str_has_prefix (key->action, "win." ACTION "::")
          || !g_action_parse_detailed_name (key->action, &name, &target, NULL))
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key->keys),
                                   gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      g_clear_pointer (&target, g_variant_unref);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (widget, keys);
}

/* The key that closes both is at work in it yet when its parent goes: it must not look for it then. */
static void
on_parent_gone (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

/**
 * kith_onlookers_share:
 * @window: one without the action
 * @audience: called "audience"; its parameter is the key of an audience
 */
void
kith_onlookers_share (GtkWindow *window, GAction *audience)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action (G_ACTION_MAP (group), audience);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
  add_keys (GTK_WIDGET (window));
}

static void
share_action (GtkWindow *window, GtkWindow *map)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (map), ACTION);

  g_signal_connect_object (gtk_window_get_transient_for (window), "destroy",
                           G_CALLBACK (on_parent_gone), window, G_CONNECT_SWAPPED);
  if (action != NULL)
    kith_onlookers_share (window, action);
}

static gboolean
on_any_mapped (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWindow *map = NULL;

  if (!GTK_IS_POPOVER (widget))
    map = GTK_IS_WINDOW (widget) ? map_window_of (GTK_WINDOW (widget)) : NULL;
  if ((map == NULL && !GTK_IS_POPOVER (widget)) || (GtkWidget *) map == widget
      || g_object_get_data (G_OBJECT (widget), HAS_KEYS) != NULL)
    return TRUE;
  g_object_set_data (G_OBJECT (widget), HAS_KEYS, widget);
  if (map != NULL)
    share_action (GTK_WINDOW (widget), map);
  else
    add_keys (widget);
  return TRUE;
}

void
kith_onlookers_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_any_mapped, NULL,
                              NULL);
}

void
kith_onlookers_let_stay (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), STAYS, window);
}

/* --- What goes --- */

static gboolean
is_over (GtkWindow *window, GtkWindow *under)
{
  return gtk_window_get_transient_for (window) == under
         && gtk_widget_get_mapped (GTK_WIDGET (window));
}

gboolean
kith_onlookers_are_typing_over (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (is_over (l->data, window) && g_object_get_data (l->data, STAYS) == NULL)
      return TRUE;
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/**
 * kith_onlookers_close_popovers:
 * @widget: a window that is for others soon
 *
 * While it is still for those before: what is typed in one of them is theirs.
 */
void
kith_onlookers_close_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      {
        kith_onlookers_close_popovers (child);
        if (GTK_IS_POPOVER (child))
          gtk_popover_popdown (GTK_POPOVER (child));
      }
}

/* What stays for something that it could not store goes nevertheless: others must not see it. */
static gboolean
dismiss_one (GtkWindow *window)
{
  gboolean asks = kith_onlookers_dismiss (window);

  if (g_object_get_data (G_OBJECT (window), STAYS) != NULL)
    return asks;
  asks = asks || ADW_IS_MESSAGE_DIALOG (window) || GTK_IS_DIALOG (window);
  /* one that goes with it would keep the keys */
  kith_onlookers_close_popovers (GTK_WIDGET (window));
  gtk_window_close (window);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_destroy (window);
  return asks;
}

/**
 * kith_onlookers_dismiss:
 * @window: that is for others now
 *
 * Each is closed as its own sign would close it, the last that came first.
 *
 * Returns: whether something was asked that is not answered now
 */
gboolean
kith_onlookers_dismiss (GtkWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  gboolean asks = FALSE;

  g_list_foreach (all, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = all; l != NULL; l = l->next)
    {
      if (is_over (l->data, window))
        asks = dismiss_one (l->data) || asks;
      g_object_unref (l->data);
    }
  return asks;
}
