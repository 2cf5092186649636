/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces that are drawn one by one and shown side by side: a link is about as long in one as in
 * another, and together they fill no more than their page. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

gboolean kith_level_pieces (GPtrArray *pieces, KithWatch *watch);
gboolean kith_level_shrink (GPtrArray *pieces, double by, KithWatch *watch);

G_END_DECLS
