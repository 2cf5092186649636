/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-working-copy.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-digest.h"
#include "kith-file.h"
#include "kith-map-read.h"
#include "kith-posix.h"
#include "kith-safe-write.h"
#include "kith-schema.h"
#include "kith-sql.h"
#include "kith-store-error.h"
#include "kith-working-copy-private.h"

#define DATABASE "map.db"
#define LOCK "lock"
#define OPENED "opened.kith"
#define WRITING "writing"

static const char own_tables[] =
    "CREATE TABLE state (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  revision INTEGER NOT NULL,\n"
    "  cursor INTEGER NOT NULL,\n"
    "  saved INTEGER NOT NULL,\n"
    "  copy INTEGER NOT NULL,\n"
    "  path BLOB,\n"
    "  loaded TEXT\n"
    ") STRICT;\n"
    "CREATE TABLE undo_step (\n"
    "  step INTEGER PRIMARY KEY,\n"
    "  label TEXT NOT NULL,\n"
    "  joined TEXT\n"
    ") STRICT;\n"
    "CREATE TABLE undo_change (\n"
    "  step INTEGER NOT NULL REFERENCES undo_step (step) ON DELETE CASCADE,\n"
    "  sequence INTEGER NOT NULL,\n"
    "  kind TEXT NOT NULL,\n"
    "  id INTEGER NOT NULL,\n"
    "  before BLOB,\n"
    "  after BLOB,\n"
    "  PRIMARY KEY (step, sequence)\n"
    ") STRICT, WITHOUT ROWID;\n";

/* One process, one connection: with the lock exclusive there is no shared memory, and each commit
 * is one fsync of the log. */
static gboolean
open_database (KithWorkingCopy *self, int flags, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, DATABASE, NULL);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | flags, NULL) != SQLITE_OK)
    {
      kith_sql_set_error (self->db, error);
      return FALSE;
    }
  sqlite3_extended_result_codes (self->db, 0);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return kith_sql_exec (self->db,
                        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
                        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                        "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
                        error);
}

static gboolean
take_lock (KithWorkingCopy *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK, NULL);

  self->lock = kith_posix_lock (path, error);
  return self->lock >= 0;
}

static KithWorkingCopy *
new_at (const char *name)
{
  KithWorkingCopy *self = g_new0 (KithWorkingCopy, 1);
  g_autofree char *all = kith_working_copies_folder ();

  self->name = g_strdup (name);
  self->folder = g_build_filename (all, name, NULL);
  self->lock = -1;
  self->state.saved = -1;
  return self;
}

static void
finalize_statements (KithWorkingCopy *self)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_clear_pointer (&self->insert[kind], sqlite3_finalize);
      g_clear_pointer (&self->update[kind], sqlite3_finalize);
      g_clear_pointer (&self->remove[kind], sqlite3_finalize);
    }
  g_clear_pointer (&self->bury, sqlite3_finalize);
  g_clear_pointer (&self->unbury, sqlite3_finalize);
  g_clear_pointer (&self->put_state, sqlite3_finalize);
  g_clear_pointer (&self->put_step, sqlite3_finalize);
  g_clear_pointer (&self->put_change, sqlite3_finalize);
}

static void
close_database (KithWorkingCopy *self)
{
  finalize_statements (self);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

static void
free_self (KithWorkingCopy *self)
{
  close_database (self);
  kith_posix_close (self->lock);
  g_free (self->name);
  g_free (self->folder);
  g_free (self->state.path);
  g_free (self->state.loaded);
  g_free (self->state.writing);
  g_free (self);
}

/* Empty tables of a map in the form of today. */
gboolean
kith_working_copy_make_tables (KithWorkingCopy *self, GError **error)
{
  g_autofree char *indexes = kith_schema_indexes ();

  return kith_sql_exec (self->db, kith_schema_frozen (KITH_SCHEMA_VERSION), error)
         && kith_sql_exec (self->db, indexes, error)
         && kith_sql_exec (self->db, "PRAGMA user_version = " G_STRINGIFY (KITH_SCHEMA_VERSION),
                           error);
}

gboolean
kith_working_copy_fill (KithWorkingCopy *self, KithMap *map, GError **error)
{
  g_autoptr (GArray) tombstones = kith_map_tombstones (map);

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    for (guint i = 0; i < kith_map_n (map, kind); i++)
      if (!kith_working_copy_insert (self, kith_map_nth (map, kind, i), error))
        return FALSE;
  for (guint i = 0; i < tombstones->len; i++)
    if (!kith_working_copy_bury (self, &g_array_index (tombstones, KithTombstone, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
make_tables (KithWorkingCopy *self, GError **error)
{
  g_autofree char *state = g_strdup_printf ("INSERT INTO state (id, revision, cursor, saved, copy) "
                                            "VALUES (1, 0, 0, -1, %" G_GINT64_FORMAT ")",
                                            kith_id_new ());

  return kith_working_copy_make_tables (self, error) && kith_sql_exec (self->db, own_tables, error)
         && kith_sql_exec (self->db, state, error);
}

static gboolean
read_writing (KithWorkingCopy *self)
{
  g_autofree char *path = g_build_filename (self->folder, WRITING, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit (text, " ", 2);
  if (g_strv_length (words) != 2)
    return FALSE;
  self->state.writing = g_strdup (words[0]);
  self->state.writing_revision = g_ascii_strtoll (words[1], NULL, 10);
  return TRUE;
}

static gboolean
read_state (KithWorkingCopy *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (self->db,
                        "SELECT revision, cursor, saved, copy, path, loaded "
                        "FROM state WHERE id = 1",
                        error);
  const char *path;

  if (stmt == NULL || sqlite3_step (stmt) != SQLITE_ROW)
    {
      if (stmt != NULL)
        kith_sql_set_error (self->db, error);
      return FALSE;
    }
  self->state.revision = sqlite3_column_int64 (stmt, 0);
  self->state.cursor = sqlite3_column_int (stmt, 1);
  self->state.saved = sqlite3_column_int64 (stmt, 2);
  self->state.copy = sqlite3_column_int64 (stmt, 3);
  path = sqlite3_column_blob (stmt, 4);
  if (path != NULL)
    {
      g_free (self->state.path);
      self->state.path = g_strndup (path, sqlite3_column_bytes (stmt, 4));
    }
  g_free (self->state.loaded);
  self->state.loaded = g_strdup ((const char *) sqlite3_column_text (stmt, 5));
  read_writing (self);
  return TRUE;
}

/**
 * kith_working_copy_create:
 * @map: what it holds at first
 * @path: (nullable): the file that holds the same
 * @loaded: (nullable): SHA-256 of that file
 *
 * Makes a folder of its own for it, in one transaction: a crash leaves all or nothing.
 *
 * Returns: (transfer full) (nullable): the working copy, locked
 */
KithWorkingCopy *
kith_working_copy_create (KithMap *map, const char *path, const char *loaded, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", kith_id_new ());
  KithWorkingCopy *self = new_at (name);

  if (kith_posix_make_private_folder (self->folder, error) && take_lock (self, error)
      && open_database (self, SQLITE_OPEN_CREATE, error)
      && kith_sql_exec (self->db, "BEGIN IMMEDIATE", error) && make_tables (self, error)
      && kith_working_copy_fill (self, map, error)
      && kith_working_copy_set_file (self, path, loaded, path != NULL ? 0 : -1, error)
      && kith_sql_exec (self->db, "COMMIT", error) && read_state (self, error))
    return self;
  close_database (self);
  kith_posix_remove_folder (self->folder, NULL);
  free_self (self);
  return NULL;
}

/* A database without tables was never finished: nothing had been shown. */
gboolean
kith_working_copy_is_unborn (sqlite3 *db)
{
  gint64 n = -1;

  return kith_sql_int (db, "SELECT count(*) FROM sqlite_schema", &n, NULL) && n == 0;
}

static gboolean
check_version (KithWorkingCopy *self, GError **error)
{
  gint64 version = 0;

  if (kith_working_copy_is_unborn (self->db))
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_EMPTY,
                   _ ("The working copy “%s” holds nothing yet."), self->name);
      return FALSE;
    }
  if (!kith_sql_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version <= KITH_SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NEWER,
                       _ ("These edits were made with a newer version of Kith. Update Kith to go "
                          "on with them; they are kept."));
  return FALSE;
}

static gboolean
check_pages (KithWorkingCopy *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *answer = kith_sql_text (self->db, "PRAGMA quick_check (1)", &reason);

  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED, _ ("It is damaged (%s)."),
                 answer);
  return FALSE;
}

/**
 * kith_working_copy_open:
 * @name: of its folder
 *
 * Opens what an earlier run left. What its log holds is replayed.
 *
 * Returns: (transfer full) (nullable): the working copy, locked; else %KITH_STORE_ERROR_IN_USE,
 *   %KITH_STORE_ERROR_NEWER or, when it is damaged, %KITH_STORE_ERROR_DAMAGED
 */
KithWorkingCopy *
kith_working_copy_open (const char *name, GError **error)
{
  KithWorkingCopy *self = new_at (name);

  if (strchr (name, G_DIR_SEPARATOR) == NULL && take_lock (self, error)
      && open_database (self, 0, error) && check_version (self, error) && check_pages (self, error)
      && kith_working_copy_migrate (self, error) && read_state (self, error))
    return self;
  free_self (self);
  return NULL;
}

/**
 * kith_working_copy_close:
 * @self: (transfer full): a working copy
 */
void
kith_working_copy_close (KithWorkingCopy *self)
{
  if (self == NULL)
    return;
  finalize_statements (self);
  kith_sql_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  free_self (self);
}

/**
 * kith_working_copy_forget:
 * @self: (transfer full): a working copy
 */
gboolean
kith_working_copy_forget (KithWorkingCopy *self, GError **error)
{
  gboolean ok;

  close_database (self);
  ok = kith_posix_remove_folder (self->folder, error);
  free_self (self);
  return ok;
}

const char *
kith_working_copy_name (KithWorkingCopy *self)
{
  return self->name;
}

const char *
kith_working_copy_folder (KithWorkingCopy *self)
{
  return self->folder;
}

const KithWorkingState *
kith_working_copy_state (KithWorkingCopy *self)
{
  return &self->state;
}

/**
 * kith_working_copy_load_map:
 *
 * Returns: (transfer full) (nullable): the map that the rows hold now
 */
KithMap *
kith_working_copy_load_map (KithWorkingCopy *self, GError **error)
{
  return kith_map_read (self->db, error);
}

gboolean
kith_working_copy_load_tombstones (KithWorkingCopy *self, KithMap *map, GError **error)
{
  return kith_map_read_tombstones (map, self->db, error);
}

/* `value` may be the text itself. */
static void
replace_text (char **text, const char *value)
{
  char *old = *text;

  *text = g_strdup (value);
  g_free (old);
}

/**
 * kith_working_copy_set_file:
 * @path: (nullable): of the document
 * @loaded: (nullable): SHA-256 of its bytes
 * @saved: the revision that it holds, or -1
 */
gboolean
kith_working_copy_set_file (KithWorkingCopy *self,
                            const char *path,
                            const char *loaded,
                            gint64 saved,
                            GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (self->db,
                        "UPDATE state SET path = ?1, loaded = ?2, saved = ?3 "
                        "WHERE id = 1",
                        error);

  if (stmt == NULL)
    return FALSE;
  if (path != NULL)
    sqlite3_bind_blob (stmt, 1, path, strlen (path), SQLITE_TRANSIENT);
  kith_sql_bind_text (stmt, 2, loaded);
  sqlite3_bind_int64 (stmt, 3, saved);
  if (!kith_sql_run (stmt, error))
    return FALSE;
  replace_text (&self->state.path, path);
  replace_text (&self->state.loaded, loaded);
  self->state.saved = saved;
  return TRUE;
}

gboolean
kith_working_copy_put_opened (KithWorkingCopy *self, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, OPENED, NULL);

  return kith_safe_write_checked (path, bytes, NULL, error);
}

GBytes *
kith_working_copy_get_opened (KithWorkingCopy *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, OPENED, NULL);

  return kith_file_read (path, error);
}

gboolean
kith_working_copy_note_writing (const char *folder,
                                const char *digest,
                                gint64 revision,
                                GError **error)
{
  g_autofree char *path = g_build_filename (folder, WRITING, NULL);
  char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, digest, revision);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return kith_safe_write_checked (path, bytes, NULL, error);
}
