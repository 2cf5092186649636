/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drag carries: its links run in mid-drag where they do when it is let go, and lie beneath the
 * same boxes, so that nothing of it jumps. */
#include <math.h>
#include <string.h>

#include "kith-figures-private.h"
#include "kith-painter.h"
#include "kith-test-maps.h"
#include "pixels.h"

#define WIDTH 900
#define HEIGHT 500

static const KithView view = KITH_VIEW_INIT;

static const KithLinkFigure *
link_of (const KithFigures *figures, KithId link)
{
  return g_hash_table_lookup (figures->links, &link);
}

static const KithRect *
box_of (const KithFigures *figures, KithId id)
{
  return &((const KithBoxFigure *) g_hash_table_lookup (figures->boxes, &id))->box;
}

static void
assert_same_link (const KithFigures *one, const KithFigures *other, KithId id)
{
  const KithLinkFigure *a = link_of (one, id);
  const KithLinkFigure *b = link_of (other, id);

  g_assert_cmpuint (a->curve.n, ==, b->curve.n);
  for (guint i = 0; i < a->curve.n; i++)
    {
      g_assert_cmpfloat_with_epsilon (a->curve.points[i].x, b->curve.points[i].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (a->curve.points[i].y, b->curve.points[i].y, 1e-6);
    }
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      g_assert_cmpuint (a->places[end].chevron, ==, b->places[end].chevron);
      g_assert_cmpuint (a->places[end].words, ==, b->places[end].words);
    }
  g_assert_cmpfloat (a->label_box.width, ==, b->label_box.width);
  g_assert_cmpfloat_with_epsilon (a->label_box.x, b->label_box.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->label_box.y, b->label_box.y, 1e-6);
}

static KithFigures *
figures_after (KithMap *map, const KithId *ids, guint n, const double *xy)
{
  g_autoptr (KithMap) after = kith_map_snapshot (map);

  test_do (after, kith_verb_move (after, ids, n, xy, NULL));
  return kith_figures_new (after, &view);
}

/* --- Round others --- */

/* At each step it runs round the one in between, as when it is let go there. */
static void
test_round (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId far = test_stakeholder (map, "Police", 0, 0);
  KithId between = test_stakeholder (map, "Housing", 320, 0);
  KithId one = test_stakeholder (map, "Council", 640, 400);
  KithId link = test_link (map, far, one);
  g_autoptr (KithFigures) figures = NULL;
  guint n_bent = 0;

  test_do (map, kith_verb_set (map, KITH_LINK, link, "label", "shares records", NULL));
  figures = kith_figures_new (map, &view);
  for (double y = 380; y >= -60; y -= 20)
    {
      double xy[] = { 640, y };
      g_autoptr (KithFigures) after = figures_after (map, &one, 1, xy);

      g_assert_true (kith_figures_carry (figures, map, &one, 1, xy, 0));
      g_assert_false (
          kith_curve_meets (&link_of (figures, link)->curve, box_of (figures, between)));
      assert_same_link (figures, after, link);
      n_bent += link_of (figures, link)->curve.n > 2;
    }
  g_assert_cmpuint (n_bent, >, 5);
}

/* Labels of what is carried make way for one another in the same order. */
static void
test_labels (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId one = test_stakeholder (map, "Council", 400, 600);
  KithId links[12];
  g_autoptr (KithFigures) figures = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      links[i] = test_link (map, one, test_stakeholder (map, "Ward", 75.0 * i, 0));
      test_do (map,
               kith_verb_set (map, KITH_LINK, links[i], "label", "shares staff on Tuesdays", NULL));
    }
  figures = kith_figures_new (map, &view);
  for (double y = 560; y >= 200; y -= 30)
    {
      double xy[] = { 400 + y / 10, y };
      g_autoptr (KithFigures) after = figures_after (map, &one, 1, xy);

      kith_figures_carry (figures, map, &one, 1, xy, 0);
      for (guint i = 0; i < G_N_ELEMENTS (links); i++)
        assert_same_link (figures, after, links[i]);
    }
}

static void
assert_attached (const KithFigures *figures, KithMap *map)
{
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      const KithLinkFigure *figure = link_of (figures, link->record.id);
      const KithRect *a = box_of (figures, link->a);
      const KithRect *b = box_of (figures, link->b);

      g_assert_cmpfloat_with_epsilon (figure->from.x, a->x + a->width / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (figure->from.y, a->y + a->height / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (figure->to.x, b->x + b->width / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (figure->to.y, b->y + b->height / 2, 1e-6);
    }
}

/* Too many to be routed in a step: all hold on to what is carried, and while it rests all are routed. */
static void
test_many (void)
{
  g_autoptr (KithMap) map = test_random_map (150, 1200, 0, 81);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  g_autoptr (KithFigures) after = NULL;
  KithId ids[60];
  double xy[2 * G_N_ELEMENTS (ids)];
  guint n_rests = 0;

  for (guint step = 1; step <= 4; step++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          const KithStakeholder *one = kith_map_nth (map, KITH_STAKEHOLDER, i);

          ids[i] = one->record.id;
          xy[2 * i] = one->x + 20.0 * step;
          xy[2 * i + 1] = one->y - 15.0 * step;
        }
      g_assert_false (kith_figures_carry (figures, map, ids, G_N_ELEMENTS (ids), xy, 0));
      assert_attached (figures, map);
    }
  while (!kith_figures_carry_on (figures, map))
    g_assert_cmpuint (++n_rests, <, 100);
  after = figures_after (map, ids, G_N_ELEMENTS (ids), xy);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
      if (link->a == ids[i] || link->b == ids[i])
        assert_same_link (figures, after, link->record.id);
}

/* --- Beneath others --- */

static cairo_t *
begin (cairo_surface_t **surface)
{
  cairo_t *cr;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (*surface);
  cairo_translate (cr, 100, HEIGHT / 2.0);
  return cr;
}

static const KithRect everything = { -100, -HEIGHT / 2.0, WIDTH, HEIGHT };

static cairo_surface_t *
draw (const KithFigures *figures, GHashTable *lifted)
{
  KithPaint paint = { .scale = 1.0, .clip = everything, .lifted = lifted };
  cairo_surface_t *surface;
  cairo_t *cr = begin (&surface);

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  kith_painter_draw (cr, figures, &paint);
  cairo_destroy (cr);
  return surface;
}

static void
show_again (cairo_t *cr, gpointer surface)
{
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

/* As a window does: the rest is drawn, and what is lifted over it. */
static cairo_surface_t *
draw_in_mid_drag (const KithFigures *figures, GHashTable *lifted)
{
  cairo_surface_t *rest = draw (figures, lifted);
  KithPaint paint = { .scale = 1.0,
                      .clip = everything,
                      .lifted = lifted,
                      .again = show_again,
                      .again_data = rest };
  cairo_surface_t *surface;
  cairo_t *cr = begin (&surface);

  cairo_save (cr);
  show_again (cr, rest);
  cairo_restore (cr);
  kith_painter_lifted (cr, figures, &paint);
  cairo_destroy (cr);
  cairo_surface_destroy (rest);
  return surface;
}

/* A wall that no bend leads round, with a label on a link of others: the picture is the same before it is
 * let go as after. */
static void
test_picture (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId far = test_stakeholder (map, "Police", 0, 0);
  KithId one = test_stakeholder (map, "Council", 640, 200);
  KithId link = test_link (map, far, one);
  KithId top = test_stakeholder (map, "Ward", 500, -200);
  KithId beside = test_link (map, top, test_stakeholder (map, "Clinic", 500, 210));
  double xy[] = { 640, 0 };
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (KithFigures) after = NULL;
  g_autoptr (GHashTable) lifted = g_hash_table_new (g_int64_hash, g_int64_equal);
  cairo_surface_t *mid, *end;

  for (int i = -4; i <= 4; i++)
    test_stakeholder (map, "Housing and homelessness", 300, 54.0 * i);
  test_do (map, kith_verb_set (map, KITH_LINK, beside, "label", "refers to", NULL));
  figures = kith_figures_new (map, &view);
  after = figures_after (map, &one, 1, xy);
  g_hash_table_add (lifted, &one);
  g_hash_table_add (lifted, &link);
  kith_figures_carry (figures, map, &one, 1, xy, 0);
  kith_figures_catch_up (figures, map, G_MAXINT64);
  mid = draw_in_mid_drag (figures, lifted);
  end = draw (after, NULL);
  g_assert_cmpuint (count_differing_pixels (mid, end), <, 8);
  cairo_surface_destroy (mid);
  cairo_surface_destroy (end);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carry/links-run-round-others-in-mid-drag-as-after-it", test_round);
  g_test_add_func ("/carry/labels-stand-in-mid-drag-where-they-do-after-it", test_labels);
  g_test_add_func ("/carry/many-links-hold-on-and-are-routed-at-rest", test_many);
  g_test_add_func ("/carry/links-lie-beneath-others-in-mid-drag-as-after-it", test_picture);

  return g_test_run ();
}
