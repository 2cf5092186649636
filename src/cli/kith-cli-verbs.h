/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands themselves; each takes what was asked for and says whether it was done. */
#pragma once

#include "kith-cli-options.h"
#include "kith-map.h"

G_BEGIN_DECLS

gboolean kith_cli_convert (const KithCliOptions *options, GError **error);
gboolean kith_cli_arrange (const KithCliOptions *options, GError **error);
gboolean kith_cli_check (const KithCliOptions *options, GError **error);
gboolean kith_cli_compare (const KithCliOptions *options, GError **error);
gboolean kith_cli_rate (const KithCliOptions *options, GError **error);
gboolean kith_cli_sheet (const KithCliOptions *options, GError **error);
gboolean kith_cli_show (const KithCliOptions *options, GError **error);

/* A map in words, and as JSON for programs. */
char *kith_cli_map_to_words (KithMap *map, const KithCliOptions *options);
GBytes *kith_cli_map_to_show_json (KithMap *map, const KithCliOptions *options);
/* What it tells. */
gboolean kith_cli_show_insights (KithMap *map, const KithCliOptions *options, GError **error);

G_END_DECLS
