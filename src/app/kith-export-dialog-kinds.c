/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages an export has, and what those of their own kind ask for: the dates of then and now, the
 * sentences of a page for the board. */
#include "kith-export-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-as-at.h"
#include "kith-compare-view.h"

static const struct
{
  const char *label;
  gboolean of_pictures;
} kinds[] = {
  [KITH_PAGES_THE_MAP] = { N_ ("The map"), TRUE },
  [KITH_PAGES_EACH_SCENE] = { N_ ("Each scene"), FALSE },
  [KITH_PAGES_REPORT] = { N_ ("A report"), FALSE },
  [KITH_PAGES_THEN_AND_NOW] = { N_ ("Then and now"), TRUE },
  [KITH_PAGES_BOARD] = { N_ ("One page for the board"), TRUE },
};

static gboolean
is_pdf (KithExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row) == KITH_PICTURE_PDF;
}

/* The kind at that place in the row. */
static KithPagesKind
kind_at (KithExportDialog *self, guint wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((kinds[i].of_pictures || is_pdf (self)) && wanted-- == 0)
      return (KithPagesKind) i;
  return KITH_PAGES_THE_MAP;
}

/* The dates are those that the window shows and counts from, until others are typed. */
static void
fill_dates (KithExportDialog *self)
{
  const KithView *view = kith_viewer_get_view (kith_window_get_viewer (self->window));
  KithDate then = kith_date_of_day (kith_view_since (view));
  KithDate now = view->day != 0 ? kith_date_of_day (view->day) : (KithDate) KITH_DATE_INIT;

  self->filling = TRUE;
  kith_date_row_set_date (self->then_row, &then);
  kith_date_row_set_date (self->now_row, &now);
  self->filling = FALSE;
}

void
kith_export_dialog_fill_kinds (KithExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n = 0, selected = 0;

  if (self->n_kinds == 0)
    fill_dates (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].of_pictures || is_pdf (self))
      {
        gtk_string_list_append (list, _ (kinds[i].label));
        if (i == self->kind)
          selected = n;
        n++;
      }
  if (n != self->n_kinds)
    {
      self->n_kinds = n;
      self->filling = TRUE;
      adw_combo_row_set_model (self->pages_row, G_LIST_MODEL (list));
      adw_combo_row_set_selected (self->pages_row, selected);
      self->filling = FALSE;
    }
  self->kind = kind_at (self, adw_combo_row_get_selected (self->pages_row));
}

/* --- Then and now --- */

static gint32
day_of (KithDateRow *row, gint32 unset)
{
  KithDate date = KITH_DATE_INIT;

  if (!kith_date_row_get_date (row, &date) || !kith_date_is_set (&date))
    return unset;
  return kith_date_as_at (&date, kith_date_today ().first);
}

static gboolean
is_date (KithDateRow *row)
{
  KithDate date = KITH_DATE_INIT;

  return kith_date_row_get_date (row, &date);
}

static void
read_then (KithExportDialog *self, KithExport *options, KithView *view)
{
  gint32 day;

  options->then_and_now = TRUE;
  if (view->against != NULL)
    return;
  options->then = day_of (self->then_row, 0);
  day = day_of (self->now_row, 0);
  view->day = day == kith_date_today ().first ? 0 : day;
}

static void
update_then (KithExportDialog *self, const KithView *view)
{
  gboolean beside = view->against != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->then_row), !beside);
  gtk_widget_set_visible (GTK_WIDGET (self->now_row), !beside);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_row), beside);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->beside_row), FALSE);
  if (beside)
    adw_action_row_set_subtitle (self->beside_row,
                                 view->against_name != NULL ? view->against_name : "");
}

/* --- For the board --- */

static void
read_sentences (KithExportDialog *self, KithExport *options)
{
  options->board = TRUE;
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    {
      g_free (self->sentences[i]);
      self->sentences[i] = g_strstrip (
          g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->sentence_rows[i]))));
      options->sentences[i] = self->offered[i] != NULL ? self->sentences[i] : NULL;
    }
}

/* What nobody has changed follows audience, lens and names. */
static void
offer_sentences (KithExportDialog *self, const KithExport *options, const KithView *view)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (GPtrArray) offers = kith_export_offer_sentences (map, view, options);

  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    {
      GtkEditable *row = GTK_EDITABLE (self->sentence_rows[i]);
      const char *offer = i < offers->len ? offers->pdata[i] : "";

      if (self->offered[i] == NULL || g_str_equal (gtk_editable_get_text (row), self->offered[i]))
        {
          self->filling = TRUE;
          gtk_editable_set_text (row, offer);
          self->filling = FALSE;
        }
      g_free (self->offered[i]);
      self->offered[i] = g_strdup (offer);
    }
}

/* --- All of them --- */

void
kith_export_dialog_read_kind (KithExportDialog *self, KithExport *options, KithView *view)
{
  options->scenes = options->format == KITH_PICTURE_PDF && self->kind == KITH_PAGES_EACH_SCENE;
  options->report = options->format == KITH_PICTURE_PDF && self->kind == KITH_PAGES_REPORT;
  if (options->format == KITH_PICTURE_HTML || kith_export_dialog_is_film (self))
    return;
  if (self->kind == KITH_PAGES_THEN_AND_NOW)
    read_then (self, options, view);
  else if (self->kind == KITH_PAGES_BOARD)
    read_sentences (self, options);
}

void
kith_export_dialog_update_kind (KithExportDialog *self,
                                const KithExport *options,
                                const KithView *view)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pages_row), options->format != KITH_PICTURE_HTML);
  gtk_widget_set_visible (self->then_group, options->then_and_now);
  gtk_widget_set_visible (self->board_group, options->board);
  if (options->board)
    offer_sentences (self, options, view);
  if (options->then_and_now)
    update_then (self, view);
  gtk_widget_set_sensitive (self->export_button,
                            !options->then_and_now || view->against != NULL
                                || (is_date (self->then_row) && is_date (self->now_row)));
}

void
kith_export_dialog_forget_kinds (KithExportDialog *self)
{
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    {
      g_clear_pointer (&self->sentences[i], g_free);
      g_clear_pointer (&self->offered[i], g_free);
    }
}

void
kith_export_dialog_bind_kinds (GtkWidgetClass *widget_class)
{
  g_type_ensure (KITH_TYPE_DATE_ROW);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, pages_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, then_group);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, then_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, now_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, beside_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, board_group);
  gtk_widget_class_bind_template_child_full (widget_class, "first_sentence", FALSE,
                                             G_STRUCT_OFFSET (KithExportDialog, sentence_rows[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_sentence", FALSE,
                                             G_STRUCT_OFFSET (KithExportDialog, sentence_rows[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "third_sentence", FALSE,
                                             G_STRUCT_OFFSET (KithExportDialog, sentence_rows[2]));
}
