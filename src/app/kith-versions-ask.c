/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions about versions: under which name to keep, and whether to go back. */
#include <glib/gi18n.h>

#include "kith-versions-dialog.h"

static void
on_name_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithWindow *window = data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "keep") || *name == '\0')
    return;

  if (!kith_document_keep_version (kith_window_get_document (window), name, &error))
    {
      kith_window_complain (window, error->message);
      return;
    }

  text = g_strdup_printf (_ ("Kept as “%s”"), name);
  kith_window_say (window, text);
}

static gboolean
on_kept (gpointer window)
{
  kith_window_say (window, _ ("The version is kept."));
  return G_SOURCE_REMOVE;
}

/* Somebody comes to look while it is being named: the map as it is now is what was to be kept. The name is
 * the team's own word, so that it is not said. */
static gboolean
on_settle (AdwMessageDialog *dialog)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (!gtk_widget_get_mapped (GTK_WIDGET (dialog))
      || !adw_message_dialog_get_response_enabled (dialog, "keep"))
    return FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_kept, g_object_ref (window), g_object_unref);
  adw_message_dialog_response (dialog, "keep");
  return FALSE;
}

static void
on_name_changed (GtkEditable *entry, gpointer data)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (data, "keep", *name != '\0');
}

void
kith_versions_ask_name (KithWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("Keep this version"),
      _ ("The map as it is now can be looked at and brought back at any time. It is never removed "
         "by itself."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Board, May"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the version"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
                                    _ ("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "keep", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_name_response), window, 0);
  g_signal_connect_object (kith_window_get_viewer (window), "settle", G_CALLBACK (on_settle),
                           dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_revert_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithWindow *window = data;
  const char *id = g_object_get_data (G_OBJECT (dialog), "version");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "revert"))
    return;

  if (kith_document_revert (kith_window_get_document (window), id, &error))
    kith_window_say (window, _ ("Gone back. Undo brings the later state again."));
  else
    kith_window_complain (window, error->message);
}

void
kith_versions_ask_revert (KithWindow *window, const char *id, const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), NULL, NULL);

  if (words != NULL)
    adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Go back to “%s”?"), words);
  else
    adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog),
                                    _ ("Go back to the map as it was opened?"));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _ ("It is one step: Undo brings back what is there now."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "revert",
                                    _ ("_Go Back"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "revert");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "version", g_strdup (id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_revert_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
