/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a picture gives way to boxes that are carried through it. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

void kith_layout_give_way (const KithLayoutGraph *graph,
                           const guint8 *carried,
                           double dx,
                           double dy,
                           double gap,
                           double *x,
                           double *y);

G_END_DECLS
