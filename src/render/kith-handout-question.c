/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the sheet that goes back to those who answered a question. */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>

#include "kith-question.h"

static void
add_part (KithHandout *handout, const char *heading, const char *text)
{
  kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, heading);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 4.0,
                         *text != '\0' ? text : _ ("Nothing has been written here yet."));
}

static void
add_positions (KithHandout *handout, KithMap *map, const KithQuestion *question)
{
  g_autoptr (GPtrArray) positions = kith_positions_of (map, question->record.id);

  if (positions->len == 0)
    return;
  kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, _ ("Positions"));
  for (guint i = 0; i < positions->len; i++)
    {
      const KithPosition *position = positions->pdata[i];
      guint n = kith_position_count (map, position->record.id);
      g_autofree char *count = g_strdup_printf (ngettext ("%u says so", "%u say so", n), n);
      g_autofree char *line = NULL;
      char letter[4];

      kith_position_letter (map, position->record.id, letter);
      line = g_strdup_printf ("%s  %s · %s", letter, position->title, count);
      kith_handout_add_line (handout, line);
      if (*position->description != '\0')
        kith_handout_add_line (handout, position->description);
    }
}

/**
 * kith_handout_new_question:
 * @map: what may be shown to @audience
 * @question: one of its questions
 * @audience: for whom it is made
 *
 * Who said what is not on it: only what was heard, in the words that were written for it, and how many
 * take which position.
 *
 * Returns: (transfer full): what was heard, what differs, what follows
 */
KithHandout *
kith_handout_new_question (KithMap *map, KithId question, KithAudience audience)
{
  const KithQuestion *asked = kith_map_get (map, KITH_QUESTION, question);
  const char *title = kith_map_about (map)->title;
  g_autofree char *words = kith_question_to_words (map, question);
  g_autofree char *date = kith_date_to_words (&asked->asked);
  g_autofree char *line = NULL;
  KithHandout *handout = kith_handout_begin (asked->title);

  line = g_strdup_printf (_ ("%s · asked: %s · for: %s"),
                          *title != '\0' ? title : _ ("Untitled map"),
                          kith_date_is_set (&asked->asked) ? date : _ ("not dated"),
                          kith_enum_label (&kith_audiences, (int) audience));
  kith_handout_add_text (handout, KITH_TEXT_TITLE, 0.0, asked->title);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 4.0, line);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 10.0,
                         _ ("You were asked this question. This is what came of it, for you to "
                            "correct and to take further."));
  if (audience != KITH_PUBLIC)
    {
      kith_handout_add_text (handout, KITH_TEXT_BODY, 10.0, words);
      add_positions (handout, map, asked);
    }
  add_part (handout, _ ("What was heard"), asked->heard);
  add_part (handout, _ ("What differs"), asked->differs);
  add_part (handout, _ ("What follows"), asked->follows);
  kith_handout_end (handout);
  return handout;
}
