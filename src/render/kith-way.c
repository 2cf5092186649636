/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-way.h"

#include <math.h>

static void
make_swaying (const KithWay *way, KithPoint from, KithPoint across, KithCurve *curve)
{
  double length = hypot (across.x, across.y);

  curve->n = KITH_CURVE_POINTS;
  for (guint i = 0; i < curve->n; i++)
    {
      double step = (double) i / (KITH_CURVE_POINTS - 1),
             beside = kith_way_beside (way, step) / length;

      curve->points[i] = (KithPoint){ from.x + across.x * step - across.y * beside,
                                      from.y + across.y * step + across.x * beside };
    }
}

/**
 * kith_way_curve:
 * @way: a way
 * @from: where the line begins
 * @to: where it ends
 * @curve: (out): the curve along the way, of two points where it is straight or leads nowhere
 */
void
kith_way_curve (const KithWay *way, KithPoint from, KithPoint to, KithCurve *curve)
{
  KithPoint across = { to.x - from.x, to.y - from.y };
  double length = MAX (hypot (across.x, across.y), 1e-6);
  double along = 0.5 + way->skew, beside = way->bend / length;

  if (way->sway != 0.0 && length > 1e-6)
    make_swaying (way, from, across, curve);
  else if (way->skew == 0.0)
    kith_curve_make (curve, from, to, way->bend);
  else
    kith_curve_through (curve, from, to,
                        (KithPoint){ from.x + along * across.x - beside * across.y,
                                     from.y + along * across.y + beside * across.x });
}
