/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-open-failure.h"

#include <glib/gi18n.h>

#include "kith-file.h"
#include "kith-onlookers.h"
#include "kith-open.h"
#include "kith-store-error.h"

static void
on_salvaged_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "versions"))
    g_action_group_activate_action (data, "versions", NULL);
}

/* The map that was salvaged is an untitled draft: the damaged file stays as it is. */
static void
salvage (KithWindow *window, GFile *file)
{
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_file_salvage (file, &report, &error);
  KithWindow *shown;
  GtkWidget *dialog;

  if (map == NULL)
    {
      kith_window_complain (window, error->message);
      return;
    }

  shown = kith_open_map (window, map);
  if (shown == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (shown), _ ("What could be read is here"), NULL);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("%s\n\nIt is a new draft; the damaged file has not been touched."),
      report != NULL ? report : "");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "versions",
                                    _ ("Earlier _Versions…"), "close", _ ("_Close"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_salvaged_response), shown, 0);
  kith_onlookers_let_stay (GTK_WINDOW (dialog)); /* it has numbers only, and says them once */
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "salvage"))
    salvage (data, g_object_get_data (G_OBJECT (dialog), "file"));
}

void
kith_open_failure_show (KithWindow *window, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("“%s” could not be opened"),
                                     name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (kith_store_error_is_salvageable (error))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "salvage",
                                       _ ("_Bring Back What Can Be Read"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "salvage",
                                                  ADW_RESPONSE_SUGGESTED);
    }

  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), window, 0);
  gtk_window_present (GTK_WINDOW (window)); /* the program may have been started with that file */
  gtk_window_present (GTK_WINDOW (dialog));
}
