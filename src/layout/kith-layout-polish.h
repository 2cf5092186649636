/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small moves of single boxes that make a picture easier to read: fewer links
 * through boxes, fewer crossings, links long enough to be seen. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-stress.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_polish (const KithPiece *piece,
                      KithStress *stress,
                      double *x,
                      double *y,
                      double effort,
                      KithWatch *watch);

G_END_DECLS
