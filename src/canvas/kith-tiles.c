/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tiles.h"

#include <math.h>

#define TILE 512        /* device pixels a side: 1 MiB each */
#define MOST_TILES 96   /* kept beyond what is visible */
#define SLOW_VIEW 25000 /* microseconds for all that is visible, beyond which zooming stretches */

typedef struct
{
  int column;
  int row;
} Place;

/* `texture` shows `surface`, which is never painted on while a texture has it. */
typedef struct
{
  Place place;
  cairo_surface_t *surface;
  GdkTexture *texture;
  cairo_rectangle_int_t dirty; /* device pixels within the tile; empty when up to date */
  guint64 used;                /* the refresh that last wanted it */
} Tile;

struct _KithTiles
{
  KithTilePaint paint;
  gpointer data;

  GHashTable *tiles; /* Place → Tile, at `scale` */
  double scale;
  GHashTable *former; /* what was drawn at `former_scale`, to stretch until there is better */
  double former_scale;

  guint64 refresh;
  guint64 painted; /* device pixels so far */
  gint64 cost;     /* microseconds that a full view takes, by the last tiles */
};

static guint
place_hash (gconstpointer data)
{
  const Place *place = data;

  return (guint) place->column * 73856093u ^ (guint) place->row * 19349663u;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  return p->column == q->column && p->row == q->row;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (place_hash, place_equal, NULL, tile_free);
}

/* The tiles that a rectangle in map units touches. */
static void
span_of (double scale, const KithRect *rect, Place *first, Place *last)
{
  double most = G_MAXINT / 2;

  first->column = (int) CLAMP (floor (rect->x * scale / TILE), -most, most);
  first->row = (int) CLAMP (floor (rect->y * scale / TILE), -most, most);
  last->column = (int) CLAMP (floor ((rect->x + rect->width) * scale / TILE), -most, most);
  last->row = (int) CLAMP (floor ((rect->y + rect->height) * scale / TILE), -most, most);
}

static gboolean
is_dirty (const Tile *tile)
{
  return tile->dirty.width > 0 && tile->dirty.height > 0;
}

static void
make_dirty (Tile *tile, int x0, int y0, int x1, int y1)
{
  if (is_dirty (tile))
    {
      x0 = MIN (x0, tile->dirty.x);
      y0 = MIN (y0, tile->dirty.y);
      x1 = MAX (x1, tile->dirty.x + tile->dirty.width);
      y1 = MAX (y1, tile->dirty.y + tile->dirty.height);
    }
  x0 = CLAMP (x0, 0, TILE);
  y0 = CLAMP (y0, 0, TILE);
  tile->dirty = (cairo_rectangle_int_t){ x0, y0, MAX (MIN (x1, TILE) - x0, 0),
                                         MAX (MIN (y1, TILE) - y0, 0) };
}

/* A surface that nobody else shows: the tile's content where some of it stays. */
static cairo_surface_t *
fresh_surface (Tile *tile)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE, TILE);
  gboolean whole = tile->dirty.width == TILE && tile->dirty.height == TILE;
  cairo_t *cr;

  if (tile->surface != NULL && !whole)
    {
      cr = cairo_create (surface);
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_set_source_surface (cr, tile->surface, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  return surface;
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * TILE,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  return gdk_memory_texture_new (TILE, TILE, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_tile (KithTiles *tiles, Tile *tile)
{
  const cairo_rectangle_int_t *dirty = &tile->dirty;
  cairo_surface_t *surface = fresh_surface (tile);
  cairo_t *cr = cairo_create (surface);
  double left = (double) tile->place.column * TILE;
  double top = (double) tile->place.row * TILE;
  KithRect clip = { (left + dirty->x) / tiles->scale, (top + dirty->y) / tiles->scale,
                    dirty->width / tiles->scale, dirty->height / tiles->scale };

  cairo_rectangle (cr, dirty->x, dirty->y, dirty->width, dirty->height);
  cairo_clip (cr);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, tiles->scale, tiles->scale);
  tiles->paint (cr, &clip, tiles->scale, tiles->data);
  cairo_destroy (cr);

  tiles->painted += (guint64) dirty->width * (guint64) dirty->height;
  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = surface;
  tile->texture = texture_of (surface);
  tile->dirty = (cairo_rectangle_int_t){ 0 };
}

static Tile *
ensure_tile (KithTiles *tiles, Place place)
{
  Tile *tile = g_hash_table_lookup (tiles->tiles, &place);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->place = place;
      tile->dirty = (cairo_rectangle_int_t){ 0, 0, TILE, TILE };
      g_hash_table_insert (tiles->tiles, &tile->place, tile);
    }
  tile->used = tiles->refresh;
  return tile;
}

static gboolean
is_old (gpointer key, gpointer value, gpointer data)
{
  return ((const Tile *) value)->used != *(const guint64 *) data;
}

/**
 * kith_tiles_new:
 * @paint: paints a part of the picture
 * @data: for @paint
 *
 * Returns: (transfer full): tiles of which none is painted yet
 */
KithTiles *
kith_tiles_new (KithTilePaint paint, gpointer data)
{
  KithTiles *tiles = g_new0 (KithTiles, 1);

  tiles->paint = paint;
  tiles->data = data;
  tiles->tiles = new_table ();
  tiles->scale = 1;
  return tiles;
}

void
kith_tiles_free (KithTiles *tiles)
{
  g_hash_table_unref (tiles->tiles);
  g_clear_pointer (&tiles->former, g_hash_table_unref);
  g_free (tiles);
}

/**
 * kith_tiles_damage:
 * @tiles: tiles
 * @rect: map units
 *
 * What is within @rect looks different now.
 */
void
kith_tiles_damage (KithTiles *tiles, const KithRect *rect)
{
  GHashTableIter iter;
  Tile *tile;
  double x0 = floor (rect->x * tiles->scale) - 1,
         x1 = ceil ((rect->x + rect->width) * tiles->scale) + 1;
  double y0 = floor (rect->y * tiles->scale) - 1,
         y1 = ceil ((rect->y + rect->height) * tiles->scale) + 1;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      double left = (double) tile->place.column * TILE, top = (double) tile->place.row * TILE;

      if (x1 > left && y1 > top && x0 < left + TILE && y0 < top + TILE)
        make_dirty (tile, (int) MAX (x0 - left, 0), (int) MAX (y0 - top, 0),
                    (int) MIN (x1 - left, TILE), (int) MIN (y1 - top, TILE));
    }
}

/**
 * kith_tiles_damage_all:
 * @tiles: tiles
 *
 * Everything looks different now; nothing of what was drawn is shown again.
 */
void
kith_tiles_damage_all (KithTiles *tiles)
{
  g_hash_table_remove_all (tiles->tiles);
  g_clear_pointer (&tiles->former, g_hash_table_unref);
}

/**
 * kith_tiles_set_scale:
 * @tiles: tiles
 * @scale: device pixels a map unit
 *
 * From now on tiles are painted at this scale; those of the last one that was seen are kept until
 * they are replaced.
 */
void
kith_tiles_set_scale (KithTiles *tiles, double scale)
{
  if (scale == tiles->scale || !(scale > 0))
    return;
  if (tiles->former == NULL)
    {
      tiles->former = g_steal_pointer (&tiles->tiles);
      tiles->former_scale = tiles->scale;
      tiles->tiles = new_table ();
    }
  else
    g_hash_table_remove_all (tiles->tiles);
  tiles->scale = scale;
}

/**
 * kith_tiles_refresh:
 * @tiles: tiles
 * @visible: what will be shown, map units
 * @budget: microseconds after which no further tile is begun; one always is
 *
 * Paints what is missing of the visible part.
 *
 * Returns: whether all of it is painted
 */
gboolean
kith_tiles_refresh (KithTiles *tiles, const KithRect *visible, gint64 budget)
{
  gint64 start = g_get_monotonic_time ();
  guint64 before = tiles->painted, pixels;
  gboolean complete = TRUE;
  Place first, last;

  span_of (tiles->scale, visible, &first, &last);
  tiles->refresh++;
  for (int row = first.row; row <= last.row; row++)
    for (int column = first.column; column <= last.column; column++)
      {
        Tile *tile = ensure_tile (tiles, (Place){ column, row });

        if (!is_dirty (tile))
          continue;
        if (tiles->painted == before || g_get_monotonic_time () - start < budget)
          paint_tile (tiles, tile);
        else
          complete = FALSE;
      }
  pixels = tiles->painted - before;
  if (pixels >= TILE * TILE)
    tiles->cost = (gint64) ((double) (g_get_monotonic_time () - start) / (double) pixels
                            * visible->width * visible->height * tiles->scale * tiles->scale);
  if (complete)
    g_clear_pointer (&tiles->former, g_hash_table_unref);
  if (g_hash_table_size (tiles->tiles) > MOST_TILES)
    g_hash_table_foreach_remove (tiles->tiles, is_old, &tiles->refresh);
  return complete;
}

static void
append_table (GHashTable *table,
              double scale,
              const KithTiles *tiles,
              GtkSnapshot *snapshot,
              const KithRect *visible,
              int scale_factor)
{
  double stretch = tiles->scale / scale;
  double left = round (visible->x * tiles->scale), top = round (visible->y * tiles->scale);
  GHashTableIter iter;
  Tile *tile;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      graphene_rect_t at;
      double x = (tile->place.column * (double) TILE * stretch - left) / scale_factor;
      double y = (tile->place.row * (double) TILE * stretch - top) / scale_factor;
      double side = TILE * stretch / scale_factor;

      if (tile->texture == NULL || x + side < 0 || y + side < 0
          || x > visible->width * tiles->scale / scale_factor
          || y > visible->height * tiles->scale / scale_factor)
        continue;
      graphene_rect_init (&at, (float) x, (float) y, (float) side, (float) side);
      gtk_snapshot_append_texture (snapshot, tile->texture, &at);
    }
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
  if (tiles->former != NULL)
    append_table (tiles->former, tiles->former_scale, tiles, snapshot, visible, scale_factor);
  append_table (tiles->tiles, tiles->scale, tiles, snapshot, visible, scale_factor);
}

/**
 * kith_tiles_are_slow:
 * @tiles: tiles
 *
 * Returns: whether painting all that is visible takes longer than a smooth zoom allows
 */
gboolean
kith_tiles_are_slow (const KithTiles *tiles)
{
  return tiles->cost > SLOW_VIEW;
}

/**
 * kith_tiles_painted:
 * @tiles: tiles
 *
 * Returns: how many device pixels have been painted so far
 */
guint64
kith_tiles_painted (const KithTiles *tiles)
{
  return tiles->painted;
}
