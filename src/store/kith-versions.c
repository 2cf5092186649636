/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-versions.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-image.h"
#include "kith-posix.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"

#define GROUP "version"
#define LAST_SAVES 10
#define DAYS 7
#define WEEKS 4
#define DAY_SECONDS (24 * 60 * 60)

void
kith_stored_version_free (KithStoredVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->id);
  g_free (version->name);
  g_free (version->digest);
  g_free (version);
}

/* The key comes from a file: only a UUID is taken as a name of a folder as it is. */
static char *
folder_for (const char *key)
{
  g_autofree char *hashed = NULL;

  if (!g_uuid_string_is_valid (key))
    hashed = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  return g_build_filename (g_get_user_data_dir (), "kith", "versions",
                           hashed != NULL ? hashed : key, NULL);
}

static char *
path_for (const char *key, const char *id, const char *suffix)
{
  g_autofree char *folder = folder_for (key);
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strspn (id, "0123456789abcdefn-") == strlen (id);
}

static KithStoredVersion *
read_entry (const char *key, const char *id)
{
  g_autofree char *path = path_for (key, id, ".ini");
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  KithStoredVersion *version = g_new0 (KithStoredVersion, 1);

  /* An entry that is lost costs the name and the counts, not the version. */
  g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL);
  version->id = g_strdup (id);
  version->name = g_key_file_get_string (entry, GROUP, "name", NULL);
  version->digest = g_key_file_get_string (entry, GROUP, "digest", NULL);
  version->time = g_ascii_strtoll (id, NULL, 10);
  version->stakeholders = g_key_file_get_integer (entry, GROUP, "stakeholders", NULL);
  version->links = g_key_file_get_integer (entry, GROUP, "links", NULL);
  if (version->name == NULL && g_str_has_suffix (id, "n"))
    version->name = g_strdup (_ ("Kept version"));
  return version;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const KithStoredVersion *first = *(KithStoredVersion *const *) a;
  const KithStoredVersion *second = *(KithStoredVersion *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return strcmp (second->id, first->id);
}

GPtrArray *
kith_versions_list (const char *key)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_stored_version_free);
  g_autofree char *folder = folder_for (key);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;

      if (!g_str_has_suffix (name, ".kith"))
        continue;
      id = g_strndup (name, strlen (name) - strlen (".kith"));
      if (is_id (id))
        g_ptr_array_add (list, read_entry (key, id));
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

static gboolean
write_entry (const char *key,
             const char *id,
             const char *name,
             const char *digest,
             KithMap *map,
             GError **error)
{
  g_autofree char *path = path_for (key, id, ".ini");
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *text;

  if (name != NULL)
    g_key_file_set_string (entry, GROUP, "name", name);
  g_key_file_set_string (entry, GROUP, "digest", digest);
  g_key_file_set_integer (entry, GROUP, "stakeholders", kith_map_n (map, KITH_STAKEHOLDER));
  g_key_file_set_integer (entry, GROUP, "links", kith_map_n (map, KITH_LINK));
  text = g_key_file_to_data (entry, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  return kith_safe_write_checked (path, bytes, NULL, error);
}

static gboolean
is_kept (GPtrArray *list, const char *digest)
{
  for (guint i = 0; i < list->len; i++)
    {
      const KithStoredVersion *version = list->pdata[i];

      if (version->name == NULL && g_strcmp0 (version->digest, digest) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Which version of its day or its week it would be; the first seen, so the newest, stays. */
static gboolean
is_first_of (GHashTable *seen, gint64 period, gint64 oldest)
{
  return period >= oldest && g_hash_table_add (seen, g_memdup2 (&period, sizeof period));
}

static gboolean
is_sound (const char *key, const char *id)
{
  g_autoptr (GBytes) bytes = kith_versions_read (key, id, NULL);
  g_autoptr (KithMap) map = bytes != NULL ? kith_image_to_map (bytes, id, NULL) : NULL;

  return map != NULL;
}

/* Those that go, oldest last. */
static GPtrArray *
pick_surplus (GPtrArray *list, gint64 now)
{
  GPtrArray *surplus = g_ptr_array_new ();
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      KithStoredVersion *version = list->pdata[i];
      gint64 day = version->time / DAY_SECONDS;
      gint64 today = now / DAY_SECONDS;
      gboolean of_day;
      gboolean of_week;

      if (version->name != NULL)
        continue;
      of_day = is_first_of (days, day, today - DAYS + 1);
      of_week = is_first_of (weeks, day / 7, today / 7 - WEEKS + 1);
      if (n++ >= LAST_SAVES && !of_day && !of_week)
        g_ptr_array_add (surplus, version);
    }
  return surplus;
}

/* Nothing old goes before what is to stand in for it has been read back whole. */
static void
thin_out (const char *key, const char *newest, gint64 now)
{
  g_autoptr (GPtrArray) list = kith_versions_list (key);
  g_autoptr (GPtrArray) surplus = pick_surplus (list, now);

  if (surplus->len == 0 || !is_sound (key, newest))
    return;
  for (guint i = 0; i < surplus->len; i++)
    kith_versions_delete (key, ((KithStoredVersion *) surplus->pdata[i])->id, NULL);
}

gboolean
kith_versions_keep (const char *key, GBytes *bytes, const char *name, gint64 time, GError **error)
{
  g_autoptr (GPtrArray) list = kith_versions_list (key);
  g_autoptr (KithMap) map = kith_image_to_map (bytes, _ ("this version"), error);
  g_autofree char *digest = kith_bytes_digest (bytes);
  g_autofree char *folder = folder_for (key);
  g_autofree char *path = NULL;
  g_autofree char *id = NULL;

  if (map == NULL)
    return FALSE;
  if (name == NULL && is_kept (list, digest))
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT "-%08x%s", time, g_random_int (),
                        name != NULL ? "-n" : "");
  path = path_for (key, id, ".kith");
  if (!kith_posix_make_private_folder (folder, error)
      || !kith_safe_write_checked (path, bytes, NULL, error)
      || !write_entry (key, id, name, digest, map, error))
    return FALSE;
  if (name == NULL)
    thin_out (key, id, time);
  return TRUE;
}

static gboolean
refuse_id (const char *id, GError **error)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND, _ ("There is no version “%s”."),
               id);
  return FALSE;
}

GBytes *
kith_versions_read (const char *key, const char *id, GError **error)
{
  g_autofree char *path = path_for (key, id, ".kith");

  if (!is_id (id))
    {
      refuse_id (id, error);
      return NULL;
    }
  return kith_file_read (path, error);
}

gboolean
kith_versions_delete (const char *key, const char *id, GError **error)
{
  g_autofree char *path = path_for (key, id, ".kith");
  g_autofree char *entry = path_for (key, id, ".ini");

  if (!is_id (id))
    return refuse_id (id, error);
  return kith_posix_unlink (path, error) && kith_posix_unlink (entry, error);
}
