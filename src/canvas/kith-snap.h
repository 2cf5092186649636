/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapping: how far a box that is being moved must go further to be in line with others or as far
 * from its neighbours as they are from each other, and the lines that say so. Knows rectangles in
 * map units, no canvas. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct
{
  KithPoint from;
  KithPoint to;
  gboolean is_gap; /* one of several equal gaps, not a line that edges or centres lie on */
} KithSnapLine;

typedef struct
{
  double dx;
  double dy;
  GArray *lines; /* of KithSnapLine */
} KithSnap;

void kith_snap_find (KithSnap *snap,
                     const KithRect *moving,
                     const KithRect *others,
                     guint n,
                     double reach);
void kith_snap_clear (KithSnap *snap);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithSnap, kith_snap_clear)

G_END_DECLS
