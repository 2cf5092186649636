/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a map: the last saves, thinned out as they grow old, and the named ones.
 * Knows documents as bytes and the map's key, not who edits. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;   /* NULL: kept by itself at a save */
  gint64 time;  /* seconds since 1970 */
  char *digest; /* SHA-256 of the bytes */
  guint stakeholders;
  guint links;
} KithStoredVersion;

void kith_stored_version_free (KithStoredVersion *version);

/* Newest first. */
GPtrArray *kith_versions_list (const char *key);
/* Without a name it is one of the rotated ones, and older ones are thinned out: the last 10 stay,
 * one a day for 7 days, one a week for 4 weeks. Bytes that are there already are not kept twice. */
gboolean kith_versions_keep (const char *key,
                             GBytes *bytes,
                             const char *name,
                             gint64 time,
                             GError **error);
GBytes *kith_versions_read (const char *key, const char *id, GError **error);
gboolean kith_versions_delete (const char *key, const char *id, GError **error);

G_END_DECLS
