/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two stakeholders are driven and held by, side by side, whether or not a link joins them: a
 * window beside the map, from which each card can be filled in. */
#pragma once

#include "kith-overview.h"

G_BEGIN_DECLS

void kith_drivers_overview_open (KithWindow *window, KithId a, KithId b);

G_END_DECLS
