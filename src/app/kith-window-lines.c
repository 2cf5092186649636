/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: whether inherited lines are shown on the map. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

static void
on_lines (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  gboolean shown = g_variant_get_boolean (value);

  if (self->viewer == NULL)
    return;
  kith_window_set_lines (self, shown);
  if (!shown)
    kith_viewer_announce (self->viewer, _ ("Inherited lines are no longer shown."));
  else if (kith_viewer_get_view (self->viewer)->audience > kith_kind_info (KITH_QUOTE)->audience)
    kith_viewer_say (self->viewer, _ ("The public sees no inherited lines."));
  else if (kith_map_n (kith_viewer_get_map (self->viewer), KITH_QUOTE) == 0)
    kith_viewer_say (self->viewer, _ ("No inherited lines are noted yet. Add them where a link or "
                                      "a stakeholder is open in the inspector."));
  else
    kith_viewer_announce (self->viewer, _ ("Inherited lines are shown."));
}

static const GActionEntry entries[] = {
  { "lines", NULL, NULL, "false", on_lines },
};

void
kith_window_install_lines_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_set_lines (KithWindow *self, gboolean lines)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "lines");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (lines));
  kith_viewer_set_lines (self->viewer, lines);
}
