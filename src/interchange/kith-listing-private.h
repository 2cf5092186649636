/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of listings share; for no other. */
#pragma once

#include <string.h>

#include "kith-listing.h"

/* A choice that is a record: no text that somebody types begins like this. */
#define KITH_LIST_ID_PREFIX "\x1f#"

/* kith-listing-understood.c: the kind of record from whose audience a source takes its own. */
gboolean kith_list_source_kind (KithCellSource source, KithKind *kind);
/* What such a cell says (transfer full); NULL: it is no such cell. */
char *kith_list_understood_text (const KithListColumn *column, KithMap *map, gconstpointer record);
/* What it sorts by, where that is not its text; FALSE: it is empty. */
gboolean kith_list_understood_key (const KithListColumn *column,
                                   KithMap *map,
                                   gconstpointer record,
                                   double *number,
                                   KithDate *date);
