/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: its keys. */
#include "kith-trust-view-private.h"

static int
n_in_sight (KithTrustView *self)
{
  double room = self->frame.height - kith_trust_frame_top (&self->frame);

  return MAX ((int) (room / KITH_TRUST_CELL_HEIGHT) - 1, 1);
}

/* With Ctrl: to the next cell that way in which something can be said. */
static void
leap (KithTrustView *self, int down, int right)
{
  int n = (int) kith_trust_sheet_n (self->sheet);
  int row = self->row + down, column = self->column + right;

  for (; row >= 0 && column >= 0 && row < n && column < n; row += down, column += right)
    {
      const KithTrustCell *cell = kith_trust_sheet_cell (self->sheet, (guint) row, (guint) column);

      if (cell != NULL && cell->n > 0)
        {
          kith_trust_view_go (self, row, column);
          return;
        }
    }
}

static void
step (KithTrustView *self, gboolean control, int down, int right)
{
  if (control)
    leap (self, down, right);
  else
    kith_trust_view_go (self, self->row + down, self->column + right);
}

static gboolean
move (KithTrustView *self, guint keyval, gboolean control)
{
  int last = (int) kith_trust_sheet_n (self->sheet) - 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, control, 0, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, control, 0, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, control, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, control, 1, 0);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      kith_trust_view_go (self, control ? 0 : self->row, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      kith_trust_view_go (self, control ? last : self->row, last);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      kith_trust_view_go (self, self->row - n_in_sight (self), self->column);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      kith_trust_view_go (self, self->row + n_in_sight (self), self->column);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
act (KithTrustView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      kith_trust_view_open (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      kith_trust_view_withdraw (self);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      kith_trust_view_rate (self, KITH_SCORE_NOT_KNOWN);
      return TRUE;
    case GDK_KEY_Menu:
      kith_trust_view_popup_menu (self, NULL);
      return TRUE;
    default:
      break;
    }
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_5)
    kith_trust_view_rate (self, (KithScore) (KITH_SCORE_1 + (keyval - GDK_KEY_1)));
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_5)
    kith_trust_view_rate (self, (KithScore) (KITH_SCORE_1 + (keyval - GDK_KEY_KP_1)));
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithTrustView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean control = modifiers == GDK_CONTROL_MASK;

  if (keyval == GDK_KEY_Escape && modifiers == 0)
    {
      g_signal_emit_by_name (self, "leave");
      return TRUE;
    }
  if (kith_trust_view_get_sheet (self) == NULL || !kith_trust_view_has_cursor (self))
    return FALSE;
  if (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)
    {
      kith_trust_view_popup_menu (self, NULL);
      return TRUE;
    }
  if (modifiers != 0 && !control)
    return FALSE;
  return move (self, keyval, control) || (!control && act (self, keyval));
}

void
kith_trust_view_init_keys (KithTrustView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
