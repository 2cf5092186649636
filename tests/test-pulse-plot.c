/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pulse checks as small charts. */
#include <string.h>

#include "kith-pulse-plot.h"
#include "kith-test-maps.h"
#include "kith-warning.h"

/* The longest line of pixels that is drawn from `left` to `right`. */
static int
longest_line (cairo_surface_t *surface, int left, int right)
{
  int longest = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface)
                          + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = left, run = 0; x < right; x++)
        {
          run = row[4 * x + 3] > 16 ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }
  return longest;
}

static cairo_surface_t *
draw_pulse (KithMap *map, KithId who, double *height, char **words)
{
  KithDate today = kith_date_today ();
  g_autoptr (GPtrArray) warnings = kith_warnings (map, KITH_TEAM, &today);
  g_autoptr (KithPlot) plot = kith_pulse_plot_new (map, who, warnings,
                                                   kith_palette_get (KITH_PALETTE_LIGHT), 700);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700,
                                                         (int) plot->height + 1);
  cairo_t *cr = cairo_create (surface);

  kith_plot_draw (cr, plot, KITH_NO_PLOT_POINT);
  cairo_destroy (cr);
  *height = plot->height;
  *words = g_strdup (plot->words);
  return surface;
}

/* Lines round nothing would look like a score that one fails to see. */
static void
a_pulse_without_answers_has_no_lines (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId hospital = test_stakeholder (map, "Hospital", 0, 0);
  KithId homes = test_stakeholder (map, "Homes", 300, 0);
  KithPulse *said = kith_record_new (KITH_PULSE, kith_id_new ());
  KithPulse *silent = kith_record_new (KITH_PULSE, kith_id_new ());
  g_autofree char *words = NULL, *nothing = NULL;
  cairo_surface_t *some, *none;
  double high, low;

  said->stakeholder = hospital;
  said->date = test_date ("2025-03-01");
  said->scores[KITH_PULSE_PURPOSE] = 400;
  said->answered = 9;
  silent->stakeholder = homes;
  silent->date = test_date ("2025-09-01");
  silent->asked = 9;
  test_put (map, said);
  test_put (map, silent);
  some = draw_pulse (map, hospital, &high, &words);
  none = draw_pulse (map, homes, &low, &nothing);
  g_assert_cmpint (longest_line (some, 0, 350), >, 200);
  g_assert_cmpint (longest_line (some, 360, 700), <, 100);
  g_assert_cmpint (longest_line (none, 0, 700), <, 100);
  g_assert_cmpfloat (low, <, 40);
  g_assert_cmpfloat (high, <, 3 * 90);
  g_assert_nonnull (strstr (words, "No answer"));
  g_assert_nonnull (strstr (nothing, "no score has been given"));
  cairo_surface_destroy (some);
  cairo_surface_destroy (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pulse-plot/a-pulse-without-answers-has-no-lines",
                   a_pulse_without_answers_has_no_lines);
  return g_test_run ();
}
