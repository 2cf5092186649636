/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arrangement on the places of a background picture: who lies on one stays there, the others stand round
 * it. */
#pragma once

#include "kith-arrange-private.h"

G_BEGIN_DECLS

gboolean kith_arrange_round_places (KithPlan *plan,
                                    KithMap *map,
                                    const KithArrangeOptions *options);
/* Adds to the edit that whoever lies on a picture is pinned. */
void kith_edit_pin_places (KithEdit *edit, KithMap *map);

G_END_DECLS
