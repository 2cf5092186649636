/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratings as a table that an organisation fills in or corrects: written for a round or for what it
 * has said so far, and read back in as one edit, with a remark for each row that was not understood.
 * Knows no files and no dialog. */
#pragma once

#include "kith-csv-import.h"
#include "kith-round.h"

G_BEGIN_DECLS

/* A row for each question, or for each voice that has answered it: link, round, end, rating, voice,
 * rater, rated, trust, respect, understanding, note, withdraw. `map` is what may be shown. */
GBytes *kith_ratings_csv_write (KithMap *map, const KithRoundSheet *sheet);

typedef struct
{
  guint added;      /* said for the first time */
  guint superseded; /* said again, differently */
  guint unchanged;
  guint withdrawn;
  guint empty; /* rows in which nothing is said */
  guint lost;  /* rows that were left out, with a remark */
} KithRatingsCounts;

typedef struct
{
  KithEdit *edit; /* one for all rows; empty where nothing is new */
  KithRatingsCounts counts;
  GPtrArray *notes; /* of KithCsvProblem */
} KithRatingsRead;

/* `map` is the whole map. `round`: the one whose sheet it must be; 0: any. What is said without a
 * round gets `today`. NULL where it is no such table. */
KithRatingsRead *kith_ratings_csv_read (KithMap *map,
                                        const KithCsvTable *table,
                                        KithId round,
                                        const KithDate *today,
                                        GError **error);
void kith_ratings_read_free (KithRatingsRead *read);
/* "12 ratings, 2 changed, 1 withdrawn. 3 rows were left out." */
char *kith_ratings_read_to_words (const KithRatingsRead *read);
/* "Row 7: There is no such link on the map." */
char *kith_ratings_note_to_words (const KithCsvProblem *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRatingsRead, kith_ratings_read_free)

G_END_DECLS
