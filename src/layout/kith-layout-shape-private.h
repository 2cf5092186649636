/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-layout-shape.h"

G_BEGIN_DECLS

#define KITH_SHAPE_PAD 16.0 /* between boxes and the edge of their area, map units */
#define KITH_SHAPE_EFFORT \
  3.3e8 /* tests of a link against a link or a box, which trying whole pictures may take */
#define KITH_SHAPE_A_BOX 1.5e5 /* of those take as long as to place a box */

/* A shape being filled. Positions come in as the free arrangement and go out in the shape, whose
 * middle is 0,0. */
typedef struct
{
  const KithLayoutGraph *graph;
  const KithLayoutOptions *options;
  const KithLayoutShape *shape;
  double *x, *y;
  KithLayoutArea *areas;
  double title; /* room for what an area is called, map units */

  guint *members;     /* all boxes by group, in the order of their indices */
  guint *first;       /* n_groups + 2: where each group begins there */
  guint *order;       /* n_groups: which group comes where */
  guint middle;       /* who is alone in the middle of rings; G_MAXUINT: nobody is */
  guint *near, *next; /* neighbours of box i: near[next[i]] up to near[next[i + 1]] */
  double *wanted;     /* of rings, segments and circles: the turn that each box was seated for */
  guint *rows;        /* of rings, by group, and of others first: see KithSeating */
  guint *ways;        /* of rings: where each has its boxes drawn together; 0: nowhere */
  gboolean *below;    /* of rings, columns and islands: which have their names there */
  double effort;      /* that is left to try whole pictures */
  double *share;      /* of segments: how much of the turn each group has, of any sum */
  double *need;       /* and how much its boxes have taken */
  /* Of what has grown out of an earlier picture, else NULL: how far out each box was, and whether it was in
   * what its group took. */
  double *out;
  gboolean *at_home;
  gboolean has_order, has_ways;
  gboolean keeps_rows; /* of rings that are only tried */
  gboolean trades;     /* it is as large as it stays: boxes may take each other's places */
  gboolean settled;    /* they have: each is placed where it is, not where its links draw it */
} KithShaping;

typedef struct _KithShapingKept KithShapingKept;
typedef void (*KithShapePlace) (KithShaping *self);
typedef double (*KithShapeMeasure) (KithShaping *self); /* less is better */
typedef void (*KithShapeAgain) (KithShaping *self, gpointer data);

KithShapingKept *kith_shaping_keep (const KithShaping *self);
void kith_shaping_keep_instead (const KithShaping *self, KithShapingKept *kept);
void kith_shaping_take_back (KithShaping *self, const KithShapingKept *kept);
void kith_shaping_kept_free (KithShapingKept *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithShapingKept, kith_shaping_kept_free)

gboolean kith_shaping_is_cancelled (const KithShaping *self);
guint kith_shaping_size (const KithShaping *self, guint group);
const guint *kith_shaping_members (const KithShaping *self, guint group);
gboolean kith_shaping_are_linked (const KithShaping *self, guint a, guint b);
double kith_shaping_length (KithShaping *self);
void kith_shaping_sort (guint *boxes, guint n, const double *by);
void kith_shaping_place_again (KithShaping *self, gpointer place);
void kith_shaping_improve (KithShaping *self,
                           KithShapeAgain place,
                           gpointer data,
                           KithShapeMeasure measure,
                           guint rounds);
gboolean kith_shaping_bounds (const KithShaping *self,
                              const KithLayoutArea *areas,
                              KithLayoutArea *bounds);
double kith_shaping_judge (const KithShaping *self, double flaws);

void kith_shape_columns (KithShaping *self);
void kith_shape_grid (KithShaping *self);
void kith_shape_rings (KithShaping *self);
void kith_shape_segments (KithShaping *self);
void kith_shape_circle (KithShaping *self);
gboolean kith_shape_islands (KithShaping *self);

G_END_DECLS
