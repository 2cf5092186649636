/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the layout makes of graphs of every kind, to the last bit: the same on every processor.
 * Built for one set of instructions; exits with 77 where that cannot run. */
#include "layout-samples.h"

static void
print_bits (const char *name, guint n, const double *x, const double *y)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) x, sizeof (double) * n);
  g_checksum_update (sum, (const guchar *) y, sizeof (double) * n);
  g_print ("%s %u %s\n", name, n, g_checksum_get_string (sum));
}

int
main (void)
{
  static const guint sizes[] = { 2, 9, 60, 200, 700, 2600 };

#ifdef KITH_SET
  __builtin_cpu_init ();
  if (!__builtin_cpu_supports (KITH_SET))
    return 77;
#endif
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (Sample) sample = kinds[k].make (sizes[s], 11 + s);
        guint n = sample->graph.n;

        arrange (sample, FALSE);
        print_bits (kinds[k].name, n, sample->x, sample->y);
        for (guint i = 0; i < n; i += 3)
          sample->pinned[i] = 1;
        sample->x[n - 1] += 40;
        arrange (sample, TRUE);
        print_bits (kinds[k].name, n, sample->x, sample->y);
      }

  return 0;
}
