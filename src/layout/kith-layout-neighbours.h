/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is linked to whom, as lists one after another. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

/* Whether a link joins two boxes that there are. */
gboolean kith_layout_is_link (const KithLayoutGraph *graph, guint link);
void kith_layout_list_neighbours (const KithLayoutGraph *graph, guint **first, guint **near);

G_END_DECLS
