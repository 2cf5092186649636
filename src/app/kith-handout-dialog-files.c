/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handouts to printers and files, and filled tables back. */
#include <glib/gi18n.h>

#include "kith-answers-csv.h"
#include "kith-handout-dialog-private.h"
#include "kith-ratings-csv.h"
#include "kith-safe-write.h"

#define NOTES_SHOWN 12

/* --- Printing --- */

static void
on_begin_print (GtkPrintOperation *print, GtkPrintContext *context, KithHandoutDialog *self)
{
  gtk_print_operation_set_n_pages (print, (int) kith_handout_n_pages (self->handout));
}

static void
on_draw_page (GtkPrintOperation *print, GtkPrintContext *context, int page, KithHandoutDialog *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / KITH_HANDOUT_WIDTH,
                      gtk_print_context_get_height (context) / KITH_HANDOUT_HEIGHT);

  cairo_scale (cr, scale, scale);
  kith_handout_draw (self->handout, (guint) page, cr);
}

static void
on_print (KithHandoutDialog *self)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;

  if (self->handout == NULL)
    return;
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  gtk_print_operation_set_job_name (print, kith_handout_title (self->handout));
  g_signal_connect (print, "begin-print", G_CALLBACK (on_begin_print), self);
  g_signal_connect (print, "draw-page", G_CALLBACK (on_draw_page), self);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
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
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
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
