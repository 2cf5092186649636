/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event in a list: what happened and when; activating it opens its dialog. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_EVENT_ROW (kith_event_row_get_type ())
G_DECLARE_FINAL_TYPE (KithEventRow, kith_event_row, KITH, EVENT_ROW, AdwActionRow)

/* `event` is the audience's. */
GtkWidget *kith_event_row_new (KithViewer *viewer, const KithEvent *event);

G_END_DECLS
