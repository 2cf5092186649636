/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-time-pace.h"

#define PARTS 30  /* of the whole: what goes on longer without anything is hurried through … */
#define HURRY 5.0 /* … so many times as fast */

typedef struct
{
  gint32 day;
  double at; /* what it takes from the first day, in days at an even pace */
} Point;

struct _KithTimePace
{
  GArray *points; /* of Point, at least two, days and places ascending */
};

static void
go_to (KithTimePace *self, gint32 day, double longest)
{
  const Point *last = &g_array_index (self->points, Point, self->points->len - 1);
  double gap = (double) day - last->day;
  double takes = gap <= longest ? gap : longest + (gap - longest) / HURRY;
  Point next = { day, last->at + takes };

  if (day > last->day)
    g_array_append_val (self->points, next);
}

/**
 * kith_time_pace_new:
 * @timeline: what happens when
 * @first: the day on which the play begins
 * @last: the day on which it ends
 *
 * Returns: (transfer full): its pace
 */
KithTimePace *
kith_time_pace_new (KithTimeline *timeline, gint32 first, gint32 last)
{
  KithTimePace *self = g_new0 (KithTimePace, 1);
  double longest = MAX (((double) last - first) / PARTS, 1.0);
  Point start = { first, 0 };

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_append_val (self->points, start);
  for (gint32 day = kith_timeline_next (timeline, first); day < last;
       day = kith_timeline_next (timeline, day))
    go_to (self, day, longest);
  go_to (self, MAX (last, first + 1), longest);
  return self;
}

void
kith_time_pace_free (KithTimePace *self)
{
  g_array_unref (self->points);
  g_free (self);
}

/* The last point that is not beyond: by place, or by day. */
static guint
find (const KithTimePace *self, double at, gint32 day, gboolean by_day)
{
  guint low = 0, high = self->points->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      const Point *point = &g_array_index (self->points, Point, middle);

      if (by_day ? point->day <= day : point->at <= at)
        low = middle;
      else
        high = middle - 1;
    }
  return MIN (low, self->points->len - 2);
}

static double
length_of (const KithTimePace *self)
{
  return g_array_index (self->points, Point, self->points->len - 1).at;
}

gint32
kith_time_pace_day (const KithTimePace *self, double way)
{
  double at = CLAMP (way, 0.0, 1.0) * length_of (self);
  const Point *point = &g_array_index (self->points, Point, find (self, at, 0, FALSE));
  double part = (at - point[0].at) / (point[1].at - point[0].at);

  return point[0].day + (gint32) (part * (point[1].day - point[0].day));
}

double
kith_time_pace_way (const KithTimePace *self, gint32 day)
{
  const Point *point = &g_array_index (self->points, Point, find (self, 0, day, TRUE));
  double part = ((double) day - point[0].day) / (point[1].day - point[0].day);

  return CLAMP ((point[0].at + part * (point[1].at - point[0].at)) / length_of (self), 0.0, 1.0);
}
