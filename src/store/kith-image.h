/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as bytes: a SQLite database built afresh from a map, and a map read back from
 * bytes that nobody vouches for. Knows no files. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* The most bytes that a document may have. */
#define KITH_FILE_MAX (64 * 1024 * 1024)

/* The same bytes for the same map, stamps and tombstones included. Safe on any thread. */
GBytes *kith_image_from_map (KithMap *map, GError **error);

/* One without rows, of any version: what salvage puts over a damaged header. */
GBytes *kith_image_empty (gint64 version, GError **error);

/* Errors: KITH_STORE_ERROR_EMPTY, FOREIGN, NEWER, TOO_BIG, DAMAGED; each a whole sentence with
 * `shown`, the name that a person knows the document by. */
KithMap *kith_image_to_map (GBytes *bytes, const char *shown, GError **error);

/* What can still be read of a damaged document; `report` says in words what was lost. */
KithMap *kith_image_salvage (GBytes *bytes, const char *shown, char **report, GError **error);

G_END_DECLS
