/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-pulse.h"

#include <glib/gi18n-lib.h>

#include "kith-verbs.h"

/**
 * kith_pulse_draft:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @round: a round
 *
 * Returns: (transfer full): what it said, to be changed
 */
KithPulse *
kith_pulse_draft (KithMap *map, KithId stakeholder, const KithPulseRound *round)
{
  const KithPulse *before = kith_pulse_in (map, stakeholder, round);
  KithPulse *draft;

  if (before != NULL)
    return kith_record_copy (before);
  draft = kith_record_new (KITH_PULSE, kith_id_new ());
  draft->stakeholder = stakeholder;
  draft->date = round->date;
  kith_text_set (&draft->round, round->title);
  return draft;
}

/**
 * kith_pulse_may_be_put:
 * @map: a map
 * @pulse: a pulse check
 * @error: KITH_MODEL_ERROR with what is wrong
 *
 * Returns: whether it could be put
 */
gboolean
kith_pulse_may_be_put (KithMap *map, const KithPulse *pulse, GError **error)
{
  if (kith_map_stakeholder (map, pulse->stakeholder) == NULL)
    return kith_refuse (error, _ ("The stakeholder is no longer on the map."));
  return kith_pulse_is_sound (pulse, error) && kith_record_validate (pulse, error);
}

/**
 * kith_verb_put_pulse:
 * @map: a map
 * @after: (transfer full): a pulse check; new, or with the id of one that it replaces
 * @error: KITH_MODEL_ERROR with what is wrong
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_pulse (KithMap *map, KithPulse *after, GError **error)
{
  g_autoptr (KithPulse) owned = after;
  const KithPulse *before = kith_map_get (map, KITH_PULSE, KITH_ID (after));
  g_autofree char *join = g_strdup_printf ("pulse:%" G_GINT64_FORMAT, after->stakeholder);
  gboolean nothing = kith_pulse_says_nothing (after);
  KithEdit *edit;

  if (!kith_pulse_may_be_put (map, owned, error))
    return NULL;
  edit = kith_edit_new (nothing && before != NULL ? _ ("Delete pulse check")
                                                  : _ ("Enter a pulse check"));
  kith_edit_set_join (edit, join);
  if (before != NULL && nothing)
    kith_edit_delete (edit, before);
  else if (before != NULL && !kith_record_equal (before, owned))
    kith_edit_update (edit, before, g_steal_pointer (&owned));
  else if (before == NULL && !nothing)
    kith_edit_insert (edit, g_steal_pointer (&owned));
  return edit;
}

/**
 * kith_verb_set_pulse_every:
 * @map: a map
 * @months: the agreed rhythm, 0 to 120; 0: none
 * @error: KITH_MODEL_ERROR where it is out of range
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set_pulse_every (KithMap *map, int months, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", months);

  return kith_verb_set (map, KITH_ABOUT, KITH_ABOUT_ID, "pulse_every", text, error);
}

/**
 * kith_load_draft:
 * @stakeholder: who carries it
 * @today: when it starts, unless said otherwise
 *
 * Returns: (transfer full): a new change to be filled in
 */
KithLoad *
kith_load_draft (KithId stakeholder, const KithDate *today)
{
  KithLoad *draft = kith_record_new (KITH_LOAD, kith_id_new ());

  draft->stakeholder = stakeholder;
  draft->start = *today;
  return draft;
}

static gboolean
load_may_be_put (KithMap *map, KithLoad *load, GError **error)
{
  g_autofree char *title = g_strstrip (g_strdup (load->title));

  if (*title == '\0')
    return kith_refuse (error, _ ("A change needs a title."));
  if (kith_map_stakeholder (map, load->stakeholder) == NULL)
    return kith_refuse (error, _ ("The stakeholder is no longer on the map."));
  if (load->embeds_to > 0
      && load->embeds_to < (load->embeds_from > 0 ? load->embeds_from : KITH_EMBEDS_FROM))
    return kith_refuse (error, _ ("The embedding window ends before it begins."));
  kith_text_set (&load->title, title);
  return kith_record_validate (load, error);
}

/**
 * kith_verb_put_load:
 * @map: a map
 * @after: (transfer full): a change; new, or with the id of one that it replaces
 * @error: KITH_MODEL_ERROR with what is wrong
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_load (KithMap *map, KithLoad *after, GError **error)
{
  g_autoptr (KithLoad) owned = after;
  const char *label = kith_map_get (map, KITH_LOAD, KITH_ID (after)) != NULL
                          ? _ ("Alter a change that is carried")
                          : _ ("Add a change that is carried");

  if (!load_may_be_put (map, owned, error))
    return NULL;
  return kith_verb_put (map, g_steal_pointer (&owned), label);
}
