/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an export goes, and the writing of it. */
#include <glib/gi18n.h>

#include "kith-export-dialog-private.h"
#include "kith-open.h"
#include "kith-safe-write.h"
#include "kith-status.h"

typedef struct
{
  const char *ending; /* NULL: asked of the film */
  const char *label;
} Format;

static const Format formats[] = {
  [KITH_PICTURE_PNG] = { ".png", N_ ("PNG pictures") },
  [KITH_PICTURE_PDF] = { ".pdf", N_ ("PDF documents") },
  [KITH_PICTURE_SVG] = { ".svg", N_ ("SVG drawings") },
  [KITH_PICTURE_HTML] = { ".html", N_ ("HTML pages") },
  [KITH_EXPORT_FILM] = { NULL, N_ ("Videos") },
};

static const Format *
format_of (KithExportDialog *self)
{
  return &formats[MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1)];
}

/* NULL: several files, which go into a folder. */
static const char *
ending_of (KithExportDialog *self)
{
  return kith_export_dialog_is_film (self) ? kith_export_dialog_film_ending (self)
                                           : format_of (self)->ending;
}

void
kith_export_dialog_say_problem (KithExportDialog *self, const char *text)
{
  gtk_widget_set_visible (self->problem, TRUE);
  kith_status_set_text (self->problem_label, text);
}

/* The dialog stays alive and can be cancelled while pages are drawn. */
static void
on_progress (double fraction, gpointer data)
{
  KithExportDialog *self = data;

  if (self->window == NULL) /* it has gone, and writing ends */
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (fraction, 0, 1));
  for (int i = 0; i < 20 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
put (KithExportDialog *self,
     GFile *file,
     KithMap *map,
     const KithView *view,
     const KithExport *options,
     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (kith_export_dialog_is_film (self))
    return kith_export_dialog_film_to (self, file, map, view, options, error);
  bytes = kith_export (map, view, options, error);
  return bytes != NULL && kith_safe_write (file, bytes, error);
}

static gboolean
draw (KithExportDialog *self, GFile *file, GError **error)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (KithMap) snapshot = kith_map_snapshot (map);
  KithExport options;
  KithView view;
  gboolean done;

  kith_export_dialog_read (self, &options, &view);
  self->cancellable = g_cancellable_new ();
  options.cancellable = self->cancellable;
  options.progress = on_progress;
  options.data = self;
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_widget_set_visible (self->progress, TRUE);

  done = put (self, file, snapshot, &view, &options, error);

  g_clear_object (&self->cancellable);
  if (self->window == NULL) /* it went meanwhile */
    return done;
  gtk_widget_set_sensitive (self->form, TRUE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  gtk_widget_set_visible (self->progress, FALSE);
  return done;
}

static void
write_to (KithExportDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  gboolean done = self->cancellable == NULL && self->window != NULL && draw (self, file, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->window == NULL
      || (!done && error == NULL)) /* it is being written already */
    return;

  if (!done)
    {
      kith_export_dialog_say_problem (self, error->message);
      return;
    }

  text = g_strdup_printf (_ ("Exported “%s”"), shown);
  kith_window_say_written (self->window, text, file);
  gtk_window_close (GTK_WINDOW (self));
}

/* Writing takes its time, with progress and Cancel below: the question has to be gone by then. */
static gboolean
on_overwrite (gpointer data)
{
  KithExportDialog *self = data;
  g_autoptr (GFile) file = g_object_steal_data (data, "overwritten");

  if (file != NULL && self->window != NULL)
    write_to (self, file);
  return G_SOURCE_REMOVE;
}

static void
on_overwrite_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (!g_str_equal (response, "replace"))
    return;
  g_object_set_data_full (data, "overwritten", g_object_ref (file), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_overwrite, g_object_ref (data), g_object_unref);
}

/* The chooser has asked about the name that was typed, not about the one with its ending. */
static void
ask_overwrite (KithExportDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Replace “%s”?"), shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_overwrite_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithExportDialog) self = data;
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  const char *ending = ending_of (self);

  gtk_native_dialog_hide (native);
  if (response == GTK_RESPONSE_ACCEPT && chosen != NULL)
    {
      g_autofree char *path = g_file_get_path (chosen);
      g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : g_strdup ("");
      gboolean whole = path == NULL || ending == NULL || g_str_has_suffix (lower, ending);
      g_autofree char *full = whole ? NULL : g_strconcat (path, ending, NULL);
      g_autoptr (GFile) file = whole ? g_object_ref (chosen) : g_file_new_for_path (full);

      if (!whole && g_file_query_exists (file, NULL))
        ask_overwrite (self, file);
      else
        write_to (self, file);
    }

  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

void
kith_export_dialog_write (KithExportDialog *self)
{
  const Format *format = format_of (self);
  gboolean folder_only = ending_of (self) == NULL;
  KithDocument *document = kith_window_get_document (self->window);
  GFile *file = kith_document_get_file (document);
  g_autofree char *name = kith_document_dup_name (document);
  g_autofree char *suggested = g_strconcat (name, ending_of (self), NULL);
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self),
                                   folder_only ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                               : GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Export"), _ ("_Cancel"));

  g_strdelimit (suggested, "/", '-');
  if (!folder_only)
    {
      kith_open_add_filter (GTK_FILE_CHOOSER (native), _ (format->label), ending_of (self) + 1);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), suggested);
    }
  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
    }

  g_signal_connect (native, "response", G_CALLBACK (on_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
