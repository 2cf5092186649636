/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few calls of SQLite that the store makes, with errors in sentences. Knows no records. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

sqlite3 *kith_sql_open_memory (GError **error);
gboolean kith_sql_exec (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *kith_sql_prepare (sqlite3 *db, const char *sql, GError **error);
/* Runs a statement to its end and resets it. */
gboolean kith_sql_run (sqlite3_stmt *stmt, GError **error);
/* The first column of the first row, or NULL without an error when there is none. */
char *kith_sql_text (sqlite3 *db, const char *sql, GError **error);
gboolean kith_sql_int (sqlite3 *db, const char *sql, gint64 *value, GError **error);
void kith_sql_bind_text (sqlite3_stmt *stmt, int i, const char *text);
/* Of a failed write, as a whole sentence; of a failed read, as a reason to be put in brackets. */
void kith_sql_set_error (sqlite3 *db, GError **error);
void kith_sql_set_read_error (sqlite3 *db, GError **error);

G_END_DECLS
