/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposed rating: what would follow for an end from the last that was said and from what has
 * happened since. It is never counted as said: it is in no map, until a person takes it. Knows
 * maps, not who is asked.
 *
 *  1. The base is the latest step of the end's trust (kith-opinion-history.h). Where nobody has ever
 *     rated this end, it is that of the link which this one succeeds: between those that its
 *     stakeholders were before (KITH_SUCCESSION), in the same direction; the latest of several.
 *     Where the last that is known is "not known", nothing is proposed.
 *  2. Counted are the events of the link, and of the one that the base comes from, which state an
 *     effect on this end and are surely later: their span begins after the base's has ended.
 *  3. Proposed is the base's median and the sum of those effects, held to 1 to 5; of two steps the
 *     more cautious. Where that is the step which the base has, nothing is proposed. */
#pragma once

#include "kith-opinion.h"

G_BEGIN_DECLS

typedef struct
{
  KithId link;
  KithEnd end;
  int score;        /* 1 to 5 */
  KithId base_link; /* another where the base is a predecessor's */
  KithEnd base_end;
  KithOpinion base;
  KithDate base_date;
  GPtrArray *events; /* of KithEvent, owned references, by date; at least one */
  KithDate date;     /* of the last of them */
} KithProposal;

/* NULL: nothing to propose. */
KithProposal *kith_proposal_new (KithMap *map, KithId link, KithEnd end);
void kith_proposal_free (KithProposal *proposal);
int kith_proposal_effect (const KithProposal *proposal, const KithEvent *event);
/* "3 Working: 4 Strong (2015), −1 The winter when nobody rang" */
char *kith_proposal_to_words (KithMap *map, const KithProposal *proposal);
/* The same for the same base and events, another for any other: what has been dismissed. */
char *kith_proposal_key (const KithProposal *proposal);
/* Our impression, dated as the last event; its note says what it follows from. */
KithAssessment *kith_proposal_draft (KithMap *map, const KithProposal *proposal);
/* Takes it: one new rating. */
KithEdit *kith_verb_take_proposal (KithMap *map, const KithProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithProposal, kith_proposal_free)

G_END_DECLS
