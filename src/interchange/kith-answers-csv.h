/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to a question as a table. Knows no files and no dialog. */
#pragma once

#include "kith-csv.h"
#include "kith-map.h"

G_BEGIN_DECLS

/* A row for each stakeholder: stakeholder, sector, position, answer, kind, basis, date; empty where it
 * has not answered. `map` is what may be shown. */
GBytes *kith_answers_csv_write (KithMap *map, KithId question);

G_END_DECLS
