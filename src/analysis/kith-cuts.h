/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts: who and which ties hold the rest together, by one walk in depth (Hopcroft and Tarjan 1973).
 * What a stakeholder or a tie cuts off is a run of the walk, so each side is known at the cost of
 * naming it. Knows ties, not what is said of them. */
#pragma once

#include "kith-ties.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  guint *order;   /* who, as the walk came to them; pieces one after another */
  guint *place;   /* of who in that order */
  guint *size;    /* of who: those reached through them, themselves included */
  guint *low;     /* the first in order that these reach without the tie by which the walk came */
  guint *above;   /* from whom the walk came; KITH_NOWHERE where it began */
  guint *by;      /* by which tie */
  guint *piece;   /* of who: the piece of the map in which they are */
  GArray *pieces; /* of guint: where each begins in the order; and the end of the last */
} KithCuts;

/* Over the ties that are at least so trusted; 0: over all, unknown ones too. Linear. */
KithCuts *kith_cuts_new (const KithTies *ties, double least);
void kith_cuts_free (KithCuts *cuts);

guint kith_cuts_n_pieces (const KithCuts *cuts);
guint kith_cuts_piece_size (const KithCuts *cuts, guint piece);
/* Who is in a piece, by place (transfer full) (of guint). */
GArray *kith_cuts_piece (const KithCuts *cuts, guint piece);

/* Into how many parts the others of its piece fall without this one; 1 or 0: it holds nothing. */
guint kith_cuts_n_parts (const KithCuts *cuts, guint who);
/* How many are then cut off from the largest part. */
guint kith_cuts_n_cut_off (const KithCuts *cuts, guint who);
/* These parts, largest first, of equals the one that begins with the first name; each by place
 * (transfer full) (of GArray of guint). */
GPtrArray *kith_cuts_parts (const KithCuts *cuts, guint who);

/* Who is beyond this tie, where it is the only way there; KITH_NOWHERE where there is another. */
guint kith_cuts_beyond (const KithCuts *cuts, const KithTie *tie, guint i);
/* The two sides of it, the smaller one first, of equals the one with the first name (transfer full). */
void kith_cuts_sides (const KithCuts *cuts, guint beyond, GArray **smaller, GArray **larger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCuts, kith_cuts_free)

G_END_DECLS
