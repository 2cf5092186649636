/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poster on several sheets: how it is cut, and the pages. Knows nothing of what is on it. */
#pragma once

#include "kith-pdf.h"

G_BEGIN_DECLS

#define KITH_TILE_MARGIN 37.8  /* of a sheet, map units: 10 mm that a printer may not reach */
#define KITH_TILE_OVERLAP 37.8 /* by which neighbours show the same */

typedef struct
{
  guint columns;
  guint rows;
  double width; /* of a sheet, map units */
  double height;
  double step_x; /* from one to the next */
  double step_y;
} KithTiling;

/* The way of turning the sheets that needs fewest of them. */
void kith_tiling_find (double poster_width,
                       double poster_height,
                       double sheet_width,
                       double sheet_height,
                       KithTiling *tiling);
/* "2C": second row, third from the left (transfer full). */
char *kith_tiling_name (guint row, guint column);
/* A plan, then a page a sheet with crop marks; `drawing` is the poster. */
void kith_poster_put_sheets (KithPdf *pdf,
                             guint drawing,
                             double poster_width,
                             double poster_height,
                             double sheet_width,
                             double sheet_height);

G_END_DECLS
