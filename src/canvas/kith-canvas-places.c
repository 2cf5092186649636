/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: places visited. A place is where one was before one flew elsewhere: to what was found,
 * to the selection, to the whole map, to somebody who was out of sight. Panning makes none. */
#include "kith-canvas-private.h"

#define MOST 50

typedef struct
{
  KithCamera camera;
  GArray *selection; /* of KithId */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_array_unref (place->selection);
  g_free (place);
}

static void
tell (KithCanvas *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.back", self->back->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.forward", self->forward->len > 0);
  g_signal_emit_by_name (self, "ways-changed");
}

static gboolean
on_settled (gpointer data)
{
  KithCanvas *self = data;

  self->settling = 0;
  g_clear_pointer (&self->settled, g_array_unref);
  if (self->viewer != NULL)
    self->settled = kith_viewer_dup_selection (self->viewer);
  return G_SOURCE_REMOVE;
}

/* What flies somewhere selects there first: of a place belongs what was selected before. */
void
kith_canvas_places_follow (KithCanvas *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add_full (G_PRIORITY_DEFAULT, on_settled, self, NULL);
}

static Place *
present_place (KithCanvas *self, gboolean settled)
{
  Place *place = g_new0 (Place, 1);

  kith_canvas_get_camera (self, &place->camera);
  place->selection = settled && self->settled != NULL ? g_array_ref (self->settled)
                                                      : kith_viewer_dup_selection (self->viewer);
  return place;
}

static void
push (GPtrArray *places, Place *place)
{
  const Place *last = places->len > 0 ? places->pdata[places->len - 1] : NULL;

  if (last != NULL && last->camera.x == place->camera.x && last->camera.y == place->camera.y
      && last->camera.zoom == place->camera.zoom)
    g_ptr_array_set_size (places, (int) places->len - 1);
  if (places->len >= MOST)
    g_ptr_array_remove_index (places, 0);
  g_ptr_array_add (places, place);
}

/* Glides there and remembers where it was. */
void
kith_canvas_fly (KithCanvas *self, const KithViewport *to)
{
  KithCamera now;
  KithViewport at = *to;

  kith_canvas_get_camera (self, &now);
  kith_viewport_look_at (&at, now.x, now.y, now.zoom);
  if (!kith_viewport_equal (&at, to) && !self->fit_pending)
    {
      push (self->back, present_place (self, TRUE));
      g_ptr_array_set_size (self->forward, 0);
      tell (self);
    }
  kith_canvas_glide (self, to);
}

static void
go (KithCanvas *self, GPtrArray *from, GPtrArray *to)
{
  Place *place;

  if (self->viewer == NULL || from->len == 0)
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  place = g_ptr_array_steal_index (from, from->len - 1);
  push (to, present_place (self, FALSE));
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) place->selection->data,
                      place->selection->len, FALSE);
  kith_canvas_set_camera (self, &place->camera, TRUE);
  place_free (place);
  tell (self);
}

/**
 * kith_canvas_go_back:
 * @self: a canvas
 *
 * Looks where one looked before one last flew somewhere, and selects what was selected there.
 */
void
kith_canvas_go_back (KithCanvas *self)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  go (self, self->back, self->forward);
}

void
kith_canvas_go_forward (KithCanvas *self)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  go (self, self->forward, self->back);
}

gboolean
kith_canvas_can_go_back (KithCanvas *self)
{
  return self->back->len > 0;
}

gboolean
kith_canvas_can_go_forward (KithCanvas *self)
{
  return self->forward->len > 0;
}

/* Another map: nowhere has been visited. */
void
kith_canvas_forget_places (KithCanvas *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->settled, g_array_unref);
  g_ptr_array_set_size (self->back, 0);
  g_ptr_array_set_size (self->forward, 0);
  tell (self);
}

void
kith_canvas_places_init (KithCanvas *self)
{
  self->back = g_ptr_array_new_with_free_func (place_free);
  self->forward = g_ptr_array_new_with_free_func (place_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.forward", FALSE);
}

void
kith_canvas_places_clear (KithCanvas *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->settled, g_array_unref);
  g_clear_pointer (&self->back, g_ptr_array_unref);
  g_clear_pointer (&self->forward, g_ptr_array_unref);
}
