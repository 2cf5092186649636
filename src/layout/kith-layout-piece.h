/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connected piece of the graph, with its own numbering, tidied input and
 * neighbour lists. Everything that lays out works on one piece. */
#pragma once

#include "kith-layout.h"

G_BEGIN_DECLS

/* Beyond this a pinned box stays where it is and is otherwise ignored, and any
 * other box counts as having no position. Maps end at 10^6. */
#define KITH_PIECE_FAR 1e7

typedef struct
{
  guint n, m;
  guint *ids; /* [n] index in the caller's graph */

  double *width, *height;
  guint8 *pinned;
  guint8 *known;     /* [n] x, y hold a position of an earlier picture */
  gboolean anchored; /* something is pinned */
  gboolean lonely;   /* it is the only one */
  double *x, *y;     /* [n] centres, map units */

  guint *a, *b;   /* [m] ends of each link, a < b, each pair once */
  double *length; /* [m] wished length, 1 on average */
  guint *offset;  /* [n + 1] into the next three */
  guint *near;    /* [2m] neighbours */
  guint *via;     /* [2m] the link to each */
  float *reach;   /* [2m] its length */

  double unit; /* map units per unit of length */
  double gap, clearance;

  /* of what has been drawn */
  double scale;    /* map units per link on average; 0 where nobody has measured */
  gboolean kept;   /* it is the earlier picture, to the last bit */
  gboolean mended; /* it is that but for a few boxes */
} KithPiece;

/* A tree, or nearly. */
static inline gboolean
kith_piece_is_tree (const KithPiece *piece)
{
  return piece->m < 1.25 * piece->n;
}

GPtrArray *kith_pieces_new (const KithLayoutGraph *graph,
                            const KithLayoutOptions *options,
                            const double *x,
                            const double *y);
KithPiece *kith_piece_new_whole (const KithLayoutGraph *graph,
                                 const KithLayoutOptions *options,
                                 const double *x,
                                 const double *y);
void kith_piece_free (KithPiece *piece);

gboolean kith_piece_is_place (double x, double y);
double kith_piece_sane_size (double size, double otherwise);
double kith_piece_sane_space (double space, double otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPiece, kith_piece_free)

G_END_DECLS
