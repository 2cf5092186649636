/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stakeholder is driven and held by, as a group of its page; on the page of a link the cards of
 * both side by side, with a word where they differ. Not there for an audience that may see none. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_DRIVERS_GROUP (kith_drivers_group_get_type ())
G_DECLARE_FINAL_TYPE (KithDriversGroup,
                      kith_drivers_group,
                      KITH,
                      DRIVERS_GROUP,
                      AdwPreferencesGroup)

/* Property "empty" (boolean): a stakeholder's card could be filled in, and says nothing. */
/* As its button does. */
void kith_drivers_group_edit (KithDriversGroup *self);
void kith_drivers_group_show (KithDriversGroup *self, KithViewer *viewer, KithId stakeholder);
void kith_drivers_group_compare (KithDriversGroup *self, KithViewer *viewer, KithId a, KithId b);

G_END_DECLS
