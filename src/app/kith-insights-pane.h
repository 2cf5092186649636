/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map tells: sentences in sections beside the map. Found on another thread, again after edits
 * and a pause; pointing at one shows on the canvas what it is about, choosing it selects that. */
#pragma once

#include "kith-canvas.h"

G_BEGIN_DECLS

#define KITH_TYPE_INSIGHTS_PANE (kith_insights_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithInsightsPane, kith_insights_pane, KITH, INSIGHTS_PANE, GtkWidget)

/* Where it points; borrowed, outlives it. */
void kith_insights_pane_set_canvas (KithInsightsPane *self, KithCanvas *canvas);
/* NULL: nothing is told, and nothing is counted any more. */
void kith_insights_pane_set_viewer (KithInsightsPane *self, KithViewer *viewer);
/* Gives the keyboard to the first sentence, now or when it is there. */
void kith_insights_pane_grab (KithInsightsPane *self);

G_END_DECLS
