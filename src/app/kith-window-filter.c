/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: filter and focus, as actions. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

static guint
steps_now (KithWindow *self)
{
  return kith_filter_get_steps (kith_viewer_get_view (self->viewer)->filter);
}

static void
on_filter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_finder_close (self->finder);
  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_panel)))
    kith_filter_panel_close (self->filter_panel);
  else
    kith_filter_panel_open (self->filter_panel);
}

static void
on_clear_filter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithFilter *filter = kith_filter_new ();

  kith_filter_set_hides (filter, kith_filter_hides (view->filter));
  kith_viewer_set_filter (self->viewer, filter);
  kith_window_on_filter_bar_left (self);
}

static void
on_filter_hides (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  KithFilter *filter = kith_viewer_dup_filter (self->viewer);

  kith_filter_set_hides (filter, g_variant_get_boolean (value));
  kith_viewer_set_filter (self->viewer, filter);
}

/* One step, two, three, and one again; where there is none, of what is selected. */
static void
on_focus (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_viewer_set_steps (self->viewer, steps_now (self) % KITH_MOST_STEPS + 1);
}

static void
on_focus_steps (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  int steps = g_variant_get_int32 (parameter);

  kith_window_flush (self);
  kith_viewer_set_steps (self->viewer, (guint) CLAMP (steps, 0, KITH_MOST_STEPS));
}

static void
on_focus_here (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_viewer_focus (self->viewer, MAX (1, steps_now (self)));
}

static void
on_end_focus (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_viewer_focus (self->viewer, 0);
}

static const GActionEntry entries[] = {
  { "filter", on_filter },
  { "clear-filter", on_clear_filter },
  { "filter-hides", NULL, NULL, "false", on_filter_hides },
  { "focus", on_focus },
  { "focus-steps", on_focus_steps, "i" },
  { "focus-here", on_focus_here },
  { "end-focus", on_end_focus },
};

void
kith_window_install_filter_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* What can be done now, and whether the rest is hidden. */
void
kith_window_update_filter_actions (KithWindow *self)
{
  const KithFilter *filter = self->viewer != NULL ? kith_viewer_get_view (self->viewer)->filter
                                                  : NULL;
  GActionMap *map = G_ACTION_MAP (self);
  guint steps = kith_filter_get_steps (filter);
  gboolean selected = self->viewer != NULL && kith_viewer_n_selected (self->viewer) > 0;
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "filter", self->viewer != NULL },
    { "filter-hides", self->viewer != NULL },
    { "clear-filter", !kith_filter_is_empty (filter) },
    { "focus", selected || steps > 0 },
    { "focus-steps", selected || steps > 0 },
    { "focus-here", selected },
    { "end-focus", steps > 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                     g_action_map_lookup_action (map, actions[i].name)),
                                 actions[i].enabled);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "filter-hides")),
                             g_variant_new_boolean (kith_filter_hides (filter)));
}

/* The last chip is gone: the keyboard goes to the map, unless the panel has it. */
void
kith_window_on_filter_bar_left (KithWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->filter_panel)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Of what was found but is filtered out: it is shown all the same, and the way back is offered. */
void
kith_window_reveal (KithWindow *self, KithId id)
{
  kith_window_reveal_ended (self, id);
  if (kith_viewer_passes (self->viewer, id))
    return;
  if (kith_viewer_hides (self->viewer, id))
    kith_viewer_keep (self->viewer, id);
  kith_window_offer (self, _ ("This is filtered out"), _ ("Clear the _Filter"), "win.clear-filter");
}
