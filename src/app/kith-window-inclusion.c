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

static void
on_gaps (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  g_simple_action_set_state (action, value);
  kith_canvas_show_gaps (self->canvas, g_variant_get_boolean (value));
}

static const GActionEntry entries[] = {
  { "inclusion", on_inclusion },
  { "gaps", NULL, NULL, "false", on_gaps },
};

void
kith_window_install_inclusion_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_inclusion_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->document != NULL);
    }
}
