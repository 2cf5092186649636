/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts boxes that overlap, with as little movement as it takes. */
#pragma once

#include "kith-layout-boxes.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

guint kith_overlap_push (const KithBoxes *boxes, double gap, KithBoxGrid *grid);
guint kith_overlap_count (const KithBoxes *boxes, double gap, KithBoxGrid *grid, guint enough);
gboolean kith_overlap_remove (const KithBoxes *boxes, double gap, KithWatch *watch);
void kith_overlap_pull_back (const KithBoxes *boxes,
                             double gap,
                             const double *wished_x,
                             const double *wished_y);
guint kith_overlap_find_free (const KithBoxGrid *grid,
                              const KithBoxes *boxes,
                              guint box,
                              guint ring,
                              double *x,
                              double *y);

G_END_DECLS
