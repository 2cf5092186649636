/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ratings of a link over time on its page: the chart, what of it is pointed at in words, and
 * the way to see it larger. Away while nobody has rated. Knows the viewer, not the page. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_CHART_GROUP (kith_chart_group_get_type ())
G_DECLARE_FINAL_TYPE (KithChartGroup, kith_chart_group, KITH, CHART_GROUP, AdwPreferencesGroup)

/* Signal "rating-picked" (gint64 id, int end): a rating is to be shown among the others. An event
 * that is picked opens by itself. */

void kith_chart_group_show (KithChartGroup *self, KithViewer *viewer, KithId link);

G_END_DECLS
