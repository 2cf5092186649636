/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the whole map, when nothing is selected. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_MAP_PAGE (kith_map_page_get_type ())
G_DECLARE_FINAL_TYPE (KithMapPage, kith_map_page, KITH, MAP_PAGE, KithPage)

G_END_DECLS
