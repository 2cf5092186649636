/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-image.h"

#include <glib/gi18n-lib.h>

#include "kith-digest.h"
#include "kith-image-header.h"
#include "kith-map-read.h"
#include "kith-rows.h"
#include "kith-sandbox.h"
#include "kith-schema.h"
#include "kith-sql.h"
#include "kith-store-error.h"

/* Adds every record of a kind to the edit, as an insert. */
static gboolean
collect_kind (sqlite3 *db, KithKind kind, KithEdit *edit, GError **error)
{
  g_autofree char *sql = kith_schema_select (db, kind, "ORDER BY \"id\"");
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int result;

  if (sql == NULL) /* an earlier version knew no such thing */
    return TRUE;
  stmt = kith_sql_prepare (db, sql, NULL);
  if (stmt == NULL)
    {
      kith_sql_set_read_error (db, error);
      return FALSE;
    }
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      KithRecord *record = kith_row_read (stmt, kind, error);

      if (record == NULL)
        return FALSE;
      kith_edit_insert (edit, record);
    }
  if (result != SQLITE_DONE)
    kith_sql_set_read_error (db, error);
  return result == SQLITE_DONE;
}

gboolean
kith_map_read_tombstones (KithMap *map, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (db, "SELECT id, kind, changed, copy FROM tombstone", NULL);
  int result;

  if (stmt == NULL)
    {
      kith_sql_set_read_error (db, error);
      return FALSE;
    }
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const char *kind = (const char *) sqlite3_column_text (stmt, 1);
      KithTombstone tombstone = {
        .id = sqlite3_column_int64 (stmt, 0),
        .changed = sqlite3_column_int64 (stmt, 2),
        .copy = sqlite3_column_int64 (stmt, 3),
      };

      if (tombstone.id > 0 && kind != NULL && kith_kind_from_name (kind, &tombstone.kind))
        kith_map_put_tombstone (map, &tombstone);
    }
  if (result != SQLITE_DONE)
    kith_sql_set_read_error (db, error);
  return result == SQLITE_DONE;
}

/**
 * kith_map_read:
 * @db: a connection with the tables of a map, of any version; its schema has been checked
 *
 * Reads a map through the validator, as one edit of inserts into an empty one.
 *
 * Returns: (transfer full) (nullable): the map
 */
KithMap *
kith_map_read (sqlite3 *db, GError **error)
{
  g_autoptr (KithMap) map = kith_map_new_empty ();
  g_autoptr (KithEdit) edit = kith_edit_new ("");

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    if (!collect_kind (db, kind, edit, error))
      return NULL;
  if (!kith_map_apply (map, edit, error) || !kith_map_read_tombstones (map, db, error)
      || !kith_map_check (map, error))
    return NULL;
  return g_steal_pointer (&map);
}

static gboolean
meta_is (sqlite3 *db, const char *key, char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT value FROM meta WHERE key = '%s'", key);
  g_autofree char *found = kith_sql_text (db, sql, NULL);
  g_autofree char *wanted = expected;

  return g_strcmp0 (found, wanted) == 0;
}

static gboolean
is_what_was_written (sqlite3 *db, KithMap *map, gint64 version)
{
  return meta_is (db, "digest", kith_digest_content (map))
         && meta_is (db, "stamps", kith_digest_stamps (map))
         && meta_is (db, "counts", kith_digest_counts (map, version));
}

static void
set_damaged (GError **error, const char *shown, const char *reason)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: it is not as Kith wrote it. Open an earlier version, or "
                  "salvage what can still be read. (What was found: %s)"),
               shown, reason);
}

static gboolean
check_structure (KithSandbox *box, gint64 version, const char *shown, GError **error)
{
  g_autofree char *complaint = NULL;

  if (!kith_sandbox_has_schema (box, version))
    {
      set_damaged (error, shown, _ ("its tables are not those of a map"));
      return FALSE;
    }
  complaint = kith_sandbox_complaint (box);
  if (complaint != NULL)
    set_damaged (error, shown, complaint);
  return complaint == NULL;
}

/**
 * kith_image_to_map:
 * @bytes: a document, perhaps
 * @shown: its name as a person knows it
 *
 * Trusts nothing: the header, the schema's text, SQLite's own checks, every value and the digest
 * have to be right before a map comes of it. What SQLite allocates and what it computes are bounded
 * by the file's size.
 *
 * Returns: (transfer full) (nullable): a new map
 */
KithMap *
kith_image_to_map (GBytes *bytes, const char *shown, GError **error)
{
  g_autoptr (KithSandbox) box = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GError) reason = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gint64 version;

  if (!kith_image_header_check (data, size, shown, error))
    return NULL;
  version = kith_image_header_version (data, size);
  box = kith_sandbox_open (bytes, &reason);
  if (box != NULL && !check_structure (box, version, shown, error))
    return NULL;
  if (box != NULL)
    map = kith_map_read (box->db, &reason);
  if (map == NULL)
    {
      set_damaged (error, shown, reason->message);
      return NULL;
    }
  if (!is_what_was_written (box->db, map, version))
    {
      set_damaged (error, shown, _ ("its checksum does not fit what it holds"));
      return NULL;
    }
  return g_steal_pointer (&map);
}
