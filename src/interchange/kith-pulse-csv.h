/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round of pulse checks as a table that teams fill in: written blank or with what was said, and
 * read back as one edit, with a remark for each row that was not understood. Knows no files and no
 * dialog. */
#pragma once

#include "kith-csv-import.h"
#include "kith-pulse.h"

G_BEGIN_DECLS

/* A row for each stakeholder of `ids` (KithId): id, stakeholder, round, date, the six measures by
 * their words, how many were asked and answered, note. `map` is what may be shown. */
GBytes *kith_pulse_csv_write (KithMap *map, const GArray *ids, const KithPulseRound *round);

typedef struct
{
  KithEdit *edit; /* one for all rows; empty where nothing is new */
  guint added;
  guint changed;
  guint unchanged;
  guint empty;      /* rows in which nothing is said */
  guint lost;       /* rows that were left out, with a remark */
  GPtrArray *notes; /* of KithCsvProblem */
} KithPulseRead;

/* `map` is the whole map. A row that names no round is of `round`. NULL where it is no such table. */
KithPulseRead *kith_pulse_csv_read (KithMap *map,
                                    const KithCsvTable *table,
                                    const KithPulseRound *round,
                                    GError **error);
void kith_pulse_read_free (KithPulseRead *read);
/* "12 pulse checks added, 2 changed. 3 rows were left out." */
char *kith_pulse_read_to_words (const KithPulseRead *read);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPulseRead, kith_pulse_read_free)

G_END_DECLS
