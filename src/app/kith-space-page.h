/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a shared space: name, purpose, rhythm, status and members at first; the rest under
 * More. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_SPACE_PAGE (kith_space_page_get_type ())
G_DECLARE_FINAL_TYPE (KithSpacePage, kith_space_page, KITH, SPACE_PAGE, KithPage)

G_END_DECLS
