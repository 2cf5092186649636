/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets rectangles side by side in about the shape of a landscape page. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle; x and y are its centre. A loose one holds many single boxes and
 * may take other shapes. */
typedef struct
{
  double width, height;
  double x, y;
  gboolean fixed;
  guint cells; /* > 0: loose, this many cells */
  double cell_width, cell_height, gap;
  guint columns; /* the shape taken */
} KithRect;

void kith_packing_shape (KithRect *rect, guint columns);
void kith_packing_pack (KithRect *rects, guint n, double gap);
double kith_packing_page (const KithRect *rects, guint n);

G_END_DECLS
