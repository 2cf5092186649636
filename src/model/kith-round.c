/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-round.h"

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-opinion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const KithRound *
kith_map_round (KithMap *map, KithId id)
{
  return id != 0 ? kith_map_get (map, KITH_ROUND, id) : NULL;
}

/**
 * kith_rating_is_sealed:
 * @map: a map
 * @rating: one of its ratings
 *
 * Returns: whether it was given in a round that is not open yet
 */
gboolean
kith_rating_is_sealed (KithMap *map, const KithAssessment *rating)
{
  const KithRound *round = kith_map_round (map, rating->round);

  return round != NULL && round->state == KITH_ROUND_SEALED;
}

/* Takes from the edit's map what hangs on a sealed round. */
static void
drop_said (KithMap *map, const KithRound *round, KithEdit *drop)
{
  const GPtrArray *said = kith_map_referrers (map, round->record.id);

  for (guint i = 0; said != NULL && i < said->len; i++)
    if (KITH_KIND (said->pdata[i]) == KITH_ASSESSMENT)
      kith_edit_delete (drop, said->pdata[i]);
}

/**
 * kith_map_opened:
 * @map: a map that holds everything
 *
 * Cost: next to nothing where no round is sealed, else a snapshot.
 *
 * Returns: (transfer full): the map without what was said in sealed rounds
 */
KithMap *
kith_map_opened (KithMap *map)
{
  g_autoptr (KithEdit) drop = kith_edit_new ("");
  g_autoptr (GError) error = NULL;
  KithMap *made;

  KITH_FOR_EACH (KithRound, round, map, KITH_ROUND)
    if (round->state == KITH_ROUND_SEALED)
      drop_said (map, round, drop);
  if (kith_edit_is_empty (drop))
    return kith_map_ref (map);
  made = kith_map_snapshot (map);
  if (!kith_map_apply (made, drop, &error))
    g_error ("A map without its sealed ratings is not sound: %s", error->message);
  return made;
}

/**
 * kith_map_to_show:
 * @map: a map that holds everything
 * @audience: who is to see it
 *
 * Returns: (transfer full): a map of what may be shown to them, not @map itself
 */
KithMap *
kith_map_to_show (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) opened = NULL;

  if (audience != KITH_TEAM)
    return kith_map_for_audience (map, audience);
  opened = kith_map_opened (map);
  return opened != map ? g_steal_pointer (&opened) : kith_map_snapshot (map);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const KithRound *one = *(const KithRound *const *) a;
  const KithRound *other = *(const KithRound *const *) b;
  int order = kith_date_compare (&other->date, &one->date);

  return order != 0 ? order : kith_record_compare (one, other);
}

GPtrArray *
kith_map_rounds (KithMap *map)
{
  GPtrArray *rounds = g_ptr_array_new ();

  KITH_FOR_EACH (KithRound, round, map, KITH_ROUND)
    g_ptr_array_add (rounds, (gpointer) round);
  g_ptr_array_sort (rounds, compare_rounds);
  return rounds;
}

/* --- Who is asked --- */

static const char *
name_of_other (KithMap *map, const KithAsk *ask)
{
  return kith_map_stakeholder (map, kith_link_rated (kith_map_link (map, ask->link), ask->end))
      ->name;
}

static int
compare_asks (gconstpointer a, gconstpointer b, gpointer map)
{
  const KithAsk *one = a;
  const KithAsk *other = b;
  int order = g_utf8_collate (name_of_other (map, one), name_of_other (map, other));

  return order != 0 ? order : (one->link > other->link) - (one->link < other->link);
}

static gboolean
was_there (KithMap *map, const KithLink *link, const KithDate *date)
{
  gint32 day = kith_date_holds_from (date);
  const KithStakeholder *a = kith_map_stakeholder (map, link->a);
  const KithStakeholder *b = kith_map_stakeholder (map, link->b);

  return !kith_date_is_set (date)
         || (kith_exists_on (&link->from, &link->to, day) && kith_exists_on (&a->from, &a->to, day)
             && kith_exists_on (&b->from, &b->to, day));
}

/**
 * kith_round_asks:
 * @map: a map
 * @stakeholder: an organisation
 * @date: of the round; unset: every link
 *
 * Returns: (transfer full): of KithAsk: its ends of its links, by the name of the other
 */
GArray *
kith_round_asks (KithMap *map, KithId stakeholder, const KithDate *date)
{
  GArray *asks = g_array_new (FALSE, FALSE, sizeof (KithAsk));
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder);

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      KithAsk ask = { link->record.id, link->a == stakeholder ? KITH_END_A : KITH_END_B };

      if (was_there (map, link, date))
        g_array_append_val (asks, ask);
    }
  g_array_sort_with_data (asks, compare_asks, map);
  return asks;
}

/* --- What has been said --- */

static gboolean
says_anything (const KithAssessment *one)
{
  for (guint i = 0; i < KITH_N_SCORES; i++)
    if (one->scores[i] != KITH_SCORE_UNSET)
      return TRUE;
  return FALSE;
}

typedef enum
{
  ANY,
  IMPRESSIONS,
  WORDS,
} Which;

static gboolean
is_such (const KithAssessment *one, Which which)
{
  return which == ANY || (one->basis == KITH_BASIS_IMPRESSION) == (which == IMPRESSIONS);
}

static const KithAssessment *
find_said (KithMap *map, KithId round, const KithAsk *ask, const char *voice, Which which)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, ask->link, ask->end);

  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if (one->round == round && one->basis != KITH_BASIS_AGREED && says_anything (one)
          && (voice == NULL || strcmp (one->voice, voice) == 0) && is_such (one, which))
        return one;
    }
  return NULL;
}

/**
 * kith_round_said:
 * @map: a map
 * @round: one of its rounds
 * @ask: an end
 * @voice: (nullable): whose; NULL: anybody's
 *
 * What was agreed in the room is no voice's.
 *
 * Returns: (transfer none) (nullable): what it said of it in that round last
 */
const KithAssessment *
kith_round_said (KithMap *map, KithId round, const KithAsk *ask, const char *voice)
{
  return find_said (map, round, ask, voice, ANY);
}

/**
 * kith_round_said_as:
 * @map: a map
 * @round: one of its rounds
 * @ask: an end
 * @voice: (nullable): whose; NULL: anybody's
 * @impression: whether it is the team's impression
 *
 * Returns: (transfer none) (nullable): what it said of it in that round last, as such
 */
const KithAssessment *
kith_round_said_as (KithMap *map,
                    KithId round,
                    const KithAsk *ask,
                    const char *voice,
                    gboolean impression)
{
  return find_said (map, round, ask, voice, impression ? IMPRESSIONS : WORDS);
}

KithRoundProgress
kith_round_progress (KithMap *map, KithId round, KithId stakeholder, const char *voice)
{
  const KithRound *record = kith_map_round (map, round);
  KithDate none = KITH_DATE_INIT;
  g_autoptr (GArray) asks = kith_round_asks (map, stakeholder,
                                             record != NULL ? &record->date : &none);
  KithRoundProgress progress = { asks->len, 0 };

  for (guint i = 0; i < asks->len; i++)
    progress.rated += kith_round_said (map, round, &g_array_index (asks, KithAsk, i), voice)
                      != NULL;
  return progress;
}

/**
 * kith_round_progress_to_words:
 * @progress: how far a voice has come
 * @skipped: how many it passed over
 *
 * Returns: (transfer full): "12 of 31 rated, 3 skipped"
 */
char *
kith_round_progress_to_words (const KithRoundProgress *progress, guint skipped)
{
  if (skipped == 0)
    return g_strdup_printf (_ ("%u of %u rated"), progress->rated, progress->asked);
  /* Translators: how far a voice has come: "12 of 31 rated, 3 skipped" */
  return g_strdup_printf (_ ("%u of %u rated, %u skipped"), progress->rated, progress->asked,
                          skipped);
}

static void
voice_free (gpointer data)
{
  KithRoundVoice *voice = data;

  g_free (voice->voice);
  g_free (voice);
}

static int
compare_entered (gconstpointer a, gconstpointer b)
{
  const KithAssessment *one = *(const KithAssessment *const *) a;
  const KithAssessment *other = *(const KithAssessment *const *) b;

  if (one->entered != other->entered)
    return one->entered < other->entered ? -1 : 1;
  return kith_record_compare (one, other);
}

/* What was said in a round, the first entered first (transfer container). */
static GPtrArray *
list_said (KithMap *map, KithId round)
{
  const GPtrArray *all = kith_map_referrers (map, round);
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (KITH_KIND (all->pdata[i]) == KITH_ASSESSMENT && says_anything (all->pdata[i])
        && ((const KithAssessment *) all->pdata[i])->basis != KITH_BASIS_AGREED)
      g_ptr_array_add (said, all->pdata[i]);
  g_ptr_array_sort (said, compare_entered);
  return said;
}

static KithId
rater_of (KithMap *map, const KithAssessment *said)
{
  return kith_link_rater (kith_map_link (map, said->link), (KithEnd) said->end);
}

static int
compare_voices (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithRoundVoice *one = *(const KithRoundVoice *const *) a;
  const KithRoundVoice *other = *(const KithRoundVoice *const *) b;

  return g_utf8_collate (kith_map_stakeholder (data, one->stakeholder)->name,
                         kith_map_stakeholder (data, other->stakeholder)->name);
}

/**
 * kith_round_voices:
 * @map: a map
 * @round: one of its rounds
 *
 * Returns: (transfer full): of KithRoundVoice: who has answered for whom
 */
GPtrArray *
kith_round_voices (KithMap *map, KithId round)
{
  GPtrArray *voices = g_ptr_array_new_with_free_func (voice_free);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) said = list_said (map, round);

  for (guint i = 0; i < said->len; i++)
    {
      const KithAssessment *one = said->pdata[i];
      KithId rater = rater_of (map, one);
      KithRoundVoice *voice;

      if (!g_hash_table_add (met, g_strdup_printf ("%" G_GINT64_FORMAT ":%s", rater, one->voice)))
        continue;
      voice = g_new0 (KithRoundVoice, 1);
      voice->stakeholder = rater;
      voice->voice = g_strdup (one->voice);
      voice->progress = kith_round_progress (map, round, rater, one->voice);
      g_ptr_array_add (voices, voice);
    }
  g_ptr_array_sort_with_data (voices, compare_voices, map);
  return voices;
}

const char *
kith_round_find_voice (KithMap *map, KithId round, KithId stakeholder, const char *voice)
{
  g_autoptr (GPtrArray) said = list_said (map, round);
  g_autofree char *wanted = g_utf8_casefold (voice, -1);

  for (guint i = 0; i < said->len; i++)
    {
      const KithAssessment *one = said->pdata[i];
      g_autofree char *folded = g_utf8_casefold (one->voice, -1);

      if (rater_of (map, one) == stakeholder && strcmp (folded, wanted) == 0)
        return one->voice;
    }
  return NULL;
}

/* --- Sheets --- */

GArray *
kith_round_sheet_asks (KithMap *map, const KithRoundSheet *sheet)
{
  const KithRound *round = kith_map_round (map, sheet->round);
  KithDate none = KITH_DATE_INIT;

  return kith_round_asks (map, sheet->stakeholder, round != NULL ? &round->date : &none);
}

/**
 * kith_round_sheet_said:
 * @map: the map that is shown
 * @sheet: what is asked for
 * @ask: one of its ends
 *
 * Returns: (transfer container): of KithAssessment: the last words of each voice, first entered first
 */
GPtrArray *
kith_round_sheet_said (KithMap *map, const KithRoundSheet *sheet, const KithAsk *ask)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, ask->link, ask->end);
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = all->len; i > 0 && !sheet->blank; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if ((sheet->round == 0 || one->round == sheet->round) && says_anything (one)
          && (sheet->voice == NULL || strcmp (one->voice, sheet->voice) == 0)
          && g_hash_table_add (heard, one->voice))
        g_ptr_array_insert (said, 0, (gpointer) one);
    }
  return said;
}

/* --- What differs --- */

void
kith_spread_free (KithSpread *spread)
{
  g_array_unref (spread->said);
  g_free (spread);
}

static void
said_clear (gpointer data)
{
  g_free (((KithSaid *) data)->voice);
}

/* Steps first and in order, then the others. */
static int
compare_said (gconstpointer a, gconstpointer b)
{
  const KithSaid *one = a;
  const KithSaid *other = b;

  if (one->score != other->score)
    return (int) one->score - (int) other->score;
  return g_utf8_collate (one->voice, other->voice);
}

/* What the voices said last of one end in a round; NULL where they said nothing of it. */
static KithSpread *
spread_of (KithMap *map, KithId round, const KithAsk *ask, KithDimension dimension)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, ask->link, ask->end);
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);
  KithSpread *spread = g_new0 (KithSpread, 1);

  spread->ask = *ask;
  spread->said = g_array_new (FALSE, FALSE, sizeof (KithSaid));
  g_array_set_clear_func (spread->said, said_clear);
  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];
      KithSaid said = { NULL, (KithScore) one->scores[dimension] };

      if (one->round != round || said.score == KITH_SCORE_UNSET)
        continue;
      if (one->basis == KITH_BASIS_AGREED)
        {
          spread->agreed = spread->agreed == KITH_SCORE_UNSET ? said.score : spread->agreed;
          continue;
        }
      if (!g_hash_table_add (heard, one->voice))
        continue;
      said.voice = g_strdup (one->voice);
      g_array_append_val (spread->said, said);
    }
  if (spread->said->len > 0 || spread->agreed != KITH_SCORE_UNSET)
    return spread;
  kith_spread_free (spread);
  return NULL;
}

static void
sum_up (KithSpread *spread)
{
  const KithSaid *said;

  g_array_sort (spread->said, compare_said);
  said = (const KithSaid *) (gpointer) spread->said->data;
  while (spread->voices < spread->said->len && KITH_SCORE_IS_STEP (said[spread->voices].score))
    spread->voices++;
  if (spread->voices == 0)
    return;
  spread->low = (int) said[0].score;
  spread->high = (int) said[spread->voices - 1].score;
  spread->median =
      ((int) said[(spread->voices - 1) / 2].score + (int) said[spread->voices / 2].score) / 2.0;
}

/**
 * kith_round_spread:
 * @map: the map that is shown
 * @round: one of its rounds
 * @ask: an end
 * @dimension: of what
 *
 * Returns: (transfer full) (nullable): what the voices said of it
 */
KithSpread *
kith_round_spread (KithMap *map, KithId round, const KithAsk *ask, KithDimension dimension)
{
  KithSpread *spread = spread_of (map, round, ask, dimension);

  if (spread != NULL)
    sum_up (spread);
  return spread;
}

static int
compare_spreads (gconstpointer a, gconstpointer b, gpointer map)
{
  const KithSpread *one = *(const KithSpread *const *) a;
  const KithSpread *other = *(const KithSpread *const *) b;
  int widths = (other->high - other->low) - (one->high - one->low);

  if (widths != 0)
    return widths;
  if (one->voices != other->voices)
    return one->voices < other->voices ? 1 : -1;
  return compare_asks (&one->ask, &other->ask, map);
}

/**
 * kith_round_spreads:
 * @map: the map that is shown
 * @round: one of its rounds
 * @dimension: of what
 *
 * Returns: (transfer full): of KithSpread, the widest difference first, then where most spoke
 */
GPtrArray *
kith_round_spreads (KithMap *map, KithId round, KithDimension dimension)
{
  GPtrArray *spreads = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_spread_free);

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    for (guint end = 0; end < 2; end++)
      {
        KithAsk ask = { link->record.id, (KithEnd) end };
        KithSpread *spread = kith_round_spread (map, round, &ask, dimension);

        if (spread != NULL)
          g_ptr_array_add (spreads, spread);
      }
  g_ptr_array_sort_with_data (spreads, compare_spreads, map);
  return spreads;
}
