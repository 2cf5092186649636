/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pulse checks, change load and warning signs, as a window's commands. */
#include "kith-changes-dialog.h"
#include "kith-pulse-dialog.h"
#include "kith-warnings-dialog.h"
#include "kith-window-private.h"

static void
on_pulses (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_pulse_dialog_open (data, FALSE);
}

static void
on_enter_pulses (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_pulse_dialog_open (data, TRUE);
}

static void
on_changes (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_changes_dialog_open (data);
}

static void
on_warnings (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_flush (data);
  kith_warnings_dialog_open (data);
}

static const GActionEntry entries[] = {
  { "pulses", on_pulses },
  { "enter-pulses", on_enter_pulses },
  { "change-load", on_changes },
  { "warning-signs", on_warnings },
};

void
kith_window_install_pulse_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* The public sees none of it. */
void
kith_window_update_pulse_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              entries[i].name)),
                                 self->document != NULL && self->audience != KITH_PUBLIC
                                     && (entries[i].activate != on_enter_pulses
                                         || self->audience == KITH_TEAM));
}
