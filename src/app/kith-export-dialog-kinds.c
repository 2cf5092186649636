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

/* A board is not the working team, unless somebody says so. */
static void
take_kind (KithExportDialog *self, KithPagesKind kind)
{
  gboolean board = kind == KITH_PAGES_BOARD && self->kind != KITH_PAGES_BOARD;

  self->kind = kind;
  if (!board || self->audience_chosen || self->least != KITH_TEAM)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->audience_row, KITH_PARTNERS - self->least);
  self->filling = FALSE;
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
  take_kind (self, kind_at (self, adw_combo_row_get_selected (self->pages_row)));
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

/* Neither whoever looks at the window nor whom it is for may know what the team calls a version. */
static const char *
other_name (KithExportDialog *self, const KithView *view)
{
  KithView least = *view;

  least.audience = MAX (view->audience, kith_window_get_audience (self->window));
  return kith_view_other_name (&least,
                               kith_document_get_map (kith_window_get_document (self->window)));
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
    adw_action_row_set_subtitle (self->beside_row, other_name (self, view));
}

/* --- For the board --- */

/* One line, however it was typed. */
static char *
sentence_of (KithNoteRow *row)
{
  g_autofree char *text = kith_note_row_dup_text (row);

  return g_strdup (g_strstrip (g_strdelimit (text, "\r\n\t", ' ')));
}

static void
read_sentences (KithExportDialog *self, KithExport *options)
{
  options->board = TRUE;
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    {
      g_free (self->sentences[i]);
      self->sentences[i] = sentence_of (self->sentence_rows[i]);
      options->sentences[i] = self->offered[i] != NULL ? self->sentences[i] : NULL;
    }
}

static KithWrittenFor
now_written_for (KithExportDialog *self)
{
  return (KithWrittenFor){ kith_export_dialog_audience (self),
                           gtk_switch_get_active (self->names) };
}

/* A person typed: for whom the dialog is at this moment. */
void
kith_export_dialog_on_sentence (KithNoteRow *row, KithExportDialog *self)
{
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    if (self->sentence_rows[i] == row)
      self->written_for[i] = now_written_for (self);
  self->renewed = FALSE;
  kith_export_dialog_changed (self);
}

/* What nobody has changed follows audience, lens and names. What was typed stays, but goes to nobody
 * who sees less than those for whom it was typed: it may say what they must not know. */
static void
offer_sentence (KithExportDialog *self, guint i, const char *offer)
{
  KithNoteRow *row = self->sentence_rows[i];
  KithWrittenFor now = now_written_for (self), *was = &self->written_for[i];
  g_autofree char *text = kith_note_row_dup_text (row);
  gboolean typed = self->offered[i] != NULL && !g_str_equal (text, self->offered[i]);
  gboolean told_more = now.audience > was->audience || (now.anonymous && !was->anonymous);

  if (!typed || (told_more && *text != '\0'))
    {
      self->renewed |= typed;
      kith_note_row_set_text (row, offer);
      *was = now;
    }
  g_free (self->offered[i]);
  self->offered[i] = g_strdup (offer);
}

static void
offer_sentences (KithExportDialog *self, const KithExport *options, const KithView *view)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (GPtrArray) offers = kith_export_offer_sentences (map, view, options);

  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    offer_sentence (self, i, i < offers->len ? offers->pdata[i] : "");
  adw_preferences_group_set_description (
      self->board_group,
      self->renewed ? _ ("Offered anew for this audience: what was typed was for others, and may "
                         "say more than this one is to know. Change it, or empty it to leave it "
                         "out.")
                    : _ ("What the board should read. Change what is offered, or empty it to leave "
                         "it out."));
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
  gtk_widget_set_visible (GTK_WIDGET (self->board_group), options->board);
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
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_bind_template_callback (widget_class, kith_export_dialog_on_sentence);
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
