/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what the layout makes of graphs of every kind, to the last bit: the same on every processor.
 * Built for one set of instructions; exits with 77 where that cannot run. */
#include "layout-shaped.h"

static void
print_bits (const char *name, guint n, const double *x, const double *y)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) x, sizeof (double) * n);
  g_checksum_update (sum, (const guchar *) y, sizeof (double) * n);
  g_print ("%s %u %s\n", name, n, g_checksum_get_string (sum));
}

/* Of every form; free pictures alone tell nothing of seats, areas and pages. */
static void
print_shapes (void)
{
  static const guint sizes[] = { 9, 60 };

  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          g_auto (Shaped) shaped = shape (kinds[k].make (sizes[s], 11 + s), form);
          g_autofree char *name = g_strdup_printf ("form %d of %s", form, kinds[k].name);
          KithLayoutArea *areas = shaped.areas;
          double x[N_GROUPS], width[N_GROUPS];

          print_bits (name, shaped.sample->graph.n, shaped.sample->x, shaped.sample->y);
          for (guint g = 0; g < N_GROUPS; g++)
            x[g] = areas[g].x + areas[g].y, width[g] = areas[g].width + areas[g].height;
          print_bits ("areas of it", N_GROUPS, x, width);
        }
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
  print_shapes ();

  return 0;
}
