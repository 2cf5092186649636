/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date row: a date as people know it, typed as they say it ("about 1995"); says beneath what
 * it understood, or why not. Knows no records. */
#pragma once

#include <adwaita.h>

#include "kith-date.h"

G_BEGIN_DECLS

#define KITH_TYPE_DATE_ROW (kith_date_row_get_type ())
G_DECLARE_FINAL_TYPE (KithDateRow, kith_date_row, KITH, DATE_ROW, AdwPreferencesRow)

/* Signal "changed": a person typed. "activated": they pressed Enter. */

GtkWidget *kith_date_row_new (void);
void kith_date_row_set_date (KithDateRow *self, const KithDate *date);
/* What stands there as it was typed, a date or not; dup: transfer full. */
void kith_date_row_set_text (KithDateRow *self, const char *text);
char *kith_date_row_dup_text (KithDateRow *self);
/* FALSE: what stands there is no date; `date` is untouched then. Empty is an unset date. */
gboolean kith_date_row_get_date (KithDateRow *self, KithDate *date);

G_END_DECLS
