/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratings over time: what each end of a link made of the other, as lines on one time axis with the
 * events of the link below: figures, a painter onto any cairo_t, and what is under a point. Knows
 * maps, no widgets.
 *
 *  - A rating holds until the next: the lines are steps, in the colours of trust. "Not known" is a
 *    break with a mark in a row of its own.
 *  - Each rating is a mark, round for end A and square for end B; hollow where it is an impression,
 *    dotted where it is only proposed. One whose date is not exact is as long as its span.
 *  - Of several voices the line is the median, in a band as wide as their range.
 *  - What lies between both lines is shaded, darker where they are two steps or more apart.
 *  - An event is a tick on the axis; what it did to an end stands in the lane of that end.
 *
 * Units: map units; whoever draws larger scales the context. Main thread only (kith-text.h). */
#pragma once

#include <cairo.h>

#include "kith-enum.h"
#include "kith-map.h"
#include "kith-palette.h"
#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct _KithTrustChart KithTrustChart;

typedef struct
{
  KithPaletteName palette;
  KithDimension dimension;
  gboolean one; /* only the line of `end` */
  KithEnd end;
  gboolean spark;        /* lines alone, a word high: no words, nothing to be hit */
  gboolean proposals;    /* with what is only proposed (trust) */
  GHashTable *put_aside; /* keys of proposals that are not wanted; borrowed, or NULL */
  gint32 day;            /* the map is as at this Julian day; 0: as it is now */
  gint32 today;          /* Julian day: the axis reaches at least until then */
  double width;
  double height;
} KithTrustChartLook;

typedef enum
{
  KITH_CHART_RATING,
  KITH_CHART_EVENT,
  KITH_CHART_PROPOSAL,
} KithChartPointKind;

/* What can be pointed at. */
typedef struct
{
  KithChartPointKind kind;
  KithId id;   /* of the rating or the event; 0 of a proposal */
  KithEnd end; /* of a rating or a proposal */
  KithDate date;
  int score; /* KithScore */
  gboolean impression;
  KithRect box; /* that the mark fills */
  char *words;  /* "March 2019: Police say 4 Strong of ED; event: Joint triage begins, +1" */
} KithChartPoint;

#define KITH_NO_POINT (-1)

/* `map` is the audience's, and where look->day is set the one as at that day. */
KithTrustChart *kith_trust_chart_new (KithMap *map, KithId link, const KithTrustChartLook *look);
void kith_trust_chart_free (KithTrustChart *chart);
/* Whether any end that it shows has ever been rated. */
gboolean kith_trust_chart_is_rated (const KithTrustChart *chart);
/* A height at which a chart of that width can be read. */
double kith_trust_chart_height (double width, gboolean one);

/* Draws no ground. `marked` and `hovered` are points, or KITH_NO_POINT. */
void kith_trust_chart_draw (cairo_t *cr, const KithTrustChart *chart, int marked, int hovered);

/* The points, by date: a rating before the event of the same days. */
guint kith_trust_chart_n_points (const KithTrustChart *chart);
const KithChartPoint *kith_trust_chart_point (const KithTrustChart *chart, int i);
/* The point at (x, y) or within a few units of it; KITH_NO_POINT for none. */
int kith_trust_chart_find (const KithTrustChart *chart, double x, double y);
/* The whole in words: "Police of ED: 2 Cautious (2011), 4 Strong (2015); ED of Police: …". */
char *kith_trust_chart_to_words (const KithTrustChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTrustChart, kith_trust_chart_free)

G_END_DECLS
