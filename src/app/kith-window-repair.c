/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan, and what drives two, as a window's commands. */
#include "kith-drivers-overview.h"
#include "kith-plan-dialog.h"
#include "kith-window-private.h"

static void
on_repair_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_plan_dialog_open (GTK_WINDOW (self), self->viewer);
}

/* The two that are selected, and nothing else. */
static gboolean
find_two (KithWindow *self, KithId two[2])
{
  guint n = 0;

  if (self->viewer == NULL || kith_viewer_n_selected (self->viewer) != 2)
    return FALSE;
  KITH_FOR_EACH (KithStakeholder, one, kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER)
    if (n < 2 && kith_viewer_is_selected (self->viewer, KITH_ID (one)))
      two[n++] = KITH_ID (one);
  return n == 2;
}

static void
on_compare_drivers (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithId two[2];

  kith_window_flush (self);
  if (find_two (self, two))
    kith_drivers_overview_open (self, two[0], two[1]);
}

static const GActionEntry entries[] = {
  { "repair-plan", on_repair_plan },
  { "compare-drivers", on_compare_drivers },
};

void
kith_window_install_repair_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Whether there is a map, and its audience sees records of a kind. */
static gboolean
sees (KithWindow *self, KithKind kind)
{
  return self->document != NULL
         && kith_viewer_get_view (self->viewer)->audience <= kith_kind_info (kind)->audience;
}

static void
enable (KithWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The public sees no plans and no cards. */
void
kith_window_update_repair_actions (KithWindow *self)
{
  KithId two[2];

  enable (self, "repair-plan", sees (self, KITH_REPAIR));
  enable (self, "compare-drivers", sees (self, KITH_DRIVERS) && find_two (self, two));
}
