/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far apart boxes of a piece should be, from its links alone. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

/* Scratch space for one search after another. */
typedef struct
{
  guint *queue;     /* [2 n] */
  guint *hops;      /* [n] */
  gint32 *hops_all; /* [n] times eight */
} KithDistanceWork;

void kith_distances_measure_links (KithPiece *piece);
KithDistanceWork *kith_distance_work_new (const KithPiece *piece);
void kith_distance_work_free (KithDistanceWork *work);
void kith_distances_from (const KithPiece *piece,
                          guint source,
                          KithDistanceWork *work,
                          float *distance);
void kith_distances_from_eight (const KithPiece *piece,
                                const guint *sources,
                                KithDistanceWork *work,
                                float *distance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDistanceWork, kith_distance_work_free)

G_END_DECLS
