/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shape that has grown: somebody has come or gone, or belongs elsewhere now; the others keep their places in it. */
#pragma once

#include "kith-layout-shape-private.h"

G_BEGIN_DECLS

void kith_shaping_recall (KithShaping *self);
void kith_shaping_seat_newcomers (KithShaping *self, KithShapeAgain place, gpointer data);
void kith_shaping_recall_order (KithShaping *self);
guint kith_shaping_recall_bands (const KithShaping *self, guint most, guint *band);

guint kith_shaping_recall_lanes (const KithShaping *self, guint group, double width);

G_END_DECLS
