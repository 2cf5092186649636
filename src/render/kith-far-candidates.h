/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is worth a name from afar: the best linked of those who pass the filter, with their links. */
#pragma once

#include "kith-figures-private.h"

G_BEGIN_DECLS

/* A link of a candidate. */
typedef struct
{
  const KithLinkFigure *link;
  guint other; /* the candidate at its other end, from 1; 0: none is there */
} KithFarTie;

typedef struct
{
  KithBoxFigure *box;
  guint n_links;
  GArray *ties; /* of KithFarTie */
} KithFarCandidate;

/* At most so many KithFarCandidate, the best linked first (transfer full). O(n log n + m). */
GArray *kith_far_candidates_find (const KithFigures *figures, guint most);

G_END_DECLS
