/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene-pane-private.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-keyboard.h"
#include "kith-record-list.h"
#include "kith-scene-picture.h"
#include "kith-scene-row.h"

#define SETTLE 500 /* milliseconds after the last change until pictures follow */
#define LARGE 600  /* stakeholders from which on they follow later */
#define LARGE_REST 4000
#define NARROW_HEIGHT 150 /* pixels of the strip above the map in a narrow window */
#define DENSE 2           /* pixels of a picture a pixel of the screen */

G_DEFINE_FINAL_TYPE (KithScenePane, kith_scene_pane, GTK_TYPE_WIDGET)

static KithSceneRow *
row_at (KithScenePane *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  return row != NULL ? KITH_SCENE_ROW (row) : NULL;
}

KithSceneRow *
kith_scene_pane_find_row (KithScenePane *self, KithId scene)
{
  KithSceneRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (kith_scene_row_get_scene (row)->record.id == scene)
      return row;
  return NULL;
}

/* --- Pictures, one at a time while nothing else is to be done --- */

static void
draw_picture (KithScenePane *self, KithSceneRow *row)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  const KithScene *scene = kith_scene_row_get_scene (row);
  KithAudience audience = kith_scene_audience (scene, view->audience);
  KithMap *whole = kith_document_get_map (kith_viewer_get_document (self->viewer));
  g_autoptr (KithMap) seen = NULL;
  cairo_surface_t *surface;

  seen = audience == view->audience
             ? kith_map_ref (kith_viewer_get_seen_map (self->viewer))
             : kith_map_for_audience (kith_viewer_get_seen_map (self->viewer), audience);
  surface = kith_scene_picture (whole, seen, scene, audience, view->palette, KITH_SCENE_ROW_WIDTH,
                                KITH_SCENE_ROW_HEIGHT, DENSE);
  kith_scene_row_set_picture (row, surface);
  cairo_surface_destroy (surface);
}

static gboolean
on_draw (gpointer data)
{
  KithScenePane *self = data;
  KithSceneRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (!kith_scene_row_is_drawn (row))
      {
        draw_picture (self, row);
        return G_SOURCE_CONTINUE;
      }
  self->draw = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_settled (gpointer data)
{
  KithScenePane *self = data;

  self->settle = 0;
  if (self->draw == 0)
    self->draw = g_idle_add_full (G_PRIORITY_LOW, on_draw, self, NULL);
  return G_SOURCE_REMOVE;
}

/* `soon`: somebody waits for the picture of a new one. */
static void
queue_pictures (KithScenePane *self, gboolean soon)
{
  KithMap *map = kith_viewer_get_seen_map (self->viewer);
  guint rest = kith_map_n (map, KITH_STAKEHOLDER) >= LARGE ? LARGE_REST : SETTLE;

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->draw, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    self->settle = g_timeout_add (soon ? 0 : rest, on_settled, self);
}

static void
outdate_pictures (KithScenePane *self)
{
  KithSceneRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    kith_scene_row_outdate (row);
}

/* --- Rows --- */

static void
show_rows (KithScenePane *self, const GPtrArray *scenes)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                      g_object_unref);
  KithSceneRow *row;

  while ((row = row_at (self, 0)) != NULL)
    {
      g_hash_table_insert (old, (gpointer) &kith_scene_row_get_scene (row)->record.id,
                           g_object_ref (row));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint i = 0; i < scenes->len; i++)
    {
      GtkWidget *made = kith_scene_row_new (scenes->pdata[i], i, scenes->len);

      row = g_hash_table_lookup (old, &KITH_ID (scenes->pdata[i]));
      if (row != NULL)
        kith_scene_row_take_picture (KITH_SCENE_ROW (made), row);
      kith_scene_row_set_narrow (KITH_SCENE_ROW (made), self->narrow);
      gtk_list_box_append (self->list, made);
    }
}

static void
refresh (KithScenePane *self)
{
  g_autoptr (GPtrArray) scenes = kith_map_list (kith_viewer_get_seen_map (self->viewer),
                                                KITH_SCENE);
  KithId chosen = kith_scene_pane_get_chosen (self);
  gboolean had_keyboard = kith_widget_has_keyboard (GTK_WIDGET (self->list));

  if (!kith_record_list_keep (&self->kept, scenes))
    return;
  self->refreshing = TRUE;
  show_rows (self, scenes);
  self->refreshing = FALSE;
  gtk_widget_set_visible (self->empty, scenes->len == 0);
  gtk_widget_set_visible (self->scroller, scenes->len > 0);
  kith_scene_pane_choose (self, chosen);
  if (had_keyboard)
    kith_scene_pane_grab (self);
  queue_pictures (self, TRUE);
}

/* An edit of scenes alone changes no picture but those of rows that are new. */
static gboolean
is_of_scenes (KithEdit *edit)
{
  guint n = edit != NULL ? kith_edit_n_changes (edit) : 0;

  for (guint i = 0; i < n; i++)
    if (kith_change_kind (kith_edit_change (edit, i)) != KITH_SCENE)
      return FALSE;
  return n > 0;
}

static void
on_changed (KithScenePane *self, KithEdit *edit)
{
  KithMap *whole = kith_document_get_map (kith_viewer_get_document (self->viewer));
  gboolean edited = kith_map_revision (whole) != self->revision;

  self->revision = kith_map_revision (whole);
  refresh (self);
  if (!edited || is_of_scenes (edit)) /* or only another day is shown */
    return;
  outdate_pictures (self);
  queue_pictures (self, FALSE);
}

static void
on_view_changed (KithScenePane *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);

  if (view->palette == self->palette && view->audience == self->audience)
    return;
  self->palette = view->palette;
  self->audience = view->audience;
  refresh (self);
  outdate_pictures (self);
  queue_pictures (self, TRUE);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, KithScenePane *self)
{
  g_signal_emit_by_name (self, "go", kith_scene_row_get_scene (KITH_SCENE_ROW (row))->record.id);
}

static void
on_selected (KithScenePane *self)
{
  if (!self->refreshing)
    g_signal_emit_by_name (self, "chosen");
}

/* --- The widget --- */

static void
kith_scene_pane_dispose (GObject *object)
{
  KithScenePane *self = KITH_SCENE_PANE (object);
  GtkWidget *child;

  kith_scene_pane_set_viewer (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_scene_pane_parent_class)->dispose (object);
}

static void
on_shown (KithScenePane *self)
{
  if (self->viewer != NULL)
    queue_pictures (self, TRUE);
}

static void
kith_scene_pane_class_init (KithScenePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_scene_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "kith-scene-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_signal_new ("go", KITH_TYPE_SCENE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT64);
  g_signal_new ("chosen", KITH_TYPE_SCENE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static GtkWidget *
make_button (const char *icon, const char *words, const char *action)
{
  GtkWidget *button = kith_icon_button (icon, words);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (_ ("Scenes"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (head, "kith-scene-head");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head),
                  make_button ("list-add-symbolic",
                               _ ("Make a scene of what is on screen (Ctrl+F4)"), "win.add-scene"));
  gtk_box_append (GTK_BOX (head),
                  make_button ("media-playback-start-symbolic", _ ("Present (F5)"), "win.present"));
  return head;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_label_new (
      _ ("A scene is a look at the map that you keep, with words for a room: the lens, the filter, "
         "the date and what is in sight.\n\nSet the map up as people are to see it, then make a "
         "scene of it."));
  GtkWidget *make = gtk_button_new_with_mnemonic (_ ("_Make a Scene"));
  GtkWidget *opening = gtk_button_new_with_mnemonic (_ ("_Opening Scenes"));

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_width_chars (GTK_LABEL (words), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 22);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "win.add-scene");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (opening), "win.opening-scenes");
  kith_widget_set_name (make, _ ("Make a Scene"));
  kith_widget_set_name (opening, _ ("Opening Scenes"));
  gtk_widget_set_tooltip_text (opening,
                               _ ("Who is here, what we have shared, and each link that is "
                                  "selected"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make);
  gtk_box_append (GTK_BOX (box), opening);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_add_css_class (box, "kith-scene-empty");
  return box;
}

static void
kith_scene_pane_init (KithScenePane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = make_empty ();
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "child", self->list, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "kith-scene-list");
  gtk_widget_set_parent (make_head (), GTK_WIDGET (self));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  kith_widget_set_name (GTK_WIDGET (self), _ ("Scenes"));
  kith_widget_set_name (GTK_WIDGET (self->list), _ ("Scenes in their order"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->list, "selected-rows-changed", G_CALLBACK (on_selected), self);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
  kith_scene_pane_init_hands (self);
}

void
kith_scene_pane_set_viewer (KithScenePane *self, KithViewer *viewer)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->draw, g_source_remove);
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_set_object (&self->viewer, viewer);
  if (viewer == NULL)
    return;
  self->palette = kith_viewer_get_view (viewer)->palette;
  self->audience = kith_viewer_get_view (viewer)->audience;
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  refresh (self);
}

void
kith_scene_pane_set_narrow (KithScenePane *self, gboolean narrow)
{
  KithSceneRow *row;

  self->narrow = narrow;
  gtk_widget_set_vexpand (self->empty, !narrow);
  gtk_widget_set_vexpand (self->scroller, !narrow);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              narrow ? NARROW_HEIGHT : -1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    kith_scene_row_set_narrow (row, narrow);
}

KithId
kith_scene_pane_get_chosen (KithScenePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? kith_scene_row_get_scene (KITH_SCENE_ROW (row))->record.id : 0;
}

void
kith_scene_pane_choose (KithScenePane *self, KithId scene)
{
  KithSceneRow *row = scene != 0 ? kith_scene_pane_find_row (self, scene) : NULL;

  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  g_signal_emit_by_name (self, "chosen");
}

void
kith_scene_pane_grab (KithScenePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
}
