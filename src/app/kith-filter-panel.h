/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter panel: a card over the side of the map where a person chooses what of it is looked
 * at, while the map follows. Knows the viewer, nothing of chips. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_FILTER_PANEL (kith_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (KithFilterPanel, kith_filter_panel, KITH, FILTER_PANEL, GtkWidget)

void kith_filter_panel_set_viewer (KithFilterPanel *self, KithViewer *viewer);
void kith_filter_panel_open (KithFilterPanel *self);
/* Gives the keyboard back to where it was. */
void kith_filter_panel_close (KithFilterPanel *self);

G_END_DECLS
