/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time bar: playing. The clock of the frames says how far on the play is, so that a slow map
 * leaves out days and not seconds. */
#include <glib/gi18n-lib.h>

#include "kith-canvas.h"
#include "kith-time-bar-private.h"

#define REST 1500000 /* microseconds at the end before it begins again */

/* Button and menu say what they would do. */
void
kith_time_bar_update_play (KithTimeBar *self)
{
  gboolean playing = self->tick != 0;
  const char *name = playing ? _ ("Pause") : _ ("Play");
  const char *tip = playing ? _ ("Pause (Shift+F7)") : _ ("Play what happened (Shift+F7)");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_emit_by_name (self, "changed");
}

static void
stop (KithTimeBar *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->pace, kith_time_pace_free);
  kith_time_bar_update_play (self);
}

/* Without motion the handle stands on days on which something changes. */
static gint32
day_to_show (KithTimeBar *self, gint32 day)
{
  gint32 last;

  if (kith_widget_moves_gently (GTK_WIDGET (self)))
    return day;
  last = kith_timeline_previous (self->timeline, day + 1);
  return MAX (last, self->play_day);
}

/* Where nothing changes until then, only the handle moves. */
static void
play_until (KithTimeBar *self, gint32 day)
{
  guint n = 0;

  if (day <= self->play_day)
    return;
  kith_timeline_facts (self->timeline, self->play_day, day, &n);
  if (n > 0)
    kith_time_bar_move (self, day, TRUE);
  else
    kith_time_track_set_day (self->track, day);
  self->play_day = day;
}

static void
begin_again (KithTimeBar *self, gint64 now)
{
  self->play_start = now;
  self->play_from = 0;
  self->play_day = self->play_first;
  kith_canvas_show_news (self->canvas, NULL, FALSE);
  kith_time_bar_move (self, self->play_first, FALSE);
}

static void
finish (KithTimeBar *self)
{
  stop (self);
  kith_time_bar_move (self, self->play_last, TRUE);
  kith_time_bar_queue_saying (self);
}

/* A window that has to be closed first lies over the map. */
static gboolean
is_covered (KithTimeBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (const GList *one = all; one != NULL; one = one->next)
    if (gtk_window_get_modal (one->data) && gtk_widget_get_visible (one->data)
        && (gpointer) gtk_window_get_transient_for (one->data) == root)
      return TRUE;
  return FALSE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithTimeBar *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double takes = (double) self->seconds * G_USEC_PER_SEC;
  double way = self->play_from + (double) (now - self->play_start) / takes;

  if (is_covered (self))
    {
      kith_time_bar_pause (self);
      return G_SOURCE_REMOVE;
    }
  if (way < 1)
    play_until (self, day_to_show (self, kith_time_pace_day (self->pace, way)));
  else if (!self->loop)
    {
      finish (self);
      return G_SOURCE_REMOVE;
    }
  else if ((way - 1) * takes < REST)
    play_until (self, self->play_last);
  else
    begin_again (self, now);
  return G_SOURCE_CONTINUE;
}

/* From the first day to now, or through the range that is marked. */
static gboolean
find_span (KithTimeBar *self)
{
  KithDate today = kith_date_today ();
  gint32 last;

  kith_time_bar_refresh (self);
  if (!kith_time_track_get_span (self->track, &self->play_first, &last))
    return FALSE;
  self->play_last = today.first > self->play_first ? today.first : last;
  if (self->range_since != 0)
    {
      self->play_first = self->range_since;
      self->play_last = kith_time_bar_day (self);
    }
  return TRUE;
}

static void
start (KithTimeBar *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint32 day = kith_viewer_get_view (self->viewer)->day;
  gboolean ranged = self->range_since != 0;

  if (!find_span (self) || clock == NULL)
    {
      kith_viewer_say (self->viewer, _ ("Nothing on this map has a date yet."));
      return;
    }
  kith_time_card_hide (self->card);
  kith_time_bar_end_range (self);
  if (day == 0 || day >= self->play_last || ranged)
    day = self->play_first;
  self->pace = kith_time_pace_new (self->timeline, self->play_first, self->play_last);
  self->play_from = kith_time_pace_way (self->pace, day);
  self->play_start = gdk_frame_clock_get_frame_time (clock);
  self->play_day = day;
  kith_canvas_begin_play (self->canvas, self->timeline, self->play_first, self->play_last);
  kith_time_bar_move (self, day, FALSE);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, self, NULL);
  kith_viewer_announce (self->viewer, _ ("Playing"));
  kith_time_bar_update_play (self);
}

/**
 * kith_time_bar_play:
 * @self: a bar
 *
 * Plays from the day that is shown, from now from the beginning; or pauses.
 */
void
kith_time_bar_play (KithTimeBar *self)
{
  if (self->viewer == NULL)
    return;
  if (self->tick == 0)
    {
      start (self);
      return;
    }
  kith_time_bar_pause (self);
  kith_time_card_show_day (self->card, self->viewer, self->timeline, kith_time_bar_day (self));
}

/**
 * kith_time_bar_pause:
 * @self: a bar
 *
 * The map is then shown as at the day that the play has come to.
 */
void
kith_time_bar_pause (KithTimeBar *self)
{
  if (self->tick == 0)
    return;
  stop (self);
  kith_time_bar_move (self, self->play_day, FALSE);
  kith_time_bar_queue_saying (self);
}

gboolean
kith_time_bar_is_playing (KithTimeBar *self)
{
  return self->tick != 0;
}

/**
 * kith_time_bar_set_seconds:
 * @self: a bar
 * @seconds: how long it plays from the first day to now
 *
 * A play that is under way goes on from where it is.
 */
void
kith_time_bar_set_seconds (KithTimeBar *self, int seconds)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->seconds = MAX (seconds, 1);
  if (self->tick == 0 || clock == NULL)
    return;
  self->play_from = kith_time_pace_way (self->pace, self->play_day);
  self->play_start = gdk_frame_clock_get_frame_time (clock);
}

void
kith_time_bar_set_loop (KithTimeBar *self, gboolean loop)
{
  self->loop = loop;
}
