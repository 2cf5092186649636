/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied and pasted as text: names, and tables as spreadsheets lay them on a clipboard.
 * Knows no clipboard. */
#pragma once

#include <gio/gio.h>

#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_PASTE_MAX_BYTES (4 * 1024 * 1024)
#define KITH_PASTE_MAX_LINES 2000

/* Of a map that has been made for who is to see it. */
char *kith_map_to_names (KithMap *map);
GBytes *kith_map_to_tsv (KithMap *map);
/* A list, one name a line, or a range of a spreadsheet; new boxes have neither size nor position. */
KithEdit *kith_pasted_text_to_edit (KithMap *map, const char *text, GError **error);

G_END_DECLS
