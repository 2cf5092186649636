/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The barriers of a link, a stakeholder or a shared space, as a group of an inspector's page: those
 * that hold, then those that are gone. Not there for an audience that may see none. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_BARRIERS_GROUP (kith_barriers_group_get_type ())
G_DECLARE_FINAL_TYPE (KithBarriersGroup,
                      kith_barriers_group,
                      KITH,
                      BARRIERS_GROUP,
                      AdwPreferencesGroup)

void kith_barriers_group_show (KithBarriersGroup *self,
                               KithViewer *viewer,
                               KithKind owner_kind,
                               KithId owner);

G_END_DECLS
