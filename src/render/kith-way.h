/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A way beside the straight line from one point to another, of the third degree at most. So whether it comes near
 * something is known from where that lies along the line and beside it, without its points. */
#pragma once

#include <math.h>

#include "kith-curve.h"

G_BEGIN_DECLS

/* Map units, to the right of the direction of the line; each 0: it is straight. A bent one is a parabola: at the step
 * t of its points it lies 4 · bend · t (1 − t) beside the line, and the share t + 4 · skew · t (1 − t) of it along.
 * One that sways lies 6 √3 · sway · t (1 − t) (1 − 2 t) beside that. */
typedef struct
{
  double bend; /* in its middle */
  double skew; /* how far along from there that is, as a share of the line */
  double sway; /* to one side in its first half and to the other in its second; without a skew */
} KithWay;

#define KITH_WAY_SWAY 10.392304845413264 /* 6 √3 */

/**
 * kith_way_step:
 * @way: a way
 * @share: of the line, from 0 to 1
 *
 * Returns: the step of its points, from 0 to 1, that is so far along: solves share = t + 4 · skew · t (1 − t)
 */
static inline double
kith_way_step (const KithWay *way, double share)
{
  double skew = way->skew, most = 1.0 + 4.0 * skew;

  if (skew == 0.0 || share <= 0.0 || share >= 1.0)
    return CLAMP (share, 0.0, 1.0);
  return (most - sqrt (most * most - 16.0 * skew * share)) / (8.0 * skew);
}

/* How far beside the line it is at a step. */
static inline double
kith_way_beside (const KithWay *way, double step)
{
  return (4.0 * way->bend + KITH_WAY_SWAY * way->sway * (1.0 - 2.0 * step)) * step * (1.0 - step);
}

/* The steps at which it is farthest aside, at one side and at the other: where the slope of that is 0. */
static inline void
kith_way_find_peaks (const KithWay *way, double peaks[2])
{
  double bend = 4.0 * way->bend, sway = KITH_WAY_SWAY * way->sway;
  double root = sqrt (bend * bend + 3.0 * sway * sway);

  peaks[0] = peaks[1] = 0.5;
  if (sway == 0.0)
    return;
  peaks[0] = (3.0 * sway + bend - root) / (6.0 * sway);
  peaks[1] = (3.0 * sway + bend + root) / (6.0 * sway);
}

/**
 * kith_way_reach:
 * @way: a way
 * @from: a share of the line
 * @to: a later one
 * @low: (out): the least that it lies beside the line between the two, map units
 * @high: (out): the most
 */
static inline void
kith_way_reach (const KithWay *way, double from, double to, double *low, double *high)
{
  double first = kith_way_step (way, from), last = kith_way_step (way, to);
  double peaks[2], one = kith_way_beside (way, first), other = kith_way_beside (way, last);

  kith_way_find_peaks (way, peaks);
  *low = MIN (one, other);
  *high = MAX (one, other);
  for (guint i = 0; i < G_N_ELEMENTS (peaks); i++)
    if (first < peaks[i] && last > peaks[i])
      {
        *low = MIN (*low, kith_way_beside (way, peaks[i]));
        *high = MAX (*high, kith_way_beside (way, peaks[i]));
      }
}

void kith_way_curve (const KithWay *way, KithPoint from, KithPoint to, KithCurve *curve);

G_END_DECLS
