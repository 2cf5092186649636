/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas where it is shown to a room: the map alone, and others handle pointer and keys. */
#include "kith-canvas-private.h"

/**
 * kith_canvas_set_bare:
 * @self: a canvas
 *
 * Shows no zoom bar or overview, and takes neither pointer nor keyboard from now on.
 */
void
kith_canvas_set_bare (KithCanvas *self)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  self->bare = TRUE;
  gtk_widget_set_visible (self->zoom_bar, FALSE);
  kith_canvas_set_overview (self, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * kith_canvas_get_link_at:
 * @self: a canvas
 * @x: a place, pixels of the widget
 * @y: a place
 *
 * Returns: the link that a finger, or a hand that shakes, means there, or 0
 */
KithId
kith_canvas_get_link_at (KithCanvas *self, double x, double y)
{
  KithPointer pointer = { .x = x,
                          .y = y,
                          .at = kith_viewport_to_map (&self->viewport, x, y),
                          .touch = TRUE };
  KithHit hit;

  g_return_val_if_fail (KITH_IS_CANVAS (self), 0);

  if (self->figures == NULL)
    return 0;
  hit = kith_canvas_hit (self, &pointer);
  return hit.part == KITH_HIT_LINK ? hit.id : 0;
}
