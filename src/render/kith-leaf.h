/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leaf: a page with one map, or with two at the same scale and with everybody in the same place, and
 * words: sentences above, a list below. Knows the sheet, which draws each map, and no file formats. All
 * sizes in map units (1/96 inch on paper). Main thread. */
#pragma once

#include <cairo.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithLeaf KithLeaf;

typedef struct
{
  KithMap *map;         /* made for the view's audience; the leaf keeps a reference */
  const KithView *view; /* outlives the leaf */
  const char *heading;  /* above it, or NULL */
  const char *words;    /* below that, or NULL */
} KithLeafMap;

typedef struct
{
  gboolean is_heading;
  char *text;
} KithLeafLine;

typedef struct
{
  double width; /* of the page; 0: as large as what is on it needs at 100 % */
  double height;
  double margin;
  double furniture;           /* size of words and legend; 1 is 100 % */
  const char *title;          /* or NULL, and so the rest */
  const char *subtitle;       /* in large words */
  const char *facts;          /* small, below */
  const char *signature;      /* at the foot: for whom and when */
  const char *marking;        /* at top and foot */
  const GPtrArray *sentences; /* of char * */
  KithLeafMap maps[2];
  guint n_maps;
  const GPtrArray *lines;  /* of KithLeafLine, below the maps */
  const char *lines_title; /* of the pages on which they go on */
  gboolean legend;         /* one for both maps */
  gboolean continues; /* lines that have no room go on on further pages; else it is said how many */
  const KithLeaf *like; /* of the same maps and views, whose figures it shares, or NULL */
} KithLeafFormat;

typedef struct
{
  gboolean transparent;                    /* leave the ground as it is */
  void (*look) (guint map, gpointer data); /* what comes is of this map; or NULL */
  gboolean (*tick) (gpointer data);        /* now and then; FALSE stops the drawing; or NULL */
  gpointer data;
} KithLeafDrawing;

KithLeafLine *kith_leaf_line_new (gboolean is_heading, const char *text);
void kith_leaf_line_free (KithLeafLine *line);

KithLeaf *kith_leaf_new (const KithLeafFormat *format);
void kith_leaf_free (KithLeaf *leaf);
guint kith_leaf_n_pages (const KithLeaf *leaf);
void kith_leaf_size (const KithLeaf *leaf, double *width, double *height);
/* At which scale maps stand on it; 1 is 100 %. */
double kith_leaf_scale (const KithLeaf *leaf);
/* How many figures there are to draw, for progress. */
guint kith_leaf_n_figures (const KithLeaf *leaf);
/* Of the maps on it, for who does not see them. */
const char *kith_leaf_summary (const KithLeaf *leaf);
/* The top left corner of the page at the origin. FALSE if it was stopped. */
gboolean kith_leaf_draw (KithLeaf *leaf, guint page, cairo_t *cr, const KithLeafDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLeaf, kith_leaf_free)

G_END_DECLS
