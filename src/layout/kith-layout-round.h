/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rings, segments of a ring and a circle have in common: boxes sit round a middle and face their
 * neighbours. */
#pragma once

#include "kith-layout-seat.h"

G_BEGIN_DECLS

gboolean kith_shaping_is_alone (const KithShaping *self, guint box);
void kith_shaping_centre (KithShaping *self);
void kith_shaping_want (const KithShaping *self);
void kith_shaping_sit_down (KithShaping *self, const guint *seat, gpointer place);
KithEllipse kith_shaping_stand_in_middle (KithShaping *self, guint box);
gboolean kith_shaping_seat_only_one (KithShaping *self);
KithLayoutOptions kith_shaping_make_roomy (const KithShaping *self);

G_END_DECLS
