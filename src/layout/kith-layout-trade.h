/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of one group take each other's places where links then cross less, run through fewer boxes
 * and are shorter. */
#pragma once

#include "kith-layout-shape-private.h"

G_BEGIN_DECLS

/* Places boxes anew, of whatever sizes, each where it has come; `seat`: of each box, whose place it
 * has now. */
typedef void (*KithSeatAnew) (KithShaping *self, const guint *seat, gpointer data);

void kith_shaping_trade_places (KithShaping *self,
                                const guint *cell,
                                KithSeatAnew seat_anew,
                                gpointer data);
double kith_shaping_flaws (KithShaping *self);
void kith_shaping_trade_in_areas (KithShaping *self);

G_END_DECLS
