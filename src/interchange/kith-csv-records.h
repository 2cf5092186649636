/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a map holds besides stakeholders and links as tables of its own, one for each kind, under the
 * names of its fields: what our own import reads back whole. Knows no files. */
#pragma once

#include "kith-csv.h"
#include "kith-map.h"

G_BEGIN_DECLS

/* Whether records of the kind have a table of their own. */
gboolean kith_csv_has_table (KithKind kind);
/* "events": what the table is called (transfer full). */
char *kith_csv_table_name (KithKind kind);
GBytes *kith_csv_export_records (KithMap *map, KithKind kind);
/* Whether it is such a table, by the heading of its first column: "event id". */
gboolean kith_csv_is_records (const KithCsvTable *table, KithKind *kind);
/* Whether the field is in it, by the name of the field. */
gboolean kith_csv_has_field (KithKind kind, const KithField *field);

G_END_DECLS
