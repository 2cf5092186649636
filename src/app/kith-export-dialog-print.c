/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog before printing: paper instead of a file. */
#include <glib/gi18n.h>

#include "kith-export-dialog-private.h"
#include "kith-print.h"

/* Of the row: on one page, then these. */
static const KithPaper posters[] = { KITH_PAPER_A2, KITH_PAPER_A2, KITH_PAPER_A1, KITH_PAPER_A0 };

void
kith_export_dialog_begin_print (KithExportDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Print"));
  gtk_button_set_label (GTK_BUTTON (self->export_button), _ ("Print…"));
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), FALSE);
  adw_action_row_set_subtitle (self->grey_row, _ ("The printer gets its colours"));
}

void
kith_export_dialog_read_print (KithExportDialog *self, KithExport *options)
{
  guint poster = adw_combo_row_get_selected (self->poster_row);

  kith_print_page_size (self->page_setup, &self->page_size);
  options->page = &self->page_size;
  options->tiled = self->kind == KITH_PAGES_THE_MAP && poster > 0;
  options->paper = posters[MIN (poster, G_N_ELEMENTS (posters) - 1)];
}

void
kith_export_dialog_update_print (KithExportDialog *self, const KithExport *options)
{
  g_autofree char *paper = kith_print_paper_words (self->page_setup);

  gtk_widget_set_visible (GTK_WIDGET (self->setup_row), TRUE);
  adw_action_row_set_subtitle (self->setup_row, paper);
  gtk_widget_set_visible (GTK_WIDGET (self->poster_row), self->kind == KITH_PAGES_THE_MAP);
}

/* --- The paper --- */

/* What was turned there stays turned; else the map goes on having its way. */
static void
on_setup_done (GtkPageSetup *setup, gpointer data)
{
  g_autoptr (KithExportDialog) self = data;
  gboolean lies;

  if (setup == NULL || self->page_setup == NULL)
    return;
  lies = gtk_page_setup_get_orientation (setup) == GTK_PAGE_ORIENTATION_LANDSCAPE
         || gtk_page_setup_get_orientation (setup) == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE;
  if (gtk_page_setup_get_orientation (setup) != gtk_page_setup_get_orientation (self->page_setup))
    adw_combo_row_set_selected (self->orientation_row,
                                lies ? KITH_ORIENTATION_LANDSCAPE : KITH_ORIENTATION_PORTRAIT);
  g_set_object (&self->page_setup, setup);
  kith_print_remember (setup);
  kith_export_dialog_changed (self);
}

/* As the first page stands. */
static void
turn_setup (KithExportDialog *self)
{
  double width = 0.0, height = 1.0;

  if (self->pages != NULL)
    kith_pages_size (self->pages, 0, &width, &height);
  gtk_page_setup_set_orientation (self->page_setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                   : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_page_setup (KithExportDialog *self)
{
  turn_setup (self);
  gtk_print_run_page_setup_dialog_async (GTK_WINDOW (self), self->page_setup, NULL, on_setup_done,
                                         g_object_ref (self));
}

/* --- The job --- */

static KithPages *
make_pages (const KithPageSize *size, KithOrientation turned, gpointer data, GError **error)
{
  KithExportDialog *self = data;
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (KithMap) snapshot = kith_map_snapshot (map);
  KithExport options;
  KithView view;

  kith_export_dialog_read (self, &options, &view);
  options.page = size;
  if (turned != KITH_ORIENTATION_AUTO)
    options.orientation = turned;
  return kith_pages_new (snapshot, &view, &options, error);
}

/* Asks the system's dialog, then prints; says so in the window, or in the dialog what went wrong. */
void
kith_export_dialog_print (KithExportDialog *self)
{
  g_autoptr (KithExportDialog) alive = g_object_ref (self);
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = kith_document_dup_name (kith_window_get_document (self->window));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  KithExport options;
  KithView view;

  kith_export_dialog_read (self, &options, &view);
  turn_setup (self);
  setup = gtk_page_setup_copy (self->page_setup);
  if (kith_print (GTK_WINDOW (self), options.title != NULL ? options.title : name, setup,
                  make_pages, self, &error))
    {
      kith_print_remember (self->page_setup);
      /* Translators: an audience ("Partners"). */
      text = g_strdup_printf (_ ("Printed, for: %s"),
                              kith_enum_label (&kith_audiences, (int) view.audience));
      kith_window_say (self->window, text);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (error != NULL)
    kith_export_dialog_say_problem (self, error->message);
}

void
kith_export_dialog_bind_print (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, poster_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, setup_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, grey_row);
  gtk_widget_class_bind_template_callback (widget_class, on_page_setup);
}
