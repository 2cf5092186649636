/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and presenting: it turns to partners first, then the stage opens, on another display
 * where there is one. */
#include <glib/gi18n.h>

#include "kith-onlookers.h"
#include "kith-presenter.h"
#include "kith-stage.h"
#include "kith-verbs-scene.h"
#include "kith-window-private.h"

/* --- Displays --- */

static GdkMonitor *
own_monitor (KithWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  return surface != NULL
             ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
             : NULL;
}

/* FALSE: it has just been unplugged, or the window is on none yet. */
static gboolean
place_of (GdkMonitor *monitor, GdkRectangle *place)
{
  if (monitor == NULL || !gdk_monitor_is_valid (monitor))
    return FALSE;
  gdk_monitor_get_geometry (monitor, place);
  return place->width > 0 && place->height > 0;
}

/* Two that show the same, one in the place of the other, are one for a presenter's notes; so is one of
 * which it is not known. */
static gboolean
shows_the_same (GdkMonitor *one, GdkMonitor *other)
{
  GdkRectangle a, b;

  return one == other || !place_of (one, &a) || !place_of (other, &b)
         || gdk_rectangle_intersect (&a, &b, NULL);
}

/* One on which this window is not (transfer full), or NULL. */
static GdkMonitor *
other_monitor (KithWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkMonitor *own = own_monitor (self);

  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (!shows_the_same (monitor, own))
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/* --- The end of it --- */

/* On one display the room sees what was behind it, whoever has turned that to fewer eyes meanwhile. */
void
kith_window_leave_room (KithWindow *self)
{
  g_autoptr (GdkMonitor) monitor = other_monitor (self);

  if (self->document == NULL)
    return;
  if (monitor == NULL && self->audience < self->room)
    kith_window_choose_audience (self, self->room);
  kith_window_grab_map (self, FALSE);
}

static void
on_stage_gone (KithWindow *self)
{
  self->stage = NULL;
  if (self->presenter != NULL)
    gtk_window_destroy (self->presenter);
  kith_window_leave_room (self);
}

/* --- Who looks at what is shown to a room --- */

/* More come to look; fewer do not by a key, for what is behind it would be the team's again. */
static void
on_audience (KithWindow *self, GVariant *parameter)
{
  int audience = 0;

  if (kith_enum_from_key (&kith_audiences, g_variant_get_string (parameter, NULL), &audience)
      && audience > (int) self->audience)
    kith_window_choose_audience (self, (KithAudience) audience);
}

static void
share_audience (KithWindow *self, GtkWindow *window)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("audience", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (action, "activate", G_CALLBACK (on_audience), self, G_CONNECT_SWAPPED);
  kith_onlookers_share (window, G_ACTION (action));
}

/* --- The presenter's window --- */

static void
open_presenter (KithWindow *self)
{
  if (self->presenter == NULL)
    {
      self->presenter = kith_presenter_new (self->stage);
      gtk_window_set_application (self->presenter, gtk_window_get_application (GTK_WINDOW (self)));
      g_object_add_weak_pointer (G_OBJECT (self->presenter), (gpointer *) &self->presenter);
      share_audience (self, self->presenter);
    }
  gtk_window_present (self->presenter);
}

/* On one display the room would read the notes: that takes a second key. */
static void
on_notes (KithWindow *self)
{
  g_autoptr (GdkMonitor) monitor = other_monitor (self);

  if (monitor != NULL || self->presenter != NULL || self->warned_of_notes)
    {
      kith_stage_say (self->stage, "");
      open_presenter (self);
      return;
    }
  self->warned_of_notes = TRUE;
  kith_stage_say (self->stage, _ ("There is one display: the room would see your notes. N again "
                                  "shows them."));
}

/* --- Opening the stage --- */

/* Full screen, on another display than this window's where there is one. */
void
kith_window_show_to_room (KithWindow *self, GtkWindow *stage)
{
  g_autoptr (GdkMonitor) monitor = other_monitor (self);

  self->room = self->audience;
  gtk_window_set_application (stage, gtk_window_get_application (GTK_WINDOW (self)));
  share_audience (self, stage);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (stage, monitor);
  else
    gtk_window_fullscreen (stage);
  gtk_window_present (stage);
}

static gboolean
open_workshop (gpointer window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "workshop", NULL);
  return G_SOURCE_REMOVE;
}

/* The stage goes for it, but not under its own key. */
static void
on_workshop (KithWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, open_workshop, g_object_ref (self), g_object_unref);
}

static void
open_stage (KithWindow *self, KithScene *only, KithId first)
{
  KithPaletteName palette = kith_viewer_get_view (self->viewer)->palette;
  g_autoptr (GdkMonitor) monitor = other_monitor (self);

  self->warned_of_notes = FALSE;
  self->stage = kith_stage_new (self->document, self->audience, palette, only, first);
  g_signal_connect_object (self->stage, "destroy", G_CALLBACK (on_stage_gone), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notes", G_CALLBACK (on_notes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "workshop", G_CALLBACK (on_workshop), self,
                           G_CONNECT_SWAPPED);
  kith_window_show_to_room (self, GTK_WINDOW (self->stage));
  if (monitor != NULL)
    open_presenter (self);
}

/* Before anything else: what is private leaves this window, which is behind the stage. */
void
kith_window_prepare_for_room (KithWindow *self)
{
  kith_window_flush (self);
  kith_time_bar_pause (self->time_bar);
  if (self->audience == KITH_TEAM)
    kith_window_set_audience (self, KITH_PARTNERS);
  kith_window_turn_others (self);
}

static guint
n_to_present (KithWindow *self)
{
  g_autoptr (GPtrArray) all = kith_map_scenes_for (kith_document_get_map (self->document),
                                                   MAX (self->audience, KITH_PARTNERS));

  return all->len;
}

static void
present_as_it_is (KithWindow *self)
{
  const KithAbout *about;
  KithScene *scene;

  kith_window_prepare_for_room (self);
  about = kith_map_about (kith_viewer_get_map (self->viewer));
  scene = kith_window_scene_of_screen (self);
  kith_text_set (&scene->title, about->title);
  kith_text_set (&scene->sentence, about->purpose);
  open_stage (self, scene, 0);
}

/* --- Where there are no scenes --- */

static void
on_asked (AdwMessageDialog *dialog, const char *response, KithWindow *self)
{
  if (g_str_equal (response, "opening"))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "opening-scenes", NULL);
      if (n_to_present (self) > 0)
        {
          kith_window_prepare_for_room (self);
          open_stage (self, NULL, 0);
        }
    }
  else if (g_str_equal (response, "map"))
    present_as_it_is (self);
}

static guint
n_links_selected (KithWindow *self)
{
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  guint n = 0;

  for (guint i = 0; i < selected->len; i++)
    n += kith_map_link (kith_viewer_get_map (self->viewer), g_array_index (selected, KithId, i))
         != NULL;
  return n;
}

static char *
offer_words (KithWindow *self)
{
  guint n = n_links_selected (self);

  if (n == 0)
    return g_strdup (_ ("Begin with two: who is here, without ratings, and what you have shared. "
                        "Links that are selected get a scene each. Or show the map as it is."));
  return g_strdup_printf (
      ngettext ("Begin with who is here, without ratings, what you have shared, "
                "and the link that is selected. Or show the map as it is.",
                "Begin with who is here, without ratings, what you have shared, "
                "and the %u links that are selected. Or show the map as it is.",
                n),
      n);
}

static void
ask (KithWindow *self)
{
  g_autofree char *words = offer_words (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                              _ ("There Are No Scenes to Present"), words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "map",
                                    _ ("Present the _Map"), "opening", _ ("_Opening Scenes"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "opening",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "opening");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_asked), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Actions --- */

static void
present (KithWindow *self, KithId first)
{
  if (self->stage != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->stage));
      return;
    }
  kith_window_end_workshop (self);
  kith_window_flush (self);
  if (n_to_present (self) == 0)
    {
      ask (self);
      return;
    }
  kith_window_prepare_for_room (self);
  open_stage (self, NULL, first);
}

static void
on_present (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, 0);
}

static void
on_present_here (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, kith_scene_pane_get_chosen (KITH_WINDOW (data)->scenes));
}

static const GActionEntry entries[] = {
  { "present", on_present },
  { "present-here", on_present_here },
};

void
kith_window_install_present_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_present_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              entries[i].name)),
                                 self->document != NULL);
}

/* A window that goes takes its stage along. */
void
kith_window_end_presentation (KithWindow *self)
{
  KithStage *stage = self->stage;

  if (stage == NULL)
    return;
  self->stage = NULL;
  g_signal_handlers_disconnect_by_func (stage, on_stage_gone, self);
  if (self->presenter != NULL)
    gtk_window_destroy (self->presenter);
  gtk_window_destroy (GTK_WINDOW (stage));
}
