/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rings, segments of a ring and a circle: who sits together, and facing whom. */
#include <math.h>
#include <string.h>

#include "kith-layout-placement.h"
#include "kith-layout-seats.h"
#include "kith-layout-titles.h"
#include "kith-layout-trade.h"
#include "kith-layout-turn.h"

#define ROUNDS 4
#define MOST_ROWS 12
#define TOP -0.25      /* a turn */
#define ON_A_CIRCLE 24 /* boxes, before there are several behind one another, which can be read */
#define MOST_CIRCLES 4 /* and more of very many, who could not be read otherwise */
#define CIRCLES 0.35   /* for the root of how many boxes */
#define ROOMY \
  16.0 /* boxes on one, up to which links between two beside one another are long enough */
#define SHARINGS 6  /* at most */
#define ENOUGH 0.99 /* of a size, for another to be worth trying */
#define SPARSE 16   /* boxes of a ring, up to which they may stand above and below or aside alone */
#define MOST_SQUEEZED 300 /* boxes of all rings, up to which that is tried */
#define EFFORT 1e9        /* tests of a link against a link or a box, which that may take in all */
#define A_BOX 1.5e5       /* of those take as long as to seat a box */
#define HOLE 60.0         /* of segments, with the air round it, half as high, map units */

static gboolean
is_alone (const KithShaping *self, guint box)
{
  return self->next[box] == self->next[box + 1];
}

/* Those of a group that have no links, evenly round. */
static void
want_round (const KithShaping *self, guint group)
{
  const guint *boxes = kith_shaping_members (self, group);
  guint n = kith_shaping_size (self, group), n_alone = 0, at = 0;

  for (guint i = 0; i < n; i++)
    n_alone += is_alone (self, boxes[i]);
  for (guint i = 0; i < n; i++)
    if (is_alone (self, boxes[i]))
      self->wanted[boxes[i]] = (at++ + 0.5) / n_alone;
}

static void
want_near (const KithShaping *self, guint box)
{
  double x = self->x[box], y = self->y[box];
  double length = MAX (sqrt (x * x + y * y), 1e-9);

  x /= length * 2.0, y /= length * 2.0;
  for (guint k = self->next[box]; k < self->next[box + 1]; k++)
    {
      double to_x = self->x[self->near[k]], to_y = self->y[self->near[k]];

      length = MAX (sqrt (to_x * to_x + to_y * to_y), 1e-9);
      x += to_x / length, y += to_y / length;
    }
  self->wanted[box] = kith_turn_from_vector (x, y);
}

/* Where each box would like to be: towards its neighbours, and a little where it is; in rings those without any
 * evenly round. */
static void
want (const KithShaping *self)
{
  if (self->settled)
    return;
  for (guint i = 0; i < self->graph->n; i++)
    want_near (self, i);
  for (guint g = 0; g < self->shape->n_groups && self->shape->form == KITH_LAYOUT_RINGS; g++)
    want_round (self, g);
}

/* The middle of the free arrangement becomes that of the rings. */
static void
centre (KithShaping *self)
{
  double x = 0.0, y = 0.0;

  for (guint i = 0; i < self->graph->n; i++)
    x += self->x[i] / self->graph->n, y += self->y[i] / self->graph->n;
  for (guint i = 0; i < self->graph->n; i++)
    self->x[i] -= x, self->y[i] -= y;
}

/* Seated anew in the order that boxes have come to. */
static void
sit_down (KithShaping *self, const guint *seat, gpointer place)
{
  g_autofree double *was = g_memdup2 (self->wanted, self->graph->n * sizeof *was);

  for (guint i = 0; i < self->graph->n; i++)
    self->wanted[i] = was[seat[i]];
  ((KithShapePlace) place) (self);
}

static guint
most_rows_for (guint n)
{
  return CLAMP (n / 4, 1, MOST_ROWS);
}

static KithEllipse
stand_in_middle (KithShaping *self, guint box)
{
  self->middle = box;
  self->x[box] = self->y[box] = 0.0;
  return (KithEllipse){ self->graph->width[box] * 0.75, self->graph->height[box] * 0.9 };
}

/* A box alone in the middle stands there. */
static gboolean
seat_middle (KithShaping *self, guint group, KithEllipse *border)
{
  if (border->a > 0.0 || kith_shaping_size (self, group) != 1)
    return FALSE;
  *border = stand_in_middle (self, kith_shaping_members (self, group)[0]);
  return TRUE;
}

/* One box has nobody to face: it stands in the middle of a whole ring without a hole. */
static gboolean
seat_only_one (KithShaping *self)
{
  KithEllipse border;

  if (self->graph->n != 1)
    return FALSE;
  border = stand_in_middle (self, 0);
  self->areas[self->shape->group[0]] = (KithLayoutArea){ .width = 2 * (border.a + KITH_SHAPE_PAD),
                                                         .height = 2 * (border.b + self->title),
                                                         .sweep = 1 };
  return TRUE;
}

/* Nearer top and bottom, where a box takes as much of its ring as it is high, or nearer the sides. */
static void
squeeze (const KithShaping *self, guint group, double *wanted)
{
  double by = self->squeezes[group], first = by > 0.0 ? 0.25 : 0.0;

  for (guint i = 0; i < kith_shaping_size (self, group) && by != 1.0; i++)
    {
      guint box = kith_shaping_members (self, group)[i];
      double turn = self->wanted[box] - first + 0.25;
      double middle = floor (turn * 2.0) / 2.0 + 0.25;

      wanted[box] = first - 0.25 + middle + (turn - middle) * fabs (by);
    }
}

static void
seat_round (KithShaping *self, guint group, KithEllipse *border)
{
  guint n = kith_shaping_size (self, group);
  g_autofree guint *boxes = g_memdup2 (kith_shaping_members (self, group), n * sizeof *boxes);
  g_autofree double *wanted = g_memdup2 (self->wanted, self->graph->n * sizeof *wanted);
  KithSeating seating = { self, 0.0, 1.0, wanted, 0.0, self->rows + group };
  guint *list = boxes;

  squeeze (self, group, wanted);
  if (self->keeps_rows && n <= SPARSE)
    self->rows[group] = 0;
  kith_seat_best (&seating, 1, &list, &n, most_rows_for (n), border);
}

static void
seat_ring (KithShaping *self, guint group, KithEllipse *border)
{
  double gap = self->options->gap * KITH_SEAT_CORNER;
  KithEllipse inner = *border;

  if (kith_shaping_size (self, group) == 0)
    return;
  /* half of what is between two rows, or more, is on the other side of the line */
  if (inner.a > 0.0)
    border->a += MAX (gap - KITH_SHAPE_PAD, KITH_SHAPE_PAD),
        border->b += MAX (gap - self->title, KITH_SHAPE_PAD);
  if (!seat_middle (self, group, border))
    seat_round (self, group, border);
  border->a += KITH_SHAPE_PAD, border->b += self->title;
  self->areas[group] =
      (KithLayoutArea){ 0, 0, 2 * border->a, 2 * border->b, 2 * inner.a, 2 * inner.b, 0, 1 };
}

static void
place_rings (KithShaping *self)
{
  KithEllipse border = { 0, 0 };

  want (self);
  self->middle = G_MAXUINT;
  for (guint g = 0; g < self->shape->n_groups; g++)
    seat_ring (self, g, &border);
}

static gboolean
is_sparse (const KithShaping *self, guint group)
{
  guint n = kith_shaping_size (self, group);

  return n > 0 && n <= SPARSE;
}

/* A tenth of the page is worth a fifth of what crosses on it; less is better. */
static double
measure_rings (KithShaping *self)
{
  double width = 0.0, height = 0.0;

  for (guint g = 0; g < self->shape->n_groups; g++)
    {
      width = MAX (width, self->areas[g].width);
      height = MAX (height, self->areas[g].height);
    }
  return kith_placement_page_size (width, height) * sqrt (1.0 + kith_shaping_flaws (self));
}

/* With the boxes from where they were. */
static double
try_squeezes (KithShaping *self, const double *x, const double *y)
{
  double n = self->graph->n, m = self->graph->m;

  memcpy (self->x, x, self->graph->n * sizeof *x);
  memcpy (self->y, y, self->graph->n * sizeof *y);
  place_rings (self);
  self->effort -= n * A_BOX + m * (m + n);
  return measure_rings (self);
}

/* Whether any way of a ring makes all of it smaller, with the others as they are. */
static gboolean
squeeze_ring (KithShaping *self, guint group, const double *x, const double *y, double *least)
{
  static const double squeezes[] = { 1.0, 0.6, 0.35, 0.15, 0.05, -0.6, -0.35, -0.15, -0.05 };
  gboolean better = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (squeezes); i++)
    {
      double was = self->squeezes[group], now;

      if (squeezes[i] == was)
        continue;
      if (self->effort <= 0.0 || kith_shaping_is_cancelled (self))
        break;
      self->squeezes[group] = squeezes[i];
      now = try_squeezes (self, x, y);
      if (now < *least * ENOUGH)
        *least = now, better = TRUE;
      else
        self->squeezes[group] = was;
    }
  return better;
}

/* One ring after another, round and round, until none has been squeezed since its last turn. */
static void
squeeze_rings (KithShaping *self, const double *x, const double *y, guint rounds)
{
  guint n = self->shape->n_groups;
  double least = try_squeezes (self, x, y);

  for (guint i = 0, since = 0; i < rounds * n && since < n; i++, since++)
    if (is_sparse (self, i % n) && squeeze_ring (self, i % n, x, y, &least))
      since = 0;
}

/* Whether boxes of a few rings stand above and below or aside, where that makes the whole smaller: wherever one is
 * in a ring it is as thick all round. Meanwhile other rings have as many rows as they had. */
static void
find_squeezes (KithShaping *self)
{
  gsize bytes = self->graph->n * sizeof (double);
  g_autofree double *x = g_memdup2 (self->x, bytes), *y = g_memdup2 (self->y, bytes);

  if (!self->has_squeezes)
    self->effort = EFFORT;
  for (guint g = 0; g < self->shape->n_groups && !self->has_squeezes; g++)
    self->squeezes[g] = 1.0;
  self->keeps_rows = TRUE;
  if (self->graph->n <= MOST_SQUEEZED && self->effort > 0.0)
    squeeze_rings (self, x, y, self->has_squeezes ? 1 : ROUNDS);
  self->keeps_rows = FALSE;
  self->has_squeezes = TRUE;
  memcpy (self->x, x, bytes);
  memcpy (self->y, y, bytes);
}

void
kith_shape_rings (KithShaping *self)
{
  centre (self);
  if (!self->trades)
    find_squeezes (self);
  kith_shaping_improve (self, place_rings, ROUNDS);
  kith_shaping_trade_places (self, self->shape->group, sit_down, place_rings);
  kith_shaping_name_rings (self);
}

/* Each group its share of the turn. */
static void
share_turn (const KithShaping *self, KithSeating *seatings, guint *which, guint n_seatings)
{
  double all = 0.0, at = TOP;

  for (guint i = 0; i < n_seatings; i++)
    all += self->share[which[i]];
  for (guint i = 0; i < n_seatings; i++)
    {
      seatings[i].from = at;
      at += self->share[which[i]] / all;
      seatings[i].to = at;
    }
}

static void
place_segments (KithShaping *self)
{
  guint n_groups = self->shape->n_groups, n = 0, most = 1;
  g_autofree KithSeating *seatings = g_new (KithSeating, n_groups + 1);
  g_autofree guint **boxes = g_new (guint *, n_groups + 1);
  g_autofree guint *sizes = g_new (guint, n_groups + 1);
  g_autofree guint *which = g_new (guint, n_groups + 1);
  g_autofree guint *all = g_memdup2 (self->members, self->graph->n * sizeof *all);
  KithEllipse inner = { (HOLE - KITH_SHAPE_PAD) * 1.5, HOLE - KITH_SHAPE_PAD };
  KithEllipse border = { HOLE * 1.5, HOLE };

  if (seat_only_one (self))
    return;
  want (self);
  for (guint i = 0; i < n_groups; i++)
    if (kith_shaping_size (self, self->order[i]) > 0)
      {
        which[n] = self->order[i];
        sizes[n] = kith_shaping_size (self, which[n]);
        boxes[n] = all + self->first[which[n]];
        most = MAX (most, sizes[n]);
        seatings[n++] = (KithSeating){ self, 0, 0, self->wanted, 0, self->rows };
      }
  share_turn (self, seatings, which, n);
  kith_seat_best (seatings, n, boxes, sizes, CLAMP (most, 1, MOST_ROWS), &border);
  border.a += KITH_SHAPE_PAD * border.a / border.b, border.b += KITH_SHAPE_PAD;
  for (guint i = 0; i < n; i++)
    self->areas[which[i]] = (KithLayoutArea){ 0,
                                              0,
                                              2 * border.a,
                                              2 * border.b,
                                              2 * inner.a,
                                              2 * inner.b,
                                              seatings[i].from - floor (seatings[i].from),
                                              seatings[i].to - seatings[i].from };
  for (guint i = 0; i < n; i++)
    self->need[which[i]] = seatings[i].need;
}

/* By how many boxes each group has, at first, but with room for one at least; then by the room that they have
 * taken, which is more at the top, where they stand side by side, than at the sides: as long as the whole becomes
 * smaller. */
static void
find_shares (KithShaping *self)
{
  guint n_groups = self->shape->n_groups;
  g_autofree double *best = g_new (double, n_groups + 1);
  double least = G_MAXDOUBLE;
  gboolean worth = TRUE;

  for (guint i = 0; i < n_groups; i++)
    self->share[i] = kith_shaping_size (self, i) + 0.8;
  for (guint i = 0; i < SHARINGS && worth; i++)
    {
      double size;

      place_segments (self);
      size = self->areas[0].width;
      for (guint g = 1; g < n_groups; g++)
        size = MAX (size, self->areas[g].width);
      worth = size < least * ENOUGH;
      if (size < least)
        {
          least = size;
          memcpy (best, self->share, n_groups * sizeof *best);
        }
      for (guint g = 0; g < n_groups; g++)
        if (kith_shaping_size (self, g) > 0)
          self->share[g] = self->need[g];
    }
  memcpy (self->share, best, n_groups * sizeof *best);
  self->has_shares = TRUE;
}

/* Whoever sits beside one another round a middle is mostly linked: where they are few, and all of it is small
 * enough, enough shows of that for what is said at its ends. */
static KithLayoutOptions
make_roomy (const KithShaping *self)
{
  KithLayoutOptions options = *self->options;
  double few = MIN (1.0, ROOMY / MAX (self->graph->n, 1));

  options.gap = MAX (options.gap, options.link_clearance * few * few);
  return options;
}

void
kith_shape_segments (KithShaping *self)
{
  const KithLayoutOptions *given = self->options;
  KithLayoutOptions roomy = make_roomy (self);

  self->options = &roomy;
  kith_shaping_put_in_order (self, TRUE);
  centre (self);
  if (!self->has_shares)
    find_shares (self);
  kith_shaping_improve (self, place_segments, ROUNDS);
  kith_shaping_trade_places (self, self->shape->group, sit_down, place_segments);
  self->options = given;
}

/* How long the links would be with the boxes evenly round, as steps between neighbours. */
static guint64
circle_cost (const KithShaping *self, const guint *at, guint box)
{
  guint64 sum = 0;
  guint n = self->graph->n;

  for (guint k = self->next[box]; k < self->next[box + 1]; k++)
    {
      guint a = at[box], b = at[self->near[k]];
      guint apart = a > b ? a - b : b - a;

      sum += MIN (apart, n - apart);
    }
  return sum;
}

/* Exchanges of two that shorten links, until a round finds none. */
static void
order_circle (const KithShaping *self, guint *boxes)
{
  guint n = self->graph->n, reach = n < 200 ? n - 1 : 8;
  g_autofree guint *at = g_new (guint, n + 1);
  gboolean better = TRUE;

  for (guint i = 0; i < n; i++)
    at[boxes[i]] = i;
  for (guint round = 0; round < 20 && better; round++)
    {
      better = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint step = 1; step <= reach; step++)
          {
            guint j = (i + step) % n, a = boxes[i], b = boxes[j];
            guint64 before = circle_cost (self, at, a) + circle_cost (self, at, b);

            at[a] = j, at[b] = i;
            if (circle_cost (self, at, a) + circle_cost (self, at, b) < before)
              boxes[i] = b, boxes[j] = a, better = TRUE;
            else
              at[a] = i, at[b] = j;
          }
    }
}

static guint
most_circles (guint n)
{
  return CLAMP (n / ON_A_CIRCLE, 1, MAX (MOST_CIRCLES, (guint) (CIRCLES * sqrt (n))));
}

static void
place_circle (KithShaping *self)
{
  guint n = self->graph->n;
  g_autofree guint *boxes = g_memdup2 (self->members, n * sizeof *boxes);
  guint *list = boxes;
  KithSeating seating = { self, 0.0, 1.0, self->wanted, 0.0, self->rows };
  KithEllipse border = { 0, 0 };

  if (seat_only_one (self))
    return;
  kith_seat_best (&seating, 1, &list, &n, most_circles (n), &border);
  self->areas[0] = (KithLayoutArea){
    0, 0, 2 * (border.a + KITH_SHAPE_PAD), 2 * (border.b + KITH_SHAPE_PAD), 0, 0, 0, 1
  };
}

void
kith_shape_circle (KithShaping *self)
{
  guint n = self->graph->n;
  const KithLayoutOptions *given = self->options;
  KithLayoutOptions roomy = make_roomy (self);
  g_autofree guint *boxes = g_memdup2 (self->members, n * sizeof *boxes);
  g_autofree guint *anywhere = g_new0 (guint, n + 1);

  self->options = &roomy;
  centre (self);
  for (guint i = 0; i < n; i++)
    self->wanted[i] = kith_turn_from_vector (self->x[i], self->y[i]);
  kith_shaping_sort (boxes, n, self->wanted);
  order_circle (self, boxes);
  for (guint i = 0; i < n; i++)
    self->wanted[boxes[i]] = (double) i / n;
  place_circle (self);
  kith_shaping_trade_places (self, anywhere, sit_down, place_circle);
  self->options = given;
}
