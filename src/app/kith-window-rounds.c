/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of ratings, as a window's commands. */
#include "kith-handout-dialog.h"
#include "kith-rounds-dialog.h"
#include "kith-window-private.h"

static void
on_rounds (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_rounds_dialog_open (data);
}

static void
on_your_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithKind kind = KITH_N_KINDS;

  kith_window_flush (self);
  kith_handout_dialog_open (GTK_WINDOW (self), self, 0, kith_viewer_get_only (self->viewer, &kind),
                            FALSE);
}

static const GActionEntry entries[] = {
  { "rounds", on_rounds },
  { "your-page", on_your_page },
};

void
kith_window_install_round_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_round_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              entries[i].name)),
                                 self->document != NULL);
}
