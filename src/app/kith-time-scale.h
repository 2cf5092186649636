/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on a line of pixels, and the ticks that stand under it. Knows no widget. */
#pragma once

#include "kith-date.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 first; /* Julian days, the first at the left end … */
  gint32 last;  /* … and the last at the right; later than the first */
  double left;  /* pixels */
  double width;
} KithTimeScale;

typedef struct
{
  gint32 day;
  gboolean is_year;
  char label[32]; /* "1998", "Mar" */
} KithTimeTick;

double kith_time_scale_x (const KithTimeScale *scale, gint32 day);
/* The day nearest to there, within the scale. */
gint32 kith_time_scale_day (const KithTimeScale *scale, double x);
/* Ticks (of KithTimeTick; transfer full) at round years, or months where there is room, none nearer
 * to the next than `least` pixels. */
GArray *kith_time_scale_ticks (const KithTimeScale *scale, double least);

/* The same day, so many years later; 29 February gives the 28th. */
gint32 kith_time_years_later (gint32 day, int years);

G_END_DECLS
