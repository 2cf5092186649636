/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The purpose of the map and of its shared spaces, and who shares it. Counts what the map that it is
 * given has. */
#pragma once

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* How a stakeholder sees the purpose of a space (0: the map's): the latest, borrowed, or NULL. */
const KithStance *kith_stance_of (KithMap *map, KithId stakeholder, KithId space);
KithStanceView kith_stance_view (KithMap *map, KithId stakeholder, KithId space);
/* "" where none is stated */
const char *kith_purpose_text (KithMap *map, KithId space);
/* Who is asked: the members of a space, for the map all stakeholders; a new array, by name. */
GPtrArray *kith_purpose_asked (KithMap *map, KithId space);
/* "4 share it, 1 sees it differently, 7 have not been asked."; the last for the team only. */
char *kith_purpose_to_words (KithMap *map, KithId space, KithAudience audience);

G_END_DECLS
