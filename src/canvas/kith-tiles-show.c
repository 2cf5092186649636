/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing tiles: as textures where a graphics processor draws, from their surfaces where cairo does,
 * which would copy a texture at each draw. */
#include "kith-tiles-private.h"

#include <math.h>

typedef void (*Show) (KithTile *tile, const graphene_rect_t *at, gpointer data);

/* Whether tiles at the present scale cover it. */
static gboolean
is_covered (KithTiles *tiles, const KithTile *tile)
{
  double stretch = tiles->scale / tile->place.scale;
  int left = (int) floor (tile->place.column * stretch);
  int top = (int) floor (tile->place.row * stretch);
  int right = (int) ceil ((tile->place.column + 1) * stretch);
  int bottom = (int) ceil ((tile->place.row + 1) * stretch);

  if ((double) (right - left) * (bottom - top) > 64)
    return FALSE;
  for (int row = top; row < bottom; row++)
    for (int column = left; column < right; column++)
      {
        KithTilePlace place = { column, row, tiles->scale };
        const KithTile *over = g_hash_table_lookup (tiles->tiles, &place);

        if (over == NULL || over->surface == NULL)
          return FALSE;
      }
  return TRUE;
}

static void
show_scale (KithTiles *tiles,
            double scale,
            const KithRect *visible,
            int scale_factor,
            Show show,
            gpointer data)
{
  double stretch = tiles->scale / scale;
  double left = round (visible->x * tiles->scale), top = round (visible->y * tiles->scale);
  double side = KITH_TILE * stretch / scale_factor;
  GHashTableIter iter;
  KithTile *tile;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      double x = (tile->place.column * (double) KITH_TILE * stretch - left) / scale_factor;
      double y = (tile->place.row * (double) KITH_TILE * stretch - top) / scale_factor;
      graphene_rect_t at;

      if (tile->place.scale != scale || tile->surface == NULL || x + side < 0 || y + side < 0
          || x > visible->width * tiles->scale / scale_factor
          || y > visible->height * tiles->scale / scale_factor
          || (scale != tiles->scale && is_covered (tiles, tile)))
        continue;
      graphene_rect_init (&at, (float) x, (float) y, (float) side, (float) side);
      show (tile, &at, data);
    }
}

static void
show_all (KithTiles *tiles, const KithRect *visible, int scale_factor, Show show, gpointer data)
{
  if (!tiles->shown_whole && tiles->former_scale > 0 && tiles->former_scale != tiles->scale)
    show_scale (tiles, tiles->former_scale, visible, scale_factor, show, data);
  show_scale (tiles, tiles->scale, visible, scale_factor, show, data);
}

/* --- As textures --- */

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         (gsize) stride * KITH_TILE,
                                                         (GDestroyNotify) cairo_surface_destroy,
                                                         cairo_surface_reference (surface));

  return gdk_memory_texture_new (KITH_TILE, KITH_TILE, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
append_texture (KithTile *tile, const graphene_rect_t *at, gpointer snapshot)
{
  if (tile->texture == NULL)
    tile->texture = texture_of (tile->surface);
  gtk_snapshot_append_texture (snapshot, tile->texture, at);
}

/**
 * kith_tiles_snapshot:
 * @tiles: tiles
 * @snapshot: where to
 * @visible: what is shown, map units; its corner is at the origin
 * @scale_factor: device pixels a pixel of the widget
 *
 * Shows what is painted, on whole device pixels; where it is not yet, what was painted at the
 * last scale, stretched.
 */
void
kith_tiles_snapshot (KithTiles *tiles,
                     GtkSnapshot *snapshot,
                     const KithRect *visible,
                     int scale_factor)
{
  show_all (tiles, visible, scale_factor, append_texture, snapshot);
}

/* --- From surfaces --- */

static void
paint_surface (KithTile *tile, const graphene_rect_t *at, gpointer data)
{
  cairo_t *cr = data;
  double stretch = at->size.width / KITH_TILE;

  cairo_save (cr);
  cairo_rectangle (cr, at->origin.x, at->origin.y, at->size.width, at->size.height);
  cairo_translate (cr, at->origin.x, at->origin.y);
  cairo_scale (cr, stretch, stretch);
  if (stretch == 1.0)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * kith_tiles_draw:
 * @tiles: tiles
 * @cr: where to, one unit a pixel of the widget
 * @visible: what is shown, map units; its corner is at the origin
 * @scale_factor: device pixels a pixel of the widget
 *
 * The same as kith_tiles_snapshot(), for who draws with cairo.
 */
void
kith_tiles_draw (KithTiles *tiles, cairo_t *cr, const KithRect *visible, int scale_factor)
{
  show_all (tiles, visible, scale_factor, paint_surface, cr);
}
