/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles, rings and segments: as many as a partnership has can be read with all of them on a
 * screen. */
#include "kith-arrange.h"

#include <math.h>

#include "kith-test-maps.h"

#define N 60
#define LINKS 150
#define WIDTH 170.0
#define HEIGHT 56.0

/* What a map has of a window on a projector, pixels. */
#define SCREEN_WIDTH 1000.0
#define SCREEN_HEIGHT 640.0

static KithMap *
make_map (void)
{
  KithMap *map = kith_map_new ();
  static const char *const levels[] = { "neighbourhood", "place",  "neighbourhood", "system",
                                        "place",         "region", "neighbourhood" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  KithId ids[N];

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);
      g_autofree char *sector = g_strdup_printf ("%u", 1 + (i * i) % 11);

      test_do (map, kith_verb_add_stakeholder (map, name, 0, 0, 0, &ids[i]));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "width", "170", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "height", "56", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "sector", sector, NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "level", levels[i % 7], NULL));
    }
  for (guint i = 0; i < LINKS; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, N), b = (guint) g_rand_int_range (rand, 0, N);

      if (a != b)
        test_do (map, kith_verb_add_link (map, ids[a], ids[b], KITH_LINK_WORKS_WITH, NULL, NULL));
    }
  return map;
}

/* At which all are on the screen. */
static double
scale_of (KithArrangement as)
{
  g_autoptr (KithMap) map = make_map ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, scale;

  options.as = as;
  test_do (map, kith_arrange_to_edit (map, &options));
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    {
      left = MIN (left, one->x - WIDTH / 2), right = MAX (right, one->x + WIDTH / 2);
      top = MIN (top, one->y - HEIGHT / 2), bottom = MAX (bottom, one->y + HEIGHT / 2);
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
