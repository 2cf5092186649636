/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time bar: a date that is typed, in any form that people use. */
#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-status.h"
#include "kith-time-bar-private.h"

static gboolean
on_gone (gpointer data)
{
  gtk_widget_unparent (data);
  g_object_unref (data);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *popover, KithTimeBar *self)
{
  if (self->asking != GTK_WIDGET (popover))
    return;
  self->asking = NULL;
  /* not while it is still closing */
  g_idle_add (on_gone, g_object_ref (popover));
  kith_time_bar_take_keyboard (self);
}

void
kith_time_bar_end_asking (KithTimeBar *self)
{
  GtkWidget *asking = g_steal_pointer (&self->asking);

  if (asking != NULL)
    gtk_widget_unparent (asking);
}

static void
on_activate (GtkEntry *entry, KithTimeBar *self)
{
  GtkLabel *words = g_object_get_data (G_OBJECT (entry), "words");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *now = g_utf8_casefold (_ ("Now"), -1);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GError) error = NULL;
  KithDate today = kith_date_today (), date = KITH_DATE_INIT;

  if (!g_str_equal (folded, now) && !kith_date_parse (text, &date, &error))
    {
      kith_status_set_text (words, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_popover_present (GTK_POPOVER (self->asking)); /* it grows: GTK 4.18 would close it */
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->asking));
  kith_time_bar_go (self, kith_date_is_set (&date) ? kith_date_as_at (&date, today.first) : 0);
}

static void
on_typed (GtkEntry *entry)
{
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static GtkWidget *
make_content (KithTimeBar *self, const char *text, GtkWidget **entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 32, NULL);

  *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (*entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 24);
  gtk_entry_set_placeholder_text (GTK_ENTRY (*entry), _ ("12 March 2019, 2009, about 1995"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Date to go to"), -1);
  kith_status_set_text (GTK_LABEL (words),
                        _ ("A date in any form; Enter shows the map as it was then."));
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_add_css_class (words, "caption");
  g_object_set_data (G_OBJECT (*entry), "words", words);
  g_signal_connect (*entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (*entry, "changed", G_CALLBACK (on_typed), NULL);
  gtk_box_append (GTK_BOX (box), *entry);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/**
 * kith_time_bar_ask:
 * @self: a bar
 * @text: what has been typed of it
 */
void
kith_time_bar_ask (KithTimeBar *self, const char *text)
{
  GdkRectangle at;
  GtkWidget *entry = NULL;

  if (self->viewer == NULL)
    return;
  kith_time_bar_pause (self);
  kith_time_bar_end_asking (self);
  kith_time_track_get_handle (self->track, &at);
  self->asking = gtk_popover_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->asking), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to a date"), -1);
  gtk_popover_set_child (GTK_POPOVER (self->asking), make_content (self, text, &entry));
  gtk_popover_set_position (GTK_POPOVER (self->asking), GTK_POS_TOP);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->asking), &at);
  gtk_widget_set_parent (self->asking, GTK_WIDGET (self->track));
  g_signal_connect (self->asking, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->asking));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}
