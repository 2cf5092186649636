/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of the things on a map: a name and a description of each. Works on the
 * map that was made for an audience, so it knows no more than may be heard; knows no widgets. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* "Northmoor Police, police force, 6 links" */
char *kith_spoken_stakeholder (KithMap *map, const KithStakeholder *stakeholder);
/* "Not yet involved. Level: place. Heard from on 3 of 6 links. In Big Room. …" */
char *kith_spoken_stakeholder_more (KithMap *map,
                                    const KithStakeholder *stakeholder,
                                    KithAudience audience);

/* As seen from one of its ends (0: the first): "Refers to: Housing Options; Northmoor Police say 4
 * Strong of Housing Options; Housing Options say 2 Cautious of Northmoor Police" */
char *kith_spoken_link (KithMap *map, const KithLink *link, KithId from, KithAudience audience);
/* The same with what a lens shows of the link in place of what its ends say of trust. */
char *kith_spoken_link_as (KithMap *map, const KithLink *link, KithId from, const char *said);
/* "The ends are two steps or more apart. Last event: A promise was kept, 2019." */
char *kith_spoken_link_more (KithMap *map,
                             const KithLink *link,
                             KithDimension dimension,
                             KithAudience audience);

/* "Big Room, shared space, 8 members" */
char *kith_spoken_space (KithMap *map, const KithSpace *space);
/* "Every Tuesday. Members: Northmoor Police, Housing Options." */
char *kith_spoken_space_more (KithMap *map, const KithSpace *space);

G_END_DECLS
