/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The start page: a new map, opening one, drafts, recent maps and examples. Knows actions of the
 * application by name, not the window around it. */
#pragma once

#include <adwaita.h>

#include "kith-enum.h"

G_BEGIN_DECLS

#define KITH_TYPE_START_PAGE (kith_start_page_get_type ())
G_DECLARE_FINAL_TYPE (KithStartPage, kith_start_page, KITH, START_PAGE, GtkWidget)

/* Looks again at what there is; pictures are those that `audience` may see. */
void kith_start_page_refresh (KithStartPage *self, KithAudience audience);

G_END_DECLS
