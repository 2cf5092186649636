/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as it is now: without what has ended and what is to come. Knows maps, not who looks.
 *
 *  1. Stakeholders, links, spaces and memberships are there by the rules of kith-as-at.h for today:
 *     what ended today is gone, what begins today is there, what has no date is there. A link needs
 *     both its ends; what hangs on what is not there is not there either.
 *  2. Stakeholders have the name of today: one that is called otherwise only from a date to come
 *     keeps its earlier name until then.
 *  3. All else is there whatever its date: ratings and events that are dated ahead were put there
 *     by somebody who wants to see them.
 *
 * An edit is followed at a cost of what it concerns and what hangs on that. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_WHEN_NOW,
  KITH_WHEN_ENDED,
  KITH_WHEN_TO_COME,
} KithWhen;

/* Whether a record of the map is there today; of a link its ends count too. */
KithWhen kith_record_when (KithMap *map, gconstpointer record, gint32 today);
/* "1998–2013", "until 2013", "from 1 April 2027"; "" for what is there now (transfer full). */
char *kith_record_years (KithMap *map, gconstpointer record, gint32 today);

/* The map without them (transfer full): itself where there are none. */
KithMap *kith_map_now (KithMap *map, gint32 today);
/* Brings `shown` (made by kith_map_now() of the same map before `edit` was applied to it) in step;
 * may put another map in its place. Returns (transfer full) what of it is different, or NULL: that
 * cannot be said. */
KithEdit *kith_map_now_follow (KithMap **shown, KithMap *map, KithEdit *edit, gint32 today);

/* How many stakeholders, links and shared spaces are not there today. */
typedef struct
{
  guint stakeholders;
  guint links;
  guint spaces;
  guint ended; /* of all of these; the rest is to come */
} KithNotNow;

KithNotNow kith_map_count_not_now (KithMap *map, gint32 today);
/* "3 have ended", "2 are to come", "3 have ended, 2 are to come"; "" for none (transfer full). */
char *kith_not_now_to_words (const KithNotNow *count);
/* "1 stakeholder, 2 links" (transfer full) */
char *kith_not_now_to_kinds (const KithNotNow *count);

/* Who gives another name to a stakeholder that is called otherwise from a date to come means the
 * name of today: turns that change of `edit`, which is not applied yet, to it. */
void kith_edit_name_now (KithEdit *edit, KithMap *map, gint32 today);

G_END_DECLS
