/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes on a plane, a grid that finds those near a place, and an order in which those that touch are
 * near each other. It knows no links. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Borrowed arrays; positions are centres. */
typedef struct
{
  guint n;
  const double *width, *height;
  const guint8 *pinned; /* or NULL */
  double *x, *y;
} KithBoxes;

/* All boxes in strips from top to bottom, and from left to right in each: those that touch are in one
 * strip or in neighbouring ones, and no farther across than the reach. Giants are by themselves. */
typedef struct
{
  const guint *order; /* by strip */
  const guint *start; /* [strips + 1] */
  guint strips;
  double reach;
  const guint *giants;
  guint n_giants;
} KithBoxSweep;

typedef struct _KithBoxGrid KithBoxGrid;

KithBoxGrid *kith_box_grid_new (const KithBoxes *boxes, double gap);
void kith_box_grid_free (KithBoxGrid *grid);
void kith_box_grid_clear (KithBoxGrid *grid);
void kith_box_grid_fill (KithBoxGrid *grid);
void kith_box_grid_add (KithBoxGrid *grid, guint box);
void kith_box_grid_remove (KithBoxGrid *grid, guint box);
guint kith_box_grid_near (const KithBoxGrid *grid,
                          guint box,
                          double x,
                          double y,
                          const guint **found);
void kith_box_grid_sweep (KithBoxGrid *grid, KithBoxSweep *sweep);
gboolean kith_box_grid_is_free (const KithBoxGrid *grid, guint box, double x, double y);

gboolean kith_boxes_overlap (const KithBoxes *boxes, guint a, guint b, double gap);
/* Whether no two are nearer than that. */
gboolean kith_boxes_are_apart (const KithBoxes *boxes, double gap);
double kith_boxes_area (const KithBoxes *boxes);
void kith_boxes_bounds (const KithBoxes *boxes, double *x0, double *y0, double *x1, double *y1);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBoxGrid, kith_box_grid_free)

G_END_DECLS
