/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-chart-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-chart-view.h"
#include "kith-event-dialog.h"

#define LARGE_WIDTH 820
#define LARGE_HEIGHT 460

struct _KithChartGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkDropDown *choice; /* there where more than trust has been rated */
  KithChartView *chart;
  GtkLabel *reading;

  /* State */
  KithViewer *viewer; /* owned */
  KithId link;
  int chosen;        /* KithDimension, or KITH_LENS_CHOOSES */
  KithLens lens;     /* for which that was chosen */
  GArray *offered;   /* of int: the dimensions that can be chosen */
  gboolean choosing; /* the group itself is setting the choice */
};

G_DEFINE_FINAL_TYPE (KithChartGroup, kith_chart_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  RATING_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Never empty, so that nothing below jumps. */
static void
show_reading (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL
                                 ? words
                                 : _ ("Point at a mark to read it; a click shows the rating or "
                                      "opens the event."));
  kith_widget_set_tip (GTK_WIDGET (label), words != NULL ? words : "");
}

static void
on_reading (KithChartGroup *self, const char *words)
{
  show_reading (self->reading, words);
}

static void
on_rating_picked (KithChartGroup *self, gint64 id, int end)
{
  g_signal_emit (self, signals[RATING_PICKED], 0, id, end);
}

static void
on_event_picked (KithChartGroup *self, gint64 id)
{
  kith_event_dialog_change (GTK_WIDGET (self), self->viewer, id);
}

/* --- The large one --- */

static void
on_large_reading (GtkLabel *label, const char *words)
{
  show_reading (label, words);
}

static void
on_large_rating (KithChartGroup *self, gint64 id, int end, KithChartView *chart)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (chart))));
  on_rating_picked (self, id, end);
}

static void
on_large_event (KithChartGroup *self, gint64 id, KithChartView *chart)
{
  kith_event_dialog_change (GTK_WIDGET (chart), self->viewer, id);
}

static void
on_large_changed (KithChartView *chart, KithEdit *edit, KithViewer *viewer)
{
  if (!kith_chart_view_refresh (chart))
    gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (chart))));
}

static GtkWidget *
large_chart (KithChartGroup *self, GtkWidget *reading)
{
  GtkWidget *chart = kith_chart_view_new ();

  gtk_widget_set_vexpand (chart, TRUE);
  kith_chart_view_set_dimension (KITH_CHART_VIEW (chart),
                                 kith_chart_view_get_dimension (self->chart));
  g_signal_connect_object (chart, "reading", G_CALLBACK (on_large_reading), reading,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "rating-picked", G_CALLBACK (on_large_rating), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "event-picked", G_CALLBACK (on_large_event), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "changed", G_CALLBACK (on_large_changed), chart,
                           G_CONNECT_SWAPPED);
  return chart;
}

static GtkWidget *
new_reading (void)
{
  GtkWidget *reading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (reading), 0.0F);
  gtk_label_set_yalign (GTK_LABEL (reading), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (reading), TRUE);
  gtk_label_set_lines (GTK_LABEL (reading), 3);
  gtk_label_set_ellipsize (GTK_LABEL (reading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (reading, -1, 54);
  return reading;
}

static GtkWidget *
large_content (KithChartGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *reading = new_reading ();
  GtkWidget *chart = large_chart (self, reading);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), reading);
  kith_chart_view_show (KITH_CHART_VIEW (chart), self->viewer, self->link);
  return box;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static void
on_enlarge (KithChartGroup *self)
{
  KithDimension dimension = kith_chart_view_get_dimension (self->chart);
  /* Translators: the ratings of one measure, such as trust, over time */
  g_autofree char *title =
      dimension == KITH_TRUST
          ? g_strdup (_ ("Over Time"))
          : g_strdup_printf (_ ("%s Over Time"),
                             kith_enum_label (&kith_dimensions, (int) dimension));
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for",
                                    gtk_widget_get_root (GTK_WIDGET (self)), "destroy-with-parent",
                                    TRUE, "title", title, "default-width", LARGE_WIDTH,
                                    "default-height", LARGE_HEIGHT, "width-request", 340, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), large_content (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- What is rated --- */

static gboolean
says_something (KithMap *map, KithId link, int dimension)
{
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      g_autoptr (GPtrArray) ratings = kith_map_assessments_of (map, link, (KithEnd) end);

      for (guint i = 0; i < ratings->len; i++)
        if (((const KithAssessment *) ratings->pdata[i])->scores[dimension] != KITH_SCORE_UNSET)
          return TRUE;
    }
  return FALSE;
}

/* What has been rated, and what is shown. */
static void
find_offered (KithChartGroup *self, GArray *offered)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  int shown = (int) kith_chart_view_get_dimension (self->chart);

  for (int i = 0; i < KITH_N_SCORES; i++)
    if (i == shown || says_something (map, self->link, i))
      g_array_append_val (offered, i);
}

static void
offer (KithChartGroup *self)
{
  g_autoptr (GArray) offered = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  int shown = (int) kith_chart_view_get_dimension (self->chart);
  guint at = 0;

  find_offered (self, offered);
  for (guint i = 0; i < offered->len; i++)
    {
      int one = g_array_index (offered, int, i);

      gtk_string_list_append (words, kith_enum_label (&kith_dimensions, one));
      if (one == shown)
        at = i;
    }
  self->choosing = TRUE;
  if (offered->len != self->offered->len
      || memcmp (offered->data, self->offered->data, offered->len * sizeof (int)) != 0)
    gtk_drop_down_set_model (self->choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->choice, at);
  self->choosing = FALSE;
  g_array_set_size (self->offered, 0);
  g_array_append_vals (self->offered, offered->data, offered->len);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), offered->len > 1);
}

/* Another lens chooses anew; what was chosen by hand holds until then. */
static void
show (KithChartGroup *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  gboolean rated = FALSE;

  if (kith_viewer_get_view (self->viewer)->lens != self->lens)
    self->chosen = KITH_LENS_CHOOSES;
  self->lens = kith_viewer_get_view (self->viewer)->lens;
  kith_chart_view_set_dimension (self->chart, self->chosen);
  kith_chart_view_show (self->chart, self->viewer, self->link);
  offer (self);
  for (int i = 0; i < KITH_N_SCORES && !rated; i++)
    rated = says_something (map, self->link, i);
  gtk_widget_set_visible (GTK_WIDGET (self), rated);
}

static void
on_chosen (KithChartGroup *self)
{
  guint at = gtk_drop_down_get_selected (self->choice);

  if (self->choosing || at >= self->offered->len)
    return;
  self->chosen = g_array_index (self->offered, int, at);
  show (self);
}

static void
on_view_changed (KithChartGroup *self)
{
  if (kith_viewer_get_view (self->viewer)->lens != self->lens
      && kith_map_link (kith_viewer_get_map (self->viewer), self->link) != NULL)
    show (self);
}

/* --- The group --- */

static void
kith_chart_group_dispose (GObject *object)
{
  KithChartGroup *self = KITH_CHART_GROUP (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->offered, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_CHART_GROUP);
  G_OBJECT_CLASS (kith_chart_group_parent_class)->dispose (object);
}

static void
kith_chart_group_class_init (KithChartGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_chart_group_dispose;
  signals[RATING_PICKED] = g_signal_new ("rating-picked", KITH_TYPE_CHART_GROUP, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                         G_TYPE_INT);
  g_type_ensure (KITH_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-chart-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithChartGroup, choice);
  gtk_widget_class_bind_template_child (widget_class, KithChartGroup, chart);
  gtk_widget_class_bind_template_child (widget_class, KithChartGroup, reading);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_reading);
  gtk_widget_class_bind_template_callback (widget_class, on_rating_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_event_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_enlarge);
}

static void
kith_chart_group_init (KithChartGroup *self)
{
  self->offered = g_array_new (FALSE, FALSE, sizeof (int));
  self->chosen = KITH_LENS_CHOOSES;
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_drop_down_set_name (self->choice, _ ("Which ratings the chart shows"));
  show_reading (self->reading, NULL);
}

/**
 * kith_chart_group_show:
 * @self: a chart group
 * @viewer: whose map it shows
 * @link: a link of the map
 */
void
kith_chart_group_show (KithChartGroup *self, KithViewer *viewer, KithId link)
{
  if (viewer != self->viewer)
    {
      if (self->viewer != NULL)
        g_signal_handlers_disconnect_by_data (self->viewer, self);
      g_set_object (&self->viewer, viewer);
      g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
    }
  if (link != self->link)
    self->chosen = KITH_LENS_CHOOSES;
  self->link = link;
  show (self);
}
