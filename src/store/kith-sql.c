/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sql.h"

#include <glib/gi18n-lib.h>

#include "kith-store-error.h"

/**
 * kith_sql_set_error:
 * @db: a connection whose last call failed
 *
 * Turns SQLite's code into one that a person can act on.
 */
void
kith_sql_set_error (sqlite3 *db, GError **error)
{
  const char *reason = sqlite3_errmsg (db);

  switch (sqlite3_errcode (db) & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE,
                   _ ("There is no room left on the disk that keeps your edits safe. Nothing has "
                      "been changed. Free some space and try again."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_INTERRUPT:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED, _ ("It is damaged (%s)."),
                   reason);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                   _ ("The folder that keeps your edits safe cannot be written to (%s). Nothing "
                      "has been changed."),
                   reason);
      break;
    case SQLITE_IOERR:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_WRITE_FAILED,
                   _ ("The disk that keeps your edits safe reports a fault (%s). Nothing has been "
                      "changed. Save a copy to another disk soon."),
                   reason);
      break;
    default:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DATABASE,
                   _ ("The edit could not be kept safe (%s). Nothing has been changed."), reason);
      break;
    }
}

void
kith_sql_set_read_error (sqlite3 *db, GError **error)
{
  g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED, sqlite3_errmsg (db));
}

sqlite3 *
kith_sql_open_memory (GError **error)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL)
      == SQLITE_OK)
    return db;
  kith_sql_set_error (db, error);
  sqlite3_close_v2 (db);
  return NULL;
}

gboolean
kith_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  kith_sql_set_error (db, error);
  return FALSE;
}

sqlite3_stmt *
kith_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK)
    return stmt;
  kith_sql_set_error (db, error);
  return NULL;
}

gboolean
kith_sql_run (sqlite3_stmt *stmt, GError **error)
{
  int result;

  do
    result = sqlite3_step (stmt);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    kith_sql_set_error (sqlite3_db_handle (stmt), error);
  sqlite3_reset (stmt);
  return result == SQLITE_DONE;
}

char *
kith_sql_text (sqlite3 *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = kith_sql_prepare (db, sql, error);
  int result;

  if (stmt == NULL)
    return NULL;
  result = sqlite3_step (stmt);
  if (result == SQLITE_ROW)
    return g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  if (result != SQLITE_DONE)
    kith_sql_set_error (db, error);
  return NULL;
}

/* FALSE without an error when there is no row. */
gboolean
kith_sql_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = kith_sql_prepare (db, sql, error);
  int result;

  if (stmt == NULL)
    return FALSE;
  result = sqlite3_step (stmt);
  if (result == SQLITE_ROW)
    *value = sqlite3_column_int64 (stmt, 0);
  else if (result != SQLITE_DONE)
    kith_sql_set_error (db, error);
  return result == SQLITE_ROW;
}

void
kith_sql_bind_text (sqlite3_stmt *stmt, int i, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (stmt, i);
  else
    sqlite3_bind_text (stmt, i, text, -1, SQLITE_TRANSIENT);
}
