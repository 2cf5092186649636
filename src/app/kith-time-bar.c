/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-time-bar.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-time-bar-private.h"
#include "kith-time-scale.h"

#define REFRESH 200 /* milliseconds after a change before the bar counts anew */
#define SAYING 350  /* milliseconds at rest before a date is said */
#define MOST_NEWS 60

G_DEFINE_FINAL_TYPE (KithTimeBar, kith_time_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gint32
shown_day (KithTimeBar *self)
{
  return self->viewer != NULL ? kith_viewer_get_view (self->viewer)->day : 0;
}

gint32
kith_time_bar_day (KithTimeBar *self)
{
  gint32 day = shown_day (self);
  KithDate today = kith_date_today ();

  return day != 0 ? day : today.first;
}

KithTimeline *
kith_time_bar_timeline (KithTimeBar *self)
{
  if (self->timeline == NULL && self->viewer != NULL)
    self->timeline = kith_timeline_ref (kith_viewer_get_timeline (self->viewer));
  return self->timeline;
}

static void
tell (KithTimeBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Saying what was come to --- */

/* On that very day, but for what follows from something else. */
static guint
count_changes (KithTimeBar *self, gint32 after, gint32 until)
{
  guint n = 0, counted = 0;
  const KithFact *facts = kith_timeline_facts (kith_time_bar_timeline (self), after, until, &n);

  for (guint i = 0; i < n; i++)
    counted += !facts[i].follows;
  return counted;
}

static char *
words_of_changes (KithTimeBar *self)
{
  gint32 day = kith_time_bar_day (self);
  guint n = count_changes (self, self->range_since != 0 ? self->range_since : day - 1, day);

  if (n == 0)
    return g_strdup (self->range_since != 0 ? _ ("nothing changed") : "");
  return g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
}

static gboolean
on_saying (gpointer data)
{
  KithTimeBar *self = data;
  g_autofree char *changes = words_of_changes (self);
  g_autofree char *words = NULL;

  self->saying = 0;
  kith_time_track_set_words (self->track, changes);
  words = kith_time_track_dup_words (self->track);
  if (*changes != '\0')
    {
      /* Translators: a date and what changed then: "12 March 2019: 3 changes". */
      g_autofree char *both = g_strdup_printf (_ ("%s: %s"), words, changes);

      kith_viewer_announce (self->viewer, both);
    }
  else
    kith_viewer_announce (self->viewer, words);
  return G_SOURCE_REMOVE;
}

void
kith_time_bar_queue_saying (KithTimeBar *self)
{
  kith_time_track_set_words (self->track, "");
  g_clear_handle_id (&self->saying, g_source_remove);
  self->saying = g_timeout_add (SAYING, on_saying, self);
}

/* --- Moving --- */

/* While it plays in a loop now is one of its days. */
static void
end_play (KithTimeBar *self)
{
  if (shown_day (self) == 0 && !kith_time_bar_is_playing (self))
    kith_canvas_end_play (self->canvas);
}

static GPtrArray *
news_until (KithTimeBar *self, gint32 from, gint32 day)
{
  GPtrArray *news = kith_timeline_news (kith_time_bar_timeline (self), from, day, MOST_NEWS);

  kith_canvas_show_news (self->canvas, news, TRUE);
  return news;
}

/**
 * kith_time_bar_move:
 * @self: a bar with a viewer
 * @day: the day that is shown from now on; 0: now
 * @herald: whether what changes until then draws the eye
 */
void
kith_time_bar_move (KithTimeBar *self, gint32 day, gboolean herald)
{
  gint32 from = kith_time_bar_day (self);
  gint32 to = day;
  KithDate today = kith_date_today ();
  g_autoptr (GPtrArray) news = NULL;

  if (to == 0 || to == today.first)
    {
      to = today.first;
      day = 0;
    }
  if (herald && to > from)
    news = news_until (self, from, to);
  self->moving = TRUE;
  kith_viewer_set_day (self->viewer, day);
  self->moving = FALSE;
  if (news != NULL)
    kith_canvas_show_news (self->canvas, news, FALSE);
  kith_time_track_set_day (self->track, day);
  end_play (self);
  tell (self);
}

void
kith_time_bar_end_range (KithTimeBar *self)
{
  if (self->range_since == 0)
    return;
  self->range_since = 0;
  kith_time_track_set_since (self->track, 0);
  kith_time_card_hide (self->card);
  if (kith_viewer_get_view (self->viewer)->lens == KITH_LENS_CHANGE)
    kith_viewer_set_lens (self->viewer, self->lens);
  kith_viewer_set_since (self->viewer, 0);
  tell (self);
}

static void
show_range (KithTimeBar *self, gint32 since, gint32 day, gboolean settled)
{
  if (self->range_since == 0)
    self->lens = kith_viewer_get_view (self->viewer)->lens;
  self->range_since = since;
  kith_time_track_set_since (self->track, since);
  kith_viewer_set_since (self->viewer, since);
  kith_viewer_set_lens (self->viewer, KITH_LENS_CHANGE);
  kith_time_bar_move (self, day, FALSE);
  kith_time_bar_queue_saying (self);
  if (settled)
    kith_time_card_show_range (self->card, self->viewer, kith_time_bar_timeline (self), since,
                               kith_time_bar_day (self));
}

/**
 * kith_time_bar_go:
 * @self: a bar
 * @day: the day to show, 0: now
 */
void
kith_time_bar_go (KithTimeBar *self, gint32 day)
{
  if (self->viewer == NULL)
    return;
  kith_time_bar_pause (self);
  kith_time_card_hide (self->card);
  kith_time_bar_end_range (self);
  kith_time_bar_move (self, day, FALSE);
  kith_time_bar_queue_saying (self);
}

void
kith_time_bar_now (KithTimeBar *self)
{
  kith_time_bar_go (self, 0);
}

/* The day that a step leads to; 0: now, where nothing is ahead. */
static gint32
next_day (KithTimeBar *self, int by, gboolean *there)
{
  KithTimeline *timeline = kith_time_bar_timeline (self);
  gint32 day = kith_time_bar_day (self), next, first, last;
  KithDate today = kith_date_today ();

  *there = kith_timeline_span (timeline, &first, &last);
  if (!*there)
    return 0;
  next = by > 0 ? kith_timeline_next (timeline, day) : kith_timeline_previous (timeline, day);
  if (by > 0 && day < today.first && next > today.first)
    return 0;
  if (by > 0)
    *there = next != KITH_DAY_OPEN_LAST;
  else if (next == KITH_DAY_OPEN_FIRST)
    next = MIN (first - 1, day);
  return next;
}

/**
 * kith_time_bar_step:
 * @self: a bar
 * @by: 1 to the next day on which something changes, -1 to the last
 */
void
kith_time_bar_step (KithTimeBar *self, int by)
{
  gboolean there = FALSE;
  gint32 day;

  if (self->viewer == NULL)
    return;
  kith_time_bar_pause (self);
  day = next_day (self, by, &there);
  if (!there)
    {
      gint32 first, last;

      kith_viewer_say (self->viewer,
                       kith_timeline_span (kith_time_bar_timeline (self), &first, &last)
                           ? _ ("Nothing changes after this.")
                           : _ ("Nothing on this map has a date yet."));
      return;
    }
  kith_time_card_hide (self->card);
  kith_time_bar_end_range (self);
  kith_time_bar_move (self, day, TRUE);
  kith_time_bar_queue_saying (self);
}

static void
on_go (KithTimeTrack *track, int day, gboolean settled, KithTimeBar *self)
{
  if (day != shown_day (self) || settled || kith_time_bar_is_playing (self))
    kith_time_bar_go (self, day);
}

static void
on_range (KithTimeTrack *track, int since, int day, gboolean settled, KithTimeBar *self)
{
  kith_time_bar_pause (self);
  show_range (self, since, day, settled);
}

/* The end that is shown moves; the other one stays where the range began. */
static void
on_stretch (KithTimeTrack *track, int by, KithTimeBar *self)
{
  gint32 from = kith_time_bar_day (self), day;
  gint32 since = self->range_since != 0 ? self->range_since : from;
  gboolean there = FALSE;
  KithDate today = kith_date_today ();
  gint32 at;

  kith_time_bar_pause (self);
  if (self->range_since == 0 && by < 0) /* backwards from here: the range ends here */
    {
      since = next_day (self, by, &there);
      if (there && since < from)
        show_range (self, since, shown_day (self), TRUE);
      return;
    }
  day = next_day (self, by, &there);
  at = day != 0 ? day : today.first;
  if (there && at > since)
    show_range (self, since, day, TRUE);
}

static void
on_event (KithTimeTrack *track, gint64 id, KithTimeBar *self)
{
  const KithEvent *event = kith_map_event (kith_viewer_get_whole_map (self->viewer), id);
  gint32 day;

  if (event == NULL)
    return;
  kith_time_bar_pause (self);
  kith_time_bar_end_range (self);
  day = kith_date_holds_from (&event->date);
  if (day != KITH_DAY_OPEN_FIRST)
    kith_time_bar_move (self, day, FALSE);
  kith_time_card_show_event (self->card, self->viewer, kith_time_bar_timeline (self), id);
  kith_time_bar_queue_saying (self);
}

static void
on_type (KithTimeTrack *track, const char *text, KithTimeBar *self)
{
  kith_time_bar_ask (self, text);
}

/* One thing after the other. */
static void
on_escape (KithTimeTrack *track, KithTimeBar *self)
{
  if (kith_time_bar_is_playing (self))
    kith_time_bar_pause (self);
  else if (self->range_since != 0)
    kith_time_bar_end_range (self);
  else if (kith_time_card_is_shown (self->card))
    kith_time_card_hide (self->card);
  else
    kith_time_bar_now (self);
}

static void
on_card_event (KithTimeCard *card, gint64 id, KithTimeBar *self)
{
  on_event (self->track, id, self);
}

static void
on_card_closed (KithTimeCard *card, KithTimeBar *self)
{
  kith_time_bar_end_range (self);
  kith_time_bar_take_keyboard (self);
}

void
kith_time_bar_toggle_range (KithTimeBar *self)
{
  gint32 first, last, day = shown_day (self);

  if (self->viewer == NULL || !kith_time_track_get_span (self->track, &first, &last))
    return;
  kith_time_bar_pause (self);
  if (self->range_since != 0)
    kith_time_bar_end_range (self);
  else
    show_range (self, day != 0 ? day : kith_time_years_later (kith_time_bar_day (self), -1), 0,
                TRUE);
}

gboolean
kith_time_bar_has_range (KithTimeBar *self)
{
  return self->range_since != 0;
}

/* --- Following the viewer --- */

static gboolean
on_refresh (gpointer data)
{
  KithTimeBar *self = data;

  self->refresh = 0;
  kith_time_bar_refresh (self);
  return G_SOURCE_REMOVE;
}

/* The map of another audience has another time; what tells of one must not stand for a moment. */
void
kith_time_bar_refresh (KithTimeBar *self)
{
  KithTimeline *now = self->viewer != NULL ? kith_viewer_get_timeline (self->viewer) : NULL;

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (now == self->timeline && now != NULL)
    return;
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  self->timeline = now != NULL ? kith_timeline_ref (now) : NULL;
  kith_time_track_set_timeline (self->track, self->timeline);
  kith_time_track_set_words (self->track, "");
}

/* Somebody's edit, or another audience. While it plays an edit makes it pause. */
static void
on_changed (KithViewer *viewer, KithEdit *edit, KithTimeBar *self)
{
  if (self->moving)
    return;
  if (edit != NULL)
    {
      kith_time_bar_pause (self);
      if (self->refresh == 0)
        self->refresh = g_timeout_add (REFRESH, on_refresh, self);
    }
  else
    {
      kith_time_bar_pause (self);
      kith_time_card_hide (self->card);
      kith_canvas_show_news (self->canvas, NULL, FALSE);
      kith_canvas_end_play (self->canvas); /* who was seen in it may be for other eyes */
      kith_time_bar_refresh (self);
    }
  kith_time_card_follow (self->card);
}

static void
on_view_changed (KithViewer *viewer, KithTimeBar *self)
{
  if (self->moving)
    return;
  if (shown_day (self) == 0 && self->range_since == 0 && kith_time_bar_is_playing (self))
    kith_time_bar_pause (self);
  kith_time_track_set_day (self->track, shown_day (self));
  end_play (self);
  tell (self);
}

/* --- The widget --- */

static void
drop_viewer (KithTimeBar *self)
{
  kith_time_bar_end_asking (self);
  if (self->viewer == NULL)
    return;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->saying, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_pointer (&self->pace, kith_time_pace_free);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  g_clear_object (&self->viewer);
}

static void
kith_time_bar_dispose (GObject *object)
{
  KithTimeBar *self = KITH_TIME_BAR (object);

  drop_viewer (self);
  if (self->card != NULL)
    g_signal_handlers_disconnect_by_data (self->card, self);
  g_clear_weak_pointer (&self->card);
  g_clear_weak_pointer (&self->canvas);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_TIME_BAR);
  G_OBJECT_CLASS (kith_time_bar_parent_class)->dispose (object);
}

static void
kith_time_bar_class_init (KithTimeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_TIME_TRACK);
  G_OBJECT_CLASS (klass)->dispose = kith_time_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "kith-time-bar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KithTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, KithTimeBar, track);
  gtk_widget_class_bind_template_child (widget_class, KithTimeBar, menu_button);
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_TIME_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
kith_time_bar_init (KithTimeBar *self)
{
  self->seconds = 40;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->track, "go", G_CALLBACK (on_go), self);
  g_signal_connect (self->track, "range", G_CALLBACK (on_range), self);
  g_signal_connect_swapped (self->track, "step", G_CALLBACK (kith_time_bar_step), self);
  g_signal_connect (self->track, "stretch", G_CALLBACK (on_stretch), self);
  g_signal_connect (self->track, "event", G_CALLBACK (on_event), self);
  g_signal_connect (self->track, "type", G_CALLBACK (on_type), self);
  g_signal_connect_swapped (self->track, "play", G_CALLBACK (kith_time_bar_play), self);
  g_signal_connect (self->track, "escape", G_CALLBACK (on_escape), self);
  kith_time_bar_update_play (self);
}

/**
 * kith_time_bar_set_viewer:
 * @self: a bar
 * @viewer: (nullable): whose map it shows as at a date; referenced
 */
void
kith_time_bar_set_viewer (KithTimeBar *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  drop_viewer (self);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  kith_time_bar_refresh (self);
  kith_time_track_set_day (self->track, shown_day (self));
}

/**
 * kith_time_bar_set_around:
 * @self: a bar
 * @canvas: what shows the map
 * @card: what tells the story
 */
void
kith_time_bar_set_around (KithTimeBar *self, KithCanvas *canvas, KithTimeCard *card)
{
  g_set_weak_pointer (&self->canvas, canvas);
  g_set_weak_pointer (&self->card, card);
  g_signal_connect (card, "event", G_CALLBACK (on_card_event), self);
  g_signal_connect (card, "closed", G_CALLBACK (on_card_closed), self);
}

void
kith_time_bar_take_keyboard (KithTimeBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->track));
}
