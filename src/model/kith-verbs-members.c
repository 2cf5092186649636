/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-members.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"

static gboolean
has_ended (const KithMembership *membership)
{
  return kith_date_gone_from (&membership->to) <= kith_date_today ().first;
}

/* Of those that have ended, or that have not, the latest. */
static const KithMembership *
latest (KithMap *map, KithId space, KithId stakeholder, gboolean ended)
{
  const GPtrArray *referrers = kith_map_referrers (map, space);
  const KithMembership *found = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *one = referrers->pdata[i];

      if (KITH_KIND (one) == KITH_MEMBERSHIP && one->stakeholder == stakeholder
          && has_ended (one) == ended
          && (found == NULL || kith_date_gone_from (&one->to) > kith_date_gone_from (&found->to)))
        found = one;
    }
  return found;
}

/**
 * kith_map_membership:
 * @map: a map
 * @space: one of its shared spaces
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer none) (nullable): its membership that lasts, of several that which does longest
 */
const KithMembership *
kith_map_membership (KithMap *map, KithId space, KithId stakeholder)
{
  return latest (map, space, stakeholder, FALSE);
}

/**
 * kith_map_former_membership:
 * @map: a map
 * @space: one of its shared spaces
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer none) (nullable): its membership that has ended, of several the latest
 */
const KithMembership *
kith_map_former_membership (KithMap *map, KithId space, KithId stakeholder)
{
  return latest (map, space, stakeholder, TRUE);
}

static gboolean
dates_will_do (KithMap *map, const KithMember *member, GError **error)
{
  const KithStakeholder *who = kith_map_stakeholder (map, member->stakeholder);

  if (member->never || !kith_date_is_set (&member->to) || !kith_date_is_set (&member->from)
      || kith_date_gone_from (&member->to) > kith_date_holds_from (&member->from))
    return TRUE;
  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
               _ ("%s cannot leave before it has begun to meet there."), who->name);
  return FALSE;
}

static void
put (KithEdit *edit, const KithMembership *now, KithId space, const KithMember *member)
{
  KithMembership *after;

  if (now != NULL && kith_date_equal (&now->from, &member->from)
      && kith_date_equal (&now->to, &member->to) && !now->host == !member->host)
    return;
  after = now != NULL ? kith_record_copy (now) : kith_record_new (KITH_MEMBERSHIP, kith_id_new ());
  after->space = space;
  after->stakeholder = member->stakeholder;
  after->from = member->from;
  after->to = member->to;
  after->host = member->host;
  if (now != NULL)
    kith_edit_update (edit, now, after);
  else
    kith_edit_insert (edit, after);
}

/**
 * kith_verb_put_members:
 * @map: a map
 * @space: one of its shared spaces
 * @members: (array length=n): who, from when and until when
 * @n: how many
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Who stays keeps its role.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_members (KithMap *map,
                       KithId space,
                       const KithMember *members,
                       guint n,
                       GError **error)
{
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Change who meets there"));

  for (guint i = 0; i < n; i++)
    {
      const KithMember *member = &members[i];
      const KithMembership *now = kith_map_membership (map, space, member->stakeholder);

      if (kith_map_stakeholder (map, member->stakeholder) == NULL)
        continue;
      if (!dates_will_do (map, member, error))
        return NULL;
      if (!member->never)
        put (edit, now, space, member);
      else if (now != NULL)
        kith_edit_delete (edit, now);
    }
  return g_steal_pointer (&edit);
}
