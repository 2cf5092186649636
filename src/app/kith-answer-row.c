/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-answer-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-question.h"
#include "kith-questions-dialog.h"

static void
open_dialog (GtkWidget *widget, KithId question, KithId stakeholder)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (KITH_IS_WINDOW (root))
    kith_questions_dialog_open_for (KITH_WINDOW (root), question, stakeholder);
}

static void
on_activated (GtkWidget *row, KithViewer *viewer)
{
  const KithId *id = g_object_get_data (G_OBJECT (row), "kith-answer");
  const KithAnswer *answer = kith_map_get (kith_viewer_get_map (viewer), KITH_ANSWER, *id);

  if (answer != NULL)
    open_dialog (row, answer->question, answer->stakeholder);
}

/* "What causes the delays? · No beds · 2 March 2026 · their own words" */
static char *
subtitle_of (KithMap *map, const KithAnswer *answer)
{
  const KithQuestion *question = kith_map_get (map, KITH_QUESTION, answer->question);
  const KithPosition *position = answer->position != 0
                                     ? kith_map_get (map, KITH_POSITION, answer->position)
                                     : NULL;
  g_autofree char *date = kith_date_to_words (&answer->date);
  GString *out = g_string_new (question != NULL ? question->title : "");

  if (position != NULL)
    g_string_append_printf (out, " · %s", position->title);
  if (*date != '\0')
    g_string_append_printf (out, " · %s", date);
  g_string_append_printf (out, " · %s", kith_enum_label (&kith_bases, answer->basis));
  return g_string_free (out, FALSE);
}

/**
 * kith_answer_row_new:
 * @viewer: whose map it is
 * @answer: an answer of the audience's map
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_answer_row_new (KithViewer *viewer, const KithAnswer *answer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = subtitle_of (kith_viewer_get_map (viewer), answer);
  g_autofree char *text = g_strdup_printf (_ ("“%s”"), answer->text);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, subtitle);

  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title-lines", 4, "subtitle-lines",
                3, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  kith_widget_set_tip (row, answer->text);
  kith_widget_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "kith-answer",
                          g_memdup2 (&answer->record.id, sizeof (KithId)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), viewer, 0);
  return row;
}

/**
 * kith_answer_row_ask:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @stakeholder: who answers
 */
void
kith_answer_row_ask (GtkWidget *parent, KithViewer *viewer, KithId stakeholder)
{
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GPtrArray) questions = kith_map_questions (map);
  KithId question = questions->len > 0 ? KITH_ID (questions->pdata[0]) : 0;

  for (guint i = questions->len; i > 0; i--)
    if (kith_answer_of (map, KITH_ID (questions->pdata[i - 1]), stakeholder) == NULL)
      question = KITH_ID (questions->pdata[i - 1]);
  open_dialog (parent, question, stakeholder);
}
