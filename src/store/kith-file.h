/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map in a file: loading, saving, checking and salvaging a document. Knows no working copy; the
 * command line needs no more than this. */
#pragma once

#include <gio/gio.h>

#include "kith-map.h"

G_BEGIN_DECLS

KithMap *kith_file_load (GFile *file, GError **error);
gboolean kith_file_save (KithMap *map, GFile *file, GError **error);
KithMap *kith_file_salvage (GFile *file, char **report, GError **error);
gboolean kith_file_check (GFile *file, char **report, GError **error);

/* All bytes of a file, distrusted by size and sort but not by content. */
GBytes *kith_file_read (const char *path, GError **error);

/* "25 stakeholders, 45 links, 3 shared spaces, 120 events, 88 ratings"; free it. */
char *kith_map_to_words (KithMap *map);

G_END_DECLS
