/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas where it is shown to a room: the map alone, and others handle pointer and keys. */
#include "kith-canvas-private.h"

#define NEAR 14.0 /* pixels from a link that are still on it: fingers and shaking hands */

/**
 * kith_canvas_set_bare:
 * @self: a canvas
 *
 * Shows no zoom bar, overview or legend, and takes neither pointer nor keyboard from now on.
 */
void
kith_canvas_set_bare (KithCanvas *self)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

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
 * Returns: the link there, or 0
 */
KithId
kith_canvas_get_link_at (KithCanvas *self, double x, double y)
{
  KithPoint at = kith_viewport_to_map (&self->viewport, x, y);
  KithHit hit;

  g_return_val_if_fail (KITH_IS_CANVAS (self), 0);

  if (self->figures == NULL)
    return 0;
  hit = kith_figures_hit (self->figures, at.x, at.y, NEAR / self->viewport.zoom);
  return hit.part == KITH_HIT_LINK ? hit.id : kith_figures_label_at (self->figures, at.x, at.y);
}
