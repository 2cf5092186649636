/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws an outline tight like a band: each point goes to between its neighbours, and is kept off the
 * members' boxes and off everybody else's. What a grid leaves jagged (narrow places, where two distances
 * meet) becomes an arc. */
#include "kith-outline-private.h"

#include "kith-curve.h"
#include "kith-outline.h"

#include <math.h>

#define SPACING 5.0 /* between points */
#define APART 7.0   /* between those that are kept */
#define ROUNDS 4    /* at least; after each, points are spaced evenly again */
#define MOST_ROUNDS 32
#define MOST_LONGER \
  2 /* times what it was, where it is given up: boxes that lie over one another push it to and fro */
#define STEPS 9      /* of a round */
#define LAST_STEPS 4 /* that nothing keeps off: they take the edges out */
#define RUN 16       /* points that know their neighbourhood together */
#define SPARE 2.0    /* of a radius, as what is measured before the last steps */
#define NEAR 48.0    /* of that */
#define SURE 1e-6    /* more than sums of many small ways are wrong by */
#define LEAST 2.0    /* between a member's box and the outline, whatever is about */

/* What lies near a run of points. */
typedef struct
{
  GArray *members; /* of KithRect */
  GArray *others;
} Around;

/* The nearest of some boxes: how far it is, less than nothing within, and which way leads off it. */
typedef struct
{
  double distance;
  KithPoint off;
} Nearest;

static void
around_clear (gpointer data)
{
  Around *around = data;

  g_array_unref (around->members);
  g_array_unref (around->others);
}

static GArray *
touching (const KithRect *rect, const KithRect *boxes, guint n)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KithRect));

  for (guint i = 0; i < n; i++)
    if (kith_rect_touches (rect, &boxes[i]))
      g_array_append_val (found, boxes[i]);
  return found;
}

static GArray *
look_around (const GArray *loop, const GArray *members, const GArray *others)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Around));

  g_array_set_clear_func (all, around_clear);
  for (guint i = 0; i < loop->len; i += RUN)
    {
      KithRect rect = kith_points_bounds (&g_array_index (loop, KithPoint, i),
                                          MIN (RUN, loop->len - i));
      Around around;

      rect = kith_rect_grow (&rect, NEAR);
      around.members = touching (&rect, (const KithRect *) (gpointer) members->data, members->len);
      around.others = touching (&rect, (const KithRect *) (gpointer) others->data, others->len);
      g_array_append_val (all, around);
    }
  return all;
}

static Nearest
distance_within (const KithRect *box, KithPoint at)
{
  double left = at.x - box->x, right = box->x + box->width - at.x;
  double up = at.y - box->y, down = box->y + box->height - at.y;
  double least = MIN (MIN (left, right), MIN (up, down));

  if (least == left)
    return (Nearest){ -left, { -1, 0 } };
  if (least == right)
    return (Nearest){ -right, { 1, 0 } };
  return least == up ? (Nearest){ -up, { 0, -1 } } : (Nearest){ -down, { 0, 1 } };
}

/* Of the point outside all of them, as mostly, squares are compared. */
static Nearest
nearest_of (const GArray *boxes, KithPoint at)
{
  const KithRect *rects = (const KithRect *) (gpointer) boxes->data;
  Nearest nearest = { G_MAXDOUBLE, { 0, 0 } };
  double least = G_MAXDOUBLE, off_x = 0.0, off_y = 0.0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const KithRect *box = &rects[i];
      double left = at.x - box->x, up = at.y - box->y;
      double dx = MIN (left, 0.0) + MAX (left - box->width, 0.0);
      double dy = MIN (up, 0.0) + MAX (up - box->height, 0.0);
      double square = dx * dx + dy * dy;

      if (square < 1e-18)
        {
          Nearest one = distance_within (box, at);

          if (one.distance < nearest.distance)
            nearest = one;
        }
      else if (square < least)
        {
          least = square;
          off_x = dx;
          off_y = dy;
        }
    }
  if (least < G_MAXDOUBLE && nearest.distance == G_MAXDOUBLE)
    {
      nearest.distance = sqrt (least);
      nearest.off = (KithPoint){ off_x / nearest.distance, off_y / nearest.distance };
    }
  return nearest;
}

/* Off the nearest member and off the nearest other; where there is no room for both, in between.
 * @slack: how far the point may go before anything would keep it off. */
static KithPoint
keep_off (const Around *around, KithPoint at, double *slack)
{
  Nearest member = nearest_of (around->members, at);
  Nearest other = nearest_of (around->others, at);
  double room = member.distance + other.distance;
  double keep = KITH_OUTLINE_KEEP;
  double clear = KITH_OUTLINE_CLEAR;

  *slack = MIN (member.distance - keep, other.distance - clear);
  if (room < keep + clear)
    {
      keep = MAX (LEAST, room * keep / (keep + clear));
      clear = room - keep;
    }
  if (other.distance < clear)
    {
      at.x += other.off.x * (clear - other.distance);
      at.y += other.off.y * (clear - other.distance);
      member = nearest_of (around->members, at);
    }
  if (member.distance < keep)
    {
      at.x += member.off.x * (keep - member.distance);
      at.y += member.off.y * (keep - member.distance);
    }
  return at;
}

static double
apart (KithPoint a, KithPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;

  return sqrt (dx * dx + dy * dy);
}

/* Most points are drawn but a little at a time, far from what could keep them off: of those `slack` tells.
 * NULL for both: nothing does. */
static void
draw_tight (GArray *loop, const GArray *around, double *slack)
{
  KithPoint *points = (KithPoint *) (gpointer) loop->data;
  KithPoint first = points[0];
  KithPoint before = points[loop->len - 1];

  for (guint i = 0; i < loop->len; i++)
    {
      KithPoint here = points[i];
      KithPoint after = i + 1 < loop->len ? points[i + 1] : first;

      points[i].x = (before.x + 2 * here.x + after.x) / 4;
      points[i].y = (before.y + 2 * here.y + after.y) / 4;
      if (around != NULL && (slack[i] -= apart (here, points[i])) < SURE)
        points[i] = keep_off (&g_array_index (around, Around, i / RUN), points[i], &slack[i]);
      before = here;
    }
}

static double
length_of (const GArray *loop)
{
  double sum = 0.0;

  for (guint i = 0; i < loop->len; i++)
    {
      KithPoint a = g_array_index (loop, KithPoint, i);
      KithPoint b = g_array_index (loop, KithPoint, (i + 1) % loop->len);

      sum += apart (a, b);
    }
  return sum;
}

/* As many points as go round at that distance, evenly. */
static void
space_evenly (GArray *loop, double spacing)
{
  double length = length_of (loop);
  guint n = MAX (8, (guint) (length / spacing));
  g_autoptr (GArray) even = g_array_sized_new (FALSE, FALSE, sizeof (KithPoint), n);
  double step = length / n;
  double next = 0.0;
  double passed = 0.0;

  for (guint i = 0; i < loop->len && even->len < n; i++)
    {
      KithPoint a = g_array_index (loop, KithPoint, i);
      KithPoint b = g_array_index (loop, KithPoint, (i + 1) % loop->len);
      double part = apart (a, b);

      for (; next < passed + part && even->len < n; next += step)
        {
          double t = (next - passed) / part;
          KithPoint at = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

          g_array_append_val (even, at);
        }
      passed += part;
    }
  g_array_set_size (loop, 0);
  g_array_append_vals (loop, even->data, even->len);
}

/* Whether some three points that follow one another lie on a smaller circle than they may. */
static gboolean
is_sharp (const GArray *loop)
{
  const KithPoint *points = (const KithPoint *) (gpointer) loop->data;

  for (guint i = 0; i < loop->len; i++)
    {
      KithPoint a = points[(i + loop->len - 1) % loop->len], b = points[i];
      KithPoint c = points[(i + 1) % loop->len];
      double twice = fabs ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
      double sides = apart (a, b) * apart (b, c) * apart (a, c);

      if (sides < 2 * twice * (KITH_OUTLINE_RADIUS + SPARE))
        return TRUE;
    }
  return FALSE;
}

static GArray *
near_loop (const GArray *loop, const KithRect *boxes, guint n)
{
  KithRect rect = kith_points_bounds ((const KithPoint *) (gpointer) loop->data, loop->len);

  rect = kith_rect_grow (&rect, NEAR);
  return touching (&rect, boxes, n);
}

/**
 * kith_outline_soften:
 * @loop: (element-type KithPoint): a closed loop that holds members' boxes and no others; altered
 * @members: (array length=n_members): boxes within
 * @n_members: how many
 * @others: (array length=n_others): boxes without
 * @n_others: how many
 *
 * Afterwards it holds the same boxes and has no turn sharper than %KITH_OUTLINE_RADIUS, but where boxes
 * touch or hide one another. Cost: its length times the boxes near by.
 */
void
kith_outline_soften (GArray *loop,
                     const KithRect *members,
                     guint n_members,
                     const KithRect *others,
                     guint n_others)
{
  g_autoptr (GArray) within = NULL;
  g_autoptr (GArray) without = NULL;
  guint n = 0;

  if (loop->len < 4)
    return;
  within = near_loop (loop, members, n_members);
  without = near_loop (loop, others, n_others);
  for (guint round = 0; round < ROUNDS || (round < MOST_ROUNDS && is_sharp (loop)); round++)
    {
      g_autoptr (GArray) around = NULL;
      g_autofree double *slack = NULL;

      space_evenly (loop, SPACING);
      n = round == 0 ? loop->len : n;
      if (loop->len > MOST_LONGER * n)
        break;
      around = look_around (loop, within, without);
      slack = g_new0 (double, loop->len);
      for (guint step = 0; step < STEPS; step++)
        draw_tight (loop, around, slack);
    }
  for (guint step = 0; step < LAST_STEPS; step++)
    draw_tight (loop, NULL, NULL);
  space_evenly (loop, APART);
}
