/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-flight.h"

#include <math.h>

#define LEAST_ZOOM 0.05
#define MOST_ZOOM 4.0
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
  KithCamera from;
  KithCamera to;
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

static gboolean
moves_gently (KithFlight *self)
{
  gboolean gently = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->canvas)), "gtk-enable-animations",
                &gently, NULL);
  return gently && gtk_widget_get_mapped (GTK_WIDGET (self->canvas));
}

/* What the scene shows fits into the canvas, whatever its shape. */
static KithCamera
camera_of (KithFlight *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  double zoom = MIN (width / self->scene->width, height / self->scene->height);

  return (KithCamera){ self->scene->x, self->scene->y, CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM) };
}

typedef struct
{
  double left, top, right, bottom;
} Area;

static void
cover (Area *area, double x, double y, double width, double height)
{
  area->left = MIN (area->left, x - width / 2);
  area->right = MAX (area->right, x + width / 2);
  area->top = MIN (area->top, y - height / 2);
  area->bottom = MAX (area->bottom, y + height / 2);
}

/* All of the map, as large as there is room. */
static KithCamera
camera_of_all (KithFlight *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  Area area = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    cover (&area, one->x, one->y, one->width, one->height);
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    cover (&area, one->x, one->y, one->width, one->height);
  if (area.left > area.right)
    return (KithCamera){ 0, 0, 1 };
  return (KithCamera){ (area.left + area.right) / 2, (area.top + area.bottom) / 2,
                       CLAMP (MIN (width / (area.right - area.left + 2 * ROOM_MARGIN),
                                   height / (area.bottom - area.top + 2 * ROOM_MARGIN)),
                              LEAST_ZOOM, ROOM_ZOOM) };
}

static void
land (KithFlight *self)
{
  kith_flight_stop (self);
  kith_viewer_set_day (self->viewer, self->last_day);
  if (self->room && !kith_scene_has_camera (self->scene))
    self->to = camera_of_all (self);
  if (self->room || kith_scene_has_camera (self->scene))
    kith_canvas_set_camera (self->canvas, &self->to, FALSE);
  else
    kith_canvas_fit (self->canvas, FALSE);
}

/* Slow, fast, slow. */
static double
ease (double t)
{
  return t * t * (3 - 2 * t);
}

/* Zoom goes in even steps for the eye. */
static KithCamera
between (const KithCamera *from, const KithCamera *to, double t)
{
  KithCamera at = { 0, 0, from->zoom * pow (to->zoom / from->zoom, t) };
  double way = t;

  if (fabs (from->zoom - to->zoom) > 1e-6)
    way = (1 / at.zoom - 1 / from->zoom) / (1 / to->zoom - 1 / from->zoom);
  at.x = from->x + (to->x - from->x) * way;
  at.y = from->y + (to->y - from->y) * way;
  return at;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithFlight *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  KithCamera at;
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
  at = between (&self->from, &self->to, t);
  kith_canvas_set_camera (self->canvas, &at, FALSE);
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
static KithCamera
find_end (KithFlight *self)
{
  KithCamera end;

  if (kith_scene_has_camera (self->scene))
    return camera_of (self);
  if (self->room)
    return camera_of_all (self);
  kith_canvas_fit (self->canvas, FALSE);
  kith_canvas_get_camera (self->canvas, &end);
  return end;
}

void
kith_flight_aim (KithFlight *self, guint milliseconds)
{
  if (self->scene == NULL || gtk_widget_get_width (GTK_WIDGET (self->canvas)) <= 0)
    return;
  kith_flight_stop (self);
  self->from_day = day_or_today (kith_viewer_get_view (self->viewer)->day);
  self->last_day = kith_scene_day (self->scene);
  self->to_day = day_or_today (self->last_day);
  kith_canvas_get_camera (self->canvas, &self->from);
  self->to = find_end (self);
  if (milliseconds == 0 || !moves_gently (self))
    {
      land (self);
      return;
    }
  kith_canvas_set_camera (self->canvas, &self->from, FALSE);
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
