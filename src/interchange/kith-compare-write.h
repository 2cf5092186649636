/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two maps, as a table and as JSON: the same rows and words as the list that
 * kith-compare.h makes. Knows no files. */
#pragma once

#include <gio/gio.h>

#include "kith-compare.h"

G_BEGIN_DECLS

/* Transfer full; UTF-8 with a byte-order mark, as spreadsheets want it. */
GBytes *kith_comparison_to_csv (KithComparison *comparison);
/* Transfer full. "from", "to", "words", "counts" by group, "changes"; groups and kinds by key. */
GBytes *kith_comparison_to_json (KithComparison *comparison);

G_END_DECLS
