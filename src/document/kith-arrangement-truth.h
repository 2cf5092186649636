/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-arrangement-groups.h"

G_BEGIN_DECLS

gboolean kith_groups_are_true (const KithGroups *groups,
                               const KithPlan *plan,
                               const KithLayoutArea *areas);
guint kith_groups_count_at_home (const KithGroups *groups,
                                 const KithPlan *plan,
                                 const KithLayoutArea *areas);
guint kith_groups_withhold (const KithGroups *groups, const KithPlan *plan, KithLayoutArea *areas);

G_END_DECLS
