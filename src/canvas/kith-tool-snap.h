/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drag snaps to: the boxes in sight that stay where they are, and the lines that are drawn
 * meanwhile. Knows the canvas, not what is being dragged. */
#pragma once

#include "kith-canvas.h"
#include "kith-snap.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *others; /* of KithRect; NULL until they are looked for */
  KithRect seen;  /* where they were looked for */
  KithSnap snap;
} KithToolSnap;

/* `ids`: what moves; `box`: round it before it moved; the way (map units) becomes that to the next
 * line, if one is near. */
void kith_tool_snap_move (KithToolSnap *self,
                          KithCanvas *canvas,
                          const GArray *ids,
                          const KithRect *box,
                          double *dx,
                          double *dy);
/* Nothing is in line any more. */
void kith_tool_snap_rest (KithToolSnap *self);
void kith_tool_snap_draw (const KithToolSnap *self, KithCanvas *canvas, cairo_t *cr, double scale);
void kith_tool_snap_clear (KithToolSnap *self);

G_END_DECLS
