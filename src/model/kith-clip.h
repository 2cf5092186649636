/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clip: a part of a map as a map of its own, and such a part put into a map once more. Knows no
 * clipboard. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

KithMap *kith_clip_new (KithMap *map, const KithId *ids, guint n);
/* `made`: ids of the new stakeholders, or of the new spaces where there is none; may be NULL. */
KithEdit *kith_clip_to_edit (KithMap *clip, KithMap *map, const char *label, GArray *made);

G_END_DECLS
