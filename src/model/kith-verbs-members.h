/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for who meets in a shared space, and when. Knows maps, not who asks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct
{
  KithId stakeholder;
  KithDate from;
  KithDate to;    /* since when it meets there no more; unset: it does */
  gboolean host;  /* it makes the space: room, chair, invitations */
  gboolean never; /* it was never a member: its membership of today is taken away */
} KithMember;

/* The membership of a space that has not ended, or NULL. */
const KithMembership *kith_map_membership (KithMap *map, KithId space, KithId stakeholder);
/* The one that ended last, or NULL. */
const KithMembership *kith_map_former_membership (KithMap *map, KithId space, KithId stakeholder);
/* Each is a member from then until then; who has no membership that lasts gets one. Those that have
 * ended stay, and so do all others. One edit. */
KithEdit *kith_verb_put_members (KithMap *map,
                                 KithId space,
                                 const KithMember *members,
                                 guint n,
                                 GError **error);

G_END_DECLS
