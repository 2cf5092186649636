/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map that an audience may see: a new map made from the allowed fields and records. Knows
 * nothing of how it is shown. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

KithMap *kith_map_for_audience (KithMap *map, KithAudience audience);
/* What that audience's map leaves out, in whole sentences, one a line; for export dialogs. */
char *kith_audience_leaves_out (KithMap *map, KithAudience audience);
/* One sentence: who they are and what they see. */
const char *kith_audience_sentence (KithAudience audience);

G_END_DECLS
