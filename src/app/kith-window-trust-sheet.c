/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet in the window: where the tables stand when they are there, and its export. */
#include <glib/gi18n.h>

#include "kith-open.h"
#include "kith-safe-write.h"
#include "kith-window-private.h"

static void
set_sheet (KithWindow *self, gboolean shown)
{
  kith_window_flush (self);
  self->sheet_shown = shown;
  self->tables_shown = self->tables_shown && !shown;
  kith_window_update_tables (self);
  kith_window_grab_map (self, shown);
}

static void
on_sheet (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;

  if (self->document != NULL)
    set_sheet (self, g_variant_get_boolean (value));
}

static void
on_place (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  int place;

  if (!kith_enum_from_key (&kith_table_places, g_variant_get_string (value, NULL), &place))
    return;
  self->sheet_place = (KithTablesPlace) place;
  set_sheet (self, TRUE);
}

/* --- Export --- */

static gboolean
is_table (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_str_has_suffix (small, ".csv");
}

static void
export_to (KithWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kith_trust_pane_export (self->trust_sheet, !is_table (name), &error);

  if (bytes == NULL || !kith_safe_write (file, bytes, &error))
    kith_window_complain (self, error->message);
  else
    {
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), shown);

      kith_window_say_written (self, text, file);
    }
}

static void
on_export_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (KithWindow) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->viewer != NULL)
    export_to (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* What is exported is what is shown: a sheet that is not there comes up first. */
static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  GtkFileChooserNative *native;

  if (!self->sheet_shown)
    set_sheet (self, TRUE);
  kith_window_flush (self);
  native = gtk_file_chooser_native_new (_ ("Export the Trust Sheet"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("PDF pages"), "pdf");
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("Table (CSV)"), "csv");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("Trust sheet.pdf"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_export_response), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static const GActionEntry entries[] = {
  { "trust-sheet", NULL, NULL, "false", on_sheet },
  { "trust-sheet-place", NULL, "s", "'instead'", on_place },
  { "export-trust-sheet", on_export },
};

void
kith_window_install_sheet_actions (KithWindow *self)
{
  self->sheet_place = KITH_TABLES_INSTEAD;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_sheet_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);

      gboolean exports = g_str_equal (entries[i].name, "export-trust-sheet");

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   self->document != NULL
                                       && (!exports || self->audience != KITH_PUBLIC));
    }
}
