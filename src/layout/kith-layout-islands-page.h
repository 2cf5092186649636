/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Islands on a page. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

void kith_islands_fit_page (const KithLayoutGraph *islands,
                            const KithLayoutOptions *options,
                            gboolean for_good,
                            double *x,
                            double *y);

G_END_DECLS
