/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map comes to as a SHA-256, so that a file can be known to hold what was written. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* Over every record in the order of kind and id: equal for equal maps. Hex; free it. */
char *kith_digest_content (KithMap *map);
/* Over when and where each record changed and what was deleted: what lies outside equality. */
char *kith_digest_stamps (KithMap *map);
/* "about 1, sector 0, stakeholder 25, …", of the kinds that a version of the tables knows. */
char *kith_digest_counts (KithMap *map, gint64 version);

/* Borrowed records of a kind by id, and the tombstones (copies) by id; free the arrays. */
GPtrArray *kith_map_by_id (KithMap *map, KithKind kind);
GArray *kith_map_tombstones (KithMap *map);

G_END_DECLS
