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
/* Pins all of them in place unless all are, else unpins them; what that is called, "Pin 3 stakeholders in place",
 * or NULL where there are no stakeholders among them. */
char *kith_pin_to_words (KithMap *map, const KithId *ids, guint n);
KithEdit *kith_verb_pin (KithMap *map, const KithId *ids, guint n);
/* They join a shared space, or leave it; who was there already stays as it is. */
KithEdit *kith_verb_join_space (KithMap *map,
                                KithId space,
                                const KithId *ids,
                                guint n,
                                gboolean join);

G_END_DECLS
