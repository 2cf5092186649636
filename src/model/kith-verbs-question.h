/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for questions that are put to everyone, their positions and what is answered; and for how
 * stakeholders see a purpose. Words of a question are set with kith_verb_set(). */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

KithEdit *kith_verb_add_question (KithMap *map,
                                  const char *title,
                                  KithQuestionKind kind,
                                  const KithDate *asked,
                                  KithId *id,
                                  GError **error);
/* The last of the question's, in a colour that no other has, as far as there are enough. */
KithEdit *kith_verb_add_position (KithMap *map,
                                  KithId question,
                                  const char *title,
                                  KithId *id,
                                  GError **error);
KithEdit *kith_verb_rename_position (KithMap *map,
                                     KithId position,
                                     const char *title,
                                     GError **error);

#define KITH_BASIS_AS_IT_WAS (-1)

/* What is said to a question. */
typedef struct
{
  KithId question;
  KithId stakeholder;
  KithId corrects;    /* the answer that is shown: of the same date it is corrected; 0: none */
  const char *text;   /* blank: what it corrects is withdrawn */
  int basis;          /* KithBasis; KITH_BASIS_AS_IT_WAS: that of what it corrects */
  const char *teller; /* who gave it: a role; NULL: as it is */
  KithDate date;
} KithAnswering;

/* Corrects, adds or withdraws; without changes where nothing is different. What was private stays so,
 * on a later day too. */
KithEdit *kith_verb_say_answer (KithMap *map, const KithAnswering *said, GError **error);
/* Into a position of its question; 0: out of all. */
KithEdit *kith_verb_sort_answer (KithMap *map, KithId answer, KithId position, GError **error);
/* Whether it says what to do, whatever was asked. */
KithEdit *kith_verb_set_answer_kind (KithMap *map,
                                     KithId answer,
                                     KithAnswerKind kind,
                                     GError **error);

/* How a stakeholder sees a purpose. */
typedef struct
{
  KithId stakeholder;
  KithId space;    /* whose purpose; 0: the map's */
  KithId corrects; /* the view that is shown: of the same date it is corrected; 0: none */
  KithStanceView view;
  const char *words;
  int basis; /* KithBasis; KITH_BASIS_AS_IT_WAS: that of what it corrects */
  KithDate date;
} KithStating;

/* Not asked and without words: the one that it corrects is withdrawn. What was private stays so. */
KithEdit *kith_verb_set_stance (KithMap *map, const KithStating *stated, GError **error);

G_END_DECLS
