/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each stakeholder answers, typed one after the other: Enter keeps it and goes to the next. */
#include "kith-questions-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-opinion.h"
#include "kith-question.h"
#include "kith-verbs-question.h"

typedef struct
{
  KithId stakeholder;          /* first: it is a KithPersonRow */
  KithQuestionsDialog *dialog; /* borrowed: it owns the row */
  KithId shown;                /* the answer that is shown, or 0 */
  guint basis_chosen;          /* the dialog's, when it was shown */
  GtkWidget *holder;
  GtkLabel *head;
  GtkLabel *letter;
  GtkCheckButton *solution;
  GtkEditable *answer;
  GtkEditable *teller;
  GtkLabel *when;
  gboolean filling;
  gboolean waits; /* what was typed could not be kept yet */
  gboolean typed; /* since it was filled or kept */
} AnswerRow;

static gboolean
sees_tellers (KithQuestionsDialog *self)
{
  return kith_binder_sees (self->viewer, KITH_ANSWER, "teller");
}

static const KithAnswer *
shown_answer (const AnswerRow *row)
{
  return row->shown != 0
             ? kith_map_get (kith_viewer_get_map (row->dialog->viewer), KITH_ANSWER, row->shown)
             : NULL;
}

/* "2 March 2026 · our impression" */
static char *
circumstances (const KithAnswer *answer)
{
  g_autofree char *date = kith_date_to_words (&answer->date);
  const char *basis = kith_enum_label (&kith_bases, answer->basis);

  return kith_date_is_set (&answer->date) ? g_strdup_printf ("%s · %s", date, basis)
                                          : g_strdup (basis);
}

static void
show_text (GtkEditable *entry, const char *text)
{
  if (strcmp (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

/* What is being typed, or could not be kept, is left alone. */
static gboolean
is_typed (const AnswerRow *row, GtkEditable *entry)
{
  return row->waits || gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry)));
}

static void
name_row (AnswerRow *row)
{
  const KithStakeholder *who = kith_map_stakeholder (kith_viewer_get_map (row->dialog->viewer),
                                                     row->stakeholder);
  const char *name = who != NULL ? who->name : "";
  g_autofree char *answer = g_strdup_printf (_ ("Answer of %s"), name);
  g_autofree char *teller = g_strdup_printf (_ ("Who answered for %s: a role"), name);
  /* Translators: an answer that says what to do; whose it is */
  g_autofree char *solution = g_strdup_printf (_ ("A solution: %s"), name);

  if (!kith_person_row_name (row->head, row->holder, who))
    return;
  kith_widget_set_name (GTK_WIDGET (row->answer),
                        who != NULL ? answer : _ ("Answer that was typed"));
  kith_widget_set_name (GTK_WIDGET (row->teller), who != NULL ? teller : _ ("Who gave it: a role"));
  kith_widget_set_name (GTK_WIDGET (row->solution), who != NULL ? solution : _ ("A solution"));
  if (who == NULL)
    kith_questions_dialog_say (row->dialog,
                               _ ("No longer on the map; what you typed is still here."));
}

static gboolean
is_lost (const AnswerRow *row)
{
  return kith_map_stakeholder (kith_viewer_get_map (row->dialog->viewer), row->stakeholder) == NULL
         || kith_questions_dialog_question (row->dialog) == NULL;
}

static gboolean
has_words (const AnswerRow *row)
{
  return row->typed
         && (*gtk_editable_get_text (row->answer) != '\0'
             || *gtk_editable_get_text (row->teller) != '\0');
}

static void
update_row (AnswerRow *row)
{
  KithMap *map = kith_viewer_get_map (row->dialog->viewer);
  const KithAnswer *answer = kith_answer_of (map, row->dialog->question, row->stakeholder);
  g_autofree char *when = answer != NULL ? circumstances (answer) : NULL;
  char letter[4];

  row->filling = TRUE;
  row->waits = row->waits || (is_lost (row) && has_words (row));
  name_row (row);
  row->basis_chosen = row->dialog->basis_chosen;
  row->shown = answer != NULL ? answer->record.id : 0;
  if (!is_typed (row, row->answer))
    show_text (row->answer, answer != NULL ? answer->text : "");
  if (!is_typed (row, row->teller))
    show_text (row->teller, answer != NULL ? answer->teller : "");
  kith_position_letter (map, answer != NULL ? answer->position : 0, letter);
  gtk_label_set_label (row->letter, letter);
  gtk_label_set_label (row->when, when != NULL ? when : "");
  gtk_widget_set_visible (GTK_WIDGET (row->solution), answer != NULL);
  gtk_check_button_set_active (row->solution,
                               answer != NULL && answer->kind == KITH_ANSWER_SOLUTION);
  row->filling = FALSE;
}

static gboolean
differs (const AnswerRow *row)
{
  const KithAnswer *answer = shown_answer (row);

  return strcmp (gtk_editable_get_text (row->answer), answer != NULL ? answer->text : "") != 0
         || (sees_tellers (row->dialog) && answer != NULL
             && strcmp (gtk_editable_get_text (row->teller), answer->teller) != 0);
}

/* What it shows is of the audience for which it was opened. */
static gboolean
is_live (KithQuestionsDialog *self)
{
  return self->viewer != NULL && self->question != 0
         && kith_viewer_get_view (self->viewer)->audience == self->audience;
}

/* An impression whose words are put right stays one, unless its basis has been chosen since. */
static int
basis_of (const AnswerRow *row)
{
  if (row->shown != 0 && row->basis_chosen == row->dialog->basis_chosen)
    return KITH_BASIS_AS_IT_WAS;
  return (int) adw_combo_row_get_selected (row->dialog->basis_row);
}

/* FALSE: it could not be kept. */
static gboolean
keep (AnswerRow *row)
{
  KithQuestionsDialog *self = row->dialog;
  KithAnswering said = { .question = self->question,
                         .stakeholder = row->stakeholder,
                         .corrects = row->shown,
                         .text = gtk_editable_get_text (row->answer),
                         .basis = basis_of (row),
                         .teller = sees_tellers (self) ? gtk_editable_get_text (row->teller)
                                                       : NULL };
  GError *error = NULL;
  KithEdit *edit;

  if (row->filling || !is_live (self))
    return TRUE;
  row->waits = FALSE;
  if (!differs (row) || (is_lost (row) && !has_words (row)))
    {
      row->typed = FALSE;
      return TRUE;
    }
  if (is_lost (row))
    {
      row->waits = TRUE;
      kith_questions_dialog_say (self, _ ("Copy what is typed here, or empty it to go on."));
      return FALSE;
    }
  if (!kith_date_row_get_date (self->date_row, &said.date))
    {
      row->waits = TRUE;
      kith_questions_dialog_say (self, _ ("The date is not understood."));
      return FALSE;
    }
  edit = kith_verb_say_answer (kith_viewer_get_whole_map (self->viewer), &said, &error);
  row->waits = !kith_viewer_perform (self->viewer, edit, error);
  row->typed = row->waits;
  return !row->waits;
}

static AnswerRow *
next_row (AnswerRow *row, int by)
{
  GPtrArray *rows = row->dialog->rows;
  guint at = 0;

  if (!g_ptr_array_find (rows, row, &at) || (by < 0 && at == 0) || (by > 0 && at + 1 >= rows->len))
    return NULL;
  return rows->pdata[(int) at + by];
}

static void
go_by (AnswerRow *row, int by)
{
  AnswerRow *next = next_row (row, by);

  if (keep (row) && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next->answer));
}

static void
on_activate (GtkEntry *entry, AnswerRow *row)
{
  go_by (row, 1);
}

static gboolean
on_row_key (GtkEventControllerKey *keys,
            guint keyval,
            guint code,
            GdkModifierType state,
            AnswerRow *row)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  go_by (row, keyval == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
on_typed (GtkEditable *entry, AnswerRow *row)
{
  row->typed = row->typed || !row->filling;
}

static void
on_leave (GtkEventControllerFocus *focus, AnswerRow *row)
{
  if (g_ptr_array_find (row->dialog->rows, row, NULL))
    keep (row);
}

static void
on_solution (GtkCheckButton *button, AnswerRow *row)
{
  GError *error = NULL;
  KithEdit *edit;

  if (row->filling || row->shown == 0)
    return;
  edit = kith_verb_set_answer_kind (kith_viewer_get_whole_map (row->dialog->viewer), row->shown,
                                    gtk_check_button_get_active (button) ? KITH_ANSWER_SOLUTION
                                                                         : KITH_ANSWER_PLAIN,
                                    &error);
  kith_viewer_perform (row->dialog->viewer, edit, error);
}

/* --- Making a row --- */

static GtkEditable *
add_entry (AnswerRow *row, GtkBox *box, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_row_key), row);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), row);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), row);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), row);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static GtkBox *
add_line (GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (box, line);
  return GTK_BOX (line);
}

static void
add_head (AnswerRow *row, GtkBox *line)
{
  row->head = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                       PANGO_ELLIPSIZE_END, "css-classes",
                                       (const char *[]){ "heading", NULL }, NULL));
  gtk_box_append (line, GTK_WIDGET (row->head));
  row->solution = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("A solution")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->solution),
                               _ ("It says what to do, whatever was asked"));
  g_signal_connect (row->solution, "toggled", G_CALLBACK (on_solution), row);
  gtk_box_append (line, GTK_WIDGET (row->solution));
  row->letter = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (row->letter), "heading");
  gtk_box_append (line, GTK_WIDGET (row->letter));
}

static void
insert_row (gpointer dialog, const KithStakeholder *stakeholder, guint at)
{
  KithQuestionsDialog *self = dialog;
  AnswerRow *row = g_new0 (AnswerRow, 1);
  GtkWidget *holder = gtk_list_box_row_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 4, "margin-start", 12, "margin-end", 12, "margin-top", 8,
                                 "margin-bottom", 8, NULL);
  GtkBox *line;

  row->dialog = self;
  row->stakeholder = stakeholder->record.id;
  row->holder = holder;
  g_object_set_data_full (G_OBJECT (holder), "answer", row, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), box);
  add_head (row, add_line (GTK_BOX (box)));
  row->answer = add_entry (row, GTK_BOX (box), _ ("In its own words"));
  line = add_line (GTK_BOX (box));
  row->teller = add_entry (row, line, _ ("Who gave it: a role"));
  gtk_widget_set_visible (GTK_WIDGET (row->teller), sees_tellers (self));
  row->when = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                       PANGO_ELLIPSIZE_END, "css-classes",
                                       (const char *[]){ "caption", "dim-label", NULL }, NULL));
  gtk_box_append (line, GTK_WIDGET (row->when));
  gtk_list_box_insert (self->answers, holder, (int) at);
  g_ptr_array_insert (self->rows, (int) at, row);
  update_row (row);
}

static void
remove_row (gpointer dialog, guint at)
{
  KithQuestionsDialog *self = dialog;
  const AnswerRow *row = self->rows->pdata[at];
  GtkWidget *holder = gtk_widget_get_ancestor (GTK_WIDGET (row->answer), GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove_index (self->rows, at);
  gtk_list_box_remove (self->answers, holder);
}

static gboolean
holds (gpointer dialog, guint at)
{
  return has_words (((KithQuestionsDialog *) dialog)->rows->pdata[at]);
}

/* What cannot be kept yet keeps its row. */
static gboolean
refit (gpointer dialog)
{
  KithQuestionsDialog *self = dialog;
  g_autoptr (GPtrArray) all = NULL;

  if (self->question == 0 || !kith_questions_dialog_flush_answers (self))
    return FALSE;
  all = kith_map_list (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER);
  kith_people_list_fit (self->people, all);
  return TRUE;
}

void
kith_questions_dialog_init_answers (KithQuestionsDialog *self)
{
  self->people = kith_people_list_new (self->answers, self->rows, insert_row, remove_row, refit,
                                       self);
  kith_people_list_set_holds (self->people, holds);
}

void
kith_questions_dialog_fill_answers (KithQuestionsDialog *self)
{
  g_autoptr (GPtrArray) all = kith_map_list (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER);

  kith_people_list_clear (self->people);
  if (self->asked != 0)
    kith_people_list_reach (self->people, all, self->asked);
  kith_people_list_fit (self->people, all);
}

void
kith_questions_dialog_update_answers (KithQuestionsDialog *self)
{
  g_autoptr (GPtrArray) all = kith_map_list (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER);

  kith_people_list_fit (self->people, all);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self->rows->pdata[i]);
}

gboolean
kith_questions_dialog_flush_answers (KithQuestionsDialog *self)
{
  gboolean kept = TRUE;
  KithDate date;

  if (self->question == 0)
    return TRUE;
  for (guint i = 0; kept && i < self->rows->len; i++)
    {
      AnswerRow *row = self->rows->pdata[i];

      kept = keep (row);
      if (!kept && is_lost (row))
        gtk_widget_grab_focus (GTK_WIDGET (row->answer));
    }
  if (!kept && !kith_date_row_get_date (self->date_row, &date))
    gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return kept;
}

gboolean
kith_questions_dialog_has_words (KithQuestionsDialog *self)
{
  gboolean has = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    has = has || has_words (self->rows->pdata[i]);
  return has;
}

gboolean
kith_questions_dialog_has_waiting (KithQuestionsDialog *self)
{
  gboolean waits = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    waits |= ((const AnswerRow *) self->rows->pdata[i])->waits;
  return waits;
}

/* The one who was asked for, else the first that has not answered. */
void
kith_questions_dialog_focus_answers (KithQuestionsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AnswerRow *row = self->rows->pdata[i];

      if (self->asked != 0 ? row->stakeholder == self->asked
                           : row->shown == 0 || i + 1 == self->rows->len)
        {
          self->asked = 0;
          gtk_widget_grab_focus (GTK_WIDGET (row->answer));
          return;
        }
    }
}
