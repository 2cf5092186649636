/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One detail behind a rating ("We can disagree openly") with its picker, in the dialog of a
 * rating. Knows words, not records. */
#pragma once

#include <adwaita.h>

#include "kith-enum.h"

G_BEGIN_DECLS

#define KITH_TYPE_DETAIL_ROW (kith_detail_row_get_type ())
G_DECLARE_FINAL_TYPE (KithDetailRow, kith_detail_row, KITH, DETAIL_ROW, AdwPreferencesRow)

/* Signal "picked" (int dimension, int score): a person chose. */

GtkWidget *kith_detail_row_new (KithDimension dimension);
void kith_detail_row_set_score (KithDetailRow *self, KithScore score);

G_END_DECLS
