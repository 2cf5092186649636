/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-changes-dialog.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-load-dialog.h"
#include "kith-load.h"
#include "kith-overview.h"
#include "kith-plot-view.h"
#include "kith-record-list.h"

#define KITH_TYPE_CHANGES_DIALOG (kith_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithChangesDialog, kith_changes_dialog, KITH, CHANGES_DIALOG, KithOverview)

struct _KithChangesDialog
{
  KithOverview parent_instance;

  GtkWidget *add;
  GtkWidget *about;   /* how to read it */
  GtkWidget *nothing; /* a box: that there is none, and how to begin */
  GtkWidget *begin;
  GtkWidget *plot;  /* NULL until first filled */
  GtkWidget *lists; /* a box: what is remade */
};

G_DEFINE_FINAL_TYPE (KithChangesDialog, kith_changes_dialog, KITH_TYPE_OVERVIEW)

/* --- A stakeholder's --- */

static void
on_row (GtkListBox *list, GtkListBoxRow *row, KithViewer *viewer)
{
  const KithId *load = g_object_get_data (G_OBJECT (row), "load");

  kith_load_dialog_change (GTK_WIDGET (list), viewer, *load);
}

static GtkWidget *
new_row (const KithLoad *load)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = kith_load_words (load);
  g_autofree char *all = *load->help != '\0'
                             /* Translators: what a change is, and what would help with it */
                             ? g_strdup_printf (_ ("%s\nWhat would help: %s"), words, load->help)
                             : g_strdup (words);

  g_object_set (row, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, "activatable",
                TRUE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), load->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all);
  g_object_set_data_full (G_OBJECT (row), "load", g_memdup2 (&load->record.id, sizeof (KithId)),
                          g_free);
  return row;
}

void
kith_changes_fill_list (GtkListBox *list, KithViewer *viewer, KithId stakeholder)
{
  g_autoptr (GPtrArray) loads = kith_loads_of (kith_viewer_get_map (viewer), stakeholder);

  kith_list_box_clear (list);
  for (guint i = 0; i < loads->len; i++)
    gtk_list_box_append (list, new_row (loads->pdata[i]));
  g_signal_handlers_disconnect_by_func (list, on_row, viewer);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row), viewer, 0);
}

/* --- All --- */

static void
on_add (KithChangesDialog *self)
{
  kith_load_dialog_add (GTK_WIDGET (self), kith_overview_get_viewer (KITH_OVERVIEW (self)), 0);
}

static void
on_picked (KithPlotView *plot, gint64 load, KithChangesDialog *self)
{
  kith_load_dialog_change (GTK_WIDGET (self), kith_overview_get_viewer (KITH_OVERVIEW (self)),
                           load);
}

static void
add_list (KithChangesDialog *self, KithViewer *viewer, const KithStakeholder *who)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *title = g_markup_escape_text (who->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  kith_widget_set_name (list, who->name);
  kith_changes_fill_list (GTK_LIST_BOX (list), viewer, KITH_ID (who));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (GTK_BOX (self->lists), group);
}

static void
show_add (KithChangesDialog *self, gboolean any)
{
  KithViewer *viewer = kith_overview_get_viewer (KITH_OVERVIEW (self));
  gboolean may = kith_viewer_get_view (viewer)->audience != KITH_PUBLIC;
  gboolean can = kith_map_n (kith_viewer_get_map (viewer), KITH_STAKEHOLDER) > 0;

  gtk_widget_set_visible (self->nothing, !any);
  gtk_widget_set_visible (self->about, any);
  gtk_widget_set_visible (self->add, may && any);
  gtk_widget_set_visible (self->begin, may);
  gtk_widget_set_sensitive (self->add, can);
  gtk_widget_set_sensitive (self->begin, can);
}

static void
kith_changes_dialog_fill (KithOverview *overview)
{
  KithChangesDialog *self = KITH_CHANGES_DIALOG (overview);
  KithViewer *viewer = kith_overview_get_viewer (overview);
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GArray) bearers = kith_load_bearers (map);
  GtkWidget *child;

  if (self->plot == NULL)
    {
      self->plot = kith_plot_view_new (viewer, kith_plot_view_load, 0);
      gtk_box_insert_child_after (kith_overview_get_body (overview), self->plot, self->nothing);
      g_signal_connect (self->plot, "picked", G_CALLBACK (on_picked), self);
    }
  kith_plot_view_show (KITH_PLOT_VIEW (self->plot), 0);
  show_add (self, bearers->len > 0);
  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists), child);
  for (guint i = 0; i < bearers->len; i++)
    add_list (self, viewer, kith_map_stakeholder (map, g_array_index (bearers, KithId, i)));
}

static void
kith_changes_dialog_class_init (KithChangesDialogClass *klass)
{
  KITH_OVERVIEW_CLASS (klass)->fill = kith_changes_dialog_fill;
}

static GtkWidget *
new_add (KithChangesDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a Change…"));

  kith_widget_set_name (button, _ ("Add a Change…"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), self);
  return button;
}

static void
kith_changes_dialog_init (KithChangesDialog *self)
{
  GtkBox *body = kith_overview_get_body (KITH_OVERVIEW (self));

  self->add = new_add (self);
  adw_header_bar_pack_start (kith_overview_get_bar (KITH_OVERVIEW (self)), self->add);
  self->nothing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->begin = new_add (self);
  gtk_widget_set_halign (self->begin, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->begin, "suggested-action");
  gtk_box_append (GTK_BOX (self->nothing),
                  kith_overview_sentence (_ ("No change is noted yet: what alters the work of a "
                                             "team, and until when it takes effort."),
                                          TRUE));
  gtk_box_append (GTK_BOX (self->nothing), self->begin);
  self->lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->about = kith_overview_sentence (
      _ ("How far changes alter the work of each team, and until when they "
         "take effort. The filled part of a bar is until it may be embedded "
         "at the earliest, the hatched part until it should be at the "
         "latest; the upright line is today. Beneath the bars: how many "
         "are carried at once."),
      FALSE);
  gtk_box_append (body, self->about);
  gtk_box_append (body, self->nothing);
  gtk_box_append (body, self->lists);
}

/**
 * kith_changes_dialog_open:
 * @window: a window with a map
 */
void
kith_changes_dialog_open (KithWindow *window)
{
  kith_overview_open (g_object_new (KITH_TYPE_CHANGES_DIALOG, NULL), window, _ ("Change"));
}
