/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo steps in the working copy: rows that survive whatever happens to the process. */
#include "kith-working-copy-private.h"

#include <glib/gi18n-lib.h>

#include "kith-sql.h"
#include "kith-store-error.h"

static void
bind_record (sqlite3_stmt *stmt, int i, gconstpointer record)
{
  GString *bytes;
  gsize length;

  if (record == NULL)
    {
      sqlite3_bind_null (stmt, i);
      return;
    }
  bytes = g_string_new (NULL);
  kith_record_encode (record, bytes);
  length = bytes->len;
  sqlite3_bind_blob64 (stmt, i, g_string_free (bytes, FALSE), length, g_free);
}

static gboolean
put_changes (KithWorkingCopy *self, const KithEdit *step, guint n, GError **error)
{
  sqlite3_stmt *stmt =
      kith_working_copy_cached (self, &self->put_change,
                                "INSERT INTO undo_change VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < kith_edit_n_changes (step); i++)
    {
      const KithChange *change = kith_edit_change (step, i);

      sqlite3_bind_int64 (stmt, 1, n);
      sqlite3_bind_int64 (stmt, 2, i);
      kith_sql_bind_text (stmt, 3, kith_kind_info (kith_change_kind (change))->name);
      sqlite3_bind_int64 (stmt, 4, kith_change_id (change));
      bind_record (stmt, 5, change->before);
      bind_record (stmt, 6, change->after);
      if (!kith_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_step (KithWorkingCopy *self, const KithEdit *step, guint n, GError **error)
{
  sqlite3_stmt *stmt = kith_working_copy_cached (self, &self->put_step,
                                                 "INSERT INTO undo_step VALUES (?1, ?2, ?3)",
                                                 error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, n);
  kith_sql_bind_text (stmt, 2, step->label != NULL ? step->label : "");
  kith_sql_bind_text (stmt, 3, step->join);
  return kith_sql_run (stmt, error) && put_changes (self, step, n, error);
}

gboolean
kith_working_copy_put_history (KithWorkingCopy *self,
                               KithHistory *history,
                               guint from,
                               guint cursor,
                               GError **error)
{
  g_autofree char *forget = g_strdup_printf ("DELETE FROM undo_step WHERE step >= %u", from);

  if (!kith_sql_exec (self->db, forget, error))
    return FALSE;
  for (guint i = from; i < kith_history_n_groups (history); i++)
    if (!put_step (self, kith_history_group (history, i), i, error))
      return FALSE;
  self->next_cursor = cursor;
  return TRUE;
}

void
kith_working_copy_put_cursor (KithWorkingCopy *self, guint cursor)
{
  self->next_cursor = cursor;
}

/* A record of a step, or NULL in `record` where there is none. */
static gboolean
read_record (sqlite3_stmt *stmt,
             int i,
             KithKind kind,
             KithId id,
             KithRecord **record,
             GError **error)
{
  g_autofree char *bytes = NULL;
  int length = sqlite3_column_bytes (stmt, i);

  *record = NULL;
  if (sqlite3_column_type (stmt, i) == SQLITE_NULL)
    return TRUE;
  bytes = g_strndup (sqlite3_column_blob (stmt, i), length);
  *record = kith_record_decode (kind, id, bytes, length, error);
  return *record != NULL;
}

static gboolean
read_change (sqlite3_stmt *stmt, KithEdit *step, GError **error)
{
  const char *name = (const char *) sqlite3_column_text (stmt, 0);
  KithId id = sqlite3_column_int64 (stmt, 1);
  KithChange change = { NULL, NULL };
  KithKind kind;

  if (name == NULL || !kith_kind_from_name (name, &kind) || id <= 0)
    {
      g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED,
                           _ ("What undo needs is damaged."));
      return FALSE;
    }
  if (!read_record (stmt, 2, kind, id, &change.before, error))
    return FALSE;
  if (!read_record (stmt, 3, kind, id, &change.after, error))
    {
      g_clear_pointer (&change.before, kith_record_unref);
      return FALSE;
    }
  if (change.before != NULL || change.after != NULL)
    g_array_append_val (step->changes, change);
  return TRUE;
}

static gboolean
read_changes (KithWorkingCopy *self, gint64 n, KithEdit *step, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (self->db,
                        "SELECT kind, id, before, after FROM undo_change "
                        "WHERE step = ?1 ORDER BY sequence",
                        error);
  int result;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, n);
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    if (!read_change (stmt, step, error))
      return FALSE;
  if (result != SQLITE_DONE)
    kith_sql_set_error (self->db, error);
  return result == SQLITE_DONE;
}

/**
 * kith_working_copy_load_history:
 * @history: becomes what the rows say
 */
gboolean
kith_working_copy_load_history (KithWorkingCopy *self, KithHistory *history, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_edit_unref);
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (self->db, "SELECT step, label, joined FROM undo_step ORDER BY step", error);
  int result;

  if (stmt == NULL)
    return FALSE;
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      KithEdit *step = kith_edit_new ((const char *) sqlite3_column_text (stmt, 1));

      g_ptr_array_add (steps, step);
      kith_edit_set_join (step, (const char *) sqlite3_column_text (stmt, 2));
      if (!read_changes (self, sqlite3_column_int64 (stmt, 0), step, error))
        return FALSE;
    }
  if (result != SQLITE_DONE)
    {
      kith_sql_set_error (self->db, error);
      return FALSE;
    }
  kith_history_restore (history, steps, MIN (self->state.cursor, steps->len));
  return TRUE;
}

gboolean
kith_working_copy_clear_history (KithWorkingCopy *self, GError **error)
{
  if (!kith_sql_exec (self->db,
                      "BEGIN IMMEDIATE; DELETE FROM undo_step; "
                      "UPDATE state SET cursor = 0 WHERE id = 1; COMMIT",
                      error))
    {
      kith_working_copy_roll_back (self);
      return FALSE;
    }
  self->state.cursor = 0;
  return TRUE;
}
