/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only some are arranged: they stay about where they are, and nothing gets worse for it. */
#include "kith-arrange.h"

#include <math.h>

#include "kith-test-maps.h"

#define N 25
#define LINKS 40
#define CORE 4
#define ROOM 320.0 /* beyond the area that they had: a box and a link */

static const KithStakeholder *
at (KithMap *map, KithId id)
{
  return kith_map_stakeholder (map, id);
}

/* A net as people draw them, arranged freely. */
static KithMap *
make_map (KithId *ids)
{
  KithMap *map = kith_map_new ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);

      test_do (map, kith_verb_add_stakeholder (map, name, 0, 0, 0, &ids[i]));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "width", "150", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "height", "56", NULL));
    }
  for (guint i = 0; i < LINKS; i++)
    {
      guint a = i + 1 < N ? i + 1 : (guint) g_rand_int_range (rand, 0, N);
      guint b = (guint) g_rand_int_range (rand, 0, (gint32) (i + 1 < N ? i + 1 : N));

      if (a != b)
        test_do (map, kith_verb_add_link (map, ids[a], ids[b], KITH_LINK_WORKS_WITH, NULL, NULL));
    }
  test_do (map, kith_arrange_to_edit (map, &options));
  return map;
}

/* One and who is nearest to it. */
static void
choose_core (KithMap *map, const KithId *ids, guint middle, KithId *core)
{
  core[0] = ids[middle];
  for (guint c = 1; c < CORE; c++)
    {
      double least = G_MAXDOUBLE;

      for (guint i = 0; i < N; i++)
        {
          double away = hypot (at (map, ids[i])->x - at (map, core[0])->x,
                               at (map, ids[i])->y - at (map, core[0])->y);
          gboolean taken = FALSE;

          for (guint k = 0; k < c; k++)
            taken |= core[k] == ids[i];
          if (!taken && away < least)
            least = away, core[c] = ids[i];
        }
    }
}

static gboolean
is_of (const KithId *core, KithId id)
{
  for (guint i = 0; i < CORE; i++)
    if (core[i] == id)
      return TRUE;
  return FALSE;
}

static double
measure_links (KithMap *map, const KithId *core)
{
  double sum = 0;

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (is_of (core, link->a) || is_of (core, link->b))
      sum += hypot (at (map, link->a)->x - at (map, link->b)->x,
                    at (map, link->a)->y - at (map, link->b)->y);
  return sum;
}

static void
assert_about_there (KithMap *map, KithMap *before, const KithId *core)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < CORE; i++)
    {
      x0 = MIN (x0, at (before, core[i])->x), x1 = MAX (x1, at (before, core[i])->x);
      y0 = MIN (y0, at (before, core[i])->y), y1 = MAX (y1, at (before, core[i])->y);
    }
  for (guint i = 0; i < CORE; i++)
    {
      g_assert_cmpfloat (at (map, core[i])->x, >=, x0 - ROOM);
      g_assert_cmpfloat (at (map, core[i])->x, <=, x1 + ROOM);
      g_assert_cmpfloat (at (map, core[i])->y, >=, y0 - ROOM);
      g_assert_cmpfloat (at (map, core[i])->y, <=, y1 + ROOM);
    }
}

static void
assert_apart (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, a, map, KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithStakeholder, b, map, KITH_STAKEHOLDER)
      if (a != b)
        g_assert_true (fabs (a->x - b->x) >= (a->width + b->width) / 2 + 20
                       || fabs (a->y - b->y) >= (a->height + b->height) / 2 + 20);
}

static void
arrange_core (KithMap *map, const KithId *core)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.keep_start = TRUE;
  options.ids = core;
  options.n_ids = CORE;
  test_do (map, kith_arrange_to_edit (map, &options));
}

static void
test_compact (void)
{
  KithId ids[N], core[CORE];
  g_autoptr (KithMap) map = make_map (ids);

  for (guint middle = 0; middle < N; middle++)
    {
      g_autoptr (KithMap) arranged = kith_map_snapshot (map);

      choose_core (map, ids, middle, core);
      arrange_core (arranged, core);
      g_assert_cmpfloat (measure_links (arranged, core), <=, measure_links (map, core) + 1);
      assert_about_there (arranged, map, core);
      assert_apart (arranged);
      for (guint i = 0; i < N; i++)
        if (!is_of (core, ids[i]))
          g_assert_true (kith_record_equal (at (arranged, ids[i]), at (map, ids[i])));
    }
}

/* Two whose places are the wrong way round get each other's. */
static void
test_better (void)
{
  KithId ids[N], core[CORE];
  g_autoptr (KithMap) map = make_map (ids);
  guint shorter = 0;

  for (guint middle = 0; middle < N; middle++)
    {
      g_autoptr (KithMap) mixed = kith_map_snapshot (map);
      double before;

      choose_core (map, ids, middle, core);
      test_do (mixed, kith_verb_move (mixed, core, CORE,
                                      (double[]){ at (map, core[1])->x, at (map, core[1])->y,
                                                  at (map, core[2])->x, at (map, core[2])->y,
                                                  at (map, core[3])->x, at (map, core[3])->y,
                                                  at (map, core[0])->x, at (map, core[0])->y },
                                      NULL));
      before = measure_links (mixed, core);
      arrange_core (mixed, core);
      shorter += measure_links (mixed, core) < 0.97 * before;
    }
  g_assert_cmpuint (shorter, >, N * 4 / 5);
}

/* A heap is spread where it lies. */
static void
test_heap (void)
{
  KithId ids[N], core[CORE];
  g_autoptr (KithMap) map = make_map (ids);
  g_autoptr (KithMap) before = NULL;

  choose_core (map, ids, 3, core);
  for (guint i = 1; i < CORE; i++)
    test_do (map, kith_verb_move (map, &core[i], 1,
                                  (double[]){ at (map, core[0])->x + 9 * i, at (map, core[0])->y },
                                  NULL));
  before = kith_map_snapshot (map);
  arrange_core (map, core);
  assert_apart (map);
  assert_about_there (map, before, core);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-selection/a-compact-core-stays-compact", test_compact);
  g_test_add_func ("/arrange-selection/what-lies-badly-is-bettered", test_better);
  g_test_add_func ("/arrange-selection/a-heap-is-spread-where-it-lies", test_heap);
  return g_test_run ();
}
