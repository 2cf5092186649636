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

#define LEGIBLE 32.0 /* map units of a link that say what its two ends make of each other */
#define AIR 5.0      /* between a box and its links */

/* How much of the straight link between two is not in their boxes. */
static double
seen_between (const KithStakeholder *a, const KithStakeholder *b)
{
  double x = fabs (b->x - a->x), y = fabs (b->y - a->y);
  double half = MIN ((ARRANGED_WIDTH / 2 + AIR) / MAX (x, 1e-9),
                     (ARRANGED_HEIGHT / 2 + AIR) / MAX (y, 1e-9));

  return hypot (x, y) * (1.0 - 2.0 * half);
}

/* Who is linked with a neighbour stands so far from them that both ends can be read. */
static void
test_neighbours (void)
{
  const KithArrangement all[] = { KITH_ARRANGEMENT_CIRCLE, KITH_ARRANGEMENT_SEGMENTS,
                                  KITH_ARRANGEMENT_RINGS, KITH_ARRANGEMENT_RINGS_INWARD };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint seed = 1; seed <= 4; seed++)
      {
        g_autoptr (KithMap) map = arranged_map_new (seed % 2 > 0 ? 24 : N,
                                                    seed % 2 > 0 ? 45 : LINKS, seed);
        KithArrangeOptions options = KITH_ARRANGE_INIT;
        guint n = 0;

        options.as = all[i];
        test_do (map, kith_arrange_to_edit (map, &options));
        KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
          n += seen_between (kith_map_stakeholder (map, link->a),
                             kith_map_stakeholder (map, link->b))
               < LEGIBLE;
        g_test_message ("%u, seed %u: %u cannot be read", all[i], seed, n);
        g_assert_cmpuint (n, <=, 4); /* across the edge of a segment, or from row to row */
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-round/sixty-in-a-circle-can-be-read", test_circle);
  g_test_add_func ("/arrange-round/sixty-in-segments-can-be-read", test_segments);
  g_test_add_func ("/arrange-round/sixty-in-rings-can-be-read", test_rings);
  g_test_add_func ("/arrange-round/links-of-neighbours-can-be-read", test_neighbours);
  return g_test_run ();
}
