/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for a stakeholder's lifetime: it merges, splits, is called otherwise from a day on, ends.
 * Knows maps, not who asks. Each is one edit.
 *
 *  1. Who ends does so on the date, and stays in the past; so do its links that are still there,
 *     and its memberships. Links, ratings and events of before are never rewritten.
 *  2. Who goes on has links to the same others from that day, those of one kind and privacy to one
 *     other being one. A link among those that merge just ends. What is true of one pair only (the
 *     note, the standing, the history) stays with the old link.
 *  3. It joins the shared spaces, with the role where all agree on it.
 *  4. A succession says who became whom.
 *  5. Where it is asked, each end of a new link begins with what was last said over the old ones by
 *     the day before: the median, the more cautious of two steps, dated that day, as our
 *     impression, with a note of whom it comes from. What a silent round holds does not count.
 *  6. Nothing private becomes less so: what follows from private links or stakeholders alone is
 *     private (a new link) or does not follow (a membership); the one that goes on is private where
 *     all are.
 *  7. The date may be one to come: until then the old ones are there as they were.
 *  8. Small wins that are planned, of who ends and of its links, and changes that are not embedded yet
 *     are from that day also those of who goes on; a change with what is left of its months.
 *
 * A date must say a first day: “before 2013” and “after 2013” are refused, and so is one that is
 * not after the beginning of who ends, or after its end. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* `into`: the one of them that goes on, under `name`; 0: a new one, in `sector` (0: as the first)
 * at (x, y). `id` (nullable): the one that goes on. */
typedef struct
{
  KithId into;
  const char *name;
  KithId sector;
  double x;
  double y;
  KithDate date;
  gboolean ratings; /* rule 5 */
} KithMerger;

KithEdit *kith_verb_merge (KithMap *map,
                           const KithId *ids,
                           guint n,
                           const KithMerger *merger,
                           KithId *id,
                           GError **error);
/* `xy`: 2n coordinates of centres; `made` (nullable): of KithId, appended to. */
KithEdit *kith_verb_split (KithMap *map,
                           KithId stakeholder,
                           const char *const *names,
                           guint n,
                           const double *xy,
                           const KithDate *date,
                           gboolean ratings,
                           GArray *made,
                           GError **error);
/* An old link that does not go to a part, by its place among the names. */
typedef struct
{
  KithId link;
  guint part;
} KithNotWith;

/* The same, where some links go to some parts only; `without` (nullable): of KithNotWith. A link that
 * goes to none ends. */
KithEdit *kith_verb_split_choosing (KithMap *map,
                                    KithId stakeholder,
                                    const char *const *names,
                                    guint n,
                                    const double *xy,
                                    const KithDate *date,
                                    gboolean ratings,
                                    GArray *without,
                                    GArray *made,
                                    GError **error);
/* The links of a stakeholder that such parts would have (transfer container). */
GPtrArray *kith_links_to_split (KithMap *map, KithId stakeholder, const KithDate *date);
KithEdit *kith_verb_rename_on (KithMap *map,
                               KithId stakeholder,
                               const char *name,
                               const char *short_name,
                               const KithDate *date,
                               GError **error);
KithEdit *kith_verb_close (KithMap *map,
                           const KithId *ids,
                           guint n,
                           const KithDate *date,
                           GError **error);

/* "4 stakeholders end and 1 begins. 12 links end and 9 begin. …": what such an edit will do. */
char *kith_succession_edit_to_words (const KithEdit *edit);

G_END_DECLS
