/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrangements in groups: columns, rings, ring segments, a grid, a circle, islands. Each box is in
 * a group that has a place of its own; links decide where in it. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_LAYOUT_COLUMNS,  /* a group a column, from the left */
  KITH_LAYOUT_SEGMENTS, /* a group a segment of a ring, clockwise from the top */
  KITH_LAYOUT_RINGS,    /* a group a ring, from the middle outwards */
  KITH_LAYOUT_GRID,     /* groups across, rows upwards */
  KITH_LAYOUT_CIRCLE,   /* one circle; groups do not matter */
  KITH_LAYOUT_ISLANDS,  /* a group an area, linked ones near one another */
} KithLayoutForm;

typedef struct _KithLayoutArea KithLayoutArea;

/* Every box has one, from 0 up to but not including n_groups; and one of n_rows in a grid, from the
 * bottom. A box of a grid whose group is n_groups has no place in it and goes beside it. */
typedef struct
{
  KithLayoutForm form;
  guint n_groups;
  const guint *group; /* of each box */
  guint n_rows;       /* of a grid */
  const guint *row;   /* of each box of a grid */
  gboolean reorder;   /* columns and segments in the order in which links are shortest */
  /* How large letters are in an arrangement of that width and height; NULL: always the same. */
  double (*title_size) (double width, double height);
  gboolean round_first; /* rings: the first is round the middle of who is alone within it */
  /* What each group takes in the earlier picture, where that had this form: everybody stays about there, and room
   * is made for those who have come. NULL: all are placed anew. */
  const KithLayoutArea *grown;
} KithLayoutShape;

/* What a group takes, map units. x and y are the centre; of rings and segments that of the whole.
 * A group without boxes has a width of 0. Turns are parts of a whole one, from the right clockwise. */
struct _KithLayoutArea
{
  double x, y, width, height;
  double inner_width, inner_height; /* of rings and segments: of the hole */
  double turn, sweep;               /* of segments: where it begins, and how far it goes */
  double inner_x, inner_y; /* of rings: how far the centre of the hole is from that of the whole */
  gboolean named_below;    /* of columns, rings and islands: its title stands at its lower edge */
};

gboolean kith_layout_arrange_in (const KithLayoutGraph *graph,
                                 const KithLayoutOptions *options,
                                 const KithLayoutShape *shape,
                                 double *x,
                                 double *y,
                                 KithLayoutArea *areas);

guint kith_layout_n_areas (const KithLayoutShape *shape);

gboolean kith_layout_area_encircles (const KithLayoutArea *area, double x, double y, double more);

G_END_DECLS
