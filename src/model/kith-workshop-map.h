/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop: a room goes through links one at a time and says what it makes of each. Which links
 * these are, what the room has said so far, and a silent round of one link, which begins with its
 * first answer. Knows maps, not how they are shown.
 *
 * All but the verb take the map that the room may see: what is private can be neither chosen nor
 * counted. */
#pragma once

#include "kith-round.h"

G_BEGIN_DECLS

/* Links to go through, by the names of both ends (transfer full) (element-type KithId). */

/* Those among `ids`; of stakeholders among them, those between two of them, or all of a single one. */
GArray *kith_workshop_selected (KithMap *map, const KithId *ids, guint n);
/* Those that another map shows too: what passes a filter. */
GArray *kith_workshop_in_sight (KithMap *map, KithMap *shown);
/* Those of which neither end has been heard. */
GArray *kith_workshop_unheard (KithMap *map);
/* Those of which a round says something. */
GArray *kith_workshop_of_round (KithMap *map, KithId round);

/* What the room has agreed on of an end since `before`, or KITH_SCORE_UNSET. */
KithScore kith_workshop_agreed (KithMap *before, KithMap *now, const KithAsk *ask);

typedef struct
{
  guint ends;  /* of which something has been said */
  guint links; /* with such an end */
} KithWorkshopDone;

KithWorkshopDone kith_workshop_done (KithMap *before, KithMap *now, const GArray *links);
/* Whether both of its ends are among what has been said. */
gboolean kith_workshop_is_done (KithMap *before, KithMap *now, KithId link);
/* "5 ends were rated (links: 3 of 12). Heard from 31 of 90 ends, 26 before." */
char *kith_workshop_to_words (KithMap *before, KithMap *now, const GArray *links);

/* One voice's answer in a silent round, as one edit of the whole map: where `round` is 0 or gone it
 * begins with it, and is set. */
KithEdit *kith_workshop_answer (KithMap *whole,
                                const char *title,
                                const KithDate *today,
                                const KithAsk *ask,
                                const char *voice,
                                KithScore score,
                                KithId *round,
                                GError **error);
/* How many voices have answered in a round for an end, of the whole map. */
guint kith_workshop_n_voices (KithMap *whole, KithId round, const KithAsk *ask);

/* A map of a link and its two ends alone, so far apart, with what is said of it (transfer full). */
KithMap *kith_workshop_alone (KithMap *map, KithId link, double apart);

G_END_DECLS
