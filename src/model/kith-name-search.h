/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stakeholders by what their names begin with, for typing a name. Knows what the given map holds,
 * so that an audience's map is all that its audience can find. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* Of KithId, best first. */
GArray *kith_names_beginning (KithMap *map, const char *typed);

G_END_DECLS
