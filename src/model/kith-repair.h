/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan: small wins that somebody owns, of a link, a stakeholder, a shared space, a
 * question or the map; verbs for them, their order and their words. Knows maps, not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* What a repair waits for. */
typedef enum
{
  KITH_REPAIR_AHEAD,     /* its day is to come, or was never set */
  KITH_REPAIR_PAST,      /* its day has passed */
  KITH_REPAIR_TO_REVIEW, /* done or given up, and its review is due */
  KITH_REPAIR_ENDED,     /* done or given up */
} KithRepairWait;

/* A new one to be filled in; @owner 0: of the whole map. */
KithRepair *kith_repair_draft (KithKind owner_kind, KithId owner, const KithDate *today);
/* Adds or changes: `after` (transfer full) has the id of an existing one, or is new. */
KithEdit *kith_verb_put_repair (KithMap *map, KithRepair *after, GError **error);
/* Done or given up on that day, or planned again. */
KithEdit *kith_verb_set_repair_state (KithMap *map,
                                      KithId repair,
                                      KithRepairState state,
                                      const KithDate *date,
                                      GError **error);

/* What it belongs to; 0: the whole map. */
KithId kith_repair_owner (const KithRepair *repair);
KithRepairWait kith_repair_wait (const KithRepair *repair, gint32 today);
int kith_repair_compare (const KithRepair *a, const KithRepair *b);
/* Of one owner, or (0) all of the map: planned ones by their day, then ended ones, the last first; a new
 * array of borrowed records. */
GPtrArray *kith_repairs_of (KithMap *map, KithId owner);
GPtrArray *kith_repair_list (KithMap *map);
/* Of a map that has what ended: planned ones of what has ended by that day with nobody after it, which
 * the map of that day has not; a new array of borrowed records in their order. */
GPtrArray *kith_repairs_left (KithMap *map, gint32 today);
/* "By 30 September 2026 · Ward sister · its day has passed" */
char *kith_repair_words (const KithRepair *repair, gint32 today);
/* "Discharge Team and The Limes"; the title of the map. */
char *kith_repair_subject (KithMap *map, const KithRepair *repair);
/* The same, of what has ended by that day: "Youth Team, which ended". */
char *kith_repair_subject_on (KithMap *map, const KithRepair *repair, gint32 today);
/* "3 planned, 1 of them past its day; 2 done" */
char *kith_repair_summary (KithMap *map, gint32 today);

G_END_DECLS
