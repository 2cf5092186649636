/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pulse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOWEST 100 /* hundredths */
#define HIGHEST 500

/**
 * kith_pulse_round_free:
 * @round: (transfer full): a round
 */
void
kith_pulse_round_free (KithPulseRound *round)
{
  g_free (round->title);
  g_free (round);
}

static gboolean
is_of (const KithPulse *pulse, const char *title, const KithDate *date)
{
  return *title != '\0' ? strcmp (pulse->round, title) == 0
                        : *pulse->round == '\0' && kith_date_equal (&pulse->date, date);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const KithPulseRound *one = *(const KithPulseRound *const *) a;
  const KithPulseRound *other = *(const KithPulseRound *const *) b;
  int order = kith_date_compare (&other->date, &one->date);

  return order != 0 ? order : strcmp (one->title, other->title);
}

/**
 * kith_pulse_rounds:
 * @map: a map
 *
 * Pulse checks of one title are one round, with the date of the first; those without a title are one
 * where they are of one date.
 *
 * Returns: (transfer full): KithPulseRound, newest first
 */
GPtrArray *
kith_pulse_rounds (KithMap *map)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_pulse_round_free);
  g_autoptr (GPtrArray) pulses = kith_map_list (map, KITH_PULSE);

  for (guint i = 0; i < pulses->len; i++)
    {
      const KithPulse *pulse = pulses->pdata[i];
      gboolean known = FALSE;
      KithPulseRound *round;

      for (guint k = 0; k < rounds->len && !known; k++)
        {
          round = rounds->pdata[k];
          known = strcmp (pulse->round, round->title) == 0
                  && is_of (pulse, round->title, &round->date);
        }
      if (known)
        continue;
      round = g_new0 (KithPulseRound, 1);
      round->title = g_strdup (pulse->round);
      round->date = pulse->date;
      g_ptr_array_add (rounds, round);
    }
  g_ptr_array_sort (rounds, compare_rounds);
  return rounds;
}

static int
compare_pulses (gconstpointer a, gconstpointer b)
{
  const KithPulse *one = *(const KithPulse *const *) a;
  const KithPulse *other = *(const KithPulse *const *) b;
  int order = kith_date_compare (&one->date, &other->date);

  return order != 0 ? order : kith_record_compare (one, other);
}

/**
 * kith_pulses_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): its pulse checks, by date
 */
GPtrArray *
kith_pulses_of (KithMap *map, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_PULSE)
      g_ptr_array_add (list, referrers->pdata[i]);
  g_ptr_array_sort (list, compare_pulses);
  return list;
}

/**
 * kith_pulse_in:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @round: a round
 *
 * Returns: (nullable): what it said in the round
 */
const KithPulse *
kith_pulse_in (KithMap *map, KithId stakeholder, const KithPulseRound *round)
{
  g_autoptr (GPtrArray) pulses = kith_pulses_of (map, stakeholder);

  for (guint i = pulses->len; i > 0; i--)
    if (is_of (pulses->pdata[i - 1], round->title, &round->date))
      return pulses->pdata[i - 1];
  return NULL;
}

/**
 * kith_pulse_askers:
 * @map: a map
 *
 * Returns: (transfer full): ids of the stakeholders with a pulse check, by name
 */
GArray *
kith_pulse_askers (KithMap *map)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GHashTable) asked = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) stakeholders = kith_map_list (map, KITH_STAKEHOLDER);

  KITH_FOR_EACH (KithPulse, pulse, map, KITH_PULSE)
    g_hash_table_add (asked, (gpointer) &pulse->stakeholder);
  for (guint i = 0; i < stakeholders->len; i++)
    if (g_hash_table_contains (asked, &KITH_ID (stakeholders->pdata[i])))
      g_array_append_val (ids, KITH_ID (stakeholders->pdata[i]));
  return ids;
}

/**
 * kith_pulse_says_nothing:
 * @pulse: a pulse check
 *
 * Returns: whether it has no score, no number and no note
 */
gboolean
kith_pulse_says_nothing (const KithPulse *pulse)
{
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    if (pulse->scores[i] != 0)
      return FALSE;
  return pulse->asked == 0 && pulse->answered == 0 && *pulse->note == '\0';
}

/**
 * kith_pulse_is_of_few:
 * @pulse: a pulse check
 *
 * Returns: whether so few answered, or it is not said how many, that only the working team sees it
 */
gboolean
kith_pulse_is_of_few (const KithPulse *pulse)
{
  return pulse->answered < KITH_PULSE_LEAST;
}

/**
 * kith_pulse_is_sound:
 * @pulse: a pulse check
 * @error: KITH_MODEL_ERROR_REFUSED with what is wrong
 *
 * Returns: whether it says when it was taken, and nothing that cannot be
 */
gboolean
kith_pulse_is_sound (const KithPulse *pulse, GError **error)
{
  if (!kith_date_is_set (&pulse->date))
    return kith_refuse (error, _ ("A pulse check needs its date."));
  if (pulse->asked > 0 && pulse->answered > pulse->asked)
    return kith_refuse (error, _ ("More people answered than were asked."));
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    if (pulse->scores[i] != 0 && (pulse->scores[i] < LOWEST || pulse->scores[i] > HIGHEST))
      return kith_refuse (error, _ ("A score is from 1 to 5."));
  return TRUE;
}

/**
 * kith_pulse_last_two:
 * @pulses: those of one stakeholder, by date
 * @measure: a measure
 * @before: (out): the last but one that was answered, hundredths; 0: there is none
 * @last: (out): the last
 */
void
kith_pulse_last_two (const GPtrArray *pulses, KithPulseMeasure measure, int *before, int *last)
{
  *before = *last = 0;
  for (guint i = 0; i < pulses->len; i++)
    {
      const KithPulse *pulse = pulses->pdata[i];

      if (pulse->scores[measure] == 0)
        continue;
      *before = *last;
      *last = pulse->scores[measure];
    }
}

/**
 * kith_pulse_mean:
 * @pulse: a pulse check
 *
 * Returns: the mean of the measures that were answered, in hundredths, rounded to tens: no more is
 *   meant; 0: none was
 */
int
kith_pulse_mean (const KithPulse *pulse)
{
  int sum = 0, n = 0;

  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    if (pulse->scores[i] != 0)
      {
        sum += pulse->scores[i];
        n++;
      }
  return n > 0 ? (sum + 5 * n) / (10 * n) * 10 : 0;
}

/**
 * kith_pulse_score_to_text:
 * @score: hundredths, 0 for no answer
 *
 * Returns: (transfer full): it as a person writes it, and as tables hold it
 */
char *
kith_pulse_score_to_text (int score)
{
  if (score == 0)
    return g_strdup ("");
  if (score % 100 == 0)
    return g_strdup_printf ("%d", score / 100);
  if (score % 10 == 0)
    return g_strdup_printf ("%d.%d", score / 100, score / 10 % 10);
  return g_strdup_printf ("%d.%02d", score / 100, score % 100);
}

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 20));

  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
               _ ("“%s” is no score. Use 1 to 5, as 4 or 3.6, or leave it empty."), shown);
  return FALSE;
}

/**
 * kith_pulse_score_parse:
 * @text: what was typed
 * @score: (out): hundredths, 0 for no answer
 * @error: KITH_MODEL_ERROR_INVALID where it is no score
 *
 * A comma is a point. What has more than two decimals is rounded.
 *
 * Returns: whether it was understood
 */
gboolean
kith_pulse_score_parse (const char *text, int *score, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char *end = NULL;
  double value;

  if (*plain == '\0' || strcmp (plain, "-") == 0 || strcmp (plain, "–") == 0)
    {
      *score = 0;
      return TRUE;
    }
  g_strdelimit (plain, ",", '.');
  if (strspn (plain, "0123456789.") != strlen (plain))
    return refuse (text, error);
  value = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || !(value >= 1.0 && value <= 5.0))
    return refuse (text, error);
  *score = CLAMP ((int) (value * 100.0 + 0.5), LOWEST, HIGHEST);
  return TRUE;
}

/**
 * kith_pulse_count_words:
 * @pulse: a pulse check
 *
 * Returns: (transfer full): how many people were asked and answered
 */
char *
kith_pulse_count_words (const KithPulse *pulse)
{
  if (pulse->answered > 0 && pulse->asked > 0)
    return g_strdup_printf (_ ("%d of %d answered"), pulse->answered, pulse->asked);
  if (pulse->answered > 0)
    return g_strdup_printf (ngettext ("%d answered", "%d answered", (gulong) pulse->answered),
                            pulse->answered);
  if (pulse->asked > 0)
    return g_strdup_printf (ngettext ("%d asked", "%d asked", (gulong) pulse->asked), pulse->asked);
  return g_strdup ("");
}
