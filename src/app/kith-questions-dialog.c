/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-questions-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-question.h"
#include "kith-record-list.h"
#include "kith-style.h"
#include "kith-subwindow.h"
#include "kith-verbs-question.h"

G_DEFINE_FINAL_TYPE (KithQuestionsDialog, kith_questions_dialog, ADW_TYPE_WINDOW)

const KithQuestion *
kith_questions_dialog_question (KithQuestionsDialog *self)
{
  return self->question != 0
             ? kith_map_get (kith_viewer_get_map (self->viewer), KITH_QUESTION, self->question)
             : NULL;
}

void
kith_questions_dialog_say (KithQuestionsDialog *self, const char *text)
{
  kith_subwindow_say (self->toasts, text);
}

void
kith_questions_dialog_tell (KithQuestionsDialog *self, const char *text)
{
  gtk_label_set_label (self->told, text);
}

static gboolean
is_at (KithQuestionsDialog *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* A page that is not shown is hidden, else a screen reader would find it. */
static void
turn_to (GtkStack *pages, const char *page)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (pages, page);
  GtkWidget *child;

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (pages, shown);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

/* --- The list --- */

static void
on_question (GtkListBox *list, GtkListBoxRow *row, KithQuestionsDialog *self)
{
  self->question = *(KithId *) g_object_get_data (G_OBJECT (row), "question");
  kith_questions_dialog_go (self, "question");
}

static void
add_question (KithQuestionsDialog *self, const KithQuestion *question)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = kith_question_to_words (kith_viewer_get_map (self->viewer),
                                                   question->record.id);

  g_object_set (row, "use-markup", FALSE, "title-lines", 3, "subtitle-lines", 3, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "question",
                          g_memdup2 (&question->record.id, sizeof (KithId)), g_free);
  gtk_list_box_append (self->questions, row);
}

static GtkWidget *
warning_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "css-classes",
                       (const char *[]){ "kith-early-warning", NULL }, NULL);
}

static void
show_list (KithQuestionsDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) questions = kith_map_questions (map);
  g_autoptr (GPtrArray) warnings = kith_question_warnings (map);
  GtkWidget *child;

  kith_list_box_clear (self->questions);
  for (guint i = 0; i < questions->len; i++)
    add_question (self, questions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), questions->len > 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->warnings))) != NULL)
    gtk_box_remove (self->warnings, child);
  for (guint i = 0; i < warnings->len; i++)
    gtk_box_append (self->warnings,
                    warning_label (((const KithQuestionWarning *) warnings->pdata[i])->sentence));
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings->len > 0);
}

static void
on_ask (KithQuestionsDialog *self)
{
  KithDate today = kith_viewer_date (self->viewer);
  GError *error = NULL;
  KithId made = 0;
  KithEdit *edit =
      kith_verb_add_question (kith_viewer_get_whole_map (self->viewer),
                              gtk_editable_get_text (GTK_EDITABLE (self->ask_row)),
                              (KithQuestionKind) adw_combo_row_get_selected (self->kind_row),
                              &today, &made, &error);

  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->ask_row), "");
  self->question = made;
  if (kith_questions_dialog_question (self) != NULL)
    kith_questions_dialog_go (self, "question");
}

/* --- One question --- */

static void
show_head (KithQuestionsDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *words = kith_question_to_words (map, self->question);
  g_autoptr (GPtrArray) warnings = kith_question_warnings (map);

  gtk_label_set_label (self->title, kith_questions_dialog_question (self)->title);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), FALSE);
  for (guint i = 0; i < warnings->len; i++)
    {
      const KithQuestionWarning *warning = warnings->pdata[i];

      if (warning->question != self->question)
        continue;
      gtk_label_set_label (self->warning, warning->sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->warning), TRUE);
    }
}

static void
show_part (KithQuestionsDialog *self)
{
  if (gtk_toggle_button_get_active (self->sort_button))
    {
      turn_to (self->parts, "sort");
      kith_questions_dialog_fill_columns (self, TRUE);
    }
  else if (gtk_toggle_button_get_active (self->back_button))
    turn_to (self->parts, "back");
  else
    {
      turn_to (self->parts, "answers");
      kith_questions_dialog_fill_answers (self);
      kith_questions_dialog_focus_answers (self);
    }
}

/* An answer that cannot be kept yet keeps its page. */
static void
on_part (KithQuestionsDialog *self, GtkToggleButton *button)
{
  const char *shown = gtk_stack_get_visible_child_name (self->parts);

  if (!gtk_toggle_button_get_active (button) || !is_at (self, "question")
      || (button == self->answers_button && self->rows->len > 0
          && g_strcmp0 (shown, "answers") == 0)) /* they are there, and may wait to be kept */
    return;
  if (kith_questions_dialog_flush_answers (self))
    show_part (self);
  else
    gtk_toggle_button_set_active (self->answers_button, TRUE);
}

static void
on_map (KithQuestionsDialog *self)
{
  if (!kith_questions_dialog_flush_answers (self))
    return;
  kith_viewer_set_question (self->viewer, self->question);
  kith_viewer_set_lens (self->viewer, KITH_LENS_POSITIONS);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Going from page to page --- */

void
kith_questions_dialog_go (KithQuestionsDialog *self, const char *page)
{
  turn_to (self->pages, page);
  gtk_widget_set_visible (self->back, !g_str_equal (page, "list"));
  if (g_str_equal (page, "list"))
    {
      self->question = 0;
      g_ptr_array_set_size (self->rows, 0); /* what they say is of another question */
      show_list (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->ask_row));
      return;
    }
  kith_binder_show (self->binder, self->question);
  show_head (self);
  kith_questions_dialog_tell (self, "");
  /* once: rows that are made anew would let go of the keyboard */
  if (gtk_toggle_button_get_active (self->answers_button))
    show_part (self);
  else
    gtk_toggle_button_set_active (self->answers_button, TRUE);
}

/* A question or a position that was typed and not added yet: whether to stay for it. Never for another
 * audience, which must not see what is shown. */
static gboolean
stays_for_words (KithQuestionsDialog *self)
{
  GtkWidget *const entries[] = { GTK_WIDGET (self->ask_row), GTK_WIDGET (self->new_position) };

  if (kith_viewer_get_view (self->viewer)->audience != self->audience)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (entries[i]));

      if (!gtk_widget_get_mapped (entries[i]) || strspn (text, " ") == strlen (text))
        continue;
      gtk_widget_grab_focus (entries[i]);
      kith_questions_dialog_say (self, _ ("Enter adds what is typed here. Empty it to go on."));
      return TRUE;
    }
  return FALSE;
}

/* A name that is being typed is kept when its entry is left. */
static gboolean
flush (KithQuestionsDialog *self)
{
  if (stays_for_words (self))
    return FALSE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return kith_binder_flush (self->binder) && kith_questions_dialog_flush_answers (self);
}

static void
on_back (KithQuestionsDialog *self)
{
  if (!flush (self))
    return;
  if (is_at (self, "list"))
    gtk_window_close (GTK_WINDOW (self));
  else
    kith_questions_dialog_go (self, "list");
}

static void
leave (gpointer self)
{
  on_back (self);
}

/* TRUE: something stays that could not be kept. */
static gboolean
on_settle (KithViewer *viewer, KithQuestionsDialog *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !flush (self);
}

static gboolean
on_close_request (KithQuestionsDialog *self)
{
  return flush (self) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithQuestionsDialog *self)
{
  if (*text != '\0')
    kith_questions_dialog_say (self, text);
}

/* Questions and positions are those of now: while another date is shown they cannot be altered. */
static void
show_past (KithQuestionsDialog *self)
{
  gboolean past = kith_viewer_is_past (self->viewer);
  GtkWidget *const parts[] = { self->ask_group,    self->ask_button,   self->position_line,
                               self->back_group,   self->draft_button, self->question_group,
                               self->delete_button };

  if (gtk_widget_get_visible (self->past) == past)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_sensitive (parts[i], !past);
  gtk_widget_set_visible (self->past, past);
  if (gtk_toggle_button_get_active (self->sort_button) && is_at (self, "question"))
    kith_questions_dialog_fill_columns (self, FALSE);
}

/* It was made for one audience; what it shows must not outlive that. */
static void
on_view_changed (KithViewer *viewer, KithQuestionsDialog *self)
{
  if (kith_viewer_get_view (viewer)->audience != self->audience)
    {
      if (kith_questions_dialog_has_waiting (self))
        kith_viewer_say (viewer, _ ("An answer that was typed could not be kept."));
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    show_past (self);
}

static void
on_basis (KithQuestionsDialog *self)
{
  self->basis_chosen++;
}

/* Answers that are being typed to a question which has gone stay until they are emptied. */
static void
leave_lost_question (KithQuestionsDialog *self)
{
  if (!kith_questions_dialog_has_words (self))
    kith_questions_dialog_go (self, "list");
  else
    {
      kith_questions_dialog_update_answers (self);
      gtk_label_set_label (self->words,
                           _ ("This question has been deleted meanwhile; what you typed "
                              "is still here."));
    }
}

static void
on_changed (KithViewer *viewer, KithEdit *edit, KithQuestionsDialog *self)
{
  if (is_at (self, "list"))
    show_list (self);
  else if (kith_questions_dialog_question (self) == NULL)
    leave_lost_question (self);
  else
    {
      show_head (self);
      kith_binder_refresh (self->binder);
      if (gtk_toggle_button_get_active (self->sort_button))
        kith_questions_dialog_fill_columns (self, FALSE);
      else if (gtk_toggle_button_get_active (self->answers_button))
        kith_questions_dialog_update_answers (self);
    }
}

static void
kith_questions_dialog_dispose (GObject *object)
{
  KithQuestionsDialog *self = KITH_QUESTIONS_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->binder, kith_binder_free);
  if (self->rows != NULL)
    g_ptr_array_set_size (self->rows, 0); /* the keyboard leaves them yet */
  g_clear_pointer (&self->people, kith_people_list_free);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_questions_dialog_parent_class)->dispose (object);
}

static void
kith_questions_dialog_finalize (GObject *object)
{
  g_clear_pointer (&KITH_QUESTIONS_DIALOG (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_questions_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, KithQuestionsDialog, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (back);
  BIND (toasts);
  BIND (pages);
  BIND (past);
  BIND (ask_group);
  BIND (ask_row);
  BIND (ask_button);
  BIND (kind_row);
  BIND (questions);
  BIND (warnings);
  BIND (title);
  BIND (words);
  BIND (warning);
  BIND (told);
  BIND (map_button);
  BIND (answers_button);
  BIND (sort_button);
  BIND (back_button);
  BIND (parts);
  BIND (basis_row);
  BIND (date_row);
  BIND (answers);
}

static void
kith_questions_dialog_class_init (KithQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (klass)->dispose = kith_questions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_questions_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_maps/Kith/kith-questions-dialog.ui");
  bind_children (widget_class);
  kith_questions_dialog_bind_sort (widget_class);
  kith_questions_dialog_bind_back (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_part);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
list_words (AdwComboRow *row, const KithEnum *values)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (words, kith_enum_label (values, (int) i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

static void
kith_questions_dialog_init (KithQuestionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_subwindow_take_escape (GTK_WINDOW (self), leave);
  kith_style_follow (GTK_WIDGET (self));
  g_signal_connect (self->questions, "row-activated", G_CALLBACK (on_question), self);
  self->rows = g_ptr_array_new ();
  kith_questions_dialog_init_answers (self);
  list_words (self->kind_row, &kith_question_kinds);
  list_words (self->basis_row, &kith_bases);
  adw_combo_row_set_selected (self->basis_row, KITH_BASIS_OWN_WORDS);
  g_signal_connect_swapped (self->basis_row, "notify::selected", G_CALLBACK (on_basis), self);
}

void
kith_questions_dialog_open (KithWindow *window, KithId question)
{
  kith_questions_dialog_open_for (window, question, 0);
}

static void
follow (KithQuestionsDialog *self, KithViewer *viewer)
{
  g_signal_connect (viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "settle", G_CALLBACK (on_settle), self);
  kith_subwindow_follow_past (self->toasts, viewer);
}

void
kith_questions_dialog_open_for (KithWindow *window, KithId question, KithId stakeholder)
{
  KithViewer *viewer = kith_window_get_viewer (window);
  KithDate today = kith_viewer_date (viewer);
  KithQuestionsDialog *self;

  if (kith_viewer_get_view (viewer)->audience == KITH_PUBLIC)
    {
      kith_window_say (window, _ ("The public sees no answers. Choose another audience to ask."));
      return;
    }
  self = g_object_new (KITH_TYPE_QUESTIONS_DIALOG, "transient-for", window, "destroy-with-parent",
                       TRUE, NULL);
  self->window = window;
  self->viewer = g_object_ref (viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  self->question = question;
  self->asked = stakeholder;
  kith_date_row_set_date (self->date_row, &today);
  kith_questions_dialog_init_back (self);
  kith_questions_dialog_init_sort (self);
  follow (self, viewer);
  show_past (self);
  kith_questions_dialog_go (self,
                            kith_questions_dialog_question (self) != NULL ? "question" : "list");
  gtk_window_present (GTK_WINDOW (self));
}
