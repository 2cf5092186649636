/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of a round of ratings. */
#include "kith-round.h"
#include "kith-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
refuse_gone (GError **error)
{
  return kith_refuse_null (error, _ ("The round is no longer on the map."));
}

/**
 * kith_verb_start_round:
 * @map: a map
 * @title: what it is called: "Autumn 2026"
 * @date: that its ratings get; set
 * @silent: whether what is said is sealed until it is opened
 * @id: (out) (optional): its id
 * @error: KITH_MODEL_ERROR where title or date are missing
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_start_round (KithMap *map,
                       const char *title,
                       const KithDate *date,
                       gboolean silent,
                       KithId *id,
                       GError **error)
{
  g_autoptr (KithRound) round = kith_record_new (KITH_ROUND, kith_id_new ());
  g_autofree char *plain = g_strstrip (g_strdup (title));
  g_autofree char *label = g_strdup_printf (_ ("Start the round %s"), plain);

  if (*plain == '\0')
    return kith_refuse_null (error, _ ("A round needs a title, such as “Autumn 2026”."));
  if (!kith_date_is_set (date))
    return kith_refuse_null (error, _ ("A round needs a date: its ratings get it."));
  kith_text_set (&round->title, plain);
  round->date = *date;
  round->state = silent ? KITH_ROUND_SEALED : KITH_ROUND_OPEN;
  if (!kith_record_validate (round, error))
    return NULL;
  if (id != NULL)
    *id = round->record.id;
  return kith_verb_put (map, g_steal_pointer (&round), label);
}

KithEdit *
kith_verb_rename_round (KithMap *map, KithId round, const char *title, GError **error)
{
  const KithRound *before = kith_map_round (map, round);
  g_autoptr (KithRound) after = NULL;
  g_autofree char *plain = g_strstrip (g_strdup (title));

  if (before == NULL)
    return refuse_gone (error);
  if (*plain == '\0')
    return kith_refuse_null (error, _ ("A round needs a title, such as “Autumn 2026”."));
  after = kith_record_copy (before);
  kith_text_set (&after->title, plain);
  if (!kith_record_validate (after, error))
    return NULL;
  return kith_verb_put (map, g_steal_pointer (&after), _ ("Rename a round"));
}

/**
 * kith_verb_set_round_state:
 * @map: a map
 * @round: one of its rounds
 * @state: open or closed; a round that others have seen cannot be sealed
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set_round_state (KithMap *map, KithId round, KithRoundState state, GError **error)
{
  const KithRound *before = kith_map_round (map, round);
  g_autofree char *label = NULL;
  KithRound *after;

  if (before == NULL)
    return refuse_gone (error);
  if (state == KITH_ROUND_SEALED && before->state != KITH_ROUND_SEALED)
    return kith_refuse_null (error, _ ("A round that has been open cannot become silent."));
  if (state == KITH_ROUND_CLOSED && before->state == KITH_ROUND_SEALED)
    return kith_refuse_null (error, _ ("Open the round together before you close it."));
  label = g_strdup_printf (state == KITH_ROUND_CLOSED ? _ ("Close the round %s")
                                                      : _ ("Open the round %s"),
                           before->title);
  after = kith_record_copy (before);
  after->state = (int) state;
  return kith_verb_put (map, after, label);
}

/**
 * kith_verb_delete_round:
 * @map: a map
 * @round: one of its rounds
 * @error: KITH_MODEL_ERROR_REFUSED where it is sealed and has been answered
 *
 * What was said in it stays, without a round.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_delete_round (KithMap *map, KithId round, GError **error)
{
  const KithRound *before = kith_map_round (map, round);
  const GPtrArray *said = kith_map_referrers (map, round);
  g_autofree char *label = NULL;

  if (before == NULL)
    return refuse_gone (error);
  if (before->state == KITH_ROUND_SEALED && said != NULL && said->len > 0)
    return kith_refuse_null (error,
                             _ ("Open the round together before you delete it: its ratings stay."));
  label = g_strdup_printf (_ ("Delete the round %s"), before->title);
  return kith_verb_delete (map, &round, 1, label);
}

static KithAssessment *
new_answer (KithMap *map, const KithRound *round, const KithAsk *ask, const char *voice)
{
  KithAssessment *answer = kith_assessment_draft (map, ask->link, ask->end, &round->date);

  answer->round = round->record.id;
  kith_text_set (&answer->voice, voice);
  return answer;
}

/* What was agreed on in the round already. */
static const KithAssessment *
agreed_before (KithMap *map, KithId round, const KithAsk *ask)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, ask->link, ask->end);

  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if (one->round == round && one->basis == KITH_BASIS_AGREED && *one->voice == '\0')
        return one;
    }
  return NULL;
}

/* Lays one score over what was said before, or says it anew. */
static KithEdit *
say (KithMap *map,
     const KithRound *round,
     const KithAsk *ask,
     const KithAssessment *said,
     const KithAssessment *before,
     GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Rate in the round %s"), round->title);
  g_autofree char *join =
      g_strdup_printf ("answer:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%d:%d:%s",
                       round->record.id, ask->link, (int) ask->end, said->basis, said->voice);
  KithEdit *edit;

  if (!kith_record_validate (said, error))
    return NULL;
  edit = kith_edit_new (label);
  kith_edit_set_join (edit, join);
  if (before != NULL)
    kith_edit_update (edit, before, kith_record_ref (said));
  else
    kith_edit_insert (edit, kith_record_ref (said));
  return edit;
}

static const KithRound *
may_answer (KithMap *map, KithId round, const KithAsk *ask, GError **error)
{
  const KithRound *record = kith_map_round (map, round);

  if (record == NULL)
    return refuse_gone (error);
  if (kith_map_link (map, ask->link) == NULL)
    return kith_refuse_null (error, _ ("The link is no longer on the map."));
  if (record->state == KITH_ROUND_CLOSED)
    return kith_refuse_null (error, _ ("The round is closed. Open it again to rate in it."));
  return record;
}

/**
 * kith_verb_answer:
 * @map: a map
 * @round: one of its rounds
 * @ask: whose opinion of whom
 * @voice: a role
 * @basis: whose word it is
 * @dimension: what is rated
 * @score: what is said
 * @error: KITH_MODEL_ERROR_REFUSED where round or link are gone or the round is closed
 *
 * Answers of one voice to one question join. What it says itself neither replaces our impression nor
 * takes anything from it. The step's words tell nothing of what was said.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_answer (KithMap *map,
                  KithId round,
                  const KithAsk *ask,
                  const char *voice,
                  KithBasis basis,
                  KithDimension dimension,
                  KithScore score,
                  GError **error)
{
  const KithRound *record = may_answer (map, round, ask, error);
  const KithAssessment *before;
  g_autoptr (KithAssessment) after = NULL;

  if (record == NULL)
    return NULL;
  before = kith_round_said_as (map, round, ask, voice, basis == KITH_BASIS_IMPRESSION);
  after = before != NULL ? kith_record_copy (before) : new_answer (map, record, ask, voice);
  after->scores[dimension] = (int) score;
  after->basis = (int) basis;
  return say (map, record, ask, after, before, error);
}

/**
 * kith_verb_agree:
 * @map: a map
 * @round: one of its rounds, not sealed
 * @ask: whose opinion of whom
 * @dimension: what is rated
 * @score: what the room agrees on
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_agree (KithMap *map,
                 KithId round,
                 const KithAsk *ask,
                 KithDimension dimension,
                 KithScore score,
                 GError **error)
{
  const KithRound *record = may_answer (map, round, ask, error);
  const KithAssessment *before;
  g_autoptr (KithAssessment) after = NULL;

  if (record == NULL)
    return NULL;
  if (record->state == KITH_ROUND_SEALED)
    return kith_refuse_null (error, _ ("Open the round together first."));
  before = agreed_before (map, round, ask);
  after = before != NULL ? kith_record_copy (before) : new_answer (map, record, ask, "");
  after->scores[dimension] = (int) score;
  after->basis = KITH_BASIS_AGREED;
  return say (map, record, ask, after, before, error);
}
