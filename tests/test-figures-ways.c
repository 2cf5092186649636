/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways of links that nobody has bent: round the boxes of others, and between two that are near each other. */
#include <math.h>

#include "kith-stroke.h"
#include "kith-way.h"
#include "link-figures.h"

/* What is drawn of it runs through all its points, halves of it too. */
static void
assert_drawn (cairo_t *cr, const KithCurve *curve)
{
  cairo_path_t *path;
  KithPoint from = curve->points[0];
  double apart[KITH_CURVE_POINTS];

  for (guint i = 0; i < curve->n; i++)
    apart[i] = G_MAXDOUBLE;
  cairo_new_path (cr);
  kith_curve_path (cr, curve);
  path = cairo_copy_path_flat (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      KithPoint to = { path->data[i + 1].point.x, path->data[i + 1].point.y };

      for (guint k = 0; k < curve->n; k++)
        apart[k] = MIN (apart[k],
                        kith_segment_distance (from, to, curve->points[k].x, curve->points[k].y));
      from = to;
    }
  cairo_path_destroy (path);
  for (guint i = 0; i < curve->n; i++)
    g_assert_cmpfloat (apart[i], <, 0.3);
}

static void
assert_drawn_whole_and_half (const KithLinkFigure *link)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  KithCurve half;

  assert_drawn (cr, &link->curve);
  for (KithEnd end = KITH_END_A; end <= KITH_END_B; end++)
    {
      kith_link_figure_half (link, end, &half);
      assert_drawn (cr, &half);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Near one end it is to pass below, near the other above; below one and above the next; far round one that stands
 * square in the way: as bent a little in its middle, it ran over them. */
static void
test_round (void)
{
  static const struct
  {
    double from; /* to the other side of 0 */
    KithRect boxes[2];
  } cases[] = { { 300, { { -200, -280, 100, 300 }, { 80, 36, 140, 300 } } },
                { -300, { { -200, -280, 100, 300 }, { 80, 36, 140, 300 } } },
                { -300, { { -200, -280, 100, 300 }, { 100, -20, 100, 300 } } },
                { -300, { { -60, -150, 120, 300 }, { -60, 170, 120, 300 } } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KithRect *boxes = cases[i].boxes;
      g_autoptr (KithMap) map = kith_map_new ();
      KithId a = test_stakeholder (map, "A", cases[i].from, 0);
      KithId link = test_link (map, a, test_stakeholder (map, "B", -cases[i].from, 0));
      g_autoptr (KithFigures) figures = NULL;
      KithCurve curve;

      for (guint k = 0; k < 2; k++)
        put_box (map, boxes[k].x + boxes[k].width / 2, boxes[k].y + boxes[k].height / 2,
                 boxes[k].width, boxes[k].height);
      figures = kith_figures_new (map, &view);
      assert_drawn_whole_and_half (figure_of (figures, link));
      curve = figure_of (figures, link)->curve;
      for (guint k = 0; k < 2; k++)
        g_assert_false (kith_curve_meets (&curve, &boxes[k]));
      for (guint k = 0; k < curve.n; k++)
        g_assert_cmpint (kith_figures_hit (figures, curve.points[k].x, curve.points[k].y, 3).id, ==,
                         link);
      /* as it is, with another look */
      test_do (map, kith_verb_set (map, KITH_LINK, link, "frequency", "daily", NULL));
      kith_figures_update (figures, map, &link, 1);
      for (guint k = 0; k < curve.n; k++)
        assert_at (figure_of (figures, link)->curve.points[k], curve.points[k], 1e-4);
    }
}

/* Three links between two boxes that all but touch, hit in the middle of what is seen of each; returns how many
 * were. */
static guint
hit_between_near (KithMap *map, KithId a, KithId b, double least)
{
  KithId links[3];
  g_autoptr (KithFigures) figures = NULL;
  KithRect box;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    links[i] = test_link (map, a, b);
  figures = kith_figures_new (map, &view);
  g_assert_true (kith_figures_extent (figures, a, &box));
  for (double gap = 11.0; gap < 20.0; gap += 0.25)
    {
      test_do (map, kith_verb_move (map, &b, 1, (double[]){ box.width + gap, 0 }, NULL));
      kith_figures_update (figures, map, &b, 1);
      for (guint i = 0; i < G_N_ELEMENTS (links); i++)
        {
          const KithLinkFigure *link = figure_of (figures, links[i]);
          KithPoint at = kith_curve_at (&link->curve, link->length / 2, NULL);

          if (!link->is_drawable)
            continue;
          g_assert_cmpint (kith_figures_hit (figures, at.x, at.y, 3).id, ==, links[i]);
          g_assert_cmpfloat (link->length, >=, least);
          assert_drawn_whole_and_half (link);
          n++;
        }
    }
  return n;
}

/* Where others leave no room to go round, what is left of parallels lies beside the line from middle to middle. */
static void
test_stubs (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 400, 0);

  put_box (map, 60, -88, 400, 100);
  put_box (map, 60, 88, 400, 100);
  g_assert_cmpuint (hit_between_near (map, a, b, 9.0), ==, 3 * 36);
}

/* However near two boxes stand, and with no way round them: what lies between them is crossed, and can be met. */
static void
test_all_but_touching (void)
{
  static const KithPoint offsets[] = { { 1, 0 },    { -1, 0.2 }, { 0, 1 },
                                       { 0.4, -1 }, { -0.9, 1 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    for (double gap = 4.0; gap < 12.0; gap += 2.0)
      {
        g_autoptr (KithMap) map = kith_map_new ();
        KithPoint at = { offsets[i].x * (200 + gap), offsets[i].y * (40 + gap) };
        KithId a = put_box (map, 0, 0, 200, 40), b = put_box (map, at.x, at.y, 200, 40);
        KithId links[2] = { test_link (map, a, b), test_link (map, b, a) };
        g_autoptr (KithFigures) figures = NULL;

        put_box (map, at.x / 2 - 250, at.y / 2, 20, 500);
        put_box (map, at.x / 2 + 250, at.y / 2, 20, 500);
        put_box (map, at.x / 2, at.y / 2 - 120, 500, 20);
        put_box (map, at.x / 2, at.y / 2 + 120, 500, 20);
        figures = kith_figures_new (map, &view);
        for (guint k = 0; k < 2; k++)
          {
            const KithLinkFigure *link = figure_of (figures, links[k]);
            KithId ends[2] = { a, b };
            KithHit hit;

            g_assert_true (link->is_drawable);
            g_assert_cmpfloat (link->length, >=, gap - 2.1);
            hit = kith_figures_hit (figures, link->middle.x, link->middle.y, 3);
            g_assert_cmpint (hit.part, ==, KITH_HIT_LINK);
            if (i + 1 < G_N_ELEMENTS (offsets)) /* from corner to corner there is but one way */
              g_assert_cmpint (hit.id, ==, links[k]);
            for (guint end = 0; end < 2; end++)
              {
                KithRect box;

                g_assert_true (kith_figures_extent (figures, ends[end], &box));
                g_assert_false (kith_curve_meets (&link->curve, &box));
              }
          }
      }
}

/* Nothing that the two ends say is lost because their boxes stand near each other. */
static void
test_loops (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 400, 0);

  g_assert_cmpuint (hit_between_near (map, a, b, 48.0), ==, 3 * 36);
}

/* Side by side or one above the other, and whichever end comes first: a link alone goes round at the right or above,
 * parallels at different sides. */
static void
test_loops_at_sides (void)
{
  const KithPoint offsets[] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 500, 500);
      KithId link = test_link (map, a, b), other;
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      KithPoint middle, theirs, between;
      KithRect box;

      g_assert_true (kith_figures_extent (figures, a, &box));
      between = (KithPoint){ offsets[i].x * (box.width + 16) / 2,
                             offsets[i].y * (box.height + 16) / 2 };
      test_do (map, kith_verb_move (map, &b, 1, (double[]){ 2 * between.x, 2 * between.y }, NULL));
      kith_figures_update (figures, map, &b, 1);
      g_assert_true (kith_figures_link_middle (figures, link, &middle));
      g_assert_cmpfloat (middle.x - middle.y, >, between.x - between.y + 20.0);
      other = test_link (map, b, a);
      kith_figures_update (figures, map, (KithId[]){ link, other }, 2);
      g_assert_true (kith_figures_link_middle (figures, link, &middle));
      g_assert_true (kith_figures_link_middle (figures, other, &theirs));
      g_assert_cmpfloat ((middle.x - between.x) * (theirs.x - between.x)
                             + (middle.y - between.y) * (theirs.y - between.y),
                         <, -400.0);
    }
}

/* What a way reaches beside its line is what its points do, no less and not much more. */
static void
test_reach (void)
{
  const KithWay ways[] = { { 120, 0, 84 }, { 150, 0, -84 }, { -30, 0, 46 },
                           { 0, 0, 60 },   { 74, 0.2, 0 },  { 40, 0, 0 } };
  const double shares[][2] = { { 0, 1 }, { 0.1, 0.4 }, { 0.3, 0.75 }, { 0.55, 0.95 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
      {
        double low, high, least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

        kith_way_reach (&ways[i], shares[k][0], shares[k][1], &low, &high);
        for (guint j = 0; j <= 400; j++)
          {
            double share = shares[k][0] + (shares[k][1] - shares[k][0]) * j / 400.0;
            double beside = kith_way_beside (&ways[i], kith_way_step (&ways[i], share));

            least = MIN (least, beside), most = MAX (most, beside);
          }
        g_assert_cmpfloat_with_epsilon (low, least, 0.05);
        g_assert_cmpfloat_with_epsilon (high, most, 0.05);
      }
}

/* Whatever their boxes are like and however they lie: between two that are near the link is seen, comes under neither
 * of them again, and lies where it would if it led the other way. Of wide ones that all but touch, one a little to the
 * side of the other, some are too near for any way. */
static void
test_own_boxes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint legible = 0, unseen = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (KithMap) map = kith_map_new (), back = kith_map_new ();
      double x = g_rand_int_range (random, -160, 160);
      double y = i % 10 == 0 ? -x : g_rand_int_range (random, -90, 90); /* exactly aslant */
      double wide[2] = { g_rand_int_range (random, 90, 230), g_rand_int_range (random, 90, 230) };
      KithId a = put_box (map, 0, 0, wide[0], 40), b = put_box (map, x, y, wide[1], 54);
      KithId c = put_box (back, 0, 0, wide[0], 40), d = put_box (back, x, y, wide[1], 54);
      KithId link = test_link (map, a, b), turned = test_link (back, d, c);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      g_autoptr (KithFigures) others = kith_figures_new (back, &view);
      const KithLinkFigure *figure = figure_of (figures, link);
      KithRect box;

      if (fabs (x) < (wide[0] + wide[1]) / 2 + 8 && fabs (y) < 55)
        continue; /* they lie over each other, or all but */
      g_assert_true (figure->is_drawable);
      unseen += figure->length < 32.0;
      if (figure->length < 32.0)
        continue;
      legible++;
      g_assert_true (kith_figures_extent (figures, a, &box));
      g_assert_false (kith_curve_meets (&figure->curve, &box));
      g_assert_true (kith_figures_extent (figures, b, &box));
      g_assert_false (kith_curve_meets (&figure->curve, &box));
      assert_at (figure->middle, figure_of (others, turned)->middle, 0.5);
    }
  g_test_message ("%u can be read, %u cannot", legible, unseen);
  g_assert_cmpuint (legible, >, 200);
  g_assert_cmpuint (unseen * 20, <, legible);
}

/* Both parallels at the one side that is free: not one over the other. */
static void
test_same_side (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 0, 0);
  KithId links[2] = { test_link (map, a, b), test_link (map, a, b) };
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithPoint middles[2];
  KithRect box;

  g_assert_true (kith_figures_extent (figures, a, &box));
  test_do (map, kith_verb_move (map, &b, 1, (double[]){ box.width + 14, 0 }, NULL));
  put_box (map, 60, box.height / 2 + 60, 500, 100);
  g_clear_pointer (&figures, kith_figures_free);
  figures = kith_figures_new (map, &view);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (kith_figures_link_middle (figures, links[i], &middles[i]));
      g_assert_cmpfloat (middles[i].y, <, -10.0);
      g_assert_cmpint (kith_figures_hit (figures, middles[i].x, middles[i].y, 3).id, ==, links[i]);
    }
  g_assert_cmpfloat (fabs (middles[0].y - middles[1].y), >, 12.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-ways/it-bends-early-or-far-or-sways-round-boxes", test_round);
  g_test_add_func ("/figures-ways/what-is-left-of-parallels-is-met", test_stubs);
  g_test_add_func ("/figures-ways/all-but-touching-boxes-show-their-link", test_all_but_touching);
  g_test_add_func ("/figures-ways/between-near-boxes-it-can-be-read", test_loops);
  g_test_add_func ("/figures-ways/loops-have-their-sides", test_loops_at_sides);
  g_test_add_func ("/figures-ways/what-a-way-reaches", test_reach);
  g_test_add_func ("/figures-ways/no-link-comes-under-its-own-boxes", test_own_boxes);
  g_test_add_func ("/figures-ways/parallels-at-one-side-lie-apart", test_same_side);
  return g_test_run ();
}
