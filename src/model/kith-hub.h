/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shared space that is drawn as a node with spokes: where the node stands. Knows boxes, not how they
 * are drawn. */
#pragma once

#include "kith-annotations.h"

G_BEGIN_DECLS

#define KITH_HUB_WIDTH 176.0 /* about: what room a node is given, map units */
#define KITH_HUB_HEIGHT 56.0

gboolean kith_space_is_hub (const KithSpace *space);
/* Where its node stands: where somebody put it, else amid its members. */
void kith_hub_place (KithMap *map, const KithSpace *space, KithPlace *place);
/* As kith_record_place() of what kith_map_placed() finds. */
gboolean kith_map_place (KithMap *map, KithId id, KithPlace *place);
/* A place amid its members that lies on no box: `ids` (n) stand at `xy` (2n) already, all else where
 * the map has it. */
void kith_hub_free_place (KithMap *map,
                          const KithSpace *space,
                          const KithId *ids,
                          const double *xy,
                          guint n,
                          KithPlace *place);

/* Draws it as a node, amid its members where it has no place yet, or as an outline. One edit. */
KithEdit *kith_verb_draw_space (KithMap *map, KithId space, KithSpaceDrawing how, GError **error);

G_END_DECLS
