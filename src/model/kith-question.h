/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that are put to everyone: who has answered, which positions the answers take, how far
 * links and the whole map agree, and whether solutions come before a shared diagnosis. Counts what the
 * map that it is given has; knows not who looks.
 *
 * A diagnosis is shared where at least two stakeholders have said what the cause is, and at least two
 * of three of them take the same position. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* What counts of a stakeholder: its answer of the latest date, of one day what was entered last;
 * borrowed, NULL for none. Cost: what refers to the stakeholder. */
const KithAnswer *kith_answer_of (KithMap *map, KithId question, KithId stakeholder);
/* All that it has said to it, the latest first; a new array of borrowed records. */
GPtrArray *kith_answers_of (KithMap *map, KithId question, KithId stakeholder);
/* The questions in their order, and the positions of one; new arrays of borrowed records. */
GPtrArray *kith_map_questions (KithMap *map);
GPtrArray *kith_positions_of (KithMap *map, KithId question);
/* That one, if there is one of that id, else the first; NULL where nothing is asked. */
const KithQuestion *kith_question_or_first (KithMap *map, KithId question);
/* "A" for the first of a question, after Z "27"; "" for 0 and what is no position of the map. */
void kith_position_letter (KithMap *map, KithId position, char letter[4]);

typedef enum
{
  KITH_AGREES_SAME,
  KITH_AGREES_NOT,
  KITH_AGREES_ONE, /* only one end has a position */
  KITH_AGREES_UNKNOWN,
  KITH_N_AGREES,
} KithAgrees;

/* What the ends of a link make of a question. */
KithAgrees kith_link_agrees (KithMap *map, const KithLink *link, KithId question);

typedef struct
{
  guint asked; /* stakeholders on the map */
  guint answered;
  guint sorted;    /* of those: into a position */
  guint solutions; /* of those who answered: with what to do */
  guint links[KITH_N_AGREES];
} KithAgreement;

/* Cost: linear in the map. */
void kith_question_agreement (KithMap *map, KithId question, KithAgreement *agreement);
/* How many stakeholders take it today. */
guint kith_position_count (KithMap *map, KithId position);
/* "7 of 12 have answered. 4 say “No beds”, 2 say “Late decisions”, 1 is not sorted yet. Both ends
 * take the same one on 5 of 9 links where both have one." */
char *kith_question_to_words (KithMap *map, KithId question);
/* What was heard, by position, each with its answers in their own words, and what is not sorted yet: to
 * begin the sheet with that goes back. Of a map made for those who get it (transfer full). */
char *kith_question_draft_heard (KithMap *map, KithId question);
gboolean kith_question_is_shared (KithMap *map, KithId question);

typedef struct
{
  char *key;      /* "solutions-first/3": what an acknowledgement names */
  char *sentence; /* with the reason */
  KithId question;
} KithQuestionWarning;

void kith_question_warning_free (KithQuestionWarning *warning);
/* Where solutions are collected before a diagnosis is shared: as answers to the question for a cause,
 * or to one for what to do; a new array that owns what it holds. */
GPtrArray *kith_question_warnings (KithMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithQuestionWarning, kith_question_warning_free)

G_END_DECLS
