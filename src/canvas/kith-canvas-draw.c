/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what is drawn. Tiles hold the map as it is marked; what a tool draws and the handles
 * lie over them and are drawn each time. */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-painter.h"

#define BUDGET 40000 /* microseconds of painting a frame, then what is there is shown */

static KithPaletteName
palette_of (KithCanvas *self)
{
  return kith_viewer_get_view (self->viewer)->palette;
}

static void
paint_tile (cairo_t *cr, const KithRect *clip, double scale, gpointer data)
{
  KithCanvas *self = data;
  KithPaint paint = {
    .scale = scale / gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    .clip = kith_rect_grow (clip, KITH_BEYOND_EXTENT),
    .selected = self->banded != NULL ? self->banded : self->marked,
    .hovered = self->hovered,
    .focused_link = self->marked_link,
    .focused_end = self->marked_end,
  };

  kith_painter_ground (cr, palette_of (self));
  kith_painter_draw (cr, self->figures, &paint);
}

static gboolean
on_redraw (gpointer data)
{
  KithCanvas *self = data;

  self->redraw = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
draw_tiles (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean complete = FALSE;

  kith_tiles_set_scale (self->tiles, self->viewport.zoom * scale_factor);
  if (self->zoom_rest == 0 || !kith_tiles_are_slow (self->tiles))
    {
      complete = kith_tiles_refresh (self->tiles, visible, BUDGET);
      if (!complete && self->redraw == 0)
        self->redraw = g_idle_add (on_redraw, self);
    }
  if (!complete)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                               &GRAPHENE_RECT_INIT (0, 0,
                                                                    (float) self->viewport.width,
                                                                    (float) self->viewport.height));

      kith_painter_ground (cr, palette_of (self));
      cairo_destroy (cr);
    }
  kith_tiles_snapshot (self->tiles, snapshot, visible, scale_factor);
}

/* In map units, on the same device pixels as the tiles. */
static cairo_t *
overlay (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  double scale = self->viewport.zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                                (float) self->viewport.height));

  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  cairo_translate (cr, -round (visible->x * scale) / scale, -round (visible->y * scale) / scale);
  return cr;
}

static void
draw_over (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  gboolean has_tool = self->tool != NULL && self->tool->class->draw != NULL;
  KithPoint fixed = { 0, 0 };
  gboolean has_fixed = self->tool == NULL && self->entry == NULL
                       && kith_canvas_fixed_handle (self, &fixed);
  gboolean has_handle = self->tool == NULL && self->handle_of != 0;
  gboolean has_grips = self->tool == NULL && kith_canvas_has_grips (self);
  cairo_t *cr;

  if (!has_tool && !has_fixed && !has_handle && !has_grips && !kith_canvas_has_corners (self))
    return;
  cr = overlay (self, snapshot, visible);
  if (kith_canvas_has_corners (self))
    kith_canvas_draw_corners (self, cr);
  if (has_tool)
    self->tool->class->draw (self->tool, cr, self->viewport.zoom);
  if (has_grips)
    kith_canvas_draw_grips (self, cr);
  if (has_handle)
    kith_painter_handle (cr, palette_of (self), self->handle, self->viewport.zoom);
  else if (has_fixed)
    kith_painter_handle (cr, palette_of (self), fixed, self->viewport.zoom);
  cairo_destroy (cr);
}

void
kith_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithCanvas *self = KITH_CANVAS (widget);
  KithRect visible = kith_viewport_visible (&self->viewport);

  if (self->figures != NULL && visible.width > 0 && visible.height > 0)
    {
      draw_tiles (self, snapshot, &visible);
      draw_over (self, snapshot, &visible);
    }
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  gtk_widget_snapshot_child (widget, self->legend, snapshot);
  gtk_widget_snapshot_child (widget, self->zoom_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->progress, snapshot);
  gtk_widget_snapshot_child (widget, self->spelt_pill, snapshot);
}

void
kith_canvas_draw_init (KithCanvas *self)
{
  self->tiles = kith_tiles_new (paint_tile, self);
  self->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
kith_canvas_draw_clear (KithCanvas *self)
{
  g_clear_handle_id (&self->redraw, g_source_remove);
  g_clear_pointer (&self->tiles, kith_tiles_free);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->banded, g_hash_table_unref);
}

/* What a record shows is to be painted again. */
void
kith_canvas_damage_id (KithCanvas *self, KithId id)
{
  KithRect extent;

  if (id == 0 || self->figures == NULL || !kith_figures_extent (self->figures, id, &extent))
    return;
  extent = kith_rect_grow (&extent, KITH_BEYOND_EXTENT);
  kith_tiles_damage (self->tiles, &extent);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
damage_missing (KithCanvas *self, GHashTable *of, GHashTable *in)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, of);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (in == NULL || !g_hash_table_contains (in, key))
      kith_canvas_damage_id (self, *(KithId *) key);
}

static void
copy_ids (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (to, g_memdup2 (key, sizeof (KithId)));
}

/* Paints the marks of the selection anew where it differs from what is painted. */
void
kith_canvas_mark_selection (KithCanvas *self)
{
  GHashTable *selection = kith_viewer_get_selection (self->viewer);
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);
  KithId link = only != 0 && kind == KITH_LINK ? only : 0;
  KithEnd end = kith_viewer_get_end (self->viewer);

  damage_missing (self, self->marked, selection);
  damage_missing (self, selection, self->marked);
  if (link != self->marked_link || end != self->marked_end)
    {
      kith_canvas_damage_id (self, self->marked_link);
      kith_canvas_damage_id (self, link);
    }
  copy_ids (self->marked, selection);
  self->marked_link = link;
  self->marked_end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
kith_canvas_set_hovered (KithCanvas *self, KithId id)
{
  if (self->hovered == id)
    return;
  kith_canvas_damage_id (self, self->hovered);
  self->hovered = id;
  kith_canvas_damage_id (self, id);
}

/* Shows a selection that is not made yet; NULL: the one that is made. */
void
kith_canvas_set_banded (KithCanvas *self, GArray *ids)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->banded);
  GHashTable *shown = before != NULL ? before : self->marked;

  if (ids != NULL)
    {
      self->banded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (self->banded,
                          g_memdup2 (&g_array_index (ids, KithId, i), sizeof (KithId)));
    }
  damage_missing (self, shown, self->banded != NULL ? self->banded : self->marked);
  damage_missing (self, self->banded != NULL ? self->banded : self->marked, shown);
}
