/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of a round of pulse checks: out as a table, and back in. */
#include <glib/gi18n.h>

#include "kith-audience.h"
#include "kith-handout.h"
#include "kith-pulse-csv.h"
#include "kith-pulse-dialog-private.h"
#include "kith-safe-write.h"

#define MOST_SHOWN 12 /* remarks */

static KithViewer *
viewer_of (KithPulseDialog *self)
{
  return kith_overview_get_viewer (KITH_OVERVIEW (self));
}

static GtkFileChooserNative *
new_chooser (KithPulseDialog *self,
             const char *title,
             GtkFileChooserAction action,
             const char *what,
             const char *suffix)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action,
                                                              action == GTK_FILE_CHOOSER_ACTION_SAVE
                                                                  ? _ ("_Save")
                                                                  : _ ("_Open"),
                                                              _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, what);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  return native;
}

/* --- Out --- */

static gboolean
is_paper (const char *name)
{
  g_autofree char *low = g_ascii_strdown (name, -1);

  return g_str_has_suffix (low, ".pdf");
}

/* To be filled in at a desk, or by hand: by others, so it has what partners may see. */
static GBytes *
bytes_of (KithPulseDialog *self, const KithPulseRound *round, gboolean paper, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (KithHandout) sheet = NULL;

  partners = kith_map_for_audience (kith_viewer_get_whole_map (viewer_of (self)), KITH_PARTNERS);
  all = kith_map_list (partners, KITH_STAKEHOLDER); /* not only those with a row */
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (ids, KITH_RECORD (all->pdata[i])->id);
  if (!paper)
    return kith_pulse_csv_write (partners, ids, round);
  sheet = kith_handout_new_pulse (partners, round);
  return kith_handout_to_pdf (sheet, error);
}

static void
write_sheet (KithPulseDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), shown);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  KithPulseRound round;

  if (!kith_pulse_dialog_round (self, &round))
    {
      kith_overview_say (KITH_OVERVIEW (self), _ ("The date is not understood."));
      return;
    }
  bytes = bytes_of (self, &round, is_paper (name), &error);
  kith_overview_say (KITH_OVERVIEW (self), bytes != NULL && kith_safe_write (file, bytes, &error)
                                               ? text
                                               : error->message);
}

static void
on_write_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithPulseDialog) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && viewer_of (self) != NULL)
    write_sheet (self, file);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_write (KithPulseDialog *self)
{
  GtkFileChooserNative *native = new_chooser (self, _ ("Save the Sheet"),
                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Tables (CSV)"),
                                              "csv");

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("Pulse check.csv"));
  g_signal_connect (native, "response", G_CALLBACK (on_write_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_write_paper (KithPulseDialog *self)
{
  GtkFileChooserNative *native = new_chooser (self, _ ("Save the Sheet for Paper"),
                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Pages (PDF)"),
                                              "pdf");

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("Pulse check.pdf"));
  g_signal_connect (native, "response", G_CALLBACK (on_write_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --- In --- */

static void
on_read_answered (AdwMessageDialog *dialog, const char *response, KithPulseDialog *self)
{
  KithPulseRead *read = g_object_get_data (G_OBJECT (dialog), "read");

  if (g_str_equal (response, "read"))
    kith_viewer_perform (viewer_of (self), kith_edit_ref (read->edit), NULL);
}

static char *
remarks_of (const KithPulseRead *read)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < read->notes->len && i < MOST_SHOWN; i++)
    {
      const KithCsvProblem *note = read->notes->pdata[i];

      /* Translators: a remark on a row of a table */
      g_string_append_printf (out, _ ("Row %u: %s"), note->row, note->message);
      g_string_append_c (out, '\n');
    }
  if (read->lost > MOST_SHOWN)
    g_string_append_printf (out, ngettext ("And %u more.", "And %u more.", read->lost - MOST_SHOWN),
                            read->lost - MOST_SHOWN);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
ask_read (KithPulseDialog *self, KithPulseRead *read)
{
  g_autofree char *summary = kith_pulse_read_to_words (read);
  g_autofree char *remarks = remarks_of (read);
  g_autofree char *text = g_strdup_printf ("%s\n%s", summary, remarks);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Read the Sheet?"),
                                              g_strchomp (text));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  if (!kith_edit_is_empty (read->edit))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "read", _ ("_Read In"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "read",
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "read");
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "read", read, (GDestroyNotify) kith_pulse_read_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_read_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static KithPulseRead *
read_table (KithPulseDialog *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithCsvTable) table = NULL;
  KithPulseRound round = { (char *) "", kith_viewer_date (viewer_of (self)) };

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > KITH_CSV_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” is no table that can be read."),
                   shown);
      return NULL;
    }
  kith_pulse_dialog_round (self, &round);
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  table = bytes != NULL ? kith_csv_read (bytes, shown, error) : NULL;
  return table != NULL ? kith_pulse_csv_read (kith_viewer_get_whole_map (viewer_of (self)), table,
                                              &round, error)
                       : NULL;
}

static void
on_read_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithPulseDialog) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autoptr (GError) error = NULL;
  KithPulseRead *read = NULL;

  gtk_native_dialog_hide (native);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL && viewer_of (self) != NULL)
    read = read_table (self, file, &error);
  if (read != NULL)
    ask_read (self, read);
  else if (error != NULL)
    kith_overview_say (KITH_OVERVIEW (self), error->message);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_read (KithPulseDialog *self)
{
  GtkFileChooserNative *native = new_chooser (self, _ ("Read a Filled Sheet"),
                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Tables (CSV)"),
                                              "csv");

  g_signal_connect (native, "response", G_CALLBACK (on_read_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
add_button (KithPulseDialog *self, GtkFlowBox *box, const char *label, GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_flow_box_append (box, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button),
                            FALSE); /* the button has the keyboard */
  g_signal_connect_swapped (button, "clicked", on_clicked, self);
}

/* (transfer floating) */
GtkWidget *
kith_pulse_dialog_new_files (KithPulseDialog *self)
{
  GtkFlowBox *box = GTK_FLOW_BOX (gtk_flow_box_new ());

  gtk_flow_box_set_selection_mode (box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (box, 3);
  gtk_flow_box_set_column_spacing (box, 12);
  gtk_flow_box_set_row_spacing (box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sheets"),
                                  -1);
  add_button (self, box, _ ("Save Sheet…"), G_CALLBACK (on_write));
  add_button (self, box, _ ("Sheet for Paper…"), G_CALLBACK (on_write_paper));
  add_button (self, box, _ ("Read Sheet…"), G_CALLBACK (on_read));
  return GTK_WIDGET (box);
}
