/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties: a map as arrays, for counting. A tie is two stakeholders and all the links that join them. Made
 * from an audience's map, so it knows nothing that they may not see; never changes.
 *
 * What an end makes of the other is the median of all voices in force on all links between the two.
 * Where nobody gave a step it is unknown, which is never a low value: what weighs trust leaves such
 * a tie out and says how many there are. */
#pragma once

#include "kith-opinion.h"

G_BEGIN_DECLS

#define KITH_NOWHERE G_MAXUINT

typedef struct
{
  guint a; /* places among the stakeholders; a < b */
  guint b;
  guint first; /* of the links that join them */
  guint n;
  double says_a; /* what a makes of b, 1 to 5 in halves; 0: nobody gave a step */
  double says_b;
} KithTie;

/* One side of a tie, seen from a stakeholder. */
typedef struct
{
  guint other;
  guint tie;
} KithStep;

typedef struct
{
  gatomicrefcount ref_count;
  KithMap *map;
  KithAudience audience;
  GPtrArray *who; /* KithStakeholder, by name: places in it are what all of this room counts with */
  GArray *ties;   /* of KithTie */
  GArray *links;  /* of KithId, tie by tie */
  GHashTable *places;
  guint *firsts;   /* of the steps of each stakeholder; one more than there are */
  KithStep *steps; /* of each by the other's place */
} KithTies;

/* `map`: made for `audience` and its day, without sealed rounds; nobody else may use it meanwhile.
 * Cost: linear in links and ratings, and sorting. */
KithTies *kith_ties_new (KithMap *map, KithAudience audience);
KithTies *kith_ties_ref (KithTies *ties);
void kith_ties_unref (KithTies *ties);

guint kith_ties_n (const KithTies *ties); /* stakeholders */
guint kith_ties_n_ties (const KithTies *ties);
const KithTie *kith_ties_nth (const KithTies *ties, guint i);
const KithStakeholder *kith_ties_who (const KithTies *ties, guint place);
const char *kith_ties_name (const KithTies *ties, guint place); /* its short name */
KithId kith_ties_id (const KithTies *ties, guint place);
KithId kith_ties_sector (const KithTies *ties, guint place); /* never 0: Other */
guint kith_ties_place (const KithTies *ties, KithId stakeholder);
guint kith_ties_n_steps (const KithTies *ties, guint place);
const KithStep *kith_ties_step (const KithTies *ties, guint place, guint i);
/* The tie between two, or KITH_NOWHERE. */
guint kith_ties_between (const KithTies *ties, guint a, guint b);
KithId kith_ties_link (const KithTies *ties, const KithTie *tie, guint i);

/* A tie is as strong as the more cautious of those of its ends who gave a step; 0: unknown. */
double kith_tie_trust (const KithTie *tie);
/* How many ties have that. */
guint kith_ties_n_rated (const KithTies *ties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTies, kith_ties_unref)

G_END_DECLS
