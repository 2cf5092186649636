/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trust sheet as a table for a spreadsheet: what it is, the cells, and how many voices stand behind
 * each. Knows nothing of files. */
#pragma once

#include "kith-csv.h"
#include "kith-trust-sheet.h"

G_BEGIN_DECLS

/* `facts`: which map, of which date, for whom (transfer full). */
GBytes *kith_trust_csv_write (const KithTrustSheet *sheet, const char *facts);

G_END_DECLS
