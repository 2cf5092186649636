/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-export-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-audience.h"
#include "kith-compare-view.h"
#include "kith-lens.h"
#include "kith-names-replaced.h"
#include "kith-narrow-bin.h"
#include "kith-now.h"
#include "kith-print.h"
#include "kith-round.h"

G_DEFINE_FINAL_TYPE (KithExportDialog, kith_export_dialog, ADW_TYPE_WINDOW)

#define NARROW_PREVIEW 260 /* pixels of height, above the rows */

static const struct
{
  double scale;
  int width; /* pixels; 0: as large as what is on it */
  int height;
} sizes[] = { { 1, 0, 0 }, { 2, 0, 0 }, { 4, 0, 0 }, { 1, 1920, 1080 }, { 1, 3840, 2160 } };

/* Of the row: one sheet, then these. */
static const KithPaper tiles[] = { KITH_PAPER_A4, KITH_PAPER_A4, KITH_PAPER_A3 };

static gboolean
is_poster (KithPaper paper)
{
  return paper >= KITH_PAPER_A2 && paper <= KITH_PAPER_A0;
}

/* Kept by the dialog; NULL where nothing is typed. */
static const char *
read_text (AdwEntryRow *row, char **kept)
{
  g_free (*kept);
  *kept = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  return **kept != '\0' ? *kept : NULL;
}

static void
read_page (KithExportDialog *self, KithExport *options)
{
  guint size = MIN (adw_combo_row_get_selected (self->scale_row), G_N_ELEMENTS (sizes) - 1);
  guint tile = MIN (adw_combo_row_get_selected (self->tile_row), G_N_ELEMENTS (tiles) - 1);
  gboolean pixels = options->format == KITH_PICTURE_PNG || options->format == KITH_PICTURE_SVG;

  options->paper = adw_combo_row_get_selected (self->paper_row);
  options->orientation = adw_combo_row_get_selected (self->orientation_row);
  options->scale = sizes[size].scale;
  options->width = pixels ? sizes[size].width : 0;
  options->height = pixels ? sizes[size].height : 0;
  options->tiled = options->format == KITH_PICTURE_PDF && self->kind == KITH_PAGES_THE_MAP
                   && tile > 0 && is_poster (options->paper);
  options->tile = tiles[tile];
  if (self->page_setup != NULL)
    kith_export_dialog_read_print (self, options);
}

KithAudience
kith_export_dialog_audience (KithExportDialog *self)
{
  return (KithAudience) (self->least + adw_combo_row_get_selected (self->audience_row));
}

void
kith_export_dialog_read (KithExportDialog *self, KithExport *options, KithView *view)
{
  *view = *kith_viewer_get_view (kith_window_get_viewer (self->window));
  view->palette = KITH_PALETTE_LIGHT;
  view->audience = kith_export_dialog_audience (self);
  view->filter = gtk_switch_get_active (self->whole) ? NULL : self->filter;
  view->pass = NULL;
  if (!gtk_switch_get_active (self->legend))
    view->legend = KITH_CORNER_HIDDEN;
  else if (view->legend == KITH_CORNER_HIDDEN)
    view->legend = KITH_CORNER_BOTTOM_LEFT;

  *options = (KithExport) KITH_EXPORT_INIT;
  options->format = adw_combo_row_get_selected (self->format_row);
  kith_export_dialog_read_kind (self, options, view);
  read_page (self, options);
  options->signs = TRUE;
  options->anonymous = gtk_switch_get_active (self->names);
  options->title = read_text (self->title_row, &self->title);
  options->marking = read_text (self->marking_row, &self->marking);
  options->transparent = options->format != KITH_PICTURE_PDF
                         && gtk_switch_get_active (self->transparent);
  options->title_block = gtk_switch_get_active (self->title_block);
  if (kith_export_dialog_is_film (self))
    kith_export_dialog_read_film (self, options);
}

/* How much stays out is for the team alone: in a window that is for others, no counts. */
static void
update_words (KithExportDialog *self, KithAudience audience)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autofree char *out = self->least == KITH_TEAM ? kith_audience_leaves_out (map, audience) : NULL;
  g_autofree char *text = NULL;

  if (out == NULL || *out == '\0')
    text = g_strdup (kith_audience_sentence (audience));
  else
    text = g_strdup_printf ("%s\n\n%s", kith_audience_sentence (audience), out);
  gtk_label_set_label (self->audience_words, text);
}

/* What the picture shows and when; by whom it is seen, where the audience may know of them. */
static void
update_look (KithExportDialog *self)
{
  KithView view = *kith_viewer_get_view (kith_window_get_viewer (self->window));
  KithMap *whole = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (KithMap) seen = NULL, shown = NULL;
  g_autofree char *lens = NULL, *day = NULL, *not_now = NULL, *text = NULL;
  KithNotNow count;

  view.audience = kith_export_dialog_audience (self);
  seen = kith_map_to_show (whole, view.audience);
  shown = kith_view_map (&view, seen);
  lens = kith_view_lens_words (&view, shown);
  day = view.day != 0 ? kith_day_to_words (view.day) : NULL;
  count = kith_map_count_not_now (seen, kith_date_today ().first);
  not_now = view.day == 0 && view.comparison == NULL ? kith_not_now_to_words (&count)
                                                     : g_strdup ("");
  if (kith_export_dialog_is_film (self))
    /* Translators: a lens. */
    text = g_strdup_printf (_ ("Lens: %s. From the first date to the last."), lens);
  else if (day != NULL)
    /* Translators: a lens ("Trust, through the eyes of Police"), a date. */
    text = g_strdup_printf (_ ("Lens: %s. As at %s."), lens, day);
  else if (*not_now == '\0')
    /* Translators: a lens. */
    text = g_strdup_printf (_ ("Lens: %s. As it is now."), lens);
  else
    /* Translators: a lens, and "3 have ended". */
    text = g_strdup_printf (view.ended ? _ ("Lens: %s. As it is now, with what is not: %s.")
                                       : _ ("Lens: %s. As it is now, without what is not: %s."),
                            lens, not_now);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->look_row), FALSE);
  adw_action_row_set_subtitle (self->look_row, text);
}

/* The window's filter goes with the picture, unless the whole map is wanted; what the audience may
 * not see cannot be asked for. */
static void
update_part (KithExportDialog *self)
{
  const KithView *view = kith_viewer_get_view (kith_window_get_viewer (self->window));
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  KithAudience audience = kith_export_dialog_audience (self);
  g_autoptr (KithMap) seen = kith_map_to_show (map, audience);
  g_autoptr (KithMap) shown = kith_view_map (view, seen);
  g_autoptr (KithPass) pass = NULL;
  g_autofree char *asked = NULL, *count = NULL, *text = NULL;

  g_clear_pointer (&self->filter, kith_filter_unref);
  self->filter = kith_filter_for_audience (view->filter, shown, audience, FALSE);
  pass = kith_filter_evaluate (self->filter, shown);
  asked = kith_filter_to_words (self->filter, shown);
  count = kith_pass_to_words (pass, shown);
  if (pass != NULL)
    text = g_strdup_printf (_ ("Now a part, as in the window: %s. %s."), asked, count);
  else
    text = g_strdup (_ ("What the window is filtered by is not shown to this audience."));
  gtk_widget_set_visible (self->part_group, !kith_filter_is_empty (view->filter));
  gtk_widget_set_sensitive (GTK_WIDGET (self->whole_row), pass != NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->whole_row), FALSE);
  adw_action_row_set_subtitle (self->whole_row, text);
}

/* What replacing names does not hide. */
static void
update_names (KithExportDialog *self, const KithView *view)
{
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (KithMap) seen = NULL;
  g_autofree char *words = NULL;

  if (gtk_switch_get_active (self->names))
    {
      seen = kith_map_to_show (map, view->audience);
      words = kith_names_stay_obvious (seen);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->names_row), FALSE);
  adw_action_row_set_subtitle (self->names_row, words != NULL ? g_strstrip (words)
                                                              : _ ("Sector and number for names"));
}

/* Only what the format has. */
static void
update_rows (KithExportDialog *self, const KithExport *options)
{
  gboolean pdf = options->format == KITH_PICTURE_PDF;
  gboolean pixels = options->format == KITH_PICTURE_PNG || options->format == KITH_PICTURE_SVG;

  gtk_widget_set_visible (GTK_WIDGET (self->paper_row),
                          pdf && !options->report && self->page_setup == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation_row), pdf && !options->report);
  gtk_widget_set_visible (GTK_WIDGET (self->tile_row), pdf && self->kind == KITH_PAGES_THE_MAP
                                                           && self->page_setup == NULL
                                                           && is_poster (options->paper));
  if (self->page_setup != NULL)
    kith_export_dialog_update_print (self, options);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), pixels);
  gtk_widget_set_visible (self->transparent_row, pixels);
  /* the page of a browser has a head of its own */
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->title_block),
                                                   ADW_TYPE_ACTION_ROW),
                          options->format != KITH_PICTURE_HTML && !options->report);
}

void
kith_export_dialog_changed (KithExportDialog *self)
{
  KithExport options;
  KithView view;

  if (self->window == NULL || self->filling)
    return;

  kith_export_dialog_fill_kinds (self);
  update_part (self);
  update_look (self);
  kith_export_dialog_read (self, &options, &view);
  update_rows (self, &options);
  kith_export_dialog_update_kind (self, &options, &view);
  kith_export_dialog_update_film (self);
  update_names (self, &view);
  gtk_widget_set_visible (self->problem, FALSE);
  update_words (self, view.audience);

  kith_export_dialog_preview (self);
}

static void
on_audience (KithExportDialog *self)
{
  if (self->window == NULL || self->filling)
    return;
  self->audience_chosen = TRUE;
  kith_export_dialog_changed (self);
}

static void
on_narrow (KithExportDialog *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (KITH_NARROW_BIN (self->narrow_bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* an upright page leaves room for the rows under it */
  adw_clamp_set_maximum_size (self->preview_clamp, narrow ? NARROW_PREVIEW : G_MAXINT16);
  adw_clamp_set_tightening_threshold (self->preview_clamp, narrow ? NARROW_PREVIEW : G_MAXINT16);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, narrow ? 190 : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), !narrow);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview_clamp), !narrow);
}

/* While it is being written, Cancel stops that; else it closes. */
static void
on_cancel (KithExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_go (KithExportDialog *self)
{
  if (self->page_setup != NULL)
    kith_export_dialog_print (self);
  else
    kith_export_dialog_write (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  on_cancel (KITH_EXPORT_DIALOG (widget));
  return TRUE;
}

static gboolean
on_close_request (GtkWindow *window)
{
  KithExportDialog *self = KITH_EXPORT_DIALOG (window);

  if (self->cancellable == NULL)
    return GDK_EVENT_PROPAGATE;

  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_STOP;
}

static void
fill_enum (AdwComboRow *row, const KithEnum *values, guint from)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = from; i < values->n_values; i++)
    gtk_string_list_append (list, kith_enum_label (values, (int) i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
kith_export_dialog_dispose (GObject *object)
{
  KithExportDialog *self = KITH_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->pages, kith_pages_free);
  g_clear_object (&self->page_setup);
  g_clear_pointer (&self->filter, kith_filter_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->marking, g_free);
  kith_export_dialog_forget_kinds (self);
  self->window = NULL;

  G_OBJECT_CLASS (kith_export_dialog_parent_class)->dispose (object);
}

static void
kith_export_dialog_class_init (KithExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_NARROW_BIN);
  G_OBJECT_CLASS (klass)->dispose = kith_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-export-dialog.ui");
  kith_export_dialog_bind_preview (widget_class);
  kith_export_dialog_bind_print (widget_class);
  kith_export_dialog_bind_kinds (widget_class);
  kith_export_dialog_bind_film (widget_class);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, audience_words);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, tile_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, marking_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, names);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, title_block);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, grey);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, look_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, part_group);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, whole_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, whole);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, kith_export_dialog_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_audience);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kith_export_dialog_init (KithExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_enum (self->paper_row, &kith_papers, 0);
}

static void
open_dialog (KithWindow *window, GtkPageSetup *page_setup)
{
  KithExportDialog *self = g_object_new (KITH_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->page_setup = page_setup;
  self->least = kith_window_get_audience (window);
  fill_enum (self->audience_row, &kith_audiences, self->least);
  self->window = window;
  adw_combo_row_set_selected (self->format_row, KITH_PICTURE_PDF);
  if (page_setup != NULL)
    kith_export_dialog_begin_print (self);
  kith_export_dialog_changed (self);
  gtk_widget_grab_focus (self->export_button);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * kith_export_dialog_open:
 * @window: a window with a map; its audience is offered first, and none that sees more
 */
void
kith_export_dialog_open (KithWindow *window)
{
  open_dialog (window, NULL);
}

/**
 * kith_export_dialog_open_to_print:
 * @window: a window with a map
 *
 * The same for the system's print dialog, on the paper that was used last.
 */
void
kith_export_dialog_open_to_print (KithWindow *window)
{
  open_dialog (window, kith_print_page_setup ());
}
