/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for several stakeholders at once: one size, a tag, a shared space. Each is one edit, without
 * changes where nothing would change; ids of other things are passed over. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* As wide and as high as the widest and the highest of them. */
KithEdit *kith_verb_same_size (KithMap *map, const KithId *ids, guint n);
/* Puts a tag on all of them, or takes it off. */
KithEdit *kith_verb_tag (KithMap *map, const KithId *ids, guint n, const char *tag, gboolean on);
/* They join a shared space, or leave it; who was there already stays as it is. */
KithEdit *kith_verb_join_space (KithMap *map,
                                KithId space,
                                const KithId *ids,
                                guint n,
                                gboolean join);

G_END_DECLS
