/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what is hard to read in a picture, eight at a time: links that cross, links that run
 * through boxes. Links are straight from centre to centre. It keeps positions of its own, as floats,
 * and counts for one box or one link that is, or might be, somewhere. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

typedef struct
{
  const KithPiece *piece;
  float *lanes;                         /* the next eight, in whole lanes */
  float *x, *y, *half_x, *half_y;       /* [n] half sides with KITH_SCORE_ROOM */
  float *from_x, *from_y, *to_x, *to_y; /* [m] */
} KithFlaws;

void kith_flaws_init (KithFlaws *flaws, const KithPiece *piece, const double *x, const double *y);
void kith_flaws_clear (KithFlaws *flaws);
void kith_flaws_lift (KithFlaws *flaws, guint v);
void kith_flaws_put (KithFlaws *flaws, guint v, double x, double y);

gboolean kith_flaws_is_free (const KithFlaws *flaws, guint v, float x, float y);
guint kith_flaws_links_at (const KithFlaws *flaws, guint v, float x, float y);
guint kith_flaws_boxes_on (const KithFlaws *flaws, float ax, float ay, float bx, float by);
guint kith_flaws_crossings (const KithFlaws *flaws, float ax, float ay, float bx, float by);

guint kith_flaws_all_crossings (const KithFlaws *flaws);
guint kith_flaws_all_through (const KithFlaws *flaws);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithFlaws, kith_flaws_clear)

G_END_DECLS
