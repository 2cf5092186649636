/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities: groups of boxes that have more links among themselves than chance would give them. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

guint kith_layout_find_communities (const KithLayoutGraph *graph, guint *group);

G_END_DECLS
