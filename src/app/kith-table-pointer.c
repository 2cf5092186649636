/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: the pointer and fingers. */
#include "kith-table-view-private.h"

/* The cell takes the keyboard, a second click on it edits, a double click too. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = at != NULL ? gtk_widget_get_ancestor (at, KITH_TYPE_TABLE_CELL) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  KithTableCell *before = kith_table_focused_cell (self);

  if (cell == NULL || kith_table_cell_is_typing (KITH_TABLE_CELL (cell)))
    return;
  self->rated = self->hushed = FALSE;
  self->cursor = kith_table_cell_get_id (KITH_TABLE_CELL (cell));
  self->cursor_column = kith_table_cell_get_column (KITH_TABLE_CELL (cell));
  gtk_widget_grab_focus (cell);
  if ((state & GDK_SHIFT_MASK) == 0)
    self->anchor = kith_table_current_row (self);
  self->edit_on_release = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0
                          && (n_press == 2 || before == KITH_TABLE_CELL (cell));
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  KithTableCell *cell = kith_table_focused_cell (self);

  kith_table_show_end (self);
  kith_table_show_on_canvas (self);
  if (self->edit_on_release && cell != NULL)
    kith_table_edit_cell (self, cell, NULL);
  self->edit_on_release = FALSE;
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  on_pressed (gesture, 1, x, y, self);
  self->edit_on_release = FALSE;
  kith_table_popup_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, KithTableView *self)
{
  self->edit_on_release = FALSE;
  kith_table_popup_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
add_controller (KithTableView *self, GtkEventController *controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
kith_table_pointer_init (KithTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_long_press), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  add_controller (self, GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  add_controller (self, GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  add_controller (self, GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
}
