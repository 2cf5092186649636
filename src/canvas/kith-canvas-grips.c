/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: the grips of the link that is selected alone. They are there without hovering, so
 * that a finger or a pen finds them. */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-opinion.h"
#include "kith-painter.h"

#define REACH 12 /* pixels: half of a target */
#define REACH_TOUCH 22
#define LEAST_APART 24  /* pixels between an end and the middle, or the middle has none */
#define LEAST_ZOOM 0.35 /* below it links are too small to be taken hold of */

gboolean
kith_canvas_has_grips (KithCanvas *self)
{
  return self->figures != NULL && self->entry == NULL && self->viewport.zoom >= LEAST_ZOOM
         && kith_canvas_only_link (self) != NULL;
}

/* Where the link ends, or, where a tag lies over that, at the edge of the tag. */
static gboolean
end_place (KithCanvas *self, const KithLink *link, KithEnd end, KithPoint *at)
{
  KithPoint middle;
  KithRect tag;

  if (!kith_figures_link_end (self->figures, KITH_ID (link), end, at))
    return FALSE;
  if (kith_canvas_far_tag (self, end == KITH_END_A ? link->a : link->b, &tag)
      && kith_rect_contains (&tag, at->x, at->y)
      && kith_figures_link_bent_to (self->figures, KITH_ID (link), &middle))
    *at = kith_rect_rim (&tag, middle.x, middle.y);
  return TRUE;
}

/* The middle, unless an end is so near to it that one would be taken for the other. */
static gboolean
bend_place (KithCanvas *self, const KithLink *link, KithPoint *at)
{
  KithPoint end;

  if (!kith_figures_link_bent_to (self->figures, KITH_ID (link), at))
    return FALSE;
  for (int i = KITH_END_A; i <= KITH_END_B; i++)
    if (end_place (self, link, (KithEnd) i, &end)
        && hypot (end.x - at->x, end.y - at->y) * self->viewport.zoom < LEAST_APART)
      return FALSE;
  return TRUE;
}

/* Where a grip of the selected link is, map units; FALSE where there is none. */
gboolean
kith_canvas_grip_place (KithCanvas *self, KithGrip grip, KithPoint *at)
{
  const KithLink *link = kith_canvas_has_grips (self) ? kith_canvas_only_link (self) : NULL;

  if (link == NULL)
    return FALSE;
  if (grip == KITH_GRIP_BEND)
    return bend_place (self, link, at);
  return end_place (self, link, grip == KITH_GRIP_A ? KITH_END_A : KITH_END_B, at);
}

/* The grip nearest to the pointer, within reach. */
KithGrip
kith_canvas_grip_at (KithCanvas *self, const KithPointer *pointer)
{
  double nearest = (pointer->touch ? REACH_TOUCH : REACH) / self->viewport.zoom;
  KithGrip found = KITH_GRIP_NONE;

  if ((pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return KITH_GRIP_NONE;
  for (int grip = KITH_GRIP_A; grip <= KITH_GRIP_BEND; grip++)
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

/* Whether the press was on a grip and has begun what it is for. A second one on the middle lets the
 * link run as it comes; where the first has only selected it, the two are a double click on it. */
gboolean
kith_canvas_press_grip (KithCanvas *self, const KithPointer *press, gboolean second)
{
  KithGrip grip = kith_canvas_grip_at (self, press);
  const KithLink *link = grip != KITH_GRIP_NONE ? kith_canvas_only_link (self) : NULL;
  gboolean again = second && self->grip_pressed;

  self->grip_pressed = link != NULL;
  if (link == NULL || (second && grip == KITH_GRIP_BEND && (!again || link->bend == 0.0)))
    return FALSE;
  if (kith_viewer_refuses_past (self->viewer))
    return TRUE;
  if (second && grip == KITH_GRIP_BEND)
    kith_canvas_unbend (self);
  else if (grip == KITH_GRIP_BEND)
    kith_canvas_start_tool (self, kith_tool_bend_new (self, press, KITH_ID (link)));
  else
    kith_canvas_start_tool (self, kith_tool_reconnect_new (self, press, KITH_ID (link),
                                                           grip == KITH_GRIP_A ? KITH_END_A
                                                                               : KITH_END_B));
  return TRUE;
}

void
kith_canvas_draw_grips (KithCanvas *self, cairo_t *cr)
{
  KithPaletteName palette = kith_viewer_get_view (self->viewer)->palette;

  for (int grip = KITH_GRIP_A; grip <= KITH_GRIP_BEND; grip++)
    {
      KithPoint at;

      if (kith_canvas_grip_place (self, (KithGrip) grip, &at))
        kith_painter_grip (cr, palette, at, grip == KITH_GRIP_BEND, self->viewport.zoom);
    }
}
