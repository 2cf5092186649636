/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict look at JSON text before a parser sees it: well formed, not too deep, no member twice,
 * no number or character that cannot be held. Knows nothing of maps. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KITH_JSON_MAX_DEPTH 32

gboolean kith_json_scan (const char *text, gsize length, GError **error);

G_END_DECLS
