/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stakeholders and the links of a map as tables that spreadsheets, Kumu and our own import read; all else
 * is kith-csv-records.h. Knows no files. */
#pragma once

#include <gio/gio.h>

#include "kith-map.h"

G_BEGIN_DECLS

GBytes *kith_csv_export_stakeholders (KithMap *map);
GBytes *kith_csv_export_links (KithMap *map);

G_END_DECLS
