/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inherited lines of a link or a stakeholder, as a group of an inspector's page: held, then
 * questioned, then let go. Not there for an audience that may see none. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_QUOTES_GROUP (kith_quotes_group_get_type ())
G_DECLARE_FINAL_TYPE (KithQuotesGroup, kith_quotes_group, KITH, QUOTES_GROUP, AdwPreferencesGroup)

void kith_quotes_group_show (KithQuotesGroup *self,
                             KithViewer *viewer,
                             KithKind owner_kind,
                             KithId owner);

G_END_DECLS
