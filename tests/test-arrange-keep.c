/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In an arrangement: what gives way to a hand, and what is arranged by itself, stays in its column, on its
 * ring, in its step of the grid. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-arrange.h"
#include "kith-give-way.h"
#include "kith-sectors.h"
#include "kith-test-maps.h"

#define N 24

static void
set (KithMap *map, KithId id, const char *field, const char *text)
{
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, field, text, NULL));
}

static KithMap *
make_map (KithId *ids, KithArrangement as)
{
  static const char *const sectors[] = { "1", "4", "7", "9" };
  static const char *const levels[] = { "neighbourhood", "place", "system", "place" };
  static const char *const values[] = { "1", "3", "5", "4" };
  KithMap *map = kith_map_new ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);

      test_do (map, kith_verb_add_stakeholder (map, name, 0, 0, 0, &ids[i]));
      set (map, ids[i], "width", "140");
      set (map, ids[i], "height", "50");
      set (map, ids[i], "sector", sectors[i % 4]);
      set (map, ids[i], "level", levels[i % 4]);
      set (map, ids[i], "power", values[i % 4]);
      set (map, ids[i], "interest", values[(i / 4) % 4]);
    }
  for (guint i = 0; i < 2 * N; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, N), b = (guint) g_rand_int_range (rand, 0, N);

      if (a != b)
        test_do (map, kith_verb_add_link (map, ids[a], ids[b], KITH_LINK_WORKS_WITH, NULL, NULL));
    }
  options.as = as;
  options.centre = ids[3];
  test_do (map, kith_arrange_to_edit (map, &options));
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), >, 0);
  return map;
}

static gboolean
is_in (const KithAnnotation *part, const KithStakeholder *one)
{
  double dx = one->x - part->x, dy = one->y - part->y, reach;

  if (part->form == KITH_ANNOTATION_FRAME)
    return fabs (dx) <= (part->width - one->width) / 2 + 1
           && fabs (dy) <= (part->height - one->height) / 2 + 1;
  if (part->form == KITH_ANNOTATION_LINE)
    return part->width >= part->height ? dy > 0 : dx > 0;
  dx /= part->width / 2, dy /= part->height / 2;
  reach = hypot (dx, dy);
  return reach <= 1 && reach >= part->inner / 1000.0 && kith_annotation_sweeps (part, dx, dy);
}

static void
assert_as_before (KithMap *map, KithMap *before, KithId carried)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithAnnotation, part, map, KITH_ANNOTATION)
      if (KITH_ID (one) != carried)
        g_assert_cmpint (is_in (part, one), ==,
                         is_in (part, kith_map_stakeholder (before, KITH_ID (one))));
}

/* Of whom nothing is in the way of what is carried, who is linked to it. */
static gboolean
is_clear_of (const KithStakeholder *one, const KithStakeholder *carried)
{
  return fabs (one->x - carried->x) > 3 * one->width
         || fabs (one->y - carried->y) > 5 * one->height;
}

static void
carry (KithMap *map, KithId id, double dx, double dy)
{
  g_autoptr (KithMap) after = kith_map_snapshot (map);
  g_autoptr (KithGiveWay) way = kith_give_way_new (map, &id, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  const KithStakeholder *carried;

  kith_give_way_to (way, dx, dy, ids, xy);
  test_do (after, kith_verb_move (after, (const KithId *) (gpointer) ids->data, ids->len,
                                  (const double *) (gpointer) xy->data, NULL));
  assert_as_before (after, map, id);
  carried = kith_map_stakeholder (after, id);
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (KITH_ID (one) != id && is_clear_of (one, carried))
      g_assert_cmpfloat (kith_map_stakeholder (after, KITH_ID (one))->x, ==, one->x);
}

static void
test_give_way (gconstpointer as)
{
  KithId ids[N];
  g_autoptr (KithMap) map = make_map (ids, (KithArrangement) GPOINTER_TO_INT (as));
  const KithStakeholder *one = kith_map_stakeholder (map, ids[0]);

  for (guint i = 1; i < N; i++)
    {
      const KithStakeholder *onto = kith_map_stakeholder (map, ids[i]);

      carry (map, ids[0], onto->x - one->x - 20, onto->y - one->y + 5);
      carry (map, ids[0], onto->x - one->x + 30, onto->y - one->y - 12);
    }
}

static void
test_some (gconstpointer as)
{
  KithId ids[N];
  g_autoptr (KithMap) map = make_map (ids, (KithArrangement) GPOINTER_TO_INT (as));

  for (guint i = 0; i < N; i++)
    {
      KithId some[] = { ids[i], ids[(i + 4) % N], ids[(i + 8) % N], ids[(i + 12) % N] };
      g_autoptr (KithMap) after = kith_map_snapshot (map);
      KithArrangeOptions options = KITH_ARRANGE_INIT;

      options.ids = some;
      options.n_ids = G_N_ELEMENTS (some);
      options.keep_start = TRUE;
      test_do (after, kith_arrange_to_edit (after, &options));
      assert_as_before (after, map, 0);
    }
}

/* Where somebody stands says what they are: whoever comes to stand there is of the same. */
static void
test_says (gconstpointer as)
{
  KithId ids[N];
  g_autoptr (KithMap) map = make_map (ids, GPOINTER_TO_INT (as));
  gboolean by_sector = GPOINTER_TO_INT (as) <= KITH_ARRANGEMENT_SEGMENTS;
  gboolean by_level = !by_sector && GPOINTER_TO_INT (as) <= KITH_ARRANGEMENT_RINGS_INWARD;
  KithId sector;
  KithLevel level;

  for (guint i = 0; i < N; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, ids[i]);

      kith_map_arranged_at (map, one->x, one->y, &sector, &level);
      g_assert_cmpint (sector, ==, by_sector ? one->sector : KITH_SECTOR_OTHER);
      g_assert_cmpint (level, ==, by_level ? one->level : KITH_LEVEL_UNSET);
    }
  kith_map_arranged_at (map, 1e5, 1e5, &sector, &level);
  g_assert_cmpint (sector, ==, KITH_SECTOR_OTHER);
  g_assert_cmpint (level, ==, KITH_LEVEL_UNSET);
}

/* A frame that a person drew says nothing, though it has the name of a sector, nor does a column that was given
 * another name. */
static void
test_says_nothing (void)
{
  KithId ids[N], sector;
  g_autoptr (KithMap) map = make_map (ids, KITH_ARRANGEMENT_COLUMNS);
  const KithPlace place = { 9000, 9000, 400, 400 };
  KithAnnotation *own = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  const KithStakeholder *one = kith_map_stakeholder (map, ids[0]);
  g_autoptr (GPtrArray) areas = kith_map_annotations (map);
  KithLevel level;

  kith_text_set (&own->text, kith_sector_name (map, 5));
  test_do (map, kith_verb_add_annotation (map, own));
  kith_map_arranged_at (map, 9000, 9000, &sector, &level);
  g_assert_cmpint (sector, ==, KITH_SECTOR_OTHER);
  for (guint i = 0; i < areas->len; i++)
    if (kith_annotation_covers (areas->pdata[i], one->x, one->y))
      test_do (map, kith_verb_set_words (map, KITH_ID (areas->pdata[i]), "Those we know"));
  kith_map_arranged_at (map, one->x, one->y, &sector, &level);
  g_assert_cmpint (sector, ==, KITH_SECTOR_OTHER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int as = KITH_ARRANGEMENT_COLUMNS; as <= KITH_ARRANGEMENT_COMMUNITY; as++)
    {
      const char *key = kith_enum_key (&kith_arrangements, as);
      g_autofree char *way = g_strdup_printf ("/arrange-keep/what-gives-way-stays-in-%s", key);
      g_autofree char *says = g_strdup_printf ("/arrange-keep/a-place-says-who-stands-in-%s", key);
      g_autofree char *some = g_strdup_printf ("/arrange-keep/some-by-themselves-stay-in-%s", key);

      g_test_add_data_func (way, GINT_TO_POINTER (as), test_give_way);
      g_test_add_data_func (some, GINT_TO_POINTER (as), test_some);
      g_test_add_data_func (says, GINT_TO_POINTER (as), test_says);
    }
  g_test_add_func ("/arrange-keep/what-a-person-drew-says-nothing", test_says_nothing);
  return g_test_run ();
}
