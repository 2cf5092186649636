/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: keys.
 *
 * Tab makes a linked neighbour of the one selected stakeholder and changes the focused end of the
 * one selected link. It must never be a trap: Shift+Tab and Ctrl+Tab always leave, as does Tab
 * when nothing or more than one thing is selected (Escape selects nothing). */
#include "kith-canvas-child.h"
#include "kith-canvas-private.h"

#define ARROW_PAN 80 /* pixels */
#define NUDGE 8      /* map units */

#define PLAIN_MASK (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

static gboolean
key_add (KithCanvas *self)
{
  kith_canvas_begin_add (self);
  return TRUE;
}

static gboolean
key_link (KithCanvas *self)
{
  kith_canvas_begin_link (self);
  return TRUE;
}

static gboolean
key_rename (KithCanvas *self)
{
  kith_canvas_begin_rename (self);
  return TRUE;
}

static gboolean
key_delete (KithCanvas *self)
{
  if (kith_viewer_n_selected (self->viewer) == 0)
    return FALSE;
  kith_viewer_delete_selection (self->viewer);
  return TRUE;
}

static gboolean
key_select_all (KithCanvas *self)
{
  kith_canvas_select_all (self);
  return TRUE;
}

static gboolean
key_zoom_in (KithCanvas *self)
{
  kith_canvas_zoom_by (self, KITH_ZOOM_STEP);
  return TRUE;
}

static gboolean
key_zoom_out (KithCanvas *self)
{
  kith_canvas_zoom_by (self, 1 / KITH_ZOOM_STEP);
  return TRUE;
}

static gboolean
key_zoom_100 (KithCanvas *self)
{
  kith_canvas_zoom_to (self, 1);
  return TRUE;
}

static gboolean
key_fit (KithCanvas *self)
{
  kith_canvas_fit (self, TRUE);
  return TRUE;
}

static gboolean
key_next_link (KithCanvas *self)
{
  return kith_canvas_walk_links (self, 1);
}

static gboolean
key_last_link (KithCanvas *self)
{
  return kith_canvas_walk_links (self, -1);
}

static gboolean
key_menu (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);
  KithPoint at = { self->viewport.width / 2, self->viewport.height / 2 };
  KithRect extent;

  if (only != 0 && kith_figures_extent (self->figures, only, &extent))
    at = kith_viewport_to_widget (&self->viewport, extent.x + extent.width / 2,
                                  extent.y + extent.height);
  kith_canvas_popup_menu (self, at.x, at.y);
  return TRUE;
}

static gboolean
key_tab (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (only != 0 && kind == KITH_STAKEHOLDER)
    kith_canvas_add_linked (self);
  else if (only != 0 && kind == KITH_LINK)
    kith_viewer_set_end (self->viewer, kith_viewer_get_end (self->viewer) == KITH_END_A
                                           ? KITH_END_B
                                           : KITH_END_A);
  else
    return FALSE;
  return TRUE;
}

static const struct
{
  guint keyval;
  GdkModifierType state;
  gboolean (*act) (KithCanvas *self);
} keys[] = {
  { GDK_KEY_n, 0, key_add },
  { GDK_KEY_l, 0, key_link },
  { GDK_KEY_F2, 0, key_rename },
  { GDK_KEY_Delete, 0, key_delete },
  { GDK_KEY_KP_Delete, 0, key_delete },
  { GDK_KEY_BackSpace, 0, key_delete },
  { GDK_KEY_Tab, 0, key_tab },
  { GDK_KEY_Return, 0, kith_canvas_enter },
  { GDK_KEY_KP_Enter, 0, kith_canvas_enter },
  { GDK_KEY_period, 0, key_next_link },
  { GDK_KEY_comma, 0, key_last_link },
  { GDK_KEY_bracketright, 0, key_next_link },
  { GDK_KEY_bracketleft, 0, key_last_link },
  { GDK_KEY_Home, 0, key_fit },
  { GDK_KEY_Menu, 0, key_menu },
  { GDK_KEY_F10, GDK_SHIFT_MASK, key_menu },
  { GDK_KEY_a, GDK_CONTROL_MASK, key_select_all },
  { GDK_KEY_plus, GDK_CONTROL_MASK, key_zoom_in },
  { GDK_KEY_equal, GDK_CONTROL_MASK, key_zoom_in },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, key_zoom_in },
  { GDK_KEY_minus, GDK_CONTROL_MASK, key_zoom_out },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, key_zoom_out },
  { GDK_KEY_0, GDK_CONTROL_MASK, key_zoom_100 },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, key_zoom_100 },
};

/* Keys that always are what the named action is. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
} actions[] = {
  { GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "canvas.add-frame" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "canvas.add-text" },
  { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.lock" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "canvas.cut" },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, "canvas.copy" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "canvas.paste" },
  { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-left" },
  { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-right" },
  { GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-top" },
  { GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-bottom" },
  { GDK_KEY_Left, GDK_ALT_MASK, "canvas.back" },
  { GDK_KEY_Right, GDK_ALT_MASK, "canvas.forward" },
  { GDK_KEY_2, GDK_CONTROL_MASK, "canvas.zoom-selection" },
  { GDK_KEY_KP_2, GDK_CONTROL_MASK, "canvas.zoom-selection" },
  { GDK_KEY_c, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-centre" },
  { GDK_KEY_m, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.align-middle" },
  { GDK_KEY_h, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.distribute-across" },
  { GDK_KEY_v, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.distribute-down" },
  { GDK_KEY_s, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.same-size" },
  { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.arrange-selection" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "canvas.reconnect" },
  { GDK_KEY_r, GDK_ALT_MASK | GDK_SHIFT_MASK, "canvas.reverse" },
  { GDK_KEY_Return, GDK_ALT_MASK, "canvas.cross" },
  { GDK_KEY_KP_Enter, GDK_ALT_MASK, "canvas.cross" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "canvas.add-sibling" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "canvas.add-sibling" },
};

static gboolean
use_action (KithCanvas *self, guint keyval, GdkModifierType state)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].keyval == keyval && actions[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), actions[i].action, NULL);
  return FALSE;
}

static gboolean
use_table (KithCanvas *self, guint keyval, GdkModifierType state)
{
  /* A plus may need Shift on some keyboards. */
  if (keyval == GDK_KEY_plus)
    state &= ~GDK_SHIFT_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && keys[i].state == state)
      return keys[i].act (self);
  return FALSE;
}

static gboolean
use_arrow (KithCanvas *self, guint keyval, GdkModifierType state)
{
  static const struct
  {
    guint keyval[2];
    int dx;
    int dy;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      int dx = arrows[i].dx, dy = arrows[i].dy;
      double far = (state & GDK_SHIFT_MASK) != 0 ? 1 : NUDGE;

      if (keyval != arrows[i].keyval[0] && keyval != arrows[i].keyval[1])
        continue;
      if ((state & GDK_ALT_MASK) != 0)
        return FALSE;
      if ((state & GDK_CONTROL_MASK) != 0)
        kith_canvas_nudge (self, dx * far, dy * far);
      else if (!kith_canvas_walk (self, dx, dy, (state & GDK_SHIFT_MASK) != 0))
        kith_canvas_pan (self, -dx * ARROW_PAN, -dy * ARROW_PAN);
      return TRUE;
    }
  return FALSE;
}

int
kith_digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

/* 0 to 5 rate the end that is shown as focused; a number does nothing else on the canvas. */
static gboolean
use_digit (KithCanvas *self, guint keyval)
{
  KithKind kind = KITH_ABOUT;
  int digit = kith_digit_of (keyval);

  if (digit < 0 || digit > 5 || kith_viewer_get_only (self->viewer, &kind) == 0
      || kind != KITH_LINK)
    return FALSE;
  kith_viewer_rate (self->viewer, digit == 0 ? KITH_SCORE_NOT_KNOWN : (KithScore) digit);
  return TRUE;
}

/* Escape takes back one thing at a time: what a tool is doing, then the selection, then the
 * focus. */
static gboolean
use_escape (KithCanvas *self)
{
  if (self->tool != NULL)
    {
      /* In this order: a gesture that is reset ends, and an end would be a release. */
      kith_canvas_cancel_tool (self);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
    }
  else if (kith_viewer_n_selected (self->viewer) > 0)
    kith_viewer_select_only (self->viewer, 0);
  else if (kith_filter_get_steps (kith_viewer_get_view (self->viewer)->filter) > 0)
    kith_viewer_focus (self->viewer, 0);
  else
    return FALSE;
  return TRUE;
}

static gboolean
use_tool (KithCanvas *self, guint keyval)
{
  KithTool *tool = self->tool;
  gboolean used = FALSE;

  if (tool == NULL || tool->class->key == NULL)
    return FALSE;
  if (tool->class->key (tool, keyval, &used) && self->tool == tool)
    kith_canvas_end_tool (self);
  return used;
}

static void
hold_space (KithCanvas *self, gboolean held)
{
  self->space_held = held;
  kith_canvas_update_cursor (self);
}

/* Whether the keyboard is on the map itself, not on a button or an entry that lies over it. */
static gboolean
has_keyboard (KithCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == GTK_WIDGET (self) || (focus != NULL && KITH_IS_CANVAS_CHILD (focus));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithCanvas *self)
{
  GdkModifierType plain = state & PLAIN_MASK;

  if (self->figures == NULL || self->entry != NULL || !has_keyboard (self))
    return GDK_EVENT_PROPAGATE;
  if ((plain & ~GDK_SHIFT_MASK) == 0 && (plain == 0 || gdk_keyval_to_unicode (keyval) != 0)
      && kith_canvas_spell (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape)
    return use_escape (self);
  if (keyval == GDK_KEY_space && plain == 0)
    {
      hold_space (self, TRUE);
      return GDK_EVENT_STOP;
    }
  /* Caps Lock changes nothing. */
  keyval = keyval >= GDK_KEY_A && keyval <= GDK_KEY_Z ? gdk_keyval_to_lower (keyval) : keyval;
  if (plain == 0 && self->tool != NULL && use_tool (self, keyval))
    return GDK_EVENT_STOP;
  return use_arrow (self, keyval, plain) || (plain == 0 && use_digit (self, keyval))
         || use_table (self, keyval, plain) || use_action (self, keyval, plain);
}

static void
on_key_released (GtkEventControllerKey *controller,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 KithCanvas *self)
{
  if (keyval == GDK_KEY_space && self->space_held)
    hold_space (self, FALSE);
}

static void
on_focus_left (GtkEventControllerFocus *controller, KithCanvas *self)
{
  hold_space (self, FALSE);
}

void
kith_canvas_keys_init (KithCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (key, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* The ones that Tab goes through: the map, gaps, the legend, the zoom buttons. A stakeholder is reached
 * by arrow keys. */
gboolean
kith_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KithCanvas *self = KITH_CANVAS (widget);
  GtkWidget *stops[] = { widget,         self->ghosts,   self->legend,
                         self->overview, self->progress, self->zoom_bar };
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  int n = G_N_ELEMENTS (stops), at = back ? n : -1;

  if (self->menu != NULL && gtk_widget_get_mapped (self->menu))
    return gtk_widget_child_focus (self->menu, direction);
  if (self->label_popover != NULL)
    return gtk_widget_child_focus (self->label_popover, direction);
  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return FALSE;
  if (self->entry != NULL)
    {
      if (gtk_widget_child_focus (GTK_WIDGET (self->entry), direction))
        return TRUE;
      at = 0;
    }
  for (int i = 0; i < n && focus != NULL && self->entry == NULL; i++)
    if (i > 0 && (focus == stops[i] || gtk_widget_is_ancestor (focus, stops[i])))
      at = i;
  if (at == (back ? n : -1) && focus != NULL
      && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    at = 0;
  /* Within a bar of buttons first, then on to the next stop. */
  if (at > 0 && at < n && gtk_widget_child_focus (stops[at], direction))
    return TRUE;
  for (int i = at + (back ? -1 : 1); i >= 0 && i < n; i += back ? -1 : 1)
    {
      if (i == 0)
        return gtk_widget_grab_focus (widget);
      if (gtk_widget_get_visible (stops[i]) && gtk_widget_get_child_visible (stops[i])
          && gtk_widget_child_focus (stops[i], direction))
        return TRUE;
    }
  return FALSE;
}
