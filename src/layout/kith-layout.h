/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions from structure: where boxes go so that linked ones are near and
 * none overlap. It knows no map, no widget and no main loop; the same input
 * gives the same output on every machine. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KithLayoutGraph:
 * @n: number of boxes
 * @width: (array length=n): widths, map units
 * @height: (array length=n): heights, map units
 * @pinned: (array length=n) (nullable): nonzero for boxes that must not move
 * @m: number of links
 * @from: (array length=m): index of one end of each link
 * @to: (array length=m): index of the other end
 *
 * What there is to lay out. Links to itself, repeated links and links to an
 * index that does not exist are ignored.
 */
typedef struct
{
  guint n;
  const double *width;
  const double *height;
  const guint8 *pinned;

  guint m;
  const guint *from;
  const guint *to;
} KithLayoutGraph;

/**
 * KithLayoutOptions:
 * @gap: clear space between any two boxes, map units
 * @link_clearance: length of a link that should stay visible between the boxes
 *   it joins, map units
 * @have_start: the positions passed in are an earlier picture that the new one
 *   should stay near
 * @unseen: nobody knows that picture, or a picture of another kind is wanted: it is not mended rather than
 *   drawn anew
 * @overlaps_ok: leave out everything that keeps boxes apart (for benchmarks)
 * @cancelled: (nullable): asked now and then; nonzero stops the work
 * @progress: (nullable): told the part of the work done, 0 to 1, never falling
 * @data: passed to both
 */
typedef struct
{
  double gap;
  double link_clearance;
  gboolean have_start;
  gboolean unseen;
  gboolean overlaps_ok;

  gboolean (*cancelled) (gpointer data);
  void (*progress) (double fraction, gpointer data);
  gpointer data;
} KithLayoutOptions;

void kith_layout_options_init (KithLayoutOptions *options);

gboolean kith_layout_arrange (const KithLayoutGraph *graph,
                              const KithLayoutOptions *options,
                              double *x,
                              double *y);

guint kith_layout_count_flaws (const KithLayoutGraph *graph, const double *x, const double *y);

gboolean kith_layout_is_apart (const KithLayoutGraph *graph,
                               double gap,
                               const double *x,
                               const double *y);

void kith_layout_tidy (const KithLayoutGraph *graph, double gap, double *x, double *y);

void kith_layout_place_new (const KithLayoutGraph *graph,
                            const guint8 *is_new,
                            double gap,
                            double *x,
                            double *y);

G_END_DECLS
