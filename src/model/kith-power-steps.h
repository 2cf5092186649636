/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which step of power or of interest each line of a grid by these ends; knows no drawing. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* What a line of the grid is. An axis has a name; what ends a step has a number and none. */
typedef struct
{
  const KithAnnotation *
      axis; /* whose step it ends, or itself; NULL: the grid is not whole, or it is no line of it */
  guint number; /* of the step, from 1; 0: an axis */
  double from;  /* where along its axis the step begins, map units */
} KithPowerStep;

void kith_power_steps (const KithAnnotation *const *notes, guint n, KithPowerStep *steps);

KithPowerStep kith_map_power_step (KithMap *map, const KithAnnotation *line);

G_END_DECLS
