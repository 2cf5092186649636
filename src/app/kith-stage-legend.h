/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend of a stage: a strip under the map, large enough for a room. */
#pragma once

#include <gtk/gtk.h>

#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_STAGE_LEGEND (kith_stage_legend_get_type ())
G_DECLARE_FINAL_TYPE (KithStageLegend, kith_stage_legend, KITH, STAGE_LEGEND, GtkWidget)

GtkWidget *kith_stage_legend_new (void);
/* `map`: what the view shows. */
void kith_stage_legend_show (KithStageLegend *self, KithMap *map, const KithView *view);
/* How many times as large as in a window. */
void kith_stage_legend_set_scale (KithStageLegend *self, double scale);

G_END_DECLS
