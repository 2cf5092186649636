/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-minimap.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAD 5    /* pixels between the card's side and the picture */
#define LEAST 56 /* pixels a side, so that a finger finds it */
#define REST 250 /* milliseconds after a change before the picture is made anew */

struct _KithMinimap
{
  GtkWidget parent_instance;

  /* borrowed */
  KithMinimapPaint paint;
  gpointer data;

  /* owned */
  GdkTexture *picture;

  /* state, map units */
  KithRect bounds;
  KithRect sight;
  KithColour ink;
  int described; /* per cent of the map in sight, as last said */
  guint rest;    /* source: the picture is out of date */
  double grip_x; /* from the middle of the frame to where it is held */
  double grip_y;
};

G_DEFINE_FINAL_TYPE (KithMinimap, kith_minimap, GTK_TYPE_WIDGET)

enum
{
  LOOK_AT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Pixels of the widget a map unit. */
static double
scale_of (KithMinimap *self)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD, 1);
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PAD, 1);

  return MIN (width / MAX (self->bounds.width, 1.0), height / MAX (self->bounds.height, 1.0));
}

/* Where the widget shows the corner of the bounds: in its middle. */
static KithPoint
origin (KithMinimap *self)
{
  double scale = scale_of (self);

  return (KithPoint){ (gtk_widget_get_width (GTK_WIDGET (self)) - self->bounds.width * scale) / 2,
                      (gtk_widget_get_height (GTK_WIDGET (self)) - self->bounds.height * scale)
                          / 2 };
}

static KithPoint
to_map (KithMinimap *self, double x, double y)
{
  KithPoint at = origin (self);
  double scale = scale_of (self);

  return (KithPoint){ self->bounds.x + (x - at.x) / scale, self->bounds.y + (y - at.y) / scale };
}

static GdkTexture *
make_picture (KithMinimap *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD, 1) * factor;
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PAD, 1) * factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  KithPoint at = origin (self);
  double scale = scale_of (self) * factor;
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_translate (cr, (at.x - PAD) * factor, (at.y - PAD) * factor);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->bounds.x, -self->bounds.y);
  self->paint (cr, scale, self->data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static gboolean
on_rest (gpointer data)
{
  KithMinimap *self = data;

  self->rest = 0;
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The frame round what is in sight, within the card. */
static gboolean
frame (KithMinimap *self, graphene_rect_t *rect)
{
  KithPoint at = origin (self);
  double scale = scale_of (self);
  graphene_rect_t inside =
      GRAPHENE_RECT_INIT (2, 2, (float) gtk_widget_get_width (GTK_WIDGET (self)) - 4,
                          (float) gtk_widget_get_height (GTK_WIDGET (self)) - 4);
  double width = MAX (self->sight.width * scale, 6), height = MAX (self->sight.height * scale, 6);
  double x = at.x + (self->sight.x + self->sight.width / 2 - self->bounds.x) * scale - width / 2;
  double y = at.y + (self->sight.y + self->sight.height / 2 - self->bounds.y) * scale - height / 2;

  graphene_rect_init (rect, (float) x, (float) y, (float) width, (float) height);
  return graphene_rect_intersection (rect, &inside, rect);
}

static void
draw_frame (KithMinimap *self, GtkSnapshot *snapshot)
{
  GdkRGBA ink = { (float) self->ink.red, (float) self->ink.green, (float) self->ink.blue, 1 };
  GdkRGBA faint = { ink.red, ink.green, ink.blue, 0.1f };
  graphene_rect_t rect;
  GskRoundedRect border;

  if (!frame (self, &rect))
    return;
  gtk_snapshot_append_color (snapshot, &faint, &rect);
  gsk_rounded_rect_init_from_rect (&border, &rect, 3);
  gtk_snapshot_append_border (snapshot, &border, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ ink, ink, ink, ink });
}

static void
kith_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithMinimap *self = KITH_MINIMAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GskRoundedRect card;

  gsk_rounded_rect_init_from_rect (&card, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height),
                                   10);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  if (self->picture == NULL)
    self->picture = make_picture (self);
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT (PAD, PAD, (float) width - 2 * PAD,
                                                    (float) height - 2 * PAD));
  draw_frame (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The canvas gives it the size that kith_minimap_size_within() told. */
static void
kith_minimap_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = LEAST;
}

static void
kith_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_object (&KITH_MINIMAP (widget)->picture);
}

static void
look_at (KithMinimap *self, double x, double y)
{
  g_signal_emit (self, signals[LOOK_AT], 0, x, y);
}

/* The frame is held where it was pressed; a press beside it brings its middle there. */
static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, KithMinimap *self)
{
  KithPoint at = to_map (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->grip_x = self->grip_y = 0;
  if (kith_rect_contains (&self->sight, at.x, at.y))
    {
      self->grip_x = at.x - self->sight.x - self->sight.width / 2;
      self->grip_y = at.y - self->sight.y - self->sight.height / 2;
    }
  else
    look_at (self, at.x, at.y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, KithMinimap *self)
{
  double x = 0, y = 0;
  KithPoint at;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  at = to_map (self, x + dx, y + dy);
  look_at (self, at.x - self->grip_x, at.y - self->grip_y);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithMinimap *self)
{
  double x = self->sight.x + self->sight.width / 2, y = self->sight.y + self->sight.height / 2;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    x -= self->sight.width / 4;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    x += self->sight.width / 4;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    y -= self->sight.height / 4;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    y += self->sight.height / 4;
  else
    return GDK_EVENT_PROPAGATE;
  look_at (self, x, y);
  return GDK_EVENT_STOP;
}

static void
on_scale_factor (KithMinimap *self)
{
  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kith_minimap_dispose (GObject *object)
{
  KithMinimap *self = KITH_MINIMAP (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (kith_minimap_parent_class)->dispose (object);
}

static void
kith_minimap_class_init (KithMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_minimap_dispose;
  widget_class->measure = kith_minimap_measure;
  widget_class->size_allocate = kith_minimap_size_allocate;
  widget_class->snapshot = kith_minimap_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kith-minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[LOOK_AT] = g_signal_new ("look-at", KITH_TYPE_MINIMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
kith_minimap_init (KithMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->described = -1;
  gtk_widget_add_css_class (widget, "kith-card");
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the map"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
}

/**
 * kith_minimap_new:
 * @paint: paints everything
 * @data: for @paint
 *
 * Returns: (transfer floating): a minimap of nothing yet
 */
GtkWidget *
kith_minimap_new (KithMinimapPaint paint, gpointer data)
{
  KithMinimap *self = g_object_new (KITH_TYPE_MINIMAP, NULL);

  self->paint = paint;
  self->data = data;
  return GTK_WIDGET (self);
}

/**
 * kith_minimap_set_bounds:
 * @self: a minimap
 * @bounds: what everything covers, map units
 * @ink: of the frame
 *
 * Something looks different: the picture is made anew in a moment.
 */
void
kith_minimap_set_bounds (KithMinimap *self, const KithRect *bounds, const KithColour *ink)
{
  self->bounds = *bounds;
  self->ink = *ink;
  if (self->rest == 0)
    self->rest = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, REST, on_rest, self, NULL);
}

static void
describe (KithMinimap *self)
{
  double all = self->bounds.width * self->bounds.height;
  double seen = self->sight.width * self->sight.height;
  int percent = all > 0 ? (int) CLAMP (round (100 * seen / all), 1, 100) : 100;
  g_autofree char *words = NULL;

  if (percent == self->described)
    return;
  self->described = percent;
  /* Translators: read out for a small picture of the whole map. */
  words =
      g_strdup_printf (_ ("About %d per cent of the map is in sight. Arrow keys look elsewhere."),
                       percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/**
 * kith_minimap_set_sight:
 * @self: a minimap
 * @sight: the part of the map that is in sight, map units
 */
void
kith_minimap_set_sight (KithMinimap *self, const KithRect *sight)
{
  self->sight = *sight;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kith_minimap_size_within:
 * @self: a minimap
 * @width: pixels
 * @height: pixels
 *
 * Returns: the size that it takes then, in the shape of the map
 */
GtkRequisition
kith_minimap_size_within (KithMinimap *self, int width, int height)
{
  double scale = MIN ((width - 2 * PAD) / MAX (self->bounds.width, 1.0),
                      (height - 2 * PAD) / MAX (self->bounds.height, 1.0));

  return (GtkRequisition){ MAX ((int) ceil (self->bounds.width * scale) + 2 * PAD, LEAST),
                           MAX ((int) ceil (self->bounds.height * scale) + 2 * PAD, LEAST) };
}
