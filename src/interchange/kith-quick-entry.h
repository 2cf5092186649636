/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick entry: what people type or paste to sketch a map, understood line by line as stakeholders
 * and links. Knows no dialog.
 *
 *   Northmoor Police (police)              a stakeholder, and its sector
 *     Harbour Crisis Café                  linked to the one above that is further out
 *   Police -> Shelter, Mind: refers to     links; also <->, <- and " - "
 *   Police - Shelter: 4/2                  and the trust of either end
 *
 * A range of a spreadsheet is read as a table. */
#pragma once

#include "kith-csv-import.h"

G_BEGIN_DECLS

#define KITH_QUICK_MAX_BYTES (4 * 1024 * 1024)
#define KITH_QUICK_MAX_LINES 2000

/* `seen`: the map as it is shown to that audience; only who is on it is recognised. */
KithImport *kith_quick_read (KithMap *seen,
                             const char *text,
                             KithAudience audience,
                             GError **error);
/* One edit of the whole map, with a label that says how much comes. */
KithEdit *kith_quick_to_edit (KithImport *import, KithMap *whole, GError **error);
char *kith_quick_edit_to_words (const KithEdit *edit);
/* "Line 3: …". */
char *kith_quick_note_to_words (const KithImportNote *note);

G_END_DECLS
