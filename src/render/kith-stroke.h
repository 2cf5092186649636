/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notation of trust: how a half of a link is drawn for each step. Knows curves and palettes,
 * not figures; the legend draws with it too. */
#pragma once

#include <cairo.h>

#include "kith-curve.h"
#include "kith-opinion.h"
#include "kith-palette.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_DETAIL_DOTS,   /* colours only */
  KITH_DETAIL_SHAPES, /* plain lines and boxes, no text */
  KITH_DETAIL_NAMES,  /* names, marks of links, no digits */
  KITH_DETAIL_FULL,
} KithDetail;

KithDetail kith_detail_at (double scale, gboolean full);

void kith_stroke_begin_along (cairo_t *cr, KithPoint at, KithPoint direction);

/* The half that begins at the rater's box and ends in the middle of the link. */
void kith_stroke_half (cairo_t *cr,
                       const KithPalette *palette,
                       const KithCurve *half,
                       const KithOpinion *opinion,
                       KithDetail detail);
/* The half's chevron, pointing from the one who says it to the one it is about, and its digit. */
void kith_stroke_half_marks (cairo_t *cr,
                             const KithPalette *palette,
                             const KithCurve *half,
                             const KithOpinion *opinion,
                             KithDetail detail);
/* The same for what a lens makes of a half, whatever that stands for. */
void kith_stroke_look (cairo_t *cr,
                       const KithPalette *palette,
                       const KithCurve *half,
                       const KithHalfLook *look,
                       KithDetail detail);
void kith_stroke_look_marks (cairo_t *cr,
                             const KithPalette *palette,
                             const KithCurve *half,
                             const KithHalfLook *look,
                             KithDetail detail);
/* A plus or a minus in a disc at the origin of the user space. */
void kith_stroke_sign (cairo_t *cr, const KithPalette *palette, gboolean plus);
/* A sign or a digit in a disc: "+", "3". */
/* The dashes of the frame of what is not there today, and the years in which it was, on a plate. */
void kith_stroke_over_dash (cairo_t *cr);
void kith_stroke_years (cairo_t *cr,
                        const KithPalette *palette,
                        double cx,
                        double cy,
                        const char *years);
void kith_stroke_badge (cairo_t *cr,
                        const KithPalette *palette,
                        double cx,
                        double cy,
                        const char *text);
/* Several voices that do not agree: a bracket under the line. */
void kith_stroke_range (cairo_t *cr, const KithPalette *palette, KithPoint at, KithPoint direction);
/* The open lozenge where the ends are far apart, at the origin of the user space. */
void kith_stroke_lozenge (cairo_t *cr, const KithPalette *palette);
/* Up to five ticks across a line along the x axis, centred at the origin; `gap`: leave room for
 * the lozenge. */
void kith_stroke_ticks (cairo_t *cr, const KithPalette *palette, guint n, gboolean gap);
/* Two short bars with a gap between them: cut off. */
void kith_stroke_cut (cairo_t *cr, const KithPalette *palette);
/* An open arrowhead with its tip at the point. */
void kith_stroke_arrow (cairo_t *cr,
                        const KithPalette *palette,
                        KithPoint tip,
                        KithPoint direction);
void kith_stroke_lock (cairo_t *cr, const KithColour *colour, double cx, double cy);
void kith_stroke_pin (cairo_t *cr, const KithColour *colour, double cx, double cy);
void kith_curve_path (cairo_t *cr, const KithCurve *curve);

G_END_DECLS
