/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes back to those who answered, and what the question itself is. */
#include "kith-questions-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-audience.h"
#include "kith-handout-dialog.h"
#include "kith-question.h"
#include "kith-verbs.h"

/* From what those may see who get it, whatever the team sees. */
static void
on_draft (KithQuestionsDialog *self)
{
  g_autoptr (KithMap) seen = kith_map_for_audience (kith_viewer_get_whole_map (self->viewer),
                                                    KITH_PARTNERS);
  g_autofree char *draft = NULL;
  g_autofree char *text = NULL;
  const KithQuestion *question;
  GError *error = NULL;
  KithEdit *edit;

  kith_binder_flush (self->binder);
  question = kith_questions_dialog_question (self);
  if (question == NULL)
    return;
  draft = kith_question_draft_heard (seen, self->question);
  if (*draft == '\0')
    {
      kith_questions_dialog_say (self, _ ("There is no answer yet that may go back."));
      return;
    }
  text = g_strconcat (question->heard, *question->heard != '\0' ? "\n\n" : "", draft, NULL);
  edit = kith_verb_set (kith_viewer_get_whole_map (self->viewer), KITH_QUESTION, self->question,
                        "heard", text, &error);
  kith_viewer_perform (self->viewer, edit, error);
}

static void
on_sheet (KithQuestionsDialog *self)
{
  kith_binder_flush (self->binder);
  kith_handout_dialog_open_question (GTK_WINDOW (self), self->window, self->question);
}

static void
on_delete_question (KithQuestionsDialog *self)
{
  KithId id = self->question;

  kith_binder_flush (self->binder);
  kith_viewer_perform (self->viewer,
                       kith_verb_delete (kith_viewer_get_whole_map (self->viewer), &id, 1, NULL),
                       NULL);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, KithQuestionsDialog, child)

void
kith_questions_dialog_bind_back (GtkWidgetClass *widget_class)
{
  BIND (back_group);
  BIND (heard_row);
  BIND (differs_row);
  BIND (follows_row);
  BIND (draft_button);
  BIND (question_group);
  BIND (title_row);
  BIND (what_row);
  BIND (asked_row);
  BIND (private_note_row);
  BIND (private_row);
  BIND (is_private);
  BIND (delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_draft);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_question);
}

void
kith_questions_dialog_init_back (KithQuestionsDialog *self)
{
  self->binder = kith_binder_new (self->viewer, KITH_QUESTION);
  kith_binder_bind (self->binder, "heard", GTK_WIDGET (self->heard_row));
  kith_binder_bind (self->binder, "differs", GTK_WIDGET (self->differs_row));
  kith_binder_bind (self->binder, "follows", GTK_WIDGET (self->follows_row));
  kith_binder_bind (self->binder, "title", GTK_WIDGET (self->title_row));
  kith_binder_bind (self->binder, "kind", GTK_WIDGET (self->what_row));
  kith_binder_bind (self->binder, "asked", GTK_WIDGET (self->asked_row));
  if (kith_binder_bind (self->binder, "private_note", GTK_WIDGET (self->private_note_row)))
    kith_note_row_set_private (self->private_note_row, TRUE);
  kith_widget_name_after (GTK_WIDGET (self->is_private), ADW_PREFERENCES_ROW (self->private_row));
  kith_binder_bind (self->binder, "private", GTK_WIDGET (self->is_private));
}
