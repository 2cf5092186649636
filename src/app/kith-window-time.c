/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and time: the time bar under the map, its actions, and the banner while another date
 * than now is shown. */
#include <glib/gi18n.h>

#include "kith-time-scale.h"
#include "kith-window-private.h"

#define SETTLE 400 /* milliseconds at rest before the banner names another date */

static void
set_state (KithWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* --- The banner --- */

static char *
words_of_banner (KithWindow *self)
{
  gint32 day = kith_viewer_get_view (self->viewer)->day;
  KithDate date = kith_date_of_day (day), today = kith_date_today ();
  g_autofree char *words = kith_date_to_words (&date);

  if (kith_time_bar_is_playing (self->time_bar))
    return g_strdup (_ ("What happened is being played."));
  if (day > today.first)
    return g_strdup_printf (_ ("The map is shown as it is meant to be on %s. Ratings and events "
                               "that you add get this date."),
                            words);
  return g_strdup_printf (
      _ ("The map is shown as it was on %s. Ratings and events that you add get "
         "this date."),
      words);
}

static void
show_banner (KithWindow *self)
{
  const KithBannerButton buttons[] = { { _ ("_Back to Now"), "win.time-now" } };
  g_autofree char *text = words_of_banner (self);

  if (!kith_banners_reword (self->banners, "past", text))
    kith_banners_show (self->banners, "past", GTK_MESSAGE_INFO, text, buttons, 1, FALSE);
}

static gboolean
on_settled (gpointer data)
{
  KithWindow *self = data;

  self->time_settle = 0;
  if (kith_viewer_is_past (self->viewer) && !kith_viewer_is_comparing (self->viewer))
    show_banner (self);
  return G_SOURCE_REMOVE;
}

/* It comes at once, and names another date when that has come to rest. */
static void
on_time_changed (KithWindow *self)
{
  /* a comparison's own banner says which days it is of */
  gboolean past = self->viewer != NULL && kith_viewer_is_past (self->viewer)
                  && !kith_viewer_is_comparing (self->viewer);

  if (self->viewer == NULL)
    return;
  set_state (self, "time-range", g_variant_new_boolean (kith_time_bar_has_range (self->time_bar)));
  g_clear_handle_id (&self->time_settle, g_source_remove);
  if (!past)
    {
      kith_banners_hide (self->banners, "past");
      if (self->past_refused)
        kith_window_unsay (self);
      self->past_refused = FALSE;
    }
  else if (!self->was_past)
    show_banner (self);
  else
    self->time_settle = g_timeout_add (SETTLE, on_settled, self);
  if (past != self->was_past)
    kith_window_update_actions (self);
  self->was_past = past;
}

/* What was asked for changes the map of now. */
void
kith_window_on_past_refused (KithWindow *self)
{
  kith_time_bar_pause (self->time_bar);
  self->past_refused = TRUE;
  kith_window_offer (self,
                     _ ("An earlier date is shown: only ratings and events can be added to it."),
                     _ ("_Back to Now"), "win.time-now");
}

/* --- Actions --- */

void
kith_window_set_time_bar (KithWindow *self, gboolean shown)
{
  gboolean had = gtk_widget_get_visible (GTK_WIDGET (self->time_bar));

  self->time_shown = shown;
  set_state (self, "time-bar", g_variant_new_boolean (shown));
  if (!shown)
    kith_time_bar_pause (self->time_bar);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), shown && self->document != NULL);
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kith-timed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kith-timed");
  if (!shown && had)
    {
      kith_time_card_hide (self->time_card);
      kith_window_grab_map (self, FALSE);
    }
}

static void
on_time_bar (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  gboolean shown = g_variant_get_boolean (value);

  kith_window_flush (self);
  kith_window_set_time_bar (self, shown);
  if (shown)
    kith_time_bar_take_keyboard (self->time_bar);
}

/* A date is only gone to where it can be seen that it has been. */
static void
ready (KithWindow *self)
{
  kith_window_flush (self);
  if (!self->time_shown)
    kith_window_set_time_bar (self, TRUE);
}

static void
on_forward (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ready (data);
  kith_time_bar_step (KITH_WINDOW (data)->time_bar, 1);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ready (data);
  kith_time_bar_step (KITH_WINDOW (data)->time_bar, -1);
}

static void
on_play (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ready (data);
  kith_time_bar_play (KITH_WINDOW (data)->time_bar);
}

static void
on_now (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_time_bar_now (self->time_bar);
}

static void
on_go (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ready (data);
  kith_time_bar_ask (KITH_WINDOW (data)->time_bar, "");
}

static void
on_range (GSimpleAction *action, GVariant *value, gpointer data)
{
  ready (data);
  kith_time_bar_toggle_range (KITH_WINDOW (data)->time_bar);
}

static void
on_seconds (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;

  g_simple_action_set_state (action, value);
  kith_time_bar_set_seconds (self->time_bar, g_variant_get_int32 (value));
}

static void
on_loop (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;

  g_simple_action_set_state (action, value);
  kith_time_bar_set_loop (self->time_bar, g_variant_get_boolean (value));
}

static const GActionEntry entries[] = {
  { "time-bar", NULL, NULL, "false", on_time_bar },
  { "time-forward", on_forward },
  { "time-back", on_back },
  { "time-play", on_play },
  { "time-now", on_now },
  { "time-go", on_go },
  { "time-range", NULL, NULL, "false", on_range },
  { "time-seconds", NULL, "i", "40", on_seconds },
  { "time-loop", NULL, NULL, "false", on_loop },
};

void
kith_window_install_time_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
kith_window_update_time_actions (KithWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);
      gboolean enabled = self->viewer != NULL
                         && (!g_str_equal (entries[i].name, "time-now")
                             || kith_viewer_is_past (self->viewer)
                             || kith_time_bar_has_range (self->time_bar));

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

static void
on_show_on_map (KithTimeCard *card, gint64 id, KithWindow *self)
{
  kith_viewer_select_only (self->viewer, id);
  if (gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    kith_canvas_show (self->canvas, id);
}

void
kith_window_init_time (KithWindow *self)
{
  kith_time_bar_set_around (self->time_bar, self->canvas, self->time_card);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), FALSE);
  g_signal_connect_object (self->time_bar, "changed", G_CALLBACK (on_time_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_card, "show-on-map", G_CALLBACK (on_show_on_map), self, 0);
}

void
kith_window_clear_time (KithWindow *self)
{
  g_clear_handle_id (&self->time_settle, g_source_remove);
  if (self->viewer != NULL)
    kith_time_bar_set_viewer (self->time_bar, NULL);
}
