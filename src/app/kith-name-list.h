/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from a list that somebody pasted, and the map that they begin. Knows no widgets. */
#pragma once

#include "kith-map.h"
#include "kith-sectors.h"

G_BEGIN_DECLS

#define KITH_NAME_LIST_MAX 2000

/* One name a line: without bullets, numbers, blanks at the ends, empty lines and repetitions.
 * At most KITH_NAME_LIST_MAX; elements char *. */
GPtrArray *kith_name_list_parse (const char *text);
/* "12 stakeholders: 4 NHS providers, 3 Local government, 5 Other"; "" for none. Free it. */
char *kith_name_list_to_words (const GPtrArray *names);

/* Maps of stakeholders that are measured and laid out; NULL with an error where one is refused. */
KithMap *kith_map_from_names (const GPtrArray *names, GError **error);
/* `items`: of const KithStarterItem *. */
KithMap *kith_map_from_starter (const GPtrArray *items, GError **error);

G_END_DECLS
