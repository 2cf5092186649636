/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a leaf share; nobody else includes it. */
#pragma once

#include "kith-leaf.h"
#include "kith-legend.h"
#include "kith-sheet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define KITH_LEAF_GAP 14.0        /* between its parts, at 100 % */
#define KITH_LEAF_COLUMN_GAP 22.0 /* between columns of lines, at 100 % */

/* One of the lines below the maps; its place at 100 %, from where lines begin on its page. */
typedef struct
{
  PangoLayout *layout;
  gboolean is_heading;
  gboolean is_again; /* a heading, on a further page */
  double height;
  guint page;
  double x;
  double y;
} KithLeafText;

typedef struct
{
  KithMap *map;
  KithSheet *sheet;
  PangoLayout *heading; /* or NULL */
  PangoLayout *words;   /* or NULL */
  KithRect place;       /* of all of it, on the page */
  double caption;       /* height of heading and words, on the page */
} KithLeafPart;

struct _KithLeaf
{
  double width;
  double height;
  double margin;
  double furniture;
  KithPaletteName palette;
  gboolean continues;
  PangoLayout *marking; /* these may be NULL */
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *facts;
  PangoLayout *lines_title;
  char *signature;
  GPtrArray *sentences; /* of PangoLayout */
  KithLeafPart parts[2];
  guint n_parts;
  GArray *lines; /* of KithLeafText */
  double column; /* their width, at 100 % */
  guint n_columns;
  double lines_y; /* where they begin on the first page */
  KithLegend *legend;
  double legend_y;
  guint n_pages;
  char *summary;
  guint n_figures;
};

/* On the page: of the marking at the top, of the line at the foot. */
double kith_leaf_crown (const KithLeaf *leaf);
double kith_leaf_foot (const KithLeaf *leaf);

/* kith-leaf-lines.c */
void kith_leaf_take_lines (KithLeaf *leaf, const GPtrArray *lines, double inner);
/* Whether all of them have room in columns of that height, at 100 %. */
gboolean kith_leaf_lines_fit (KithLeaf *leaf, double height);
/* How high they stand on the first page, at 100 %, where they may take `most` (0: all that they need);
 * what has no room goes to further pages, or is counted. */
double kith_leaf_place_lines (KithLeaf *leaf, double most);

G_END_DECLS
