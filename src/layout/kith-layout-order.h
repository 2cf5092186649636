/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order groups come, across or round. */
#pragma once

#include "kith-layout-shape-private.h"

G_BEGIN_DECLS

void kith_shaping_put_in_order (KithShaping *self,
                                gboolean round,
                                KithShapeAgain place,
                                gpointer data);

G_END_DECLS
