/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as the painter draws it, and what its pixels are. */
#pragma once

#include <math.h>

#include "kith-figures.h"
#include "kith-painter-private.h"
#include "kith-palette.h"

/* A drawing of a part of a map: `zoom` pixels a map unit. */
typedef struct
{
  cairo_surface_t *surface;
  KithRect place;
  double zoom;
} Drawing;

static inline Drawing
draw_at (KithMap *map, KithPaletteName palette, KithRect place, double zoom, gboolean full)
{
  KithView view = { KITH_TEAM, palette, KITH_CORNER_HIDDEN };
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithPaint paint = { .scale = zoom, .clip = place, .full = full };
  Drawing drawing = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (place.width * zoom),
                                                  (int) (place.height * zoom)),
                      place, zoom };
  cairo_t *cr = cairo_create (drawing.surface);

  kith_painter_ground (cr, palette);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -place.x, -place.y);
  g_assert_true (kith_painter_draw (cr, figures, &paint));
  cairo_destroy (cr);
  cairo_surface_flush (drawing.surface);
  return drawing;
}

static inline KithColour
pixel (const Drawing *drawing, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (drawing->surface)
                      + y * cairo_image_surface_get_stride (drawing->surface);
  guint32 value = ((const guint32 *) (gconstpointer) row)[x];

  return (KithColour){ (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
                       (value & 255) / 255.0, 1.0 };
}

static inline double
apart (const KithColour *a, const KithColour *b)
{
  return MAX (MAX (fabs (a->red - b->red), fabs (a->green - b->green)), fabs (a->blue - b->blue));
}

/* How many pixels of a place differ from that colour by less than so much. */
static inline guint
count_within (const Drawing *drawing, KithRect place, const KithColour *colour, double most)
{
  guint n = 0;
  int left = (int) ((place.x - drawing->place.x) * drawing->zoom);
  int top = (int) ((place.y - drawing->place.y) * drawing->zoom);

  for (int y = top; y < top + (int) (place.height * drawing->zoom); y++)
    for (int x = left; x < left + (int) (place.width * drawing->zoom); x++)
      {
        KithColour at = pixel (drawing, x, y);

        n += apart (&at, colour) < most;
      }
  return n;
}

static inline guint
count (const Drawing *drawing, KithRect place, const KithColour *colour)
{
  return count_within (drawing, place, colour, 0.03);
}

/* In how many runs a line at y is anything but ground. */
static inline guint
runs_along (const Drawing *drawing, double from, double to, double y, const KithColour *ground)
{
  guint runs = 0;
  gboolean was = FALSE;
  int row = (int) ((y - drawing->place.y) * drawing->zoom);

  for (int x = (int) ((from - drawing->place.x) * drawing->zoom);
       x < (int) ((to - drawing->place.x) * drawing->zoom); x++)
    {
      KithColour at = pixel (drawing, x, row);
      gboolean is = apart (&at, ground) > 0.25;

      runs += is && !was;
      was = is;
    }
  return runs;
}
