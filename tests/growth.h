/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the cost of some work grows with its size: a ratio of two times in one run, so that no
 * machine is too slow for it. */
#pragma once

#include <time.h>

#include <glib.h>

/* Does the work on n things; returns the processor time of what is measured of it. */
typedef clock_t (*GrowthWork) (guint n, gpointer data);

/* The least of some tries: what else the machine does only ever adds. */
static inline clock_t
growth_time (GrowthWork work, guint n, gpointer data, guint tries)
{
  clock_t least = work (n, data);

  for (guint i = 1; i < tries; i++)
    least = MIN (least, work (n, data));
  return MAX (least, 1);
}

/* Ten times as much may cost some ten times as much, where its square would cost a hundred times. */
static inline void
assert_grows_in_proportion (GrowthWork work, guint n, gpointer data)
{
  double few = (double) growth_time (work, n, data, 3);
  double many = (double) growth_time (work, 10 * n, data, 2);

  g_test_message ("%g s, and %g times that for ten times as much", few / CLOCKS_PER_SEC,
                  many / few);
  g_assert_cmpfloat (many / few, <, 40);
}
