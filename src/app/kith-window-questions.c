/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of everyone, as a window's commands. */
#include "kith-purpose-dialog.h"
#include "kith-questions-dialog.h"
#include "kith-window-private.h"

static void
on_questions (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_questions_dialog_open (data, 0);
}

static void
on_purpose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_purpose_dialog_open (data);
}

static const GActionEntry entries[] = {
  { "purpose", on_purpose },
  { "questions", on_questions },
};

void
kith_window_install_question_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_question_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              entries[i].name)),
                                 self->document != NULL);
}
