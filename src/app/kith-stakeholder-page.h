/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a stakeholder: name, sector and kind at first; the rest under More; its links, spaces
 * and history. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_STAKEHOLDER_PAGE (kith_stakeholder_page_get_type ())
G_DECLARE_FINAL_TYPE (KithStakeholderPage, kith_stakeholder_page, KITH, STAKEHOLDER_PAGE, KithPage)

G_END_DECLS
