/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says one thing that the map tells, and on request the numbers behind it and what it does
 * not mean. Knows an insight, not how it was found or where it is shown on the map. */
#pragma once

#include <gtk/gtk.h>

#include "kith-insights.h"

G_BEGIN_DECLS

#define KITH_TYPE_INSIGHT_ROW (kith_insight_row_get_type ())
G_DECLARE_FINAL_TYPE (KithInsightRow, kith_insight_row, KITH, INSIGHT_ROW, GtkListBoxRow)

/* Keeps a reference to all of them, of which `insight` is one. */
GtkWidget *kith_insight_row_new (KithInsights *insights, const KithInsight *insight);
const KithInsight *kith_insight_row_get_insight (KithInsightRow *self);
gboolean kith_insight_row_is_open (KithInsightRow *self);
void kith_insight_row_set_open (KithInsightRow *self, gboolean open);

G_END_DECLS
