/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-purpose.h"

#include "kith-as-at.h"

#include <glib/gi18n-lib.h>

static gboolean
is_later (const KithStance *one, const KithStance *other)
{
  gint32 a, b, gone;

  kith_record_lifetime (one, &a, &gone);
  kith_record_lifetime (other, &b, &gone);
  if (a != b)
    return a > b;
  if (one->entered != other->entered)
    return one->entered > other->entered;
  return kith_record_compare (one, other) > 0;
}

/**
 * kith_stance_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @space: whose purpose; 0: the map's
 *
 * Returns: (transfer none) (nullable): its latest view; of one day what was entered last
 */
const KithStance *
kith_stance_of (KithMap *map, KithId stakeholder, KithId space)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  const KithStance *latest = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithStance *stance = referrers->pdata[i];

      if (KITH_KIND (stance) == KITH_STANCE && stance->space == space
          && (latest == NULL || is_later (stance, latest)))
        latest = stance;
    }
  return latest;
}

/**
 * kith_stance_view:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @space: whose purpose; 0: the map's
 *
 * Returns: how it sees it; KITH_STANCE_NOT_ASKED where nothing is noted
 */
KithStanceView
kith_stance_view (KithMap *map, KithId stakeholder, KithId space)
{
  const KithStance *stance = kith_stance_of (map, stakeholder, space);

  return stance != NULL ? (KithStanceView) stance->view : KITH_STANCE_NOT_ASKED;
}

/**
 * kith_purpose_text:
 * @map: a map
 * @space: whose purpose; 0: the map's
 *
 * Returns: (transfer none): the purpose; "" where none is stated
 */
const char *
kith_purpose_text (KithMap *map, KithId space)
{
  const KithSpace *found = space != 0 ? kith_map_space (map, space) : NULL;

  if (space != 0)
    return found != NULL ? found->purpose : "";
  return kith_map_about (map)->purpose;
}

/**
 * kith_purpose_asked:
 * @map: a map
 * @space: whose purpose; 0: the map's
 *
 * Returns: (transfer container): KithStakeholder to be asked, by name
 */
GPtrArray *
kith_purpose_asked (KithMap *map, KithId space)
{
  return space != 0 ? kith_map_members_of (map, space) : kith_map_list (map, KITH_STAKEHOLDER);
}

/**
 * kith_purpose_to_words:
 * @map: a map, made for who reads it
 * @space: whose purpose; 0: the map's
 * @audience: who reads it: others than the team do not know of all who were asked
 *
 * Returns: (transfer full): how many share it, see it differently, and have not been asked
 */
char *
kith_purpose_to_words (KithMap *map, KithId space, KithAudience audience)
{
  g_autoptr (GPtrArray) asked = kith_purpose_asked (map, space);
  guint counts[KITH_STANCE_DIFFERS + 1] = { 0 };
  g_autofree char *shares = NULL;
  g_autofree char *differs = NULL;
  g_autofree char *not_asked = NULL;

  for (guint i = 0; i < asked->len; i++)
    counts[kith_stance_view (map, KITH_ID (asked->pdata[i]), space)]++;
  shares = g_strdup_printf (ngettext ("%u shares it", "%u share it", counts[KITH_STANCE_SHARES]),
                            counts[KITH_STANCE_SHARES]);
  differs = g_strdup_printf (ngettext ("%u sees it differently", "%u see it differently",
                                       counts[KITH_STANCE_DIFFERS]),
                             counts[KITH_STANCE_DIFFERS]);
  if (audience != KITH_TEAM)
    /* Translators: how a purpose is seen: shared, seen differently, each with its number */
    return g_strdup_printf (_ ("%s, %s."), shares, differs);
  not_asked = g_strdup_printf (ngettext ("%u has not been asked", "%u have not been asked",
                                         counts[KITH_STANCE_NOT_ASKED]),
                               counts[KITH_STANCE_NOT_ASKED]);
  /* Translators: how a purpose is seen: shared, seen differently, not asked, each with its number */
  return g_strdup_printf (_ ("%s, %s, %s."), shares, differs, not_asked);
}
