/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what a map tells: a row for each sentence under the heading of its section, and where
 * a section has none a row that says why. Knows no viewer. */
#pragma once

#include "kith-insight-row.h"

G_BEGIN_DECLS

/* NULL: empties it. Rows that were open or had the keyboard stay so where they are there again. */
void kith_insights_list_show (GtkListBox *list, KithInsights *insights);
/* What a row of it says; NULL: a note. */
const KithInsight *kith_insights_list_told (GtkListBoxRow *row);

G_END_DECLS
