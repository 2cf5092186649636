/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each end of a link would need of the other, a line each, and the way to the page that shows
 * what each sees; a group of the link's page. */
#pragma once

#include <adwaita.h>

#include "kith-binder.h"

G_BEGIN_DECLS

#define KITH_TYPE_NEEDS_GROUP (kith_needs_group_get_type ())
G_DECLARE_FINAL_TYPE (KithNeedsGroup, kith_needs_group, KITH, NEEDS_GROUP, AdwPreferencesGroup)

/* Once, when the page is made: its binder keeps the fields. */
void kith_needs_group_bind (KithNeedsGroup *self, KithBinder *binder);
void kith_needs_group_show (KithNeedsGroup *self, KithMap *map, KithId link);

G_END_DECLS
