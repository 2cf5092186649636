/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is included, as a window's command. */
#include "kith-inclusion-dialog.h"
#include "kith-window-private.h"

static void
on_inclusion (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_inclusion_dialog_open (GTK_WINDOW (self), self->viewer);
}

static const GActionEntry entries[] = {
  { "inclusion", on_inclusion },
};

void
kith_window_install_inclusion_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_inclusion_actions (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "inclusion");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->document != NULL);
}
