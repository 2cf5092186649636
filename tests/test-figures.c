/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: what is drawn where and what is under a point. */
#include <math.h>

#include "kith-figures-private.h"
#include "kith-outline.h"
#include "kith-test-maps.h"

static const KithView view = KITH_VIEW_INIT;

static double
rect_distance (const KithRect *rect, KithPoint at)
{
  double dx = MAX (MAX (rect->x - at.x, at.x - rect->x - rect->width), 0.0);
  double dy = MAX (MAX (rect->y - at.y, at.y - rect->y - rect->height), 0.0);

  return hypot (dx, dy);
}

static KithRect
extent (const KithFigures *figures, KithId id)
{
  KithRect rect = { 0 };

  g_assert_true (kith_figures_extent (figures, id, &rect));
  return rect;
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
test_empty (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect bounds = kith_figures_bounds (figures);

  g_assert_cmpfloat (bounds.width, ==, 0.0);
  g_assert_cmpfloat (bounds.height, ==, 0.0);
  g_assert_cmpint (kith_figures_hit (figures, 0, 0, 10).part, ==, KITH_HIT_NOTHING);
  g_assert_cmpint (kith_figures_neighbour (figures, 1, 1, 0), ==, 0);
}

/* Five from each box, on random maps: the corner of a box is a little farther. */
static void
test_link_ends (void)
{
  g_autoptr (KithMap) map = test_random_map (60, 120, 0, 51);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  guint drawn = 0;

  KITH_FOR_EACH (KithLink, record, map, KITH_LINK)
    {
      const KithLinkFigure *link = g_hash_table_lookup (figures->links, &record->record.id);
      KithRect a = extent (figures, record->a);
      KithRect b = extent (figures, record->b);

      if (!link->is_drawable)
        continue;
      drawn++;
      g_assert_cmpfloat (rect_distance (&a, link->curve.points[0]), >, 4.999);
      g_assert_cmpfloat (rect_distance (&a, link->curve.points[0]), <, 7.08);
      g_assert_cmpfloat (rect_distance (&b, link->curve.points[link->curve.n - 1]), >, 4.999);
      g_assert_cmpfloat (rect_distance (&b, link->curve.points[link->curve.n - 1]), <, 7.08);
    }
  g_assert_cmpuint (drawn, >, 110);
}

static void
test_halves (void)
{
  g_autoptr (KithMap) map = test_random_map (40, 60, 0, 52);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  guint sure = 0;

  KITH_FOR_EACH (KithLink, record, map, KITH_LINK)
    for (int end = 0; end < 2; end++)
      {
        KithPoint at;
        KithHit hit;
        KithRect a = extent (figures, record->a);
        KithRect b = extent (figures, record->b);

        g_assert_true (kith_figures_link_half (figures, record->record.id, (KithEnd) end, &at));
        hit = kith_figures_hit (figures, at.x, at.y, 4);
        if (hit.part != KITH_HIT_LINK || hit.id != record->record.id)
          continue;
        sure++;
        g_assert_cmpint (hit.end, ==, end);
        if (end == KITH_END_A)
          g_assert_cmpfloat (rect_distance (&a, at), <, rect_distance (&b, at) + 60);
      }
  g_assert_cmpuint (sure, >, 80);
}

/* Three between the same two, whichever way they run, lie apart and each can be hit. */
static void
test_parallel (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 500, 0);
  KithId links[] = { test_link (map, a, b), test_link (map, b, a), test_link (map, a, b) };
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithPoint middles[3];

  for (guint i = 0; i < 3; i++)
    {
      KithHit hit;

      g_assert_true (kith_figures_link_middle (figures, links[i], &middles[i]));
      hit = kith_figures_hit (figures, middles[i].x, middles[i].y, 4);
      g_assert_cmpint (hit.id, ==, links[i]);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (fabs (middles[i].y - middles[j].y), >, 20);
    }
}

/* Length of a link's curve over boxes that are none of its ends. */
static double
covered (const KithFigures *figures, KithMap *map, const KithLink *record)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &record->record.id);
  double sum = 0.0;

  KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
    if (s->record.id != record->a && s->record.id != record->b)
      {
        KithRect box = extent (figures, s->record.id);

        sum += kith_curve_within (&link->curve, &box);
      }
  return sum;
}

static void
test_bends (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 600, 0);
  KithId middle = test_stakeholder (map, "In the way", 300, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect box = extent (figures, middle);
  KithPoint at;

  g_assert_cmpfloat (covered (figures, map, kith_map_link (map, link)), ==, 0.0);
  g_assert_true (kith_figures_link_middle (figures, link, &at));
  g_assert_cmpfloat (rect_distance (&box, at), >, 5.0);
}

static void
test_bends_at_random (void)
{
  g_autoptr (KithMap) map = test_random_map (49, 70, 0, 53);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  guint clear = 0;
  guint straight = 0;

  KITH_FOR_EACH (KithLink, record, map, KITH_LINK)
    {
      const KithStakeholder *a = kith_map_stakeholder (map, record->a);
      const KithStakeholder *b = kith_map_stakeholder (map, record->b);
      KithCurve line;
      double sum = 0.0;

      kith_curve_make (&line, (KithPoint){ a->x, a->y }, (KithPoint){ b->x, b->y }, 0);
      KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
        if (s != a && s != b)
          {
            KithRect box = extent (figures, s->record.id);

            sum += kith_curve_within (&line, &box);
          }
      straight += sum == 0.0;
      clear += covered (figures, map, record) == 0.0;
      g_assert_cmpfloat (covered (figures, map, record), <=, sum + 40);
    }
  g_test_message ("%u of 70 clear, %u if all were straight", clear, straight);
  g_assert_cmpuint (clear, >, straight + (70 - straight) / 2);
}

static gboolean
loops_contain (const GPtrArray *loops, double x, double y)
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

static guint
corners_within (const GPtrArray *loops, const KithRect *box)
{
  guint n = 0;

  for (guint i = 0; i < 9; i++)
    n += loops_contain (loops, box->x + box->width * (i % 3) / 2.0,
                        box->y + box->height * (i / 3) / 2.0);
  return n;
}

/* Members whole, others not at all, whatever the layout. */
static void
test_outlines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (54);

  for (guint round = 0; round < 90; round++)
    {
      KithRect boxes[40];
      guint n = 4 + round % 36;
      guint members = 1 + (guint) g_rand_int_range (rand, 0, MIN (n - 1, 12));
      double spread = round % 3 == 2 ? 900.0 : round % 3 == 1 ? 420.0 : 230.0;
      g_autoptr (GPtrArray) loops = NULL;

      /* The members are scattered among the others: a box a cell, in a shuffled order. */
      for (guint i = 0; i < n; i++)
        {
          guint cell = (i * 17 + round) % 41;

          boxes[i] = (KithRect){ cell % 7 * spread + g_rand_double_range (rand, 0, spread - 200),
                                 cell / 7 * spread * 0.6
                                     + g_rand_double_range (rand, 0, spread * 0.6 - 70),
                                 g_rand_double_range (rand, 80, 180),
                                 g_rand_double_range (rand, 40, 50) };
        }
      loops = kith_outline_new (boxes, members, boxes + members, n - members);
      g_test_message ("round %u: %u members of %u, %u loops", round, members, n, loops->len);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (corners_within (loops, &boxes[i]), ==, i < members ? 9 : 0);
    }
}

static void
test_hit_order (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 500, 0);
  KithId link = test_link (map, a, b);
  KithId space = test_space (map, "Big Room", (KithId[]){ a }, 1);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect outline = extent (figures, space);
  const KithSpaceFigure *figure = g_hash_table_lookup (figures->spaces, &space);
  KithHit hit = kith_figures_hit (figures, 70, 0, 5);

  g_assert_cmpint (hit.part, ==, KITH_HIT_STAKEHOLDER);
  g_assert_cmpint (hit.id, ==, a);
  /* where the outline meets the link, the link is meant */
  hit = kith_figures_hit (figures, outline.x + outline.width, 0, 5);
  g_assert_cmpint (hit.part, ==, KITH_HIT_LINK);
  g_assert_cmpint (hit.id, ==, link);
  hit = kith_figures_hit (figures, 0, outline.y + outline.height, 5);
  g_assert_cmpint (hit.part, ==, KITH_HIT_SPACE);
  g_assert_cmpint (hit.id, ==, space);
  hit = kith_figures_hit (figures, figure->label_box.x + 12, figure->label_box.y + 6, 0);
  g_assert_cmpint (hit.id, ==, space);
  hit = kith_figures_hit (figures, 0, 34, 2);
  g_assert_cmpint (hit.part, ==, KITH_HIT_NOTHING);
  hit = kith_figures_hit (figures, 250, 12, 5);
  g_assert_cmpint (hit.part, ==, KITH_HIT_NOTHING);
  hit = kith_figures_hit (figures, 250, 4.5, 5);
  g_assert_cmpint (hit.id, ==, link);
}

static void
test_neighbours (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId centre = test_stakeholder (map, "Centre", 0, 0);
  KithId right = test_stakeholder (map, "Right", 300, 0);
  KithId far_right = test_stakeholder (map, "Far right", 600, 0);
  KithId below = test_stakeholder (map, "Below", 20, 200);
  KithId corner = test_stakeholder (map, "Corner", 250, 190);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  g_assert_cmpint (kith_figures_neighbour (figures, centre, 1, 0), ==, right);
  g_assert_cmpint (kith_figures_neighbour (figures, right, 1, 0), ==, far_right);
  g_assert_cmpint (kith_figures_neighbour (figures, far_right, -1, 0), ==, right);
  g_assert_cmpint (kith_figures_neighbour (figures, centre, 0, 1), ==, below);
  g_assert_cmpint (kith_figures_neighbour (figures, right, 0, 1), ==, corner);
  g_assert_cmpint (kith_figures_neighbour (figures, centre, -1, 0), ==, 0);
  g_assert_cmpint (kith_figures_neighbour (figures, centre, 0, -1), ==, 0);
  g_assert_cmpint (kith_figures_neighbour (figures, 999, 1, 0), ==, 0);
}

static void
test_in_rect (void)
{
  g_autoptr (KithMap) map = test_random_map (36, 10, 0, 57);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect rect = { 100, 100, 700, 300 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  guint expected = 0;

  kith_figures_in_rect (figures, &rect, ids);
  KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
    {
      KithRect box = extent (figures, s->record.id);

      expected += kith_rect_touches (&box, &rect);
    }
  g_assert_cmpuint (ids->len, ==, expected);
  g_assert_cmpuint (expected, >, 3);
}

static void
test_rim (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "A", 10, 20);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect box;
  KithPoint rim;

  g_assert_true (kith_figures_extent (figures, id, &box));
  rim = kith_rect_rim (&box, 1000, 20);
  assert_near (rim.x, 90);
  assert_near (rim.y, 20);
  rim = kith_rect_rim (&box, 10, -500);
  assert_near (rim.x, 10);
  assert_near (rim.y, -2);
  rim = kith_rect_rim (&box, 10, 20); /* from the middle itself: anywhere on it */
  assert_near (rim.x, 90);
  g_assert_false (kith_figures_extent (figures, 999, &box));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/of-an-empty-map-are-nothing", test_empty);
  g_test_add_func ("/figures/links-end-five-from-the-boxes", test_link_ends);
  g_test_add_func ("/figures/each-half-is-its-own-end", test_halves);
  g_test_add_func ("/figures/parallel-links-fan-apart", test_parallel);
  g_test_add_func ("/figures/a-link-bends-round-who-is-in-the-way", test_bends);
  g_test_add_func ("/figures/most-links-run-clear-of-others", test_bends_at_random);
  g_test_add_func ("/figures/an-outline-holds-its-members-and-nobody-else", test_outlines);
  g_test_add_func ("/figures/boxes-are-hit-before-links-before-spaces", test_hit_order);
  g_test_add_func ("/figures/arrow-keys-go-to-the-nearest-that-way", test_neighbours);
  g_test_add_func ("/figures/a-band-takes-what-it-touches", test_in_rect);
  g_test_add_func ("/figures/a-rim-is-where-a-line-leaves-the-box", test_rim);
  return g_test_run ();
}
