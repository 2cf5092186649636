/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of the working copy: one transaction each. */
#include "kith-working-copy-private.h"

#include <glib/gi18n-lib.h>

#include "kith-rows.h"
#include "kith-schema.h"
#include "kith-sql.h"
#include "kith-store-error.h"

/* The statement, compiled when first wanted. */
sqlite3_stmt *
kith_working_copy_cached (KithWorkingCopy *self,
                          sqlite3_stmt **slot,
                          const char *sql,
                          GError **error)
{
  if (*slot == NULL)
    *slot = kith_sql_prepare (self->db, sql, error);
  return *slot;
}

static sqlite3_stmt *
cached_for (KithWorkingCopy *self,
            sqlite3_stmt **slot,
            char *(*make) (KithKind),
            KithKind kind,
            GError **error)
{
  g_autofree char *sql = *slot == NULL ? make (kind) : NULL;

  return kith_working_copy_cached (self, slot, sql, error);
}

gboolean
kith_working_copy_insert (KithWorkingCopy *self, gconstpointer record, GError **error)
{
  KithKind kind = KITH_KIND (record);
  sqlite3_stmt *stmt = cached_for (self, &self->insert[kind], kith_schema_insert, kind, error);

  if (stmt == NULL)
    return FALSE;
  kith_row_bind (stmt, record);
  return kith_sql_run (stmt, error);
}

gboolean
kith_working_copy_bury (KithWorkingCopy *self, const KithTombstone *tombstone, GError **error)
{
  sqlite3_stmt *stmt =
      kith_working_copy_cached (self, &self->bury,
                                "INSERT OR REPLACE INTO tombstone VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, tombstone->id);
  kith_sql_bind_text (stmt, 2, kith_kind_info (tombstone->kind)->name);
  sqlite3_bind_int64 (stmt, 3, tombstone->changed);
  sqlite3_bind_int64 (stmt, 4, tombstone->copy);
  return kith_sql_run (stmt, error);
}

gboolean
kith_working_copy_begin (KithWorkingCopy *self, GError **error)
{
  self->next_revision = self->state.revision;
  self->next_cursor = self->state.cursor;
  return kith_sql_exec (self->db, "BEGIN IMMEDIATE", error);
}

/* An update or delete that meets no row means that rows and map have parted: refuse. */
static gboolean
run_on_one_row (KithWorkingCopy *self, sqlite3_stmt *stmt, GError **error)
{
  if (!kith_sql_run (stmt, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DATABASE,
                       _ ("The edit does not fit what has been kept safe so far. Nothing has been "
                          "changed; close the map and open it again."));
  return FALSE;
}

static gboolean
update_record (KithWorkingCopy *self, gconstpointer record, GError **error)
{
  KithKind kind = KITH_KIND (record);
  sqlite3_stmt *stmt = cached_for (self, &self->update[kind], kith_schema_update, kind, error);

  if (stmt == NULL)
    return FALSE;
  kith_row_bind (stmt, record);
  return run_on_one_row (self, stmt, error);
}

static gboolean
delete_record (KithWorkingCopy *self, const KithRecord *record, gint64 time, GError **error)
{
  KithTombstone tombstone = { record->id, record->kind, time, self->state.copy };
  sqlite3_stmt *stmt = cached_for (self, &self->remove[record->kind], kith_schema_delete,
                                   record->kind, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  return run_on_one_row (self, stmt, error) && kith_working_copy_bury (self, &tombstone, error);
}

static gboolean
raise_record (KithWorkingCopy *self, const KithRecord *record, GError **error)
{
  sqlite3_stmt *stmt = kith_working_copy_cached (self, &self->unbury,
                                                 "DELETE FROM tombstone WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, record->id);
  return kith_sql_run (stmt, error) && kith_working_copy_insert (self, record, error);
}

/**
 * kith_working_copy_put_edit:
 * @edit: an edit, stamped
 * @time: of deletions, microseconds since 1970
 */
gboolean
kith_working_copy_put_edit (KithWorkingCopy *self,
                            const KithEdit *edit,
                            gint64 time,
                            GError **error)
{
  self->next_revision++;
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      gboolean ok;

      if (change->before == NULL)
        ok = raise_record (self, change->after, error);
      else if (change->after == NULL)
        ok = delete_record (self, change->before, time, error);
      else
        ok = update_record (self, change->after, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

gboolean
kith_working_copy_commit (KithWorkingCopy *self, GError **error)
{
  sqlite3_stmt *stmt =
      kith_working_copy_cached (self, &self->put_state,
                                "UPDATE state SET revision = ?1, cursor = ?2 WHERE id = 1", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, self->next_revision);
  sqlite3_bind_int64 (stmt, 2, self->next_cursor);
  if (!kith_sql_run (stmt, error) || !kith_sql_exec (self->db, "COMMIT", error))
    return FALSE;
  self->state.revision = self->next_revision;
  self->state.cursor = self->next_cursor;
  return TRUE;
}

void
kith_working_copy_roll_back (KithWorkingCopy *self)
{
  if (!sqlite3_get_autocommit (self->db))
    kith_sql_exec (self->db, "ROLLBACK", NULL);
}
