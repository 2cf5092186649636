/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-stress.h"

#include <math.h>

#include "kith-layout-distances.h"
#include "kith-layout-random.h"

/* Pairs are visited by diagonals: boxes are dealt into slots at random, and
 * diagonal s holds the wished distances of the pairs (i, i + s mod n). Memory
 * is then read in order, and neighbouring steps touch different boxes, which
 * is several times faster than a shuffled list of pairs and as good. */
struct _KithStress
{
  guint n;
  const guint8 *pinned; /* borrowed */
  gboolean anchored;
  float *wished;    /* [n * n] */
  float *diagonals; /* [n / 2 * n] */
  guint *slot_box;  /* [n] the box dealt into each slot */
  guint *order;     /* [n / 2] the order of the diagonals */
  double *place;    /* [2n] positions by slot */
  double *share;    /* [n] 1 moves, 0 is pinned */
  KithRandom random;
};

/**
 * kith_stress_new:
 * @piece: a piece, which must outlive the result
 * @watch: asked while distances are found
 *
 * Finds the wished distance of every pair. O(n (n + m)) time, 6 n² bytes.
 *
 * Returns: (nullable): %NULL when cancelled
 */
KithStress *
kith_stress_new (const KithPiece *piece, KithWatch *watch)
{
  g_autoptr (KithStress) stress = g_new0 (KithStress, 1);
  g_autoptr (KithDistanceWork) work = kith_distance_work_new (piece);
  gsize n = piece->n;

  stress->n = piece->n;
  stress->pinned = piece->pinned;
  stress->anchored = piece->anchored;
  stress->wished = g_new (float, n *n);
  stress->diagonals = g_new (float, n *(n / 2) + 1);
  stress->slot_box = g_new (guint, n);
  stress->order = g_new (guint, n / 2 + 1);
  stress->place = g_new (double, 2 * n);
  stress->share = g_new (double, n);

  for (guint v = 0; v < n; v++)
    {
      if (v % 64 == 0 && !kith_watch_tick (watch, 0))
        return NULL;
      kith_distances_from (piece, v, work, stress->wished + v * n);
    }
  kith_stress_deal (stress, 1);

  return g_steal_pointer (&stress);
}

void
kith_stress_free (KithStress *stress)
{
  g_free (stress->wished);
  g_free (stress->diagonals);
  g_free (stress->slot_box);
  g_free (stress->order);
  g_free (stress->place);
  g_free (stress->share);
  g_free (stress);
}

/* Deals the boxes into slots anew, so that another run takes another way. */
void
kith_stress_deal (KithStress *stress, guint64 seed)
{
  gsize n = stress->n;

  stress->random.state = seed * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d);
  for (guint i = 0; i < n; i++)
    stress->slot_box[i] = i;
  kith_random_shuffle (&stress->random, stress->slot_box, n);
  for (guint s = 0; s < n / 2; s++)
    stress->order[s] = s + 1;

  for (guint i = 0; i < n; i++)
    {
      const float *row = stress->wished + stress->slot_box[i] * n;

      stress->share[i] = !stress->pinned[stress->slot_box[i]];
      for (gsize s = 1; s <= n / 2; s++)
        stress->diagonals[(s - 1) * n + i] = row[stress->slot_box[(i + s) % n]];
    }
}

static inline void
pull (double *p, double *q, double wished, double eta, double p_part, double q_part)
{
  double dx = p[0] - q[0];
  double dy = p[1] - q[1];
  double length = sqrt (dx * dx + dy * dy) + 1e-12;
  double step = eta / (wished * wished);

  step = (step > 1 ? 1 : step) * (length - wished) / length;
  p[0] -= p_part * step * dx;
  p[1] -= p_part * step * dy;
  q[0] += q_part * step * dx;
  q[1] += q_part * step * dy;
}

/* The pairs (i, i + shift) for i in [from, to). */
static void
pull_run (KithStress *stress, guint s, guint from, guint to, glong shift, double eta, double scale)
{
  const float *wished = stress->diagonals + (gsize) (s - 1) * stress->n;
  double *place = stress->place;
  const double *share = stress->share;

  if (!stress->anchored)
    for (glong i = from; i < to; i++)
      pull (place + 2 * i, place + 2 * (i + shift), wished[i] * scale, eta, 0.5, 0.5);
  else
    for (glong i = from; i < to; i++)
      pull (place + 2 * i, place + 2 * (i + shift), wished[i] * scale, eta,
            share[i] * (1 - 0.5 * share[i + shift]), share[i + shift] * (1 - 0.5 * share[i]));
}

static void
sweep (KithStress *stress, double eta, double scale)
{
  guint n = stress->n;

  kith_random_shuffle (&stress->random, stress->order, n / 2);
  for (guint k = 0; k < n / 2; k++)
    {
      guint s = stress->order[k];

      if (2 * s == n)
        {
          pull_run (stress, s, 0, s, s, eta, scale);
          continue;
        }
      pull_run (stress, s, 0, n - s, s, eta, scale);
      pull_run (stress, s, n - s, n, (glong) s - n, eta, scale);
    }
}

static void
take_in (KithStress *stress, const double *x, const double *y)
{
  for (guint i = 0; i < stress->n; i++)
    {
      stress->place[2 * i] = x[stress->slot_box[i]];
      stress->place[2 * i + 1] = y[stress->slot_box[i]];
    }
}

static void
give_back (const KithStress *stress, double *x, double *y)
{
  for (guint i = 0; i < stress->n; i++)
    if (!stress->pinned[stress->slot_box[i]])
      {
        x[stress->slot_box[i]] = stress->place[2 * i];
        y[stress->slot_box[i]] = stress->place[2 * i + 1];
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
  float widest = 0;

  for (gsize i = 0; i < (gsize) stress->n * stress->n; i++)
    widest = MAX (widest, stress->wished[i]);

  return widest;
}

/* Average over pairs of ((length - wished) / wished)², with wished distances
 * scaled to suit the picture best; @scale gets the factor for which no growing
 * or shrinking of the picture would lower it. */
double
kith_stress_measure (const KithStress *stress, const double *x, const double *y, double *scale)
{
  double first = 0, second = 0, pairs = 0.5 * stress->n * (stress->n - 1.0);

  for (guint v = 0; v < stress->n; v++)
    for (guint u = v + 1; u < stress->n; u++)
      {
        double dx = x[v] - x[u];
        double dy = y[v] - y[u];
        double square = dx * dx + dy * dy;
        double wished = stress->wished[(gsize) v * stress->n + u];

        first += sqrt (square) / wished;
        second += square / (wished * wished);
      }
  if (scale != NULL)
    *scale = first > 0 ? second / first : 1;

  return second > 0 ? 1 - first * first / (second * pairs) : 1;
}

/* What @v would add to the stress at (@at_x, @at_y), per pair. */
double
kith_stress_around (const KithStress *stress,
                    guint v,
                    double at_x,
                    double at_y,
                    double scale,
                    const double *x,
                    const double *y)
{
  const float *wished = stress->wished + (gsize) v * stress->n;
  double sum = 0;

  for (guint u = 0; u < stress->n; u++)
    if (u != v)
      {
        double dx = at_x - x[u];
        double dy = at_y - y[u];
        double off = sqrt (dx * dx + dy * dy) / (wished[u] * scale) - 1;

        sum += off * off;
      }

  return sum;
}
