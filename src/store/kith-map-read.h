/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map from the tables of a database, document or working copy. Knows no files. */
#pragma once

#include <sqlite3.h>

#include "kith-map.h"

G_BEGIN_DECLS

KithMap *kith_map_read (sqlite3 *db, GError **error);
gboolean kith_map_read_tombstones (KithMap *map, sqlite3 *db, GError **error);

G_END_DECLS
