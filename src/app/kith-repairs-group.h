/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan of a link, a stakeholder or a shared space, as a group of an inspector's page:
 * what is planned, then what has ended. Not there for an audience that may see none. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_REPAIRS_GROUP (kith_repairs_group_get_type ())
G_DECLARE_FINAL_TYPE (KithRepairsGroup,
                      kith_repairs_group,
                      KITH,
                      REPAIRS_GROUP,
                      AdwPreferencesGroup)

void kith_repairs_group_show (KithRepairsGroup *self,
                              KithViewer *viewer,
                              KithKind owner_kind,
                              KithId owner);

G_END_DECLS
