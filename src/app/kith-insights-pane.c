/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insights-pane.h"

#include <glib/gi18n-lib.h>

#include "kith-insights-list.h"
#include "kith-insights-work.h"
#include "kith-introductions.h"
#include "kith-names.h"
#include "kith-status.h"
#include "kith-style.h"

#define PAUSE 700     /* milliseconds without an edit before it is counted again */
#define PATIENCE 1000 /* after which it is shown how far it has come */
#define MOST_WAYS 4

struct _KithInsightsPane
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkWidget *stop;
  GtkWidget *again_box;
  GtkWidget *scrolled;
  GtkLabel *scope;
  GtkWidget *introduce_box;
  GtkLabel *introduce_label;
  GtkWidget *introduce_button;
  GtkListBox *list;
  GtkLabel *status;

  /* owned */
  KithViewer *viewer;
  KithInsights *insights; /* what is told; NULL: nothing yet */
  KithInsightsWork *work; /* NULL: nothing is being counted */
  KithTies *ties;         /* of the map that is shown; NULL until two are selected */
  GArray *introduce_ids;  /* of KithId: on the way between the two */

  /* borrowed */
  KithCanvas *canvas;

  /* state */
  guint pause;    /* source */
  guint patience; /* source: how far it has come */
  gint64 started; /* monotonic, microseconds */
  gboolean stale; /* the map has changed since */
  gboolean wants_keyboard;
  GtkListBoxRow *pointed; /* under the pointer; only to be compared */
};

G_DEFINE_FINAL_TYPE (KithInsightsPane, kith_insights_pane, GTK_TYPE_WIDGET)

static void start (KithInsightsPane *self);

/* --- Pointing --- */

static GtkListBoxRow *
row_with_keyboard (KithInsightsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  /* where the pointer put the keyboard nobody is walking through it */
  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list))
      || !gtk_window_get_focus_visible (GTK_WINDOW (root)))
    return NULL;
  return GTK_LIST_BOX_ROW (row);
}

/* The row under the pointer counts before the one with the keyboard. */
static void
point (KithInsightsPane *self)
{
  GtkListBoxRow *row = self->pointed != NULL ? self->pointed : row_with_keyboard (self);
  const KithInsight *told = row != NULL ? kith_insights_list_told (row) : NULL;

  if (self->canvas == NULL)
    return;
  if (told == NULL || self->viewer == NULL)
    kith_canvas_highlight (self->canvas, NULL, 0);
  else
    kith_canvas_highlight (self->canvas, (const KithId *) (gpointer) told->ids->data,
                           told->ids->len);
}

static void
on_motion (KithInsightsPane *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == self->pointed)
    return;
  self->pointed = row;
  point (self);
}

static void
on_motion_left (KithInsightsPane *self)
{
  self->pointed = NULL;
  point (self);
}

static void
on_focus_left (KithInsightsPane *self)
{
  if (self->canvas != NULL && self->pointed == NULL)
    kith_canvas_highlight (self->canvas, NULL, 0);
}

/* Who goes on by keys does not mean what the pointer was left lying on. */
static void
on_focus_moved (KithInsightsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (gtk_window_get_focus_visible (GTK_WINDOW (root)))
    self->pointed = NULL;
  point (self);
}

/* --- Choosing --- */

static void
say_selected (KithInsightsPane *self)
{
  guint n = kith_viewer_n_selected (self->viewer);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u selected on the map", "%u selected on the map", n), n);

  kith_status_set_text (self->status, words);
}

static void
select_all (KithInsightsPane *self, const GArray *ids)
{
  const KithId *all = (const KithId *) (gpointer) ids->data;

  kith_viewer_select (self->viewer, all, ids->len, FALSE);
  if (self->canvas != NULL && !kith_canvas_sees (self->canvas, all, ids->len))
    kith_canvas_zoom_to_selection (self->canvas);
  say_selected (self);
}

static void
on_activated (KithInsightsPane *self, GtkListBoxRow *row)
{
  const KithInsight *told = kith_insights_list_told (row);

  if (told != NULL && told->ids->len > 0 && self->viewer != NULL)
    select_all (self, told->ids);
}

static void
on_introduce (KithInsightsPane *self)
{
  g_autoptr (GArray) ids = self->introduce_ids != NULL ? g_array_copy (self->introduce_ids) : NULL;

  if (ids != NULL && self->viewer != NULL)
    select_all (self, ids);
}

static gboolean
on_list_key (KithInsightsPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->canvas == NULL)
    return FALSE;
  kith_canvas_take_keyboard (self->canvas);
  return TRUE;
}

static void
on_copy (KithInsightsPane *self)
{
  g_autofree char *text = NULL;

  if (self->insights == NULL)
    return;
  text = kith_insights_to_text (self->insights);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  kith_viewer_say (self->viewer, _ ("What the map tells has been copied"));
}

/* --- What is shown --- */

static void
set_status (KithInsightsPane *self, const char *words)
{
  if (!g_str_equal (gtk_label_get_text (self->status), words))
    kith_status_set_text (self->status, words);
}

static void
show_insights (KithInsightsPane *self, KithInsights *insights)
{
  self->pointed = NULL;
  kith_insights_list_show (self->list, insights);
  g_clear_pointer (&self->insights, kith_insights_unref);
  self->insights = insights != NULL ? kith_insights_ref (insights) : NULL;
  gtk_label_set_text (self->scope, insights != NULL ? insights->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          insights != NULL && kith_insights_n (insights) > 0);
  kith_names_give (GTK_WIDGET (self->list), NULL);
  point (self);
}

static void
set_stale (KithInsightsPane *self, gboolean stale)
{
  self->stale = stale;
  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "kith-insights-stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "kith-insights-stale");
}

static void
grab_first (KithInsightsPane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  self->wants_keyboard = FALSE;
  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- Counting --- */

static void
end_work (KithInsightsPane *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->work, kith_insights_work_drop);
  gtk_widget_set_visible (self->progress_box, FALSE);
}

static void
on_done (KithInsights *insights, const GError *error, gpointer data)
{
  KithInsightsPane *self = data;

  end_work (self);
  gtk_widget_set_visible (self->again_box, insights == NULL);
  if (insights == NULL)
    {
      set_status (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? _ ("Counting was stopped.")
                            : error->message);
      return;
    }
  set_stale (self, FALSE);
  show_insights (self, insights);
  if (insights->n_ties == 0)
    set_status (self, "");
  else
    {
      guint n = kith_insights_n (insights);
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u thing is told", "%u things are told", n), n);

      set_status (self, words);
    }
  if (self->wants_keyboard)
    grab_first (self);
}

static gboolean
on_patience (gpointer data)
{
  KithInsightsPane *self = data;

  if (g_get_monotonic_time () - self->started < PATIENCE * 1000)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_progress_bar_set_fraction (self->progress, kith_insights_work_get_part (self->work));
  return G_SOURCE_CONTINUE;
}

/* One map of one day, also while the lens for change shows two together (transfer full). */
static KithMap *
map_to_count (KithInsightsPane *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithView plain = *view;
  g_autoptr (KithMap) map = NULL;

  if (view->comparison == NULL)
    return kith_map_snapshot (kith_viewer_get_map (self->viewer));
  plain.comparison = NULL;
  map = kith_view_map (&plain, kith_viewer_get_seen_map (self->viewer));
  return kith_map_snapshot (map);
}

static void
start (KithInsightsPane *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  end_work (self);
  gtk_widget_set_visible (self->again_box, FALSE);
  if (self->viewer == NULL)
    return;
  self->started = g_get_monotonic_time ();
  self->patience = g_timeout_add (100, on_patience, self);
  self->work = kith_insights_work_new (map_to_count (self),
                                       kith_viewer_get_view (self->viewer)->audience, on_done,
                                       self);
}

static gboolean
on_pause (gpointer data)
{
  KithInsightsPane *self = data;

  self->pause = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
on_stop (KithInsightsPane *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->work != NULL)
    kith_insights_work_cancel (self->work);
}

static void
on_again (KithInsightsPane *self)
{
  set_status (self, _ ("Counting…"));
  start (self);
}

/* --- Two who have no link --- */

static gboolean
find_two (KithInsightsPane *self, guint places[2])
{
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self->viewer);

  if (ids->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      KithId id = g_array_index (ids, KithId, i);

      if (kith_map_stakeholder (kith_viewer_get_map (self->viewer), id) == NULL)
        return FALSE;
      if (self->ties == NULL)
        {
          g_autoptr (KithMap) map = map_to_count (self);

          self->ties = kith_ties_new (map, kith_viewer_get_view (self->viewer)->audience);
        }
      places[i] = kith_ties_place (self->ties, id);
      if (places[i] == KITH_NOWHERE)
        return FALSE;
    }
  return kith_ties_between (self->ties, places[0], places[1]) == KITH_NOWHERE;
}

static void
introduce (KithInsightsPane *self)
{
  guint places[2];
  gboolean two = self->viewer != NULL && find_two (self, places);

  g_clear_pointer (&self->introduce_ids, g_array_unref);
  gtk_widget_set_visible (self->introduce_box, two);
  if (two)
    {
      g_autoptr (KithIntroductions) found = kith_introductions_new (self->ties, places[0],
                                                                    places[1], MOST_WAYS);
      g_autofree char *words = kith_introductions_to_words (found, self->ties, places[0],
                                                            places[1]);

      gtk_label_set_text (self->introduce_label, words);
      self->introduce_ids = kith_introductions_ids (found, self->ties);
      gtk_widget_set_visible (self->introduce_button, self->introduce_ids->len > 0);
    }
}

/* --- Following the map --- */

/* What has been told stays, marked, until it is counted anew. But in a window that others look at,
 * what may not be seen any more must not stand there a moment longer. */
static void
on_changed (KithInsightsPane *self)
{
  gboolean others_look = kith_viewer_get_view (self->viewer)->audience != KITH_TEAM;

  g_clear_pointer (&self->ties, kith_ties_unref);
  g_clear_handle_id (&self->pause, g_source_remove);
  end_work (self);
  introduce (self);
  set_stale (self, TRUE);
  if (self->insights != NULL && others_look)
    show_insights (self, NULL);
  set_status (self, _ ("The map has changed since. Counting again…"));
  if (others_look)
    start (self);
  else
    self->pause = g_timeout_add (PAUSE, on_pause, self);
}

/* --- The widget --- */

static void
drop_viewer (KithInsightsPane *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  end_work (self);
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->ties, kith_ties_unref);
  g_clear_pointer (&self->introduce_ids, g_array_unref);
}

static void
on_root (KithInsightsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self,
                             G_CONNECT_SWAPPED);
}

static void
kith_insights_pane_dispose (GObject *object)
{
  KithInsightsPane *self = KITH_INSIGHTS_PANE (object);
  GtkWidget *child;

  self->canvas = NULL;
  if (self->list != NULL)
    drop_viewer (self);
  g_clear_pointer (&self->insights, kith_insights_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_INSIGHTS_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* those that nobody names in the template */
  G_OBJECT_CLASS (kith_insights_pane_parent_class)->dispose (object);
}

static void
kith_insights_pane_class_init (KithInsightsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_insights_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-insights-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, progress_box);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, progress);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, stop);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, again_box);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, scope);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, introduce_box);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, introduce_label);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, introduce_button);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, list);
  gtk_widget_class_bind_template_child (widget_class, KithInsightsPane, status);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_introduce);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_motion_left);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, point);
  gtk_widget_class_set_css_name (widget_class, "kith-insights");
}

static void
kith_insights_pane_init (KithInsightsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_style_follow (GTK_WIDGET (self));
  g_signal_connect (self, "notify::root", G_CALLBACK (on_root), NULL);
  on_root (self);
}

void
kith_insights_pane_set_canvas (KithInsightsPane *self, KithCanvas *canvas)
{
  self->canvas = canvas;
}

void
kith_insights_pane_set_viewer (KithInsightsPane *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  drop_viewer (self);
  show_insights (self, NULL);
  set_stale (self, FALSE);
  self->wants_keyboard = FALSE;
  if (self->canvas != NULL)
    kith_canvas_highlight (self->canvas, NULL, 0);
  if (viewer != NULL)
    {
      self->viewer = g_object_ref (viewer);
      g_signal_connect_swapped (viewer, "changed", G_CALLBACK (on_changed), self);
      g_signal_connect_swapped (viewer, "selection-changed", G_CALLBACK (introduce), self);
      set_status (self, _ ("Counting…"));
      start (self);
    }
  introduce (self);
}

void
kith_insights_pane_grab (KithInsightsPane *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  if (self->insights != NULL)
    grab_first (self);
  else
    self->wants_keyboard = TRUE;
}
