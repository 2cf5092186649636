/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a workshop, those of a clicker among them, and the list of them that H shows. */
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-canvas.h"
#include "kith-room-help.h"
#include "kith-workshop-private.h"

static const KithRoomKey help[] = {
  { N_ ("1 2 3 4 5"), N_ ("Trust of the end with the frame: needs repair to deep") },
  { N_ ("0  N"), N_ ("Not known") },
  { N_ ("←  →"), N_ ("The end on the left, on the right") },
  { N_ ("Page Down  Space  Enter"), N_ ("Next link") },
  { N_ ("Page Up"), N_ ("Previous link") },
  { N_ ("K"), N_ ("Skip this link") },
  { N_ ("S"), N_ ("Silently first, or together") },
  { N_ ("R"), N_ ("Reveal what the voices said") },
  { N_ ("U"), N_ ("Undo") },
  { N_ ("B  ."), N_ ("Black, and back") },
  { N_ ("Escape"), N_ ("End") },
};

static void
toggle_help (KithWorkshop *self)
{
  if (self->help == NULL)
    {
      self->help = kith_room_help_new (help, G_N_ELEMENTS (help), _ ("Keys of the workshop"));
      gtk_widget_set_visible (self->help, FALSE);
      gtk_overlay_add_overlay (self->overlay, self->help);
    }
  gtk_widget_set_visible (self->help, !gtk_widget_get_visible (self->help));
}

static gboolean
hide (GtkWidget *widget)
{
  if (widget == NULL || !gtk_widget_get_visible (widget))
    return FALSE;
  gtk_widget_set_visible (widget, FALSE);
  return TRUE;
}

/* Escape leaves what is nearest. */
static void
leave (KithWorkshop *self)
{
  if (hide (self->black) || hide (self->help))
    return;
  if (kith_widget_is_typing (GTK_WIDGET (self)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  else
    kith_workshop_end (self);
}

static void
turn_to (KithWorkshop *self, KithEnd end)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->turn = end;
  kith_workshop_refresh (self);
  if (kith_workshop_get_mode (self) == KITH_WORKSHOP_SILENT)
    gtk_widget_grab_focus (GTK_WIDGET (self->ends[end].voice));
}

static gboolean
on_going_key (KithWorkshop *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      kith_workshop_step (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      kith_workshop_step (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_letter (KithWorkshop *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_n:
      kith_workshop_rate (self, self->turn, KITH_SCORE_NOT_KNOWN);
      return TRUE;
    case GDK_KEY_k:
      kith_workshop_skip (self);
      return TRUE;
    case GDK_KEY_s:
      kith_workshop_toggle_silent (self);
      return TRUE;
    case GDK_KEY_r:
      kith_workshop_reveal (self);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      turn_to (self, KITH_END_A);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      turn_to (self, KITH_END_B);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Enter on a button presses it; where nothing has the keyboard, it goes on as a clicker's does. */
static gboolean
on_link_key (KithWorkshop *self, guint keyval)
{
  int digit = kith_digit_of (keyval);

  if (digit >= 0 && digit <= 5)
    kith_workshop_rate (self, self->turn, digit == 0 ? KITH_SCORE_NOT_KNOWN : (KithScore) digit);
  else if (on_letter (self, keyval))
    return GDK_EVENT_STOP;
  else if ((keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
           && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    kith_workshop_step (self, 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* After a role its step is asked for. */
static gboolean
on_typing_key (KithWorkshop *self, guint keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->ends[self->turn].steps[0]);
  return GDK_EVENT_STOP;
}

static gboolean
on_plain_key (KithWorkshop *self, guint keyval)
{
  if (on_going_key (self, keyval))
    return GDK_EVENT_STOP;
  if (kith_widget_is_typing (GTK_WIDGET (self)))
    return on_typing_key (self, keyval);
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_u:
      kith_workshop_undo (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_b:
    case GDK_KEY_period:
      gtk_widget_set_visible (self->black, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_h:
    case GDK_KEY_F1:
      toggle_help (self);
      return GDK_EVENT_STOP;
    default:
      return kith_workshop_is_done_page (self) ? GDK_EVENT_PROPAGATE : on_link_key (self, keyval);
    }
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithWorkshop *self)
{
  GdkModifierType mods = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (mods == GDK_CONTROL_MASK && keyval == GDK_KEY_z && !kith_widget_is_typing (GTK_WIDGET (self)))
    {
      kith_workshop_undo (self);
      return GDK_EVENT_STOP;
    }
  if (mods != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F5) /* some clickers begin with it: it does not end */
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape)
    {
      leave (self);
      return GDK_EVENT_STOP;
    }
  if (hide (self->black) || hide (self->help)) /* what cannot be seen is not rated */
    return GDK_EVENT_STOP;
  return on_plain_key (self, keyval);
}

void
kith_workshop_keys_init (KithWorkshop *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
