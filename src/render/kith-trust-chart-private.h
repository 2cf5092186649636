/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the chart share: kith-trust-chart.c makes it, -words words it, -draw draws
 * it. */
#pragma once

#include "kith-opinion-history.h"
#include "kith-trust-chart.h"

G_BEGIN_DECLS

#define KITH_N_ENDS 2
#define KITH_CHART_MARK 8.0  /* across a mark */
#define KITH_CHART_LANE 14.0 /* height of an end's lane of events */
#define KITH_CHART_TICK 6.0  /* of an event, on the axis */

/* What held for a while. */
typedef struct
{
  double from; /* x */
  double to;
  KithOpinion opinion;
  gboolean exact; /* the day on which it began is known */
} KithChartSegment;

/* What an event did to an end, in that end's lane. */
typedef struct
{
  double x;
  int effect; /* -2 to 2, not 0 */
} KithChartEffect;

struct _KithTrustChart
{
  KithTrustChartLook look;
  const KithPalette *palette;
  KithRect plot;        /* from step 5 to the lowest row */
  gboolean has_absence; /* a row below step 1 for "not known" */
  gint32 first;         /* Julian days of the left and right side of the plot */
  gint32 last;
  double lane[KITH_N_ENDS];                   /* middle of each lane */
  double axis;                                /* y of the axis */
  char *names[KITH_N_ENDS];                   /* "Police of ED" */
  KithOpinionHistory *histories[KITH_N_ENDS]; /* NULL where the end is not shown */
  GArray *segments[KITH_N_ENDS];              /* of KithChartSegment */
  GArray *effects[KITH_N_ENDS];               /* of KithChartEffect */
  GArray *points;                             /* of KithChartPoint */
};

double kith_chart_x (const KithTrustChart *chart, gint32 day);
/* Of a step (in halves, 1 to 5) of an end, or of the row of what is not known (0). */
double kith_chart_y (const KithTrustChart *chart, KithEnd end, double step);
gboolean kith_chart_shows (const KithTrustChart *chart, int end);

/* (transfer full) */
char *kith_chart_rating_words (KithMap *map,
                               const KithLink *link,
                               const KithTrustChart *chart,
                               KithEnd end,
                               const KithOpinionSaid *said);
char *kith_chart_event_words (KithMap *map,
                              const KithLink *link,
                              const KithTrustChart *chart,
                              const KithEvent *event);
/* The event of a rating's words: "; event: Joint triage begins, +1". */
char *kith_chart_event_beside (const KithEvent *event, KithEnd end);
char *kith_chart_end_words (KithMap *map, const KithLink *link, KithEnd end);

G_END_DECLS
