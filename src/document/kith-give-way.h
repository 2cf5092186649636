/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the others go while some stakeholders are carried through a map: what is linked to them
 * follows a little, what is in their way moves aside. Knows no widget. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* Of maps of more stakeholders nothing gives way: a step would not keep up with the hand. */
#define KITH_GIVE_WAY_MOST 1000

typedef struct _KithGiveWay KithGiveWay;

KithGiveWay *kith_give_way_new (KithMap *map, const KithId *carried, guint n);
void kith_give_way_free (KithGiveWay *self);
void kith_give_way_to (KithGiveWay *self, double dx, double dy, GArray *ids, GArray *xy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithGiveWay, kith_give_way_free)

G_END_DECLS
