/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long finding takes, while somebody types. */
#include <stdio.h>

#include "kith-search.h"
#include "kith-test-maps.h"

#define RUNS 20

static void
measure (KithMap *map, guint n, const char *words)
{
  gint64 best = G_MAXINT64;
  guint all = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = kith_search (map, words, 50, &all);

      best = MIN (best, g_get_monotonic_time () - start);
    }
  printf ("%8u  %-28s %8u %9.2f\n", n, words, all, (double) best / 1000);
}

int
main (void)
{
  static const guint sizes[][2] = { { 60, 150 }, { 1000, 3000 }, { 10000, 30000 } };
  static const char *const words[] = { "n", "northmoor partner 77", "winter nobody", "zzz" };

  printf ("stakeholders  words                     found        ms\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KithMap) map = test_random_map (sizes[i][0], sizes[i][1], sizes[i][0] / 20, 7);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        measure (map, sizes[i][0], words[j]);
    }
  return 0;
}
