/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-subwindow.h"

#include <glib/gi18n-lib.h>

#include "kith-keys.h"

typedef void (*Leave) (gpointer window);

static void
close_window (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        gpointer leave)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (keyval != GDK_KEY_Escape
      || (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return GDK_EVENT_PROPAGATE;
  ((Leave) leave) (window);
  return GDK_EVENT_STOP;
}

/**
 * kith_subwindow_take_escape:
 * @self: a window
 * @leave: (nullable): what Escape does; NULL: it closes the window
 */
void
kith_subwindow_take_escape (GtkWindow *self, Leave leave)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key),
                    leave != NULL ? (gpointer) leave : (gpointer) close_window);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The application's own keys do not reach a window that is none of its maps. */
static void
add_keys (GtkWindow *self, const char *prefix)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < kith_n_keys; i++)
    {
      const KithKey *key = &kith_keys[i];
      g_autofree char *name = NULL;
      GVariant *target = NULL;
      GtkShortcut *shortcut;

      if (key->action == NULL || !g_str_has_prefix (key->action, prefix)
          || !g_action_parse_detailed_name (key->action, &name, &target, NULL))
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key->keys),
                                   gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      g_clear_pointer (&target, g_variant_unref);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The key that closes both is at work in it yet when its parent goes: it must not look for it then. */
static void
on_parent_gone (GtkWindow *self)
{
  gtk_window_set_transient_for (self, NULL);
}

/**
 * kith_subwindow_share_audience:
 * @self: a window that is transient for another
 *
 * Somebody may come to look while it is open; what is typed in it is kept then.
 */
void
kith_subwindow_share_audience (GtkWindow *self)
{
  GtkWindow *main = gtk_window_get_transient_for (self);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GAction *action;

  while (main != NULL && !G_IS_ACTION_MAP (main))
    main = gtk_window_get_transient_for (main);
  action = main != NULL ? g_action_map_lookup_action (G_ACTION_MAP (main), "audience") : NULL;
  if (action == NULL)
    return;
  g_signal_connect_object (gtk_window_get_transient_for (self), "destroy",
                           G_CALLBACK (on_parent_gone), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), action);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
  add_keys (self, "win.audience::");
}

/**
 * kith_subwindow_say:
 * @toasts: of a window
 * @text: a sentence
 */
void
kith_subwindow_say (AdwToastOverlay *toasts, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
on_past_refused (AdwToastOverlay *toasts)
{
  kith_subwindow_say (toasts,
                      _ ("An earlier date is shown: only what was said then can be added to it. Go "
                         "back to now to alter anything else."));
}

/**
 * kith_subwindow_follow_past:
 * @toasts: of a window
 * @viewer: whose map it is about
 */
void
kith_subwindow_follow_past (AdwToastOverlay *toasts, KithViewer *viewer)
{
  g_signal_connect_object (viewer, "past-refused", G_CALLBACK (on_past_refused), toasts,
                           G_CONNECT_SWAPPED);
}
