/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for one barrier: the rule, whom it shuts out and what would change it; opens its dialog. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

/* `says_where`: where it bites stands there too. */
GtkWidget *kith_barrier_row_new (KithViewer *viewer,
                                 const KithBarrier *barrier,
                                 gboolean says_where);

G_END_DECLS
