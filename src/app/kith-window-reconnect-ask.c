/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question what becomes of what was said when an end of a link is led elsewhere: the voice of
 * one stakeholder must not become another's unnoticed. */
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-opinion.h"
#include "kith-window-private.h"

#define N_WAYS (KITH_RECONNECT_SUCCEED + 1)

typedef struct
{
  KithWindow *window;
  KithId link;
  KithEnd end;
  KithId to;
  GtkWidget *checks[N_WAYS];
} Question;

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (!g_str_equal (response, "reconnect") || question->window->viewer == NULL)
    return;
  for (int how = 0; how < N_WAYS; how++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (question->checks[how])))
      kith_canvas_reconnect_as (question->window->canvas, question->link, question->end,
                                question->to, (KithReconnect) how);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_object_unref (((Question *) data)->window);
  g_free (data);
}

/* The first row that is added is the one that stands chosen. */
static void
add_way (Question *question, GtkWidget *list, KithReconnect how, const char *title, char *subtitle)
{
  g_autofree char *owned = subtitle;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *first = question->checks[KITH_RECONNECT_ANEW];

  g_object_set (row, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  kith_widget_set_name (row, title);
  kith_widget_set_name (check, title);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  question->checks[how] = check;
}

static GtkWidget *
list_ways (Question *question, const char *from, const char *to)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  kith_widget_set_name (list, _ ("What becomes of what was said"));
  add_way (question, list, KITH_RECONNECT_ANEW, _ ("Begin a new link"),
           g_strdup_printf (_ ("The link to %s stays, with what was said of it"), from));
  add_way (question, list, KITH_RECONNECT_SUCCEED, _ ("Begin a new link; the old one ends today"),
           g_strdup_printf (_ ("The link to %s keeps what was said of it and shows as over"),
                            from));
  add_way (question, list, KITH_RECONNECT_ALL, _ ("Move the link with everything"),
           /* Translators: the stakeholder that a link was drawn to by mistake, and the right one */
           g_strdup_printf (_ ("It was drawn to the wrong stakeholder: what stands there as the "
                               "opinion of %s is that of %s"),
                            from, to));
  return list;
}

void
kith_window_ask_reconnect (KithWindow *self, gint64 link, int end, gint64 to)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithLink *record = kith_map_link (map, link);
  const char *from_name;
  const char *to_name;
  Question *question;
  GtkWidget *dialog;

  g_return_if_fail (record != NULL && kith_map_stakeholder (map, to) != NULL);

  from_name = kith_stakeholder_short_name (
      kith_map_stakeholder (map, kith_link_rater (record, (KithEnd) end)));
  to_name = kith_stakeholder_short_name (kith_map_stakeholder (map, to));
  question = g_new0 (Question, 1);
  *question = (Question){ g_object_ref (self), link, (KithEnd) end, to, { NULL } };
  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Reconnect to %s?"), to_name);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("What was said on this link was said by and of %s."),
                                  from_name);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      list_ways (question, from_name, to_name));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "reconnect", _ ("_Reconnect"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reconnect",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "reconnect");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
