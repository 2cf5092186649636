/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-plot-view.h"

#include "kith-load-plot.h"
#include "kith-pulse-plot.h"
#include "kith-warning.h"

#define NATURAL 560
#define NARROWEST 220

struct _KithPlotView
{
  GtkWidget parent_instance;

  /* Owned */
  KithViewer *viewer;
  KithPlot *plot; /* of the width that it was last made for, or NULL */

  /* State */
  KithPlotMaker make;
  KithId subject;
  double width; /* that the plot was made for */
  int marked;   /* where the keyboard is */
};

G_DEFINE_FINAL_TYPE (KithPlotView, kith_plot_view, GTK_TYPE_WIDGET)

static guint picked_signal;

static KithPlot *
plot_at (KithPlotView *self, double width)
{
  if (self->plot == NULL || self->width != width)
    {
      g_clear_pointer (&self->plot, kith_plot_free);
      self->plot = self->make (self->viewer, self->subject, width);
      self->width = width;
    }
  return self->plot;
}

static int
n_points (KithPlotView *self)
{
  return self->plot != NULL ? (int) self->plot->points->len : 0;
}

static const KithPlotPoint *
point_at (KithPlotView *self, int which)
{
  return which >= 0 && which < n_points (self)
             ? &g_array_index (self->plot->points, KithPlotPoint, which)
             : NULL;
}

static void
mark (KithPlotView *self, int which)
{
  const KithPlotPoint *point;

  self->marked = CLAMP (which, 0, n_points (self) - 1);
  point = point_at (self, self->marked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  point != NULL ? point->words : "", -1);
  if (point != NULL)
    kith_viewer_announce (self->viewer, point->words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pick (KithPlotView *self, int which)
{
  const KithPlotPoint *point = point_at (self, which);

  if (point != NULL && point->id != 0)
    g_signal_emit (self, picked_signal, 0, point->id);
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithPlotView *self)
{
  if (n_points (self) == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      mark (self, self->marked < 0 ? n_points (self) - 1 : self->marked - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Down:
      mark (self, self->marked + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      mark (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      mark (self, n_points (self) - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      pick (self, self->marked);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, KithPlotView *self)
{
  if (self->plot != NULL)
    pick (self, kith_plot_find (self->plot, x, y));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, KithPlotView *self)
{
  const KithPlotPoint *point = self->plot != NULL
                                   ? point_at (self, kith_plot_find (self->plot, x, y))
                                   : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   point != NULL && point->id != 0 ? "pointer" : NULL);
}

static gboolean
on_tooltip (KithPlotView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const KithPlotPoint *point = self->plot != NULL
                                   ? point_at (self, keyboard ? self->marked
                                                              : kith_plot_find (self->plot, x, y))
                                   : NULL;

  if (point == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, point->words);
  return TRUE;
}

static void
kith_plot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithPlotView *self = KITH_PLOT_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  KithPlot *plot = plot_at (self, width);
  cairo_t *cr;

  if (plot == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  kith_plot_draw (cr, plot,
                  gtk_widget_has_visible_focus (widget) ? self->marked : KITH_NO_PLOT_POINT);
  cairo_destroy (cr);
}

static void
kith_plot_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  KithPlotView *self = KITH_PLOT_VIEW (widget);
  KithPlot *plot;

  *minimum = NARROWEST;
  *natural = NATURAL;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  plot = plot_at (self, for_size > 0 ? for_size : NATURAL);
  *minimum = *natural = plot != NULL ? (int) (plot->height + 1) : 0;
}

static GtkSizeRequestMode
kith_plot_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kith_plot_view_dispose (GObject *object)
{
  KithPlotView *self = KITH_PLOT_VIEW (object);

  g_clear_pointer (&self->plot, kith_plot_free);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_plot_view_parent_class)->dispose (object);
}

static void
kith_plot_view_class_init (KithPlotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_plot_view_dispose;
  widget_class->snapshot = kith_plot_view_snapshot;
  widget_class->measure = kith_plot_view_measure;
  widget_class->get_request_mode = kith_plot_view_get_request_mode;
  picked_signal = g_signal_new ("picked", KITH_TYPE_PLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "kith-chart");
}

static void
kith_plot_view_init (KithPlotView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->marked = KITH_NO_PLOT_POINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * kith_plot_view_new:
 * @viewer: whose map it shows
 * @make: makes the plot
 * @subject: of what, or 0
 *
 * Returns: (transfer floating): a plot view
 */
GtkWidget *
kith_plot_view_new (KithViewer *viewer, KithPlotMaker make, KithId subject)
{
  KithPlotView *self = g_object_new (KITH_TYPE_PLOT_VIEW, NULL);

  self->viewer = g_object_ref (viewer);
  self->make = make;
  kith_plot_view_show (self, subject);
  return GTK_WIDGET (self);
}

/**
 * kith_plot_view_show:
 * @self: a plot view
 * @subject: what it shows from now on
 */
void
kith_plot_view_show (KithPlotView *self, KithId subject)
{
  double width = self->width > 0 ? self->width : NATURAL;

  if (subject != self->subject)
    self->marked = KITH_NO_PLOT_POINT;
  self->subject = subject;
  g_clear_pointer (&self->plot, kith_plot_free);
  plot_at (self, width);
  self->marked = MIN (self->marked, n_points (self) - 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->plot != NULL ? self->plot->words : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->plot != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was counted last for a viewer: a page of plots asks the same for each of them. */
typedef struct
{
  const KithMap *map; /* only ever compared */
  guint64 revision;
  KithAudience audience;
  gint32 day;
  GPtrArray *warnings;
} Counted;

static void
counted_free (gpointer data)
{
  g_ptr_array_unref (((Counted *) data)->warnings);
  g_free (data);
}

static const GPtrArray *
warnings_of (KithViewer *viewer, KithMap *map)
{
  static const char key[] = "kith-plot-warnings";
  KithAudience audience = kith_viewer_get_view (viewer)->audience;
  KithDate today = kith_viewer_date (viewer);
  Counted *counted = g_object_get_data (G_OBJECT (viewer), key);

  if (counted != NULL && counted->map == map && counted->revision == kith_map_revision (map)
      && counted->audience == audience && counted->day == today.first)
    return counted->warnings;
  counted = g_new0 (Counted, 1);
  *counted = (Counted){ map, kith_map_revision (map), audience, today.first,
                        kith_warnings (map, audience, &today) };
  g_object_set_data_full (G_OBJECT (viewer), key, counted, counted_free);
  return counted->warnings;
}

KithPlot *
kith_plot_view_pulse (KithViewer *viewer, KithId subject, double width)
{
  const KithView *view = kith_viewer_get_view (viewer);
  KithMap *map = kith_viewer_get_map (viewer);

  if (kith_map_stakeholder (map, subject) == NULL)
    return NULL;
  return kith_pulse_plot_new (map, subject, warnings_of (viewer, map),
                              kith_palette_get (view->palette), width);
}

KithPlot *
kith_plot_view_load (KithViewer *viewer, KithId subject, double width)
{
  const KithView *view = kith_viewer_get_view (viewer);

  return kith_load_plot_new (kith_viewer_get_map (viewer), subject, kith_viewer_date (viewer).first,
                             kith_palette_get (view->palette), width);
}
