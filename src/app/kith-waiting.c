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

static const char *
get_for (KithWindow *window, const char *what, KithAudience audience)
{
  g_autofree char *key = key_for (what, audience);

  return g_object_get_data (G_OBJECT (window), key);
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
  return get_for (window, what, kith_window_get_audience (window));
}

/* The key comes from a document that anybody may have written: never a path. NULL: it has none, as many others
 * may have. */
static char *
path_for (KithWindow *window, const char *what, KithAudience audience)
{
  KithMap *map = kith_viewer_get_whole_map (kith_window_get_viewer (window));
  const char *of_map = kith_map_about (map)->key;
  g_autofree char *key = key_for (what, audience);
  g_autofree char *whole = g_strconcat (key, "\n", of_map, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  if (of_map == NULL || *of_map == '\0')
    return NULL;
  return kith_places_state (FOLDER, digest);
}

/**
 * kith_waiting_keep:
 * @window: a window with a map
 * @what: for what it was typed
 * @audience: for whom the window was then
 * @text: (nullable): what was typed
 * @error: return location
 *
 * Nothing is written where it is the same as before, or where the map has no key by which to find it again.
 *
 * Returns: TRUE unless writing failed: it is on disk only as it was before then
 */
gboolean
kith_waiting_keep (KithWindow *window,
                   const char *what,
                   KithAudience audience,
                   const char *text,
                   GError **error)
{
  g_autofree char *path = path_for (window, what, audience);
  gboolean same = g_strcmp0 (get_for (window, what, audience), text) == 0;

  kith_waiting_put (window, what, audience, text);
  if (path == NULL || same)
    return TRUE;
  if (text != NULL && *text != '\0')
    return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * kith_waiting_drop_old:
 *
 * Deletes what was kept on disk and nobody came back for: to be called when the program starts.
 */
void
kith_waiting_drop_old (void)
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

  if (waits != NULL || path == NULL || !g_file_get_contents (path, &text, &size, NULL)
      || !g_utf8_validate (text, (gssize) size, NULL))
    return waits;
  kith_waiting_put (window, what, audience, text);
  return kith_waiting_get (window, what);
}
