/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the places of a background picture: who lies on it stays and is pinned, the others stand beside it. */
#include <math.h>

#include "arranged-map.h"
#include "kith-annotations.h"

#define N 60
#define SOME 5 /* every so many lie on the picture */

static const KithPlace picture = { 5000, 5000, 800, 600 };

static KithMap *
make_map (GArray *ids)
{
  KithMap *map = arranged_map_new (N, 150, 4);

  test_do (map, kith_verb_add_annotation (map, kith_annotation_draft (KITH_ANNOTATION_BACKDROP,
                                                                      &picture)));
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_array_append_val (ids, one->record.id);
  return map;
}

static void
put (KithMap *map, KithId id, guint x, guint y)
{
  test_do (map, kith_verb_move (map, &id, 1, (double[]){ x, y }, NULL));
}

static void
arrange (KithMap *map)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.as = KITH_ARRANGEMENT_PLACES;
  test_do (map, kith_arrange_to_edit (map, &options));
}

static gboolean
touches (const KithStakeholder *one)
{
  return fabs (one->x - picture.x) < (picture.width + one->width) / 2
         && fabs (one->y - picture.y) < (picture.height + one->height) / 2;
}

static void
assert_apart (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithStakeholder, other, map, KITH_STAKEHOLDER)
      g_assert_true (one == other || (one->pinned && other->pinned)
                     || fabs (one->x - other->x) >= (one->width + other->width) / 2
                     || fabs (one->y - other->y) >= (one->height + other->height) / 2);
}

static void
test_stays (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (KithMap) map = make_map (ids);
  KithId on = g_array_index (ids, KithId, 1);

  put (map, on, 4900, 5100);
  arrange (map);
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_assert_true (one->pinned == (KITH_ID (one) == on));
  g_assert_cmpfloat (kith_map_stakeholder (map, on)->x, ==, 4900);
  g_assert_cmpfloat (kith_map_stakeholder (map, on)->y, ==, 5100);
  assert_apart (map);
}

/* However many know somebody on it: there they would seem to belong to the place. */
static void
test_beside (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (KithMap) map = make_map (ids);

  for (guint i = 0; i < N; i += SOME)
    put (map, g_array_index (ids, KithId, i), 4650 + i % 3 * 350, 4750 + i % 7 * 80);
  arrange (map);
  for (guint i = 0; i < N; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, g_array_index (ids, KithId, i));

      g_assert_true (touches (one) == (i % SOME == 0));
      g_assert_true (one->pinned == (i % SOME == 0));
    }
  assert_apart (map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-places/who-lies-on-the-picture-stays", test_stays);
  g_test_add_func ("/arrange-places/the-others-stand-beside-it", test_beside);
  return g_test_run ();
}
