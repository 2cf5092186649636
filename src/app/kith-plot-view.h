/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot view: a plot (kith-plot.h) as a widget, with what is under the pointer or the keyboard read
 * out. Knows the viewer, not what the plot shows.
 *
 * Keys: Left and Up, Right and Down go from point to point, Home and End to the first and the last,
 * Enter does what a click does. */
#pragma once

#include <gtk/gtk.h>

#include "kith-plot.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PLOT_VIEW (kith_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (KithPlotView, kith_plot_view, KITH, PLOT_VIEW, GtkWidget)

/* Makes the plot at a width; NULL where there is nothing to show. */
typedef KithPlot *(*KithPlotMaker) (KithViewer *viewer, KithId subject, double width);

/* Signal "picked" (gint64): a point with a record behind it was clicked. */

GtkWidget *kith_plot_view_new (KithViewer *viewer, KithPlotMaker make, KithId subject);
/* What it shows has changed, or is of another subject. */
void kith_plot_view_show (KithPlotView *self, KithId subject);

/* The two that there are. */
KithPlot *kith_plot_view_pulse (KithViewer *viewer, KithId subject, double width);
KithPlot *kith_plot_view_load (KithViewer *viewer, KithId subject, double width);

G_END_DECLS
