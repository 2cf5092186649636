/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-image.h"

#include <string.h>

#include "kith-digest.h"
#include "kith-image-header.h"
#include "kith-rows.h"
#include "kith-schema.h"
#include "kith-sql.h"

static gboolean
insert_records (sqlite3 *db, KithMap *map, KithKind kind, GError **error)
{
  g_autofree char *sql = kith_schema_insert (kind);
  g_autoptr (sqlite3_stmt) stmt = kith_sql_prepare (db, sql, error);
  g_autoptr (GPtrArray) records = kith_map_by_id (map, kind);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      kith_row_bind (stmt, records->pdata[i]);
      if (!kith_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_tombstones (sqlite3 *db, KithMap *map, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (db, "INSERT INTO tombstone VALUES (?1, ?2, ?3, ?4)", error);
  g_autoptr (GArray) tombstones = kith_map_tombstones (map);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < tombstones->len; i++)
    {
      const KithTombstone *t = &g_array_index (tombstones, KithTombstone, i);

      sqlite3_bind_int64 (stmt, 1, t->id);
      kith_sql_bind_text (stmt, 2, kith_kind_info (t->kind)->name);
      sqlite3_bind_int64 (stmt, 3, t->changed);
      sqlite3_bind_int64 (stmt, 4, t->copy);
      if (!kith_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_meta (sqlite3 *db, KithMap *map, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (db,
                        "INSERT INTO meta VALUES ('counts', ?1), ('digest', ?2), "
                        "('stamps', ?3)",
                        error);
  g_autofree char *counts = kith_digest_counts (map, KITH_SCHEMA_VERSION);
  g_autofree char *digest = kith_digest_content (map);
  g_autofree char *stamps = kith_digest_stamps (map);

  if (stmt == NULL)
    return FALSE;
  kith_sql_bind_text (stmt, 1, counts);
  kith_sql_bind_text (stmt, 2, digest);
  kith_sql_bind_text (stmt, 3, stamps);
  return kith_sql_run (stmt, error);
}

/* Opens a transaction. Only today's tables are ever filled. */
static gboolean
make_tables (sqlite3 *db, gint64 version, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d; BEGIN", (int) version);

  return kith_sql_exec (db,
                        "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; "
                        "PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = ON; "
                        "PRAGMA application_id = " G_STRINGIFY (KITH_APPLICATION_ID),
                        error)
         && kith_sql_exec (db, set_version, error)
         && kith_sql_exec (db, kith_schema_frozen (version), error);
}

static gboolean
fill (sqlite3 *db, KithMap *map, GError **error)
{
  if (!make_tables (db, KITH_SCHEMA_VERSION, error))
    return FALSE;
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    if (!insert_records (db, map, kind, error))
      return FALSE;
  return insert_tombstones (db, map, error) && insert_meta (db, map, error)
         && kith_sql_exec (db, "COMMIT", error);
}

static GBytes *
serialise (sqlite3 *db, GError **error)
{
  sqlite3_int64 size = 0;
  guchar *data = sqlite3_serialize (db, "main", &size, 0);

  if (data == NULL)
    {
      kith_sql_set_error (db, error);
      return NULL;
    }
  kith_image_header_normalise (data, size);
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/**
 * kith_image_from_map:
 * @map: a map, usually a snapshot
 *
 * Rows go in by id into tables that are made in one order, so the pages come out the same for the
 * same map; the only byte that tells SQLite versions apart, the version number, is fixed.
 *
 * Returns: (transfer full) (nullable): the document. About 10 ms for 1,000 records
 */
GBytes *
kith_image_from_map (KithMap *map, GError **error)
{
  g_autoptr (sqlite3) db = kith_sql_open_memory (error);

  if (db == NULL || !fill (db, map, error))
    return NULL;
  return serialise (db, error);
}

/**
 * kith_image_empty:
 * @version: of the tables
 *
 * Returns: (transfer full) (nullable): a document of that version with no rows at all, whose header
 *   and schema are those of every such document
 */
GBytes *
kith_image_empty (gint64 version, GError **error)
{
  g_autoptr (sqlite3) db = kith_sql_open_memory (error);

  if (db == NULL || !make_tables (db, version, error) || !kith_sql_exec (db, "COMMIT", error))
    return NULL;
  return serialise (db, error);
}
