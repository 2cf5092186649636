/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what moves stays where the frames of an arrangement have it: in its column, on its ring, in its
 * step of a grid. Knows places, not what they are called. */
#pragma once

#include "kith-annotations.h"

G_BEGIN_DECLS

/* What an arrangement has drawn on the map (transfer container) (element-type KithAnnotation). */
GPtrArray *kith_map_arrangement_parts (KithMap *map);
gboolean kith_parts_have_as_before (const GPtrArray *parts,
                                    const KithPlace *was,
                                    const KithPlace *now);
void kith_parts_hold_back (const GPtrArray *parts, const KithPlace *was, KithPlace *now);

G_END_DECLS
