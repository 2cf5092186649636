/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map is made of, for the files of the model that read it; nobody else includes this.
 *
 * Invariants: every record is in the table of its kind once; `places` and `referrers`, where they
 * have been made, agree with the tables; a tombstone's id is in no table. */
#pragma once

#include "kith-map.h"

struct _KithMap
{
  gatomicrefcount ref_count;
  guint64 revision;
  GPtrArray *tables[KITH_N_KINDS]; /* owned records, in no order */
  GHashTable *places;              /* id → index in its table + 1; NULL until needed */
  GHashTable *referrers;           /* id → GPtrArray of records; NULL until needed */
  GHashTable *tombstones;          /* id → KithTombstone */
};

gboolean kith_map_references_resolve (KithMap *map, gconstpointer record, GError **error);
/* Whether all that a record refers to is among these ids (of gint64); sectors and pictures may
 * miss. */
gboolean kith_references_within (GHashTable *kept, gconstpointer record);
