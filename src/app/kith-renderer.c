/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-renderer.h"

#include <gtk/gtk.h>

#define CAIRO "cairo"

/* What GTK is told to leave out, and since which 4.x by a setting of its own. */
#define DISABLING 16
#define DISABLE "GDK_DISABLE"
#define DISABLED "gl,vulkan"
#define DEBUG "GDK_DEBUG"
#define UNUSED "gl-disable"

static const char *changed; /* an environment setting, for the start only */
static char *was;           /* its value; NULL: it was not set */

static gboolean
has_processor (void)
{
#ifdef __linux__
  return g_file_test ("/dev/dri", G_FILE_TEST_IS_DIR)
         || g_file_test ("/dev/nvidiactl", G_FILE_TEST_EXISTS);
#else
  return TRUE;
#endif
}

/* Otherwise GTK starts OpenGL, which takes longer and more memory than a map, and never draws with it. */
static void
leave_out_gl (void)
{
  gboolean by_itself = gtk_get_minor_version () >= DISABLING;
  g_autofree char *value = NULL;

  changed = by_itself ? DISABLE : DEBUG;
  was = g_strdup (g_getenv (changed));
  value = g_strconcat (was != NULL ? was : "", was != NULL ? "," : "",
                       by_itself ? DISABLED : UNUSED, NULL);
  g_setenv (changed, value, TRUE);
}

/**
 * kith_renderer_choose:
 *
 * Without a graphics processor GTK would draw by computing what one does; cairo is several times as
 * fast. Whoever has set another renderer gets it. To be called before anything else of GTK.
 */
void
kith_renderer_choose (void)
{
  if (!has_processor ())
    g_setenv ("GSK_RENDERER", CAIRO, FALSE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), CAIRO) == 0)
    leave_out_gl ();
}

/**
 * kith_renderer_settle:
 *
 * Puts back the environment settings that GTK has read by now: what Kith starts does not get them. To
 * be called once GTK has started.
 */
void
kith_renderer_settle (void)
{
  if (was != NULL)
    g_setenv (changed, was, TRUE);
  else if (changed != NULL)
    g_unsetenv (changed);
  g_clear_pointer (&was, g_free);
  changed = NULL;
}
