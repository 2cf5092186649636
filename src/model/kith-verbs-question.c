/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-question.h"

#include "kith-question.h"
#include "kith-verbs.h"

#include <glib/gi18n-lib.h>

#define N_COLOURS 12 /* the last is that of Other */

/* An edit with one record (transfer full) that fits. */
static KithEdit *
put (KithMap *map, const char *label, gpointer after, GError **error)
{
  g_autoptr (KithRecord) owned = after;

  if (!kith_record_validate (owned, error))
    return NULL;
  return kith_verb_put (map, g_steal_pointer (&owned), label);
}

static char *
stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * kith_verb_add_question:
 * @map: a map
 * @title: the question
 * @kind: what it asks for
 * @asked: when it is asked
 * @id: (out) (optional): its id
 * @error: KITH_MODEL_ERROR_REFUSED where it has no words
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_add_question (KithMap *map,
                        const char *title,
                        KithQuestionKind kind,
                        const KithDate *asked,
                        KithId *id,
                        GError **error)
{
  g_autofree char *words = stripped (title);
  KithQuestion *made;

  if (*words == '\0')
    return kith_refuse_null (error, _ ("A question needs its words."));
  made = kith_record_new (KITH_QUESTION, kith_id_new ());
  kith_text_set (&made->title, words);
  made->kind = (int) kind;
  made->asked = *asked;
  KITH_FOR_EACH (KithQuestion, other, map, KITH_QUESTION)
    made->rank = MAX (made->rank, other->rank + 1);
  *id = made->record.id;
  return put (map, _ ("Ask a question"), made, error);
}

static int
free_colour (const GPtrArray *positions)
{
  for (int colour = 0; colour < N_COLOURS; colour++)
    {
      /* neighbours in the palette look alike: 0, 5, 10, 3, … */
      int tried = colour * 5 % N_COLOURS;
      gboolean taken = FALSE;

      for (guint i = 0; i < positions->len; i++)
        taken |= ((const KithPosition *) positions->pdata[i])->colour == tried;
      if (!taken)
        return tried;
    }
  return (int) (positions->len % N_COLOURS);
}

/**
 * kith_verb_add_position:
 * @map: a map
 * @question: one of its questions
 * @title: what it says
 * @id: (out) (optional): its id
 * @error: KITH_MODEL_ERROR_REFUSED where it has no words or the question is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_add_position (KithMap *map,
                        KithId question,
                        const char *title,
                        KithId *id,
                        GError **error)
{
  g_autofree char *words = stripped (title);
  g_autoptr (GPtrArray) others = kith_positions_of (map, question);
  KithPosition *made;

  if (*words == '\0')
    return kith_refuse_null (error, _ ("A position needs a name."));
  if (kith_map_get (map, KITH_QUESTION, question) == NULL)
    return kith_refuse_null (error, _ ("The question is no longer on the map."));
  made = kith_record_new (KITH_POSITION, kith_id_new ());
  made->question = question;
  kith_text_set (&made->title, words);
  made->colour = free_colour (others);
  for (guint i = 0; i < others->len; i++)
    made->rank = MAX (made->rank, ((const KithPosition *) others->pdata[i])->rank + 1);
  *id = made->record.id;
  return put (map, _ ("Add a position"), made, error);
}

/**
 * kith_verb_rename_position:
 * @map: a map
 * @position: one of its positions
 * @title: what it says from now on
 * @error: KITH_MODEL_ERROR_REFUSED where it has no words or is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_rename_position (KithMap *map, KithId position, const char *title, GError **error)
{
  const KithPosition *before = kith_map_get (map, KITH_POSITION, position);
  g_autofree char *words = stripped (title);
  KithPosition *after;

  if (before == NULL)
    return kith_refuse_null (error, _ ("The position is no longer on the map."));
  if (*words == '\0')
    return kith_refuse_null (error, _ ("A position needs a name."));
  after = kith_record_copy (before);
  kith_text_set (&after->title, words);
  return put (map, _ ("Rename a position"), after, error);
}

/* --- Answers --- */

static KithEdit *
withdraw (gconstpointer before, const char *label)
{
  KithEdit *edit = kith_edit_new (label);

  if (before != NULL)
    kith_edit_delete (edit, before);
  return edit;
}

static const KithAnswer *
answer_to_correct (KithMap *map, const KithAnswering *said)
{
  const KithAnswer *shown = said->corrects != 0 ? kith_map_get (map, KITH_ANSWER, said->corrects)
                                                : NULL;

  return shown != NULL && shown->question == said->question
                 && shown->stakeholder == said->stakeholder
             ? shown
             : NULL;
}

/* Where there is nothing that it was, what fewest see. */
static int
basis_or (int basis, const int *before)
{
  if (basis >= 0)
    return basis;
  return before != NULL ? *before : KITH_BASIS_IMPRESSION;
}

/* On a later day than what is shown: as private as that, and as much a solution; new words are sorted
 * anew. */
static KithAnswer *
new_answer (const KithAnswering *said, const KithQuestion *question, const KithAnswer *shown)
{
  KithAnswer *made = kith_record_new (KITH_ANSWER, kith_id_new ());

  made->question = said->question;
  made->stakeholder = said->stakeholder;
  made->entered = g_get_real_time ();
  if (question->kind == KITH_QUESTION_SOLUTION)
    made->kind = KITH_ANSWER_SOLUTION;
  else if (shown != NULL)
    made->kind = shown->kind;
  made->is_private = shown != NULL && shown->is_private;
  return made;
}

/* The same words, whoever gave them. */
static KithEdit *
correct_teller (KithMap *map, const KithAnswer *shown, const KithAnswering *said, GError **error)
{
  KithAnswer *after = kith_record_copy (shown);

  if (said->teller != NULL)
    kith_text_set (&after->teller, said->teller);
  return put (map, _ ("Note who gave an answer"), after, error);
}

/**
 * kith_verb_say_answer:
 * @map: a map
 * @said: who says what to which question
 * @error: KITH_MODEL_ERROR_REFUSED where question or stakeholder are gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_say_answer (KithMap *map, const KithAnswering *said, GError **error)
{
  const KithAnswer *shown = answer_to_correct (map, said);
  const KithQuestion *question = kith_map_get (map, KITH_QUESTION, said->question);
  g_autofree char *text = stripped (said->text);
  gboolean corrects = shown != NULL && kith_date_equal (&shown->date, &said->date);
  KithAnswer *after;

  if (question == NULL || kith_map_stakeholder (map, said->stakeholder) == NULL)
    return kith_refuse_null (error, _ ("The question or who answers it is no longer on the map."));
  if (*text == '\0')
    return withdraw (shown, _ ("Withdraw an answer"));
  if (shown != NULL && g_str_equal (shown->text, text))
    return correct_teller (map, shown, said, error);
  after = corrects ? kith_record_copy (shown) : new_answer (said, question, shown);
  kith_text_set (&after->text, text);
  if (said->teller != NULL)
    kith_text_set (&after->teller, said->teller);
  after->basis = basis_or (said->basis, shown != NULL ? &shown->basis : NULL);
  after->date = said->date;
  return put (map, corrects ? _ ("Correct an answer") : _ ("Answer a question"), after, error);
}

/**
 * kith_verb_sort_answer:
 * @map: a map
 * @answer: one of its answers
 * @position: a position of its question, or 0
 * @error: KITH_MODEL_ERROR_REFUSED where one of them is gone, or it is of another question
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_sort_answer (KithMap *map, KithId answer, KithId position, GError **error)
{
  const KithAnswer *before = kith_map_get (map, KITH_ANSWER, answer);
  const KithPosition *to = position != 0 ? kith_map_get (map, KITH_POSITION, position) : NULL;
  KithAnswer *after;

  if (before == NULL || (position != 0 && (to == NULL || to->question != before->question)))
    return kith_refuse_null (error, _ ("The answer or the position is no longer on the map."));
  after = kith_record_copy (before);
  after->position = position;
  return put (map, _ ("Sort an answer"), after, error);
}

/**
 * kith_verb_set_answer_kind:
 * @map: a map
 * @answer: one of its answers
 * @kind: what it is
 * @error: KITH_MODEL_ERROR_REFUSED where it is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set_answer_kind (KithMap *map, KithId answer, KithAnswerKind kind, GError **error)
{
  const KithAnswer *before = kith_map_get (map, KITH_ANSWER, answer);
  KithAnswer *after;

  if (before == NULL)
    return kith_refuse_null (error, _ ("The answer is no longer on the map."));
  after = kith_record_copy (before);
  after->kind = (int) kind;
  return put (map,
              kind == KITH_ANSWER_SOLUTION ? _ ("Mark an answer as a solution")
                                           : _ ("Mark an answer as no solution"),
              after, error);
}

/* --- Purpose --- */

static const KithStance *
stance_to_correct (KithMap *map, const KithStating *stated)
{
  const KithStance *shown = stated->corrects != 0
                                ? kith_map_get (map, KITH_STANCE, stated->corrects)
                                : NULL;

  return shown != NULL && shown->space == stated->space && shown->stakeholder == stated->stakeholder
             ? shown
             : NULL;
}

/**
 * kith_verb_set_stance:
 * @map: a map
 * @stated: who sees whose purpose how
 * @error: KITH_MODEL_ERROR_REFUSED where one of them is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set_stance (KithMap *map, const KithStating *stated, GError **error)
{
  const KithStance *shown = stance_to_correct (map, stated);
  g_autofree char *words = stripped (stated->words);
  gboolean corrects = shown != NULL && kith_date_equal (&shown->date, &stated->date);
  KithStance *after;

  if (kith_map_stakeholder (map, stated->stakeholder) == NULL
      || (stated->space != 0 && kith_map_space (map, stated->space) == NULL))
    return kith_refuse_null (
        error, _ ("Whose purpose it is, or who sees it so, is no longer on the map."));
  if (stated->view == KITH_STANCE_NOT_ASKED && *words == '\0')
    return withdraw (shown, _ ("Withdraw a view of the purpose"));
  if (shown != NULL && shown->view == (int) stated->view && g_str_equal (shown->words, words))
    return kith_edit_new (_ ("Note a view of the purpose"));
  after = corrects ? kith_record_copy (shown) : kith_record_new (KITH_STANCE, kith_id_new ());
  if (!corrects)
    after->entered = g_get_real_time ();
  if (shown != NULL)
    after->is_private = shown->is_private;
  after->stakeholder = stated->stakeholder;
  after->space = stated->space;
  after->view = (int) stated->view;
  after->basis = basis_or (stated->basis, shown != NULL ? &shown->basis : NULL);
  after->date = stated->date;
  kith_text_set (&after->words, words);
  return put (map, _ ("Note a view of the purpose"), after, error);
}
