/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for pulse checks and for changes that stakeholders carry. Knows maps, not who asks. */
#pragma once

#include "kith-map.h"
#include "kith-pulse.h"

G_BEGIN_DECLS

/* What a stakeholder said in a round, to be changed (transfer full): a copy, or a new one. */
KithPulse *kith_pulse_draft (KithMap *map, KithId stakeholder, const KithPulseRound *round);
/* Adds or changes; one that says nothing is deleted. What is typed in quick succession for one
 * stakeholder is one step. */
KithEdit *kith_verb_put_pulse (KithMap *map, KithPulse *after, GError **error);
/* A problem with what would be put, or TRUE. */
gboolean kith_pulse_may_be_put (KithMap *map, const KithPulse *pulse, GError **error);
/* 0: nothing is agreed. */
KithEdit *kith_verb_set_pulse_every (KithMap *map, int months, GError **error);

KithLoad *kith_load_draft (KithId stakeholder, const KithDate *today);
KithEdit *kith_verb_put_load (KithMap *map, KithLoad *after, GError **error);

G_END_DECLS
