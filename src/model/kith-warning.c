/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-warning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-load.h"
#include "kith-pulse.h"
#include "kith-question.h"

#define LOW 200   /* hundredths: at or below it */
#define FALL 150  /* hundredths: by so much or more */
#define RUNNING 3 /* scores, for two falls */

typedef struct
{
  KithMap *map;
  GPtrArray *warnings;
} Gathering;

/**
 * kith_warning_new:
 * @key: which sign it is
 * @stakeholder: that it is about, or 0
 * @question: that it is about, or 0
 *
 * Returns: (transfer full): a sign without a sentence
 */
KithWarning *
kith_warning_new (const char *key, KithId stakeholder, KithId question)
{
  KithWarning *warning = g_new0 (KithWarning, 1);

  warning->key = g_strdup (key);
  warning->stakeholder = stakeholder;
  warning->question = question;
  return warning;
}

/**
 * kith_warning_free:
 * @warning: (transfer full): a sign
 */
void
kith_warning_free (KithWarning *warning)
{
  g_free (warning->key);
  g_free (warning->sentence);
  g_free (warning);
}

/* --- Pulses --- */

/* The last scores of a measure that were given, and when the last was. */
typedef struct
{
  int scores[RUNNING]; /* the latest first; 0: none */
  KithDate date;
} Trail;

static Trail
trail_of (const GPtrArray *pulses, guint measure)
{
  Trail trail = { { 0 }, KITH_DATE_INIT };
  guint n = 0;

  for (guint i = pulses->len; i > 0 && n < RUNNING; i--)
    {
      const KithPulse *pulse = pulses->pdata[i - 1];

      if (pulse->scores[measure] == 0)
        continue;
      if (n == 0)
        trail.date = pulse->date;
      trail.scores[n++] = pulse->scores[measure];
    }
  return trail;
}

static void
add_pulse_sign (Gathering *gathering,
                KithId stakeholder,
                guint measure,
                const Trail *trail,
                const char *sort,
                char *sentence)
{
  g_autofree char *date = kith_date_to_edtf (&trail->date);
  g_autofree char *key =
      g_strdup_printf ("%s/%s/%s", sort, kith_enum_key (&kith_pulse_measures, (int) measure), date);
  KithWarning *warning = kith_warning_new (key, stakeholder, 0);

  warning->sentence = sentence;
  warning->date = trail->date;
  g_ptr_array_add (gathering->warnings, warning);
}

static void
gather_measure (Gathering *gathering,
                const KithStakeholder *who,
                const GPtrArray *pulses,
                guint measure)
{
  Trail trail = trail_of (pulses, measure);
  const char *label = kith_enum_label (&kith_pulse_measures, (int) measure);
  g_autofree char *last = kith_pulse_score_to_text (trail.scores[0]);
  g_autofree char *before = kith_pulse_score_to_text (trail.scores[1]);
  g_autofree char *first = kith_pulse_score_to_text (trail.scores[2]);

  if (trail.scores[0] == 0)
    return;
  if (trail.scores[0] <= LOW)
    /* Translators: a stakeholder, what was asked, and the score */
    add_pulse_sign (gathering, KITH_ID (who), measure, &trail, "pulse-low",
                    g_strdup_printf (_ ("%s: “%s” is at %s, 2 or less."), who->name, label, last));
  if (trail.scores[1] != 0 && trail.scores[1] - trail.scores[0] >= FALL)
    /* Translators: a stakeholder, what was asked, and the two scores */
    add_pulse_sign (gathering, KITH_ID (who), measure, &trail, "pulse-fall",
                    g_strdup_printf (_ ("%s: “%s” has fallen from %s to %s, by 1.5 or more."),
                                     who->name, label, before, last));
  if (trail.scores[2] > trail.scores[1] && trail.scores[1] > trail.scores[0])
    /* Translators: a stakeholder, what was asked, and the three scores */
    add_pulse_sign (gathering, KITH_ID (who), measure, &trail, "pulse-falls",
                    g_strdup_printf (_ ("%s: “%s” has fallen twice running: %s, %s, %s."),
                                     who->name, label, first, before, last));
}

static char *
silence_words (const KithStakeholder *who, int every, const KithDate *last)
{
  g_autofree char *date = kith_date_to_words (last);

  return g_strdup_printf (
      ngettext ("%s: no pulse check since the last one (%s), though every month was agreed.",
                "%s: no pulse check since the last one (%s), though every %d months were agreed.",
                (gulong) every),
      who->name, date, every);
}

/* Who has never been asked is not silent. */
static void
gather_silence (Gathering *gathering,
                const KithStakeholder *who,
                const GPtrArray *pulses,
                gint32 today)
{
  const KithPulse *last = pulses->pdata[pulses->len - 1];
  int every = kith_map_about (gathering->map)->pulse_every;
  g_autofree char *edtf = kith_date_to_edtf (&last->date);
  g_autofree char *key = g_strdup_printf ("pulse-silence/%s", edtf);
  KithWarning *warning;
  GDate due;

  if (every == 0 || last->date.last == KITH_DAY_OPEN_LAST || last->date.last < 1
      || !kith_exists_on (&who->from, &who->to, today))
    return;
  g_date_clear (&due, 1);
  g_date_set_julian (&due, (guint32) last->date.last);
  g_date_add_months (&due, (guint) every);
  if (today <= (gint32) g_date_get_julian (&due))
    return;
  warning = kith_warning_new (key, KITH_ID (who), 0);
  warning->date = kith_date_of_day ((gint32) g_date_get_julian (&due));
  warning->sentence = silence_words (who, every, &last->date);
  g_ptr_array_add (gathering->warnings, warning);
}

/* --- Loads --- */

static void
gather_loads (Gathering *gathering, const KithStakeholder *who, gint32 today)
{
  g_autoptr (GPtrArray) loads = kith_loads_of (gathering->map, KITH_ID (who));
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  g_autofree char *edtf = NULL;
  g_autofree char *key = NULL;
  KithLoadStretch stretch;
  KithWarning *warning;
  KithDate last;

  if (!kith_load_first_of (loads, KITH_LOAD_TOO_MANY, today, &stretch))
    return;
  warning = kith_warning_new ("", KITH_ID (who), 0);
  warning->date = kith_date_of_day (stretch.from);
  last = kith_date_of_day (stretch.to - 1);
  edtf = kith_date_to_edtf (&warning->date);
  key = g_strdup_printf ("load-many/%u/%s", stretch.n, edtf);
  since = kith_date_to_words (&warning->date);
  until = kith_date_to_words (&last);
  g_free (warning->key);
  warning->key = g_steal_pointer (&key);
  warning->sentence = g_strdup_printf (ngettext ("%s carries %u change at once, %s to %s.",
                                                 "%s carries %u changes at once, %s to %s.",
                                                 stretch.n),
                                       who->name, stretch.n, since, until);
  g_ptr_array_add (gathering->warnings, warning);
}

/* --- Questions --- */

static void
gather_questions (Gathering *gathering)
{
  g_autoptr (GPtrArray) found = kith_question_warnings (gathering->map);

  for (guint i = 0; i < found->len; i++)
    {
      const KithQuestionWarning *one = found->pdata[i];
      KithWarning *warning = kith_warning_new (one->key, 0, one->question);

      warning->date =
          ((const KithQuestion *) kith_map_get (gathering->map, KITH_QUESTION, one->question))
              ->asked;
      warning->sentence = g_strdup (one->sentence);
      g_ptr_array_add (gathering->warnings, warning);
    }
}

/* --- All of them --- */

static void
find_seen (Gathering *gathering)
{
  KITH_FOR_EACH (KithAcknowledgement, seen, gathering->map, KITH_ACKNOWLEDGEMENT)
    for (guint i = 0; i < gathering->warnings->len; i++)
      {
        KithWarning *warning = gathering->warnings->pdata[i];

        if (seen->stakeholder == warning->stakeholder && seen->question == warning->question
            && strcmp (seen->sign, warning->key) == 0)
          warning->seen = KITH_ID (seen);
      }
}

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const KithWarning *one = *(const KithWarning *const *) a;
  const KithWarning *other = *(const KithWarning *const *) b;
  int order = (one->seen != 0) - (other->seen != 0);

  if (order == 0)
    order = kith_date_compare (&other->date, &one->date);
  return order != 0 ? order : strcmp (one->sentence, other->sentence);
}

static void
gather_stakeholder (Gathering *gathering,
                    const KithStakeholder *who,
                    KithAudience audience,
                    const KithDate *today)
{
  g_autoptr (GPtrArray) pulses = kith_pulses_of (gathering->map, KITH_ID (who));

  for (guint i = 0; pulses->len > 0 && i < KITH_N_PULSE_MEASURES; i++)
    gather_measure (gathering, who, pulses, i);
  if (pulses->len > 0 && audience == KITH_TEAM)
    gather_silence (gathering, who, pulses, today->first);
  gather_loads (gathering, who, today->first);
}

static GPtrArray *
finish (Gathering *gathering)
{
  find_seen (gathering);
  g_ptr_array_sort (gathering->warnings, compare_warnings);
  return gathering->warnings;
}

/**
 * kith_warnings:
 * @map: an audience's map
 * @audience: whose
 * @today: the day that is shown
 *
 * Returns: (transfer full): KithWarning
 */
GPtrArray *
kith_warnings (KithMap *map, KithAudience audience, const KithDate *today)
{
  Gathering gathering = { map,
                          g_ptr_array_new_with_free_func ((GDestroyNotify) kith_warning_free) };

  KITH_FOR_EACH (KithStakeholder, who, map, KITH_STAKEHOLDER)
    gather_stakeholder (&gathering, who, audience, today);
  gather_questions (&gathering);
  return finish (&gathering);
}

/**
 * kith_warnings_of:
 * @map: an audience's map
 * @audience: whose
 * @today: the day that is shown
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer full): KithWarning that are about it
 */
GPtrArray *
kith_warnings_of (KithMap *map, KithAudience audience, const KithDate *today, KithId stakeholder)
{
  Gathering gathering = { map,
                          g_ptr_array_new_with_free_func ((GDestroyNotify) kith_warning_free) };
  const KithStakeholder *who = kith_map_stakeholder (map, stakeholder);

  if (who != NULL)
    gather_stakeholder (&gathering, who, audience, today);
  return finish (&gathering);
}

/**
 * kith_warning_answer:
 * @map: an audience's map
 * @warning: one of its signs
 *
 * Returns: (nullable): the step that was planned for it last
 */
const KithRepair *
kith_warning_answer (KithMap *map, const KithWarning *warning)
{
  const KithRepair *latest = NULL;

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    if (repair->stakeholder == warning->stakeholder && repair->question == warning->question
        && strcmp (repair->sign, warning->key) == 0
        && (latest == NULL || kith_date_compare (&repair->made, &latest->made) >= 0))
      latest = repair;
  return latest;
}

/**
 * kith_verb_acknowledge:
 * @map: a map
 * @warning: one of its signs
 * @date: the day
 * @by: a role
 * @note: what the team makes of it
 * @error: KITH_MODEL_ERROR where what it is about has gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_acknowledge (KithMap *map,
                       const KithWarning *warning,
                       const KithDate *date,
                       const char *by,
                       const char *note,
                       GError **error)
{
  g_autoptr (KithAcknowledgement) made = kith_record_new (KITH_ACKNOWLEDGEMENT, kith_id_new ());
  KithEdit *edit;

  if ((warning->stakeholder != 0 && kith_map_stakeholder (map, warning->stakeholder) == NULL)
      || (warning->question != 0 && kith_map_get (map, KITH_QUESTION, warning->question) == NULL))
    return kith_refuse_null (error, _ ("What the warning sign is about is no longer on the map."));
  made->stakeholder = warning->stakeholder;
  made->question = warning->question;
  made->date = *date;
  kith_text_set (&made->sign, warning->key);
  kith_text_set (&made->by, by);
  kith_text_set (&made->note, note);
  if (!kith_record_validate (made, error))
    return NULL;
  edit = kith_edit_new (_ ("Acknowledge a warning sign"));
  kith_edit_insert (edit, g_steal_pointer (&made));
  return edit;
}
