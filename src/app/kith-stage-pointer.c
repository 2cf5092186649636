/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage under pointer and fingers: panning and zooming by hand, a tap on a link. */
#include "kith-stage-private.h"

#include <math.h>

#include "kith-viewport.h"

#define FAR 8.0   /* pixels from which on it is a drag */
#define REST 2500 /* milliseconds after which the pointer hides */

/* So that what lies under (x, y) stays there. */
static void
zoom_to (KithStage *self, double zoom, double x, double y)
{
  kith_stage_by_hand (self);
  kith_canvas_zoom_at (self->canvas, zoom, x, y);
}

/* --- Panning --- */

static void
on_drag_begin (KithStage *self)
{
  self->drag_x = self->drag_y = 0;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, KithStage *self)
{
  if (self->drag_x == 0 && self->drag_y == 0 && hypot (dx, dy) < FAR)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  kith_stage_by_hand (self);
  kith_canvas_pan (self->canvas, dx - self->drag_x, dy - self->drag_y);
  self->drag_x = dx;
  self->drag_y = dy;
}

/* --- Zooming --- */

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, KithStage *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (scroll));
  KithCamera camera;
  double at_x, at_y;

  if (event != NULL && gdk_event_get_position (event, &at_x, &at_y))
    gtk_widget_translate_coordinates (GTK_WIDGET (self), self->ground, at_x, at_y, &x, &y);
  kith_canvas_get_camera (self->canvas, &camera);
  zoom_to (self, camera.zoom * pow (KITH_ZOOM_STEP, -kith_canvas_clicks_of (scroll, dy)), x, y);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (KithStage *self)
{
  KithCamera camera;

  kith_canvas_get_camera (self->canvas, &camera);
  self->pinch_zoom = camera.zoom;
}

static void
on_pinch (GtkGestureZoom *pinch, double scale, KithStage *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    zoom_to (self, self->pinch_zoom * scale, x, y);
}

/* --- Tapping --- */

static void
on_tap (GtkGestureClick *click, int n, double x, double y, KithStage *self)
{
  KithId link = kith_canvas_get_link_at (self->canvas, x, y);
  KithId stakeholder = kith_canvas_get_stakeholder_at (self->canvas, x, y);

  if (stakeholder != 0)
    kith_viewer_select_only (self->viewer, stakeholder);
  else if (link != 0)
    kith_stage_tell_story (self, link);
  else
    kith_viewer_select_only (self->viewer, 0);
}

/* --- Where the pointer is --- */

static gboolean
on_rest (gpointer data)
{
  KithStage *self = data;

  self->rest = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, KithStage *self)
{
  kith_stage_glass_point (self->glass, x, y);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, on_rest, self);
}

void
kith_stage_pointer_init (KithStage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (click, "released", G_CALLBACK (on_tap), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->ground, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->ground, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->ground, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (self->ground, scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
