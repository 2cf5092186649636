/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map tells, found on another thread from a snapshot. Knows no widget. */
#pragma once

#include "kith-insights.h"

G_BEGIN_DECLS

typedef struct _KithInsightsWork KithInsightsWork;

/* On the main thread; `insights` NULL: it was stopped or failed. Not called after kith_insights_work_drop(). */
typedef void (*KithInsightsDone) (KithInsights *insights, const GError *error, gpointer data);

/* `map`: (transfer full): a snapshot that nobody else uses. */
KithInsightsWork *kith_insights_work_new (KithMap *map,
                                          KithAudience audience,
                                          KithInsightsDone done,
                                          gpointer data);
/* 0 to 1. */
double kith_insights_work_get_part (KithInsightsWork *work);
/* Stops it, and `done` hears of it. */
void kith_insights_work_cancel (KithInsightsWork *work);
/* Stops it, and nobody hears of it; the thread ends by itself. To be called once for each, also
 * after it is done. */
void kith_insights_work_drop (KithInsightsWork *work);

G_END_DECLS
