/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A way from one member to another round boxes that are none: by the corners of these boxes, the
 * shortest (A*). */
#include "kith-outline-private.h"

#include "kith-curve.h"

#include <math.h>

#define MOST_BOXES 24 /* that a way may lead round */
#define ASIDE 120.0   /* how far beside the straight line boxes are looked at */
#define WORTH 2.4     /* times the straight line, at most */
#define FURTHER 8.0   /* of a corner, than what is asked of the way */
#define UNKNOWN G_MAXDOUBLE

typedef struct
{
  KithPoint at;
  double length; /* of the way to here */
  guint from;
  gboolean is_done;
} Stop;

/**
 * kith_outline_is_clear:
 * @from: one end, map units
 * @to: the other
 * @others: (array length=n): boxes
 * @n: how many
 * @clear: map units
 *
 * Returns: whether the line between them goes by no box nearer than that
 */
gboolean
kith_outline_is_clear (KithPoint from, KithPoint to, const KithRect *others, guint n, double clear)
{
  KithRect around = kith_points_bounds ((KithPoint[]){ from, to }, 2);

  around = kith_rect_grow (&around, clear);
  for (guint i = 0; i < n; i++)
    {
      KithRect grown;

      if (!kith_rect_touches (&around, &others[i]))
        continue;
      grown = kith_rect_grow (&others[i], clear);
      if (kith_segment_meets_rect (from, to, &grown) || kith_rect_contains (&grown, to.x, to.y))
        return FALSE;
    }
  return TRUE;
}

static double
apart (KithPoint a, KithPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* The boxes that may be in the way. */
static GArray *
boxes_between (KithPoint from, KithPoint to, const KithRect *others, guint n)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (KithRect));

  for (guint i = 0; i < n && near->len < MOST_BOXES; i++)
    {
      KithRect grown = kith_rect_grow (&others[i], ASIDE);

      if (kith_segment_meets_rect (from, to, &grown))
        g_array_append_val (near, others[i]);
    }
  return near;
}

static void
add_stop (GArray *stops, double x, double y)
{
  Stop stop = { { x, y }, UNKNOWN, 0, FALSE };

  g_array_append_val (stops, stop);
}

/* The two ends, and every corner. */
static GArray *
stops_of (KithPoint from, KithPoint to, const GArray *boxes, double clear)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  add_stop (stops, from.x, from.y);
  add_stop (stops, to.x, to.y);
  g_array_index (stops, Stop, 0).length = 0.0;
  for (guint i = 0; i < boxes->len; i++)
    {
      KithRect r = kith_rect_grow (&g_array_index (boxes, KithRect, i), clear + FURTHER);

      add_stop (stops, r.x, r.y);
      add_stop (stops, r.x + r.width, r.y);
      add_stop (stops, r.x + r.width, r.y + r.height);
      add_stop (stops, r.x, r.y + r.height);
    }
  return stops;
}

/* The stop from which it is best to go on, or `stops->len`. */
static guint
most_hopeful (const GArray *stops, KithPoint to, double most)
{
  guint best = stops->len;
  double least = most;

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      if (stop->is_done || stop->length == UNKNOWN || stop->length + apart (stop->at, to) >= least)
        continue;
      least = stop->length + apart (stop->at, to);
      best = i;
    }
  return best;
}

static void
go_on (GArray *stops, guint from, const GArray *boxes, double clear)
{
  Stop *here = &g_array_index (stops, Stop, from);

  here->is_done = TRUE;
  for (guint i = 1; i < stops->len; i++)
    {
      Stop *there = &g_array_index (stops, Stop, i);
      double length = here->length + apart (here->at, there->at);

      if (there->is_done || length >= there->length
          || !kith_outline_is_clear (here->at, there->at, (const KithRect *) (gpointer) boxes->data,
                                     boxes->len, clear))
        continue;
      there->length = length;
      there->from = from;
    }
}

/**
 * kith_outline_way:
 * @from: where it begins, map units
 * @to: where it ends
 * @others: (array length=n): boxes that it leads round
 * @n: how many
 * @clear: how far from them, map units
 * @by: (element-type KithPoint): what lies between is appended, from `to` on
 *
 * Cost: at most 24 boxes are looked at, some hundred thousand sums.
 *
 * Returns: whether there is a way that is not much longer than the straight line
 */
gboolean
kith_outline_way (KithPoint from,
                  KithPoint to,
                  const KithRect *others,
                  guint n,
                  double clear,
                  GArray *by)
{
  g_autoptr (GArray) boxes = boxes_between (from, to, others, n);
  g_autoptr (GArray) stops = stops_of (from, to, boxes, clear);
  double most = WORTH * apart (from, to);
  guint at;

  for (at = most_hopeful (stops, to, most); at < stops->len && at != 1;
       at = most_hopeful (stops, to, most))
    go_on (stops, at, boxes, clear);
  if (at == stops->len)
    return FALSE;
  for (at = g_array_index (stops, Stop, 1).from; at != 0; at = g_array_index (stops, Stop, at).from)
    g_array_append_val (by, g_array_index (stops, Stop, at).at);
  return TRUE;
}
