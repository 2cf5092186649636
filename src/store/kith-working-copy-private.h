/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a working copy, for the files of the store that make it up. */
#pragma once

#include <sqlite3.h>

#include "kith-working-copy.h"

G_BEGIN_DECLS

struct _KithWorkingCopy
{
  /* Where */
  char *name;
  char *folder;
  int lock;

  /* Database */
  sqlite3 *db;
  sqlite3_stmt *insert[KITH_N_KINDS];
  sqlite3_stmt *update[KITH_N_KINDS];
  sqlite3_stmt *remove[KITH_N_KINDS];
  sqlite3_stmt *bury;
  sqlite3_stmt *unbury;
  sqlite3_stmt *put_state;
  sqlite3_stmt *put_step;
  sqlite3_stmt *put_change;

  /* State as committed, and as the open transaction will make it */
  KithWorkingState state;
  gint64 next_revision;
  guint next_cursor;
};

sqlite3_stmt *kith_working_copy_cached (KithWorkingCopy *self,
                                        sqlite3_stmt **slot,
                                        const char *sql,
                                        GError **error);
gboolean kith_working_copy_insert (KithWorkingCopy *self, gconstpointer record, GError **error);
gboolean kith_working_copy_bury (KithWorkingCopy *self,
                                 const KithTombstone *tombstone,
                                 GError **error);
gboolean kith_working_copy_make_tables (KithWorkingCopy *self, GError **error);
gboolean kith_working_copy_fill (KithWorkingCopy *self, KithMap *map, GError **error);
gboolean kith_working_copy_migrate (KithWorkingCopy *self, GError **error);
gboolean kith_working_copy_is_unborn (sqlite3 *db);

G_END_DECLS
