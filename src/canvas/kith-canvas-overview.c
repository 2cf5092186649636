/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: the minimap, for a map that is larger than the window. It shows what the window shows,
 * for the same audience, from the same figures. */
#include "kith-canvas-private.h"
#include "kith-minimap.h"

#define WIDTH 200 /* pixels, at most */
#define HEIGHT 140
#define NARROW 480 /* pixels: in a canvas smaller than that it comes when it is asked for */
#define SHORT 360
#define ABOUT_TYPING 48 /* pixels about the box, where its sector is guessed */
#define BESIDE 1        /* pixels by which a map that just fits may stick out */

static void
paint (cairo_t *cr, double scale, gpointer data)
{
  KithCanvas *self = data;

  kith_painter_ground (cr, kith_viewer_get_view (self->viewer)->palette);
  kith_painter_dots (cr, self->figures, scale);
}

static void
on_look_at (KithMinimap *minimap, double x, double y, KithCanvas *self)
{
  kith_canvas_stop_glide (self);
  kith_viewport_look_at (&self->viewport, x, y, self->viewport.zoom);
  kith_canvas_camera_changed (self, FALSE);
}

static gboolean
is_small (KithCanvas *self)
{
  return self->viewport.width < NARROW || self->viewport.height < SHORT;
}

/* Whether some of the map is out of sight. */
static gboolean
has_more (KithCanvas *self, const KithRect *bounds)
{
  KithRect sight = kith_viewport_visible (&self->viewport);
  double beside = BESIDE / self->viewport.zoom;

  return bounds->x < sight.x - beside || bounds->y < sight.y - beside
         || bounds->x + bounds->width > sight.x + sight.width + beside
         || bounds->y + bounds->height > sight.y + sight.height + beside;
}

static gboolean
on_follow (gpointer data)
{
  KithCanvas *self = data;
  KithRect bounds = { 0 };
  gboolean shown = FALSE;

  self->overview_follow = 0;
  if (self->figures != NULL
      && kith_map_n (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER) > 0)
    {
      bounds = kith_figures_bounds (self->figures);
      shown = kith_canvas_has_overview (self) && has_more (self, &bounds);
    }
  if (shown && (self->overview_stale || !gtk_widget_get_visible (self->overview)))
    {
      KithPaletteName palette = kith_viewer_get_view (self->viewer)->palette;

      kith_minimap_set_bounds (KITH_MINIMAP (self->overview), &bounds,
                               &kith_palette_get (palette)->text);
      self->overview_stale = FALSE;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  if (!shown && gtk_widget_has_focus (self->overview))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->overview, shown);
  if (is_small (self) != self->overview_was_small)
    g_signal_emit_by_name (self, "ways-changed");
  self->overview_was_small = is_small (self);
  return G_SOURCE_REMOVE;
}

/* The camera is elsewhere; where `stale`, the map looks different too. */
void
kith_canvas_overview_changed (KithCanvas *self, gboolean stale)
{
  KithRect sight = kith_viewport_visible (&self->viewport);

  self->overview_stale |= stale;
  if (gtk_widget_get_visible (self->overview))
    kith_minimap_set_sight (KITH_MINIMAP (self->overview), &sight);
  else
    self->overview_stale = TRUE;
  if (self->overview_follow == 0)
    self->overview_follow = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_follow, self, NULL);
}

static gboolean
is_free (const KithRect *place, const KithRect *legend, int width, int height)
{
  return place->x >= 0 && place->y >= 0 && place->x + place->width <= width
         && place->y + place->height <= height
         && (legend->width <= 0 || !kith_rect_touches (place, legend));
}

/* What is being typed is seen, and the box that it stands in. */
static gboolean
covers_typing (KithCanvas *self, const KithRect *place)
{
  KithRect box;

  if (self->entry == NULL || !kith_figures_extent (self->figures, self->typing_id, &box))
    return FALSE;
  box = kith_viewport_rect_to_widget (&self->viewport, &box);
  box = kith_rect_grow (&box, ABOUT_TYPING);
  return kith_rect_touches (place, &box);
}

/* A corner that neither the legend nor the zoom bar has: the lower ones first. While a name is typed
 * there, nowhere. */
void
kith_canvas_allocate_overview (KithCanvas *self,
                               int width,
                               int height,
                               int margin,
                               GtkRequisition zoom)
{
  KithRect sight = kith_viewport_visible (&self->viewport), legend;
  GtkRequisition size;
  gboolean found = FALSE, covers = FALSE;

  if (!gtk_widget_get_visible (self->overview))
    return;
  size = kith_minimap_size_within (KITH_MINIMAP (self->overview), MIN (WIDTH, width * 2 / 5),
                                   MIN (HEIGHT, height * 2 / 5));
  kith_canvas_legend_insets (self, &legend);
  for (guint i = 0; i < 4 && !found; i++)
    {
      gboolean right = i == 1 || i == 2, bottom = i < 2;
      double y = bottom ? height - margin - size.height : margin;
      gboolean above = bottom && (right || margin + size.width + 10 > width - margin - zoom.width);
      KithRect place = { right ? width - margin - size.width : margin,
                         above ? y - zoom.height - 10 : y, size.width, size.height };

      if (!is_free (&place, &legend, width, height))
        continue;
      found = TRUE;
      covers = covers_typing (self, &place);
      gtk_widget_size_allocate (self->overview,
                                &(GtkAllocation){ (int) place.x, (int) place.y, size.width,
                                                  size.height },
                                -1);
    }
  gtk_widget_set_child_visible (self->overview, found && !covers);
  kith_minimap_set_sight (KITH_MINIMAP (self->overview), &sight);
}

/**
 * kith_canvas_set_overview:
 * @self: a canvas
 * @wanted: whether a small picture of the whole map is shown while some of it is out of sight
 *
 * In a small canvas, where it covers much, this counts for this canvas and while it is small.
 */
void
kith_canvas_set_overview (KithCanvas *self, gboolean wanted)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (is_small (self) && self->viewport.width > 0)
    self->overview_when_small = wanted;
  else
    self->overview_wanted = wanted;
  kith_canvas_overview_changed (self, FALSE);
  g_signal_emit_by_name (self, "ways-changed");
}

gboolean
kith_canvas_has_overview (KithCanvas *self)
{
  g_return_val_if_fail (KITH_IS_CANVAS (self), FALSE);

  return is_small (self) && self->viewport.width > 0 ? self->overview_when_small
                                                     : self->overview_wanted;
}

/* As it is in a canvas of a common size: what is remembered. */
gboolean
kith_canvas_wants_overview (KithCanvas *self)
{
  g_return_val_if_fail (KITH_IS_CANVAS (self), TRUE);

  return self->overview_wanted;
}

void
kith_canvas_overview_init (KithCanvas *self)
{
  self->overview_wanted = TRUE;
  self->overview = kith_minimap_new (paint, self);
  gtk_widget_set_visible (self->overview, FALSE);
  g_signal_connect (self->overview, "look-at", G_CALLBACK (on_look_at), self);
  gtk_widget_set_parent (self->overview, GTK_WIDGET (self));
}

void
kith_canvas_overview_clear (KithCanvas *self)
{
  g_clear_handle_id (&self->overview_follow, g_source_remove);
  g_clear_pointer (&self->overview, gtk_widget_unparent);
}
