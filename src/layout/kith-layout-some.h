/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Better places for a few boxes of a picture whose others stay. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

gboolean kith_layout_arrange_some (const KithLayoutGraph *graph,
                                   const KithLayoutOptions *options,
                                   double clear,
                                   double *x,
                                   double *y);

G_END_DECLS
