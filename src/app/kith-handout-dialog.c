/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "kith-audience.h"
#include "kith-binder.h"
#include "kith-handout-dialog-private.h"
#include "kith-style.h"
#include "kith-subwindow.h"

#define GAP 16.0 /* between pages, pixels */

G_DEFINE_FINAL_TYPE (KithHandoutDialog, kith_handout_dialog, ADW_TYPE_WINDOW)

void
kith_handout_dialog_say (KithHandoutDialog *self, const char *text)
{
  kith_subwindow_say (self->toasts, text);
}

KithAudience
kith_handout_dialog_audience (KithHandoutDialog *self)
{
  return (KithAudience) (self->least + adw_combo_row_get_selected (self->audience_row));
}

static KithId
chosen_who (KithHandoutDialog *self)
{
  guint at = adw_combo_row_get_selected (self->who);

  return self->who_ids != NULL && at < self->who_ids->len
             ? g_array_index (self->who_ids, KithId, at)
             : 0;
}

KithRoundSheet
kith_handout_dialog_sheet (KithHandoutDialog *self)
{
  return (KithRoundSheet){ .stakeholder = chosen_who (self),
                           .round = self->round,
                           .blank = self->round != 0 && gtk_switch_get_active (self->blank),
                           .all_three = gtk_switch_get_active (self->three) };
}

/* --- The pages on screen --- */

static double
page_height (double width)
{
  return width * KITH_HANDOUT_HEIGHT / KITH_HANDOUT_WIDTH;
}

static void
draw_pages (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KithHandoutDialog *self = data;
  guint n = self->handout != NULL ? kith_handout_n_pages (self->handout) : 0;

  for (guint page = 0; page < n; page++)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, page * (page_height (width) + GAP));
      cairo_rectangle (cr, 0, 0, width, page_height (width));
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgba (cr, 0, 0, 0, 0.2);
      cairo_set_line_width (cr, 1);
      cairo_stroke_preserve (cr);
      cairo_clip (cr);
      cairo_scale (cr, width / KITH_HANDOUT_WIDTH, width / KITH_HANDOUT_WIDTH);
      kith_handout_draw (self->handout, page, cr);
      cairo_restore (cr);
    }
}

static void
fit_pages (KithHandoutDialog *self, int width)
{
  guint n = self->handout != NULL ? kith_handout_n_pages (self->handout) : 0;

  gtk_drawing_area_set_content_height (self->paper,
                                       (int) ceil (n * (page_height (MAX (width, 1)) + GAP)));
  gtk_widget_queue_draw (GTK_WIDGET (self->paper));
}

static gboolean
on_fit (gpointer data)
{
  KithHandoutDialog *self = data;

  self->fit_source = 0;
  fit_pages (self, gtk_widget_get_width (GTK_WIDGET (self->paper)));
  return G_SOURCE_REMOVE;
}

/* A size that is asked for while sizes are given is not heard. */
static void
on_resize (GtkDrawingArea *area, int width, int height, KithHandoutDialog *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (on_fit, self);
}

/* --- Whose, and for whom --- */

static const char *
why_empty (KithHandoutDialog *self)
{
  if (self->handout != NULL)
    return "";
  if (self->question != 0)
    return _ ("The question is private: those for whom this is do not get to see it. Choose the "
              "working team, or take its mark off under Bring Back.");
  return _ ("Those for whom this is see nobody on the map.");
}

/* Where there are no pages it is said why, and there is nothing to print or to export. */
static void
show_reason (KithHandoutDialog *self)
{
  GtkWidget *const buttons[] = { self->print_button, self->pdf_button, self->table_button };

  gtk_label_set_label (self->reason, why_empty (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), self->handout == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), self->handout != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_sensitive (buttons[i], self->handout != NULL);
}

static void
remake (KithHandoutDialog *self)
{
  KithRoundSheet sheet = kith_handout_dialog_sheet (self);
  g_autofree char *words = NULL;

  g_clear_pointer (&self->handout, kith_handout_free);
  if (self->question != 0)
    self->handout = kith_map_get (self->shown, KITH_QUESTION, self->question) != NULL
                        ? kith_handout_new_question (self->shown, self->question,
                                                     kith_handout_dialog_audience (self))
                        : NULL;
  else if (sheet.stakeholder != 0)
    self->handout = self->round != 0 ? kith_handout_new_sheet (self->shown, &sheet)
                                     : kith_handout_new_page (self->shown, sheet.stakeholder,
                                                              kith_handout_dialog_audience (self));
  show_reason (self);
  words = self->handout != NULL ? kith_handout_to_words (self->handout) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The pages"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  fit_pages (self, gtk_widget_get_width (GTK_WIDGET (self->paper)));
}

/* A new list of those whom the audience may see; who was chosen stays so. */
static void
refill (KithHandoutDialog *self, KithId chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) all = NULL;
  guint at = 0;

  g_clear_pointer (&self->shown, kith_map_unref);
  self->shown = kith_map_to_show (kith_viewer_get_whole_map (self->viewer),
                                  kith_handout_dialog_audience (self));
  all = kith_map_list (self->shown, KITH_STAKEHOLDER);
  g_clear_pointer (&self->who_ids, g_array_unref);
  self->who_ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];

      at = one->record.id == chosen ? i : at;
      g_array_append_val (self->who_ids, one->record.id);
      gtk_string_list_append (names, one->name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who, at);
  self->filling = FALSE;
  remake (self);
}

static void
on_who (KithHandoutDialog *self)
{
  if (!self->filling && self->shown != NULL)
    remake (self);
}

static void
on_audience (KithHandoutDialog *self)
{
  if (!self->filling && self->shown != NULL)
    refill (self, chosen_who (self));
}

static void
on_changed (KithViewer *viewer, KithEdit *edit, KithHandoutDialog *self)
{
  KithMap *map = kith_viewer_get_whole_map (viewer);

  if ((self->round != 0 && kith_map_round (map, self->round) == NULL)
      || (self->question != 0 && kith_map_get (map, KITH_QUESTION, self->question) == NULL))
    gtk_window_close (GTK_WINDOW (self));
  else
    refill (self, chosen_who (self));
}

static void
kith_handout_dialog_dispose (GObject *object)
{
  KithHandoutDialog *self = KITH_HANDOUT_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->who_ids, g_array_unref);
  g_clear_pointer (&self->handout, kith_handout_free);
  g_clear_pointer (&self->shown, kith_map_unref);
  G_OBJECT_CLASS (kith_handout_dialog_parent_class)->dispose (object);
}

static void
kith_handout_dialog_class_init (KithHandoutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_handout_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-handout-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, who);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, blank_row);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, blank);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, three_row);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, three);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, table_button);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, KithHandoutDialog, read_row);
  gtk_widget_class_bind_template_callback (widget_class, on_who);
  gtk_widget_class_bind_template_callback (widget_class, on_audience);
  kith_handout_dialog_bind_files (widget_class);
}

static void
kith_handout_dialog_init (KithHandoutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_subwindow_take_escape (GTK_WINDOW (self), NULL);
  kith_style_follow (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->paper, draw_pages, self, NULL);
  g_signal_connect (self->paper, "resize", G_CALLBACK (on_resize), self);
  kith_widget_name_after (GTK_WIDGET (self->blank), ADW_PREFERENCES_ROW (self->blank_row));
  kith_widget_name_after (GTK_WIDGET (self->three), ADW_PREFERENCES_ROW (self->three_row));
}

static void
list_audiences (KithHandoutDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = (int) self->least; i <= KITH_PUBLIC; i++)
    gtk_string_list_append (words, kith_enum_label (&kith_audiences, i));
  self->filling = TRUE;
  adw_combo_row_set_model (self->audience_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->audience_row, self->least == KITH_TEAM ? KITH_PARTNERS : 0);
  self->filling = FALSE;
}

/* The sheets of a round, or the page of an organisation. */
static void
set_heading (KithHandoutDialog *self)
{
  const KithRound *round = kith_map_round (kith_viewer_get_whole_map (self->viewer), self->round);
  const char *title = round != NULL ? _ ("Sheets") : _ ("Your Page");

  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, round != NULL ? round->title : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->blank_row, round != NULL);
  gtk_widget_set_visible (self->three_row, round != NULL);
}

static KithHandoutDialog *
open_over (GtkWindow *parent, KithWindow *window, KithId round, KithId question, gboolean all_three)
{
  KithHandoutDialog *self = g_object_new (KITH_TYPE_HANDOUT_DIALOG, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  self->window = window;
  self->round = round;
  self->question = question;
  self->viewer = g_object_ref (kith_window_get_viewer (window));
  self->least = kith_viewer_get_view (self->viewer)->audience;
  g_signal_connect (self->viewer, "changed", G_CALLBACK (on_changed), self);
  gtk_switch_set_active (self->three, all_three);
  return self;
}

void
kith_handout_dialog_open (GtkWindow *parent,
                          KithWindow *window,
                          KithId round,
                          KithId stakeholder,
                          gboolean all_three)
{
  KithHandoutDialog *self = open_over (parent, window, round, 0, all_three);

  set_heading (self);
  list_audiences (self);
  refill (self, stakeholder);
  gtk_window_present (GTK_WINDOW (self));
}

void
kith_handout_dialog_open_question (GtkWindow *parent, KithWindow *window, KithId question)
{
  KithHandoutDialog *self = open_over (parent, window, 0, question, FALSE);
  const KithQuestion *asked = kith_map_get (kith_viewer_get_map (self->viewer), KITH_QUESTION,
                                            question);

  set_heading (self);
  adw_window_title_set_title (self->heading, _ ("Bringing Back Answers"));
  adw_window_title_set_subtitle (self->heading, asked != NULL ? asked->title : "");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Bringing Back Answers"));
  gtk_widget_set_visible (GTK_WIDGET (self->who), FALSE);
  gtk_widget_set_visible (self->read_row, FALSE);
  list_audiences (self);
  refill (self, 0);
  gtk_window_present (GTK_WINDOW (self));
}
