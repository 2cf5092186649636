/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page: title block, map and legend on one rectangle, for paper and pictures alike. Knows the
 * painter, not file formats. All sizes in map units (1/96 inch on paper). */
#pragma once

#include <cairo.h>

#include "kith-map.h"
#include "kith-rect.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithPage KithPage;

typedef struct
{
  double width;  /* of the page; 0: as large as what is on it needs at 100 % */
  double height;
  double margin;
  gboolean title_block;
  const char *title; /* or NULL: the map's own */
} KithPageFormat;

/* `map` is already made for the view's audience. */
KithPage *kith_page_new (KithMap *map, const KithView *view, const KithPageFormat *format);
void kith_page_free (KithPage *page);
void kith_page_size (const KithPage *page, double *width, double *height);
/* At which scale the map stands on the page; 1 is 100 %. */
double kith_page_scale (const KithPage *page);
/* The top left corner of the page at the origin; draws the ground unless `transparent`. FALSE if
 * `tick` stopped it. */
gboolean kith_page_draw (KithPage *page, cairo_t *cr, gboolean transparent,
                         gboolean (*tick) (gpointer data), gpointer data);
/* How many figures there are to draw, for progress. */
guint kith_page_n_figures (const KithPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPage, kith_page_free)

G_END_DECLS
