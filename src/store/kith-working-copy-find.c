/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working copies of a person: listing, finding, throwing away, setting aside. */
#include "kith-working-copy-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-posix.h"
#include "kith-salvage.h"
#include "kith-sql.h"
#include "kith-store-error.h"

char *
kith_working_copies_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "kith", "work", NULL);
}

void
kith_working_info_free (KithWorkingInfo *info)
{
  g_free (info->name);
  g_free (info->title);
  g_free (info->path);
  g_free (info);
}

static gint64
count (KithWorkingCopy *copy, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
  gint64 n = 0;

  kith_sql_int (copy->db, sql, &n, NULL);
  return n;
}

/* Nothing drawn, nothing written, nothing to undo, no file: not worth keeping. */
static gboolean
holds_nothing (KithWorkingCopy *copy)
{
  g_autofree char *title = kith_sql_text (copy->db, "SELECT title FROM about", NULL);

  if (copy->state.path != NULL || title == NULL || *title != '\0' || copy->state.revision > 0)
    return FALSE;
  for (KithKind kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    if (count (copy, kith_kind_info (kind)->name) > 0)
      return FALSE;
  return TRUE;
}

static KithWorkingInfo *
describe (KithWorkingCopy *copy)
{
  KithWorkingInfo *info = g_new0 (KithWorkingInfo, 1);
  g_autofree char *title = kith_sql_text (copy->db, "SELECT title FROM about", NULL);

  info->name = g_strdup (copy->name);
  info->title = g_strdup (title != NULL ? title : "");
  info->path = g_strdup (copy->state.path);
  info->stakeholders = count (copy, "stakeholder");
  return info;
}

/* When something was last written to it. */
static gint64
last_change (const char *name)
{
  static const char *const files[] = { "map.db", "map.db-wal" };
  g_autofree char *all = kith_working_copies_folder ();
  gint64 latest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (all, name, files[i], NULL);
      g_autoptr (KithTarget) target = kith_posix_target (path, NULL);

      if (target != NULL && target->exists)
        latest = MAX (latest, target->modified);
    }
  return latest;
}

/* A damaged one is listed too, so that opening it can set it aside with a message; its file is
 * known if only that one row can be read. */
static KithWorkingInfo *
describe_damaged (const char *name)
{
  KithWorkingInfo *info = g_new0 (KithWorkingInfo, 1);
  g_autofree char *all = kith_working_copies_folder ();
  g_autofree char *path = g_build_filename (all, name, "map.db", NULL);
  g_autoptr (sqlite3) db = NULL;

  info->name = g_strdup (name);
  info->title = g_strdup ("");
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
      && kith_sql_exec (db, "PRAGMA locking_mode = EXCLUSIVE", NULL))
    info->path = kith_sql_text (db, "SELECT CAST (path AS TEXT) FROM state", NULL);
  return info;
}

static KithWorkingInfo *
look_into (const char *name)
{
  gint64 changed = last_change (name);
  g_autoptr (GError) error = NULL;
  KithWorkingCopy *copy = kith_working_copy_open (name, &error);
  KithWorkingInfo *info = NULL;

  if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE))
    return NULL;
  if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_EMPTY))
    {
      kith_working_copies_discard (name, NULL);
      return NULL;
    }
  if (copy != NULL && holds_nothing (copy))
    {
      kith_working_copy_forget (copy, NULL);
      return NULL;
    }
  info = copy != NULL ? describe (copy) : describe_damaged (name);
  info->changed = changed;
  g_clear_pointer (&copy, kith_working_copy_close);
  return info;
}

static int
compare_changed (gconstpointer a, gconstpointer b)
{
  const KithWorkingInfo *first = *(KithWorkingInfo *const *) a;
  const KithWorkingInfo *second = *(KithWorkingInfo *const *) b;

  return (second->changed > first->changed) - (second->changed < first->changed);
}

GPtrArray *
kith_working_copies_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_working_info_free);
  g_autofree char *all = kith_working_copies_folder ();
  g_autoptr (GDir) dir = g_dir_open (all, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      KithWorkingInfo *info = look_into (name);

      if (info != NULL)
        g_ptr_array_add (list, info);
    }
  g_ptr_array_sort (list, compare_changed);
  return list;
}

char *
kith_working_copies_find (const char *path)
{
  g_autoptr (GPtrArray) list = kith_working_copies_list ();

  for (guint i = 0; i < list->len; i++)
    {
      const KithWorkingInfo *info = list->pdata[i];

      if (g_strcmp0 (info->path, path) == 0)
        return g_strdup (info->name);
    }
  return NULL;
}

static char *
folder_of (const char *name, GError **error)
{
  g_autofree char *all = kith_working_copies_folder ();

  if (*name != '\0' && *name != '.' && strchr (name, G_DIR_SEPARATOR) == NULL)
    return g_build_filename (all, name, NULL);
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND,
               _ ("There is no working copy “%s”."), name);
  return NULL;
}

/* Takes the lock of a working copy, so that nobody's running one is touched. */
static int
lock_folder (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);

  return kith_posix_lock (path, error);
}

gboolean
kith_working_copies_discard (const char *name, GError **error)
{
  g_autofree char *folder = folder_of (name, error);
  gboolean ok;
  int lock;

  if (folder == NULL || (lock = lock_folder (folder, error)) < 0)
    return FALSE;
  ok = kith_posix_remove_folder (folder, error);
  kith_posix_close (lock);
  return ok;
}

static KithMap *
read_rest (const char *folder, char **report)
{
  g_autofree char *path = g_build_filename (folder, "map.db", NULL);
  g_autofree char *shown = g_filename_display_basename (folder);
  g_autoptr (GHashTable) records = NULL;
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || !kith_sql_exec (db, "PRAGMA locking_mode = EXCLUSIVE", NULL))
    return NULL;
  records = kith_salvage_read (db);
  return kith_salvage_build (records, shown, NULL, report, NULL);
}

KithMap *
kith_working_copies_set_aside (const char *name, char **report, GError **error)
{
  g_autofree char *folder = folder_of (name, error);
  g_autofree char *aside = g_build_filename (g_get_user_data_dir (), "kith", "damaged", NULL);
  g_autofree char *to = g_build_filename (aside, name, NULL);
  g_autofree char *found = NULL;
  KithMap *map;
  int lock;

  if (folder == NULL || (lock = lock_folder (folder, error)) < 0)
    return NULL;
  if (!kith_posix_make_private_folder (aside, error) || !kith_posix_rename (folder, to, error))
    {
      kith_posix_close (lock);
      return NULL;
    }
  kith_posix_close (lock);
  map = read_rest (to, &found);
  *report = g_strdup_printf (_ ("The edits that were kept safe are damaged. They have been moved "
                                "to “%s”.\n%s"),
                             to, found != NULL ? found : _ ("Nothing of them can be read."));
  return map;
}
