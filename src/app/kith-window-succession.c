/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stakeholder's lifetime, as a window's commands. */
#include <string.h>

#include "kith-succession-dialog.h"
#include "kith-window-private.h"

static const struct
{
  const char *name;
  KithSuccessionTask task;
  guint least;
  guint most;
} tasks[] = {
  { "merge", KITH_TASK_MERGE, 2, G_MAXUINT },
  { "split", KITH_TASK_SPLIT, 1, 1 },
  { "rename-from", KITH_TASK_RENAME, 1, 1 },
  { "close-stakeholder", KITH_TASK_CLOSE, 1, 1 },
};

/* Of what is selected, in the order of the map. */
static GArray *
dup_stakeholders (KithWindow *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  if (self->viewer == NULL)
    return ids;
  KITH_FOR_EACH (KithStakeholder, one, kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER)
    {
      KithId id = KITH_ID (one);

      if (kith_viewer_is_selected (self->viewer, id))
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
on_task (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  kith_window_flush (self);
  if (self->viewer == NULL || kith_viewer_refuses_past (self->viewer))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (tasks[i].name, name) == 0)
      {
        g_autoptr (GArray) ids = dup_stakeholders (self);

        if (ids->len >= tasks[i].least && ids->len <= tasks[i].most)
          kith_succession_dialog_open (self->canvas, self->viewer, tasks[i].task,
                                       g_steal_pointer (&ids));
      }
}

void
kith_window_install_succession_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      GActionEntry entry = { tasks[i].name, on_task };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

void
kith_window_update_succession_actions (KithWindow *self)
{
  g_autoptr (GArray) ids = NULL;
  guint n = self->viewer != NULL ? kith_viewer_n_selected (self->viewer) : 0;

  ids = n > 0 ? dup_stakeholders (self) : g_array_new (FALSE, FALSE, sizeof (KithId));
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              tasks[i].name)),
                                 ids->len >= tasks[i].least && ids->len <= tasks[i].most);
}
