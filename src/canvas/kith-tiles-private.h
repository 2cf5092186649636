/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tiles are made of, for the files that paint and show them; nobody else includes it. */
#pragma once

#include "kith-tile-work.h"
#include "kith-tiles.h"

#define KITH_TILE 512 /* device pixels a side: 1 MiB each */

typedef struct
{
  int column;
  int row;
  double scale; /* device pixels a map unit */
} KithTilePlace;

/* `surface` is never painted on once the tile has it: who shows it need not copy it. */
typedef struct
{
  KithTilePlace place;
  cairo_surface_t *surface;    /* NULL: nothing has been painted yet */
  GdkTexture *texture;         /* of `surface`, where textures are shown, or NULL */
  cairo_rectangle_int_t dirty; /* device pixels within the tile; empty when up to date */
  gboolean is_waiting;         /* another thread is to paint it, or does */
  guint n_tries;               /* times that this was called back since it was painted */
  double away;                 /* square of how far it is from where painting begins */
  guint64 used;                /* the refresh that last wanted it */
} KithTile;

struct _KithTiles
{
  KithTilePainter painter;
  gpointer data;

  KithTileWork *work;
  GHashTable *tiles; /* KithTilePlace → KithTile, at several scales */
  double scale;
  double
      former_scale; /* what was seen last in full, to stretch until there is better; 0: nothing */
  gboolean shown_whole;

  guint64 refresh;
  guint64 painted;  /* device pixels so far */
  gint64 cost;      /* microseconds that a tile takes, by the last ones */
  double n_visible; /* tiles that a view has */
};
