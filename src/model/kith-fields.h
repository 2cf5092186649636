/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Further fields: what people keep about a stakeholder or a link beyond what Kith knows of, kept
 * as one text, a line "Name: value" each. Names are compared without regard to case. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

char *kith_fields_get (const char *fields, const char *name);
char *kith_fields_set (const char *fields, const char *name, const char *value);
gboolean kith_fields_get_number (const char *fields, const char *name, double *number);
char **kith_fields_names (const char *fields);
char **kith_map_list_fields (KithMap *map, KithKind kind);

G_END_DECLS
