/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what is drawn. Tiles hold the map as it is marked; what a tool draws and the handles
 * lie over them and are drawn each time. */
#include <math.h>

#include "kith-canvas-private.h"

#define BUDGET 10000   /* microseconds of painting a frame, then what is there is shown */
#define AT_ONCE 300000 /* the same where the camera jumps: nothing half drawn is seen between */
#define HASTE 6000     /* the same while something is dragged over it */
#define MOST_OVER 64   /* selected things whose marks are drawn each time, over the tiles */

static KithPaletteName
palette_of (KithCanvas *self)
{
  return kith_viewer_get_view (self->viewer)->palette;
}

/* What of the canvas tiles are painted from: changed only after kith_tiles_hold(). */
static KithPaint
tile_paint (KithCanvas *self, const KithRect *clip, double scale)
{
  return (KithPaint){
    .scale = scale / self->tile_scale_factor,
    .clip = kith_rect_grow (clip, KITH_BEYOND_EXTENT),
    .selected = self->marked,
    .lifted = self->carries_many ? NULL : self->lifted,
  };
}

static void
prepare_tile (const KithRect *clip, double scale, gpointer data)
{
  KithCanvas *self = data;
  KithPaint paint = tile_paint (self, clip, scale);

  kith_painter_prepare (self->figures, &paint);
}

/* On any thread. */
static void
paint_tile (cairo_t *cr,
            const KithRect *clip,
            double scale,
            gboolean (*go_on) (gpointer job),
            gpointer job,
            gpointer data)
{
  KithCanvas *self = data;
  KithPaint paint = tile_paint (self, clip, scale);

  paint.tick = go_on;
  paint.tick_data = job;
  kith_painter_ground (cr, kith_figures_palette (self->figures));
  kith_painter_draw (cr, self->figures, &paint);
}

static void
on_tiles_ready (gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

static KithPoint
where_to_begin (KithCanvas *self)
{
  if (self->pointer_inside)
    return kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
  return kith_viewport_to_map (&self->viewport, self->viewport.width / 2.0,
                               self->viewport.height / 2.0);
}

/* Whether cairo draws the window, which would copy a texture at each draw. */
static gboolean
is_drawn_by_cairo (KithCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
show_tiles (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible, gboolean complete)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                            (float) self->viewport.height);
  gboolean by_cairo = is_drawn_by_cairo (self);
  cairo_t *cr;

  if (by_cairo || !complete)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &all);
      if (!complete)
        kith_painter_ground (cr, palette_of (self));
      if (by_cairo)
        kith_tiles_draw (self->tiles, cr, visible, self->tile_scale_factor);
      cairo_destroy (cr);
    }
  if (!by_cairo)
    kith_tiles_snapshot (self->tiles, snapshot, visible, self->tile_scale_factor);
}

/* TRUE: all of them are as they should be. */
static gboolean
draw_tiles (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  gboolean complete = FALSE;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (factor != self->tile_scale_factor)
    {
      kith_tiles_hold (self->tiles); /* threads that paint read it */
      self->tile_scale_factor = factor;
      kith_canvas_far_clear (self);
    }
  kith_tiles_set_scale (self->tiles, self->viewport.zoom * self->tile_scale_factor);
  if (self->jumped)
    complete = kith_tiles_finish_within (self->tiles, visible, AT_ONCE);
  else if (self->zoom_rest == 0 || !kith_tiles_are_slow (self->tiles))
    complete = kith_tiles_refresh (self->tiles, visible, where_to_begin (self),
                                   self->carried != NULL ? HASTE : BUDGET);
  self->jumped = FALSE;
  show_tiles (self, snapshot, visible, complete);
  return complete;
}

/* In map units, on the same device pixels as the tiles. */
static cairo_t *
overlay (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  double scale = self->viewport.zoom * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                                (float) self->viewport.height));

  cairo_get_matrix (cr, &self->plain);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  cairo_translate (cr, -round (visible->x * scale) / scale, -round (visible->y * scale) / scale);
  return cr;
}

/* Within the clip of such a drawing, where what is drawn over the tiles lies beneath something of them. */
void
kith_canvas_draw_tiles_again (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  cairo_save (cr);
  cairo_set_matrix (cr, &self->plain);
  kith_tiles_draw (self->tiles, cr, visible, self->tile_scale_factor);
  cairo_restore (cr);
}

static GHashTable *
shown_as_selected (KithCanvas *self)
{
  return self->banded != NULL ? self->banded : kith_viewer_get_selection (self->viewer);
}

/* How what lies over the tiles is painted: with the marks that they have not. */
void
kith_canvas_paint_over (KithCanvas *self, const KithRect *visible, KithPaint *paint)
{
  GHashTable *selected = shown_as_selected (self);

  *paint = (KithPaint){
    .scale = self->viewport.zoom,
    .clip = kith_rect_grow (visible, KITH_BEYOND_EXTENT),
    .selected = g_hash_table_size (selected) <= MOST_OVER ? selected : NULL,
    .hovered = self->hovered,
    .focused_link = self->marked_link,
    .focused_end = self->marked_end,
    .lifted = self->lifted,
  };
}

static gboolean
has_marks (KithCanvas *self)
{
  guint n = g_hash_table_size (shown_as_selected (self));

  return self->hovered != 0 || (n > 0 && n <= MOST_OVER);
}

static void
draw_marks (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  KithPaint paint;

  kith_canvas_paint_over (self, visible, &paint);
  kith_painter_marks (cr, self->figures, &paint);
}

/* What of the map is drawn each time. */
static void
draw_over (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  cairo_t *cr;

  if (self->carried == NULL && self->landing == NULL && self->lit == NULL && !has_marks (self)
      && !kith_canvas_has_news (self))
    return;
  cr = overlay (self, snapshot, visible);
  if (self->lit != NULL && self->carried == NULL)
    kith_canvas_draw_highlight (self, cr, visible);
  if (kith_canvas_has_news (self))
    kith_canvas_draw_news (self, cr);
  if (self->landing != NULL)
    kith_canvas_draw_landing (self, cr, visible);
  draw_marks (self, cr, visible);
  if (self->carried != NULL)
    kith_canvas_draw_carried (self, cr, visible);
  cairo_destroy (cr);
}

/* What happens, as time goes on; what a hand takes hold of, and what it is doing. */
static void
draw_on_top (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  gboolean has_tool = self->tool != NULL && self->tool->class->draw != NULL;
  KithPoint fixed = { 0, 0 };
  gboolean has_fixed = self->tool == NULL && self->entry == NULL
                       && kith_canvas_fixed_handle (self, &fixed);
  gboolean has_handle = self->tool == NULL && self->handle_of != 0;
  gboolean has_grips = self->tool == NULL && kith_canvas_has_grips (self);
  cairo_t *cr;

  if (!has_tool && !has_fixed && !has_handle && !has_grips && !kith_canvas_has_corners (self)
      && !kith_canvas_has_news (self))
    return;
  cr = overlay (self, snapshot, visible);
  kith_canvas_draw_titles_of_news (self, cr, visible);
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

static void
draw_far_names (KithCanvas *self, GtkSnapshot *snapshot, const KithRect *visible)
{
  kith_canvas_draw_far_names (self, snapshot, visible, shown_as_selected (self),
                              is_drawn_by_cairo (self));
}

void
kith_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithCanvas *self = KITH_CANVAS (widget);
  KithRect visible = kith_viewport_visible (&self->viewport);

  if (self->figures != NULL && kith_canvas_is_gliding (self))
    {
      cairo_t *cr = overlay (self, snapshot, &visible);

      kith_canvas_draw_gliding (self, cr, &visible);
      cairo_destroy (cr);
    }
  else if (self->figures != NULL && visible.width > 0 && visible.height > 0)
    {
      if (draw_tiles (self, snapshot, &visible))
        g_clear_pointer (&self->landing, g_hash_table_unref);
      draw_over (self, snapshot, &visible);
      draw_far_names (self, snapshot, &visible);
      draw_on_top (self, snapshot, &visible);
    }
  gtk_widget_snapshot_child (widget, self->ghosts, snapshot);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  gtk_widget_snapshot_child (widget, self->legend, snapshot);
  gtk_widget_snapshot_child (widget, self->overview, snapshot);
  gtk_widget_snapshot_child (widget, self->zoom_bar, snapshot);
  gtk_widget_snapshot_child (widget, self->progress, snapshot);
  gtk_widget_snapshot_child (widget, self->spelt_pill, snapshot);
}

void
kith_canvas_draw_init (KithCanvas *self)
{
  static const KithTilePainter painter = { prepare_tile, paint_tile, on_tiles_ready };

  self->tile_scale_factor = 1;
  self->tiles = kith_tiles_new (&painter, self);
  self->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
kith_canvas_draw_clear (KithCanvas *self)
{
  g_clear_pointer (&self->tiles, kith_tiles_free);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->banded, g_hash_table_unref);
  g_clear_pointer (&self->landing, g_hash_table_unref);
  kith_canvas_far_dispose (self);
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
    if (!g_hash_table_contains (in, key))
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

/* Tiles hold the marks of many; those of a few are drawn over them, so that marking one costs no
 * more on a large map. */
static void
mark_tiles (KithCanvas *self)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *shown = shown_as_selected (self);
  GHashTable *many = g_hash_table_size (shown) > MOST_OVER ? shown : none;

  kith_tiles_hold (self->tiles);
  damage_missing (self, self->marked, many);
  damage_missing (self, many, self->marked);
  copy_ids (self->marked, many);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows what is selected, and which half of a link keys rate. */
void
kith_canvas_mark_selection (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  self->marked_link = only != 0 && kind == KITH_LINK ? only : 0;
  self->marked_end = kith_viewer_get_end (self->viewer);
  mark_tiles (self);
}

void
kith_canvas_set_hovered (KithCanvas *self, KithId id)
{
  if (self->hovered == id)
    return;
  self->hovered = id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows a selection that is not made yet; NULL: the one that is made. */
void
kith_canvas_set_banded (KithCanvas *self, GArray *ids)
{
  g_clear_pointer (&self->banded, g_hash_table_unref);
  if (ids != NULL)
    {
      self->banded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (self->banded,
                          g_memdup2 (&g_array_index (ids, KithId, i), sizeof (KithId)));
    }
  mark_tiles (self);
}
