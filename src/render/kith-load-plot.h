/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who carries how much when: a bar for each change, hatched while it may or may not be embedded, and
 * beneath the bars of each stakeholder where several are carried at once, in words and pattern. Knows
 * no widget. */
#pragma once

#include "kith-plot.h"

G_BEGIN_DECLS

/* `map` is an audience's. `stakeholder` 0: of all who carry a change. `today`: a Julian day. */
KithPlot *kith_load_plot_new (KithMap *map,
                              KithId stakeholder,
                              gint32 today,
                              const KithPalette *palette,
                              double width);

G_END_DECLS
