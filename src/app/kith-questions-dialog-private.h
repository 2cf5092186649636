/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the questions' dialog share. */
#pragma once

#include "kith-binder.h"
#include "kith-date-row.h"
#include "kith-note-row.h"
#include "kith-people-list.h"
#include "kith-questions-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_QUESTIONS_DIALOG (kith_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithQuestionsDialog, kith_questions_dialog, KITH, QUESTIONS_DIALOG, AdwWindow)

struct _KithQuestionsDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *back;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkWidget *past; /* says that another date is shown */
  GtkWidget *ask_group;
  AdwEntryRow *ask_row;
  GtkWidget *ask_button;
  AdwComboRow *kind_row;
  GtkListBox *questions;
  GtkBox *warnings;
  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *warning;
  GtkLabel *told; /* what a key has just done, for who does not see it */
  GtkWidget *map_button;
  GtkToggleButton *answers_button;
  GtkToggleButton *sort_button;
  GtkToggleButton *back_button;
  GtkStack *parts;
  AdwComboRow *basis_row;
  KithDateRow *date_row;
  GtkListBox *answers;
  GtkBox *columns;
  GtkWidget *position_line;
  GtkEntry *new_position;
  GtkWidget *back_group;
  KithNoteRow *heard_row;
  KithNoteRow *differs_row;
  KithNoteRow *follows_row;
  GtkWidget *draft_button;
  GtkWidget *question_group;
  AdwEntryRow *title_row;
  AdwComboRow *what_row;
  KithDateRow *asked_row;
  KithNoteRow *private_note_row;
  GtkWidget *private_row;
  GtkSwitch *is_private;
  GtkWidget *delete_button;

  /* owned */
  KithViewer *viewer;
  KithBinder *binder;
  GPtrArray *rows; /* of answers, in their order; borrowed from the list */
  KithPeopleList *people;

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  KithId question;    /* that is shown, or 0 */
  KithId asked;       /* the stakeholder whose answer has the keyboard at first, or 0 */
  KithId moved;       /* the answer that keeps the keyboard when the columns are made anew */
  KithAudience audience;
  guint basis_chosen; /* how often the basis was chosen */
  guint fill_source;  /* the columns are to be made anew */
  gboolean focus_cards;
  gboolean filling;
};

const KithQuestion *kith_questions_dialog_question (KithQuestionsDialog *self);
void kith_questions_dialog_say (KithQuestionsDialog *self, const char *text);
void kith_questions_dialog_tell (KithQuestionsDialog *self, const char *text);
void kith_questions_dialog_go (KithQuestionsDialog *self, const char *page);

/* kith-questions-dialog-answers.c */
void kith_questions_dialog_init_answers (KithQuestionsDialog *self);
void kith_questions_dialog_fill_answers (KithQuestionsDialog *self);
void kith_questions_dialog_update_answers (KithQuestionsDialog *self);
/* FALSE: something could not be kept; the date has the keyboard then. */
gboolean kith_questions_dialog_flush_answers (KithQuestionsDialog *self);
/* An answer was typed that could not be kept yet. */
/* What is typed in a row and kept nowhere else. */
gboolean kith_questions_dialog_has_words (KithQuestionsDialog *self);
gboolean kith_questions_dialog_has_waiting (KithQuestionsDialog *self);
void kith_questions_dialog_focus_answers (KithQuestionsDialog *self);

/* kith-questions-dialog-sort.c */
void kith_questions_dialog_init_sort (KithQuestionsDialog *self);
void kith_questions_dialog_fill_columns (KithQuestionsDialog *self, gboolean focus);
void kith_questions_dialog_bind_sort (GtkWidgetClass *widget_class);

/* kith-questions-dialog-back.c */
void kith_questions_dialog_init_back (KithQuestionsDialog *self);
void kith_questions_dialog_bind_back (GtkWidgetClass *widget_class);

G_END_DECLS
