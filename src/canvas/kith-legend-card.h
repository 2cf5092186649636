/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend card: the map's legend as a widget, with its words for screen readers. Knows neither
 * the canvas nor the corner that it is in. */
#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_LEGEND_CARD (kith_legend_card_get_type ())
G_DECLARE_FINAL_TYPE (KithLegendCard, kith_legend_card, KITH, LEGEND_CARD, GtkWidget)

GtkWidget *kith_legend_card_new (void);
void kith_legend_card_show (KithLegendCard *self, KithMap *map, const KithView *view);
/* As a strip no wider than that, or (0) a column; its size, pixels. */
GtkRequisition kith_legend_card_shape (KithLegendCard *self, double strip);
/* Its main marks alone, in few rows within that. */
GtkRequisition kith_legend_card_fold (KithLegendCard *self, double width);
gboolean kith_legend_card_is_folded (KithLegendCard *self);
GtkRequisition kith_legend_card_get_size (KithLegendCard *self);

G_END_DECLS
