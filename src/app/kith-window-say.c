/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what it says for a moment, in one toast whose words change. A toast that goes while
 * it is still coming up brings libadwaita 1.2 down, so none goes before it has arrived. */
#include <glib/gi18n.h>

#include "kith-names.h"
#include "kith-status.h"
#include "kith-window-private.h"

#define ARRIVAL 1000 /* milliseconds, generously: libadwaita takes up to 500 */
#define SHORT 5000   /* milliseconds for which a sentence stands */
#define LONG 10000   /* where there is something to press */

static void
on_dismissed (KithWindow *self)
{
  g_clear_handle_id (&self->toast_rest, g_source_remove);
  g_clear_weak_pointer (&self->toast);
}

static gboolean
on_rest (gpointer data)
{
  KithWindow *self = data;

  self->toast_rest = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
go_after (KithWindow *self, guint milliseconds)
{
  g_clear_handle_id (&self->toast_rest, g_source_remove);
  self->toast_rest = g_timeout_add (milliseconds, on_rest, self);
}

/* A sentence that does not fit in one line goes on in the next. */
static void
wrap_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) == NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_lines (GTK_LABEL (widget), 4);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_labels (child);
}

/* The button with which a person puts it away has an icon only. A window that goes has no more
   overlay by the time that its toasts go with it. */
static void
complete_toast (KithWindow *self)
{
  GtkWidget *content;

  if (self->toasts == NULL)
    return;
  content = adw_toast_overlay_get_child (self->toasts);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      {
        kith_names_give (child, NULL);
        wrap_labels (child);
      }
}

/* One that has to wait for another to go gets its widget later. */
static void
watch_toasts (KithWindow *self)
{
  GListModel *children;

  if (g_object_get_data (G_OBJECT (self->toasts), "kith-children") != NULL)
    return;
  children = gtk_widget_observe_children (GTK_WIDGET (self->toasts));
  g_object_set_data_full (G_OBJECT (self->toasts), "kith-children", children, g_object_unref);
  g_signal_connect_object (children, "items-changed", G_CALLBACK (complete_toast), self,
                           G_CONNECT_SWAPPED);
}

/* The one that is there, or else a new one. */
static AdwToast *
ensure_toast (KithWindow *self)
{
  if (self->toast != NULL)
    return self->toast;
  g_set_weak_pointer (&self->toast, adw_toast_new (""));
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed), self,
                           G_CONNECT_SWAPPED);
  self->toast_since = g_get_monotonic_time ();
  watch_toasts (self);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
  return self->toast;
}

typedef struct
{
  const char *label;
  const char *action;
  GVariant *target; /* floating, or NULL */
} Offer;

/* With a button, or none; an action never stands without its target. */
static void
put_offer (AdwToast *toast, const Offer *offer)
{
  g_autoptr (GVariant) target = NULL;

  adw_toast_set_action_name (toast, NULL);
  if (offer != NULL)
    {
      if (offer->target != NULL)
        target = g_variant_ref_sink (offer->target); /* the toast does not, where it has the same */
      adw_toast_set_action_target_value (toast, target);
      adw_toast_set_action_name (toast, offer->action);
    }
  adw_toast_set_button_label (toast, offer != NULL ? offer->label : NULL);
}

static void
say (KithWindow *self, const char *text, const Offer *offer)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = ensure_toast (self);

  /* a toast makes no event for screen readers */
  kith_status_set_text (self->status, text);
  adw_toast_set_title (toast, markup);
  put_offer (toast, offer);
  go_after (self, offer != NULL ? LONG : SHORT);
}

/* A toast has one button of its own: the first stands beside the words. */
static GtkWidget *
words_and_button (KithWindow *self, const char *text, const KithOffer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (offer->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), 32));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), offer->action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (kith_window_unsay), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

void
kith_window_offer_two (KithWindow *self, const char *text, const KithOffer offers[2])
{
  say (self, text, &(Offer){ offers[1].label, offers[1].action, NULL });
  if (self->toast == NULL)
    return;
  adw_toast_set_custom_title (self->toast, words_and_button (self, text, &offers[0]));
  complete_toast (self);
}

void
kith_window_say (KithWindow *self, const char *text)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && text != NULL);

  if (*text == '\0')
    kith_window_unsay (self);
  else
    say (self, text, NULL);
}

void
kith_window_say_written (KithWindow *self, const char *text, GFile *file)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && text != NULL && G_IS_FILE (file));

  say (self, text,
       &(Offer){ _ ("_Open"), "win.show-file", g_variant_new_take_string (g_file_get_uri (file)) });
}

void
kith_window_offer_of (KithWindow *self,
                      const char *text,
                      const char *label,
                      const char *action,
                      GVariant *target)
{
  say (self, text, &(Offer){ label, action, target });
}

void
kith_window_offer (KithWindow *self, const char *text, const char *label, const char *action)
{
  kith_window_offer_of (self, text, label, action, NULL);
}

/* The words are gone at once, the toast as soon as it may. */
void
kith_window_unsay (KithWindow *self)
{
  gint64 age;

  if (self->toast == NULL)
    return;
  age = (g_get_monotonic_time () - self->toast_since) / 1000;
  adw_toast_set_title (self->toast, "");
  put_offer (self->toast, NULL);
  if (age >= ARRIVAL)
    adw_toast_dismiss (self->toast);
  else
    go_after (self, (guint) (ARRIVAL - age));
}
