/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-arrange.h"
#include "kith-csv-import.h"
#include "kith-file.h"
#include "kith-status.h"
#include "kith-text.h"
#include "kith-waiting.h"

/* More remarks than a person reads; the summary counts them all. */
#define NOTES_SHOWN 200

#define WAITS "import" /* what was pasted when somebody came to look */

struct _KithImportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *import_button;
  AdwActionRow *files_row;
  AdwExpanderRow *paste_row;
  GtkTextView *paste_text;
  GtkLabel *summary;
  GtkWidget *encoding_group;
  AdwActionRow *encoding_row;
  GtkCheckButton *encoding_check;
  GtkListBox *notes;

  /* owned */
  GPtrArray *tables; /* of KithCsvTable */
  KithImport *import;

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  KithAudience audience;
  guint timeout; /* pasted text is to be read */
};

G_DEFINE_FINAL_TYPE (KithImportDialog, kith_import_dialog, ADW_TYPE_WINDOW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  kith_status_set_text (label, text != NULL ? text : "");
}

static void
update_button (KithImportDialog *self)
{
  const KithImportCounts *counts = self->import != NULL ? kith_import_counts (self->import) : NULL;
  gboolean sure = counts != NULL
                  && (!counts->ask_encoding || gtk_check_button_get_active (self->encoding_check));

  gtk_widget_set_sensitive (self->import_button, sure
                                                     && counts->stakeholders + counts->links
                                                                + counts->ratings + counts->others
                                                            > 0);
}

static GtkWidget *
make_note_row (const KithImportNote *note)
{
  static const char *const icons[] = {
    [KITH_NOTE_INFO] = "dialog-information-symbolic",
    [KITH_NOTE_CHANGED] = "document-edit-symbolic",
    [KITH_NOTE_LOST] = "dialog-warning-symbolic",
  };
  g_autofree char *words = kith_import_note_to_words (note);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words,
                                 "title-lines", 4, NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   icons[note->severity], NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

/* Those of one severity, as long as there is room; how many have been shown then. */
static guint
add_notes (KithImportDialog *self, KithNoteSeverity severity, guint shown)
{
  guint n = kith_import_n_notes (self->import);

  for (guint i = 0; i < n && shown < NOTES_SHOWN; i++)
    if (kith_import_note (self->import, i)->severity == severity)
      {
        gtk_list_box_append (self->notes, make_note_row (kith_import_note (self->import, i)));
        shown++;
      }
  return shown;
}

static GtkWidget *
make_rest_row (guint left)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("and %u more remark", "and %u more remarks", left), left);

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, NULL);
}

/* What was left out comes first: it must not be below a thousand rows that were read all the same. */
static void
show_notes (KithImportDialog *self)
{
  guint n = self->import != NULL ? kith_import_counts (self->import)->remarks : 0, shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_list_box_remove (self->notes, child);
  for (int severity = KITH_NOTE_LOST; n > 0 && severity >= KITH_NOTE_INFO; severity--)
    shown = add_notes (self, (KithNoteSeverity) severity, shown);
  if (shown < n)
    gtk_list_box_append (self->notes, make_rest_row (n - shown));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), n > 0);
}

/* The first words that are not plain ASCII, for a person to judge by. */
static char *
odd_words (const GPtrArray *tables)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint t = 0; t < tables->len; t++)
    {
      const KithCsvTable *table = g_ptr_array_index (tables, t);

      for (guint row = 0; row < kith_csv_n_rows (table) && n < 5; row++)
        for (guint column = 0; column < kith_csv_row_width (table, row) && n < 5; column++)
          {
            const char *cell = kith_csv_cell (table, row, column);

            if (cell != NULL && !g_str_is_ascii (cell) && strlen (cell) < 80)
              g_string_append_printf (words, n++ > 0 ? ", “%s”" : "“%s”", cell);
          }
    }

  return g_string_free (words, FALSE);
}

static void
show_import (KithImportDialog *self)
{
  const KithImportCounts *counts = kith_import_counts (self->import);
  g_autofree char *summary = kith_import_summary (self->import);
  g_autofree char *words = odd_words (self->tables);

  show_text (self->summary, summary);
  adw_action_row_set_subtitle (self->encoding_row, words);
  gtk_check_button_set_active (self->encoding_check, FALSE);
  gtk_widget_set_visible (self->encoding_group, counts->ask_encoding);
  show_notes (self);
  update_button (self);
}

static void
show_problem (KithImportDialog *self, const char *text)
{
  g_clear_pointer (&self->import, kith_import_free);
  gtk_widget_set_visible (self->encoding_group, FALSE);
  show_text (self->summary, text);
  show_notes (self);
  update_button (self);
}

static void
understand (KithImportDialog *self)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->import, kith_import_free);
  self->import = kith_import_new (map, (KithCsvTable *const *) self->tables->pdata,
                                  self->tables->len, &error);
  if (self->import != NULL)
    show_import (self);
  else
    show_problem (self, error->message);
}

static gboolean
add_table (KithImportDialog *self, GBytes *bytes, const char *name, GError **error)
{
  KithCsvTable *table = bytes != NULL ? kith_csv_read (bytes, name, error) : NULL;

  if (table == NULL)
    return FALSE;

  g_ptr_array_add (self->tables, table);
  return TRUE;
}

/* Files --------------------------------------------------------------------------------------- */

static void
read_files (KithImportDialog *self, GListModel *files)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_size (self->tables, 0);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (files), KITH_IMPORT_MOST_TABLES); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *name = g_filename_display_basename (path != NULL ? path
                                                                        : _ ("a file elsewhere"));
      g_autoptr (GBytes) bytes = path != NULL ? kith_file_read (path, &error)
                                              : g_file_load_bytes (file, NULL, NULL, &error);

      g_string_append_printf (names, i > 0 ? ", %s" : "%s", name);
      if (!add_table (self, bytes, name, &error))
        break;
    }

  adw_action_row_set_subtitle (self->files_row, names->str);
  if (error != NULL)
    show_problem (self, error->message);
  else if (self->tables->len > 0)
    understand (self);
}

static void
on_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithImportDialog) self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));

      read_files (self, files);
    }

  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_choose (KithImportDialog *self)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Choose CSV Files"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables as text"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* Pasted text --------------------------------------------------------------------------------- */

static char *
dup_pasted (KithImportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->paste_text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
on_read_paste (gpointer data)
{
  KithImportDialog *self = data;
  g_autofree char *text = dup_pasted (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  self->timeout = 0;
  bytes = g_bytes_new (text, strlen (text));
  g_ptr_array_set_size (self->tables, 0);
  adw_action_row_set_subtitle (self->files_row, "");

  if (*text == '\0')
    show_problem (self, NULL);
  else if (add_table (self, bytes, _ ("pasted text"), &error))
    understand (self);
  else
    show_problem (self, error->message);

  return G_SOURCE_REMOVE;
}

static void
on_pasted (KithImportDialog *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (300, on_read_paste, self);
}

/* The import itself --------------------------------------------------------------------------- */

static void
measure (KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      KithStakeholder *after;

      if (kith_change_kind (change) != KITH_STAKEHOLDER || change->after == NULL)
        continue;

      after = kith_edit_peek_after (edit, kith_change_id (change));
      if (after->width <= 0 || after->height <= 0)
        kith_measure_stakeholder (after->name, &after->width, &after->height);
    }
}

static void
on_import (KithImportDialog *self)
{
  KithWindow *window = self->window;
  KithMap *map = kith_document_get_map (kith_window_get_document (window));
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) edit = kith_import_to_edit (self->import, map, &error);

  if (edit != NULL)
    measure (edit);
  if (edit == NULL || !kith_arrange_complete (map, edit, &options, &error))
    {
      show_problem (self, error->message);
      return;
    }

  g_autofree char *summary = kith_import_summary (self->import);

  if (!kith_viewer_perform (kith_window_get_viewer (window), g_steal_pointer (&edit), NULL))
    return;

  gtk_window_close (GTK_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (window), "zoom-fit", NULL);
  kith_window_say (window, summary);
}

static void
on_encoding (KithImportDialog *self)
{
  update_button (self);
}

static void
on_cancel (KithImportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* Somebody came to look: it waits until the window is again for those for whom it was pasted. */
static gboolean
kith_import_dialog_close_request (GtkWindow *window)
{
  KithImportDialog *self = KITH_IMPORT_DIALOG (window);
  g_autofree char *text = dup_pasted (self);

  if (kith_window_get_audience (self->window) != self->audience)
    kith_waiting_put (self->window, WAITS, self->audience, text);
  return GTK_WINDOW_CLASS (kith_import_dialog_parent_class)->close_request (window);
}

static void
kith_import_dialog_dispose (GObject *object)
{
  KithImportDialog *self = KITH_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->import, kith_import_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);

  G_OBJECT_CLASS (kith_import_dialog_parent_class)->dispose (object);
}

static void
kith_import_dialog_class_init (KithImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, paste_row);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, paste_text);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, encoding_group);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, encoding_check);
  gtk_widget_class_bind_template_child (widget_class, KithImportDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kith_import_dialog_init (KithImportDialog *self)
{
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_csv_table_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->paste_text), "changed",
                           G_CALLBACK (on_pasted), self, G_CONNECT_SWAPPED);
}

static void
take_waiting (KithImportDialog *self)
{
  const char *text = kith_waiting_get (self->window, WAITS);

  if (text == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->paste_text), text, -1);
  adw_expander_row_set_expanded (self->paste_row, TRUE);
  kith_waiting_put (self->window, WAITS, self->audience, NULL);
}

static KithImportDialog *
open_dialog (KithWindow *window)
{
  KithImportDialog *self = g_object_new (KITH_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->audience = kith_window_get_audience (window);
  take_waiting (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->files_row));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * kith_import_dialog_open:
 * @window: a window with a map, into which it will be imported
 */
void
kith_import_dialog_open (KithWindow *window)
{
  open_dialog (window);
}

/**
 * kith_import_dialog_open_files:
 * @window: a window with a map, into which it will be imported
 * @files: (element-type GFile): tables that are read at once
 */
void
kith_import_dialog_open_files (KithWindow *window, GListModel *files)
{
  read_files (open_dialog (window), files);
}
