/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been said and agreed between two maps, as lines of a comparison, in the words of
 * kith-understood.h. What was only there before is not repeated: who took it back did so for a
 * reason. A barrier that is gone is told. */
#include "kith-compare-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-understood.h"

static char *
name_after (gpointer data, KithId stakeholder)
{
  KithComparison *self = data;
  const KithStakeholder *one = kith_map_stakeholder (self->both, stakeholder);

  return g_strdup (one != NULL ? kith_stakeholder_short_name (one) : "");
}

static void
add (KithComparison *self, GPtrArray *items, gconstpointer record, KithUnderstood what)
{
  KithMap *map = what == KITH_UNDERSTOOD_GOES ? self->before : self->after;
  char *words = kith_understood_words (map, record, what, name_after, self);
  KithId at = kith_understood_at (record, NULL);
  KithKind kind;

  if (words == NULL)
    return;
  if (at != 0 && (!kith_map_kind_of (self->both, at, &kind) || kind == KITH_QUESTION))
    at = 0;
  kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_KIND (record), at,
                         kith_compare_subject (self, at), words, NULL, NULL);
}

static gboolean
says_otherwise (const KithAnswer *was, const KithAnswer *is)
{
  return strcmp (was->text, is->text) != 0 || was->position != is->position;
}

static gboolean
has_gone (const KithBarrier *was, const KithBarrier *is)
{
  return kith_date_is_set (&is->to) && !kith_date_is_set (&was->to);
}

static void
add_altered (KithComparison *self, GPtrArray *items, gconstpointer was, gconstpointer is)
{
  switch (KITH_KIND (is))
    {
    case KITH_ANSWER:
      if (says_otherwise (was, is))
        add (self, items, is, KITH_UNDERSTOOD_COMES);
      break;
    case KITH_STANCE:
      if (((const KithStance *) was)->view != ((const KithStance *) is)->view)
        add (self, items, is, KITH_UNDERSTOOD_COMES);
      break;
    case KITH_BARRIER:
      if (has_gone (was, is))
        add (self, items, is, KITH_UNDERSTOOD_GOES);
      break;
    case KITH_REPAIR:
      if (((const KithRepair *) was)->state != ((const KithRepair *) is)->state)
        add (self, items, is,
             ((const KithRepair *) is)->state == KITH_REPAIR_PLANNED ? KITH_UNDERSTOOD_COMES
                                                                     : KITH_UNDERSTOOD_ENDS);
      break;
    default:
      break;
    }
}

static void
add_questions (KithComparison *self, GPtrArray *items)
{
  KITH_FOR_EACH (KithQuestion, question, self->after, KITH_QUESTION)
    if (kith_map_get (self->before, KITH_QUESTION, question->record.id) == NULL)
      kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_QUESTION, 0,
                             kith_compare_subject (self, 0),
                             /* Translators: a question that everybody is asked */
                             g_strdup_printf (_ ("A question is asked: “%s”"), question->title),
                             NULL, NULL);
}

void
kith_compare_list_understood (KithComparison *self, GPtrArray *items)
{
  add_questions (self, items);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      if (!kith_is_understood ((KithKind) kind))
        continue;
      KITH_FOR_EACH (KithRecord, is, self->after, (KithKind) kind)
        {
          gconstpointer was = kith_map_get (self->before, (KithKind) kind, is->id);

          if (was == NULL)
            add (self, items, is, KITH_UNDERSTOOD_COMES);
          else if (was != is)
            add_altered (self, items, was, is);
        }
    }
  KITH_FOR_EACH (KithBarrier, was, self->before, KITH_BARRIER)
    if (kith_map_get (self->after, KITH_BARRIER, was->record.id) == NULL)
      add (self, items, was, KITH_UNDERSTOOD_GOES);
}
