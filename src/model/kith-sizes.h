/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes by a field: how large the boxes of a map are, where something on it says so: how many
 * links, power, interest or a number among the further fields. Knows scales, not pixels. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_SIZE_LEAST 80 /* per cent */
#define KITH_SIZE_MOST 180

/* "Number of links", or "" where nothing says. */
char *kith_size_by_words (const char *size_by);
/* What boxes can be sized by on this map: keys for about.size_by, "" first. */
char **kith_map_list_sizes (KithMap *map);
/* May this audience see what the sizes stand for? */
gboolean kith_size_by_is_seen (const char *size_by, KithAudience audience);
/* Brings an edit that has not been performed in step: boxes whose size follows from what it
 * changes get their scale in it, and are measured by whoever performs it. */
void kith_edit_follow_sizes (KithEdit *edit, KithMap *map);
/* The same for a map that an audience's was made of: what is left there decides. */
void kith_map_follow_sizes (KithMap *map);

G_END_DECLS
