/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip of scenes under pointer and keys: dragging to another place, the menu of a scene. */
#include "kith-scene-pane-private.h"

#include <glib/gi18n-lib.h>

#include "kith-popup.h"
#include "kith-verbs-scene.h"

#define FAR 8.0 /* pixels from which on it is a drag */

/* -1: it is not there. */
static int
place_of (KithScenePane *self, KithId scene)
{
  KithSceneRow *row = kith_scene_pane_find_row (self, scene);

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
move_to (KithScenePane *self, KithId scene, int place)
{
  GError *error = NULL;
  KithEdit *edit;

  if (scene == 0 || place < 0)
    return;
  edit = kith_verb_move_scene (kith_viewer_get_whole_map (self->viewer), scene, (guint) place,
                               &error);
  if (edit != NULL && kith_edit_is_empty (edit))
    g_clear_pointer (&edit, kith_edit_unref);
  kith_viewer_perform (self->viewer, edit, error);
}

void
kith_scene_pane_move_chosen (KithScenePane *self, int by)
{
  KithId chosen = kith_scene_pane_get_chosen (self);
  GtkListBoxRow *other = gtk_list_box_get_row_at_index (self->list, place_of (self, chosen) + by);
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  g_autoptr (GPtrArray) all = kith_map_list (whole, KITH_SCENE);
  const KithScene *scene;
  guint place;

  if (chosen == 0 || other == NULL)
    return;
  scene = kith_map_scene (whole, kith_scene_row_get_scene (KITH_SCENE_ROW (other))->record.id);
  if (g_ptr_array_find (all, scene, &place))
    move_to (self, chosen, (int) place);
}

/* --- Dragging --- */

static void
unmark (KithScenePane *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "kith-drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (row), "kith-drop-after");
      gtk_widget_remove_css_class (GTK_WIDGET (row), "kith-dragged");
    }
}

static int
n_rows (KithScenePane *self)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  return n;
}

/* The place before which something that is let go at this height goes. */
static int
place_at (KithScenePane *self, double y)
{
  GtkListBoxRow *row;
  double left, top;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, &left,
                                          &top)
        && y < top + gtk_widget_get_height (GTK_WIDGET (row)) / 2.0)
      break;
  return i;
}

static void
mark (KithScenePane *self)
{
  int n = n_rows (self);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (self->target, n - 1));
  GtkListBoxRow *own = gtk_list_box_get_row_at_index (self->list, place_of (self, self->dragged));

  unmark (self);
  if (own != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (own), "kith-dragged");
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row),
                              self->target < n ? "kith-drop-before" : "kith-drop-after");
}

/* A finger scrolls; a pointer drags. */
static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, KithScenePane *self)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (drag));

  self->dragged = 0;
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, KithScenePane *self)
{
  GtkListBoxRow *row;
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (self->dragged == 0)
    {
      row = gtk_list_box_get_row_at_y (self->list, (int) y);
      if (ABS (dy) < FAR || row == NULL || n_rows (self) < 2)
        return;
      self->dragged = kith_scene_row_get_scene (KITH_SCENE_ROW (row))->record.id;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->target = place_at (self, y + dy);
  mark (self);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, KithScenePane *self)
{
  KithId dragged = self->dragged;
  int own = place_of (self, dragged);
  int steps = self->target > own ? self->target - own - 1 : self->target - own;

  unmark (self);
  self->dragged = 0;
  if (dragged == 0 || steps == 0)
    return;
  kith_scene_pane_choose (self, dragged);
  kith_scene_pane_move_chosen (self, steps);
}

static void
on_drag_cancel (KithScenePane *self)
{
  self->dragged = 0;
  unmark (self);
}

/* --- The menu --- */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (words, _ ("Change Its _Words…"), "win.word-scene");
  g_menu_append (words, _ ("_Show What Is on Screen Now"), "win.update-scene");
  g_menu_append (words, _ ("_Present from Here"), "win.present-here");
  g_menu_append (order, _ ("Move _Up"), "win.scene-up");
  g_menu_append (order, _ ("Move _Down"), "win.scene-down");
  g_menu_append (order, _ ("D_uplicate"), "win.duplicate-scene");
  g_menu_append (end, _ ("De_lete"), "win.delete-scene");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
popup (KithScenePane *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = kith_popup_new (GTK_WIDGET (self), _ ("Scene menu"));
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (kith_scene_pane_grab), self,
                               G_CONNECT_SWAPPED);
    }
  kith_popup_at (self->menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
on_secondary (GtkGestureClick *click, int n, double x, double y, KithScenePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  double at_x, at_y;

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  kith_scene_pane_choose (self, kith_scene_row_get_scene (KITH_SCENE_ROW (row))->record.id);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &at_x, &at_y);
  popup (self, at_x, at_y);
}

static void
popup_at_chosen (KithScenePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  double x, y;

  if (row != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), 24, 24, &x, &y))
    popup (self, x, y);
}

/* --- Keys --- */

static gboolean
act (KithScenePane *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithScenePane *self)
{
  GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && self->dragged != 0)
    {
      /* In this order: a gesture that is reset ends, and an end would move it. */
      on_drag_cancel (self);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
      return GDK_EVENT_STOP;
    }
  if (kith_scene_pane_get_chosen (self) == 0)
    return GDK_EVENT_PROPAGATE;
  if (mods == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      kith_scene_pane_move_chosen (self, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && mods == GDK_SHIFT_MASK))
    {
      popup_at_chosen (self);
      return GDK_EVENT_STOP;
    }
  if (mods == 0 && keyval == GDK_KEY_F2)
    return act (self, "win.word-scene");
  if (mods == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace))
    return act (self, "win.delete-scene");
  if (mods == GDK_CONTROL_MASK && keyval == GDK_KEY_d)
    return act (self, "win.duplicate-scene");
  return GDK_EVENT_PROPAGATE;
}

void
kith_scene_pane_init_hands (KithScenePane *self)
{
  GtkGesture *drag = self->drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (secondary));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
