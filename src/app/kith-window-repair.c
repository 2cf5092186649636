/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan, as a window's commands. */
#include "kith-plan-dialog.h"
#include "kith-window-private.h"

static void
on_repair_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_plan_dialog_open (GTK_WINDOW (self), self->viewer);
}

static const GActionEntry entries[] = {
  { "repair-plan", on_repair_plan },
};

void
kith_window_install_repair_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* The public sees no plans. */
void
kith_window_update_repair_actions (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "repair-plan");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               self->document != NULL
                                   && kith_viewer_get_view (self->viewer)->audience
                                          <= kith_kind_info (KITH_REPAIR)->audience);
}
