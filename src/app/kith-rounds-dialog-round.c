/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one round: what can be done with it, and who has rated. */
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-handout-dialog.h"
#include "kith-rounds-dialog-private.h"
#include "kith-subwindow.h"

char *
kith_rounds_dialog_state_words (const KithRound *round)
{
  g_autofree char *date = kith_date_to_words (&round->date);
  static const char *const sentences[] = {
    [KITH_ROUND_OPEN] = N_ ("Open: what is said shows at once"),
    [KITH_ROUND_SEALED] = N_ ("Silent: nobody sees what is said until you open it together"),
    [KITH_ROUND_CLOSED] = N_ ("Closed"),
  };

  return g_strdup_printf ("%s · %s", date, _ (sentences[round->state]));
}

/* --- Who has rated --- */

/* Others than the team know of no impressions. */
static gboolean
has_said (KithRoundsDialog *self, KithId round, const KithAsk *ask, const char *voice)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);

  return self->audience == KITH_TEAM ? kith_round_said (map, round, ask, voice) != NULL
                                     : kith_round_said_as (map, round, ask, voice, FALSE) != NULL;
}

/* Counts only the questions that this window may show. */
static KithRoundProgress
shown_progress (KithRoundsDialog *self, const KithRound *round, const KithRoundVoice *voice)
{
  g_autoptr (GArray) asks = kith_round_asks (kith_viewer_get_map (self->viewer), voice->stakeholder,
                                             &round->date);
  KithRoundProgress progress = { asks->len, 0 };

  for (guint i = 0; i < asks->len; i++)
    progress.rated += has_said (self, round->record.id, &g_array_index (asks, KithAsk, i),
                                voice->voice);
  return progress;
}

static void
add_voice (KithRoundsDialog *self,
           const KithRoundVoice *voice,
           const KithRoundProgress *progress,
           guint number)
{
  const KithStakeholder *who = kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                     voice->stakeholder);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = kith_round_progress_to_words (progress, 0);
  g_autofree char *title = NULL;

  if (self->audience == KITH_TEAM && *voice->voice != '\0')
    title = g_strdup_printf ("%s · %s", who->name, voice->voice);
  else
    /* Translators: an organisation and which of its voices: "Police · voice 2" */
    title = g_strdup_printf (_ ("%s · voice %u"), who->name, number);
  g_object_set (row, "use-markup", FALSE, "title-lines", 2, "focusable", FALSE, "activatable",
                FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_append (self->voices, row);
}

static void
show_voices (KithRoundsDialog *self, const KithRound *round)
{
  g_autoptr (GPtrArray) voices = kith_round_voices (kith_viewer_get_whole_map (self->viewer),
                                                    round->record.id);
  KithMap *shown = kith_viewer_get_map (self->viewer);
  GtkWidget *child;
  KithId last = 0;
  guint number = 0;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->voices))) != NULL)
    gtk_list_box_remove (self->voices, child);
  for (guint i = 0; i < voices->len; i++)
    {
      const KithRoundVoice *voice = voices->pdata[i];
      KithRoundProgress progress = { 0, 0 };

      if (kith_map_stakeholder (shown, voice->stakeholder) != NULL)
        progress = shown_progress (self, round, voice);
      if (progress.asked == 0 || (progress.rated == 0 && self->audience != KITH_TEAM))
        continue;
      number = voice->stakeholder == last ? number + 1 : 1;
      last = voice->stakeholder;
      add_voice (self, voice, &progress, number);
      n++;
    }
  gtk_widget_set_visible (self->voices_group, n > 0);
}

void
kith_rounds_dialog_show_round (KithRoundsDialog *self)
{
  const KithRound *round = kith_rounds_dialog_round (self);
  g_autofree char *words = NULL;

  if (round == NULL)
    return;
  words = kith_rounds_dialog_state_words (round);
  gtk_label_set_label (self->round_title, round->title);
  gtk_label_set_label (self->round_words, words);
  gtk_widget_set_visible (self->rate_row, round->state != KITH_ROUND_CLOSED);
  gtk_widget_set_visible (self->open_row, round->state == KITH_ROUND_SEALED);
  gtk_widget_set_visible (self->reveal_row, round->state != KITH_ROUND_SEALED);
  gtk_widget_set_visible (self->close_row, round->state == KITH_ROUND_OPEN);
  gtk_widget_set_visible (self->reopen_row, round->state == KITH_ROUND_CLOSED);
  show_voices (self, round);
  gtk_widget_grab_focus (round->state == KITH_ROUND_CLOSED ? self->reveal_row : self->rate_row);
}

/* --- What is done with it --- */

static void
on_rate (KithRoundsDialog *self)
{
  kith_rounds_dialog_ask_who (self);
}

static gboolean
set_state (KithRoundsDialog *self, KithRoundState state)
{
  GError *error = NULL;
  KithEdit *edit = kith_verb_set_round_state (kith_viewer_get_whole_map (self->viewer), self->round,
                                              state, &error);

  return kith_viewer_perform (self->viewer, edit, error);
}

static void
on_open_answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithRoundsDialog *self = data;

  if (g_str_equal (response, "open") && set_state (self, KITH_ROUND_OPEN))
    kith_rounds_dialog_go (self, "reveal");
}

static void
on_open (KithRoundsDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Open the Round Together?"),
      _ ("What every voice said is shown at once and counts from now on. Have all voices rated?"));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                    _ ("_Open Together"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_open_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_reveal (KithRoundsDialog *self)
{
  kith_rounds_dialog_go (self, "reveal");
}

static void
on_sheets (KithRoundsDialog *self)
{
  KithKind kind = KITH_N_KINDS;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  kith_handout_dialog_open (GTK_WINDOW (self), self->window, self->round, only,
                            gtk_switch_get_active (self->three));
}

static void
on_close_round (KithRoundsDialog *self)
{
  set_state (self, KITH_ROUND_CLOSED);
}

static void
on_reopen (KithRoundsDialog *self)
{
  set_state (self, KITH_ROUND_OPEN);
}

static void
on_delete (KithRoundsDialog *self)
{
  GError *error = NULL;
  KithEdit *edit = kith_verb_delete_round (kith_viewer_get_whole_map (self->viewer), self->round,
                                           &error);

  if (kith_viewer_perform (self->viewer, edit, error))
    kith_rounds_dialog_say (self, _ ("Deleted. Its ratings stay."));
}

static void
on_rename_answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithRoundsDialog *self = data;
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  GError *error = NULL;
  KithEdit *edit;

  if (!g_str_equal (response, "rename"))
    return;
  edit = kith_verb_rename_round (kith_viewer_get_whole_map (self->viewer), self->round,
                                 gtk_editable_get_text (entry), &error);
  kith_viewer_perform (self->viewer, edit, error);
}

/* A title that is being typed is stored when somebody comes to look. */
static gboolean
on_settle (AdwMessageDialog *dialog, KithViewer *viewer)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (gtk_widget_get_mapped (entry) && strspn (title, " ") < strlen (title))
    adw_message_dialog_response (dialog, "rename");
  return FALSE;
}

static void
on_rename (KithRoundsDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Rename the Round"), NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), kith_rounds_dialog_round (self)->title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  kith_widget_set_name (entry, _ ("Title of the round"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_answered), self, 0);
  g_signal_connect_object (self->viewer, "settle", G_CALLBACK (on_settle), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
kith_rounds_dialog_bind_round (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, round_title);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, round_words);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, rate_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, open_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, reveal_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, sheets_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, rename_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, close_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, reopen_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, delete_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, voices_group);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, voices);
  gtk_widget_class_bind_template_callback (widget_class, on_rate);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal);
  gtk_widget_class_bind_template_callback (widget_class, on_sheets);
  gtk_widget_class_bind_template_callback (widget_class, on_rename);
  gtk_widget_class_bind_template_callback (widget_class, on_close_round);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}
