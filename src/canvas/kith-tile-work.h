/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting in other threads: jobs of one owner, the most urgent first, which can all be called back at
 * once. Knows neither tiles nor maps. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KithTileWork KithTileWork;
typedef struct _KithTileJob KithTileJob;

/* A part of the picture that is to be painted anew. */
struct _KithTileJob
{
  int column; /* of the tile, at `scale` */
  int row;
  double scale;                /* device pixels a map unit */
  cairo_rectangle_int_t dirty; /* device pixels within the tile */
  cairo_surface_t *surface;    /* owned: what is painted on */
  gint64 took;                 /* microseconds */
  gboolean is_whole;           /* it was not called back */
  KithTileWork *work;
};

/* On another thread. Stops as soon as it may where kith_tile_job_go_on() says so. */
typedef void (*KithTileWorkFunc) (KithTileJob *job, gpointer data);

/* `ready` is called by the main loop after jobs have been done. */
KithTileWork *kith_tile_work_new (KithTileWorkFunc func,
                                  void (*ready) (gpointer data),
                                  gpointer data);
/* Calls everything back and forgets it. */
void kith_tile_work_free (KithTileWork *work);
void kith_tile_job_free (KithTileJob *job);
gboolean kith_tile_job_go_on (gpointer job);

/* The later it is added the later it is its turn; the work owns it until it is done. */
void kith_tile_work_add (KithTileWork *work, KithTileJob *job);
/* What is done, in full or not: the caller's. NULL where nothing is. */
KithTileJob *kith_tile_work_take (KithTileWork *work);
/* Drops what nobody has begun; what is being painted goes on. Tells the jobs that are dropped. */
void kith_tile_work_drop (KithTileWork *work);
/* After that nobody paints until another job is added: what is painted from may be changed. */
void kith_tile_work_hold (KithTileWork *work);
/* Waits until something is done or nothing is left to do. */
void kith_tile_work_wait (KithTileWork *work);
guint kith_tile_work_n_threads (void);

G_END_DECLS
