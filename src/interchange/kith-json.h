/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as JSON and back, by the field tables: every field of every kind of record. Knows nothing
 * of files, boxes' sizes or positions that are missing. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_JSON_VERSION 1
#define KITH_JSON_MAX_BYTES (64 * 1024 * 1024)

GBytes *kith_map_to_json (KithMap *map);
KithMap *kith_map_from_json (GBytes *bytes, GError **error);

/* The parts, for other JSON about maps: one record as an object with its id, and the text of all
 * that has been built. */
void kith_json_add_record (JsonBuilder *builder, gconstpointer record);
GBytes *kith_json_end (JsonBuilder *builder);

G_END_DECLS
