/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of filtering a large map, as a table: what passes, the figures brought in step with it, and
 * the window drawn once at 100 % and once as a whole. Medians of several rounds; run by hand. */
#include <stdio.h>
#include <stdlib.h>

#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-test-maps.h"

#define ROUNDS 9

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof times[0], compare);
  return times[ROUNDS / 2];
}

static double
draw (const KithFigures *figures, gboolean whole)
{
  KithRect bounds = kith_figures_bounds (figures);
  double scale = whole ? MIN (1366.0 / bounds.width, 900.0 / bounds.height) : 1.0;
  KithRect clip = { bounds.x + bounds.width / 2 - 683 / scale,
                    bounds.y + bounds.height / 2 - 450 / scale, 1366 / scale, 900 / scale };
  KithPaint paint = { .scale = scale, .clip = clip };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1366, 900);
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -clip.x, -clip.y);
  kith_painter_draw (cr, figures, &paint);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return since (start);
}

static double
time_setting (KithFigures *figures, KithMap *map, KithFilter *filter)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      KithView all = KITH_VIEW_INIT, part = KITH_VIEW_INIT;
      g_autoptr (KithPass) pass = kith_filter_evaluate (filter, map);
      gint64 start;

      part.filter = filter;
      part.pass = pass;
      kith_figures_set_view (figures, map, &all);
      start = g_get_monotonic_time ();
      kith_figures_set_view (figures, map, &part);
      times[i] = since (start);
    }
  return median (times);
}

static void
print_row (KithFigures *figures, KithMap *map, const char *text, guint steps, gboolean hides)
{
  g_autoptr (KithFilter) filter = kith_filter_from_text (map, KITH_TEAM, text, TRUE, NULL);
  KithId middle = KITH_ID (
      kith_map_nth (map, KITH_STAKEHOLDER, kith_map_n (map, KITH_STAKEHOLDER) / 2));
  double evaluate[ROUNDS], near[ROUNDS], whole[ROUNDS], set;
  g_autoptr (KithPass) last = NULL;
  g_autofree char *name = g_strdup_printf ("%s%s%s", text, steps > 0 ? "focus, 3 steps" : "",
                                           hides ? ", hidden" : "");

  kith_filter_set_focus (filter, &middle, 1, steps);
  if (steps == 0)
    kith_filter_set_focus (filter, NULL, 0, 0);
  kith_filter_set_hides (filter, hides);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_pointer (&last, kith_pass_unref);
      last = kith_filter_evaluate (filter, map);
      evaluate[i] = since (start);
    }
  set = time_setting (figures, map, filter);
  for (guint i = 0; i < ROUNDS; i++)
    {
      near[i] = draw (figures, FALSE);
      whole[i] = draw (figures, TRUE);
    }
  printf ("%-30s %10u %8u %9.1f %8.1f %8.1f %8.1f\n", name,
          kith_pass_n (last, map, KITH_STAKEHOLDER), kith_pass_n (last, map, KITH_LINK),
          median (evaluate), set, median (near), median (whole));
}

int
main (int argc, char *argv[])
{
  static const char *const texts[] = { "",
                                       "sector=housing,police-fire-justice",
                                       "trust=1-2",
                                       "text=1",
                                       "existed=2010..2015",
                                       "happened=2010..2015" };
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  guint m = argc > 2 ? (guint) atoi (argv[2]) : 30000;
  g_autoptr (KithMap) map = test_random_map (n, m, MIN (n / 30, 40), 5);
  KithView view = KITH_VIEW_INIT;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  printf ("%u stakeholders, %u links; figures made anew: %.0f ms\n", n, m, since (start));
  draw (figures, FALSE);
  draw (figures, TRUE);
  printf ("%-30s %10s %8s %9s %8s %8s %8s\n", "", "passing", "links", "evaluate", "figures", "draw",
          "whole");
  printf ("%-30s %10s %8s %9s %8s %8s %8s\n", "", "", "", "ms", "ms", "ms", "ms");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gboolean hides = FALSE; hides <= (i > 0); hides++)
      print_row (figures, map, texts[i], 0, hides);
  print_row (figures, map, "", 3, FALSE);
  print_row (figures, map, "", 3, TRUE);
  return 0;
}
