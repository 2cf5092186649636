/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sandbox.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-schema.h"
#include "kith-sql.h"

/* Steps of SQLite's machine, rather than seconds, so that a slow computer opens what a fast one
 * does: a constant that is about a quarter of a second, and what the checks and reads of a full file take
 * four times over. A document that takes more was made to. */
#define STEPS_BETWEEN_LOOKS 20000
#define STEPS_AT_LEAST (10 * 1000 * 1000)
#define STEPS_PER_BYTE 2

/* The longest row: a picture of two megabytes as base64, and room beside it. Five notes of 64 Ki
 * characters of four bytes are less. */
#define LONGEST_ROW (3 * 1024 * 1024)

static gboolean
is_harmless_pragma (const char *name)
{
  static const char *const harmless[] = { "integrity_check", "foreign_key_check", "user_version",
                                          "application_id", NULL };

  return name != NULL && g_strv_contains (harmless, name);
}

static int
authorise (void *data,
           int action,
           const char *first,
           const char *second,
           const char *database,
           const char *trigger_or_view)
{
  if (trigger_or_view != NULL)
    return SQLITE_DENY;
  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_READ:
      return SQLITE_OK;
    case SQLITE_PRAGMA:
      return is_harmless_pragma (first) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

static int
is_too_much (void *data)
{
  return --*(gint64 *) data < 0;
}

static void
limit (sqlite3 *db, gint64 *looks)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, LONGEST_ROW);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_EXPR_DEPTH, 50);
  sqlite3_limit (db, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit (db, SQLITE_LIMIT_COMPOUND_SELECT, 2);
  sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, is_too_much, looks);
}

void
kith_sandbox_close (KithSandbox *self)
{
  if (self == NULL)
    return;
  sqlite3_close_v2 (self->db);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * kith_sandbox_open:
 * @bytes: a database
 *
 * What SQLite may do with it from now on is bounded by its size.
 *
 * Returns: (transfer full) (nullable): the sandbox
 */
KithSandbox *
kith_sandbox_open (GBytes *bytes, GError **error)
{
  g_autoptr (KithSandbox) self = g_new0 (KithSandbox, 1);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  self->bytes = g_bytes_ref (bytes);
  self->db = kith_sql_open_memory (error);
  if (self->db == NULL)
    return NULL;
  self->looks = (STEPS_AT_LEAST + STEPS_PER_BYTE * (gint64) size) / STEPS_BETWEEN_LOOKS;
  limit (self->db, &self->looks);
  if (sqlite3_deserialize (self->db, "main", (unsigned char *) data, size, size,
                           SQLITE_DESERIALIZE_READONLY)
      != SQLITE_OK)
    {
      kith_sql_set_error (self->db, error);
      return NULL;
    }
  sqlite3_set_authorizer (self->db, authorise, NULL);
  return g_steal_pointer (&self);
}

/* Every row of the schema as one text. */
static char *
schema_text (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt =
      kith_sql_prepare (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  int result = SQLITE_ERROR;

  while (stmt != NULL && (result = sqlite3_step (stmt)) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      {
        const char *value = (const char *) sqlite3_column_text (stmt, i);

        g_string_append_printf (text, "%s\n", value != NULL ? value : "\t");
      }
  return result == SQLITE_DONE ? g_strdup (text->str) : NULL;
}

gboolean
kith_sandbox_has_schema (KithSandbox *self, gint64 version)
{
  g_autoptr (sqlite3) model = kith_sql_open_memory (NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  if (model == NULL || !kith_sql_exec (model, kith_schema_frozen (version), NULL))
    return FALSE;
  wanted = schema_text (model);
  found = schema_text (self->db);
  return found != NULL && g_str_equal (wanted, found);
}

/* The last line of what the integrity check says; the first is only a heading. */
static char *
integrity_complaint (sqlite3 *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kith_sql_text (db, "PRAGMA integrity_check (1)", &error);
  const char *line;

  if (text == NULL)
    return g_strdup (sqlite3_errmsg (db));
  if (g_str_equal (text, "ok"))
    return NULL;
  line = strrchr (text, '\n');
  return g_strdup (line != NULL ? line + 1 : text);
}

static char *
reference_complaint (sqlite3 *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = kith_sql_text (db, "PRAGMA foreign_key_check", &error);

  if (error != NULL)
    return g_strdup (sqlite3_errmsg (db));
  return table != NULL ? g_strdup_printf (_ ("a %s refers to nothing"), table) : NULL;
}

char *
kith_sandbox_complaint (KithSandbox *self)
{
  char *complaint = integrity_complaint (self->db);

  return complaint != NULL ? complaint : reference_complaint (self->db);
}
