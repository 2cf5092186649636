/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles, rings and segments: as many as a partnership has can be read with all of them on a
 * screen. */
#include <math.h>

#include "arranged-map.h"

#define N 60
#define LINKS 150

/* What a map has of a window on a projector, pixels. */
#define SCREEN_WIDTH 1000.0
#define SCREEN_HEIGHT 640.0

/* At which all are on the screen. */
static double
scale_of (KithArrangement as)
{
  g_autoptr (KithMap) map = arranged_map_new (N, LINKS, 7);
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, scale;

  options.as = as;
  test_do (map, kith_arrange_to_edit (map, &options));
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    {
      left = MIN (left, one->x - ARRANGED_WIDTH / 2),
      right = MAX (right, one->x + ARRANGED_WIDTH / 2);
      top = MIN (top, one->y - ARRANGED_HEIGHT / 2),
      bottom = MAX (bottom, one->y + ARRANGED_HEIGHT / 2);
    }
  scale = MIN (SCREEN_WIDTH / (right - left), SCREEN_HEIGHT / (bottom - top));
  g_test_message ("%u: %.0f by %.0f, %.3f", as, right - left, bottom - top, scale);
  return scale;
}

static void
test_circle (void)
{
  g_assert_cmpfloat (scale_of (KITH_ARRANGEMENT_CIRCLE), >=, 0.42);
}

static void
test_segments (void)
{
  g_assert_cmpfloat (scale_of (KITH_ARRANGEMENT_SEGMENTS), >=, 0.40);
}

static void
test_rings (void)
{
  g_assert_cmpfloat (scale_of (KITH_ARRANGEMENT_RINGS), >=, 0.35);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-round/sixty-in-a-circle-can-be-read", test_circle);
  g_test_add_func ("/arrange-round/sixty-in-segments-can-be-read", test_segments);
  g_test_add_func ("/arrange-round/sixty-in-rings-can-be-read", test_rings);
  return g_test_run ();
}
