/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A curve as the points it runs through: bending, trimming, lengths, distances. Knows no link. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

#define KITH_CURVE_POINTS 33

/* Points at even steps of the parameter; a straight one has two.
 * Invariant: 2 <= n <= KITH_CURVE_POINTS. */
typedef struct
{
  guint n;
  KithPoint points[KITH_CURVE_POINTS];
} KithCurve;

void kith_curve_make (KithCurve *curve, KithPoint from, KithPoint to, double bend);
/* The same through a point that need not lie opposite the middle. */
void kith_curve_through (KithCurve *curve, KithPoint from, KithPoint to, KithPoint by);
/* Cuts off what lies within the rectangles at the start and at the end; FALSE if nothing is left. */
gboolean kith_curve_trim (KithCurve *curve, const KithRect *start, const KithRect *end);
double kith_curve_length (const KithCurve *curve);
/* The point at `distance` along, and the unit direction there. */
KithPoint kith_curve_at (const KithCurve *curve, double distance, KithPoint *direction);
/* The part between two distances along. */
void kith_curve_part (const KithCurve *curve, double from, double to, KithCurve *part);
/* The same curve moved sideways (to the right of its direction, y down). */
void kith_curve_offset (const KithCurve *curve, double by, KithCurve *moved);
/* Distance of a point, and how far along the nearest place is. */
double kith_curve_distance (const KithCurve *curve, double x, double y, double *along);
double kith_segment_distance (KithPoint a, KithPoint b, double x, double y);
KithRect kith_curve_bounds (const KithCurve *curve);
KithRect kith_points_bounds (const KithPoint *points, guint n);
gboolean kith_segment_meets_rect (KithPoint a, KithPoint b, const KithRect *rect);
/* Length of a→b within the rectangle. */
double kith_segment_within (KithPoint a, KithPoint b, const KithRect *rect);
gboolean kith_curve_meets (const KithCurve *curve, const KithRect *rect);
/* Length of the curve within the rectangle, roughly; 0 where they do not meet. */
double kith_curve_within (const KithCurve *curve, const KithRect *rect);

G_END_DECLS
