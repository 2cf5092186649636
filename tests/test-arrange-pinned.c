/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of an arrangement where some or all are pinned: none says what is not so. */
#include "kith-arrange.h"

#include <math.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-sectors.h"
#include "kith-test-maps.h"

#define N 12

static void
set (KithMap *map, KithId id, const char *field, const char *text)
{
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, field, text, NULL));
}

/* Of three sectors, levels and values in turn, in rows of four on a sheet. */
static KithMap *
make_map (KithId *ids)
{
  static const char *const sectors[] = { "1", "4", "7" };
  static const char *const levels[] = { "neighbourhood", "place", "system" };
  static const char *const values[] = { "1", "3", "5" };
  KithMap *map = kith_map_new ();

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);

      test_do (map, kith_verb_add_stakeholder (map, name, 0, 100 + i % 4 * 240, 100 + i / 4 * 150,
                                               &ids[i]));
      set (map, ids[i], "width", "140");
      set (map, ids[i], "height", "50");
      set (map, ids[i], "sector", sectors[i % 3]);
      set (map, ids[i], "level", levels[i % 3]);
      set (map, ids[i], "power", values[i % 3]);
      set (map, ids[i], "interest", values[i % 3]);
    }
  for (guint i = 0; i + 1 < N; i++)
    test_do (map, kith_verb_add_link (map, ids[i], ids[i + 1], KITH_LINK_WORKS_WITH, NULL, NULL));
  return map;
}

static guint
arrange_as (KithMap *map, KithArrangement as, KithId centre)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  guint withheld = 0;

  options.as = as;
  options.centre = centre;
  options.withheld = &withheld;
  test_do (map, kith_arrange_to_edit (map, &options));
  return withheld;
}

/* Columns: who is in one is of its sector, and has its whole box in it. */
static void
assert_true (KithMap *map)
{
  KITH_FOR_EACH (KithAnnotation, frame, map, KITH_ANNOTATION)
    {
      guint n = 0;

      KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
        {
          double dx = fabs (one->x - frame->x), dy = fabs (one->y - frame->y);
          gboolean outside = dx >= (frame->width + one->width) / 2 - 1
                             || dy >= (frame->height + one->height) / 2 - 1;
          gboolean inside = dx <= (frame->width - one->width) / 2 + 1
                            && dy <= (frame->height - one->height) / 2 + 1;

          g_assert_true (inside || outside);
          if (!inside)
            continue;
          g_assert_cmpstr (kith_sector_name (map, one->sector), ==, frame->text);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* One alone is named, and nobody else; nobody who is not seen, nor what would tell of them. */
static void
assert_says_why (KithMap *map, guint withheld)
{
  g_autofree char *why = kith_arrange_withheld (map, map, withheld, FALSE);
  g_autoptr (KithMap) seen = kith_map_snapshot (map);
  g_autofree char *less = NULL;
  KithId id = 0;
  guint n = 0;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (one->pinned)
      id = KITH_ID (one), n++;
  g_assert_nonnull (strstr (why, "pinned"));
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_assert_true ((strstr (why, one->name) != NULL) == (n == 1 && KITH_ID (one) == id));
  test_do (seen, kith_verb_delete (seen, &id, 1, NULL));
  less = kith_arrange_withheld (map, seen, withheld, FALSE);
  g_assert_null (strstr (less, "pin"));
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_assert_null (strstr (less, one->name));
}

static void
test_all (void)
{
  KithId ids[N];
  g_autoptr (KithMap) map = make_map (ids);

  for (guint i = 0; i < N; i++)
    set (map, ids[i], "pinned", "1");
  for (int as = KITH_ARRANGEMENT_COLUMNS; as <= KITH_ARRANGEMENT_COMMUNITY; as++)
    {
      guint withheld = arrange_as (map, (KithArrangement) as, ids[5]);

      if (as == KITH_ARRANGEMENT_COMMUNITY)
        continue; /* they may happen to stand so */
      g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, 0);
      g_assert_cmpuint (withheld, >, 0);
      assert_says_why (map, withheld);
    }
}

/* One that is pinned takes with it the frame where it is missing, and the one in which it stands. */
static void
test_one (void)
{
  KithId ids[N];
  g_autoptr (KithMap) map = make_map (ids);
  const KithAnnotation *strange = NULL;
  const KithStakeholder *other;

  g_assert_cmpuint (arrange_as (map, KITH_ARRANGEMENT_COLUMNS, 0), ==, 0);
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, 3);
  assert_true (map);
  other = kith_map_stakeholder (map, ids[1]);
  KITH_FOR_EACH (KithAnnotation, frame, map, KITH_ANNOTATION)
    if (g_str_equal (frame->text, kith_sector_name (map, other->sector)))
      strange = frame;
  test_do (map, kith_verb_move (map, &ids[0], 1, (double[]){ strange->x, strange->y }, NULL));
  set (map, ids[0], "pinned", "1");
  g_assert_cmpuint (arrange_as (map, KITH_ARRANGEMENT_COLUMNS, 0), ==, 2);
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, 1);
  assert_true (map);
  assert_says_why (map, 2);
}

/* Pinned where the arrangement has put them, they keep their frames. */
static void
test_in_place (void)
{
  static const KithArrangement forms[] = { KITH_ARRANGEMENT_COLUMNS, KITH_ARRANGEMENT_SEGMENTS,
                                           KITH_ARRANGEMENT_GRID, KITH_ARRANGEMENT_CIRCLE };
  KithId ids[N];

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_autoptr (KithMap) map = make_map (ids);
      guint n;

      arrange_as (map, forms[f], 0);
      n = kith_map_n (map, KITH_ANNOTATION);
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < N; i++)
        set (map, ids[i], "pinned", "1");
      g_assert_cmpuint (arrange_as (map, forms[f], 0), ==, 0);
      g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-pinned/with-all-pinned-no-frame-lies", test_all);
  g_test_add_func ("/arrange-pinned/one-takes-the-frames-that-it-belies", test_one);
  g_test_add_func ("/arrange-pinned/who-is-pinned-in-place-keeps-the-frame", test_in_place);
  return g_test_run ();
}
