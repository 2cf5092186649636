/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line, or two, of what a finder offers. */
#pragma once

#include "kith-finder.h"

G_BEGIN_DECLS

#define KITH_TYPE_FINDER_ROW (kith_finder_row_get_type ())
G_DECLARE_FINAL_TYPE (KithFinderRow, kith_finder_row, KITH, FINDER_ROW, GtkListBoxRow)

GtkWidget *kith_finder_row_new (const KithFinderItem *item);
gint64 kith_finder_row_get_id (KithFinderRow *self);
/* What a screen reader says of it. */
const char *kith_finder_row_get_name (KithFinderRow *self);

G_END_DECLS
