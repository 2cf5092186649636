/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A working copy that an earlier version of Kith left behind, brought to the tables of today. */
#include "kith-working-copy-private.h"

#include "kith-map-read.h"
#include "kith-schema.h"
#include "kith-sql.h"

static gboolean
drop_tables (KithWorkingCopy *self, GError **error)
{
  if (!kith_sql_exec (self->db, "DROP TABLE meta; DROP TABLE tombstone", error))
    return FALSE;
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TABLE IF EXISTS \"%s\"",
                                              kith_kind_info (kind)->name);

      if (!kith_sql_exec (self->db, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* The undo steps stay as they are: a field that they do not name is at its default. */
static gboolean
replace_tables (KithWorkingCopy *self, KithMap *map, GError **error)
{
  if (kith_sql_exec (self->db, "BEGIN IMMEDIATE", error) && drop_tables (self, error)
      && kith_working_copy_make_tables (self, error) && kith_working_copy_fill (self, map, error)
      && kith_sql_exec (self->db, "COMMIT", error))
    return TRUE;
  kith_working_copy_roll_back (self);
  return FALSE;
}

/**
 * kith_working_copy_migrate:
 * @self: a working copy of any version that is not newer than this one
 *
 * In one transaction: a crash leaves the old tables or the new ones, either whole.
 *
 * Returns: whether the tables are those of today now
 */
gboolean
kith_working_copy_migrate (KithWorkingCopy *self, GError **error)
{
  g_autoptr (KithMap) map = NULL;
  gint64 version = 0;
  gboolean ok;

  if (!kith_sql_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == KITH_SCHEMA_VERSION)
    return TRUE;
  map = kith_map_read (self->db, error);
  if (map == NULL || !kith_sql_exec (self->db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  ok = replace_tables (self, map, error);
  return kith_sql_exec (self->db, "PRAGMA foreign_keys = ON", ok ? error : NULL) && ok;
}
