/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend: what the marks on this map mean, only those in use. Knows figures' notation, not
 * where it is put. */
#pragma once

#include <cairo.h>

#include "kith-map.h"
#include "kith-rect.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithLegend KithLegend;

/* `map` is already made for the view's audience. Main thread only. */
KithLegend *kith_legend_new (KithMap *map, const KithView *view);
/* One that can be folded. */
KithLegend *kith_legend_new_card (KithMap *map, const KithView *view);
KithLegend *kith_legend_new_strip (KithMap *map,
                                   const KithView *view,
                                   double width,
                                   gboolean with_sectors);
/* The same for two maps at once, whose marks it all explains; `also` may be NULL. */
KithLegend *kith_legend_new_strip_with (KithMap *map,
                                        const KithView *view,
                                        KithMap *also,
                                        const KithView *also_view,
                                        double width);
/* Flows it into a strip as low as `width` allows; 0: one column. */
void kith_legend_set_strip (KithLegend *legend, double width);
/* Flows it into columns no higher than `height`, as narrow as that allows. FALSE where that is too low
 * for any. */
gboolean kith_legend_set_columns (KithLegend *legend, double height);
/* Leaves its main marks alone, in few rows within `width`; FALSE where it has none. */
gboolean kith_legend_fold (KithLegend *legend, double width);
void kith_legend_free (KithLegend *legend);
void kith_legend_size (const KithLegend *legend, double *width, double *height);
/* With its top left corner at the origin of the user space; a card with ground and border. */
void kith_legend_draw (const KithLegend *legend, cairo_t *cr);
/* The same in words, a line each, for screen readers. */
char *kith_legend_to_words (const KithLegend *legend);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLegend, kith_legend_free)

G_END_DECLS
