/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-question.h"

#include "kith-as-at.h"

#include <glib/gi18n-lib.h>

static gint32
said_on (const KithAnswer *answer)
{
  gint32 from, gone;

  kith_record_lifetime (answer, &from, &gone);
  return from;
}

static gboolean
is_later (const KithAnswer *one, const KithAnswer *other)
{
  gint32 a = said_on (one);
  gint32 b = said_on (other);

  if (a != b)
    return a > b;
  if (one->entered != other->entered)
    return one->entered > other->entered;
  return kith_record_compare (one, other) > 0;
}

/**
 * kith_answer_of:
 * @map: a map
 * @question: one of its questions
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer none) (nullable): the answer that counts
 */
const KithAnswer *
kith_answer_of (KithMap *map, KithId question, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  const KithAnswer *latest = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithAnswer *answer = referrers->pdata[i];

      if (KITH_KIND (answer) == KITH_ANSWER && answer->question == question
          && (latest == NULL || is_later (answer, latest)))
        latest = answer;
    }
  return latest;
}

static int
compare_later (gconstpointer a, gconstpointer b)
{
  return is_later (*(const KithAnswer *const *) a, *(const KithAnswer *const *) b) ? -1 : 1;
}

/**
 * kith_answers_of:
 * @map: a map
 * @question: one of its questions
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): KithAnswer, the latest first
 */
GPtrArray *
kith_answers_of (KithMap *map, KithId question, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_ANSWER
        && ((const KithAnswer *) referrers->pdata[i])->question == question)
      g_ptr_array_add (list, referrers->pdata[i]);
  g_ptr_array_sort (list, compare_later);
  return list;
}

/**
 * kith_map_questions:
 * @map: a map
 *
 * Returns: (transfer container): KithQuestion in their order
 */
GPtrArray *
kith_map_questions (KithMap *map)
{
  return kith_map_list (map, KITH_QUESTION);
}

/**
 * kith_positions_of:
 * @map: a map
 * @question: one of its questions
 *
 * Returns: (transfer container): KithPosition in their order
 */
GPtrArray *
kith_positions_of (KithMap *map, KithId question)
{
  GPtrArray *list = kith_map_list (map, KITH_POSITION);

  for (guint i = list->len; i > 0; i--)
    if (((const KithPosition *) list->pdata[i - 1])->question != question)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/**
 * kith_question_or_first:
 * @map: a map
 * @question: a question, or 0
 *
 * Returns: (transfer none) (nullable): that one, else the first that there is
 */
const KithQuestion *
kith_question_or_first (KithMap *map, KithId question)
{
  const KithQuestion *found = question != 0 ? kith_map_get (map, KITH_QUESTION, question) : NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (found != NULL)
    return found;
  all = kith_map_questions (map);
  return all->len > 0 ? all->pdata[0] : NULL;
}

/**
 * kith_position_letter:
 * @map: a map
 * @position: one of its positions, or 0
 * @letter: (out) (array fixed-size=4): its letter among those of its question
 */
void
kith_position_letter (KithMap *map, KithId position, char letter[4])
{
  const KithPosition *found = position != 0 ? kith_map_get (map, KITH_POSITION, position) : NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint at = 0;

  letter[0] = '\0';
  if (found == NULL)
    return;
  all = kith_positions_of (map, found->question);
  if (g_ptr_array_find (all, found, &at))
    g_snprintf (letter, 4, at < 26 ? "%c" : "%u", at < 26 ? 'A' + at : at + 1);
}

static KithId
position_of (KithMap *map, KithId question, KithId stakeholder)
{
  const KithAnswer *answer = kith_answer_of (map, question, stakeholder);

  return answer != NULL && kith_map_get (map, KITH_POSITION, answer->position) != NULL
             ? answer->position
             : 0;
}

/**
 * kith_link_agrees:
 * @map: a map
 * @link: one of its links
 * @question: one of its questions
 *
 * Returns: whether both ends take the same position
 */
KithAgrees
kith_link_agrees (KithMap *map, const KithLink *link, KithId question)
{
  KithId a = position_of (map, question, link->a);
  KithId b = position_of (map, question, link->b);

  if (a != 0 && b != 0)
    return a == b ? KITH_AGREES_SAME : KITH_AGREES_NOT;
  return a != 0 || b != 0 ? KITH_AGREES_ONE : KITH_AGREES_UNKNOWN;
}

/**
 * kith_question_agreement:
 * @map: a map
 * @question: one of its questions
 * @agreement: (out): how many were asked, have answered and are sorted, and links by what their
 *   ends make of it
 */
void
kith_question_agreement (KithMap *map, KithId question, KithAgreement *agreement)
{
  *agreement = (KithAgreement){ .asked = kith_map_n (map, KITH_STAKEHOLDER) };
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      const KithAnswer *answer = kith_answer_of (map, question, stakeholder->record.id);

      if (answer == NULL)
        continue;
      agreement->answered++;
      agreement->sorted += position_of (map, question, stakeholder->record.id) != 0;
      agreement->solutions += answer->kind == KITH_ANSWER_SOLUTION;
    }
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    agreement->links[kith_link_agrees (map, link, question)]++;
}

/**
 * kith_position_count:
 * @map: a map
 * @position: one of its positions
 *
 * Returns: how many stakeholders take it by their answer that counts
 */
guint
kith_position_count (KithMap *map, KithId position)
{
  const KithPosition *found = kith_map_get (map, KITH_POSITION, position);
  guint n = 0;

  if (found == NULL)
    return 0;
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    n += position_of (map, found->question, stakeholder->record.id) == position;
  return n;
}

/* --- In words --- */

static void
say_positions (KithMap *map, KithId question, const KithAgreement *agreement, GPtrArray *parts)
{
  g_autoptr (GPtrArray) positions = kith_positions_of (map, question);
  guint unsorted = agreement->answered - agreement->sorted;

  for (guint i = 0; i < positions->len; i++)
    {
      const KithPosition *position = positions->pdata[i];
      guint n = kith_position_count (map, position->record.id);

      if (n > 0)
        /* Translators: how many take a position, and which */
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u says “%s”", "%u say “%s”", n), n,
                                                 position->title));
    }
  if (unsorted > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u is not sorted yet",
                                                       "%u are not sorted yet", unsorted),
                                             unsorted));
}

static void
say_links (const KithAgreement *agreement, GString *words)
{
  guint same = agreement->links[KITH_AGREES_SAME];
  guint both = same + agreement->links[KITH_AGREES_NOT];

  if (both == 0)
    return;
  g_string_append_c (words, ' ');
  g_string_append_printf (
      words,
      ngettext ("Both ends take the same one on %u of %u link where both have one.",
                "Both ends take the same one on %u of %u links where both have one.", both),
      same, both);
}

/**
 * kith_question_to_words:
 * @map: a map, made for who reads it
 * @question: one of its questions
 *
 * Returns: (transfer full): how many have answered, what positions they take, how far links agree
 */
char *
kith_question_to_words (KithMap *map, KithId question)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *words = g_string_new (NULL);
  g_autofree char *said = NULL;
  KithAgreement agreement;

  kith_question_agreement (map, question, &agreement);
  g_string_append_printf (words,
                          ngettext ("%u of %u has answered.", "%u of %u have answered.",
                                    agreement.answered),
                          agreement.answered, agreement.asked);
  say_positions (map, question, &agreement, parts);
  g_ptr_array_add (parts, NULL);
  said = g_strjoinv (", ", (char **) parts->pdata);
  if (*said != '\0')
    g_string_append_printf (words, " %s.", said);
  say_links (&agreement, words);
  return g_string_free (words, FALSE);
}

static void
draft_position (KithMap *map, KithId question, KithId position, const char *title, GString *text)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  gboolean any = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const KithAnswer *answer = kith_answer_of (map, question, KITH_ID (all->pdata[i]));

      if (answer == NULL || position_of (map, question, KITH_ID (all->pdata[i])) != position)
        continue;
      if (!any)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", title);
      any = TRUE;
      /* Translators: an answer within a list, in quotation marks of your language */
      g_string_append_printf (text, _ ("\n– “%s”"), answer->text);
    }
}

/**
 * kith_question_draft_heard:
 * @map: a map, made for those who get it
 * @question: one of its questions
 *
 * Returns: (transfer full): its answers by position, to begin the sheet with
 */
char *
kith_question_draft_heard (KithMap *map, KithId question)
{
  g_autoptr (GPtrArray) positions = kith_positions_of (map, question);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    {
      const KithPosition *position = positions->pdata[i];
      guint n = kith_position_count (map, position->record.id);
      /* Translators: a position, and how many take it: "No beds (3)" */
      g_autofree char *title = g_strdup_printf (_ ("%s (%u)"), position->title, n);

      draft_position (map, question, position->record.id, title, text);
    }
  draft_position (map, question, 0, positions->len > 0 ? _ ("Also said") : _ ("Said"), text);
  return g_string_free (text, FALSE);
}

/* --- Solutions before a shared diagnosis --- */

/* Those who say what the cause is, and how many of them take the position that most do. */
static void
count_causes (KithMap *map, KithId question, guint *said, guint *most)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  *said = *most = 0;
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      const KithAnswer *answer = kith_answer_of (map, question, stakeholder->record.id);
      guint n;

      if (answer == NULL || answer->kind == KITH_ANSWER_SOLUTION)
        continue;
      (*said)++;
      if (position_of (map, question, stakeholder->record.id) == 0)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &answer->position)) + 1;
      g_hash_table_insert (counts, (gpointer) &answer->position, GUINT_TO_POINTER (n));
      *most = MAX (*most, n);
    }
}

/**
 * kith_question_is_shared:
 * @map: a map
 * @question: one of its questions
 *
 * Returns: whether two of three who say what the cause is take one position, and two at least
 */
gboolean
kith_question_is_shared (KithMap *map, KithId question)
{
  guint said, most;

  count_causes (map, question, &said, &most);
  return said >= 2 && most >= 2 && most * 3 >= said * 2;
}

/**
 * kith_question_warning_free:
 * @warning: (transfer full): a warning
 */
void
kith_question_warning_free (KithQuestionWarning *warning)
{
  g_free (warning->key);
  g_free (warning->sentence);
  g_free (warning);
}

static void
warn (GPtrArray *warnings, const KithQuestion *question, guint solutions, char *sentence)
{
  KithQuestionWarning *warning = g_new0 (KithQuestionWarning, 1);

  warning->key = g_strdup_printf ("solutions-first/%u", solutions);
  warning->sentence = sentence;
  warning->question = question->record.id;
  g_ptr_array_add (warnings, warning);
}

static char *
cause_sentence (KithMap *map, const KithQuestion *question, guint solutions)
{
  guint said, most;

  count_causes (map, question->record.id, &said, &most);
  return g_strdup_printf (
      ngettext ("“%s”: %u answer is a solution already, and the cause is not agreed (%u of %u who "
                "name one share the commonest position).",
                "“%s”: %u answers are solutions already, and the cause is not agreed (%u of %u who "
                "name one share the commonest position).",
                solutions),
      question->title, solutions, most, said);
}

static char *
solution_sentence (const KithQuestion *question, guint answers, gboolean asked)
{
  if (!asked)
    return g_strdup_printf (ngettext ("“%s”: %u solution has been collected, and nobody has been "
                                      "asked for the cause yet.",
                                      "“%s”: %u solutions have been collected, and nobody has been "
                                      "asked for the cause yet.",
                                      answers),
                            question->title, answers);
  return g_strdup_printf (
      ngettext ("“%s”: %u solution has been collected before there is a cause "
                "that most agree on.",
                "“%s”: %u solutions have been collected before there is a cause "
                "that most agree on.",
                answers),
      question->title, answers);
}

/* Whether anybody asks for a cause, and whether one of these is shared. */
static void
find_diagnosis (KithMap *map, gboolean *asked, gboolean *shared)
{
  *asked = *shared = FALSE;
  KITH_FOR_EACH (KithQuestion, question, map, KITH_QUESTION)
    if (question->kind == KITH_QUESTION_CAUSE)
      {
        *asked = TRUE;
        *shared |= kith_question_is_shared (map, question->record.id);
      }
}

/**
 * kith_question_warnings:
 * @map: a map
 *
 * Returns: (transfer full): KithQuestionWarning, in the order of the questions
 */
GPtrArray *
kith_question_warnings (KithMap *map)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) kith_question_warning_free);
  g_autoptr (GPtrArray) questions = kith_map_questions (map);
  gboolean asked, shared;

  find_diagnosis (map, &asked, &shared);
  for (guint i = 0; i < questions->len; i++)
    {
      const KithQuestion *question = questions->pdata[i];
      KithAgreement agreement;

      kith_question_agreement (map, question->record.id, &agreement);
      if (question->kind == KITH_QUESTION_CAUSE && agreement.solutions > 0
          && !kith_question_is_shared (map, question->record.id))
        warn (warnings, question, agreement.solutions,
              cause_sentence (map, question, agreement.solutions));
      else if (question->kind == KITH_QUESTION_SOLUTION && agreement.answered > 0 && !shared)
        warn (warnings, question, agreement.answered,
              solution_sentence (question, agreement.answered, asked));
    }
  return warnings;
}
