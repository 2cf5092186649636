/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record to a row and back, by its field table. Knows statements, not what they are for. */
#pragma once

#include <sqlite3.h>

#include "kith-record.h"

G_BEGIN_DECLS

/* Binds id, fields, changed and copy to ?1 onwards. */
void kith_row_bind (sqlite3_stmt *stmt, gconstpointer record);
/* The record of the current row of a kith_schema_select(), or NULL where a value is of the wrong
 * type or out of range; never a value that was quietly mended. The error says what is wrong
 * without saying of what file, to be put in brackets. */
gpointer kith_row_read (sqlite3_stmt *stmt, KithKind kind, GError **error);

G_END_DECLS
