/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pulse of a stakeholder: a small chart for each measure, all on the same two scales, so that
 * they compare. Knows no widget. */
#pragma once

#include "kith-plot.h"

G_BEGIN_DECLS

/* `map` is an audience's, and `warnings` (KithWarning) those of it. */
KithPlot *kith_pulse_plot_new (KithMap *map,
                               KithId stakeholder,
                               const GPtrArray *warnings,
                               const KithPalette *palette,
                               double width);

G_END_DECLS
