/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted while a map moves, and elsewhere than where its words are shaped. */
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
  return g_test_run ();
}
