/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as at a day: what of it existed then, under the names of then, with what had been said by
 * then. Knows maps, not who looks.
 *
 *  1. A fact holds from the first day of the span in which it is dated: "2015" from 1 January.
 *     One that is open at the start ("before 2013") holds always.
 *  2. What ends ("to") is gone from the first day of that span on, so that on the day of a merger
 *     the old one is gone and the new one is there; an end that is open at the start ("before 2013")
 *     from the day after its last.
 *  3. What has no date is taken to have existed always; a rating without one holds from the day on
 *     which it was entered.
 *  4. A link needs both its ends, a rating its link, an event what it belongs to, a membership both
 *     its space and its member.
 *  5. A stakeholder has the name of the earliest earlier name that ends after the day, else its own.
 *  6. An inherited line has the status of then; a step of a repair plan is planned until it ended.
 *  7. The map's own record, sectors, pictures, annotations and rounds have no time. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* The day from which a fact with this date holds; KITH_DAY_OPEN_FIRST: always has. */
gint32 kith_date_holds_from (const KithDate *date);
gint32 kith_rating_holds_from (const KithAssessment *record);
/* The day from which what ends then is gone; KITH_DAY_OPEN_LAST: it does not end. */
gint32 kith_date_gone_from (const KithDate *to);
gboolean kith_exists_on (const KithDate *from, const KithDate *to, gint32 day);

/* The day that a person means who asks for the map as at a date: the last of its span that is not in
 * the future ("2009": 31 December 2009), the last of all where the whole span is. */
gint32 kith_date_as_at (const KithDate *date, gint32 today);

/* From which day on a record is there by itself, and from which it is gone again; open where always.
 * What it refers to is not asked. */
void kith_record_lifetime (gconstpointer record, gint32 *from, gint32 *gone);

/* The record as it was on a day (transfer full), or NULL where it was not there by itself: what it
 * refers to is not asked. */
gpointer kith_record_as_at (KithMap *map, gconstpointer record, gint32 day);

const KithName *kith_map_name_on (KithMap *map, KithId stakeholder, gint32 day);

/* (transfer full): a new map that shares what was the same. Cost: linear in the map. */
KithMap *kith_map_as_at (KithMap *map, gint32 day);

/* The same as a map of its own (transfer full), which knows nothing of what came later: ends after
 * the day, names of then, what became of inherited lines. It has another identity. */
KithMap *kith_map_as_it_stood (KithMap *map, gint32 day);

G_END_DECLS
