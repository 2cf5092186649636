/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what the pointer is over: highlight, the handle on a rim, and what is read out. */
#include <math.h>
#include <string.h>

#include "kith-canvas-private.h"
#include "kith-lens.h"
#include "kith-opinion.h"
#include "kith-text.h"

#define RIM_INSIDE 5   /* pixels within a box that count as its rim */
#define RIM_OUTSIDE 13 /* pixels outside of it */
#define HANDLE_REACH 13
#define HANDLE_REACH_TOUCH 24
#define LEAST_ZOOM 0.35 /* below it boxes are too small for a rim */

/* How far outside the box a point lies, pixels; negative inside. */
static double
distance_to_rim (const KithRect *box, const KithPoint *at, double zoom)
{
  double dx = fabs (at->x - box->x - box->width / 2) - box->width / 2;
  double dy = fabs (at->y - box->y - box->height / 2) - box->height / 2;

  if (dx > 0 && dy > 0)
    return hypot (dx, dy) * zoom;
  return MAX (dx, dy) * zoom;
}

/* The stakeholder near whose rim the pointer is, or 0. */
static KithId
rim_at (KithCanvas *self, const KithPointer *pointer)
{
  double reach = RIM_OUTSIDE / self->viewport.zoom, nearest = RIM_OUTSIDE;
  KithRect around = { pointer->at.x - reach, pointer->at.y - reach, 2 * reach, 2 * reach };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithId found = 0;

  if (self->viewport.zoom < LEAST_ZOOM || map == NULL)
    return 0;
  kith_canvas_far_in_rect (self, self->viewport.zoom, &around,
                           ids); /* before boxes, over which they lie */
  kith_figures_in_rect (self->figures, &around, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);
      KithRect box;
      double far;

      if (!kith_canvas_card (self, id, &box))
        continue;
      far = distance_to_rim (&box, &pointer->at, self->viewport.zoom);
      if (far < -RIM_INSIDE || (far < 0.0 && kith_map_stakeholder (map, id) == NULL))
        return 0;
      if (far < nearest && kith_map_stakeholder (map, id) != NULL)
        {
          nearest = far;
          found = id;
        }
    }
  return found;
}

/* The handle of the one selected stakeholder, where a finger finds it: right of its box. */
gboolean
kith_canvas_fixed_handle (KithCanvas *self, KithPoint *at)
{
  KithId only = kith_canvas_only_stakeholder (self);
  KithRect box;

  if (only == 0 || self->viewport.zoom < LEAST_ZOOM || !kith_canvas_card (self, only, &box))
    return FALSE;
  *at = (KithPoint){ box.x + box.width + 8, box.y + box.height / 2 };
  return TRUE;
}

/* Whether a press there draws a link, and from whom. */
gboolean
kith_canvas_handle_at (KithCanvas *self, const KithPointer *pointer, KithId *of)
{
  double reach = pointer->touch ? HANDLE_REACH_TOUCH : HANDLE_REACH;
  KithPoint fixed;

  if ((pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (kith_canvas_fixed_handle (self, &fixed)
      && hypot (fixed.x - pointer->at.x, fixed.y - pointer->at.y) * self->viewport.zoom <= reach)
    *of = kith_canvas_only_stakeholder (self);
  else /* a flag lies over the rim */
    *of = pointer->touch || kith_canvas_flag_at (self, pointer, NULL, NULL) != 0
              ? 0
              : rim_at (self, pointer);
  return *of != 0;
}

static void
set_handle (KithCanvas *self, KithId of, KithPoint at)
{
  if (of == self->handle_of && (of == 0 || (at.x == self->handle.x && at.y == self->handle.y)))
    return;
  self->handle_of = of;
  self->handle = at;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Looks what is under the pointer now. */
void
kith_canvas_hover (KithCanvas *self)
{
  KithHit hit = { KITH_HIT_NOTHING, 0, KITH_END_A };
  KithPoint at = { 0, 0 }, fixed;
  KithRect card;
  KithId rim = 0;

  if (self->figures == NULL || self->tool != NULL)
    return;
  self->grip = KITH_GRIP_NONE;
  if (self->pointer_inside && !self->last.touch)
    {
      self->last.at = kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
      hit = kith_canvas_hit (self, &self->last);
      self->grip = kith_canvas_grip_at (self, &self->last);
      if (self->grip != KITH_GRIP_NONE)
        hit.id = kith_viewer_get_only (self->viewer, NULL);
      else if (kith_canvas_handle_at (self, &self->last, &rim))
        {
          if (kith_canvas_only_stakeholder (self) == rim && kith_canvas_fixed_handle (self, &fixed)
              && hypot (fixed.x - self->last.at.x, fixed.y - self->last.at.y) * self->viewport.zoom
                     <= HANDLE_REACH)
            at = fixed;
          else if (kith_canvas_card (self, rim, &card))
            at = kith_rect_rim (&card, self->last.at.x, self->last.at.y);
          hit.id = rim;
        }
    }
  kith_canvas_set_hovered (self, hit.id);
  set_handle (self, rim, at);
  kith_canvas_update_cursor (self);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static gboolean
name_is_cut (KithMap *map, const KithStakeholder *stakeholder)
{
  double scale = kith_box_scale (stakeholder);
  double logo = kith_logo_room (kith_map_get (map, KITH_PICTURE, stakeholder->picture));
  g_autoptr (PangoLayout) layout = kith_text_in_box (stakeholder->name,
                                                     stakeholder->width / scale - logo,
                                                     stakeholder->height / scale);

  return pango_layout_is_ellipsized (layout) || strlen (stakeholder->name) > 200;
}

/* What is read out of a thing that is pointed at. */
static char *
words_of (KithCanvas *self, const KithHit *hit)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithStakeholder *stakeholder;
  const KithLink *link;
  const KithSpace *space;
  KithRect tag;

  if (hit->part == KITH_HIT_LINK && (link = kith_map_link (map, hit->id)) != NULL)
    return kith_lens_say_link (kith_viewer_get_view (self->viewer), map, link);
  if (hit->part == KITH_HIT_SPACE && kith_canvas_far_tag (self, hit->id, &tag)
      && (space = kith_map_get (map, KITH_SPACE, hit->id)) != NULL)
    return *space->rhythm != '\0' ? g_strdup_printf ("%s · %s", space->name, space->rhythm)
                                  : g_strdup (space->name);
  if (hit->part != KITH_HIT_STAKEHOLDER
      || (stakeholder = kith_map_stakeholder (map, hit->id)) == NULL)
    return NULL;
  if ((self->viewport.zoom < 0.6 && !kith_canvas_far_tag (self, hit->id, &tag))
      || name_is_cut (map, stakeholder))
    return g_strdup (stakeholder->name);
  return NULL;
}

/* Only of what somebody points at: what came to lie under a pointer at rest would be covered by words that
 * nobody asked for, after each arranging, in front of a room. */
gboolean
kith_canvas_on_query_tooltip (KithCanvas *self,
                              int x,
                              int y,
                              gboolean keyboard,
                              GtkTooltip *tooltip)
{
  KithPointer pointer = { .x = x, .y = y, .at = kith_viewport_to_map (&self->viewport, x, y) };
  g_autofree char *words = NULL;
  const char *told;
  KithHit hit;

  if (keyboard || self->figures == NULL || self->tool != NULL || self->entry != NULL
      || self->handle_of != 0 || self->grip != KITH_GRIP_NONE || !self->pointer_inside
      || !self->pointing)
    return FALSE;
  hit = kith_canvas_hit (self, &pointer);
  if (kith_canvas_flag_at (self, &pointer, NULL, &told) != 0)
    words = g_strdup (told);
  else
    words = words_of (self, &hit);
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 8, y - 8, 16, 16 });
  return TRUE;
}
