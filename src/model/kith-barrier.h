/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Barriers: rules and practices that shut people out, on the stakeholder, link or shared space where
 * they bite; verbs for them, their order and their words. Knows maps, not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* A new one to be filled in, of a KITH_LINK, KITH_STAKEHOLDER or KITH_SPACE. */
KithBarrier *kith_barrier_draft (KithKind owner_kind, KithId owner);
/* Adds or changes: `after` (transfer full) has the id of an existing one, or is new. */
KithEdit *kith_verb_put_barrier (KithMap *map, KithBarrier *after, GError **error);
KithEdit *kith_verb_delete_barrier (KithMap *map, KithId barrier);

KithId kith_barrier_owner (const KithBarrier *barrier);
gboolean kith_barrier_is_gone (const KithBarrier *barrier, gint32 today);
/* Of one owner, or (0) of all: those that hold by the day they began, then those that are gone; a new
 * array of borrowed records. */
GPtrArray *kith_barriers_of (KithMap *map, KithId owner, gint32 today);
/* "Shuts out carers · since 2019 · would change it: another form" */
char *kith_barrier_words (const KithBarrier *barrier);
/* "Discharge Team and The Limes": where it bites. */
char *kith_barrier_subject (KithMap *map, const KithBarrier *barrier);

G_END_DECLS
