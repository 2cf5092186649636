/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who went on as whom, and what a stakeholder was called before. Knows maps, not how they change. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* KithSuccession records in which the stakeholder is the one that came after, or the one that was
 * before, by date (transfer container). */
GPtrArray *kith_map_predecessors_of (KithMap *map, KithId stakeholder);
GPtrArray *kith_map_successors_of (KithMap *map, KithId stakeholder);
/* Its KithName records, by the day on which each ended (transfer container). */
GPtrArray *kith_map_names_of (KithMap *map, KithId stakeholder);

/* "Eastvale Trust merged into Northmoor Trust, 1 April 2027" */
char *kith_succession_to_words (KithMap *map, const KithSuccession *succession);
/* "Adult Social Care was called Social Services until April 2005" */
char *kith_name_to_words (KithMap *map, const KithName *name);

G_END_DECLS
