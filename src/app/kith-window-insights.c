/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what the map tells, beside the map or below it. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

/* It is of one map: while two are compared, their list is there. */
void
kith_window_update_insights (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "insights");
  gboolean comparing = self->viewer != NULL && kith_viewer_is_comparing (self->viewer);
  gboolean shown;

  if (comparing || self->viewer == NULL)
    self->insights_shown = FALSE;
  shown = self->insights_shown;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->viewer != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  gtk_widget_set_visible (self->compare_side, comparing || shown);
  gtk_widget_set_visible (GTK_WIDGET (self->insights_pane), shown);
  kith_insights_pane_set_viewer (self->insights_pane, shown ? self->viewer : NULL);
  if (shown)
    kith_window_divide_compared (self);
}

static void
show (KithWindow *self)
{
  if (kith_viewer_is_comparing (self->viewer))
    {
      kith_window_offer (self, _ ("What the map tells is of one map, and two are compared"),
                         _ ("Stop Comparing"), "win.end-comparison");
      return;
    }
  kith_window_close_sides (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    kith_window_leave_tables (self);
  self->insights_shown = TRUE;
  kith_window_update_insights (self);
  kith_insights_pane_grab (self->insights_pane);
}

static void
on_insights (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;

  if (self->viewer == NULL)
    return;
  kith_window_flush (self);
  if (g_variant_get_boolean (value))
    {
      show (self);
      return;
    }
  self->insights_shown = FALSE;
  kith_window_update_insights (self);
  kith_window_grab_map (self, FALSE);
}

static const GActionEntry entries[] = {
  { "insights", NULL, NULL, "false", on_insights },
};

void
kith_window_install_insights_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_init_insights (KithWindow *self)
{
  kith_insights_pane_set_canvas (self->insights_pane, self->canvas);
}
