/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-turn.h"

#include <math.h>

#define N 1024 /* a power of two */

typedef struct
{
  double x, y;
} Direction;

static Direction table[N + 1];

/* The one halfway between two: their sum, as long as one. */
static Direction
halve (const Direction *a, const Direction *b)
{
  double x = a->x + b->x, y = a->y + b->y;
  double length = sqrt (x * x + y * y);

  return (Direction){ x / length, y / length };
}

static const Direction *
get_table (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      static const Direction quarters[] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 }, { 1, 0 } };

      for (guint i = 0; i <= 4; i++)
        table[i * (N / 4)] = quarters[i];
      for (guint step = N / 4; step > 1; step /= 2)
        for (guint i = 0; i < N; i += step)
          table[i + step / 2] = halve (&table[i], &table[i + step]);
      g_once_init_leave (&made, 1);
    }
  return table;
}

/**
 * kith_turn_to_vector:
 * @turn: a direction, in whole turns; any number
 * @x: (out): of a vector of length 1
 * @y: (out): of it; down is positive
 */
void
kith_turn_to_vector (double turn, double *x, double *y)
{
  const Direction *known = get_table ();
  double at = (turn - floor (turn)) * N;
  guint below = MIN ((guint) at, N - 1);
  double part = at - below;
  double vx = known[below].x + (known[below + 1].x - known[below].x) * part;
  double vy = known[below].y + (known[below + 1].y - known[below].y) * part;
  double length = sqrt (vx * vx + vy * vy);

  *x = vx / length;
  *y = vy / length;
}

static double
cross (const Direction *a, const Direction *b)
{
  return a->x * b->y - a->y * b->x;
}

/**
 * kith_turn_from_vector:
 * @x: of a vector
 * @y: of it; down is positive
 *
 * Returns: its direction, from 0 up to 1; 0 for the vector that has none
 */
double
kith_turn_from_vector (double x, double y)
{
  const Direction *known = get_table ();
  Direction to = { x, y };
  guint low = x > 0 && y >= 0 ? 0 : x <= 0 && y > 0 ? 1 : x < 0 && y <= 0 ? 2 : 3;
  guint high;
  double before, after;

  if (x == 0 && y == 0)
    return 0;
  low *= N / 4;
  high = low + N / 4;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (cross (&known[middle], &to) >= 0)
        low = middle;
      else
        high = middle;
    }
  before = cross (&known[low], &to);
  after = cross (&to, &known[high]);
  if (before + after > 0)
    return fmod ((low + before / (before + after)) / N, 1.0);
  return (double) low / N;
}

/**
 * kith_turn_near:
 * @turn: a direction
 * @from: another
 *
 * Returns: the same direction as @turn, from @from up to one whole turn beyond
 */
double
kith_turn_near (double turn, double from)
{
  return turn - floor (turn - from);
}
