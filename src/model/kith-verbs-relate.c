/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for what is between stakeholders: links, ratings, events, shared spaces. */
#include "kith-verbs.h"

#include "kith-opinion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kith_verb_add_link:
 * @map: a map
 * @a: one stakeholder
 * @b: another
 * @kind: what kind of link
 * @id: (out) (optional): its id
 * @error: KITH_MODEL_ERROR_REFUSED where both are the same or one is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_add_link (KithMap *map, KithId a, KithId b, KithLinkKind kind, KithId *id, GError **error)
{
  const KithStakeholder *from = kith_map_stakeholder (map, a);
  const KithStakeholder *to = kith_map_stakeholder (map, b);
  g_autofree char *label = NULL;
  KithEdit *edit;
  KithLink *link;

  if (from == NULL || to == NULL || a == b)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                           a == b ? _ ("A stakeholder cannot be linked to itself.")
                                  : _ ("The stakeholder to link is no longer on the map."));
      return NULL;
    }
  label = g_strdup_printf (_ ("Link %s and %s"), kith_stakeholder_short_name (from),
                           kith_stakeholder_short_name (to));
  edit = kith_edit_new (label);
  link = kith_record_new (KITH_LINK, kith_id_new ());
  link->a = a;
  link->b = b;
  link->kind = (int) kind;
  if (id != NULL)
    *id = link->record.id;
  kith_edit_insert (edit, link);
  return edit;
}

/**
 * kith_assessment_draft:
 * @map: a map
 * @link: one of its links
 * @end: whose opinion it will be
 * @today: its date
 *
 * Returns: (transfer full): a new assessment to be filled in: our impression, entered now
 */
KithAssessment *
kith_assessment_draft (KithMap *map, KithId link, KithEnd end, const KithDate *today)
{
  KithAssessment *draft = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

  draft->link = link;
  draft->end = (int) end;
  draft->date = *today;
  draft->entered = g_get_real_time ();
  return draft;
}

/* Today's quick rating, which another key corrects: no voice, no round, the same basis, no note,
 * nothing private: what a room agrees on would be hidden there. */
static const KithAssessment *
quick_rating (KithMap *map, KithId link, KithEnd end, KithBasis basis, const KithDate *today)
{
  const KithAssessment *latest = kith_opinion_latest (map, link, end, "");

  if (latest == NULL || latest->round != 0 || latest->basis != (int) basis
      || latest->note[0] != '\0' || latest->is_private || !kith_date_equal (&latest->date, today))
    return NULL;
  return latest;
}

/**
 * kith_verb_rate:
 * @map: a map
 * @link: one of its links
 * @end: whose opinion it is
 * @dimension: trust, respect or understanding
 * @score: what it is
 * @today: the date of the rating
 *
 * As keys 1 to 5 and 0 do: corrects today's quick rating if there is one, else adds one; nothing
 * said earlier is altered. Steps of the same end join. It is our impression.
 *
 * Returns: (transfer full): the edit; without changes where the link is gone
 */
KithEdit *
kith_verb_rate (KithMap *map,
                KithId link,
                KithEnd end,
                KithDimension dimension,
                KithScore score,
                const KithDate *today)
{
  return kith_verb_rate_as (map, link, end, dimension, score, KITH_BASIS_IMPRESSION, today);
}

/**
 * kith_verb_rate_as:
 * @map: a map
 * @link: one of its links
 * @end: whose opinion it is
 * @dimension: trust, respect or understanding
 * @score: what it is
 * @basis: whose word it is
 * @today: the date of the rating
 *
 * As kith_verb_rate() with another basis.
 *
 * Returns: (transfer full): the edit; without changes where the link is gone
 */
KithEdit *
kith_verb_rate_as (KithMap *map,
                   KithId link,
                   KithEnd end,
                   KithDimension dimension,
                   KithScore score,
                   KithBasis basis,
                   const KithDate *today)
{
  const KithLink *rated = kith_map_link (map, link);
  const KithAssessment *before = quick_rating (map, link, end, basis, today);
  g_autofree char *label = NULL;
  g_autofree char *join = g_strdup_printf ("rate:%" G_GINT64_FORMAT ":%d", link, (int) end);
  KithAssessment *after;
  KithEdit *edit;

  if (rated == NULL)
    return kith_edit_new (_ ("Rate"));
  label = g_strdup_printf (_ ("Rate for %s"),
                           kith_stakeholder_short_name (
                               kith_map_stakeholder (map, kith_link_rater (rated, end))));
  edit = kith_edit_new (label);
  kith_edit_set_join (edit, join);
  after = before != NULL ? kith_record_copy (before)
                         : kith_assessment_draft (map, link, end, today);
  after->scores[dimension] = (int) score;
  after->basis = (int) basis;
  if (before != NULL)
    kith_edit_update (edit, before, after);
  else
    kith_edit_insert (edit, after);
  return edit;
}

/* Is it by the same voice of the same stakeholder as `one`? */
static gboolean
is_of_the_voice (KithMap *map, const KithAssessment *rating, const KithAssessment *one)
{
  KithId whose = kith_link_rater (kith_map_link (map, one->link), (KithEnd) one->end);

  return strcmp (rating->voice, one->voice) == 0
         && kith_link_rater (kith_map_link (map, rating->link), (KithEnd) rating->end) == whose;
}

/**
 * kith_voice_ratings:
 * @map: a map
 * @rating: a rating
 *
 * Returns: (transfer full): the ids of all ratings, on any link, by the same voice of the same
 *   stakeholder, this one included; the one alone where the voice is not named
 */
GArray *
kith_voice_ratings (KithMap *map, KithId rating)
{
  const KithAssessment *one = kith_map_assessment (map, rating);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  if (one == NULL)
    return ids;
  if (one->voice[0] == '\0')
    {
      g_array_append_val (ids, rating);
      return ids;
    }
  KITH_FOR_EACH (KithAssessment, other, map, KITH_ASSESSMENT)
    if (is_of_the_voice (map, other, one))
      g_array_append_val (ids, other->record.id);
  return ids;
}

/**
 * kith_verb_withdraw:
 * @map: a map
 * @rating: a rating
 * @all: all that its voice has said (kith_voice_ratings())
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_withdraw (KithMap *map, KithId rating, gboolean all)
{
  g_autoptr (GArray) ids = NULL;

  if (!all)
    return kith_verb_delete (map, &rating, 1, _ ("Withdraw a rating"));
  ids = kith_voice_ratings (map, rating);
  return kith_verb_delete (map, (const KithId *) (gpointer) ids->data, ids->len,
                           _ ("Withdraw all that a voice said"));
}

/**
 * kith_event_draft:
 * @map: a map
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER, KITH_SPACE, or KITH_ABOUT for the whole map
 * @owner: its id
 * @today: its date
 *
 * Returns: (transfer full): a new event to be filled in
 */
KithEvent *
kith_event_draft (KithMap *map, KithKind owner_kind, KithId owner, const KithDate *today)
{
  KithEvent *draft = kith_record_new (KITH_EVENT, kith_id_new ());

  if (owner_kind == KITH_LINK)
    draft->link = owner;
  else if (owner_kind == KITH_STAKEHOLDER)
    draft->stakeholder = owner;
  else if (owner_kind == KITH_SPACE)
    draft->space = owner;
  draft->date = *today;
  draft->kind = KITH_EVENT_JOINT_PROJECT;
  return draft;
}

static void
insert_member (KithEdit *edit, KithId space, KithId stakeholder)
{
  KithMembership *membership = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());

  membership->space = space;
  membership->stakeholder = stakeholder;
  kith_edit_insert (edit, membership);
}

/**
 * kith_verb_add_space:
 * @map: a map
 * @name: its name, not empty
 * @members: (array length=n): stakeholders
 * @n: how many
 * @id: (out) (optional): its id
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_add_space (KithMap *map, const char *name, const KithId *members, guint n, KithId *id)
{
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), name);
  KithEdit *edit = kith_edit_new (label);
  KithSpace *space = kith_record_new (KITH_SPACE, kith_id_new ());
  KithId made = space->record.id;

  kith_text_set (&space->name, name);
  kith_edit_insert (edit, space);
  for (guint i = 0; i < n; i++)
    if (kith_map_stakeholder (map, members[i]) != NULL)
      insert_member (edit, made, members[i]);
  if (id != NULL)
    *id = made;
  return edit;
}
