/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreads a picture of very many boxes evenly over its page, so that little of them overlaps before
 * anything is pushed. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

void kith_even_out (const KithPiece *piece, double ample, double *x, double *y);

G_END_DECLS
