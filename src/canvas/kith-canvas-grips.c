/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: the grips of the link that is selected alone. They are there without hovering, so
 * that a finger or a pen finds them. */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-opinion.h"
#include "kith-painter.h"

#define REACH 12 /* pixels: half of a target */
#define REACH_TOUCH 22
#define LEAST_ZOOM 0.35 /* below it links are too small to be taken hold of */

gboolean
kith_canvas_has_grips (KithCanvas *self)
{
  return self->figures != NULL && self->entry == NULL && self->viewport.zoom >= LEAST_ZOOM
         && kith_canvas_only_link (self) != NULL;
}

/* Where a grip of the selected link is, map units; FALSE where there is none. */
gboolean
kith_canvas_grip_place (KithCanvas *self, KithGrip grip, KithPoint *at)
{
  const KithLink *link = kith_canvas_has_grips (self) ? kith_canvas_only_link (self) : NULL;

  if (link == NULL)
    return FALSE;
  return kith_figures_link_end (self->figures, KITH_ID (link),
                                grip == KITH_GRIP_A ? KITH_END_A : KITH_END_B, at);
}

/* The grip nearest to the pointer, within reach. */
KithGrip
kith_canvas_grip_at (KithCanvas *self, const KithPointer *pointer)
{
  double nearest = (pointer->touch ? REACH_TOUCH : REACH) / self->viewport.zoom;
  KithGrip found = KITH_GRIP_NONE;

  if ((pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return KITH_GRIP_NONE;
  for (int grip = KITH_GRIP_A; grip <= KITH_GRIP_B; grip++)
    {
      KithPoint at;
      double far;

      if (!kith_canvas_grip_place (self, (KithGrip) grip, &at))
        continue;
      far = hypot (at.x - pointer->at.x, at.y - pointer->at.y);
      if (far <= nearest)
        {
          nearest = far;
          found = (KithGrip) grip;
        }
    }
  return found;
}

/* Whether the press was on a grip and has begun what it is for. */
gboolean
kith_canvas_press_grip (KithCanvas *self, const KithPointer *press)
{
  KithGrip grip = kith_canvas_grip_at (self, press);
  const KithLink *link = grip != KITH_GRIP_NONE ? kith_canvas_only_link (self) : NULL;

  if (link == NULL)
    return FALSE;
  kith_canvas_start_tool (self,
                          kith_tool_reconnect_new (self, press, KITH_ID (link),
                                                   grip == KITH_GRIP_A ? KITH_END_A : KITH_END_B));
  return TRUE;
}

void
kith_canvas_draw_grips (KithCanvas *self, cairo_t *cr)
{
  KithPaletteName palette = kith_viewer_get_view (self->viewer)->palette;

  for (int grip = KITH_GRIP_A; grip <= KITH_GRIP_B; grip++)
    {
      KithPoint at;

      if (kith_canvas_grip_place (self, (KithGrip) grip, &at))
        kith_painter_grip (cr, palette, at, FALSE, self->viewport.zoom);
    }
}
