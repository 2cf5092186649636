/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: the pointer reads out, selects, and opens. */
#include "kith-trust-view-private.h"

static void
hover (KithTrustView *self, int row, int column)
{
  if (row == self->hover_row && column == self->hover_column)
    return;
  self->hover_row = row;
  self->hover_column = column;
  kith_trust_view_read (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
find (KithTrustView *self, double x, double y, int *row, int *column)
{
  return self->sheet != NULL
         && kith_trust_frame_find (&self->frame, kith_trust_sheet_n (self->sheet), x, y, row,
                                   column);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, KithTrustView *self)
{
  int row, column;

  if (find (self, x, y, &row, &column))
    hover (self, row, column);
  else
    hover (self, KITH_TRUST_HEAD, KITH_TRUST_HEAD);
}

static void
on_leave (GtkEventControllerMotion *motion, KithTrustView *self)
{
  hover (self, KITH_TRUST_HEAD, KITH_TRUST_HEAD);
}

/* A head selects who it is of; the cursor goes into its row or column. */
static void
go_to (KithTrustView *self, int row, int column)
{
  kith_trust_view_go (self, row >= 0 ? row : self->row, column >= 0 ? column : self->column);
  if (row >= 0 && column >= 0)
    return;
  self->selecting = TRUE;
  kith_viewer_select_only (self->viewer, self->cursor[row >= 0 ? 0 : 1]);
  self->selecting = FALSE;
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, KithTrustView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  int row, column;

  kith_trust_view_get_sheet (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find (self, x, y, &row, &column))
    return;
  if (n_press == 1)
    go_to (self, row, column);
  if (row < 0 || column < 0)
    return;
  if (button == GDK_BUTTON_SECONDARY)
    kith_trust_view_popup_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    kith_trust_view_open (self);
}

void
kith_trust_view_init_pointer (KithTrustView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
