/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what can be read of damaged tables. Knows a database that may fail at any row. */
#pragma once

#include <sqlite3.h>

#include "kith-map.h"

G_BEGIN_DECLS

/* Records of all kinds, by id, as far as they can be read and are sound by themselves. */
GHashTable *kith_salvage_read (sqlite3 *db);
/* A sound map of them (records whose references are missing left out), and what was lost, in
 * words. `counts` is what the map held, as kith_digest_counts() wrote it, or NULL. */
KithMap *kith_salvage_build (GHashTable *records,
                             const char *shown,
                             const char *counts,
                             char **report,
                             GError **error);

G_END_DECLS
