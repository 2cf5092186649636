/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws one piece: several tries at low stress, each turned the right way and
 * made room in for boxes, of which the most legible is kept. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_finish_piece (KithPiece *piece, KithWatch *watch);

G_END_DECLS
