/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the frames that an arrangement has drawn on a map say that each of its groups takes. */
#pragma once

#include "kith-arrangement-groups.h"

G_BEGIN_DECLS

GPtrArray *kith_frames_of_before (KithMap *map, const GPtrArray *frames);
KithLayoutArea *kith_frames_areas (const KithGroups *groups,
                                   KithArrangement as,
                                   const KithLayoutArea *areas,
                                   const GPtrArray *frames);
KithLayoutArea *kith_frames_recall (const KithGroups *groups,
                                    KithMap *map,
                                    KithArrangement as,
                                    const KithLayoutArea *areas,
                                    const double *was_x,
                                    const double *was_y,
                                    guint n);

G_END_DECLS
