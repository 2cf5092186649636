/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for a new map: empty, from a starter list, or from a list of names that is pasted. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_NEW_MAP (kith_new_map_get_type ())
G_DECLARE_FINAL_TYPE (KithNewMap, kith_new_map, KITH, NEW_MAP, AdwWindow)

void kith_new_map_open (KithWindow *window);

G_END_DECLS
