/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the list of a comparison: a line in words each, under the heading of its group. */
#pragma once

#include <gtk/gtk.h>

#include "kith-compare.h"

G_BEGIN_DECLS

/* How many of a group are shown, and how many there are. */
typedef struct
{
  guint shown;
  guint all;
} KithCompareCount;

/* The stakeholder, link or space that the row is about; 0: the whole map. */
KithId kith_compare_row_id (GtkListBoxRow *row);

/* Makes the rows those of `items` (of KithComparedItem): what is the same stays, with its focus.
 * `counts`: KITH_N_COMPARED of them. */
void kith_compare_rows_show (GtkListBox *list,
                             const GPtrArray *items,
                             const KithCompareCount *counts);

G_END_DECLS
