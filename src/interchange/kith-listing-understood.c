/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: cells that follow from what people have said, carry and agreed. */
#include <glib/gi18n-lib.h>

#include "kith-listing-private.h"

#include "kith-load.h"
#include "kith-meeting.h"
#include "kith-pulse.h"
#include "kith-purpose.h"
#include "kith-question.h"
#include "kith-repair.h"
#include "kith-warning.h"

/* What others may see of it at the most; FALSE: it follows from what everybody sees. */
gboolean
kith_list_source_kind (KithCellSource source, KithKind *kind)
{
  switch (source)
    {
    case KITH_FROM_VIEW:
      *kind = KITH_STANCE;
      return TRUE;
    case KITH_FROM_PULSE:
    case KITH_FROM_SIGNS:
      *kind = KITH_PULSE;
      return TRUE;
    case KITH_FROM_CHANGES:
      *kind = KITH_LOAD;
      return TRUE;
    case KITH_FROM_STEP:
      *kind = KITH_REPAIR;
      return TRUE;
    case KITH_FROM_AGREEMENT:
      *kind = KITH_ANSWER;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Names of spaces or members, by commas; takes the list. */
static char *
joined (GPtrArray *names)
{
  char *text;

  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);
  g_ptr_array_unref (names);
  return text;
}

static char *
spaces_text (KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) spaces = kith_map_spaces_of (map, id);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < spaces->len; i++)
    g_ptr_array_add (names, ((KithSpace *) spaces->pdata[i])->name);
  return joined (names);
}

/* The spaces that both ends of a link are in. */
static char *
meeting_text (KithMap *map, const KithLink *link)
{
  g_autoptr (GPtrArray) of_a = kith_map_spaces_of (map, link->a);
  g_autoptr (GPtrArray) of_b = kith_map_spaces_of (map, link->b);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < of_a->len; i++)
    if (g_ptr_array_find (of_b, of_a->pdata[i], NULL))
      g_ptr_array_add (names, ((KithSpace *) of_a->pdata[i])->name);
  return joined (names);
}

static char *
members_text (KithMap *map, const KithSpace *space, gboolean hosts)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    if (!hosts || kith_space_is_hosted_by (map, KITH_ID (space), KITH_ID (members->pdata[i])))
      g_ptr_array_add (names, ((KithStakeholder *) members->pdata[i])->name);
  return joined (names);
}

static const KithPulse *
last_pulse (KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) pulses = kith_pulses_of (map, id);

  for (guint i = pulses->len; i > 0; i--)
    if (kith_pulse_mean (pulses->pdata[i - 1]) != 0)
      return pulses->pdata[i - 1];
  return NULL;
}

static guint
n_signs (const KithListColumn *column, KithMap *map, KithId id)
{
  KithDate day = kith_date_of_day (column->day);
  g_autoptr (GPtrArray) signs = kith_warnings_of (map, column->audience, &day, id);
  guint n = 0;

  for (guint i = 0; i < signs->len; i++)
    n += ((const KithWarning *) signs->pdata[i])->seen == 0;
  return n;
}

static guint
n_changes (const KithListColumn *column, KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) loads = kith_loads_of (map, id);
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    {
      KithLoadSpan span;

      n += kith_load_span (loads->pdata[i], &span) && span.from <= column->day
           && column->day < span.to;
    }
  return n;
}

static const KithRepair *
next_step (KithMap *map, KithId owner)
{
  g_autoptr (GPtrArray) steps = kith_repairs_of (map, owner);
  const KithRepair *first = steps->len > 0 ? steps->pdata[0] : NULL;

  return first != NULL && first->state == KITH_REPAIR_PLANNED ? first : NULL;
}

static char *
step_text (KithMap *map, KithId owner)
{
  const KithRepair *step = next_step (map, owner);
  g_autofree char *due = step != NULL ? kith_date_to_words (&step->due) : NULL;

  if (step == NULL)
    return g_strdup ("");
  return *due != '\0' ? g_strdup_printf ("%s · %s", step->title, due) : g_strdup (step->title);
}

/* On how many questions both ends have a position, and on how many of these the same. */
static guint
agreement (KithMap *map, const KithLink *link, guint *same)
{
  guint both = 0;

  *same = 0;
  KITH_FOR_EACH (KithQuestion, question, map, KITH_QUESTION)
    {
      KithAgrees agrees = kith_link_agrees (map, link, question->record.id);

      *same += agrees == KITH_AGREES_SAME;
      both += agrees == KITH_AGREES_SAME || agrees == KITH_AGREES_NOT;
    }
  return both;
}

static char *
agreement_text (KithMap *map, const KithLink *link)
{
  guint same;
  guint both = agreement (map, link, &same);

  if (both == 0)
    return g_strdup ("");
  /* Translators: of a link: on how many questions both ends take the same position */
  return g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", both), same, both);
}

static char *
number_text (guint n)
{
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

char *
kith_list_understood_text (const KithListColumn *column, KithMap *map, gconstpointer record)
{
  KithId id = KITH_ID (record);
  const KithPulse *pulse;
  KithStanceView view;

  switch (column->source)
    {
    case KITH_FROM_SPACES:
      return spaces_text (map, id);
    case KITH_FROM_MEETING:
      return meeting_text (map, record);
    case KITH_FROM_MEMBERS:
      return members_text (map, record, FALSE);
    case KITH_FROM_HOSTS:
      return members_text (map, record, TRUE);
    case KITH_FROM_SIGNS:
      return number_text (n_signs (column, map, id));
    case KITH_FROM_CHANGES:
      return number_text (n_changes (column, map, id));
    case KITH_FROM_PULSE:
      pulse = last_pulse (map, id);
      return pulse != NULL ? kith_pulse_score_to_text (kith_pulse_mean (pulse)) : g_strdup ("");
    case KITH_FROM_VIEW:
      view = kith_stance_view (map, id, 0);
      return g_strdup (view != KITH_STANCE_NOT_ASKED ? kith_enum_label (&kith_stances, (int) view)
                                                     : "");
    case KITH_FROM_AGREEMENT:
      return agreement_text (map, record);
    case KITH_FROM_STEP:
      return step_text (map, id);
    default:
      return NULL;
    }
}

/* Most first where that is a number; steps by the day until which they are to be there. */
gboolean
kith_list_understood_key (const KithListColumn *column,
                          KithMap *map,
                          gconstpointer record,
                          double *number,
                          KithDate *date)
{
  const KithRepair *step;
  const KithPulse *pulse;
  guint same, both;

  switch (column->source)
    {
    case KITH_FROM_SIGNS:
      *number = n_signs (column, map, KITH_ID (record));
      return *number > 0;
    case KITH_FROM_CHANGES:
      *number = n_changes (column, map, KITH_ID (record));
      return *number > 0;
    case KITH_FROM_PULSE:
      pulse = last_pulse (map, KITH_ID (record));
      *number = pulse != NULL ? kith_pulse_mean (pulse) : 0;
      return pulse != NULL;
    case KITH_FROM_VIEW:
      *number = kith_stance_view (map, KITH_ID (record), 0);
      return *number != KITH_STANCE_NOT_ASKED;
    case KITH_FROM_AGREEMENT:
      both = agreement (map, record, &same);
      *number = both > 0 ? (double) same / both : 0;
      return both > 0;
    case KITH_FROM_STEP:
      step = next_step (map, KITH_ID (record));
      if (step != NULL)
        *date = step->due;
      return step != NULL;
    default:
      return FALSE;
    }
}
