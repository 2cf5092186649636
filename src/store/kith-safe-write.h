/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file so that the old one is whole until the new one is: for maps and for every
 * export. Knows bytes and files, not maps. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean kith_safe_write (GFile *file, GBytes *bytes, GError **error);

/* The same for a path, where the file must still be one of those that are known: `known` holds
 * SHA-256 digests in hex, NULL-terminated; NULL asks nothing. */
gboolean kith_safe_write_checked (const char *path,
                                  GBytes *bytes,
                                  const char *const *known,
                                  GError **error);

/* SHA-256 of the bytes, in hex. */
char *kith_bytes_digest (GBytes *bytes);

/* The path of a file on this computer, or NULL with an error that says what to do. */
char *kith_file_dup_path (GFile *file, GError **error);

G_END_DECLS
