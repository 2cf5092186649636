/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-stress.h"

#include <math.h>
#include <string.h>

#include "kith-layout-distances.h"
#include "kith-layout-lanes.h"
#include "kith-layout-random.h"

/* Wished distances are kept in this part of a unit. */
#define PART (1.0f / 256)

/* Boxes are dealt into slots at random, and diagonal k holds the wished distances of the slots
 * (i, i + k): memory is read in order, eight neighbouring steps touch sixteen different slots, and
 * visiting diagonals in random order is as good as a shuffled list of pairs. Diagonals are filled up
 * to whole lanes with 0, which is a step of nothing. */
struct _KithStress
{
  guint n;
  gboolean anchored;
  const guint8 *pinned; /* borrowed */
  guint16 *wished;      /* [n * n in whole lanes] */
  guint16 *diagonals;   /* those of diagonal k from start[k] */
  gsize *start;         /* [n + 1] */
  guint *slot_box;      /* [n] the box dealt into each slot */
  guint *order;         /* [n] the order of the diagonals */
  float *x, *y;         /* [n + lanes] positions by slot */
  float *share;         /* [n + lanes] 1 moves, 0 is pinned */
  KithRandom random;
};

static guint16
to_parts (float distance)
{
  float parts = distance / PART + 0.5f;

  return parts < 1 ? 1 : parts > G_MAXUINT16 ? G_MAXUINT16 : (guint16) parts;
}

static void
deal (KithStress *stress)
{
  gsize n = stress->n, at = 0, width = KITH_LANES_UP (n);

  stress->random.state = G_GUINT64_CONSTANT (0x2545f4914f6cdd1d);
  for (guint i = 0; i < n; i++)
    stress->slot_box[i] = stress->order[i] = i;
  kith_random_shuffle (&stress->random, stress->slot_box, n);
  for (gsize k = 1; k < n; k++)
    {
      stress->start[k] = at;
      at += KITH_LANES_UP (n - k);
    }
  for (gsize i = 0; i < n; i++)
    {
      const guint16 *row = stress->wished + stress->slot_box[i] * width;

      stress->share[i] = !stress->pinned[stress->slot_box[i]];
      for (gsize k = 1; i + k < n; k++)
        stress->diagonals[stress->start[k] + i] = row[stress->slot_box[i + k]];
    }
}

/* The boxes in the order of a search from one of them, filled up to whole lanes with the last: those
 * that follow one another lie together. */
static guint *
order_sources (const KithPiece *piece, KithDistanceWork *work)
{
  gsize n = piece->n, up = KITH_LANES_UP (n);
  guint *sources = g_new (guint, up);
  g_autofree float *row = g_new (float, n);

  kith_distances_from (piece, 0, work, row);
  for (gsize i = 0; i < up; i++)
    sources[i] = work->queue[MIN (i, n - 1)];

  return sources;
}

/* FALSE when cancelled. */
static gboolean
find_wished (KithStress *stress, const KithPiece *piece, KithWatch *watch)
{
  g_autoptr (KithDistanceWork) work = kith_distance_work_new (piece);
  gsize n = piece->n, width = KITH_LANES_UP (n);
  g_autofree guint *sources = order_sources (piece, work);
  g_autofree float *found = g_new (float, KITH_LANES *n);

  for (gsize i = 0; i < n; i += KITH_LANES)
    {
      if (i % 64 == 0 && !kith_watch_tick (watch, 0))
        return FALSE;
      kith_distances_from_eight (piece, sources + i, work, found);
      for (gsize l = 0; l < KITH_LANES; l++)
        {
          guint16 *row = stress->wished + sources[i + l] * width;

          for (gsize u = 0; u < n; u++)
            row[u] = u == sources[i + l] ? 0 : to_parts (found[KITH_LANES * u + l]);
        }
    }

  return TRUE;
}

/**
 * kith_stress_new:
 * @piece: a piece, which must outlive the result
 * @watch: asked while distances are found
 *
 * Finds the wished distance of every pair. O(n (n + m)) time, 3 n² bytes.
 *
 * Returns: (nullable): %NULL when cancelled
 */
KithStress *
kith_stress_new (const KithPiece *piece, KithWatch *watch)
{
  g_autoptr (KithStress) stress = g_new0 (KithStress, 1);
  gsize n = piece->n, width = KITH_LANES_UP (n);

  stress->n = piece->n;
  stress->pinned = piece->pinned;
  stress->anchored = piece->anchored;
  stress->wished = g_new0 (guint16, n * width);
  stress->diagonals = g_new0 (guint16, n * (n + 2 * KITH_LANES) / 2 + KITH_LANES);
  stress->start = g_new (gsize, n + 1);
  stress->slot_box = g_new (guint, n);
  stress->order = g_new (guint, n);
  stress->x = g_new0 (float, n + KITH_LANES);
  stress->y = g_new0 (float, n + KITH_LANES);
  stress->share = g_new0 (float, n + KITH_LANES);

  if (!find_wished (stress, piece, watch))
    return NULL;
  deal (stress);

  return g_steal_pointer (&stress);
}

void
kith_stress_free (KithStress *stress)
{
  g_free (stress->wished);
  g_free (stress->diagonals);
  g_free (stress->start);
  g_free (stress->slot_box);
  g_free (stress->order);
  g_free (stress->x);
  g_free (stress->y);
  g_free (stress->share);
  g_free (stress);
}

KITH_LANES_INLINE void
load_wished (KithLanes *distance, const guint16 *wished, float scale)
{
  KithShorts parts;

  KITH_LANES_LOAD (parts, wished);
  *distance = __builtin_convertvector(__builtin_convertvector(parts, KithMask), KithLanes) * scale;
}

/* Of eight pairs: by how much they should move together. */
KITH_LANES_INLINE void
find_steps (const KithLanes *wished, float eta, KithLanes *dx, KithLanes *dy)
{
  KithLanes square = *wished * *wished, step = square * 0 + eta;
  KithLanes length = *dx * *dx + *dy * *dy + 1e-12f;
  KithMask small = step < square;

  kith_lanes_choose (&step, &small, &step, &square);
  kith_lanes_root (&length);
  step = step * (length - *wished) / (square * length + 1e-20f);
  *dx *= step;
  *dy *= step;
}

/* The second ends are read again, since in the shortest diagonals they are first ends too. */
KITH_LANES_INLINE void
move (float *p, float *q, const KithLanes *p_by, const KithLanes *q_by)
{
  KithLanes at;

  KITH_LANES_LOAD (at, p);
  at -= *p_by;
  KITH_LANES_STORE (p, at);
  KITH_LANES_LOAD (at, q);
  at += *q_by;
  KITH_LANES_STORE (q, at);
}

KITH_LANES_CLONES static void
pull_diagonal (KithStress *stress, guint k, float eta, float scale)
{
  const guint16 *wished = stress->diagonals + stress->start[k];
  float *x = stress->x, *y = stress->y;

  for (guint i = 0; i + k < stress->n; i += KITH_LANES)
    {
      KithLanes dx, dy, far_x, far_y, distance;

      load_wished (&distance, wished + i, scale);
      KITH_LANES_LOAD (dx, x + i);
      KITH_LANES_LOAD (dy, y + i);
      KITH_LANES_LOAD (far_x, x + i + k);
      KITH_LANES_LOAD (far_y, y + i + k);
      dx -= far_x;
      dy -= far_y;
      find_steps (&distance, eta, &dx, &dy);
      dx *= 0.5f;
      dy *= 0.5f;
      move (x + i, x + i + k, &dx, &dx);
      move (y + i, y + i + k, &dy, &dy);
    }
}

/* What is pinned leaves all of the step to the other. */
KITH_LANES_CLONES static void
pull_diagonal_anchored (KithStress *stress, guint k, float eta, float scale)
{
  const guint16 *wished = stress->diagonals + stress->start[k];
  float *x = stress->x, *y = stress->y;

  for (guint i = 0; i + k < stress->n; i += KITH_LANES)
    {
      KithLanes dx, dy, far_x, far_y, distance, share, far_share, part, far_part;

      load_wished (&distance, wished + i, scale);
      KITH_LANES_LOAD (dx, x + i);
      KITH_LANES_LOAD (dy, y + i);
      KITH_LANES_LOAD (far_x, x + i + k);
      KITH_LANES_LOAD (far_y, y + i + k);
      KITH_LANES_LOAD (share, stress->share + i);
      KITH_LANES_LOAD (far_share, stress->share + i + k);
      dx -= far_x;
      dy -= far_y;
      find_steps (&distance, eta, &dx, &dy);
      part = share * (1 - 0.5f * far_share);
      far_part = far_share * (1 - 0.5f * share);
      share = dx * part;
      far_share = dx * far_part;
      move (x + i, x + i + k, &share, &far_share);
      share = dy * part;
      far_share = dy * far_part;
      move (y + i, y + i + k, &share, &far_share);
    }
}

static void
sweep (KithStress *stress, double eta, double scale)
{
  kith_random_shuffle (&stress->random, stress->order, stress->n);
  for (guint i = 0; i < stress->n; i++)
    if (stress->order[i] == 0)
      continue;
    else if (stress->anchored)
      pull_diagonal_anchored (stress, stress->order[i], (float) eta, (float) scale * PART);
    else
      pull_diagonal (stress, stress->order[i], (float) eta, (float) scale * PART);
}

static void
take_in (KithStress *stress, const double *x, const double *y)
{
  for (guint i = 0; i < stress->n; i++)
    {
      stress->x[i] = (float) x[stress->slot_box[i]];
      stress->y[i] = (float) y[stress->slot_box[i]];
    }
}

static void
give_back (const KithStress *stress, double *x, double *y)
{
  for (guint i = 0; i < stress->n; i++)
    if (!stress->pinned[stress->slot_box[i]])
      {
        x[stress->slot_box[i]] = stress->x[i];
        y[stress->slot_box[i]] = stress->y[i];
      }
}

/* The factor by which a step size falls from @from to @to in 2^halvings steps;
 * by square roots, which are the same everywhere, unlike powers. */
double
kith_stress_ratio (double from, double to, guint halvings)
{
  double ratio = to / from;

  for (guint i = 0; i < halvings; i++)
    ratio = sqrt (ratio);

  return ratio;
}

/**
 * kith_stress_descend:
 * @stress: what is wished
 * @from: first step size
 * @to: last step size
 * @halvings: 2^halvings + 1 steps are made
 * @x: (array) (inout): positions, units of link length
 * @y: (array) (inout): likewise
 * @watch: asked after each step
 *
 * Lowers stress with falling step sizes. O(n²) a step.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_stress_descend (KithStress *stress,
                     double from,
                     double to,
                     guint halvings,
                     double *x,
                     double *y,
                     KithWatch *watch)
{
  double ratio = kith_stress_ratio (from, to, halvings);
  double eta = from;
  guint steps = (1u << halvings) + 1;

  take_in (stress, x, y);
  for (guint i = 0; i < steps; i++, eta *= ratio)
    {
      sweep (stress, eta, 1);
      if (!kith_watch_tick (watch, (i + 1.0) / steps))
        return FALSE;
    }
  give_back (stress, x, y);

  return TRUE;
}

/* One step at one step size, with wished distances times @scale. */
void
kith_stress_step (KithStress *stress, double eta, double scale, double *x, double *y)
{
  take_in (stress, x, y);
  sweep (stress, eta * scale * scale, scale);
  give_back (stress, x, y);
}

double
kith_stress_widest (const KithStress *stress)
{
  guint16 widest = 0;

  for (gsize i = 0; i < stress->n * KITH_LANES_UP (stress->n); i++)
    widest = MAX (widest, stress->wished[i]);

  return widest * PART;
}

/* Sums of length / wished, and of its squares, over one diagonal. */
KITH_LANES_CLONES static void
measure_diagonal (const KithStress *stress, guint k, double *first, double *second)
{
  const guint16 *wished = stress->diagonals + stress->start[k];
  const float *x = stress->x, *y = stress->y;
  KithLanes one = { 0 }, two = { 0 };

  for (guint i = 0; i + k < stress->n; i += KITH_LANES)
    {
      KithLanes dx, dy, far_x, far_y, distance, ratio;

      load_wished (&distance, wished + i, PART);
      KITH_LANES_LOAD (dx, x + i);
      KITH_LANES_LOAD (dy, y + i);
      KITH_LANES_LOAD (far_x, x + i + k);
      KITH_LANES_LOAD (far_y, y + i + k);
      dx -= far_x;
      dy -= far_y;
      ratio = dx * dx + dy * dy;
      kith_lanes_root (&ratio);
      ratio *= distance / (distance * distance + 1e-20f); /* 0 beyond the end */
      one += ratio;
      two += ratio * ratio;
    }
  *first += kith_lanes_sum (&one);
  *second += kith_lanes_sum (&two);
}

/* Average over pairs of ((length - wished) / wished)², with wished distances
 * scaled to suit the picture best; @scale gets the factor for which no growing
 * or shrinking of the picture would lower it. */
double
kith_stress_measure (KithStress *stress, const double *x, const double *y, double *scale)
{
  double first = 0, second = 0, pairs = 0.5 * stress->n * (stress->n - 1.0);

  take_in (stress, x, y);
  for (guint k = 1; k < stress->n; k++)
    measure_diagonal (stress, k, &first, &second);
  if (scale != NULL)
    *scale = first > 0 ? second / first : 1;

  return second > 0 ? 1 - first * first / (second * pairs) : 1;
}

/* What @v would add to the stress at (@at_x, @at_y), per pair; where @v itself is plays no part.
 * @x and @y are whole lanes long. */
KITH_LANES_CLONES double
kith_stress_around (const KithStress *stress,
                    guint v,
                    float at_x,
                    float at_y,
                    float scale,
                    const float *x,
                    const float *y)
{
  const guint16 *wished = stress->wished + v * KITH_LANES_UP (stress->n);
  KithLanes sums = { 0 };

  for (guint u = 0; u < stress->n; u += KITH_LANES)
    {
      KithLanes dx, dy, distance, off;
      KithMask counts;

      load_wished (&distance, wished + u, PART * scale);
      KITH_LANES_LOAD (dx, x + u);
      KITH_LANES_LOAD (dy, y + u);
      dx -= at_x;
      dy -= at_y;
      off = dx * dx + dy * dy;
      kith_lanes_root (&off);
      off = (off - distance) / distance;
      counts = distance > 0;
      off = (KithLanes) (counts & (KithMask) off);
      sums += off * off;
    }

  return kith_lanes_sum (&sums);
}
