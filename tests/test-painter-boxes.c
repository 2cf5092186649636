/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What boxes look like: of those at the table, and of those who are not. */
#include <string.h>

#include "kith-test-maps.h"
#include "map-drawing.h"

static const KithRect around = { -100, -50, 200, 100 };

static void
test_ghosts (void)
{
  for (int story = 0; story <= 2; story++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId id = test_stakeholder (map, "I", 0, 0);
      KithStakeholder *s = kith_record_copy (kith_map_stakeholder (map, id));
      const KithPalette *colours = kith_palette_get (KITH_PALETTE_LIGHT);
      KithRect right = { 40, -15, 30, 30 }; /* right of the name */
      Drawing drawing;
      guint border;

      s->story = story;
      test_put (map, s);
      drawing = draw_at (map, KITH_PALETTE_LIGHT, around, 4.0, FALSE);
      if (story == KITH_STORY_AT_TABLE)
        g_assert_cmpuint (count (&drawing, right, &colours->sectors[0].fill), ==, 120 * 120);
      else
        g_assert_cmpuint (count (&drawing, right, &colours->ground), ==, 120 * 120);
      border = runs_along (&drawing, -60, 60, -22, &colours->ground);
      if (story == KITH_STORY_AT_TABLE)
        g_assert_cmpuint (border, ==, 1);
      else
        g_assert_cmpuint (border, >, story == KITH_STORY_NOT_INVOLVED ? 10 : 24);
      cairo_surface_destroy (drawing.surface);
    }
}

/* A link that cannot but run behind one is not seen through its name. */
static void
test_behind_ghost (void)
{
  const KithColour *line = &kith_palette_get (KITH_PALETTE_LIGHT)->line;

  for (int story = 0; story <= 2; story++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId a = test_stakeholder (map, "A", -300, 0), b = test_stakeholder (map, "B", 300, 0);
      KithId link = test_link (map, a, b);
      KithStakeholder *s = kith_record_copy (
          kith_map_stakeholder (map, test_stakeholder (map, "I", 0, 0)));
      Drawing drawing;

      s->story = story;
      test_put (map, s);
      test_do (map, kith_verb_bend (map, link, KITH_BEND_STRAIGHT, 0));
      drawing = draw_at (map, KITH_PALETTE_LIGHT, (KithRect){ -200, -60, 400, 120 }, 4.0, FALSE);
      g_assert_cmpuint (count (&drawing, (KithRect){ -150, -4, 40, 8 }, line), >, 500);
      g_assert_cmpuint (count (&drawing, (KithRect){ 40, -4, 30, 8 }, line), ==, 0);
      cairo_surface_destroy (drawing.surface);
    }
}

static Drawing
draw_pinned (gboolean pinned, gboolean on_paper)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithStakeholder *s = kith_record_copy (
      kith_map_stakeholder (map, test_stakeholder (map, "I", 10, 0)));

  s->pinned = pinned;
  test_put (map, s);
  return draw_at (map, KITH_PALETTE_LIGHT, around, 4.0, on_paper);
}

/* It helps while one works, and is nothing that the map says. */
static void
test_pin (void)
{
  for (int on_paper = FALSE; on_paper <= TRUE; on_paper++)
    {
      Drawing loose = draw_pinned (FALSE, on_paper), pinned = draw_pinned (TRUE, on_paper);
      gsize size = (gsize) cairo_image_surface_get_stride (loose.surface)
                   * (gsize) cairo_image_surface_get_height (loose.surface);
      gboolean same = memcmp (cairo_image_surface_get_data (loose.surface),
                              cairo_image_surface_get_data (pinned.surface), size)
                      == 0;

      g_assert_cmpint (same, ==, on_paper);
      cairo_surface_destroy (loose.surface);
      cairo_surface_destroy (pinned.surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-boxes/ghosts-have-no-fill-and-broken-borders", test_ghosts);
  g_test_add_func ("/painter-boxes/nothing-is-seen-through-a-name", test_behind_ghost);
  g_test_add_func ("/painter-boxes/a-pin-is-on-the-screen-and-not-on-paper", test_pin);
  return g_test_run ();
}
