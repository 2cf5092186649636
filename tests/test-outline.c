/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines of shared spaces: who is within, how sharply they turn, where their names stand. */
#include <math.h>

#include "kith-figures-private.h"
#include "kith-outline.h"
#include "kith-test-maps.h"

#define MOST_MEMBERS 24

static const KithView view = KITH_VIEW_INIT;

/* Of the circle through three points that follow one another. */
static double
radius_at (const GArray *loop, guint i)
{
  KithPoint a = g_array_index (loop, KithPoint, (i + loop->len - 1) % loop->len);
  KithPoint b = g_array_index (loop, KithPoint, i);
  KithPoint c = g_array_index (loop, KithPoint, (i + 1) % loop->len);
  double twice = fabs ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

  if (twice < 1e-9)
    return G_MAXDOUBLE;
  return hypot (b.x - a.x, b.y - a.y) * hypot (c.x - b.x, c.y - b.y) * hypot (c.x - a.x, c.y - a.y)
         / (2 * twice);
}

static double
sharpest (const GPtrArray *loops)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < loops->len; i++)
    for (guint j = 0; j < ((GArray *) loops->pdata[i])->len; j++)
      least = MIN (least, radius_at (loops->pdata[i], j));
  return least;
}

static gboolean
holds (const GPtrArray *loops, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *loop = loops->pdata[i];

      for (guint j = 0; j < loop->len; j++)
        {
          KithPoint a = g_array_index (loop, KithPoint, j);
          KithPoint b = g_array_index (loop, KithPoint, (j + 1) % loop->len);

          if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
        }
    }
  return inside;
}

/* Of nine places of a box: corners, middles, centre. */
static guint
n_within (const GPtrArray *loops, const KithRect *box)
{
  guint n = 0;

  for (guint i = 0; i < 9; i++)
    n += holds (loops, box->x + box->width * (i % 3) / 2.0, box->y + box->height * (i / 3) / 2.0);
  return n;
}

static void
test_soft (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double least = G_MAXDOUBLE;

  for (guint round = 0; round < 90; round++)
    {
      KithRect boxes[40];
      guint n = 4 + round % 36;
      guint members = 1 + (guint) g_rand_int_range (rand, 0, MIN (n - 1, 12));
      double across = round % 3 == 2 ? 900.0 : round % 3 == 1 ? 420.0 : 215.0;
      double down = round % 2 == 0 ? across * 0.6 : 82.0;
      g_autoptr (GPtrArray) loops = NULL;

      for (guint i = 0; i < n; i++)
        {
          guint cell = (i * 17 + round) % 41;

          boxes[i] = (KithRect){ cell % 7 * across + g_rand_double_range (rand, 0, across - 200),
                                 cell / 7 * down + g_rand_double_range (rand, 0, down - 70),
                                 g_rand_double_range (rand, 80, 180),
                                 g_rand_double_range (rand, 40, 50) };
        }
      loops = kith_outline_new (boxes, members, boxes + members, n - members);
      g_test_message ("round %u: %u of %u, %u loops, %.2f", round, members, n, loops->len,
                      sharpest (loops));
      least = MIN (least, sharpest (loops));
      g_assert_cmpfloat (sharpest (loops), >=, KITH_OUTLINE_RADIUS);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (n_within (loops, &boxes[i]), ==, i < members ? 9 : 0);
    }
  g_test_message ("sharpest of all: %.2f", least);
}

/* Members and others that lie over one another: no outline keeps off both. It was ever longer once. */
static void
test_piled_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint round = 0; round < 60; round++)
    {
      KithRect boxes[48];
      guint members = 8 + round % 24;
      g_autoptr (GPtrArray) loops = NULL;
      guint n_points = 0;

      for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        boxes[i] = (KithRect){ g_rand_double_range (rand, 0, 1400),
                               g_rand_double_range (rand, 0, 800), 160, 44 };
      loops = kith_outline_new (boxes, members, boxes + members, G_N_ELEMENTS (boxes) - members);
      for (guint i = 0; i < loops->len; i++)
        n_points += ((GArray *) loops->pdata[i])->len;
      g_test_message ("round %u: %u points", round, n_points);
      g_assert_cmpuint (n_points, >, 0);
      g_assert_cmpuint (n_points, <, 6000);
    }
}

/* A row of three, of which the middle one is no member. */
static void
test_round_a_stranger (void)
{
  KithRect boxes[] = { { 0, 0, 160, 44 }, { 600, 0, 160, 44 }, { 300, -10, 160, 64 } };
  g_autoptr (GPtrArray) loops = kith_outline_new (boxes, 2, boxes + 2, 1);

  g_assert_cmpuint (loops->len, ==, 1);
  g_assert_cmpuint (n_within (loops, &boxes[0]), ==, 9);
  g_assert_cmpuint (n_within (loops, &boxes[1]), ==, 9);
  g_assert_cmpuint (n_within (loops, &boxes[2]), ==, 0);
  g_assert_cmpfloat (sharpest (loops), >=, KITH_OUTLINE_RADIUS);
}

/* Sixty stakeholders, and four spaces of which each overlaps with every other. */
static void
make_sixty (KithMap *map, KithId *ids)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (60);
  static const char *const names[] = { "Big Room · the long name of it", "Discharge Board",
                                       "Housing and Health", "Carers' Table" };

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %u", i + 1);

      ids[i] = test_stakeholder (map, name, i % 10 * 240.0 + g_rand_double_range (rand, -30, 30),
                                 i / 10 * 130.0 + g_rand_double_range (rand, -25, 25));
    }
  for (guint i = 0; i < 90; i++)
    test_link (map, ids[i % 60], ids[(i * 7 + 1 + i / 60) % 60]);
  for (guint space = 0; space < 4; space++)
    {
      KithId members[MOST_MEMBERS];
      guint n = 0;

      for (guint i = 0; i < 60 && n < MOST_MEMBERS; i++)
        {
          double x = i % 10 - 3.2 - (space % 2) * 2.1;
          double y = i / 10 - 1.7 - (space / 2) * 1.5;

          if (x * x / 8 + y * y / 3 < 1.0 && (i + space) % 5 != 0)
            members[n++] = ids[i];
        }
      test_space (map, names[space], members, n);
    }
}

static void
assert_space (KithMap *map, const KithFigures *figures, const KithSpace *record, const KithId *ids)
{
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &record->record.id);
  g_autoptr (GPtrArray) members = kith_map_members_of (map, record->record.id);

  g_assert_cmpuint (members->len, >=, 6);
  g_assert_cmpfloat (sharpest (space->loops), >=, KITH_OUTLINE_RADIUS);
  for (guint i = 0; i < 60; i++)
    {
      const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &ids[i]);
      gboolean is_member = g_ptr_array_find (members, box->record, NULL);

      g_assert_cmpuint (n_within (space->loops, &box->box), ==, is_member ? 9 : 0);
      g_assert_false (kith_rect_touches (&box->box, &space->label_box));
    }
}

static void
test_four_overlap (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[60];
  g_autoptr (KithFigures) figures = NULL;

  make_sixty (map, ids);
  figures = kith_figures_new (map, &view);
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      const KithSpaceFigure *one = g_hash_table_lookup (figures->spaces, &space->record.id);

      assert_space (map, figures, space, ids);
      KITH_FOR_EACH (KithSpace, another, map, KITH_SPACE)
        {
          const KithSpaceFigure *other = g_hash_table_lookup (figures->spaces, &another->record.id);

          g_assert_true (kith_rect_touches (&one->bounds, &other->bounds));
          if (one != other)
            g_assert_false (kith_rect_touches (&one->label_box, &other->label_box));
        }
    }
}

/* A space may come and its name push another's away, as if it had always been there. */
static void
test_names_follow (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[60];
  g_autoptr (KithFigures) figures = NULL;

  make_sixty (map, ids);
  figures = kith_figures_new (map, &view);
  for (guint round = 0; round < 12; round++)
    {
      KithId id = ids[(round * 13) % 60];
      KithStakeholder *moved = kith_record_copy (kith_map_stakeholder (map, id));
      g_autoptr (KithFigures) fresh = NULL;

      moved->x = kith_quantise (moved->x + 37.0);
      test_put (map, moved);
      kith_figures_update (figures, map, &id, 1);
      fresh = kith_figures_new (map, &view);
      KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
        {
          const KithSpaceFigure *one = g_hash_table_lookup (figures->spaces, &space->record.id);
          const KithSpaceFigure *other = g_hash_table_lookup (fresh->spaces, &space->record.id);

          g_assert_cmpfloat (one->label_box.x, ==, other->label_box.x);
          g_assert_cmpfloat (one->label_box.y, ==, other->label_box.y);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/of-boxes-that-lie-over-one-another-ends", test_piled_up);
  g_test_add_func ("/outline/no-turn-is-sharp-and-all-are-where-they-belong", test_soft);
  g_test_add_func ("/outline/leads-round-who-is-no-member", test_round_a_stranger);
  g_test_add_func ("/outline/four-overlap-among-sixty-and-can-be-read", test_four_overlap);
  g_test_add_func ("/outline/names-make-way-as-if-made-anew", test_names_follow);
  return g_test_run ();
}
