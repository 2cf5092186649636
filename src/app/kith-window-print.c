/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map to a printer. */
#include "kith-export-dialog.h"
#include "kith-window-private.h"

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_export_dialog_open_to_print (self);
}

static const GActionEntry entries[] = {
  { "print", on_print },
};

void
kith_window_install_print_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
