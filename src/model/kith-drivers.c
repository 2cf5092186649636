/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-drivers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *field;
  const char *label;
} aspects[KITH_N_ASPECTS] = {
  { "accountable", N_ ("Accountable to") },
  { "planning", N_ ("Planning cycle") },
  { "money", N_ ("Money rule") },
  { "targets", N_ ("Targets") },
  { "pressures", N_ ("Pressures") },
  { "area", N_ ("Area served") },
  { "protects", N_ ("What it wants to protect") },
};

/**
 * kith_aspect_field:
 * @aspect: less than KITH_N_ASPECTS
 *
 * Returns: (transfer none): the name of its field
 */
const char *
kith_aspect_field (guint aspect)
{
  g_assert (aspect < KITH_N_ASPECTS);
  return aspects[aspect].field;
}

/**
 * kith_aspect_label:
 * @aspect: less than KITH_N_ASPECTS
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
kith_aspect_label (guint aspect)
{
  g_assert (aspect < KITH_N_ASPECTS);
  return _ (aspects[aspect].label);
}

/**
 * kith_aspect_text:
 * @card: (nullable): a stakeholder's card
 * @aspect: less than KITH_N_ASPECTS
 *
 * Returns: (transfer none): what it says to that; "" for nothing
 */
const char *
kith_aspect_text (const KithDrivers *card, guint aspect)
{
  const KithField *field = kith_kind_field (KITH_DRIVERS, kith_aspect_field (aspect));

  return card != NULL ? *(char *const *) kith_field_address (field, card) : "";
}

/**
 * kith_drivers_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer none) (nullable): its card; of several that an import brought the oldest id
 */
const KithDrivers *
kith_drivers_of (KithMap *map, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  const KithDrivers *card = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_DRIVERS
        && (card == NULL || KITH_ID (referrers->pdata[i]) < KITH_ID (card)))
      card = referrers->pdata[i];
  return card;
}

/**
 * kith_drivers_draft:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer full): its card to be changed
 */
KithDrivers *
kith_drivers_draft (KithMap *map, KithId stakeholder)
{
  const KithDrivers *card = kith_drivers_of (map, stakeholder);
  KithDrivers *draft;

  if (card != NULL)
    return kith_record_copy (card);
  draft = kith_record_new (KITH_DRIVERS, kith_id_new ());
  draft->stakeholder = stakeholder;
  return draft;
}

static gboolean
is_empty (const KithDrivers *card)
{
  for (guint i = 0; i < KITH_N_ASPECTS; i++)
    if (*kith_aspect_text (card, i) != '\0')
      return FALSE;
  return *card->private_note == '\0';
}

/**
 * kith_verb_put_drivers:
 * @map: a map
 * @after: (transfer full): a card as kith_drivers_draft() gave it, filled in
 * @error: KITH_MODEL_ERROR where its stakeholder is gone, or has another card by now
 *
 * Returns: (transfer full) (nullable): the edit; an empty card is deleted
 */
KithEdit *
kith_verb_put_drivers (KithMap *map, KithDrivers *after, GError **error)
{
  g_autoptr (KithDrivers) owned = after;
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, after->stakeholder);
  const KithDrivers *before = kith_map_get (map, KITH_DRIVERS, KITH_ID (after));
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (stakeholder == NULL)
    return kith_refuse_null (error, _ ("The stakeholder is no longer on the map."));
  if (before == NULL && kith_drivers_of (map, after->stakeholder) != NULL)
    return kith_refuse_null (error,
                             _ ("Somebody else has filled in this card meanwhile. Open it again."));
  if (!kith_record_validate (owned, error))
    return NULL;
  label = g_strdup_printf (_ ("What %s is driven and held by"), stakeholder->name);
  edit = kith_edit_new (label);
  if (is_empty (owned))
    {
      if (before != NULL)
        kith_edit_delete (edit, before);
    }
  else if (before != NULL)
    kith_edit_update (edit, before, g_steal_pointer (&owned));
  else
    kith_edit_insert (edit, g_steal_pointer (&owned));
  return edit;
}

static KithAspectMatch
match_of (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  g_strstrip (one);
  g_strstrip (other);
  if (*one == '\0' || *other == '\0')
    return KITH_ASPECT_ONE_SIDED;
  return strcmp (one, other) == 0 ? KITH_ASPECT_SAME : KITH_ASPECT_DIFFERS;
}

/**
 * kith_drivers_compare:
 * @map: a map, made for who reads it
 * @a: one of its stakeholders
 * @b: another
 * @out: (out) (array fixed-size=7): the aspects to which at least one says something
 *
 * Capitals and spaces at the ends make no difference.
 *
 * Returns: how many these are
 */
guint
kith_drivers_compare (KithMap *map, KithId a, KithId b, KithAspect *out)
{
  const KithDrivers *one = kith_drivers_of (map, a);
  const KithDrivers *other = kith_drivers_of (map, b);
  guint n = 0;

  for (guint i = 0; i < KITH_N_ASPECTS; i++)
    {
      const char *of_a = kith_aspect_text (one, i);
      const char *of_b = kith_aspect_text (other, i);

      if (*of_a == '\0' && *of_b == '\0')
        continue;
      out[n++] = (KithAspect){ kith_aspect_label (i), of_a, of_b, match_of (of_a, of_b) };
    }
  return n;
}
