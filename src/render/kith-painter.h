/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter: figures onto any cairo_t. Screen, PNG, PDF, SVG and thumbnails are all drawn by
 * this. Knows nothing of where the surface goes. */
#pragma once

#include <cairo.h>

#include "kith-figures.h"

G_BEGIN_DECLS

typedef struct
{
  double scale;  /* device pixels a map unit: decides the level of detail */
  KithRect clip; /* map units; only what touches it is drawn */
  KithRect band; /* map units; if it has a width, only that part of the clip is drawn, and as if
                         * all of it were: what is drawn at once stays together */
  gboolean full; /* paper: full detail at any scale */
  GHashTable *selected; /* of KithId (keys GINT64 pointers as g_int64_hash), or NULL */
  KithId hovered;       /* 0 for none */
  KithId focused_link;  /* whose half `focused_end` wears a ring; 0 for none */
  KithEnd focused_end;
  GHashTable *lifted; /* of ids of stakeholders and links that are left out, or NULL */
  void (*again) (cairo_t *cr,
                 gpointer data); /* draws the rest again, where it lies over links of what
                                               * is lifted; or NULL: nothing does */
  gpointer again_data;
  gboolean (*tick) (gpointer data); /* called now and then; FALSE stops the drawing; or NULL */
  gpointer tick_data;
} KithPaint;

/* The user space of `cr` is in map units. Draws no ground: see kith_painter_ground(). FALSE if
 * `tick` stopped it. */
gboolean kith_painter_draw (cairo_t *cr, const KithFigures *figures, const KithPaint *paint);
/* What has to be known before the same is drawn on other threads, while figures stay as they are. */
void kith_painter_prepare (const KithFigures *figures, const KithPaint *paint);
/* The marks alone of what is selected, hovered or focused, over a drawing that has none: costs what
 * is marked, whatever the map. */
void kith_painter_marks (cairo_t *cr, const KithFigures *figures, const KithPaint *paint);
/* What is lifted alone, with its marks. */
void kith_painter_lifted (cairo_t *cr, const KithFigures *figures, const KithPaint *paint);
/* All boxes as dots that can still be seen, at any scale, and nothing else. */
void kith_painter_dots (cairo_t *cr, const KithFigures *figures, double scale);
/* Fills the clip with the ground of the palette. */
void kith_painter_ground (cairo_t *cr, KithPaletteName palette);

/* For what a tool draws while it is being used (a band, a line that is being drawn). */
void kith_painter_band (cairo_t *cr, KithPaletteName palette, const KithRect *rect, double scale);
void kith_painter_new_link (cairo_t *cr,
                            KithPaletteName palette,
                            KithPoint from,
                            KithPoint to,
                            double scale);
/* The handle on a corner of what can be made larger; a square of 8 map units at 100 %. */
void kith_painter_corner (cairo_t *cr, KithPaletteName palette, KithPoint at, double scale);
/* The round handle on a rim from which a link is dragged: radius 7 map units at 100 %. */
void kith_painter_handle (cairo_t *cr, KithPaletteName palette, KithPoint at, double scale);
/* The round grip by which an end of a link, or its bend (`hollow`), is dragged: 10 pixels wide at
 * any scale. */
void kith_painter_grip (cairo_t *cr,
                        KithPaletteName palette,
                        KithPoint at,
                        gboolean hollow,
                        double scale);

/* Where somebody is at this moment; `at`, which is where the map has it, is left alone where it is not
 * known better. */
typedef void (*KithPlaceOf) (KithId stakeholder, KithPoint *at, gpointer data);

void kith_painter_moving (cairo_t *cr,
                          const KithFigures *figures,
                          const KithPaint *paint,
                          KithPlaceOf place,
                          gpointer data);

G_END_DECLS
