/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map that begins with who of a starter list was ticked. Knows no widgets. */
#pragma once

#include "kith-map.h"
#include "kith-sectors.h"

G_BEGIN_DECLS

/* `items`: of const KithStarterItem *. Measured and laid out; NULL with an error where one is
 * refused. */
KithMap *kith_map_from_starter (const GPtrArray *items, GError **error);

G_END_DECLS
