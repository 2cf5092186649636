/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles: what has been drawn already, kept as squares of pixels, so that panning draws nothing
 * again and a change draws only what it touches. Knows neither map nor widget: somebody else
 * paints. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct _KithTiles KithTiles;

/* Paints what touches `clip` (map units); the user space of `cr` is in map units, `scale` device
 * pixels each. The surface is not cleared: paint the ground, too. */
typedef void (*KithTilePaint) (cairo_t *cr, const KithRect *clip, double scale, gpointer data);

KithTiles *kith_tiles_new (KithTilePaint paint, gpointer data);
void kith_tiles_free (KithTiles *tiles);

void kith_tiles_damage (KithTiles *tiles, const KithRect *rect);
void kith_tiles_damage_all (KithTiles *tiles);
void kith_tiles_set_scale (KithTiles *tiles, double scale);
gboolean kith_tiles_refresh (KithTiles *tiles, const KithRect *visible, gint64 budget);
void kith_tiles_snapshot (KithTiles *tiles,
                          GtkSnapshot *snapshot,
                          const KithRect *visible,
                          int scale_factor);
gboolean kith_tiles_are_slow (const KithTiles *tiles);
guint64 kith_tiles_painted (const KithTiles *tiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTiles, kith_tiles_free)

G_END_DECLS
