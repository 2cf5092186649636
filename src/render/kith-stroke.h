/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notation of trust: how a half of a link is drawn for each step. Knows curves and palettes,
 * not figures; the legend draws with it too. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

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

/* How a line is drawn: lines of one sort can be drawn at once. */
typedef struct
{
  guint8 pen; /* KithPen */
  guint8 ink; /* KithInk */
  guint8 is_faint;
} KithStroke;

KithStroke kith_stroke_of_opinion (const KithPalette *palette, const KithOpinion *opinion);
KithStroke kith_stroke_of_look (const KithHalfLook *look);
void kith_stroke_set (cairo_t *cr,
                      const KithPalette *palette,
                      KithStroke stroke,
                      KithDetail detail);
void kith_stroke_add (cairo_t *cr, const KithCurve *half, KithStroke stroke, KithDetail detail);

/* What stands on and beside the line of a half: a chevron pointing from the one who says it to the one
 * it is about, and a digit or a word. */
typedef struct
{
  KithPoint chevron_at;
  KithPoint chevron_along; /* unit vector */
  KithPoint words_at;      /* on the line */
  KithPoint words_along;
  KithPoint words_middle; /* beside it */
  char *words;            /* owned, or NULL */
  gboolean range;         /* several voices that do not agree */
  gboolean words_below;   /* the line; above it else */
  guint8 chevron;         /* whether there is one */
  guint8 chevron_ink;
  guint8 words_ink;
} KithMarks;

/* Which of the places that there are on a half: 0 is the first choice. */
typedef struct
{
  guint8 chevron;
  guint8 words;
  guint8 off_arrow; /* whether the chevron keeps off the head of an arrow at the box */
} KithMarkPlaces;

#define KITH_CHEVRON_PLACES 3
#define KITH_WORDS_PLACES 6       /* on a long half */
#define KITH_WORDS_BESIDE_LABEL 2 /* places of words that leave the rest of the half to a label */

/* The point and the unit direction of the half there. */
KithPoint kith_stroke_chevron_place (const KithCurve *half,
                                     double length,
                                     const KithMarkPlaces *places,
                                     KithPoint *along);
guint kith_stroke_n_words_places (double length);
/* The middle of the words, beside the line. */
KithPoint kith_stroke_words_middle (const KithCurve *half,
                                    double length,
                                    guint place,
                                    KithPoint *along);
void kith_stroke_marks_of_opinion (const KithCurve *half,
                                   const KithOpinion *opinion,
                                   KithDetail detail,
                                   const KithMarkPlaces *places,
                                   KithMarks *marks);
void kith_stroke_marks_of_look (const KithCurve *half,
                                const KithHalfLook *look,
                                KithDetail detail,
                                const KithMarkPlaces *places,
                                KithMarks *marks);
void kith_marks_clear (KithMarks *marks);
void kith_stroke_marks (cairo_t *cr, const KithPalette *palette, const KithMarks *marks, guint n);
/* Shapes what another thread is to draw beside a line or in a badge. */
PangoLayout *kith_stroke_words (const char *words);
/* Of what stands beside a half; NULL: nothing does. */
PangoLayout *kith_stroke_words_of_opinion (const KithOpinion *opinion);

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
void kith_stroke_hatch (cairo_t *cr, const KithColour *colour, const KithRect *rect, guint hatch);
void kith_stroke_badge (cairo_t *cr,
                        const KithPalette *palette,
                        double cx,
                        double cy,
                        const char *text);
/* Several voices that do not agree: a bracket under the line, or above it. */
void kith_stroke_range (cairo_t *cr,
                        const KithPalette *palette,
                        KithPoint at,
                        KithPoint direction,
                        gboolean above);
/* The open lozenge where the ends are far apart, at the origin of the user space. */
void kith_stroke_lozenge (cairo_t *cr, const KithPalette *palette);
/* Up to five ticks across a line along the x axis, centred at the origin; `gap`: leave room for
 * the lozenge. */
void kith_stroke_ticks (cairo_t *cr, const KithPalette *palette, guint n, gboolean gap);
/* Two short bars with a gap between them: cut off. */
void kith_stroke_cut (cairo_t *cr, const KithPalette *palette);
/* An open arrowhead with its tip at the point. */
typedef struct
{
  KithPoint tip;
  KithPoint along; /* unit vector, to the tip */
} KithArrow;

void kith_stroke_arrows (cairo_t *cr, const KithPalette *palette, const KithArrow *arrows, guint n);
void kith_stroke_lock (cairo_t *cr, const KithColour *colour, double cx, double cy);
void kith_stroke_pin (cairo_t *cr, const KithColour *colour, double cx, double cy);
void kith_curve_path (cairo_t *cr, const KithCurve *curve);

G_END_DECLS
