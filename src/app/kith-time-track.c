/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-time-track.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-as-at.h"
#include "kith-time-track-private.h"

#define LEAST_DAYS 120 /* what is shown at least */
#define THRESHOLD 4    /* pixels before a press becomes a drag */
#define NEAR 5         /* pixels within which a mark or an edge is meant, and now is snapped to */

G_DEFINE_FINAL_TYPE (KithTimeTrack, kith_time_track, GTK_TYPE_WIDGET)

enum
{
  GO,
  RANGE,
  STEP,
  STRETCH,
  EVENT,
  TYPE,
  PLAY,
  ESCAPE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

gint32
kith_time_track_day (KithTimeTrack *self)
{
  return self->day != 0 ? self->day : self->today;
}

static char *
words_of_day (KithTimeTrack *self, gint32 day)
{
  KithDate date = kith_date_of_day (day);

  return day == 0 ? g_strdup (_ ("Now")) : kith_date_to_words (&date);
}

/**
 * kith_time_track_dup_words:
 * @self: a track
 *
 * Returns: (transfer full): what stands on the handle
 */
char *
kith_time_track_dup_words (KithTimeTrack *self)
{
  g_autofree char *day = words_of_day (self, self->day);
  g_autofree char *since = NULL;

  if (self->since == 0)
    return g_steal_pointer (&day);
  since = words_of_day (self, self->since);
  if (self->day == 0)
    /* Translators: a range of time; a date. */
    return g_strdup_printf (_ ("%s to now"), since);
  /* Translators: a range of time; two dates. */
  return g_strdup_printf (_ ("%s to %s"), since, day);
}

static void
tell (KithTimeTrack *self)
{
  g_autofree char *day = kith_time_track_dup_words (self);
  g_autofree char *name = NULL;
  gboolean more = self->words != NULL && *self->words != '\0';
  g_autofree char *value = more ? g_strdup_printf ("%s, %s", day, self->words) : g_strdup (day);

  if (self->first == 0)
    name = g_strdup (_ ("Time: nothing is dated yet"));
  else
    /* Translators: the name of a slider; a date and what changed then. */
    name = g_strdup_printf (_ ("Date shown: %s"), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) kith_time_track_day (self), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- What is shown --- */

static void
count_events (KithTimeTrack *self)
{
  guint n = (guint) MAX (self->scale.width / KITH_TRACK_BAR_WIDTH, 1);

  g_clear_pointer (&self->buckets, g_free);
  self->n_buckets = 0;
  if (self->first == 0 || self->scale.width <= 0)
    return;
  self->n_buckets = MIN (n, (guint) (self->last - self->first + 1));
  self->buckets = g_new0 (guint, self->n_buckets);
  kith_timeline_histogram (self->timeline, self->first, self->last, self->buckets, self->n_buckets);
}

static void
find_span (KithTimeTrack *self)
{
  KithDate today = kith_date_today ();

  self->today = today.first;
  self->first = self->last = 0;
  if (self->timeline == NULL || !kith_timeline_span (self->timeline, &self->first, &self->last))
    return;
  self->last = MAX (self->last, self->today);
  /* the day before the first shows what always was */
  self->first = MAX (MIN (self->first - 1, self->last - LEAST_DAYS), 1);
}

static void
kith_time_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithTimeTrack *self = KITH_TIME_TRACK (widget);

  self->scale = (KithTimeScale){ self->first, self->last, KITH_TRACK_SIDE,
                                 MAX (width - 2 * KITH_TRACK_SIDE, 1) };
  count_events (self);
}

static void
kith_time_track_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 140 : KITH_TRACK_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : KITH_TRACK_HEIGHT;
}

/* --- Pointer --- */

static const KithEvent *
mark_at (KithTimeTrack *self, double x, double y)
{
  const GPtrArray *marks = self->first != 0 ? kith_timeline_marks (self->timeline) : NULL;
  const KithEvent *nearest = NULL;
  double best = NEAR + 1;

  for (guint i = 0; marks != NULL && i < marks->len && y <= KITH_TRACK_BASE; i++)
    {
      const KithEvent *event = marks->pdata[i];
      gint32 day = kith_date_holds_from (&event->date);
      double away = fabs (kith_time_scale_x (&self->scale, day) - x);

      if (day != KITH_DAY_OPEN_FIRST && away < best && fabs (y - KITH_TRACK_MARK) <= NEAR + 2)
        {
          best = away;
          nearest = event;
        }
    }
  return nearest;
}

/* The day that is meant there; 0: now. */
static gint32
day_at (KithTimeTrack *self, double x)
{
  double now = kith_time_scale_x (&self->scale, self->today);

  if (fabs (x - now) <= NEAR)
    return 0;
  return kith_time_scale_day (&self->scale, x);
}

static void
go (KithTimeTrack *self, gint32 day, gboolean settled)
{
  g_signal_emit (self, signals[GO], 0, day, settled);
}

/* The days may come either way round. */
static void
mark_range (KithTimeTrack *self, gint32 one, gint32 other, gboolean settled)
{
  gint32 a = one == 0 ? self->today : one, b = other == 0 ? self->today : other;
  gint32 until = MAX (a, b);

  if (a == b)
    return;
  g_signal_emit (self, signals[RANGE], 0, MIN (a, b), until == self->today ? 0 : until, settled);
}

/* Whether a press there takes hold of an end of the range; the other one stays. */
static gboolean
take_edge (KithTimeTrack *self, double x)
{
  double from, to;

  if (self->since == 0)
    return FALSE;
  from = kith_time_scale_x (&self->scale, self->since);
  to = kith_time_scale_x (&self->scale, kith_time_track_day (self));
  if (MIN (fabs (x - from), fabs (x - to)) > NEAR + 2)
    return FALSE;
  self->anchor = fabs (x - from) < fabs (x - to) ? kith_time_track_day (self) : self->since;
  return TRUE;
}

static gboolean
is_on_pill (KithTimeTrack *self, double x, double y)
{
  graphene_rect_t pill;

  kith_time_track_pill (self, &pill);
  return graphene_rect_contains_point (&pill, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, KithTimeTrack *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  const KithEvent *mark;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         self->first == 0 ? GTK_EVENT_SEQUENCE_DENIED : GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->first == 0)
    return;
  self->dragging = FALSE;
  self->anchor = 0;
  self->grip = 0;
  self->on_pill = is_on_pill (self, x, y);
  mark = self->on_pill ? NULL : mark_at (self, x, y);
  self->pressed_mark = mark != NULL ? KITH_ID (mark) : 0;
  if ((state & GDK_SHIFT_MASK) != 0)
    self->anchor = day_at (self, x) == 0 ? self->today : day_at (self, x);
  else if (self->on_pill && self->since == 0)
    self->grip = x - kith_time_scale_x (&self->scale, kith_time_track_day (self));
  else if (!take_edge (self, x) && !self->on_pill && mark == NULL)
    go (self, day_at (self, x), FALSE);
}

static gboolean
on_dragged (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithTimeTrack *self = KITH_TIME_TRACK (widget);
  gint32 day = day_at (self, self->dragged_to - self->grip);

  self->drag_tick = 0;
  if (self->anchor != 0)
    mark_range (self, self->anchor, day, FALSE);
  else
    go (self, day, FALSE);
  return G_SOURCE_REMOVE;
}

static void
stop_dragging (KithTimeTrack *self)
{
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
}

/* Once a frame, before its layout: the toolkit makes up movements between layout and drawing, where
 * nothing may change its size any more. */
static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, KithTimeTrack *self)
{
  double x = 0, y = 0;

  if (!self->dragging && hypot (dx, dy) < THRESHOLD)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->dragging = TRUE;
  self->dragged_to = x + dx;
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_dragged, NULL, NULL);
}

/* A press that was no drag. */
static void
on_clicked (KithTimeTrack *self, double x)
{
  gint32 day = day_at (self, x);

  if (self->pressed_mark != 0)
    g_signal_emit (self, signals[EVENT], 0, self->pressed_mark);
  else if (self->on_pill && self->since == 0)
    g_signal_emit (self, signals[TYPE], 0, "");
  else if (self->anchor != 0 && self->anchor == (day == 0 ? self->today : day))
    mark_range (self, kith_time_track_day (self), day, TRUE);
  else if (self->anchor == 0)
    go (self, day, TRUE);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, KithTimeTrack *self)
{
  double x = 0, y = 0;
  gint32 day;

  stop_dragging (self);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->dragging)
    {
      on_clicked (self, x);
      self->anchor = 0;
      return;
    }
  day = day_at (self, x + dx - self->grip);
  if (self->anchor != 0)
    mark_range (self, self->anchor, day, TRUE);
  else
    go (self, day, TRUE);
  self->dragging = FALSE;
  self->anchor = 0;
}

static char *
tip_of_bar (KithTimeTrack *self, double x)
{
  double way = (x - self->scale.left) / self->scale.width;
  guint i = (guint) CLAMP (way * self->n_buckets, 0, MAX (self->n_buckets, 1) - 1);
  g_autofree char *day = words_of_day (self, kith_time_scale_day (&self->scale, x));

  if (self->n_buckets == 0)
    return NULL;
  if (self->buckets[i] == 0)
    return g_steal_pointer (&day);
  /* Translators: a date; events about that time. */
  return g_strdup_printf (ngettext ("%s: %u event about then", "%s: %u events about then",
                                    self->buckets[i]),
                          day, self->buckets[i]);
}

static gboolean
on_query_tooltip (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer data)
{
  KithTimeTrack *self = KITH_TIME_TRACK (widget);
  const KithEvent *mark = keyboard ? NULL : mark_at (self, x, y);
  g_autofree char *text = NULL;

  if (self->first == 0)
    return FALSE;
  if (mark != NULL)
    {
      g_autofree char *date = kith_date_to_words (&mark->date);

      text = g_strdup_printf ("%s\n%s",
                              *mark->title != '\0'
                                  ? mark->title
                                  : kith_enum_label (&kith_event_kinds, mark->kind),
                              date);
    }
  else if (is_on_pill (self, x, y) || keyboard)
    text = g_strdup (_ ("Drag it, click beside it, or type a date. Shift and drag marks a range."));
  else if (y >= KITH_TRACK_BARS)
    text = tip_of_bar (self, x);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* --- Keys --- */

static gint32
within (KithTimeTrack *self, gint32 day)
{
  return day >= self->today && self->last <= self->today ? 0
         : day == self->today                            ? 0
                                                         : CLAMP (day, self->first, self->last);
}

static gboolean
on_arrow (KithTimeTrack *self, int by, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, control = (state & GDK_CONTROL_MASK) != 0;

  if (control && shift)
    g_signal_emit (self, signals[STRETCH], 0, by);
  else if (control)
    return FALSE;
  else if (shift)
    go (self, within (self, kith_time_years_later (kith_time_track_day (self), by)), TRUE);
  else
    g_signal_emit (self, signals[STEP], 0, by);
  return TRUE;
}

static gboolean
on_named_key (KithTimeTrack *self, guint keyval, GdkModifierType state)
{
  gint32 day = kith_time_track_day (self);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Down:
      return on_arrow (self, -1, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
      return on_arrow (self, 1, state);
    case GDK_KEY_Page_Down:
      go (self, within (self, kith_time_years_later (day, 1)), TRUE);
      return TRUE;
    case GDK_KEY_Page_Up:
      go (self, within (self, kith_time_years_later (day, -1)), TRUE);
      return TRUE;
    case GDK_KEY_Home:
      go (self, self->first, TRUE);
      return TRUE;
    case GDK_KEY_End:
      go (self, 0, TRUE);
      return TRUE;
    case GDK_KEY_space:
      g_signal_emit (self, signals[PLAY], 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[TYPE], 0, "");
      return TRUE;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[ESCAPE], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithTimeTrack *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = "";

  if (self->first == 0 || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (on_named_key (self, keyval, state))
    return GDK_EVENT_STOP;
  if ((state & GDK_CONTROL_MASK) != 0 || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, signals[TYPE], 0, text);
  return GDK_EVENT_STOP;
}

/* --- The widget --- */

static void
kith_time_track_dispose (GObject *object)
{
  KithTimeTrack *self = KITH_TIME_TRACK (object);

  stop_dragging (self);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  g_clear_pointer (&self->buckets, g_free);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (kith_time_track_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, GType first, GType second, GType third)
{
  return g_signal_new (name, KITH_TYPE_TIME_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n, first, second, third);
}

static void
kith_time_track_class_init (KithTimeTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_time_track_dispose;
  widget_class->measure = kith_time_track_measure;
  widget_class->size_allocate = kith_time_track_size_allocate;
  widget_class->snapshot = kith_time_track_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kith-time-track");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  signals[GO] = new_signal ("go", 2, G_TYPE_INT, G_TYPE_BOOLEAN, 0);
  signals[RANGE] = new_signal ("range", 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[STEP] = new_signal ("step", 1, G_TYPE_INT, 0, 0);
  signals[STRETCH] = new_signal ("stretch", 1, G_TYPE_INT, 0, 0);
  signals[EVENT] = new_signal ("event", 1, G_TYPE_INT64, 0, 0);
  signals[TYPE] = new_signal ("type", 1, G_TYPE_STRING, 0, 0);
  signals[PLAY] = new_signal ("play", 0, 0, 0, 0);
  signals[ESCAPE] = new_signal ("escape", 0, 0, 0, 0);
}

static void
kith_time_track_init (KithTimeTrack *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Left and Right go from change to change, Page Up and Page Down a year, End to now. "
         "Type a date to go there. Space plays. Control, Shift and the arrows mark a range."),
      -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  tell (self);
}

void
kith_time_track_set_timeline (KithTimeTrack *self, KithTimeline *timeline)
{
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  self->timeline = timeline != NULL ? kith_timeline_ref (timeline) : NULL;
  find_span (self);
  self->scale.first = self->first;
  self->scale.last = self->last;
  count_events (self);
  tell (self);
}

void
kith_time_track_set_day (KithTimeTrack *self, gint32 day)
{
  if (self->day == day)
    return;
  self->day = day;
  tell (self);
}

void
kith_time_track_set_since (KithTimeTrack *self, gint32 since)
{
  if (self->since == since)
    return;
  self->since = since;
  tell (self);
}

void
kith_time_track_set_words (KithTimeTrack *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  tell (self);
}

gboolean
kith_time_track_get_span (KithTimeTrack *self, gint32 *first, gint32 *last)
{
  *first = self->first;
  *last = self->last;
  return self->first != 0;
}

void
kith_time_track_get_handle (KithTimeTrack *self, GdkRectangle *at)
{
  graphene_rect_t pill;

  kith_time_track_pill (self, &pill);
  *at = (GdkRectangle){ (int) pill.origin.x, (int) pill.origin.y, (int) pill.size.width,
                        (int) pill.size.height };
}
