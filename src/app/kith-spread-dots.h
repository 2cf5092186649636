/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several voices said, as dots on the five steps, with their median. A drawing: the words
 * stand beside it. */
#pragma once

#include <gtk/gtk.h>

#include "kith-round.h"
#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_SPREAD_DOTS (kith_spread_dots_get_type ())
G_DECLARE_FINAL_TYPE (KithSpreadDots, kith_spread_dots, KITH, SPREAD_DOTS, GtkWidget)

GtkWidget *kith_spread_dots_new (const KithSpread *spread, KithPaletteName palette);

G_END_DECLS
