/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter bar: what of the map is looked at, as chips that can be taken away one by one, over
 * the map; not there while everything is. Knows the viewer, not where the filter comes from. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_FILTER_BAR (kith_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithFilterBar, kith_filter_bar, KITH, FILTER_BAR, GtkWidget)

/* Signal "leave": the last chip is gone, and the keyboard was on it. */

void kith_filter_bar_set_viewer (KithFilterBar *self, KithViewer *viewer);
/* Two lines where one would be too short. */
void kith_filter_bar_set_narrow (KithFilterBar *self, gboolean narrow);

G_END_DECLS
