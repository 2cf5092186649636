/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rings round one another: who sits together in one, and facing whom. */
#include <math.h>
#include <string.h>

#include "kith-layout-border.h"
#include "kith-layout-grown.h"
#include "kith-layout-round.h"
#include "kith-layout-seats.h"
#include "kith-layout-titles.h"
#include "kith-layout-trade.h"
#include "kith-layout-turn.h"

#define ROUNDS 4
#define MOST_ROWS 12
#define NAMINGS 2         /* at most */
#define ENOUGH 0.99       /* of a size, for another to be worth trying */
#define SPARSE 16         /* boxes of a ring, up to which they may stand together at a side */
#define MOST_SQUEEZED 300 /* boxes of all rings, up to which that is tried */

static guint
most_rows_for (guint n)
{
  return CLAMP (n / 4, 1, MOST_ROWS);
}

/* A box alone in the middle stands there. */
static gboolean
seat_middle (KithShaping *self, guint group, KithBorder *border)
{
  if (kith_shaping_size (self, group) != 1)
    return FALSE;
  border->half = kith_shaping_stand_in_middle (self, kith_shaping_members (self, group)[0]);
  return TRUE;
}

/* Where the boxes of a ring are drawn together: round one direction, or round that and its opposite. */
static const struct
{
  double turn;
  gboolean both;
  double by; /* of how far off it they are */
} ways[] = {
  { 0.0, FALSE, 1.0 }, /* as they come */
  { -0.25, TRUE, 0.6 },  { -0.25, TRUE, 0.35 }, { -0.25, TRUE, 0.15 }, { -0.25, TRUE, 0.05 },
  { 0.0, TRUE, 0.6 },    { 0.0, TRUE, 0.35 },   { 0.0, TRUE, 0.15 },   { 0.0, TRUE, 0.05 },
  { -0.25, FALSE, 0.3 }, { 0.0, FALSE, 0.3 },   { 0.25, FALSE, 0.3 },  { 0.5, FALSE, 0.3 },
};

/* At top and bottom a box takes as much of its ring as it is high, at the sides as it is wide; at one of them alone
 * a ring can be thick only there. */
static void
squeeze (const KithShaping *self, guint group, double *wanted)
{
  guint way = self->ways[group];
  double turn = ways[way].turn, half = ways[way].both ? 0.25 : 0.5;

  for (guint i = 0; i < kith_shaping_size (self, group) && way != 0; i++)
    {
      guint box = kith_shaping_members (self, group)[i];
      double off = kith_turn_near (self->wanted[box], turn - half) - turn;
      double middle = off >= half ? 2 * half : 0.0;

      wanted[box] = turn + middle + (off - middle) * ways[way].by;
    }
}

/* Round the middle of what is within; the border need not have the same one. */
static void
seat_round (KithShaping *self, guint group, gboolean may_move, KithBorder *border)
{
  const guint *members = kith_shaping_members (self, group);
  guint n = kith_shaping_size (self, group);
  g_autofree guint *boxes = g_memdup2 (members, n * sizeof *boxes);
  g_autofree double *wanted = g_memdup2 (self->wanted, self->graph->n * sizeof *wanted);
  KithSeating seating = { self, 0.0, 1.0, wanted, 0.0, self->rows + group };
  KithBorder within = *border;
  guint *list = boxes;

  squeeze (self, group, wanted);
  if (self->keeps_rows && n <= SPARSE)
    self->rows[group] = 0;
  kith_seat_best (&seating, 1, &list, &n, most_rows_for (n), &border->half);
  for (guint i = 0; i < n; i++)
    self->x[members[i]] += within.x, self->y[members[i]] += within.y;
  if (may_move)
    *border = kith_border_round (self, members, n, &within, &border->half);
}

/* By so much at either side, above and below. */
static void
grow (KithBorder *border, double aside, double above, double below)
{
  border->half.a += aside, border->half.b += (above + below) / 2;
  border->y += (below - above) / 2;
}

/* One alone stands in the middle of its ring, and of the next one where that is wanted. */
static gboolean
is_even (const KithShaping *self, guint group)
{
  guint own = self->middle != G_MAXUINT ? self->shape->group[self->middle] : group + 1;

  if (own >= group || !self->shape->round_first)
    return own == group;
  for (guint g = own + 1; g < group; g++)
    if (kith_shaping_size (self, g) > 0)
      return FALSE;
  return TRUE;
}

/* What is between the boxes of a ring and its line: where its name is there is room for that. */
static double
room_at (const KithShaping *self, guint group, gboolean below)
{
  return self->below[group] == below || is_even (self, group) ? self->title : KITH_SHAPE_PAD;
}

/* Half of what is between two rows, or more, is on the other side of the line between them. */
static void
step_over_line (const KithShaping *self, guint from, KithBorder *border)
{
  double gap = self->options->gap * KITH_SEAT_CORNER;

  grow (border, MAX (gap - KITH_SHAPE_PAD, KITH_SHAPE_PAD),
        MAX (gap - room_at (self, from, FALSE), KITH_SHAPE_PAD),
        MAX (gap - room_at (self, from, TRUE), KITH_SHAPE_PAD));
}

static void
note_area (KithShaping *self, guint group, const KithBorder *inner, const KithBorder *border)
{
  self->areas[group] = (KithLayoutArea){ .x = border->x,
                                         .y = border->y,
                                         .width = 2 * border->half.a,
                                         .height = 2 * border->half.b,
                                         .inner_width = 2 * inner->half.a,
                                         .inner_height = 2 * inner->half.b,
                                         .inner_x = inner->x - border->x,
                                         .inner_y = inner->y - border->y,
                                         .sweep = 1,
                                         .named_below = self->below[group] };
}

static void
place_rings (KithShaping *self)
{
  KithBorder border = { 0 };
  guint within = G_MAXUINT; /* the ring within */

  kith_shaping_want (self);
  self->middle = G_MAXUINT;
  for (guint g = 0; g < self->shape->n_groups; g++)
    {
      KithBorder inner = border;

      if (kith_shaping_size (self, g) == 0)
        continue;
      if (within != G_MAXUINT)
        step_over_line (self, within, &border);
      if (within != G_MAXUINT || !seat_middle (self, g, &border))
        seat_round (self, g, within != G_MAXUINT && !is_even (self, g), &border);
      grow (&border, KITH_SHAPE_PAD, room_at (self, g, FALSE), room_at (self, g, TRUE));
      note_area (self, g, &inner, &border);
      within = g;
    }
}

static gboolean
is_sparse (const KithShaping *self, guint group)
{
  guint n = kith_shaping_size (self, group);

  return n > 0 && n <= SPARSE;
}

static double
measure_rings (KithShaping *self)
{
  return kith_shaping_judge (self, kith_shaping_flaws (self));
}

/* With the boxes from where they were. */
static double
try_squeezes (KithShaping *self, const double *x, const double *y)
{
  double n = self->graph->n, m = self->graph->m;

  memcpy (self->x, x, self->graph->n * sizeof *x);
  memcpy (self->y, y, self->graph->n * sizeof *y);
  place_rings (self);
  self->effort -= n * KITH_SHAPE_A_BOX + m * (m + n);
  return measure_rings (self);
}

/* Those who have no links are all round. */
static gboolean
may_squeeze (const KithShaping *self, guint group, guint way)
{
  if (way == 0 || ways[way].both)
    return TRUE;
  for (guint i = 0; i < kith_shaping_size (self, group); i++)
    if (kith_shaping_is_alone (self, kith_shaping_members (self, group)[i]))
      return FALSE;
  return TRUE;
}

/* Whether any way of a ring makes all of it smaller, with the others as they are. */
static gboolean
squeeze_ring (KithShaping *self, guint group, const double *x, const double *y, double *least)
{
  gboolean better = FALSE;

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      guint was = self->ways[group];
      double now;

      if (way == was || !may_squeeze (self, group, way))
        continue;
      if (self->effort <= 0.0 || kith_shaping_is_cancelled (self))
        break;
      self->ways[group] = way;
      now = try_squeezes (self, x, y);
      if (now < *least * ENOUGH)
        *least = now, better = TRUE;
      else
        self->ways[group] = was;
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

/* Whether boxes of a few rings stand together at one side or at two, where that makes the whole smaller: wherever
 * one is a ring is thick. Meanwhile other rings have as many rows as they had. The boxes are then where they were. */
static void
find_ways (KithShaping *self, guint rounds)
{
  gsize bytes = self->graph->n * sizeof (double);
  g_autofree double *x = g_memdup2 (self->x, bytes), *y = g_memdup2 (self->y, bytes);

  self->keeps_rows = TRUE;
  if (self->graph->n <= MOST_SQUEEZED && self->effort > 0.0)
    squeeze_rings (self, x, y, rounds);
  self->keeps_rows = FALSE;
  memcpy (self->x, x, bytes);
  memcpy (self->y, y, bytes);
}

static void
find_first_ways (KithShaping *self)
{
  find_ways (self, self->has_ways ? 1 : ROUNDS);
  self->has_ways = TRUE;
}

/* With everybody in the places that they have traded. */
static void
find_ways_again (KithShaping *self)
{
  self->effort = KITH_SHAPE_EFFORT;
  self->settled = TRUE;
  find_ways (self, 1);
  place_rings (self);
  kith_shaping_trade_places (self, self->shape->group, kith_shaping_sit_down, place_rings);
}

/* Each at the side where fewer links run over its name, with room for that at this side alone. */
static void
name_rings (KithShaping *self)
{
  gboolean settled = self->settled;

  self->settled = TRUE; /* whoever sits somewhere stays there */
  for (guint i = 0; i < NAMINGS && kith_shaping_name_rings (self); i++)
    place_rings (self);
  self->settled = settled;
}

void
kith_shape_rings (KithShaping *self)
{
  if (self->shape->grown != NULL)
    {
      kith_shaping_seat_newcomers (self, kith_shaping_place_again, place_rings);
      return;
    }
  kith_shaping_centre (self);
  if (!self->trades)
    find_first_ways (self);
  kith_shaping_improve (self, kith_shaping_place_again, place_rings,
                        self->graph->n <= MOST_SQUEEZED ? measure_rings : kith_shaping_length,
                        ROUNDS);
  kith_shaping_trade_places (self, self->shape->group, kith_shaping_sit_down, place_rings);
  if (self->trades)
    find_ways_again (self);
  name_rings (self);
}
