/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handouts to printers and files, and filled tables back. */
#include <glib/gi18n.h>

#include "kith-answers-csv.h"
#include "kith-handout-dialog-private.h"
#include "kith-open.h"
#include "kith-print.h"
#include "kith-ratings-csv.h"
#include "kith-safe-write.h"

#define NOTES_SHOWN 12

/* --- Printing --- */

static KithPages *
make_pages (const KithPageSize *size, KithOrientation turned, gpointer data, GError **error)
{
  const KithHandoutDialog *self = data;

  return kith_pages_new_for_handout (self->handout);
}

static void
on_print (KithHandoutDialog *self)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  if (self->handout == NULL)
    return;
  setup = kith_print_page_setup ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
  kith_print (GTK_WINDOW (self), kith_handout_title (self->handout), setup, make_pages, self,
              &error);
  if (error != NULL)
    kith_handout_dialog_say (self, error->message);
}

/* --- Writing --- */

static GBytes *
make_bytes (KithHandoutDialog *self, gboolean table, GError **error)
{
  KithRoundSheet sheet = kith_handout_dialog_sheet (self);

  if (table && self->question != 0)
    return kith_answers_csv_write (self->shown, self->question);
  return table ? kith_ratings_csv_write (self->shown, &sheet)
               : kith_handout_to_pdf (self->handout, error);
}

static void
write_to (KithHandoutDialog *self, GFile *file, gboolean table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (self, table, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (bytes == NULL || !kith_safe_write (file, bytes, &error))
    {
      kith_handout_dialog_say (self, error->message);
      return;
    }
  gtk_window_present (GTK_WINDOW (self));
  text = g_strdup_printf (_ ("Exported “%s”"), shown);
  kith_handout_dialog_say (self, text);
}

static void
on_write_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithHandoutDialog) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gboolean table = g_object_get_data (G_OBJECT (native), "table") != NULL;

  gtk_native_dialog_hide (native);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->handout != NULL)
    write_to (self, file, table);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
choose_where (KithHandoutDialog *self, gboolean table)
{
  GtkFileChooserNative *native;
  g_autofree char *name = NULL;

  if (self->handout == NULL)
    return;
  native = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  name = g_strconcat (kith_handout_title (self->handout), table ? ".csv" : ".pdf", NULL);
  g_strdelimit (name, "/\n", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_object_set_data (G_OBJECT (native), "table", table ? self : NULL);
  g_signal_connect (native, "response", G_CALLBACK (on_write_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_pdf (KithHandoutDialog *self)
{
  choose_where (self, FALSE);
}

static void
on_table (KithHandoutDialog *self)
{
  choose_where (self, TRUE);
}

/* --- Reading back --- */

static void
on_read_answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithHandoutDialog *self = data;
  KithRatingsRead *read = g_object_get_data (G_OBJECT (dialog), "read");

  if (!g_str_equal (response, "read"))
    return;
  gtk_window_present (GTK_WINDOW (self));
  if (kith_viewer_perform (self->viewer, kith_edit_ref (read->edit), NULL))
    kith_handout_dialog_say (self, _ ("Read in, as one step that can be undone"));
}

static char *
describe_read (const KithRatingsRead *read)
{
  g_autofree char *summary = kith_ratings_read_to_words (read);
  GString *words = g_string_new (summary);
  guint n = read->notes->len;

  for (guint i = 0; i < MIN (n, NOTES_SHOWN); i++)
    {
      g_autofree char *line = kith_ratings_note_to_words (read->notes->pdata[i]);

      g_string_append_printf (words, "\n%s", line);
    }
  if (n > NOTES_SHOWN)
    g_string_append_printf (words, ngettext ("\n… and %u more", "\n… and %u more", n - NOTES_SHOWN),
                            n - NOTES_SHOWN);
  return g_string_free (words, FALSE);
}

static void
ask_read (KithHandoutDialog *self, KithRatingsRead *read)
{
  g_autofree char *words = describe_read (read);
  gboolean any = !kith_edit_is_empty (read->edit);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                              any ? _ ("Read These Ratings In?")
                                                  : _ ("Nothing New in This Table"),
                                              words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   any ? _ ("_Cancel") : _ ("_Close"));
  if (any)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "read", _ ("_Read In"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "read",
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "read");
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "read", read, (GDestroyNotify) kith_ratings_read_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_read_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static KithRatingsRead *
read_table (KithHandoutDialog *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithCsvTable) table = NULL;
  KithDate today = kith_viewer_date (self->viewer);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > KITH_CSV_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” is no table that can be read."),
                   shown);
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  table = bytes != NULL ? kith_csv_read (bytes, shown, error) : NULL;
  return table != NULL ? kith_ratings_csv_read (kith_viewer_get_whole_map (self->viewer), table,
                                                self->round, &today, error)
                       : NULL;
}

static void
on_read_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithHandoutDialog) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autoptr (GError) error = NULL;
  KithRatingsRead *read = NULL;

  gtk_native_dialog_hide (native);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    read = read_table (self, file, &error);
  if (read != NULL)
    ask_read (self, read);
  else if (error != NULL)
    kith_handout_dialog_say (self, error->message);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_read (KithHandoutDialog *self)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Read a Filled Table"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("Tables (CSV)"), "csv");
  g_signal_connect (native, "response", G_CALLBACK (on_read_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
kith_handout_dialog_bind_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_pdf);
  gtk_widget_class_bind_template_callback (widget_class, on_table);
  gtk_widget_class_bind_template_callback (widget_class, on_read);
}
