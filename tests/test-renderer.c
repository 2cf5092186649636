/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-renderer.h"

#include <gtk/gtk.h>

/* The setting that GTK is told by, in this version. */
static const char *
setting (void)
{
  return gtk_get_minor_version () >= 16 ? "GDK_DISABLE" : "GDK_DEBUG";
}

static gboolean
leaves_out_gl (void)
{
  const char *value = g_getenv (setting ());

  return value != NULL && strstr (value, "gl") != NULL;
}

/* What cairo draws needs no OpenGL, which takes longer to start than a map; what others draw does. */
static void
test_no_gl_for_cairo (void)
{
  g_unsetenv (setting ());
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  kith_renderer_choose ();
  g_assert_true (leaves_out_gl ());
  kith_renderer_settle ();

  g_setenv ("GSK_RENDERER", "gl", TRUE);
  kith_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_false (leaves_out_gl ());
  kith_renderer_settle ();
}

/* Programs that Kith starts get the settings that Kith got. */
static void
test_settings_are_put_back (void)
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_unsetenv (setting ());
  kith_renderer_choose ();
  kith_renderer_settle ();
  g_assert_null (g_getenv (setting ()));

  g_setenv (setting (), "misc", TRUE);
  kith_renderer_choose ();
  g_assert_true (g_str_has_prefix (g_getenv (setting ()), "misc,"));
  kith_renderer_settle ();
  g_assert_cmpstr (g_getenv (setting ()), ==, "misc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/no-gl-for-cairo", test_no_gl_for_cairo);
  g_test_add_func ("/renderer/settings-are-put-back", test_settings_are_put_back);
  return g_test_run ();
}
