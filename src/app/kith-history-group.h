/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a link, a stakeholder, a space or the whole map: its last events, all on
 * request, and the way to add one. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_HISTORY_GROUP (kith_history_group_get_type ())
G_DECLARE_FINAL_TYPE (KithHistoryGroup,
                      kith_history_group,
                      KITH,
                      HISTORY_GROUP,
                      AdwPreferencesGroup)

/* `owner_kind` KITH_ABOUT: the whole map. */
void kith_history_group_show (KithHistoryGroup *self,
                              KithViewer *viewer,
                              KithKind owner_kind,
                              KithId owner);

G_END_DECLS
