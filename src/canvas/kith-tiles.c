/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tile is kept by its place and the scale it was painted at. What an edit touches of a tile that is
 * there is painted at once, as far as a frame's budget goes: nobody sees a change late. All else is
 * painted on other threads, the nearest to the pointer first; until it comes, what was painted at
 * another scale is shown stretched.
 *
 * Invariant: what is being painted elsewhere is of the picture as it is now, for whoever changes that
 * calls kith_tiles_hold() before. */
#include "kith-tiles-private.h"

#include <math.h>
#include <string.h>

#define MOST_TILES 48   /* kept beyond what is visible, or as many as are: 1 MiB each */
#define SLOW_VIEW 25000 /* microseconds for all that is visible, beyond which zooming stretches */
#define MOST_TRIES 3    /* times that a tile is called back before it is painted at once */

static guint
place_hash (gconstpointer data)
{
  const KithTilePlace *place = data;

  return (guint) place->column * 73856093u ^ (guint) place->row * 19349663u
         ^ g_double_hash (&place->scale);
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const KithTilePlace *p = a, *q = b;

  return p->column == q->column && p->row == q->row && p->scale == q->scale;
}

static void
tile_free (gpointer data)
{
  KithTile *tile = data;

  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

/* The tiles that a rectangle in map units touches. */
static void
span_of (double scale, const KithRect *rect, KithTilePlace *first, KithTilePlace *last)
{
  double most = G_MAXINT / 2;

  first->column = (int) CLAMP (floor (rect->x * scale / KITH_TILE), -most, most);
  first->row = (int) CLAMP (floor (rect->y * scale / KITH_TILE), -most, most);
  last->column = (int) CLAMP (floor ((rect->x + rect->width) * scale / KITH_TILE), -most, most);
  last->row = (int) CLAMP (floor ((rect->y + rect->height) * scale / KITH_TILE), -most, most);
}

static gboolean
is_dirty (const KithTile *tile)
{
  return tile->dirty.width > 0 && tile->dirty.height > 0;
}

static void
make_dirty (KithTile *tile, int x0, int y0, int x1, int y1)
{
  if (is_dirty (tile))
    {
      x0 = MIN (x0, tile->dirty.x);
      y0 = MIN (y0, tile->dirty.y);
      x1 = MAX (x1, tile->dirty.x + tile->dirty.width);
      y1 = MAX (y1, tile->dirty.y + tile->dirty.height);
    }
  x0 = CLAMP (x0, 0, KITH_TILE);
  y0 = CLAMP (y0, 0, KITH_TILE);
  tile->dirty = (cairo_rectangle_int_t){ x0, y0, MAX (MIN (x1, KITH_TILE) - x0, 0),
                                         MAX (MIN (y1, KITH_TILE) - y0, 0) };
}

/* --- Painting --- */

/* A surface that nobody else shows: the tile's content where some of it stays. Only reads the pixels of
 * `old`, which somebody else may be showing. */
static cairo_surface_t *
fresh_surface (cairo_surface_t *old, const cairo_rectangle_int_t *dirty)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, KITH_TILE, KITH_TILE);

  if (old == NULL || (dirty->width == KITH_TILE && dirty->height == KITH_TILE)
      || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  memcpy (cairo_image_surface_get_data (surface), cairo_image_surface_get_data (old),
          (gsize) cairo_image_surface_get_stride (surface) * KITH_TILE);
  cairo_surface_mark_dirty (surface);
  return surface;
}

static KithRect
clip_of (int column, int row, double scale, const cairo_rectangle_int_t *dirty)
{
  return (KithRect){ ((double) column * KITH_TILE + dirty->x) / scale,
                     ((double) row * KITH_TILE + dirty->y) / scale, dirty->width / scale,
                     dirty->height / scale };
}

static void
paint_on (KithTiles *tiles, KithTileJob *job, cairo_surface_t *surface)
{
  KithRect clip = clip_of (job->column, job->row, job->scale, &job->dirty);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, job->dirty.x, job->dirty.y, job->dirty.width, job->dirty.height);
  cairo_clip (cr);
  cairo_translate (cr, -(double) job->column * KITH_TILE, -(double) job->row * KITH_TILE);
  cairo_scale (cr, job->scale, job->scale);
  tiles->painter.paint (cr, &clip, job->scale, job->work != NULL ? kith_tile_job_go_on : NULL, job,
                        tiles->data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* On another thread. */
static void
on_work (KithTileJob *job, gpointer data)
{
  cairo_surface_t *surface = fresh_surface (job->surface, &job->dirty);

  paint_on (data, job, surface);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  job->surface = surface;
}

static void
on_ready (gpointer data)
{
  KithTiles *tiles = data;

  tiles->painter.ready (tiles->data);
}

static KithTileJob *
new_job (const KithTile *tile)
{
  KithTileJob *job = g_new0 (KithTileJob, 1);

  job->column = tile->place.column;
  job->row = tile->place.row;
  job->scale = tile->place.scale;
  job->dirty = tile->dirty;
  job->surface = tile->surface != NULL ? cairo_surface_reference (tile->surface) : NULL;
  return job;
}

/* The tile shows what the job has painted; takes the job. */
static void
take_job (KithTiles *tiles, KithTile *tile, KithTileJob *job)
{
  tiles->painted += (guint64) job->dirty.width * (guint64) job->dirty.height;
  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = g_steal_pointer (&job->surface);
  tile->dirty = (cairo_rectangle_int_t){ 0 };
  tile->n_tries = 0;
  if (job->dirty.width == KITH_TILE && job->dirty.height == KITH_TILE)
    tiles->cost = tiles->cost == 0 ? job->took : (3 * tiles->cost + job->took) / 4;
}

static void
take_done (KithTiles *tiles)
{
  KithTileJob *job;

  while ((job = kith_tile_work_take (tiles->work)) != NULL)
    {
      KithTilePlace place = { job->column, job->row, job->scale };
      KithTile *tile = g_hash_table_lookup (tiles->tiles, &place);

      if (tile != NULL && tile->is_waiting)
        {
          tile->is_waiting = FALSE;
          if (job->is_whole)
            take_job (tiles, tile, job);
          else
            tile->n_tries++;
        }
      kith_tile_job_free (job);
    }
}

static void
prepare (KithTiles *tiles, const KithTile *tile)
{
  KithRect clip = clip_of (tile->place.column, tile->place.row, tile->place.scale, &tile->dirty);

  if (tiles->painter.prepare != NULL)
    tiles->painter.prepare (&clip, tile->place.scale, tiles->data);
}

static void
paint_at_once (KithTiles *tiles, KithTile *tile)
{
  KithTileJob *job = new_job (tile);
  gint64 began = g_get_monotonic_time ();

  prepare (tiles, tile);
  on_work (job, tiles);
  job->took = g_get_monotonic_time () - began;
  take_job (tiles, tile, job);
  kith_tile_job_free (job);
}

static void
paint_elsewhere (KithTiles *tiles, KithTile *tile)
{
  prepare (tiles, tile);
  tile->is_waiting = TRUE;
  kith_tile_work_add (tiles->work, new_job (tile));
}

/* --- Life --- */

/**
 * kith_tiles_new:
 * @painter: paints parts of the picture
 * @data: for @painter
 *
 * Returns: (transfer full): tiles of which none is painted yet
 */
KithTiles *
kith_tiles_new (const KithTilePainter *painter, gpointer data)
{
  KithTiles *tiles = g_new0 (KithTiles, 1);

  tiles->painter = *painter;
  tiles->data = data;
  tiles->tiles = g_hash_table_new_full (place_hash, place_equal, NULL, tile_free);
  tiles->work = kith_tile_work_new (on_work, on_ready, tiles);
  tiles->scale = 1;
  return tiles;
}

void
kith_tiles_free (KithTiles *tiles)
{
  kith_tile_work_free (tiles->work);
  g_hash_table_unref (tiles->tiles);
  g_free (tiles);
}

/**
 * kith_tiles_hold:
 * @tiles: tiles
 *
 * To be called before what is painted from is changed. What has been painted in full is kept, what has
 * not is begun again by kith_tiles_refresh().
 */
void
kith_tiles_hold (KithTiles *tiles)
{
  kith_tile_work_hold (tiles->work);
  take_done (tiles);
}

/**
 * kith_tiles_damage:
 * @tiles: tiles
 * @rect: map units
 *
 * What is within @rect looks different now, at any scale.
 */
void
kith_tiles_damage (KithTiles *tiles, const KithRect *rect)
{
  GHashTableIter iter;
  KithTile *tile;

  kith_tiles_hold (tiles);
  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      double scale = tile->place.scale;
      double x0 = floor (rect->x * scale) - 1, x1 = ceil ((rect->x + rect->width) * scale) + 1;
      double y0 = floor (rect->y * scale) - 1, y1 = ceil ((rect->y + rect->height) * scale) + 1;
      double left = (double) tile->place.column * KITH_TILE;
      double top = (double) tile->place.row * KITH_TILE;

      if (x1 > left && y1 > top && x0 < left + KITH_TILE && y0 < top + KITH_TILE)
        make_dirty (tile, (int) MAX (x0 - left, 0), (int) MAX (y0 - top, 0),
                    (int) MIN (x1 - left, KITH_TILE), (int) MIN (y1 - top, KITH_TILE));
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
  kith_tiles_hold (tiles);
  g_hash_table_remove_all (tiles->tiles);
  tiles->former_scale = 0;
}

/**
 * kith_tiles_set_scale:
 * @tiles: tiles
 * @scale: device pixels a map unit
 *
 * From now on tiles are painted at this scale; those of the last one that was seen are shown until
 * they are replaced.
 */
void
kith_tiles_set_scale (KithTiles *tiles, double scale)
{
  if (scale == tiles->scale || !(scale > 0))
    return;
  kith_tile_work_drop (tiles->work);
  take_done (tiles);
  if (tiles->former_scale == 0 || tiles->shown_whole)
    tiles->former_scale = tiles->scale;
  tiles->shown_whole = FALSE;
  tiles->scale = scale;
}

/* --- Bringing up to date --- */

static KithTile *
ensure_tile (KithTiles *tiles, KithTilePlace place)
{
  KithTile *tile = g_hash_table_lookup (tiles->tiles, &place);

  if (tile == NULL)
    {
      tile = g_new0 (KithTile, 1);
      tile->place = place;
      tile->dirty = (cairo_rectangle_int_t){ 0, 0, KITH_TILE, KITH_TILE };
      g_hash_table_insert (tiles->tiles, &tile->place, tile);
    }
  tile->used = tiles->refresh;
  return tile;
}

/* What is changed before what is new, the nearest first. */
static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  const KithTile *one = *(KithTile *const *) a, *other = *(KithTile *const *) b;

  if ((one->surface == NULL) != (other->surface == NULL))
    return one->surface == NULL ? 1 : -1;
  return (one->away > other->away) - (one->away < other->away);
}

static double
away_from (const KithTile *tile, KithPoint point)
{
  double x = (tile->place.column + 0.5) * KITH_TILE / tile->place.scale - point.x;
  double y = (tile->place.row + 0.5) * KITH_TILE / tile->place.scale - point.y;

  return x * x + y * y;
}

static GPtrArray *
find_dirty (KithTiles *tiles, const KithRect *visible, KithPoint nearest)
{
  GPtrArray *dirty = g_ptr_array_new ();
  KithTilePlace first, last;

  span_of (tiles->scale, visible, &first, &last);
  for (int row = first.row; row <= last.row; row++)
    for (int column = first.column; column <= last.column; column++)
      {
        KithTile *tile = ensure_tile (tiles, (KithTilePlace){ column, row, tiles->scale });

        tile->away = away_from (tile, nearest);
        if (is_dirty (tile))
          g_ptr_array_add (dirty, tile);
      }
  g_ptr_array_sort (dirty, compare_urgency);
  return dirty;
}

typedef struct
{
  KithTile *tile;
  guint64 used;
} Old;

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const Old *one = a, *other = b;

  return (one->used > other->used) - (one->used < other->used);
}

/* The longest unused go first; what is in sight stays. */
static void
drop_oldest (KithTiles *tiles)
{
  g_autoptr (GArray) old = NULL;
  GHashTableIter iter;
  KithTile *tile;
  guint most;

  if (g_hash_table_size (tiles->tiles) <= MOST_TILES)
    return;
  old = g_array_new (FALSE, FALSE, sizeof (Old));
  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    if (tile->used != tiles->refresh)
      g_array_append_val (old, ((Old){ tile, tile->used }));
  most = MAX (MOST_TILES, g_hash_table_size (tiles->tiles) - old->len); /* a whole former view */
  g_array_sort (old, compare_age);
  for (guint i = 0; i + most < old->len; i++)
    g_hash_table_remove (tiles->tiles, &g_array_index (old, Old, i).tile->place);
}

/* Whether it is painted on this thread. */
static gboolean
is_for_now (const KithTiles *tiles, const KithTile *tile)
{
  return tiles->painter.ready == NULL || tile->surface != NULL || tile->n_tries >= MOST_TRIES;
}

/**
 * kith_tiles_refresh:
 * @tiles: tiles
 * @visible: what will be shown, map units
 * @nearest: where to begin, map units
 * @budget: microseconds after which no further tile is begun on this thread; one always is
 *
 * Paints what is missing of the visible part, or has it painted.
 *
 * Returns: whether all of it is painted
 */
gboolean
kith_tiles_refresh (KithTiles *tiles, const KithRect *visible, KithPoint nearest, gint64 budget)
{
  g_autoptr (GPtrArray) dirty = NULL;
  gint64 start = g_get_monotonic_time ();
  guint64 before;
  guint n_missing = 0;

  take_done (tiles);
  tiles->refresh++;
  before = tiles->painted;
  dirty = find_dirty (tiles, visible, nearest);
  for (guint i = 0; i < dirty->len; i++)
    {
      KithTile *tile = dirty->pdata[i];
      gint64 passed = g_get_monotonic_time () - start;

      if (!tile->is_waiting && is_for_now (tiles, tile)
          && (passed < budget || tiles->painted == before))
        paint_at_once (tiles, tile);
      else
        n_missing++;
      if (is_dirty (tile) && !tile->is_waiting && tiles->painter.ready != NULL
          && (passed / 2 < budget || n_missing == 1))
        paint_elsewhere (tiles, tile);
    }
  tiles->n_visible = MAX (1.0, visible->width * visible->height * tiles->scale * tiles->scale
                                   / (KITH_TILE * KITH_TILE));
  tiles->shown_whole = n_missing == 0;
  drop_oldest (tiles);
  return n_missing == 0;
}

/**
 * kith_tiles_finish_within:
 * @tiles: tiles
 * @visible: what is shown, map units
 * @patience: microseconds after which no further tile is waited for
 *
 * Returns: whether all of it is painted
 */
gboolean
kith_tiles_finish_within (KithTiles *tiles, const KithRect *visible, gint64 patience)
{
  KithPoint middle = { visible->x + visible->width / 2, visible->y + visible->height / 2 };
  gint64 began = g_get_monotonic_time ();

  while (!kith_tiles_refresh (tiles, visible, middle, patience))
    {
      if (g_get_monotonic_time () - began >= patience)
        return FALSE;
      kith_tile_work_wait (tiles->work);
    }
  return TRUE;
}

/**
 * kith_tiles_finish:
 * @tiles: tiles
 * @visible: what is shown, map units
 *
 * Waits until all of it is painted.
 */
void
kith_tiles_finish (KithTiles *tiles, const KithRect *visible)
{
  kith_tiles_finish_within (tiles, visible, G_MAXINT64);
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
  return (double) tiles->cost * tiles->n_visible > SLOW_VIEW;
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
