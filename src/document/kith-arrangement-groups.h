/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stakeholder is in which group of an arrangement. */
#pragma once

#include "kith-arrange-private.h"
#include "kith-layout-shape.h"

G_BEGIN_DECLS

/* Groups as the layout takes them, and what each is called. */
typedef struct
{
  KithLayoutShape shape;
  guint *group, *row;
  GPtrArray *titles;  /* of char * */
  GArray *colours;    /* of int */
  GArray *all_secret; /* of gboolean: nobody but the team knows of anyone in it */
} KithGroups;

KithGroups kith_groups_new (const KithPlan *plan, KithMap *map, const KithArrangeOptions *options);
void kith_groups_clear (KithGroups *groups);
/* On ellipses round a middle. */
gboolean kith_groups_are_round (const KithGroups *groups);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithGroups, kith_groups_clear)

G_END_DECLS
