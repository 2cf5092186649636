/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opinion row: one dimension of what one end of a link makes of the other, with its picker, in
 * a list of rows. Knows the viewer, not the page. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_OPINION_ROW (kith_opinion_row_get_type ())
G_DECLARE_FINAL_TYPE (KithOpinionRow, kith_opinion_row, KITH, OPINION_ROW, AdwPreferencesRow)

GtkWidget *kith_opinion_row_new (KithViewer *viewer, KithEnd end, KithDimension dimension);
void kith_opinion_row_show (KithOpinionRow *self, KithId link);

G_END_DECLS
