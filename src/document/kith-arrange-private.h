/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-arrange.h"
#include "kith-layout.h"

G_BEGIN_DECLS

/* The map as arrays, in an order that does not depend on ids where names differ. */
typedef struct
{
  GPtrArray *who;  /* of KithStakeholder, borrowed */
  GHashTable *at;  /* id → place + 1 */
  GArray *columns; /* of double: widths, heights, x, y */
  GArray *pairs;   /* of guint64: both places of a join, the lower one in the high half */
  GArray *ends;    /* of guint: all first ends, then all second ends */
  GByteArray *fixed;
  GByteArray *is_new;
} KithPlan;

/* Clear space that is between any two boxes of however large an arrangement, map units. */
#define KITH_PLAN_CLOSE 28.0
/* The same between boxes that are parted, but for what records round: what has been arranged is left
 * alone. */
#define KITH_PLAN_CLEAR (KITH_PLAN_CLOSE - 0.0625)

/* Between what gives way to a hand: boxes that a person has put near each other are left alone. */
#define KITH_PLAN_YIELD 8.0

KithPlan kith_plan_new (KithMap *map, const KithArrangeOptions *options);
void kith_plan_clear (KithPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithPlan, kith_plan_clear)

double *kith_plan_column (const KithPlan *plan, guint which);
guint kith_plan_place_of (const KithPlan *plan, KithId id);
/* Whether somebody has no place yet, or has one. */
gboolean kith_plan_has (const KithPlan *plan, gboolean is_new);
/* A centre as records keep it: two coordinates. */
void kith_plan_quantise (double *xy);
KithLayoutGraph kith_plan_graph (const KithPlan *plan);
KithLayoutOptions kith_plan_options (const KithPlan *plan, const KithArrangeOptions *options);

gboolean kith_arrange_in_shape (KithPlan *plan,
                                KithMap *map,
                                const KithArrangeOptions *options,
                                GPtrArray *frames);

G_END_DECLS
