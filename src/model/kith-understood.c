/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-understood.h"

#include <glib/gi18n-lib.h>

#include "kith-barrier.h"
#include "kith-pulse.h"
#include "kith-repair.h"

#define MOST 90 /* characters of what somebody wrote */

/**
 * kith_short_line:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): it as one line, cut where it is long
 */
char *
kith_short_line (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= MOST)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MOST - 2);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * kith_is_understood:
 * @kind: a kind of record
 *
 * Returns: whether kith_understood_words() has words for it
 */
gboolean
kith_is_understood (KithKind kind)
{
  switch (kind)
    {
    case KITH_ANSWER:
    case KITH_STANCE:
    case KITH_PULSE:
    case KITH_LOAD:
    case KITH_BARRIER:
    case KITH_REPAIR:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
answer_words (KithMap *map, const KithAnswer *answer, const char *name)
{
  const KithPosition *position = answer->position != 0
                                     ? kith_map_get (map, KITH_POSITION, answer->position)
                                     : NULL;
  g_autofree char *text = kith_short_line (answer->text);

  if (position != NULL)
    /* Translators: who answers a question, what, and the position that it takes. */
    return g_strdup_printf (_ ("%s answers: “%s” (position: %s)"), name, text, position->title);
  /* Translators: who answers a question, and what. */
  return g_strdup_printf (_ ("%s answers: “%s”"), name, text);
}

static char *
stance_words (KithMap *map, const KithStance *stance, const char *name)
{
  const KithSpace *space = stance->space != 0 ? kith_map_space (map, stance->space) : NULL;
  g_autofree char *text = kith_short_line (stance->words);
  g_autofree char *said = NULL;

  if (stance->view == KITH_STANCE_NOT_ASKED)
    return NULL;
  if (space != NULL)
    /* Translators: a stakeholder, a shared space. */
    said = stance->view == KITH_STANCE_SHARES
               ? g_strdup_printf (_ ("%s shares the purpose of %s"), name, space->name)
               : g_strdup_printf (_ ("%s sees the purpose of %s differently"), name, space->name);
  else
    said = stance->view == KITH_STANCE_SHARES
               ? g_strdup_printf (_ ("%s shares the purpose"), name)
               : g_strdup_printf (_ ("%s sees the purpose differently"), name);
  return *text != '\0' ? g_strdup_printf ("%s: “%s”", said, text) : g_steal_pointer (&said);
}

static char *
pulse_words (const KithPulse *pulse, const char *name)
{
  g_autofree char *mean = kith_pulse_score_to_text (kith_pulse_mean (pulse));

  if (*mean == '\0')
    return NULL;
  if (*pulse->round != '\0')
    /* Translators: a stakeholder; its mean score of all that was asked; "Spring 2026" */
    return g_strdup_printf (_ ("%s: pulse check, %s on average (%s)"), name, mean, pulse->round);
  return g_strdup_printf (_ ("%s: pulse check, %s on average"), name, mean);
}

static char *
barrier_words (const KithBarrier *barrier, KithUnderstood what)
{
  g_autofree char *rule = kith_short_line (barrier->text);

  /* Translators: a rule or practice that shuts people out is there from then on, or is there no
   * more. */
  return g_strdup_printf (what == KITH_UNDERSTOOD_COMES ? _ ("A barrier: %s")
                                                        : _ ("A barrier is gone: %s"),
                          rule);
}

static char *
repair_words (KithMap *map, const KithRepair *repair, KithUnderstood what)
{
  g_autofree char *subject = kith_repair_subject (map, repair);

  if (what == KITH_UNDERSTOOD_GOES)
    return NULL;
  if (what == KITH_UNDERSTOOD_COMES)
    /* Translators: what it is about, and the small win that is planned there. */
    return g_strdup_printf (_ ("%s: a small win is planned, %s"), subject, repair->title);
  return g_strdup_printf (repair->state == KITH_REPAIR_DONE
                              ? _ ("%s: a small win is there, %s")
                              : _ ("%s: a small win was given up, %s"),
                          subject, repair->title);
}

/**
 * kith_understood_words:
 * @map: the map that it is of
 * @record: of a kind that kith_is_understood()
 * @what: what becomes of it
 * @name_of: what stakeholders are called
 * @data: for that
 *
 * Returns: (transfer full) (nullable): one line
 */
char *
kith_understood_words (KithMap *map,
                       gconstpointer record,
                       KithUnderstood what,
                       KithNameOf name_of,
                       gpointer data)
{
  KithKind kind = KITH_KIND (record);
  g_autofree char *name = NULL;

  if (kind == KITH_BARRIER)
    return barrier_words (record, what);
  if (kind == KITH_REPAIR)
    return repair_words (map, record, what);
  if (what != KITH_UNDERSTOOD_COMES)
    return NULL;
  name = name_of (data, kith_understood_at (record, NULL));
  switch (kind)
    {
    case KITH_ANSWER:
      return answer_words (map, record, name);
    case KITH_STANCE:
      return stance_words (map, record, name);
    case KITH_PULSE:
      return pulse_words (record, name);
    case KITH_LOAD:
      /* Translators: a stakeholder, and the change that it carries from then on. */
      return g_strdup_printf (_ ("%s begins to carry a change: %s"), name,
                              ((const KithLoad *) record)->title);
    default:
      return NULL;
    }
}

/* Of the four that a repair or a barrier may belong to, the one that is set. */
static KithId
owner_of (KithId link, KithId space, KithId stakeholder, KithId question, KithKind *kind)
{
  const struct
  {
    KithKind kind;
    KithId id;
  } owners[] = { { KITH_LINK, link },
                 { KITH_SPACE, space },
                 { KITH_QUESTION, question },
                 { KITH_STAKEHOLDER, stakeholder } };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owners[i].id != 0)
      {
        *kind = owners[i].kind;
        return owners[i].id;
      }
  *kind = KITH_ABOUT;
  return 0;
}

/**
 * kith_understood_at:
 * @record: of a kind that kith_is_understood()
 * @kind: (out) (optional): of what it leads to; KITH_ABOUT: the whole map
 *
 * Returns: what it leads to, or 0
 */
KithId
kith_understood_at (gconstpointer record, KithKind *kind)
{
  const KithBarrier *barrier = record;
  const KithRepair *repair = record;
  KithKind found = KITH_STAKEHOLDER;
  KithId id = 0;

  if (KITH_KIND (record) == KITH_BARRIER)
    id = owner_of (barrier->link, barrier->space, barrier->stakeholder, 0, &found);
  else if (KITH_KIND (record) == KITH_REPAIR)
    id = owner_of (repair->link, repair->space, repair->stakeholder, repair->question, &found);
  else
    id = *(const KithId *) kith_field_address (kith_kind_field (KITH_KIND (record), "stakeholder"),
                                               record);
  if (kind != NULL)
    *kind = found;
  return id;
}
