/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: where the camera looks, and how it gets there. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"

#define GLIDE 200000   /* microseconds */
#define ZOOM_REST 60   /* milliseconds after which zooming is over */
#define FIT_MARGIN 36  /* pixels round the map */
#define ZOOM_BAR 44    /* pixels that the zoom bar takes at the bottom */
#define SHOW_MARGIN 60 /* pixels round what is brought into sight */
#define CLEAR 12       /* pixels between the legend and what it must not cover */
#define TYPING_MARGIN 12

static gboolean
on_zoom_rest (gpointer data)
{
  KithCanvas *self = data;

  self->zoom_rest = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What the map covers. While another date is shown, with what it covers now: the camera stays where it
 * is when stakeholders come and go. */
static KithRect
bounds_of_all (KithCanvas *self)
{
  KithRect bounds = kith_figures_bounds (self->figures);

  if (!kith_viewer_is_past (self->viewer))
    self->now_bounds = bounds;
  else if (self->now_bounds.width > 0 && bounds.width > 0)
    bounds = kith_rect_union (&bounds, &self->now_bounds);
  else if (self->now_bounds.width > 0)
    bounds = self->now_bounds;
  if (gtk_widget_get_visible (self->ghosts) && self->ghosts_place.width > 0)
    bounds = kith_rect_union (&bounds, &self->ghosts_place);
  if (self->play_bounds.width > 0)
    bounds = kith_rect_union (&bounds, &self->play_bounds);
  return bounds;
}

/* To be called after each change of the viewport. */
void
kith_canvas_camera_changed (KithCanvas *self, gboolean zoomed)
{
  if (self->figures != NULL)
    {
      KithRect bounds = bounds_of_all (self);

      kith_viewport_keep_near (&self->viewport, &bounds);
    }
  self->pointing = FALSE;
  if (zoomed)
    {
      g_clear_handle_id (&self->zoom_rest, g_source_remove);
      self->zoom_rest = g_timeout_add (ZOOM_REST, on_zoom_rest, self);
    }
  kith_canvas_show_zoom (self);
  kith_canvas_place_entry (self);
  if (gtk_widget_get_visible (self->ghosts))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  kith_canvas_queue_children (self);
  kith_canvas_overview_changed (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "camera-changed");
}

gboolean
kith_widget_moves_gently (GtkWidget *widget)
{
  gboolean gently = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &gently, NULL);
  return gently && gtk_widget_get_mapped (widget);
}

void
kith_canvas_stop_glide (KithCanvas *self)
{
  if (self->glide_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide_tick);
  self->glide_tick = 0;
}

static gboolean
on_glide (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (widget);
  double zoom = self->viewport.zoom;
  double t = (double) (gdk_frame_clock_get_frame_time (clock) - self->glide_start) / GLIDE;

  self->glide_to.width = self->viewport.width;
  self->glide_to.height = self->viewport.height;
  self->viewport = kith_viewport_between (&self->glide_from, &self->glide_to, kith_ease_out (t));
  if (t >= 1)
    self->glide_tick = 0;
  kith_canvas_camera_changed (self, self->viewport.zoom != zoom);
  return t < 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Moves the camera there, within 200 ms where motion is welcome. */
void
kith_canvas_glide (KithCanvas *self, const KithViewport *to)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean zoomed = to->zoom != self->viewport.zoom;

  kith_canvas_stop_glide (self);
  if (kith_viewport_equal (to, &self->viewport))
    return;
  if (clock == NULL || !kith_widget_moves_gently (GTK_WIDGET (self)))
    {
      self->viewport = *to;
      self->jumped = TRUE;
      kith_canvas_camera_changed (self, zoomed);
      return;
    }
  self->glide_from = self->viewport;
  self->glide_to = *to;
  self->glide_start = gdk_frame_clock_get_frame_time (clock);
  self->glide_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_glide, NULL, NULL);
}

/* Where the camera will be when it has come to rest. */
KithViewport
kith_canvas_destination (KithCanvas *self)
{
  KithViewport to = self->glide_tick != 0 ? self->glide_to : self->viewport;

  to.width = self->viewport.width;
  to.height = self->viewport.height;
  return to;
}

/**
 * kith_canvas_get_bounds:
 * @self: a canvas
 *
 * Returns: what all that is shown covers, map units; empty where nothing is
 */
KithRect
kith_canvas_get_bounds (KithCanvas *self)
{
  g_return_val_if_fail (KITH_IS_CANVAS (self), (KithRect){ 0 });

  return self->figures != NULL ? kith_figures_bounds (self->figures) : (KithRect){ 0 };
}

void
kith_canvas_pan (KithCanvas *self, double dx, double dy)
{
  kith_canvas_stop_glide (self);
  kith_viewport_pan (&self->viewport, dx, dy);
  kith_canvas_camera_changed (self, FALSE);
}

/* At once: for wheel and pinch, which are gentle by themselves. */
void
kith_canvas_zoom_at (KithCanvas *self, double zoom, double x, double y)
{
  kith_canvas_stop_glide (self);
  kith_viewport_zoom_about (&self->viewport, zoom, x, y);
  kith_canvas_camera_changed (self, TRUE);
}

/* A map that has just been opened has keys before it has a size: zoom is then asked of how it will fit. */
static void
ask_early (KithCanvas *self, double zoom, double factor)
{
  self->early_zoom = zoom;
  self->early_factor = factor;
}

static void
zoom_as_asked_early (KithCanvas *self)
{
  double zoom = self->early_zoom > 0 ? self->early_zoom : self->viewport.zoom;

  if (self->early_zoom == 0 && self->early_factor == 1)
    return;
  kith_viewport_zoom_about (&self->viewport, zoom * self->early_factor, self->viewport.width / 2,
                            self->viewport.height / 2);
  ask_early (self, 0, 1);
}

/* About the middle, gliding. */
void
kith_canvas_zoom_to (KithCanvas *self, double zoom)
{
  KithViewport to = kith_canvas_destination (self);

  if (self->fit_pending)
    {
      ask_early (self, zoom, 1);
      return;
    }
  kith_viewport_zoom_about (&to, zoom, to.width / 2, to.height / 2);
  kith_canvas_glide (self, &to);
}

void
kith_canvas_reveal (KithCanvas *self, const KithRect *rect)
{
  KithViewport to = kith_canvas_destination (self);

  kith_viewport_reveal (&to, rect, SHOW_MARGIN);
  kith_canvas_glide (self, &to);
}

/* Room for what is typed about a place: where the legend would cover it, the map moves on. */
void
kith_canvas_make_room (KithCanvas *self, KithPoint at, double width, double height)
{
  KithViewport to = kith_canvas_destination (self);
  KithPoint shown = kith_viewport_to_widget (&to, at.x, at.y);
  KithRect room = { shown.x - width / 2, shown.y - height / 2, width, height }, cover;

  kith_canvas_legend_insets (self, &cover);
  if (cover.width <= 0 || !kith_rect_touches (&cover, &room))
    return;
  kith_viewport_pan (&to, 0.0,
                     cover.y + cover.height / 2 < to.height / 2
                         ? cover.y + cover.height + TYPING_MARGIN - room.y
                         : cover.y - TYPING_MARGIN - room.y - room.height);
  kith_canvas_glide (self, &to);
}

static gboolean
is_covered (KithCanvas *self, const KithViewport *viewport, const KithRect *cover)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithPoint at = kith_viewport_to_map (viewport, cover->x, cover->y);
  KithRect rect = { at.x, at.y, cover->width / viewport->zoom, cover->height / viewport->zoom };

  kith_figures_in_rect (self->figures, &rect, ids);
  kith_canvas_far_in_rect (self, viewport->zoom, &rect, ids);
  return ids->len > 0 || kith_figures_title_in_rect (self->figures, &rect);
}

static gboolean
has_room (const KithViewport *viewport, const KithRect *rect, double height)
{
  return rect->width * viewport->zoom + 2 * SHOW_MARGIN <= viewport->width
         && rect->height * viewport->zoom + height <= viewport->height;
}

/* What has just come, all of it and clear of the legend; where that cannot be at this zoom, the whole map. */
void
kith_canvas_reveal_clear (KithCanvas *self, const KithRect *rect)
{
  KithViewport to = kith_canvas_destination (self);
  KithPoint middle = { rect->x + rect->width / 2, rect->y + rect->height / 2 };
  KithRect cover, shown;
  gboolean covered;

  kith_canvas_settle_legend (self);
  kith_canvas_legend_insets (self, &cover);
  kith_viewport_reveal (&to, rect, SHOW_MARGIN);
  shown = kith_viewport_rect_to_widget (&to, rect);
  covered = cover.width > 0 && kith_rect_touches (&cover, &shown) && is_covered (self, &to, &cover);
  if (!has_room (&to, rect, covered ? cover.height + 4 * TYPING_MARGIN : 2 * SHOW_MARGIN))
    {
      kith_canvas_fit (self, TRUE);
      return;
    }
  kith_canvas_glide (self, &to);
  if (covered)
    kith_canvas_make_room (self, middle, shown.width, shown.height);
}

/* As kith_canvas_reveal(), where a person goes there: one can go back. */
void
kith_canvas_fly_to (KithCanvas *self, const KithRect *rect)
{
  KithViewport to = kith_canvas_destination (self);

  kith_viewport_reveal (&to, rect, SHOW_MARGIN);
  kith_canvas_fly (self, &to);
}

/**
 * kith_canvas_zoom_by:
 * @self: a canvas
 * @factor: more than 1 to see less, larger
 *
 * Zooms about the middle.
 */
void
kith_canvas_zoom_by (KithCanvas *self, double factor)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->fit_pending)
    ask_early (self, self->early_zoom, self->early_factor * factor);
  else
    kith_canvas_zoom_to (self, kith_canvas_destination (self).zoom * factor);
}

/* Whether somebody or a title lies there, pixels, when the camera has come to rest. */
gboolean
kith_canvas_is_covered (KithCanvas *self, const KithRect *cover)
{
  KithViewport at = kith_canvas_destination (self);

  return is_covered (self, &at, cover);
}

/* All of it, so that the legend covers no stakeholder and no title: beside it or above it, whichever shows the
 * map larger; over the whole window where it is in nobody's way. */
static KithViewport
fitted_beside_legend (KithCanvas *self, KithRect bounds, gboolean everything, KithInsets insets)
{
  KithRect cover, near, shown;
  KithViewport whole = self->viewport, beside = self->viewport, above = self->viewport;
  KithInsets side, end;

  kith_viewport_fit (&whole, &bounds, &insets);
  kith_canvas_legend_insets (self, &cover);
  kith_canvas_fold_for_play (self, &cover);
  shown = kith_viewport_rect_to_widget (&whole, &bounds);
  near = kith_rect_grow (&cover, CLEAR);
  if (cover.width <= 0 || !kith_rect_touches (&near, &shown)
      || (everything && !is_covered (self, &whole, &near)
          && !kith_canvas_plays_under (self, &whole, &cover)))
    return whole;
  side = end = insets;
  if (cover.x + cover.width / 2 < whole.width / 2)
    side.left = cover.x + cover.width + CLEAR;
  else
    side.right = whole.width - cover.x + CLEAR;
  if (cover.y + cover.height / 2 < whole.height / 2)
    end.top = cover.y + cover.height + CLEAR;
  else
    end.bottom = whole.height - cover.y + CLEAR;
  kith_viewport_fit (&beside, &bounds, &side);
  kith_viewport_fit (&above, &bounds, &end);
  if (MAX (beside.zoom, above.zoom) < whole.zoom * 0.6)
    return whole;
  return beside.zoom >= above.zoom ? beside : above;
}

/* Clear of the zoom bar too, which takes little: all of it moves up. */
static KithViewport
fitted (KithCanvas *self, KithRect bounds, gboolean everything)
{
  KithInsets insets = { FIT_MARGIN, FIT_MARGIN, FIT_MARGIN, FIT_MARGIN };
  gboolean pressed = gtk_widget_get_visible (self->ghosts) && self->ghosts_place.width > 0;
  KithRect bar;
  KithViewport to;

  kith_canvas_zoom_bar_place (self, &bar);
  insets.bottom += pressed ? ZOOM_BAR : 0; /* gaps are pressed */
  to = fitted_beside_legend (self, bounds, everything, insets);
  if (pressed || (!is_covered (self, &to, &bar) && !kith_canvas_plays_under (self, &to, &bar)))
    return to;
  insets.bottom += ZOOM_BAR;
  return fitted_beside_legend (self, bounds, everything, insets);
}

static gboolean
is_fitted_to (KithCanvas *self, const KithViewport *at)
{
  KithRect bounds = bounds_of_all (self);

  return kith_viewport_equal (at, &self->fitted) && bounds.x == self->fitted_bounds.x
         && bounds.y == self->fitted_bounds.y && bounds.width == self->fitted_bounds.width
         && bounds.height == self->fitted_bounds.height;
}

/* Everything is in sight and nobody has looked or moved elsewhere: it stays so when the window has
 * another size, but never under a name that is being typed. */
gboolean
kith_canvas_is_fitted (KithCanvas *self)
{
  if (self->fit_pending)
    return self->figures != NULL;
  return self->figures != NULL && self->entry == NULL && self->glide_tick == 0
         && is_fitted_to (self, &self->viewport);
}

static KithViewport
note_fitted (KithCanvas *self)
{
  self->fitted = fitted (self, bounds_of_all (self), TRUE);
  self->fitted_bounds = bounds_of_all (self);
  return self->fitted;
}

/**
 * kith_canvas_fit_again:
 * @self: a canvas
 * @animate: glide there
 *
 * The map covers more or less than it did: shows all of it, if that is how it was looked at. Makes no
 * place to go back to.
 *
 * Returns: FALSE where it did already, or somebody has looked elsewhere
 */
gboolean
kith_canvas_fit_again (KithCanvas *self, gboolean animate)
{
  KithViewport to = kith_canvas_destination (self);

  if (self->figures == NULL || to.width <= 0 || !kith_viewport_equal (&to, &self->fitted)
      || is_fitted_to (self, &to))
    return FALSE;
  kith_canvas_settle_legend (self);
  to = note_fitted (self);
  if (animate)
    {
      kith_canvas_glide (self, &to);
      return TRUE;
    }
  kith_canvas_stop_glide (self);
  self->viewport = to;
  self->jumped = TRUE;
  kith_canvas_camera_changed (self, TRUE);
  return TRUE;
}

/* What was shown as a whole while links and outlines still made way is so once they have, unless somebody has
 * looked elsewhere. */
void
kith_canvas_fit_late (KithCanvas *self)
{
  gboolean wanted = self->fits_late;
  KithCamera was;

  self->fits_late = FALSE;
  kith_canvas_get_camera (self, &was);
  if (wanted && kith_canvas_fit_again (self, TRUE))
    kith_canvas_arranged_fitted (self, &was);
}

/**
 * kith_canvas_fit:
 * @self: a canvas
 * @animate: glide there
 *
 * Shows the whole map, at most at 100 %.
 */
void
kith_canvas_fit (KithCanvas *self, gboolean animate)
{
  KithViewport to;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || self->viewport.width <= 0)
    {
      self->fit_pending = TRUE;
      ask_early (self, 0, 1);
      return;
    }
  self->fit_pending = FALSE;
  if (animate) /* else the window is being laid out, legend and all */
    kith_canvas_settle_legend (self);
  to = note_fitted (self);
  if (animate)
    {
      kith_canvas_fly (self, &to);
      self->fits_late = TRUE;
      kith_canvas_queue_catch_up (self);
      return;
    }
  kith_canvas_stop_glide (self);
  self->viewport = to;
  zoom_as_asked_early (self);
  kith_canvas_camera_changed (self, TRUE);
}

/**
 * kith_canvas_zoom_to_selection:
 * @self: a canvas
 *
 * Shows all that is selected, at most at 100 %.
 */
void
kith_canvas_zoom_to_selection (KithCanvas *self)
{
  g_autoptr (GArray) ids = NULL;
  KithRect all = { 0 }, extent;
  KithViewport to;
  guint found = 0;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || self->viewport.width <= 0)
    return;
  ids = kith_viewer_dup_selection (self->viewer);
  for (guint i = 0; i < ids->len; i++)
    if (kith_figures_extent (self->figures, g_array_index (ids, KithId, i), &extent))
      all = found++ > 0 ? kith_rect_union (&all, &extent) : extent;
  if (found == 0)
    {
      kith_canvas_say (self, _ ("Select something first, then zoom to it."));
      return;
    }
  to = fitted (self, all, FALSE);
  kith_canvas_fly (self, &to);
}

/**
 * kith_canvas_get_camera:
 * @self: a canvas
 * @camera: (out): where it looks, or will when it has come to rest
 */
void
kith_canvas_get_camera (KithCanvas *self, KithCamera *camera)
{
  KithViewport at;

  g_return_if_fail (KITH_IS_CANVAS (self));

  at = kith_canvas_destination (self);
  *camera = (KithCamera){ at.x, at.y, at.zoom };
}

/**
 * kith_canvas_set_camera:
 * @self: a canvas
 * @camera: where to look
 * @animate: glide there
 */
void
kith_canvas_set_camera (KithCanvas *self, const KithCamera *camera, gboolean animate)
{
  KithViewport to;

  g_return_if_fail (KITH_IS_CANVAS (self));

  self->fit_pending = FALSE;
  ask_early (self, 0, 1);
  to = kith_canvas_destination (self);
  kith_viewport_look_at (&to, camera->x, camera->y, camera->zoom);
  if (animate)
    {
      kith_canvas_glide (self, &to);
      return;
    }
  kith_canvas_stop_glide (self);
  self->viewport = to;
  self->jumped = TRUE;
  kith_canvas_camera_changed (self, TRUE);
}

/**
 * kith_canvas_show:
 * @self: a canvas
 * @id: a stakeholder, link or space
 *
 * Brings it into sight by the shortest way; where it is drawn too small to be read, larger.
 */
void
kith_canvas_show (KithCanvas *self, KithId id)
{
  KithViewport to;
  KithRect extent;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || !kith_figures_extent (self->figures, id, &extent))
    return;
  to = kith_canvas_destination (self);
  if (to.zoom < 0.6)
    kith_viewport_look_at (&to, extent.x + extent.width / 2, extent.y + extent.height / 2, 0.8);
  kith_viewport_reveal (&to, &extent, SHOW_MARGIN);
  kith_canvas_fly (self, &to);
}

/**
 * kith_canvas_centre:
 * @self: a canvas
 * @id: a stakeholder, link or space
 *
 * Brings it to the middle, clear of what lies over the corners of the map; where it is drawn too
 * small to be read, larger.
 */
void
kith_canvas_centre (KithCanvas *self, KithId id)
{
  KithViewport to;
  KithRect extent;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || !kith_figures_extent (self->figures, id, &extent))
    return;
  to = kith_canvas_destination (self);
  kith_viewport_look_at (&to, extent.x + extent.width / 2, extent.y + extent.height / 2,
                         to.zoom < 0.6 ? 0.8 : to.zoom);
  kith_canvas_fly (self, &to);
}
