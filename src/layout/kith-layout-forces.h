/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local detail for a picture whose large shape is right: linked boxes attract each other, near ones
 * push each other away. Works on points, in units of link length. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_forces_refine (const KithPiece *piece,
                             guint rounds,
                             double *x,
                             double *y,
                             KithWatch *watch);

G_END_DECLS
