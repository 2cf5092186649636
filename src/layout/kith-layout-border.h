/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Borders of rings, which lie within one another but need not have one middle: a ring is thick only
 * where boxes are. */
#pragma once

#include "kith-layout-seat.h"

G_BEGIN_DECLS

/* An ellipse anywhere, by its middle and its half axes. */
typedef struct
{
  double x, y;
  KithEllipse half;
} KithBorder;

KithBorder kith_border_round (const KithShaping *self,
                              const guint *boxes,
                              guint n,
                              const KithBorder *within,
                              const KithEllipse *centred);

G_END_DECLS
