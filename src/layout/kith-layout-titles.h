/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At which edge of its area the title of a group stands: where fewer links run over it. */
#pragma once

#include "kith-layout-shape-private.h"

G_BEGIN_DECLS

/* Of frames round islands: where the title goes to the lower edge, boxes make room for it there. */
void kith_shaping_name_frames (KithShaping *self);
/* Of columns beside one another, all at one edge. */
void kith_shaping_name_band (KithShaping *self, const guint *band, guint which);
/* Of whole rings, which have as much room above as below. */
gboolean kith_shaping_name_rings (KithShaping *self);

G_END_DECLS
