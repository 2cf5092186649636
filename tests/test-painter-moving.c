/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted while a map moves, and elsewhere than where its words are shaped. */
#include <string.h>

#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-test-maps.h"

/* Whether a pixel is of another colour than the one in the corner. */
static gboolean
has_ink (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint32 *row = (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));

  return row[x] != *(const guint32 *) (gconstpointer) data;
}

static void
to_the_right (KithId stakeholder, KithPoint *at, gpointer data)
{
  if (stakeholder == *(KithId *) data)
    at->x += 300;
}

/* On the move, one is where it has got to, the other where the map has it. */
static void
test_moving (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithView view = { KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_HIDDEN };
  KithPaint paint = { .scale = 1.0, .clip = { -100, -100, 700, 400 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 400);
  g_autoptr (KithFigures) figures = NULL;
  cairo_t *cr = cairo_create (surface);
  KithId one = test_stakeholder (map, "One", 1, 1);

  test_stakeholder (map, "Other", 1, 200);
  figures = kith_figures_new (map, &view);
  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_translate (cr, 100, 100);
  kith_painter_moving (cr, figures, &paint, to_the_right, &one);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_false (has_ink (surface, 101, 101)); /* where it was */
  g_assert_true (has_ink (surface, 401, 101));
  g_assert_true (has_ink (surface, 101, 300));
  cairo_surface_destroy (surface);
}

/* A link that is pointed at is seen, and stays under the boxes that it runs beneath, names and all. */

#define WIDE 900
#define HIGH 500

static cairo_surface_t *
draw_pointed_at (const KithFigures *figures, KithId hovered)
{
  KithPaint paint = { .scale = 1.0, .clip = { -450, -250, WIDE, HIGH }, .hovered = hovered };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDE, HIGH);
  cairo_t *cr = cairo_create (surface);

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_translate (cr, 450, 250);
  kith_painter_draw (cr, figures, &paint);
  kith_painter_marks (cr, figures, &paint);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* In how many pixels of a place (its middle in the middle of all) two drawings differ. */
static guint
count_different (cairo_surface_t *one, cairo_surface_t *other, KithRect place)
{
  guint n = 0;

  for (int y = (int) place.y + 250; y < (int) (place.y + place.height) + 250; y++)
    for (int x = (int) place.x + 450; x < (int) (place.x + place.width) + 450; x++)
      {
        gsize at = (gsize) (y * cairo_image_surface_get_stride (one) + 4 * x);

        n += memcmp (cairo_image_surface_get_data (one) + at,
                     cairo_image_surface_get_data (other) + at, 3)
             != 0;
      }
  return n;
}

static void
test_pointed_at_under_boxes (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithView view = { KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_HIDDEN };
  KithId a = test_stakeholder (map, "A", -370, 0), b = test_stakeholder (map, "B", 370, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = NULL;
  cairo_surface_t *before, *after;

  for (int i = -8; i <= 8; i++) /* a wall, round which there is no way */
    test_stakeholder (map, "Somebody who stands between", 0, i * 40);
  figures = kith_figures_new (map, &view);
  before = draw_pointed_at (figures, 0);
  after = draw_pointed_at (figures, link);
  g_assert_cmpuint (count_different (before, after, (KithRect){ -60, -240, 120, 480 }), ==, 0);
  g_assert_cmpuint (count_different (before, after, (KithRect){ -300, -60, 150, 120 }), >, 400);
  g_assert_cmpuint (count_different (before, after, (KithRect){ 150, -60, 150, 120 }), >, 400);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static gpointer
draw_far_out (gpointer data)
{
  const KithFigures *figures = data;
  KithPaint paint = { .scale = 0.05, .clip = { -500, -500, 1000, 1000 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 50, 50);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 0.05, 0.05);
  cairo_translate (cr, 500, 500);
  kith_painter_draw (cr, figures, &paint);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return NULL;
}

/* A large map is opened: dots are painted elsewhere before a single word has been shaped. */
static void
test_first_painted_elsewhere (void)
{
  KithView view = { KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_HIDDEN };
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithFigures) figures = NULL;
  KithPaint near = { .scale = 1.0, .clip = { -500, -500, 1000, 1000 } };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  map = test_random_map (30, 40, 0, 83);
  figures = kith_figures_new (map, &view);
  g_thread_join (g_thread_new ("painter", draw_far_out, figures));
  kith_painter_prepare (figures, &near);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-moving/what-moves-is-where-it-has-got-to", test_moving);
  g_test_add_func ("/painter-moving/may-paint-elsewhere-before-a-word-is-shaped",
                   test_first_painted_elsewhere);
  g_test_add_func ("/painter-moving/a-link-pointed-at-stays-under-boxes",
                   test_pointed_at_under_boxes);
  return g_test_run ();
}
