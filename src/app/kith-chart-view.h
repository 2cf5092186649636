/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart view: the ratings of a link over time (kith-trust-chart.h), with what is under the
 * pointer or the keyboard read out. Knows the viewer, not the page.
 *
 * Keys: Left and Right go from point to point by date, Home and End to the first and the last,
 * Enter does what a click does. */
#pragma once

#include <gtk/gtk.h>

#include "kith-trust-chart.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHART_VIEW (kith_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (KithChartView, kith_chart_view, KITH, CHART_VIEW, GtkWidget)

/* Signals:
 *  "reading" (const char *words): what is pointed at in words; NULL: nothing.
 *  "rating-picked" (gint64 id, int end), "event-picked" (gint64 id): a click or Enter. */

GtkWidget *kith_chart_view_new (void);
/* Lines alone, a word high, nothing to point at; before it is shown anything. */
void kith_chart_view_set_spark (KithChartView *self);
/* To be read from the back of a room: text of this size (pixels; 0: the usual one), as wide as there
 * is room, and nothing that nobody has said. */
void kith_chart_view_set_room (KithChartView *self, guint font);
/* Which ratings it shows; at first KITH_LENS_CHOOSES. */
#define KITH_LENS_CHOOSES (-1)
void kith_chart_view_set_dimension (KithChartView *self, int dimension);
KithDimension kith_chart_view_get_dimension (KithChartView *self);
void kith_chart_view_show (KithChartView *self, KithViewer *viewer, KithId link);
/* The map differs; FALSE: the link is gone. */
gboolean kith_chart_view_refresh (KithChartView *self);
/* Whether there is anything to show. */
gboolean kith_chart_view_is_rated (KithChartView *self);

G_END_DECLS
