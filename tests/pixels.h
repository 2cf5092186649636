/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two drawings of the same size beside one another. */
#pragma once

#include <cairo.h>
#include <glib.h>

/* How many pixels are not the same to the eye. */
static guint
count_differing_pixels (cairo_surface_t *one, cairo_surface_t *other)
{
  const int eye = 24; /* of 255, in one colour */
  guint n = 0;

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one)
                        + (gsize) y * (gsize) cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other)
                        + (gsize) y * (gsize) cairo_image_surface_get_stride (other);

      for (int x = 0; x < 4 * cairo_image_surface_get_width (one); x += 4)
        n += ABS (a[x] - b[x]) > eye || ABS (a[x + 1] - b[x + 1]) > eye
             || ABS (a[x + 2] - b[x + 2]) > eye;
    }
  return n;
}
