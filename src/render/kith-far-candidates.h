/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is worth a name from afar: the best linked of those who pass the filter, with their links, and shared spaces. */
#pragma once

#include "kith-figures-private.h"

G_BEGIN_DECLS

#define KITH_FAR_PLACES 24 /* round the outline of a shared space */

/* A link of a candidate. */
typedef struct
{
  const KithLinkFigure *link;
  guint other; /* the candidate at its other end, from 1; 0: none is there */
} KithFarTie;

typedef struct
{
  KithBoxFigure *box;     /* or … */
  KithSpaceFigure *space; /* … a shared space; the other is NULL */
  guint n_links;
  GArray *ties;           /* of KithFarTie */
  const KithPoint *along; /* the KITH_FAR_PLACES of its outline, where those are known; or NULL */
} KithFarCandidate;

/* At most so many KithFarCandidate, the best linked stakeholders first, those of shared spaces last (transfer full).
 * O(n log n + m). */
GArray *kith_far_candidates_find (const KithFigures *figures, guint most);
KithId kith_far_candidate_id (const KithFarCandidate *candidate);
/* What its tag lies over: its box, or the name at its outline. */
const KithRect *kith_far_candidate_rect (const KithFarCandidate *candidate);
const char *kith_far_candidate_name (const KithFarCandidate *candidate);
/* That, as a tag says it (transfer none). */
PangoLayout *kith_far_candidate_layout (const KithFarCandidate *candidate);
/* Whoever has this id; FALSE: nobody who may be named. */
gboolean kith_far_candidate_of (const KithFigures *figures, KithId id, KithFarCandidate *candidate);

G_END_DECLS
