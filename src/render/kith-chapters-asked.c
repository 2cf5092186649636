/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters of what everybody was asked: the purpose, and questions. */
#include "kith-chapters-private.h"

#include <glib/gi18n-lib.h>

#include "kith-purpose.h"
#include "kith-question.h"

/* --- Purpose --- */

static gboolean
has_stance (KithMap *map, KithId space)
{
  KITH_FOR_EACH (KithStance, stance, map, KITH_STANCE)
    if (stance->space == space)
      return TRUE;
  return FALSE;
}

static void
add_views (KithChapter *chapter, const KithChapterSource *source, KithId space, const char *title)
{
  static const KithColumn columns[] = { { N_ ("Stakeholder"), 5 },
                                        { N_ ("How it sees it"), 4 },
                                        { N_ ("In its own words"), 8 },
                                        { N_ ("When"), 3 } };
  g_autoptr (GPtrArray) asked = kith_purpose_asked (source->map, space);
  g_autoptr (GString) silent = g_string_new (NULL);
  KithPassage *table = kith_chapter_table (chapter, title, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < asked->len; i++)
    {
      const KithStakeholder *who = asked->pdata[i];
      const KithStance *stance = kith_stance_of (source->map, KITH_ID (who), space);

      if (!kith_chapter_wants (source, KITH_ID (who)))
        continue;
      if (stance == NULL || stance->view == KITH_STANCE_NOT_ASKED)
        g_string_append_printf (silent, "%s%s", silent->len > 0 ? ", " : "", who->name);
      else
        kith_passage_take_row (table,
                               (char *[]){ g_strdup (who->name),
                                           g_strdup (kith_enum_label (&kith_stances, stance->view)),
                                           g_strdup (stance->words),
                                           kith_date_to_words (&stance->date) });
    }
  kith_chapter_end_table (chapter);
  if (source->view->audience == KITH_TEAM) /* others do not know of all who were asked */
    kith_chapter_named (chapter, _ ("Not asked yet"), silent->str);
}

static void
add_purpose (KithChapter *chapter, const KithChapterSource *source, KithId space, const char *title)
{
  g_autofree char *words = NULL;

  if (!has_stance (source->map, space))
    return;
  words = kith_purpose_to_words (source->map, space, source->view->audience);
  kith_chapter_heading (chapter, title);
  kith_chapter_words (chapter, kith_purpose_text (source->map, space));
  kith_chapter_words (chapter, words);
  add_views (chapter, source, space, title);
}

void
kith_chapter_write_purpose (KithChapter *chapter, const KithChapterSource *source)
{
  g_autoptr (GPtrArray) spaces = kith_map_list (source->map, KITH_SPACE);

  add_purpose (chapter, source, 0, _ ("The purpose of all of it"));
  for (guint i = 0; i < spaces->len; i++)
    if (kith_chapter_wants (source, KITH_ID (spaces->pdata[i])))
      add_purpose (chapter, source, KITH_ID (spaces->pdata[i]),
                   ((const KithSpace *) spaces->pdata[i])->name);
}

/* --- Questions --- */

/* How many take each, and not who: that is for those who were asked to say. */
static void
add_positions (KithChapter *chapter, const KithChapterSource *source, const KithQuestion *question)
{
  static const KithColumn columns[] = { { N_ ("Letter"), 2 },
                                        { N_ ("Position"), 6 },
                                        { N_ ("How many say so"), 3 },
                                        { N_ ("What it means"), 9 } };
  g_autoptr (GPtrArray) positions = kith_positions_of (source->map, KITH_ID (question));
  KithPassage *table = kith_chapter_table (chapter, _ ("Positions"), columns,
                                           G_N_ELEMENTS (columns));

  for (guint i = 0; i < positions->len; i++)
    {
      const KithPosition *position = positions->pdata[i];
      char letter[4];

      kith_position_letter (source->map, KITH_ID (position), letter);
      kith_passage_take_row (table,
                             (char *[]){
                                 g_strdup (letter), g_strdup (position->title),
                                 g_strdup_printf ("%u", kith_position_count (source->map,
                                                                             KITH_ID (position))),
                                 g_strdup (position->description) });
    }
  kith_chapter_end_table (chapter);
}

static void
add_question (KithChapter *chapter, const KithChapterSource *source, const KithQuestion *question)
{
  g_autofree char *date = kith_date_to_words (&question->asked);
  g_autofree char *words = NULL;

  kith_chapter_heading (chapter, question->title);
  kith_chapter_named (chapter, _ ("Asked"), date);
  if (source->view->audience == KITH_PUBLIC)
    return; /* which sees no answers, and is not told that there are none */
  words = kith_question_to_words (source->map, KITH_ID (question));
  kith_chapter_words (chapter, words);
  add_positions (chapter, source, question);
  kith_chapter_named (chapter, _ ("What was heard"), question->heard);
  kith_chapter_named (chapter, _ ("What differs"), question->differs);
  kith_chapter_named (chapter, _ ("What follows"), question->follows);
}

void
kith_chapter_write_questions (KithChapter *chapter, const KithChapterSource *source)
{
  g_autoptr (GPtrArray) questions = kith_map_questions (source->map);

  for (guint i = 0; i < questions->len; i++)
    add_question (chapter, source, questions->pdata[i]);
}
