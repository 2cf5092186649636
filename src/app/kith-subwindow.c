/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-subwindow.h"

#include <glib/gi18n-lib.h>

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
