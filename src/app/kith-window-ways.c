/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a window finds its way on the map: back and forward by the buttons of a mouse, and whether
 * there is a small picture of the whole map. */
#include "kith-places.h"
#include "kith-window-private.h"

#define BACK 8 /* buttons of a mouse */
#define FORWARD 9

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, KithWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean ours = self->viewer != NULL && (button == BACK || button == FORWARD);

  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         ours ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (ours)
    g_action_group_activate_action (G_ACTION_GROUP (self), button == BACK ? "back" : "forward",
                                    NULL);
}

static void
on_ways_changed (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "overview");
  GSettings *settings = kith_places_settings ();
  gboolean wanted = kith_canvas_wants_overview (self->canvas);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (kith_canvas_has_overview (self->canvas)));
  if (settings != NULL && g_settings_get_boolean (settings, "overview-shown") != wanted)
    g_settings_set_boolean (settings, "overview-shown", wanted);
  kith_window_update_actions (self);
}

/* --- A map with nothing on it --- */

void
kith_window_update_empty (KithWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  const KithView *view = self->viewer != NULL ? kith_viewer_get_view (self->viewer) : NULL;
  KithMap *map;
  gboolean typing;

  if (view == NULL)
    return;
  map = kith_viewer_get_map (self->viewer);
  typing = (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
           && gtk_widget_is_ancestor (focus, canvas);
  gtk_widget_set_visible (self->empty_words, kith_map_n (map, KITH_STAKEHOLDER) == 0
                                                 && kith_map_n (map, KITH_SPACE) == 0
                                                 && kith_map_n (map, KITH_ANNOTATION) == 0
                                                 && view->day == 0 && view->comparison == NULL
                                                 && !typing && gtk_widget_get_visible (canvas));
}

/* In the middle of the canvas, whatever stands below it. */
gboolean
kith_window_place_over_canvas (GtkOverlay *overlay,
                               GtkWidget *child,
                               GdkRectangle *at,
                               KithWindow *self)
{
  graphene_rect_t canvas;
  int width, height;

  if (child != self->empty_words
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->canvas), GTK_WIDGET (overlay), &canvas))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, MAX ((int) canvas.size.width - 24, 1));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  *at = (GdkRectangle){ (int) (canvas.origin.x + (canvas.size.width - width) / 2),
                        (int) (canvas.origin.y + (canvas.size.height - height) / 2), width,
                        height };
  return TRUE;
}

void
kith_window_init_ways (KithWindow *self)
{
  GtkGesture *buttons = gtk_gesture_click_new ();
  GSettings *settings = kith_places_settings ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (buttons), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (buttons), GTK_PHASE_CAPTURE);
  g_signal_connect (buttons, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (buttons));
  if (settings != NULL)
    kith_canvas_set_overview (self->canvas, g_settings_get_boolean (settings, "overview-shown"));
  g_signal_connect_object (self->canvas, "ways-changed", G_CALLBACK (on_ways_changed), self,
                           G_CONNECT_SWAPPED);
  on_ways_changed (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (kith_window_update_empty), NULL);
  g_signal_connect_object (self->canvas, "notify::visible", G_CALLBACK (kith_window_update_empty),
                           self, G_CONNECT_SWAPPED);
}
