/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-schema.h"

#include <gio/gio.h>

#include "kith-schema-resources.h"

static const char *const type_names[] = {
  [KITH_TYPE_REF] = "INTEGER",  [KITH_TYPE_ENUM] = "TEXT",    [KITH_TYPE_INT] = "INTEGER",
  [KITH_TYPE_BOOL] = "INTEGER", [KITH_TYPE_TIME] = "INTEGER", [KITH_TYPE_TEXT] = "TEXT",
  [KITH_TYPE_COORD] = "REAL",   [KITH_TYPE_SIZE] = "REAL",    [KITH_TYPE_DATE] = "TEXT",
};

/* Built-in sectors have no rows, so a reference to a sector cannot be the database's to check. */
static gboolean
has_foreign_key (const KithField *field)
{
  return field->type == KITH_TYPE_REF && field->target != KITH_SECTOR;
}

static void
append_column (GString *sql, const KithField *field)
{
  g_string_append_printf (sql, "  \"%s\" %s", field->name, type_names[field->type]);
  if (field->type != KITH_TYPE_REF || field->needed)
    g_string_append (sql, " NOT NULL");
  if (has_foreign_key (field))
    g_string_append_printf (sql, " REFERENCES \"%s\" (\"id\") DEFERRABLE INITIALLY DEFERRED",
                            kith_kind_info (field->target)->name);
  g_string_append (sql, ",\n");
}

static void
append_table (GString *sql, const KithKindInfo *info)
{
  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n  \"id\" INTEGER PRIMARY KEY,\n",
                          info->name);
  for (guint i = 0; i < info->n_fields; i++)
    append_column (sql, &info->fields[i]);
  g_string_append (sql, "  \"changed\" INTEGER NOT NULL,\n"
                        "  \"copy\" INTEGER NOT NULL\n"
                        ") STRICT;\n");
}

/**
 * kith_schema_generate:
 *
 * Returns: (transfer full): the tables of a map as the field tables describe them today
 */
char *
kith_schema_generate (void)
{
  GString *sql = g_string_new ("CREATE TABLE \"meta\" (\n"
                               "  \"key\" TEXT PRIMARY KEY,\n"
                               "  \"value\" TEXT NOT NULL\n"
                               ") STRICT, WITHOUT ROWID;\n");

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    append_table (sql, kith_kind_info (kind));
  g_string_append (sql, "CREATE TABLE \"tombstone\" (\n"
                        "  \"id\" INTEGER PRIMARY KEY,\n"
                        "  \"kind\" TEXT NOT NULL,\n"
                        "  \"changed\" INTEGER NOT NULL,\n"
                        "  \"copy\" INTEGER NOT NULL\n"
                        ") STRICT;\n");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * kith_schema_frozen:
 * @version: of a document
 *
 * Returns: (nullable): the tables as that version wrote them, never to change
 */
const char *
kith_schema_frozen (gint64 version)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (version < 1 || version > KITH_SCHEMA_VERSION)
    return NULL;
  path = g_strdup_printf ("/kith/schema/v%d.sql", (int) version);
  bytes = g_resource_lookup_data (kith_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  g_assert (bytes != NULL);
  return g_bytes_get_data (bytes, NULL); /* static, and ends in NUL */
}

static void
append_names (GString *sql, const KithKindInfo *info)
{
  g_string_append (sql, "\"id\"");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
  g_string_append (sql, ", \"changed\", \"copy\"");
}

char *
kith_schema_insert (KithKind kind)
{
  const KithKindInfo *info = kith_kind_info (kind);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", info->name);
  append_names (sql, info);
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < info->n_fields + 2; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

char *
kith_schema_update (KithKind kind)
{
  const KithKindInfo *info = kith_kind_info (kind);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, "\"%s\" = ?%u, ", info->fields[i].name, i + 2);
  g_string_append_printf (sql, "\"changed\" = ?%u, \"copy\" = ?%u WHERE \"id\" = ?1",
                          info->n_fields + 2, info->n_fields + 3);
  return g_string_free (sql, FALSE);
}

char *
kith_schema_delete (KithKind kind)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", kith_kind_info (kind)->name);
}

static gboolean
has_column (sqlite3 *db, KithKind kind, const char *name)
{
  return sqlite3_table_column_metadata (db, "main", kith_kind_info (kind)->name, name, NULL, NULL,
                                        NULL, NULL, NULL)
         == SQLITE_OK;
}

/* What a record without this field has in it. */
static const char *
nothing (const KithField *field)
{
  switch (field->type)
    {
    case KITH_TYPE_REF:
      return "NULL";
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
    case KITH_TYPE_TIME:
      return "0";
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return "0.0";
    case KITH_TYPE_ENUM:
    case KITH_TYPE_TEXT:
    case KITH_TYPE_DATE:
      return "''";
    }
  g_assert_not_reached ();
}

char *
kith_schema_select (sqlite3 *db, KithKind kind, const char *rest)
{
  const KithKindInfo *info = kith_kind_info (kind);
  GString *sql;

  if (!has_column (db, kind, "id"))
    return NULL;
  sql = g_string_new ("SELECT \"id\"");
  for (guint i = 0; i < info->n_fields; i++)
    if (has_column (db, kind, info->fields[i].name))
      g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
    else
      g_string_append_printf (sql, ", %s", nothing (&info->fields[i]));
  g_string_append_printf (sql, ", \"changed\", \"copy\" FROM \"%s\" %s", info->name, rest);
  return g_string_free (sql, FALSE);
}

char *
kith_schema_indexes (void)
{
  GString *sql = g_string_new (NULL);

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    {
      const KithKindInfo *info = kith_kind_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        if (has_foreign_key (&info->fields[i]))
          g_string_append_printf (sql, "CREATE INDEX \"%s_%s\" ON \"%s\" (\"%s\");\n", info->name,
                                  info->fields[i].name, info->name, info->fields[i].name);
    }
  return g_string_free (sql, FALSE);
}
