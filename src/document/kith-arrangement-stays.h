/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-arrangement-groups.h"

G_BEGIN_DECLS

gboolean kith_arrangement_stays (const KithGroups *groups,
                                 KithPlan *plan,
                                 KithMap *map,
                                 const KithArrangeOptions *options,
                                 const KithLayoutArea *areas,
                                 const double *was_x,
                                 const double *was_y,
                                 GPtrArray *frames);
gboolean kith_arrangement_grows (const KithGroups *groups,
                                 KithPlan *plan,
                                 KithMap *map,
                                 const KithArrangeOptions *options,
                                 const KithLayoutOptions *how,
                                 KithLayoutArea *areas,
                                 const double *was_x,
                                 const double *was_y);

G_END_DECLS
