/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes room for boxes in a picture of points: grows it where it is crowded,
 * keeps linked boxes far enough apart, and goes on lowering stress meanwhile. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-stress.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_room_make (const KithPiece *piece,
                         KithStress *stress,
                         double fill,
                         double *x,
                         double *y,
                         KithWatch *watch);
gboolean kith_room_shrink (const KithPiece *piece,
                           double by,
                           double *x,
                           double *y,
                           KithWatch *watch);

G_END_DECLS
