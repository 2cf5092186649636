/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-withdraw.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-rating.h"
#include "kith-verbs.h"

typedef struct
{
  KithViewer *viewer; /* owned */
  KithId rating;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->viewer);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;
  KithMap *map = kith_viewer_get_whole_map (question->viewer);
  GtkWidget *others = adw_message_dialog_get_extra_child (dialog);
  gboolean all = others != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (others));

  if (!g_str_equal (response, "withdraw"))
    return;
  if (kith_viewer_perform (question->viewer, kith_verb_withdraw (map, question->rating, all), NULL))
    kith_viewer_say (question->viewer, all ? _ ("All that this voice said is withdrawn. Undo "
                                                "brings it back.")
                                           : _ ("Rating withdrawn. Undo brings it back."));
}

/* What goes where, and what does not go by itself. */
static char *
body (const KithAssessment *shown)
{
  g_autofree char *scores = kith_rating_scores_words (shown);
  g_autofree char *circumstances = kith_rating_circumstances (shown);

  return g_strdup_printf (
      "%s, %s\n\n%s\n\n%s", scores, circumstances,
      _ ("It is gone from every later view and export. Undo brings it back until the map is "
         "closed."),
      _ ("Earlier versions of this file still hold it. Under Earlier Versions in the main menu "
         "those that were kept under a name can be deleted; the others make way for later ones "
         "as the map is saved. Copies that have been sent stay with those who have them."));
}

/* How many a named voice has given; partners are not told of those that they do not see. */
static guint
n_of_voice (KithViewer *viewer, KithId rating)
{
  g_autoptr (GArray) ids = NULL;

  if (kith_viewer_get_view (viewer)->audience != KITH_TEAM)
    return 1;
  ids = kith_voice_ratings (kith_viewer_get_whole_map (viewer), rating);
  return ids->len;
}

static void
add_responses (AdwMessageDialog *dialog)
{
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "withdraw",
                                    _ ("_Withdraw Rating"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "withdraw", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

/* The others of the voice, on any link, go only where somebody says so. */
static void
add_others (AdwMessageDialog *dialog, KithViewer *viewer, const KithAssessment *stored)
{
  guint n = n_of_voice (viewer, KITH_ID (stored));
  g_autofree char *words = NULL;
  GtkWidget *check;
  GtkWidget *label;

  if (n < 2)
    return;
  /* Translators: how many more ratings one voice ("night sister") has given */
  words = g_strdup_printf (ngettext ("Also the %u other rating by “%s”, on any link",
                                     "Also the %u other ratings by “%s”, on any link", n - 1),
                           n - 1, stored->voice);
  check = gtk_check_button_new ();
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  kith_widget_set_name (check, words);
  adw_message_dialog_set_extra_child (dialog, check);
}

/**
 * kith_withdraw_ask:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @rating: a rating that the viewer shows
 */
void
kith_withdraw_ask (GtkWidget *parent, KithViewer *viewer, KithId rating)
{
  const KithAssessment *shown = kith_map_assessment (kith_viewer_get_map (viewer), rating);
  const KithAssessment *stored = kith_map_assessment (kith_viewer_get_whole_map (viewer), rating);
  GtkRoot *root = gtk_widget_get_root (parent);
  Question *question;
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  if (shown == NULL || stored == NULL)
    return;
  words = body (shown);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Withdraw this rating?"), words);
  add_responses (ADW_MESSAGE_DIALOG (dialog));
  add_others (ADW_MESSAGE_DIALOG (dialog), viewer, stored);
  question = g_new0 (Question, 1);
  question->viewer = g_object_ref (viewer);
  question->rating = rating;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
