/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags: short words that people put on stakeholders and links, kept as one text, "funding, pilot
 * 2026". Compared without regard to case. Knows texts and maps, no widget. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

char **kith_tags_split (const char *tags);
char *kith_tags_join (char **tags);
gboolean kith_tags_have (const char *tags, const char *tag);
char *kith_tags_add (const char *tags, const char *tag);
char *kith_tags_remove (const char *tags, const char *tag);
char **kith_map_list_tags (KithMap *map);

G_END_DECLS
