/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: wheel and two fingers. Alone they pan, with Ctrl they zoom about the pointer, with
 * Shift a wheel pans sideways; a flick glides on. */
#include <math.h>

#include "kith-canvas-private.h"

#define WHEEL_PAN 60    /* pixels a click of the wheel */
#define SURFACE_ZOOM 50 /* pixels of two fingers that are one click */

static gboolean
is_wheel (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
}

double
kith_canvas_clicks_of (GtkEventControllerScroll *scroll, double dy)
{
  return is_wheel (scroll) ? dy : dy / SURFACE_ZOOM;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, KithCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));
  double unit = is_wheel (controller) ? WHEEL_PAN : 1;

  if (self->figures == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    kith_canvas_zoom_at (self,
                         self->viewport.zoom
                             * pow (KITH_ZOOM_STEP, -kith_canvas_clicks_of (controller, dy)),
                         self->last.x, self->last.y);
  else if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    kith_canvas_pan (self, -dy * unit, 0);
  else
    kith_canvas_pan (self, -dx * unit, -dy * unit);
  kith_canvas_point_again (self);
  return GDK_EVENT_STOP;
}

/* Velocities in pixels a second; friction brings them to rest within about a third of them. */
static void
on_decelerate (GtkEventControllerScroll *controller, double vx, double vy, KithCanvas *self)
{
  KithViewport to = self->viewport;

  if (self->figures == NULL || hypot (vx, vy) < 50)
    return;
  kith_viewport_pan (&to, -vx * 0.15, -vy * 0.15);
  kith_canvas_glide (self, &to);
}

void
kith_canvas_scroll_init (KithCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
