/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-waiting.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "kith-places.h"

#define FOLDER "typed"
#define KEPT_FOR \
  (90 * 24 * 60 * 60) /* seconds: a map that is not opened for so long is as good as gone */

/* Few: the audiences times what can wait. */
static char *
key_for (const char *what, KithAudience audience)
{
  return g_strdup_printf ("kith-waiting-%s-%s", what,
                          kith_enum_key (&kith_audiences, (int) audience));
}

/**
 * kith_waiting_put:
 * @window: a window with a map
 * @what: for what it was typed, such as "import"
 * @audience: for whom the window was then
 * @text: (nullable): what was typed
 */
void
kith_waiting_put (KithWindow *window, const char *what, KithAudience audience, const char *text)
{
  g_autofree char *key = key_for (what, audience);
  char *kept = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_object_set_data_full (G_OBJECT (window), key, kept, g_free);
}

/**
 * kith_waiting_get:
 * @window: a window with a map
 * @what: for what it was typed
 *
 * Returns: (transfer none) (nullable): what waits for the window's audience
 */
const char *
kith_waiting_get (KithWindow *window, const char *what)
{
  g_autofree char *key = key_for (what, kith_window_get_audience (window));

  return g_object_get_data (G_OBJECT (window), key);
}

/* The key comes from a document that anybody may have written: never a path. */
static char *
path_for (KithWindow *window, const char *what, KithAudience audience)
{
  KithMap *map = kith_viewer_get_whole_map (kith_window_get_viewer (window));
  g_autofree char *key = key_for (what, audience);
  g_autofree char *whole = g_strconcat (key, "\n", kith_map_about (map)->key, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  return kith_places_state (FOLDER, digest);
}

/* What nobody came back for. */
static void
drop_old (void)
{
  g_autofree char *folder = kith_places_state (FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf seen;

      if (g_stat (path, &seen) == 0 && now - seen.st_mtime > KEPT_FOR)
        g_unlink (path);
    }
}

/**
 * kith_waiting_keep:
 * @window: a window with a map
 * @what: for what it was typed
 * @audience: for whom the window was then
 * @text: (nullable): what was typed
 * @error: return location
 *
 * Returns: TRUE unless it is on disk only as it was before
 */
gboolean
kith_waiting_keep (KithWindow *window,
                   const char *what,
                   KithAudience audience,
                   const char *text,
                   GError **error)
{
  g_autofree char *path = path_for (window, what, audience);

  kith_waiting_put (window, what, audience, text);
  if (text != NULL && *text != '\0')
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * kith_waiting_kept:
 * @window: a window with a map
 * @what: for what it was typed
 *
 * Returns: (transfer none) (nullable): what waits for the window's audience, typed in it or before
 */
const char *
kith_waiting_kept (KithWindow *window, const char *what)
{
  const char *waits = kith_waiting_get (window, what);
  KithAudience audience = kith_window_get_audience (window);
  g_autofree char *path = path_for (window, what, audience);
  g_autofree char *text = NULL;
  gsize size = 0;

  drop_old ();
  if (waits != NULL || !g_file_get_contents (path, &text, &size, NULL)
      || !g_utf8_validate (text, (gssize) size, NULL))
    return waits;
  kith_waiting_put (window, what, audience, text);
  return kith_waiting_get (window, what);
}
