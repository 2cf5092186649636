/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a trust sheet's painter share; for no other. */
#pragma once

#include "kith-text.h"
#include "kith-trust-grid.h"

G_BEGIN_DECLS

struct _KithTrustPainter
{
  GHashTable *layouts; /* "style width text" to PangoLayout */
};

/* What is the same for one drawing. */
typedef struct
{
  KithTrustPainter *painter;
  cairo_t *cr;
  const KithTrustSheet *sheet;
  const KithTrustFrame *frame;
  const KithPalette *palette;
  const KithTrustMarks *marks;
  guint n;
  guint rows[2]; /* in sight: from, to */
  guint columns[2];
} KithTrustDrawing;

#define KITH_TRUST_CORNER_LINES 2

/* Which way it is read, as the corner says: line 0 of what goes across, 1 of what goes down. */
const char *kith_trust_corner (guint line);

/* kith-trust-grid-signs.c */
PangoLayout *kith_trust_words (KithTrustPainter *painter,
                               const char *text,
                               KithTextStyle style,
                               double width);
/* In the middle of a box, or at its left edge. */
void kith_trust_put (const KithTrustDrawing *drawing,
                     const char *text,
                     KithTextStyle style,
                     const KithRect *box,
                     gboolean left);
void kith_trust_draw_sign (const KithTrustDrawing *drawing,
                           const KithOpinion *opinion,
                           const KithRect *box);
void kith_trust_draw_filtered (const KithTrustDrawing *drawing, const KithRect *box);
void kith_trust_draw_self (const KithTrustDrawing *drawing, const KithRect *box);

G_END_DECLS
