/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who meets in a shared space, changed from a window that may not show all of them. */
#pragma once

#include "kith-viewer.h"

G_BEGIN_DECLS

/* Ids of the members that a map shows (transfer full). */
GArray *kith_members_shown (KithMap *map, KithId space);
/* Makes `ids` the members; those that the window's audience does not see stay. */
void kith_members_set (KithViewer *viewer, KithId space, GArray *ids);

G_END_DECLS
