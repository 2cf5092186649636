/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet: title block, map and legend on one rectangle, for paper and pictures alike. Knows the
 * painter, not file formats. All sizes in map units (1/96 inch on paper). */
#pragma once

#include <cairo.h>

#include "kith-map.h"
#include "kith-rect.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithSheet KithSheet;

#define KITH_SHEET_NEWS 6 /* lines */

/* One of several sheets that are shown one after another, and what is the same on all of them. */
typedef struct
{
  const char *date; /* in large words */
  const GPtrArray
      *news;           /* of char *: what happened since the one before, at most KITH_SHEET_NEWS */
  KithRect bounds;     /* of the map, on all of them; without width: its own */
  double head;         /* room for the highest title block, and … */
  double legend;       /* … the highest legend below the map, or … */
  double column_width; /* … the largest one in one column beside it, at 100 % */
  double column_height;
} KithSheetFrame;

typedef struct
{
  double width; /* of the page; 0: as large as what is on it needs at 100 % */
  double height;
  double margin;
  double furniture; /* size of title block and legend; 1 is 100 % */
  gboolean title_block;
  const char *title;           /* or NULL: the map's own */
  const KithSheetFrame *frame; /* or NULL: it stands alone */
  const KithSheet *like;       /* of the same map and view, whose figures it shares, or NULL */
  const char *marking;         /* at top and foot, or NULL */
  const char *purpose;         /* or NULL: the map's own */
  gboolean signs;              /* the foot says for whom and when where the title block does not */
  gboolean plain;              /* the map alone: the page that it is a part of says all else */
} KithSheetFormat;

/* "For: Partners · 12 March 2026 · Northmoor ICB" (transfer full) */
char *kith_sheet_signature (KithMap *map, const KithView *view);
/* `map` is already made for the view's audience. */
KithSheet *kith_sheet_new (KithMap *map, const KithView *view, const KithSheetFormat *format);
void kith_sheet_free (KithSheet *sheet);
void kith_sheet_size (const KithSheet *sheet, double *width, double *height);
/* Of the map on it, for who does not see it. */
const char *kith_sheet_summary (const KithSheet *sheet);
/* At which scale the map stands on the page; 1 is 100 %. */
double kith_sheet_scale (const KithSheet *sheet);
/* Of the map on it, with free ground, in map units; heights of title block, and of the legend where it
 * stands below the map, at 100 %. */
KithRect kith_sheet_bounds (const KithSheet *sheet);
double kith_sheet_head (const KithSheet *sheet);
double kith_sheet_legend (const KithSheet *sheet);
/* Of the legend in one column, at 100 %; zero without one. */
void kith_sheet_column (const KithSheet *sheet, double *width, double *height);
/* Whether the legend stands beside the map rather than below it. */
gboolean kith_sheet_has_column (const KithSheet *sheet);
/* The top left corner of the page at the origin; draws the ground unless `transparent`. FALSE if
 * `tick` stopped it. */
gboolean kith_sheet_draw (KithSheet *sheet,
                          cairo_t *cr,
                          gboolean transparent,
                          gboolean (*tick) (gpointer data),
                          gpointer data);
/* The same in parts: all but the map, then that, in bands, on other threads. Where only the map stands
 * between `top` and `bottom`, the ground is all else. */
gboolean kith_sheet_is_bare (const KithSheet *sheet, double top, double bottom);
void kith_sheet_draw_ground (const KithSheet *sheet, cairo_t *cr);
void kith_sheet_draw_about (KithSheet *sheet, cairo_t *cr, gboolean transparent);
void kith_sheet_prepare (KithSheet *sheet);
void kith_sheet_draw_map (const KithSheet *sheet,
                          cairo_t *cr,
                          double top,
                          double bottom,
                          gboolean (*tick) (gpointer data),
                          gpointer data);
/* How many figures there are to draw, for progress. */
guint kith_sheet_n_figures (const KithSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSheet, kith_sheet_free)

G_END_DECLS
