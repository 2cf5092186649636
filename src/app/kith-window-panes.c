/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the keyboard from one part of it to the next: header bar, start page or scenes, map, tables
 * or trust sheet, what changed or what the map tells, time bar, inspector. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

#define N_PANES 10

static GtkWidget *
header_of (KithWindow *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self->title), ADW_TYPE_HEADER_BAR);
}

static gboolean
is_there (KithWindow *self, GtkWidget *pane)
{
  if (pane == GTK_WIDGET (self->inspector) && !adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  return pane != NULL && gtk_widget_get_mapped (pane);
}

static gboolean
go_into (KithWindow *self, GtkWidget *pane)
{
  if (pane == GTK_WIDGET (self->canvas))
    kith_canvas_take_keyboard (self->canvas);
  else if (pane == GTK_WIDGET (self->tables))
    kith_table_pane_grab (self->tables);
  else if (pane == GTK_WIDGET (self->trust_sheet))
    kith_trust_pane_grab (self->trust_sheet);
  else if (pane == GTK_WIDGET (self->time_bar))
    kith_time_bar_take_keyboard (self->time_bar);
  else if (pane == GTK_WIDGET (self->compare_pane))
    kith_compare_pane_grab (self->compare_pane);
  else if (pane == GTK_WIDGET (self->insights_pane))
    kith_insights_pane_grab (self->insights_pane);
  else if (pane == GTK_WIDGET (self->scenes))
    kith_scene_pane_grab (self->scenes);
  else
    return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* As from tables and what the map tells: Escape leads back to the map. A folded inspector it closes. */
static gboolean
on_inspector_key (GtkEventControllerKey *controller,
                  guint keyval,
                  guint keycode,
                  GdkModifierType state,
                  KithWindow *self)
{
  if (keyval != GDK_KEY_Escape || adw_flap_get_folded (self->flap)
      || !is_there (self, GTK_WIDGET (self->canvas)))
    return GDK_EVENT_PROPAGATE;
  kith_window_flush (self);
  kith_canvas_take_keyboard (self->canvas);
  return GDK_EVENT_STOP;
}

static gboolean
is_letter (guint keyval, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && letter != 0
         && g_unichar_isprint (letter);
}

/* Where it rests, whoever types on is told so; Escape leads back, as Tab does. */
static gboolean
on_resting_key (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                KithWindow *self)
{
  GtkWidget *place = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (!gtk_widget_is_focus (place))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && place == self->map_place)
    return gtk_widget_child_focus (GTK_WIDGET (self->split), GTK_DIR_TAB_FORWARD);
  if (!is_letter (keyval, state))
    return GDK_EVENT_PROPAGATE;
  kith_window_say (self, _ ("Letters do nothing until you choose: Tab or a click leads back."));
  return GDK_EVENT_STOP;
}

static void
watch_rest (KithWindow *self, GtkWidget *place)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_resting_key), self);
  gtk_widget_add_controller (place, keys);
}

/* Buttons of a bar, clicked, leave the keyboard on the map, where keys mean the most; Tab goes to them. */
static void
leave_keyboard (GtkWidget *bar)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        gtk_widget_set_focus_on_click (child, FALSE);
      if (!GTK_IS_POPOVER (child))
        leave_keyboard (child);
    }
}

void
kith_window_init_panes (KithWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  leave_keyboard (header_of (self));
  leave_keyboard (GTK_WIDGET (self->narrow_bar));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_inspector_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->inspector), keys);
  watch_rest (self, GTK_WIDGET (self->inspector));
  watch_rest (self, self->map_place);
}

/* Round and round: there is no end to get caught in. */
void
kith_window_go_to_pane (KithWindow *self, int by)
{
  GtkWidget *panes[N_PANES] = { header_of (self),
                                GTK_WIDGET (self->start_page),
                                GTK_WIDGET (self->scenes),
                                GTK_WIDGET (self->canvas),
                                GTK_WIDGET (self->tables),
                                GTK_WIDGET (self->trust_sheet),
                                GTK_WIDGET (self->compare_pane),
                                GTK_WIDGET (self->insights_pane),
                                GTK_WIDGET (self->time_bar),
                                GTK_WIDGET (self->inspector) };
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  int at = by > 0 ? -1 : 0;

  for (int i = 0; i < N_PANES && focus != NULL; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  kith_window_flush (self);
  for (int i = 1; i <= N_PANES; i++)
    {
      GtkWidget *pane = panes[(at + i * by + 2 * N_PANES) % N_PANES];

      if (is_there (self, pane) && go_into (self, pane))
        return;
    }
}
