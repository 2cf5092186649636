/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a link: kind, what each end makes of the other, a note and the last events at first; the
 * rest under More. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_LINK_PAGE (kith_link_page_get_type ())
G_DECLARE_FINAL_TYPE (KithLinkPage, kith_link_page, KITH, LINK_PAGE, KithPage)

G_END_DECLS
