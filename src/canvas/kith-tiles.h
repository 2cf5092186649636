/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles: what has been drawn already, kept as squares of pixels, so that panning draws nothing
 * again and a change draws only what it touches. Knows neither map nor widget: somebody else
 * paints, on other threads where it takes long. To be called on the main thread. */
#pragma once

#include <gtk/gtk.h>

#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct _KithTiles KithTiles;

/* What is painted, and how. `data` of all of them is the one given. */
typedef struct
{
  /* On the main thread, before `paint` of the same: makes what other threads only read; or NULL. */
  void (*prepare) (const KithRect *clip, double scale, gpointer data);
  /* Paints what touches `clip` (map units), on any thread and on several at once; the user space of
   * `cr` is in map units, `scale` device pixels each. The surface is not cleared: paint the ground,
   * too. Returns as soon as `go_on` (or NULL) says FALSE. */
  void (*paint) (cairo_t *cr,
                 const KithRect *clip,
                 double scale,
                 gboolean (*go_on) (gpointer job),
                 gpointer job,
                 gpointer data);
  /* More is painted than before: show it; or NULL: nothing is painted on other threads. */
  void (*ready) (gpointer data);
} KithTilePainter;

KithTiles *kith_tiles_new (const KithTilePainter *painter, gpointer data);
void kith_tiles_free (KithTiles *tiles);

/* Before anything is changed that `paint` reads: nobody paints until the next refresh. */
void kith_tiles_hold (KithTiles *tiles);
void kith_tiles_damage (KithTiles *tiles, const KithRect *rect);
void kith_tiles_damage_all (KithTiles *tiles);
void kith_tiles_set_scale (KithTiles *tiles, double scale);
gboolean kith_tiles_refresh (KithTiles *tiles,
                             const KithRect *visible,
                             KithPoint nearest,
                             gint64 budget);
/* FALSE: not all was painted in so many microseconds. */
gboolean kith_tiles_finish_within (KithTiles *tiles, const KithRect *visible, gint64 patience);
void kith_tiles_finish (KithTiles *tiles, const KithRect *visible);
void kith_tiles_snapshot (KithTiles *tiles,
                          GtkSnapshot *snapshot,
                          const KithRect *visible,
                          int scale_factor);
void kith_tiles_draw (KithTiles *tiles, cairo_t *cr, const KithRect *visible, int scale_factor);
gboolean kith_tiles_are_slow (const KithTiles *tiles);
guint64 kith_tiles_painted (const KithTiles *tiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTiles, kith_tiles_free)

G_END_DECLS
