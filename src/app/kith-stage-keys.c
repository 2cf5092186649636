/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a stage, those of a clicker among them, and the list of them that H shows. */
#include "kith-stage-private.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-room-help.h"
#include "kith-viewport.h"

#define MOST_DIGITS 9999

static const KithRoomKey help[] = {
  { N_ ("→  Space  Page Down  Enter"), N_ ("Next scene") },
  { N_ ("←  Page Up"), N_ ("Previous scene") },
  { N_ ("Home  End"), N_ ("First scene, last scene") },
  { N_ ("12 Enter"), N_ ("Scene number 12") },
  { N_ ("B  ."), N_ ("Black, and back") },
  { N_ ("S"), N_ ("Spotlight") },
  { N_ ("P"), N_ ("Pointer") },
  { N_ ("Drag, wheel, + −"), N_ ("Look elsewhere, nearer, further") },
  { N_ ("R"), N_ ("Back to the scene") },
  { N_ ("Click a link, or O"), N_ ("Its story; there the room can agree on a rating") },
  { N_ ("A"), N_ ("Add a stakeholder that somebody names") },
  { N_ ("L"), N_ ("Legend") },
  { N_ ("N"), N_ ("Presenter’s window") },
  { N_ ("W"), N_ ("Workshop: rate one link at a time") },
  { N_ ("U"), N_ ("Undo") },
  { N_ ("Escape"), N_ ("End") },
};

static void
toggle_help (KithStage *self)
{
  if (self->help == NULL)
    {
      self->help = kith_room_help_new (help, G_N_ELEMENTS (help), _ ("Keys of the presentation"));
      gtk_widget_set_visible (self->help, FALSE);
      gtk_overlay_add_overlay (self->overlay, self->help);
    }
  gtk_widget_set_visible (self->help, !gtk_widget_get_visible (self->help));
}

static gboolean
hide_help (KithStage *self)
{
  if (self->help == NULL || !gtk_widget_get_visible (self->help))
    return FALSE;
  gtk_widget_set_visible (self->help, FALSE);
  return TRUE;
}

static void
toggle_black (KithStage *self)
{
  gtk_widget_set_visible (self->black, !gtk_widget_get_visible (self->black));
}

static void
toggle_glass (KithStage *self, KithGlass glass)
{
  kith_stage_glass_set (self->glass,
                        kith_stage_glass_get (self->glass) == glass ? KITH_GLASS_CLEAR : glass);
}

static void
zoom_by (KithStage *self, double factor)
{
  kith_stage_by_hand (self);
  kith_canvas_zoom_by (self->canvas, factor);
}

/* What is in front goes first; then the presentation ends. */
static void
leave (KithStage *self)
{
  if (gtk_widget_get_visible (self->black))
    {
      toggle_black (self);
      return;
    }
  if (hide_help (self))
    return;
  if (gtk_widget_get_visible (self->card))
    kith_stage_end_asking (self);
  else if (kith_stage_is_telling (self))
    kith_stage_end_story (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- Numbers --- */

static void
type_digit (KithStage *self, int digit)
{
  g_autofree char *text = NULL;

  self->digits = MIN (self->digits * 10 + (guint) digit, MOST_DIGITS);
  /* Translators: the number that is being typed of the scene to go to */
  text = g_strdup_printf (_ ("Scene %u … Enter goes there"), self->digits);
  kith_stage_say (self, text);
}

static void
enter (KithStage *self)
{
  guint wanted = self->digits;

  self->digits = 0;
  if (wanted == 0)
    {
      kith_stage_step (self, 1);
      return;
    }
  kith_stage_say (self, "");
  kith_stage_go (self, wanted - 1);
}

/* --- The keys --- */

static gboolean
on_move_key (KithStage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_space:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      kith_stage_step (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_BackSpace:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      kith_stage_step (self, -1);
      return TRUE;
    case GDK_KEY_Home:
      kith_stage_go (self, 0);
      return TRUE;
    case GDK_KEY_End:
      kith_stage_go (self, MAX (kith_stage_get_n (self), 1) - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_look_key (KithStage *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_s:
      toggle_glass (self, KITH_GLASS_SPOTLIGHT);
      return TRUE;
    case GDK_KEY_p:
      toggle_glass (self, KITH_GLASS_POINTER);
      return TRUE;
    case GDK_KEY_l:
      gtk_widget_set_visible (GTK_WIDGET (self->legend),
                              !gtk_widget_get_visible (GTK_WIDGET (self->legend)));
      return TRUE;
    case GDK_KEY_r:
      kith_stage_back (self);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_by (self, KITH_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_by (self, 1 / KITH_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_h:
    case GDK_KEY_F1:
    case GDK_KEY_question:
      toggle_help (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_plain_key (KithStage *self, guint keyval)
{
  int digit = kith_digit_of (keyval);

  if (digit >= 0)
    {
      type_digit (self, digit);
      return;
    }
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      enter (self);
      return;
    }
  self->digits = 0;
  if (on_move_key (self, keyval) || on_look_key (self, keyval))
    return;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_b:
    case GDK_KEY_period:
      toggle_black (self);
      break;
    case GDK_KEY_o:
      kith_stage_tell_story (self, 0);
      break;
    case GDK_KEY_a:
      kith_stage_ask_name (self);
      break;
    case GDK_KEY_n:
      g_signal_emit_by_name (self, "notes");
      break;
    case GDK_KEY_w:
      g_signal_emit_by_name (self, "workshop");
      break;
    case GDK_KEY_u:
      kith_stage_undo (self);
      break;
    default:
      break;
    }
}

/* For the end that has the keyboard: no end is rated because it comes first. */
static void
agree (KithStage *self, int digit)
{
  KithEnd end;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->agreed)))
    return;
  if (kith_stage_get_end (self, &end))
    kith_stage_agree (self, end, digit == 0 ? KITH_SCORE_NOT_KNOWN : (KithScore) digit);
  else
    kith_stage_say (self, _ ("Which end? Tab goes to one, or click on its step."));
}

/* While a story is told its own controls have the keys, but a clicker goes on. */
static gboolean
on_story_key (KithStage *self, guint keyval)
{
  int digit = kith_digit_of (keyval);

  if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Down
      || keyval == GDK_KEY_KP_Page_Up)
    kith_stage_end_story (self);
  else if (kith_widget_is_typing (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  else if (digit >= 0 && digit <= 5)
    agree (self, digit);
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_u)
    kith_stage_undo (self);
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_b || keyval == GDK_KEY_period)
    toggle_black (self);
  else if (!on_look_key (self, keyval))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

gboolean
kith_stage_awaits_enter (KithStage *self)
{
  return self->digits > 0;
}

gboolean
kith_stage_press (KithStage *self, guint keyval, GdkModifierType state)
{
  GdkModifierType mods = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (mods == GDK_CONTROL_MASK && keyval == GDK_KEY_z && !kith_widget_is_typing (GTK_WIDGET (self)))
    {
      kith_stage_undo (self);
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
  if (gtk_widget_get_visible (self->card))
    return GDK_EVENT_PROPAGATE;
  if (kith_stage_is_telling (self) && !gtk_widget_get_visible (self->black))
    return on_story_key (self, keyval);
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (!hide_help (self))
    on_plain_key (self, keyval);
  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithStage *self)
{
  return kith_stage_press (self, keyval, state);
}

void
kith_stage_keys_init (KithStage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
