/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-viewport.h"

static KithViewport
a_window (void)
{
  KithViewport viewport = KITH_VIEWPORT_INIT;

  kith_viewport_resize (&viewport, 800, 600);
  kith_viewport_look_at (&viewport, 120, -40, 0.5);
  return viewport;
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
there_and_back (void)
{
  KithViewport viewport = a_window ();
  KithPoint at = kith_viewport_to_map (&viewport, 37, 411);
  KithPoint back = kith_viewport_to_widget (&viewport, at.x, at.y);
  KithPoint middle = kith_viewport_to_map (&viewport, 400, 300);

  assert_near (back.x, 37);
  assert_near (back.y, 411);
  assert_near (middle.x, 120);
  assert_near (middle.y, -40);
}

static void
zooming_keeps_the_point_under_the_pointer (void)
{
  static const double zooms[] = { 0.05, 0.3, 1, 2.5, 4, 100, -3, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      KithViewport viewport = a_window ();
      KithPoint before = kith_viewport_to_map (&viewport, 700, 20);
      KithPoint after;

      kith_viewport_zoom_about (&viewport, zooms[i], 700, 20);
      after = kith_viewport_to_map (&viewport, 700, 20);
      assert_near (before.x, after.x);
      assert_near (before.y, after.y);
      g_assert_cmpfloat (viewport.zoom, >=, KITH_ZOOM_MIN);
      g_assert_cmpfloat (viewport.zoom, <=, KITH_ZOOM_MAX);
    }
}

static void
panning_follows_the_hand (void)
{
  KithViewport viewport = a_window ();
  KithPoint before = kith_viewport_to_map (&viewport, 100, 100);
  KithPoint after;

  kith_viewport_pan (&viewport, 30, -12);
  after = kith_viewport_to_map (&viewport, 130, 88);
  assert_near (before.x, after.x);
  assert_near (before.y, after.y);
}

static void
fit_shows_everything_beside_what_covers (void)
{
  static const KithRect bounds[] = {
    { 0, 0, 4000, 300 }, { -900, 50, 200, 5000 },          { 10, 10, 300, 200 },
    { 5, 5, 0, 0 },      { -16000, -10000, 32000, 21000 }, /* ten thousand on rings */
  };
  KithInsets insets = { 40, 20, 60, 240 };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      KithViewport viewport = a_window ();
      KithRect shown;

      kith_viewport_fit (&viewport, &bounds[i], &insets);
      shown = kith_viewport_rect_to_widget (&viewport, &bounds[i]);
      g_assert_cmpfloat (viewport.zoom, <=, 1.0);
      g_assert_cmpfloat (shown.x, >=, 240 - 1e-6);
      g_assert_cmpfloat (shown.y, >=, 40 - 1e-6);
      g_assert_cmpfloat (shown.x + shown.width, <=, 780 + 1e-6);
      g_assert_cmpfloat (shown.y + shown.height, <=, 540 + 1e-6);
    }
}

static void
fit_never_enlarges (void)
{
  KithViewport viewport = a_window ();

  kith_viewport_fit (&viewport, &(KithRect){ 0, 0, 20, 20 }, NULL);
  assert_near (viewport.zoom, 1);
  assert_near (viewport.x, 10);
}

static void
reveal_moves_only_what_is_needed (void)
{
  KithViewport viewport = a_window ();
  KithRect visible = kith_viewport_visible (&viewport);
  KithRect inside = { visible.x + 200, visible.y + 200, 100, 50 };
  KithRect right = { visible.x + visible.width + 300, visible.y + 200, 100, 50 };
  KithRect shown;

  kith_viewport_reveal (&viewport, &inside, 40);
  assert_near (viewport.x, 120);
  kith_viewport_reveal (&viewport, &right, 40);
  shown = kith_viewport_rect_to_widget (&viewport, &right);
  assert_near (shown.x + shown.width, 760);
  assert_near (viewport.y, -40);
}

static void
nobody_gets_lost (void)
{
  KithViewport viewport = a_window ();
  KithRect bounds = { 0, 0, 100, 100 };
  KithRect visible;

  kith_viewport_look_at (&viewport, 1e6, -1e6, 1);
  kith_viewport_keep_near (&viewport, &bounds);
  visible = kith_viewport_visible (&viewport);
  g_assert_true (kith_rect_touches (&visible, &bounds));
}

static void
animation_keeps_the_fixed_point (void)
{
  KithViewport from = a_window (), to = a_window ();
  KithPoint fixed = kith_viewport_to_map (&from, 650, 90);

  kith_viewport_zoom_about (&to, 2, 650, 90);
  for (double t = 0; t <= 1; t += 0.125)
    {
      KithViewport between = kith_viewport_between (&from, &to, kith_ease_out (t));
      KithPoint at = kith_viewport_to_widget (&between, fixed.x, fixed.y);

      assert_near (at.x, 650);
      assert_near (at.y, 90);
    }
  g_assert_true (kith_viewport_equal (&to, &(KithViewport){ to.x, to.y, to.zoom, 800, 600 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/a-pixel-is-the-same-pixel-there-and-back", there_and_back);
  g_test_add_func ("/viewport/zooming-keeps-the-point-under-the-pointer",
                   zooming_keeps_the_point_under_the_pointer);
  g_test_add_func ("/viewport/panning-follows-the-hand", panning_follows_the_hand);
  g_test_add_func ("/viewport/fit-shows-everything-beside-what-covers",
                   fit_shows_everything_beside_what_covers);
  g_test_add_func ("/viewport/fit-never-enlarges", fit_never_enlarges);
  g_test_add_func ("/viewport/reveal-moves-only-what-is-needed", reveal_moves_only_what_is_needed);
  g_test_add_func ("/viewport/nobody-gets-lost", nobody_gets_lost);
  g_test_add_func ("/viewport/animated-zoom-keeps-the-fixed-point",
                   animation_keeps_the_fixed_point);
  return g_test_run ();
}
