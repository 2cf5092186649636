/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs: (map, arguments) → edit. Each makes the edit of one user action, with its label;
 * none alters the map. Knows nothing of who asks.
 *
 * All return a new edit (transfer full), or NULL with `error` set where what is asked makes no
 * sense. Verbs see the whole map, never an audience's. An edit without changes means that nothing
 * would change. Box sizes left 0 are measured by whoever performs the edit. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

KithEdit *kith_verb_add_stakeholder (KithMap *map,
                                     const char *name,
                                     KithId sector,
                                     double x,
                                     double y,
                                     KithId *id);
/* A stakeholder and a link to it from `from`, in one edit. */
KithEdit *kith_verb_add_linked (KithMap *map,
                                KithId from,
                                const char *name,
                                KithId sector,
                                double x,
                                double y,
                                KithId *id,
                                KithId *link,
                                GError **error);
KithEdit *kith_verb_add_link (KithMap *map,
                              KithId a,
                              KithId b,
                              KithLinkKind kind,
                              KithId *id,
                              GError **error);
/* `n` ids and 2n coordinates of centres. */
KithEdit *kith_verb_move (KithMap *map,
                          const KithId *ids,
                          guint n,
                          const double *xy,
                          const char *label);
/* Any number of records of any kind, with all that hangs on them. */
KithEdit *kith_verb_delete (KithMap *map, const KithId *ids, guint n, const char *label);
/* One field of one record, from the text that files hold; enumerations by key. */
KithEdit *kith_verb_set (KithMap *map,
                         KithKind kind,
                         KithId id,
                         const char *field,
                         const char *text,
                         GError **error);
/* The whole record: `after` (transfer full) has the id of an existing record, or is new. */
KithEdit *kith_verb_put (KithMap *map, gpointer after, const char *label);
KithEdit *kith_verb_rename (KithMap *map, KithId stakeholder, const char *name, GError **error);

/* Keys 1 to 5 and 0: corrects today's rating by the voice "" with basis impression if there is
 * one of today, else adds one. */
KithEdit *kith_verb_rate (KithMap *map,
                          KithId link,
                          KithEnd end,
                          KithDimension dimension,
                          KithScore score,
                          const KithDate *today);
/* The same with another basis: what a room agrees on. */
KithEdit *kith_verb_rate_as (KithMap *map,
                             KithId link,
                             KithEnd end,
                             KithDimension dimension,
                             KithScore score,
                             KithBasis basis,
                             const KithDate *today);
/* *Rate again*: adds a dated rating; *Correct*: kith_verb_put on the one to be corrected. */
KithAssessment *kith_assessment_draft (KithMap *map,
                                       KithId link,
                                       KithEnd end,
                                       const KithDate *today);
/* A rating is withdrawn by its voice: it, or all that this voice of the stakeholder has said. */
GArray *kith_voice_ratings (KithMap *map, KithId rating);
KithEdit *kith_verb_withdraw (KithMap *map, KithId rating, gboolean all);
KithEvent *kith_event_draft (KithMap *map,
                             KithKind owner_kind,
                             KithId owner,
                             const KithDate *today);

KithEdit *kith_verb_add_space (KithMap *map,
                               const char *name,
                               const KithId *members,
                               guint n,
                               KithId *id);
/* Everything of `other` becomes part of the map, with new ids where they are taken. */
KithEdit *kith_verb_merge_in (KithMap *map, KithMap *other, const char *label);

G_END_DECLS
