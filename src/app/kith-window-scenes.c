/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and its scenes: the strip, making them from what is on screen, going to one. */
#include <glib/gi18n.h>

#include "kith-scene-dialog.h"
#include "kith-verbs-scene.h"
#include "kith-window-private.h"

#define FLIGHT 400 /* milliseconds */

static void
set_scenes_shown (KithWindow *self, gboolean shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "scenes");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  gtk_widget_set_visible (GTK_WIDGET (self->scenes), shown && self->document != NULL);
}

static void
on_scenes (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  gboolean shown = g_variant_get_boolean (value);

  kith_window_flush (self);
  set_scenes_shown (self, shown);
  if (shown)
    kith_scene_pane_grab (self->scenes);
  else
    kith_window_grab_map (self, FALSE);
}

/* --- What is on screen --- */

/* Where all of the map is in sight, the scene shows all of it, whatever it grows to. */
static void
set_camera (KithScene *scene, KithCanvas *canvas)
{
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));
  KithCamera camera;

  if (kith_canvas_is_fitted (canvas) || width <= 0 || height <= 0)
    return;
  kith_canvas_get_camera (canvas, &camera);
  scene->x = kith_quantise (camera.x);
  scene->y = kith_quantise (camera.y);
  scene->width = kith_quantise (width / camera.zoom);
  scene->height = kith_quantise (height / camera.zoom);
}

KithScene *
kith_window_scene_of_screen (KithWindow *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithKind kind = KITH_N_KINDS;
  KithId only = kith_viewer_get_only (self->viewer, &kind);
  KithScene *scene = kith_scene_of_view (kith_viewer_get_view (self->viewer), map);

  set_camera (scene, self->canvas);
  if (only != 0 && kind == KITH_LINK)
    scene->link = only;
  return scene;
}

static void
say_focus (KithWindow *self, const KithScene *scene)
{
  const KithFilter *filter = kith_viewer_get_view (self->viewer)->filter;
  const KithStakeholder *kept = kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                      scene->focus);
  g_autofree char *text = NULL;

  if (kept == NULL || filter == NULL || kith_filter_get_focus (filter)->len < 2)
    return;
  text = g_strdup_printf (_ ("A scene keeps the focus on one stakeholder: %s."), kept->name);
  kith_window_say (self, text);
}

/* After the one that is marked, else at the end. */
static guint
place_of_new (KithWindow *self)
{
  g_autoptr (GPtrArray) all = kith_map_list (kith_viewer_get_whole_map (self->viewer), KITH_SCENE);
  KithId chosen = kith_scene_pane_get_chosen (self->scenes);

  for (guint i = 0; i < all->len; i++)
    if (KITH_ID (all->pdata[i]) == chosen)
      return i + 1;
  return all->len;
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithScene *scene;
  KithId id;
  GError *error = NULL;
  KithEdit *edit;

  kith_window_flush (self);
  scene = kith_window_scene_of_screen (self);
  id = scene->record.id;
  say_focus (self, scene);
  edit = kith_verb_add_scene (kith_viewer_get_whole_map (self->viewer), scene, place_of_new (self),
                              &error);
  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  set_scenes_shown (self, TRUE);
  kith_scene_pane_choose (self->scenes, id);
  kith_scene_dialog_open (GTK_WIDGET (self), self->viewer, id);
}

static void
on_update (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (KithScene) shown = NULL;
  GError *error = NULL;
  KithEdit *edit;

  kith_window_flush (self);
  shown = kith_window_scene_of_screen (self);
  edit = kith_verb_update_scene (kith_viewer_get_whole_map (self->viewer),
                                 kith_scene_pane_get_chosen (self->scenes), shown, &error);
  if (kith_viewer_perform (self->viewer, edit, error))
    kith_window_say (self, _ ("The scene shows what is on screen now"));
}

static void
on_opening (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  GError *error = NULL;
  KithEdit *edit;

  kith_window_flush (self);
  edit = kith_verb_opening_scenes (kith_viewer_get_whole_map (self->viewer), self->audience,
                                   (const KithId *) (gpointer) selected->data, selected->len,
                                   &error);
  if (kith_viewer_perform (self->viewer, edit, error))
    set_scenes_shown (self, TRUE);
}

/* --- What is done to the one that is marked --- */

static void
on_word (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_scene_dialog_open (GTK_WIDGET (self), self->viewer,
                          kith_scene_pane_get_chosen (self->scenes));
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithId copy = 0;
  GError *error = NULL;
  KithEdit *edit = kith_verb_duplicate_scene (kith_viewer_get_whole_map (self->viewer),
                                              kith_scene_pane_get_chosen (self->scenes), &copy,
                                              &error);

  if (kith_viewer_perform (self->viewer, edit, error))
    kith_scene_pane_choose (self->scenes, copy);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  GError *error = NULL;
  KithEdit *edit = kith_verb_delete_scene (kith_viewer_get_whole_map (self->viewer),
                                           kith_scene_pane_get_chosen (self->scenes), &error);

  if (kith_viewer_perform (self->viewer, edit, error))
    kith_window_say (self, _ ("Scene deleted. Undo brings it back."));
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_scene_pane_move_chosen (self->scenes,
                               g_str_equal (g_action_get_name (G_ACTION (action)), "scene-up") ? -1
                                                                                               : 1);
}

/* --- Going there --- */

/* The window may turn to fewer eyes by this, never to more: somebody may be looking on. */
static void
on_go (KithScenePane *pane, gint64 id, KithWindow *self)
{
  const KithScene *scene = kith_map_scene (kith_viewer_get_seen_map (self->viewer), id);

  if (scene == NULL)
    return;
  kith_window_flush (self);
  if (kith_scene_audience (scene, self->audience) != self->audience)
    {
      kith_window_set_audience (self, kith_scene_audience (scene, self->audience));
      scene = kith_map_scene (kith_viewer_get_seen_map (self->viewer), id);
    }
  if (scene == NULL)
    return;
  kith_time_bar_pause (self->time_bar);
  if (self->flight == NULL)
    self->flight = kith_flight_new (self->viewer, self->canvas);
  kith_flight_go (self->flight, scene, FLIGHT);
}

static void
on_chosen (KithWindow *self)
{
  kith_window_update_scene_actions (self);
}

/* Where it was found by its words. */
void
kith_window_show_scene (KithWindow *self, KithId scene)
{
  set_scenes_shown (self, TRUE);
  kith_scene_pane_choose (self->scenes, scene);
  kith_scene_pane_grab (self->scenes);
  on_go (self->scenes, scene, self);
}

#define N_OF_MAP 3 /* actions that need no scene to be marked come first */

static const GActionEntry entries[] = {
  { "scenes", NULL, NULL, "false", on_scenes },
  { "add-scene", on_add },
  { "opening-scenes", on_opening },
  { "word-scene", on_word },
  { "update-scene", on_update },
  { "duplicate-scene", on_duplicate },
  { "delete-scene", on_delete },
  { "scene-up", on_move },
  { "scene-down", on_move },
};

void
kith_window_install_scene_actions (KithWindow *self)
{
  kith_window_install_present_actions (self);
  kith_window_install_workshop_actions (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_scene_actions (KithWindow *self)
{
  gboolean chosen = self->document != NULL && gtk_widget_get_visible (GTK_WIDGET (self->scenes))
                    && kith_scene_pane_get_chosen (self->scenes) != 0;

  kith_window_update_present_actions (self);
  kith_window_update_workshop (self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              entries[i].name)),
                                 i < N_OF_MAP ? self->document != NULL : chosen);
}

void
kith_window_init_scenes (KithWindow *self)
{
  g_signal_connect_object (self->scenes, "go", G_CALLBACK (on_go), self, 0);
  g_signal_connect_object (self->scenes, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scenes, "notify::visible", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
}

void
kith_window_clear_scenes (KithWindow *self)
{
  kith_window_end_presentation (self);
  kith_window_end_workshop (self);
  g_clear_pointer (&self->flight, kith_flight_free);
  if (self->viewer != NULL)
    kith_scene_pane_set_viewer (self->scenes, NULL);
}
