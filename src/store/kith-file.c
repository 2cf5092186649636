/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-file.h"

#include <glib/gi18n-lib.h>

#include "kith-image.h"
#include "kith-posix.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"

GBytes *
kith_file_read (const char *path, GError **error)
{
  return kith_posix_read (path, KITH_FILE_MAX, error);
}

/* The bytes of a file, and the name to speak of it. */
static GBytes *
read_file (GFile *file, char **shown, GError **error)
{
  g_autofree char *path = kith_file_dup_path (file, error);

  if (path == NULL)
    return NULL;
  *shown = g_filename_display_basename (path);
  return kith_file_read (path, error);
}

/**
 * kith_file_load:
 * @file: a document
 *
 * Reads a map, trusting nothing; the file is not changed or locked. Blocking.
 *
 * Returns: (transfer full) (nullable): a new map; else a %KITH_STORE_ERROR that says what is wrong
 */
KithMap *
kith_file_load (GFile *file, GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = read_file (file, &shown, error);

  if (bytes == NULL)
    return NULL;
  return kith_image_to_map (bytes, shown, error);
}

/**
 * kith_file_save:
 * @map: a map
 * @file: where to; a file there is replaced
 *
 * Writes the document so that the old one is whole until the new one is. Blocking.
 */
gboolean
kith_file_save (KithMap *map, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = kith_image_from_map (map, error);

  return bytes != NULL && kith_safe_write (file, bytes, error);
}

/**
 * kith_file_salvage:
 * @file: a damaged document
 * @report: (out) (optional): whole sentences on what was read and what was lost
 *
 * Returns: (transfer full) (nullable): a sound map of what could be read; the file is untouched
 */
KithMap *
kith_file_salvage (GFile *file, char **report, GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = read_file (file, &shown, error);

  if (bytes == NULL)
    return NULL;
  return kith_image_salvage (bytes, shown, report, error);
}

/**
 * kith_file_check:
 * @file: a document
 * @report: (out) (optional): whole sentences: what it holds, or what is wrong and what to do
 *
 * Returns: whether the file is sound; if not, with the error that loading it would give
 */
gboolean
kith_file_check (GFile *file, char **report, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (KithMap) map = kith_file_load (file, &reason);
  g_autofree char *words = NULL;

  if (map == NULL)
    {
      if (report != NULL)
        *report = g_strdup (reason->message);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  words = kith_map_to_words (map);
  if (report != NULL)
    *report = g_strdup_printf (_ ("The file is sound: %s."), words);
  return TRUE;
}

/**
 * kith_map_to_words:
 *
 * Returns: (transfer full): how much of each kind a map holds
 */
char *
kith_map_to_words (KithMap *map)
{
  guint stakeholders = kith_map_n (map, KITH_STAKEHOLDER);
  guint links = kith_map_n (map, KITH_LINK);
  guint ratings = kith_map_n (map, KITH_ASSESSMENT);
  guint spaces = kith_map_n (map, KITH_SPACE);
  guint events = kith_map_n (map, KITH_EVENT);
  g_autofree char *a =
      g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", stakeholders), stakeholders);
  g_autofree char *b = g_strdup_printf (ngettext ("%u link", "%u links", links), links);
  g_autofree char *c = g_strdup_printf (ngettext ("%u rating", "%u ratings", ratings), ratings);
  g_autofree char *d = g_strdup_printf (ngettext ("%u shared space", "%u shared spaces", spaces),
                                        spaces);
  g_autofree char *e = g_strdup_printf (ngettext ("%u event", "%u events", events), events);

  return g_strjoin (", ", a, b, c, d, e, NULL);
}
