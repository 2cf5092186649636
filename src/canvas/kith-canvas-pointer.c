/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what a press begins, and how pointer and touch reach the tool that it began. */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-hub.h"
#include "kith-stroke.h"

#define NEAR_LINK 7 /* pixels from a link or outline that still mean it */
#define NEAR_LINK_TOUCH 16
#define LEAST_LINKS 0.12 /* zoom below which links are too many to be meant */
#define EDGE 28          /* pixels from the side where a drag moves the map on */
#define EDGE_SPEED 9     /* pixels a frame, at most */

static KithPointer
pointer_at (KithCanvas *self, double x, double y, GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  KithPointer pointer = {
    .x = x,
    .y = y,
    .at = kith_viewport_to_map (&self->viewport, x, y),
    .state = gtk_event_controller_get_current_event_state (controller),
    .touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN,
  };

  return pointer;
}

/* Whether the map is what is seen there, not a card or an entry over it. */
static gboolean
is_on_map (KithCanvas *self, double x, double y)
{
  return gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self);
}

/* A label is its link. */
static KithHit
hit_label (KithCanvas *self, const KithPointer *pointer, KithHit hit)
{
  KithId link = kith_figures_label_at (self->figures, pointer->at.x, pointer->at.y);

  return link != 0 ? (KithHit){ KITH_HIT_LINK, link, KITH_END_A } : hit;
}

/* What is under the pointer, links with some tolerance. */
KithHit
kith_canvas_hit (KithCanvas *self, const KithPointer *pointer)
{
  double near = pointer->touch ? NEAR_LINK_TOUCH : NEAR_LINK;
  KithHit hit = kith_canvas_far_at (self, pointer);

  if (hit.part != KITH_HIT_NOTHING)
    return hit;
  hit = kith_figures_hit (self->figures, pointer->at.x, pointer->at.y, near / self->viewport.zoom);
  if (hit.part != KITH_HIT_STAKEHOLDER
      && kith_detail_at (self->viewport.zoom, FALSE) == KITH_DETAIL_FULL)
    hit = hit_label (self, pointer, hit);
  if (kith_detail_at (self->viewport.zoom, FALSE) == KITH_DETAIL_FULL
      && kith_figures_quote_at (self->figures, pointer->at.x, pointer->at.y, &hit))
    return hit;
  if (hit.part == KITH_HIT_LINK && self->viewport.zoom < LEAST_LINKS)
    hit = (KithHit){ KITH_HIT_NOTHING, 0, KITH_END_A };
  return hit;
}

KithId
kith_canvas_stakeholder_at (KithCanvas *self, const KithPointer *pointer)
{
  KithHit hit = kith_canvas_far_at (self, pointer);

  if (hit.part == KITH_HIT_NOTHING)
    hit = kith_figures_hit (self->figures, pointer->at.x, pointer->at.y, 0);
  return hit.part == KITH_HIT_STAKEHOLDER ? hit.id : 0;
}

void
kith_canvas_update_cursor (KithCanvas *self)
{
  const char *name = NULL;
  KithId corner_of;
  int across, down;

  if (self->tool != NULL)
    name = self->tool->class->cursor;
  else if (self->space_held)
    name = "grab";
  else if (self->grip == KITH_GRIP_BEND)
    name = "move";
  else if (self->handle_of != 0 || self->grip != KITH_GRIP_NONE)
    name = "crosshair";
  else if (self->pointer_inside
           && kith_canvas_corner_at (self, &self->last, &corner_of, &across, &down))
    name = across == down ? "nwse-resize" : "nesw-resize";
  else if (self->hovered != 0)
    name = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* `tool` (transfer full) gets what the pointer does from now on. */
void
kith_canvas_start_tool (KithCanvas *self, KithTool *tool)
{
  kith_canvas_cancel_tool (self);
  self->tool = tool;
  self->handle_of = 0;
  kith_canvas_set_hovered (self, 0);
  kith_canvas_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_edge (KithCanvas *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

void
kith_canvas_end_tool (KithCanvas *self)
{
  KithTool *tool = g_steal_pointer (&self->tool);

  stop_edge (self);
  if (tool != NULL)
    kith_tool_free (tool);
  kith_canvas_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Escape: nothing of what the tool has shown stays. */
void
kith_canvas_cancel_tool (KithCanvas *self)
{
  if (self->tool == NULL)
    return;
  if (self->tool->class->cancel != NULL)
    self->tool->class->cancel (self->tool);
  kith_canvas_end_tool (self);
}

static void
move_tool (KithCanvas *self)
{
  self->last.at = kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
  if (self->tool->class->motion != NULL)
    self->tool->class->motion (self->tool, &self->last);
}

/* The map has moved under a pointer that has not. */
void
kith_canvas_point_again (KithCanvas *self)
{
  if (self->tool != NULL && self->tool->class->draw != NULL)
    move_tool (self);
  else if (self->tool == NULL)
    kith_canvas_hover (self);
}

/* How fast the map moves on when the pointer is this near to a side, pixels a frame. */
static double
edge_speed (double at, double length)
{
  if (at < EDGE)
    return EDGE_SPEED * MIN ((EDGE - at) / EDGE, 2);
  if (at > length - EDGE)
    return -EDGE_SPEED * MIN ((at - length + EDGE) / EDGE, 2);
  return 0;
}

static gboolean
on_edge (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (widget);
  double dx = edge_speed (self->last.x, self->viewport.width);
  double dy = edge_speed (self->last.y, self->viewport.height);

  if (self->tool == NULL || (dx == 0 && dy == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  kith_canvas_pan (self, dx, dy);
  move_tool (self);
  return G_SOURCE_CONTINUE;
}

/* A drag that comes near a side takes the map along; panning does that by itself. */
static void
watch_edge (KithCanvas *self)
{
  gboolean near = edge_speed (self->last.x, self->viewport.width) != 0
                  || edge_speed (self->last.y, self->viewport.height) != 0;
  gboolean pans = g_strcmp0 (self->tool->class->cursor, "grabbing") == 0;

  if (near && !pans && !self->tool->class->free_hand && self->edge_tick == 0)
    self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_edge, NULL, NULL);
}

static gboolean
is_double (KithCanvas *self, const KithPointer *press)
{
  int time = 400, far = 5;
  gint64 now = g_get_monotonic_time ();
  gboolean is_second;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &time,
                "gtk-double-click-distance", &far, NULL);
  far = press->touch ? far * 4 : far;
  is_second = self->last_press_time != 0
              && now - self->last_press_time < time * G_GINT64_CONSTANT (1000)
              && hypot (press->x - self->last_press_x, press->y - self->last_press_y) <= far;
  self->last_press_time = is_second ? 0 : now;
  self->last_press_x = press->x;
  self->last_press_y = press->y;
  return is_second;
}

static void
double_press (KithCanvas *self, const KithPointer *press, const KithHit *hit)
{
  if (hit->part == KITH_HIT_NOTHING)
    {
      kith_canvas_type_new (self, press->at, 0);
      return;
    }
  kith_viewer_select_only (self->viewer, hit->id);
  if (hit->part == KITH_HIT_STAKEHOLDER || hit->part == KITH_HIT_NOTE)
    kith_canvas_begin_rename (self);
  else
    g_signal_emit_by_name (self, "activate", hit->id);
}

static GArray *
members_of (KithCanvas *self, KithId space)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GPtrArray) members = kith_map_members_of (kith_viewer_get_map (self->viewer), space);

  for (guint i = 0; i < members->len; i++)
    {
      gconstpointer record = g_ptr_array_index (members, i);
      KithId id = KITH_KIND (record) == KITH_MEMBERSHIP
                      ? ((const KithMembership *) record)->stakeholder
                      : KITH_ID (record);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
is_outline (KithCanvas *self, const KithHit *hit)
{
  const KithSpace *space = kith_map_space (kith_viewer_get_map (self->viewer), hit->id);

  return hit->part == KITH_HIT_SPACE && space != NULL && !kith_space_is_hub (space);
}

/* A press on something selects it and may move it: a stakeholder or a node with all that is selected,
 * an outline with its members, a frame with what lies in it. */
static void
press_on (KithCanvas *self, const KithPointer *press, const KithHit *hit)
{
  gboolean was_selected = kith_viewer_is_selected (self->viewer, hit->id);
  gboolean alone = (press->state & GDK_ALT_MASK) != 0;
  GArray *ids;

  if ((press->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      kith_viewer_toggle (self->viewer, hit->id);
      return;
    }
  if (!was_selected)
    kith_viewer_select_only (self->viewer, hit->id);
  if (hit->part == KITH_HIT_LINK)
    {
      kith_viewer_select_only (self->viewer, hit->id);
      return;
    }
  ids = is_outline (self, hit) ? members_of (self, hit->id) : kith_canvas_moving (self, alone);
  kith_canvas_start_tool (self, kith_tool_move_new (self, press, ids, hit->id, was_selected));
}

/* A tool that changes the map as it is now. */
static void
start_change (KithCanvas *self, KithTool *tool)
{
  if (kith_viewer_refuses_past (self->viewer))
    kith_tool_free (tool);
  else
    kith_canvas_start_tool (self, tool);
}

static void
press_primary (KithCanvas *self, const KithPointer *press)
{
  gboolean second = is_double (self, press);
  KithHit hit = kith_canvas_hit (self, press);
  KithId rim = 0;
  int across, down;

  if (kith_canvas_press_grip (self, press, second) || kith_canvas_press_flag (self, press))
    return;
  if (second)
    double_press (self, press, &hit);
  else if (kith_canvas_corner_at (self, press, &rim, &across, &down))
    start_change (self, kith_tool_resize_new (self, press, rim, across, down));
  else if (kith_canvas_handle_at (self, press, &rim))
    start_change (self, kith_tool_connect_new (self, press, rim));
  else if (hit.part != KITH_HIT_NOTHING)
    press_on (self, press, &hit);
  else
    kith_canvas_start_tool (self, kith_tool_band_new (self, press));
}

static void
press_secondary (KithCanvas *self, const KithPointer *press)
{
  KithHit hit = kith_canvas_hit (self, press);

  if (hit.part == KITH_HIT_NOTHING)
    kith_viewer_select_only (self->viewer, 0);
  else if (!kith_viewer_is_selected (self->viewer, hit.id))
    kith_viewer_select_only (self->viewer, hit.id);
  kith_canvas_popup_menu (self, press->x, press->y);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, KithCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  KithPointer press = pointer_at (self, x, y, GTK_EVENT_CONTROLLER (gesture));
  gboolean picking = self->tool != NULL && self->tool->class->free_hand;

  if (self->figures == NULL || !is_on_map (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->last = press;
  kith_canvas_stop_glide (self);
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_end_spelling (self);
  kith_canvas_take_keyboard (self);
  if (picking && button == GDK_BUTTON_PRIMARY)
    return;
  kith_canvas_cancel_tool (self);
  if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && self->space_held))
    kith_canvas_start_tool (self, kith_tool_pan_new (self, &press));
  else if (button == GDK_BUTTON_SECONDARY)
    press_secondary (self, &press);
  else if (button == GDK_BUTTON_PRIMARY)
    press_primary (self, &press);
}

static void
follow_drag (KithCanvas *self, GtkGestureDrag *gesture, double dx, double dy)
{
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->last = pointer_at (self, x + dx, y + dy, GTK_EVENT_CONTROLLER (gesture));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, KithCanvas *self)
{
  if (self->tool == NULL)
    return;
  follow_drag (self, gesture, dx, dy);
  move_tool (self);
  if (self->tool != NULL)
    watch_edge (self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, KithCanvas *self)
{
  KithTool *tool = self->tool;

  if (tool == NULL || tool->class->release == NULL)
    return;
  stop_edge (self);
  follow_drag (self, gesture, dx, dy);
  /* What is done at a release may itself begin or end a tool. */
  if (tool->class->release (tool, &self->last) && self->tool == tool)
    kith_canvas_end_tool (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, KithCanvas *self)
{
  if (self->tool != NULL && !self->tool->class->free_hand)
    kith_canvas_cancel_tool (self);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, KithCanvas *self)
{
  gboolean dragging = gtk_gesture_is_active (self->drag);

  if (dragging)
    return;
  self->pointer_inside = is_on_map (self, x, y);
  self->pointing = self->pointing || x != self->last.x || y != self->last.y;
  self->last = pointer_at (self, x, y, GTK_EVENT_CONTROLLER (controller));
  if (self->tool == NULL)
    kith_canvas_hover (self);
  else if (self->tool->class->free_hand)
    move_tool (self);
}

static void
on_leave (GtkEventControllerMotion *controller, KithCanvas *self)
{
  self->pointer_inside = FALSE;
  if (self->tool == NULL)
    kith_canvas_hover (self);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, KithCanvas *self)
{
  kith_canvas_cancel_tool (self);
  self->pinch_zoom = self->viewport.zoom;
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &self->pinch_y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, KithCanvas *self)
{
  double x = self->pinch_x, y = self->pinch_y;

  if (self->pinch_zoom <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  kith_canvas_pan (self, x - self->pinch_x, y - self->pinch_y);
  kith_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
  self->pinch_x = x;
  self->pinch_y = y;
}

void
kith_canvas_pointer_init (KithCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  self->pinch = gtk_gesture_zoom_new ();
  g_signal_connect (self->pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (self->pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pinch));
}
