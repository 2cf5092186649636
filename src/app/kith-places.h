/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: where settings, examples and what Kith remembers between runs are found. Knows no
 * widgets. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings, or NULL where their schema is not installed: then the defaults hold. */
GSettings *kith_places_settings (void);
/* Paths of the shipped example maps, sorted; elements char *. */
GPtrArray *kith_places_examples (void);
/* A file name in a directory of ours below the user's state or cache directory; the directory is
 * made, for the user alone. Free it. */
char *kith_places_state (const char *folder, const char *name);
char *kith_places_cache (const char *folder, const char *name);

G_END_DECLS
