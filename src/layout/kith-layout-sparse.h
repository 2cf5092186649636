/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stress for pieces of thousands of boxes: links, and distances to a few dozen
 * pivots that stand for all the others (Ortmann, Klimenta, Brandes 2016). */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_sparse_descend (const KithPiece *piece,
                              gboolean from_start,
                              double *x,
                              double *y,
                              KithWatch *watch);

G_END_DECLS
