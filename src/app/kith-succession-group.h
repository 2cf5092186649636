/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stakeholder was before and what it became, as a group of its inspector's page: whom it came
 * from, whom it went on as, its earlier names. Away where there is none of it. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SUCCESSION_GROUP (kith_succession_group_get_type ())
G_DECLARE_FINAL_TYPE (KithSuccessionGroup,
                      kith_succession_group,
                      KITH,
                      SUCCESSION_GROUP,
                      AdwPreferencesGroup)

void kith_succession_group_show (KithSuccessionGroup *self, KithViewer *viewer, KithId stakeholder);

G_END_DECLS
