/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-chart-view.h"

#include <glib/gi18n-lib.h>

#include "kith-lens.h"
#include "kith-proposal-box.h"

#define NATURAL 276
#define NARROWEST 160
#define SMALL_TEXT 12.0 /* map units */
#define SPARK_WIDTH 72
#define SPARK_HEIGHT 28

struct _KithChartView
{
  GtkWidget parent_instance;

  /* State */
  KithViewer *viewer; /* owned */
  KithId link;
  gboolean spark;
  guint font;            /* of a room, pixels; 0: the usual one */
  int dimension;         /* KithDimension, or KITH_LENS_CHOOSES */
  KithTrustChart *chart; /* owned; of the size that it was last given */
  int width;
  int height;
  int marked;  /* where the keyboard is */
  int hovered; /* where the pointer is */
};

G_DEFINE_FINAL_TYPE (KithChartView, kith_chart_view, GTK_TYPE_WIDGET)

enum
{
  READING,
  RATING_PICKED,
  EVENT_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is shown --- */

/* Pixels for a map unit; no text is so large that nothing else fits into the width. */
static double
scale_for (KithChartView *self, int width)
{
  return MAX (MIN (self->font / SMALL_TEXT, (double) width / NATURAL), 1.0);
}

static double
height_for (KithChartView *self, int width)
{
  double scale = scale_for (self, width);

  /* low, so that the rest of a page can be seen with it */
  return kith_trust_chart_height (MIN (width / scale, NATURAL), FALSE) * scale;
}

static double
scale_of (KithChartView *self)
{
  return scale_for (self, self->width);
}

static void
make_chart (KithChartView *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithTrustChartLook look = { .palette = view->palette,
                              .dimension = kith_chart_view_get_dimension (self),
                              .spark = self->spark,
                              .proposals = self->font == 0,
                              .put_aside = kith_proposals_put_aside (self->viewer),
                              .day = view->day,
                              .today = kith_date_today ().first,
                              .width = self->width / scale_of (self),
                              .height = self->height / scale_of (self) };

  g_clear_pointer (&self->chart, kith_trust_chart_free);
  if (kith_map_link (map, self->link) != NULL)
    self->chart = kith_trust_chart_new (map, self->link, &look);
}

static void
say_reading (KithChartView *self)
{
  int at = self->hovered != KITH_NO_POINT ? self->hovered : self->marked;
  const KithChartPoint *point = self->chart != NULL ? kith_trust_chart_point (self->chart, at)
                                                    : NULL;
  const char *words = point != NULL ? point->words : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  g_signal_emit (self, signals[READING], 0, words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
n_points (KithChartView *self)
{
  return self->chart != NULL ? (int) kith_trust_chart_n_points (self->chart) : 0;
}

/* --- Pointer --- */

static void
hover (KithChartView *self, int point)
{
  if (point == self->hovered)
    return;
  self->hovered = point;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), point != KITH_NO_POINT ? "pointer" : NULL);
  say_reading (self);
}

static int
find (KithChartView *self, double x, double y)
{
  double scale = scale_of (self);

  return self->chart != NULL ? kith_trust_chart_find (self->chart, x / scale, y / scale)
                             : KITH_NO_POINT;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, KithChartView *self)
{
  hover (self, find (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *motion, KithChartView *self)
{
  hover (self, KITH_NO_POINT);
}

/* What is only proposed is taken in the card of its end, not by a click that meant to look. */
static void
pick (KithChartView *self, int which)
{
  const KithChartPoint *point = self->chart != NULL ? kith_trust_chart_point (self->chart, which)
                                                    : NULL;

  if (point == NULL)
    return;
  if (point->kind == KITH_CHART_RATING)
    g_signal_emit (self, signals[RATING_PICKED], 0, point->id, (int) point->end);
  else if (point->kind == KITH_CHART_EVENT)
    g_signal_emit (self, signals[EVENT_PICKED], 0, point->id);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, KithChartView *self)
{
  pick (self, find (self, x, y));
}

/* --- Keyboard --- */

static void
mark (KithChartView *self, int point)
{
  const KithChartPoint *marked;

  self->marked = CLAMP (point, 0, n_points (self) - 1);
  self->hovered = KITH_NO_POINT;
  say_reading (self);
  marked = kith_trust_chart_point (self->chart, self->marked);
  if (marked != NULL)
    kith_viewer_announce (self->viewer, marked->words);
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithChartView *self)
{
  int n = n_points (self);

  if (n == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      mark (self, self->marked == KITH_NO_POINT ? n - 1 : self->marked - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      mark (self, self->marked == KITH_NO_POINT ? 0 : self->marked + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      mark (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      mark (self, n - 1);
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

/* Coming by keys one is where it ends: at what holds now. */
static void
on_focus (KithChartView *self)
{
  if (self->marked == KITH_NO_POINT && n_points (self) > 0)
    self->marked = n_points (self) - 1;
  say_reading (self);
}

static void
on_focus_left (KithChartView *self)
{
  self->marked = KITH_NO_POINT;
  say_reading (self);
}

/* --- Widget --- */

static void
kith_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithChartView *self = KITH_CHART_VIEW (widget);
  cairo_t *cr;

  if (self->chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width,
                                                                 (float) self->height));
  cairo_scale (cr, scale_of (self), scale_of (self));
  kith_trust_chart_draw (cr, self->chart,
                         gtk_widget_has_visible_focus (widget) ? self->marked : KITH_NO_POINT,
                         self->hovered);
  cairo_destroy (cr);
}

static void
kith_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithChartView *self = KITH_CHART_VIEW (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  if (self->viewer != NULL)
    make_chart (self);
}

static void
kith_chart_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithChartView *self = KITH_CHART_VIEW (widget);
  gboolean spark = self->spark;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = spark ? SPARK_WIDTH : NARROWEST;
      *natural = spark ? SPARK_WIDTH : NATURAL;
    }
  else if (self->font > 0 && for_size > 0)
    *minimum = *natural = (int) height_for (self, for_size);
  else
    *minimum = *natural = spark ? SPARK_HEIGHT : (int) kith_trust_chart_height (NATURAL, FALSE);
}

static GtkSizeRequestMode
kith_chart_view_get_request_mode (GtkWidget *widget)
{
  return KITH_CHART_VIEW (widget)->font > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                            : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
kith_chart_view_dispose (GObject *object)
{
  KithChartView *self = KITH_CHART_VIEW (object);

  g_clear_pointer (&self->chart, kith_trust_chart_free);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_chart_view_parent_class)->dispose (object);
}

static void
kith_chart_view_class_init (KithChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_chart_view_dispose;
  widget_class->snapshot = kith_chart_view_snapshot;
  widget_class->size_allocate = kith_chart_view_size_allocate;
  widget_class->measure = kith_chart_view_measure;
  widget_class->get_request_mode = kith_chart_view_get_request_mode;
  signals[READING] = g_signal_new ("reading", KITH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RATING_PICKED] = g_signal_new ("rating-picked", KITH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                         G_TYPE_INT);
  signals[EVENT_PICKED] = g_signal_new ("event-picked", KITH_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "kith-chart");
}

static void
add_pointer (KithChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
kith_chart_view_init (KithChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->marked = self->hovered = KITH_NO_POINT;
  self->dimension = KITH_LENS_CHOOSES;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_pointer (self);
}

/**
 * kith_chart_view_new:
 *
 * Returns: (transfer floating): a chart that shows nothing yet
 */
GtkWidget *
kith_chart_view_new (void)
{
  return g_object_new (KITH_TYPE_CHART_VIEW, NULL);
}

/**
 * kith_chart_view_set_spark:
 * @self: a chart view
 */
void
kith_chart_view_set_spark (KithChartView *self)
{
  self->spark = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * kith_chart_view_set_room:
 * @self: a chart view
 * @font: the size of its text in pixels
 */
void
kith_chart_view_set_room (KithChartView *self, guint font)
{
  if (font == self->font)
    return;
  self->font = font;
  if (self->viewer != NULL)
    make_chart (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kith_chart_view_set_dimension:
 * @self: a chart view
 * @dimension: a KithDimension, or KITH_LENS_CHOOSES: what the lens in use shows
 */
void
kith_chart_view_set_dimension (KithChartView *self, int dimension)
{
  if (dimension == self->dimension)
    return;
  self->dimension = dimension;
  self->marked = KITH_NO_POINT;
  if (self->viewer != NULL)
    kith_chart_view_show (self, self->viewer, self->link);
}

/**
 * kith_chart_view_get_dimension:
 * @self: a chart view that shows a link
 *
 * Returns: what it shows the ratings of
 */
KithDimension
kith_chart_view_get_dimension (KithChartView *self)
{
  if (self->dimension != KITH_LENS_CHOOSES)
    return (KithDimension) self->dimension;
  return kith_lens_dimension (kith_viewer_get_view (self->viewer)->lens);
}

/* Trust is what a chart is of where it says nothing else. */
static char *
spoken (KithChartView *self)
{
  g_autofree char *words = self->chart != NULL ? kith_trust_chart_to_words (self->chart) : NULL;
  KithDimension dimension = kith_chart_view_get_dimension (self);

  if (words == NULL)
    /* Translators: the ratings of both ends of a link over time, in words */
    return g_strdup (_ ("Ratings over time"));
  if (dimension == KITH_TRUST)
    return g_steal_pointer (&words);
  return g_strdup_printf (_ ("%s: %s"), kith_enum_label (&kith_dimensions, (int) dimension), words);
}

/**
 * kith_chart_view_show:
 * @self: a chart view
 * @viewer: whose map it shows
 * @link: a link of the map
 */
void
kith_chart_view_show (KithChartView *self, KithViewer *viewer, KithId link)
{
  g_autofree char *words = NULL;

  if (self->link != link)
    self->marked = KITH_NO_POINT;
  g_set_object (&self->viewer, viewer);
  self->link = link;
  self->hovered = KITH_NO_POINT;
  make_chart (self);
  if (self->marked >= n_points (self))
    self->marked = n_points (self) - 1;
  words = spoken (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  say_reading (self);
}

/**
 * kith_chart_view_is_rated:
 * @self: a chart view
 *
 * Returns: whether there is anything that a line could show
 */
gboolean
kith_chart_view_is_rated (KithChartView *self)
{
  return self->chart != NULL && kith_trust_chart_is_rated (self->chart);
}

/**
 * kith_chart_view_refresh:
 * @self: a chart view that shows a link
 *
 * Returns: whether the link is still there
 */
gboolean
kith_chart_view_refresh (KithChartView *self)
{
  kith_chart_view_show (self, self->viewer, self->link);
  return self->chart != NULL;
}
