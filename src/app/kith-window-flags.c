/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: whether warning signs and the next steps of the repair plan stand on the map. */
#include <glib/gi18n.h>

#include "kith-repair.h"
#include "kith-warning.h"
#include "kith-window-private.h"

static const struct
{
  const char *action;
  KithFlag flag;
} flags[] = {
  { "signs-on-map", KITH_FLAG_SIGNS },
  { "plan-on-map", KITH_FLAG_PLAN },
};

static guint
n_signs (KithWindow *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithDate today = kith_date_of_day (kith_view_day (view));
  g_autoptr (GPtrArray) warnings = kith_warnings (map, view->audience, &today);
  guint n = 0;

  for (guint i = 0; i < warnings->len; i++)
    {
      const KithWarning *warning = warnings->pdata[i];

      n += warning->seen == 0 && warning->stakeholder != 0;
    }
  return n;
}

static guint
n_steps (KithWindow *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  guint n = 0;

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    n += repair->state == KITH_REPAIR_PLANNED && (repair->link != 0 || repair->stakeholder != 0);
  return n;
}

/* That nothing comes of it is said, so that nobody waits for it. */
static void
say (KithWindow *self, KithFlag flag, gboolean shown)
{
  if (!shown)
    kith_viewer_announce (self->viewer, flag == KITH_FLAG_SIGNS
                                            ? _ ("Warning signs no longer stand on the map.")
                                            : _ ("Next steps no longer stand on the map."));
  else if (flag == KITH_FLAG_SIGNS && n_signs (self) == 0)
    kith_viewer_say (self->viewer, _ ("There are no warning signs of a stakeholder to be shown."));
  else if (flag == KITH_FLAG_PLAN && n_steps (self) == 0)
    kith_viewer_say (self->viewer,
                     _ ("No step is planned yet for a stakeholder or a link on the map."));
  else
    kith_viewer_announce (self->viewer, flag == KITH_FLAG_SIGNS
                                            ? _ ("Warning signs stand on the map.")
                                            : _ ("Next steps stand on the map."));
}

static void
on_flag (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  gboolean shown = g_variant_get_boolean (value);

  for (guint i = 0; i < G_N_ELEMENTS (flags) && self->viewer != NULL; i++)
    if (g_str_equal (flags[i].action, g_action_get_name (G_ACTION (action))))
      {
        guint now = kith_viewer_get_view (self->viewer)->flags;

        kith_window_set_flags (self, shown ? now | flags[i].flag : now & ~(guint) flags[i].flag);
        say (self, flags[i].flag, shown);
      }
}

static const GActionEntry entries[] = {
  { "signs-on-map", NULL, NULL, "false", on_flag },
  { "plan-on-map", NULL, NULL, "false", on_flag },
};

void
kith_window_install_flag_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_set_flags (KithWindow *self, guint shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), flags[i].action);

      g_simple_action_set_state (G_SIMPLE_ACTION (action),
                                 g_variant_new_boolean ((shown & flags[i].flag) != 0));
    }
  kith_viewer_set_flags (self->viewer, shown);
}
