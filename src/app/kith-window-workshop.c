/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and a workshop: which links are asked for, then it turns to partners, then the workshop
 * opens, on another display where there is one. */
#include <glib/gi18n.h>

#include "kith-window-private.h"
#include "kith-workshop-dialog.h"

static void
on_gone (KithWindow *self)
{
  self->workshop = NULL;
  kith_window_leave_room (self);
}

static void
on_ended (KithWorkshop *workshop, const char *words, KithWindow *self)
{
  kith_window_say (self, words);
}

static void
start (KithWindow *self, const KithWorkshopPlan *plan)
{
  kith_window_prepare_for_room (self);
  self->workshop = kith_workshop_new (self->document, plan,
                                      kith_viewer_get_view (self->viewer)->palette);
  g_signal_connect_object (self->workshop, "destroy", G_CALLBACK (on_gone), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workshop, "ended", G_CALLBACK (on_ended), self, 0);
  kith_window_show_to_room (self, GTK_WINDOW (self->workshop));
}

/* A presentation ends for it: the room looks at one thing. */
static void
on_workshop (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  if (self->document == NULL)
    return;
  if (self->workshop != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->workshop));
      return;
    }
  kith_window_flush (self);
  if (self->stage != NULL)
    kith_stage_settle (self->stage);
  kith_window_end_presentation (self);
  if (self->audience == KITH_PUBLIC)
    kith_window_say (self, _ ("The public sees no ratings. Choose another audience to rate."));
  else
    kith_workshop_dialog_open (self, start);
}

void
kith_window_install_workshop_actions (KithWindow *self)
{
  static const GActionEntry entries[] = { { "workshop", on_workshop } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_workshop (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "workshop");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->document != NULL);
}

/* Without a word: what was rated is not for whoever sees the window now. */
void
kith_window_end_workshop (KithWindow *self)
{
  KithWorkshop *workshop = self->workshop;

  if (workshop == NULL)
    return;
  self->workshop = NULL;
  g_signal_handlers_disconnect_by_data (workshop, self);
  gtk_window_destroy (GTK_WINDOW (workshop));
}
