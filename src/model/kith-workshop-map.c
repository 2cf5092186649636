/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-workshop-map.h"

#include <glib/gi18n-lib.h>

#include "kith-opinion.h"
#include "kith-verbs.h"

/* --- Which links --- */

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithLink *one = *(const KithLink *const *) a;
  const KithLink *other = *(const KithLink *const *) b;
  KithMap *map = data;
  int order = g_utf8_collate (kith_map_stakeholder (map, one->a)->name,
                              kith_map_stakeholder (map, other->a)->name);

  if (order == 0)
    order = g_utf8_collate (kith_map_stakeholder (map, one->b)->name,
                            kith_map_stakeholder (map, other->b)->name);
  return order != 0 ? order : kith_record_compare (one, other);
}

/* Takes the list (transfer full). */
static GArray *
in_order (KithMap *map, GPtrArray *links)
{
  g_autoptr (GPtrArray) owned = links;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_ptr_array_sort_with_data (owned, compare_links, map);
  for (guint i = 0; i < owned->len; i++)
    g_array_append_val (ids, KITH_ID (owned->pdata[i]));
  return ids;
}

/**
 * kith_workshop_selected:
 * @map: a map
 * @ids: (array length=n): what is selected, of any kind
 * @n: how many
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full): the links that are meant
 */
GArray *
kith_workshop_selected (KithMap *map, const KithId *ids, guint n)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *links = g_ptr_array_new ();
  guint who = 0;

  for (guint i = 0; i < n; i++)
    {
      g_hash_table_add (chosen, (gpointer) &ids[i]);
      who += kith_map_stakeholder (map, ids[i]) != NULL;
    }
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      guint ends = g_hash_table_contains (chosen, &link->a)
                   + g_hash_table_contains (chosen, &link->b);

      if (ends == 2 || (ends == 1 && who == 1) || g_hash_table_contains (chosen, &link->record.id))
        g_ptr_array_add (links, (gpointer) link);
    }
  return in_order (map, links);
}

GArray *
kith_workshop_in_sight (KithMap *map, KithMap *shown)
{
  GPtrArray *links = g_ptr_array_new ();

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_map_link (shown, link->record.id) != NULL)
      g_ptr_array_add (links, (gpointer) link);
  return in_order (map, links);
}

GArray *
kith_workshop_unheard (KithMap *map)
{
  GPtrArray *links = g_ptr_array_new ();

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithHeard heard = { 0 };

      kith_link_heard (map, link, &heard);
      if (heard.heard == 0)
        g_ptr_array_add (links, (gpointer) link);
    }
  return in_order (map, links);
}

GArray *
kith_workshop_of_round (KithMap *map, KithId round)
{
  const GPtrArray *said = kith_map_referrers (map, round);
  g_autoptr (GHashTable) met = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; said != NULL && i < said->len; i++)
    {
      const KithAssessment *one = said->pdata[i];
      const KithLink *link = KITH_KIND (one) == KITH_ASSESSMENT ? kith_map_link (map, one->link)
                                                                : NULL;

      if (link != NULL && g_hash_table_add (met, (gpointer) link))
        g_ptr_array_add (links, (gpointer) link);
    }
  return in_order (map, links);
}

/* --- What has been said --- */

/* It was not there before, or it was otherwise. */
static gboolean
is_new (KithMap *before, const KithAssessment *one)
{
  const KithAssessment *was = kith_map_get (before, KITH_ASSESSMENT, one->record.id);

  return one->scores[KITH_TRUST] != KITH_SCORE_UNSET
         && (was == NULL || was->scores[KITH_TRUST] != one->scores[KITH_TRUST]
             || was->basis != one->basis || was->round != one->round);
}

/**
 * kith_workshop_agreed:
 * @before: the map when the workshop began
 * @now: the map now
 * @ask: an end of one of its links
 *
 * Returns: what the room has agreed on since, the latest; KITH_SCORE_UNSET where it has not
 */
KithScore
kith_workshop_agreed (KithMap *before, KithMap *now, const KithAsk *ask)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (now, ask->link, ask->end);

  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if (one->basis == KITH_BASIS_AGREED && is_new (before, one))
        return (KithScore) one->scores[KITH_TRUST];
    }
  return KITH_SCORE_UNSET;
}

static gboolean
is_said (KithMap *before, KithMap *now, KithId link, KithEnd end)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (now, link, end);

  for (guint i = 0; i < all->len; i++)
    if (is_new (before, all->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
kith_workshop_is_done (KithMap *before, KithMap *now, KithId link)
{
  return is_said (before, now, link, KITH_END_A) && is_said (before, now, link, KITH_END_B);
}

KithWorkshopDone
kith_workshop_done (KithMap *before, KithMap *now, const GArray *links)
{
  KithWorkshopDone done = { 0, 0 };

  for (guint i = 0; i < links->len; i++)
    {
      KithId link = g_array_index (links, KithId, i);
      guint ends = is_said (before, now, link, KITH_END_A)
                   + is_said (before, now, link, KITH_END_B);

      done.ends += ends;
      done.links += ends > 0;
    }
  return done;
}

/**
 * kith_workshop_to_words:
 * @before: the map when the workshop began
 * @now: the map now
 * @links: (element-type gint64): what is gone through
 *
 * Returns: (transfer full): what has been done, in sentences
 */
char *
kith_workshop_to_words (KithMap *before, KithMap *now, const GArray *links)
{
  KithWorkshopDone done = kith_workshop_done (before, now, links);
  KithHeard was, is;
  g_autofree char *heard = NULL;
  g_autofree char *rated = NULL;

  kith_map_heard (before, &was);
  kith_map_heard (now, &is);
  heard = kith_heard_to_words (&is);
  if (done.ends == 0)
    /* Translators: "Nothing was rated. Heard from 31 of 90 ends." */
    return g_strdup_printf (_ ("Nothing was rated. %s."), heard);
  rated = g_strdup_printf (ngettext ("%u end was rated (links: %u of %u).",
                                     "%u ends were rated (links: %u of %u).", done.ends),
                           done.ends, done.links, links->len);
  /* Translators: "5 ends were rated (links: 3 of 12). Heard from 31 of 90 ends, 26 before." */
  return g_strdup_printf (_ ("%s %s, %u before."), rated, heard, was.heard);
}

/* --- A silent round of one link --- */

/* Lays both over the map at once. */
static KithEdit *
begin_with (KithMap *whole,
            KithEdit *begin,
            KithId round,
            const KithAsk *ask,
            const char *voice,
            KithScore score,
            GError **error)
{
  g_autoptr (KithMap) begun = kith_map_snapshot (whole);
  g_autoptr (KithEdit) start = begin;
  g_autoptr (KithEdit) answer = NULL;
  KithEdit *both;

  if (!kith_map_apply (begun, start, error))
    return NULL;
  answer = kith_verb_answer (begun, round, ask, voice, KITH_BASIS_OWN_WORDS, KITH_TRUST, score,
                             error);
  if (answer == NULL)
    return NULL;
  both = kith_edit_new (answer->label);
  kith_edit_insert (both, kith_record_ref (kith_edit_change (start, 0)->after));
  kith_edit_insert (both, kith_record_ref (kith_edit_change (answer, 0)->after));
  return both;
}

/**
 * kith_workshop_answer:
 * @whole: the whole map
 * @title: what the round is called where it begins
 * @today: its date
 * @ask: whose opinion of whom
 * @voice: a role, as it is typed
 * @score: what it says
 * @round: (inout): the silent round of this link; 0: none yet
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * A voice that has answered already, in whatever case it is typed, corrects what it said.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_workshop_answer (KithMap *whole,
                      const char *title,
                      const KithDate *today,
                      const KithAsk *ask,
                      const char *voice,
                      KithScore score,
                      KithId *round,
                      GError **error)
{
  const KithLink *link = kith_map_link (whole, ask->link);
  const char *known;
  KithEdit *begin;

  if (kith_map_round (whole, *round) != NULL && link != NULL)
    {
      known = kith_round_find_voice (whole, *round, kith_link_rater (link, ask->end), voice);
      return kith_verb_answer (whole, *round, ask, known != NULL ? known : voice,
                               KITH_BASIS_OWN_WORDS, KITH_TRUST, score, error);
    }
  begin = kith_verb_start_round (whole, title, today, TRUE, round, error);
  return begin != NULL ? begin_with (whole, begin, *round, ask, voice, score, error) : NULL;
}

guint
kith_workshop_n_voices (KithMap *whole, KithId round, const KithAsk *ask)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (whole, ask->link, ask->end);
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; round != 0 && i < all->len; i++)
    {
      const KithAssessment *one = all->pdata[i];

      if (one->round == round && one->basis != KITH_BASIS_AGREED
          && one->scores[KITH_TRUST] != KITH_SCORE_UNSET)
        g_hash_table_add (voices, one->voice);
    }
  return g_hash_table_size (voices);
}

/* --- One link alone --- */

static void
take_sector (KithMap *map, KithMap *alone, KithEdit *edit, const KithStakeholder *who)
{
  const KithSector *sector = kith_map_get (map, KITH_SECTOR, who->sector);
  const KithSector *own = kith_map_get (alone, KITH_SECTOR, who->sector);

  if (sector == NULL || kith_edit_peek_after (edit, who->sector) != NULL)
    return;
  if (own != NULL)
    kith_edit_update (edit, own, kith_record_copy (sector));
  else
    kith_edit_insert (edit, kith_record_copy (sector));
}

static void
take_end (KithMap *map, KithMap *alone, KithEdit *edit, KithId who, double x)
{
  const KithStakeholder *one = kith_map_stakeholder (map, who);
  KithStakeholder *copy = kith_record_copy (one);

  take_sector (map, alone, edit, one);
  copy->x = kith_quantise (x);
  copy->y = 0;
  copy->picture = 0;
  copy->scale = 0;
  copy->width = copy->height = 0; /* measured anew */
  kith_edit_insert (edit, copy);
}

/**
 * kith_workshop_alone:
 * @map: a map
 * @id: one of its links
 * @apart: how far the middles of its ends are apart, map units
 *
 * Returns: (transfer full): a map of them alone, the first end on the left
 */
KithMap *
kith_workshop_alone (KithMap *map, KithId id, double apart)
{
  const KithLink *link = kith_map_link (map, id);
  KithMap *alone = kith_map_new ();
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;
  KithLink *copy;

  g_return_val_if_fail (link != NULL, alone);

  take_end (map, alone, edit, link->a, -apart / 2);
  take_end (map, alone, edit, link->b, apart / 2);
  copy = kith_record_copy (link);
  copy->bend = copy->bend_along = 0;
  kith_edit_insert (edit, copy);
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      g_autoptr (GPtrArray) all = kith_map_assessments_of (map, id, (KithEnd) end);

      for (guint i = 0; i < all->len; i++)
        {
          KithAssessment *rating = kith_record_copy (all->pdata[i]);

          rating->round = 0;
          kith_edit_insert (edit, rating);
        }
    }
  if (!kith_map_apply (alone, edit, &error))
    g_error ("A link alone is not sound: %s", error->message);
  return alone;
}
