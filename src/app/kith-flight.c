/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-flight.h"

#include <math.h>

#include "kith-viewport.h"

#define ROOM_ZOOM 2.4    /* at the most, where all of the map is shown to a room */
#define ROOM_MARGIN 40.0 /* map units round it */

struct _KithFlight
{
  /* owned */
  KithViewer *viewer;
  KithCanvas *canvas;
  KithScene *scene; /* where it goes; NULL: nowhere yet */

  /* state */
  guint tick;
  gint64 start;    /* of the frame clock, microseconds; 0: with the next frame */
  gint64 duration; /* microseconds */
  KithViewport from;
  KithViewport to;
  gint32 from_day; /* Julian */
  gint32 to_day;
  gint32 last_day; /* that the viewer shows when it is there; 0: now */
  gboolean room;   /* see kith_flight_set_room() */
};

KithFlight *
kith_flight_new (KithViewer *viewer, KithCanvas *canvas)
{
  KithFlight *self = g_new0 (KithFlight, 1);

  self->viewer = g_object_ref (viewer);
  self->canvas = g_object_ref (canvas);
  return self;
}

void
kith_flight_stop (KithFlight *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->canvas), self->tick);
  self->tick = 0;
}

void
kith_flight_free (KithFlight *self)
{
  kith_flight_stop (self);
  g_clear_pointer (&self->scene, kith_record_unref);
  g_object_unref (self->viewer);
  g_object_unref (self->canvas);
  g_free (self);
}

void
kith_flight_set_room (KithFlight *self)
{
  self->room = TRUE;
}

static KithViewport
viewport_of (const KithCamera *camera)
{
  return (KithViewport){ camera->x, camera->y, camera->zoom, 0, 0 };
}

/* What it shows fits into the canvas, whatever its shape. */
static KithViewport
look_at (KithFlight *self, const KithRect *area, double most)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  double zoom = MIN (width / area->width, height / area->height);
  KithViewport at = KITH_VIEWPORT_INIT;

  kith_viewport_look_at (&at, area->x + area->width / 2, area->y + area->height / 2,
                         MIN (zoom, most));
  return at;
}

static KithViewport
view_of_scene (KithFlight *self)
{
  const KithScene *scene = self->scene;

  return look_at (self,
                  &(KithRect){ scene->x - scene->width / 2, scene->y - scene->height / 2,
                               scene->width, scene->height },
                  KITH_ZOOM_MAX);
}

/* All of the map, as large as there is room. */
static KithViewport
view_of_all (KithFlight *self)
{
  KithRect all = kith_canvas_get_bounds (self->canvas);

  if (all.width <= 0)
    return (KithViewport) KITH_VIEWPORT_INIT;
  all = (KithRect){ all.x - ROOM_MARGIN, all.y - ROOM_MARGIN, all.width + 2 * ROOM_MARGIN,
                    all.height + 2 * ROOM_MARGIN };
  return look_at (self, &all, ROOM_ZOOM);
}

static void
look (KithFlight *self, const KithViewport *at)
{
  kith_canvas_set_camera (self->canvas, &(KithCamera){ at->x, at->y, at->zoom }, FALSE);
}

static void
land (KithFlight *self)
{
  kith_flight_stop (self);
  kith_viewer_set_day (self->viewer, self->last_day);
  if (self->room && !kith_scene_has_camera (self->scene))
    self->to = view_of_all (self);
  if (self->room || kith_scene_has_camera (self->scene))
    look (self, &self->to);
  else
    kith_canvas_fit (self->canvas, FALSE);
}

/* Slow, fast, slow. */
static double
ease (double t)
{
  return t * t * (3 - 2 * t);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithFlight *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  KithViewport at;
  double t;

  if (self->start == 0)
    self->start = now;
  t = (double) (now - self->start) / (double) self->duration;
  if (t >= 1)
    {
      land (self);
      return G_SOURCE_REMOVE;
    }
  t = ease (t);
  at = kith_viewport_between (&self->from, &self->to, t);
  look (self, &at);
  if (self->from_day != self->to_day)
    kith_viewer_set_day (self->viewer,
                         self->from_day + (gint32) lrint ((self->to_day - self->from_day) * t));
  return G_SOURCE_CONTINUE;
}

static gint32
day_or_today (gint32 day)
{
  return day != 0 ? day : kith_date_today ().first;
}

/* Where all of the map is looked at, that is what covers it when the scene's day is shown. */
static KithViewport
find_end (KithFlight *self)
{
  KithCamera end;

  if (kith_scene_has_camera (self->scene))
    return view_of_scene (self);
  if (self->room)
    return view_of_all (self);
  kith_canvas_fit (self->canvas, FALSE);
  kith_canvas_get_camera (self->canvas, &end);
  return viewport_of (&end);
}

void
kith_flight_aim (KithFlight *self, guint milliseconds)
{
  KithCamera now;

  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self->canvas)) <= 0)
    return;
  kith_flight_stop (self);
  self->from_day = day_or_today (kith_viewer_get_view (self->viewer)->day);
  self->last_day = kith_scene_day (self->scene);
  self->to_day = day_or_today (self->last_day);
  kith_canvas_get_camera (self->canvas, &now);
  self->from = viewport_of (&now);
  self->to = find_end (self);
  if (milliseconds == 0 || !kith_widget_moves_gently (GTK_WIDGET (self->canvas)))
    {
      land (self);
      return;
    }
  look (self, &self->from);
  self->start = 0;
  self->duration = milliseconds * G_GINT64_CONSTANT (1000);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), on_tick, self, NULL);
}

void
kith_flight_go (KithFlight *self, const KithScene *scene, guint milliseconds)
{
  KithMap *seen = kith_viewer_get_seen_map (self->viewer);
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;

  kith_flight_stop (self);
  kith_record_ref (scene);
  g_clear_pointer (&self->scene, kith_record_unref);
  self->scene = (KithScene *) scene;
  kith_viewer_end_comparison (self->viewer);
  kith_viewer_select_only (self->viewer, 0);
  kith_viewer_set_through (self->viewer, scene->through);
  kith_viewer_set_since (self->viewer, kith_scene_since (scene));
  kith_viewer_set_question (self->viewer, scene->question);
  kith_viewer_set_lens (self->viewer, (KithLens) scene->lens);
  kith_viewer_set_lines (self->viewer, scene->lines);
  kith_viewer_set_ended (self->viewer, scene->ended);
  kith_viewer_set_filter (self->viewer, kith_scene_filter (scene, seen, audience));
  kith_flight_aim (self, milliseconds);
}
