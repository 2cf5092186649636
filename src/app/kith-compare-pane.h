/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a comparison: what came, went, rose, fell and is otherwise changed, in words, filtered
 * by what it is about and by words. Follows the viewer; knows no window. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_COMPARE_PANE (kith_compare_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithComparePane, kith_compare_pane, KITH, COMPARE_PANE, GtkWidget)

/* Signals:
 *  "show-on-map" (gint64 id): a line was chosen that is about this stakeholder, link or space.
 *  "leave": back to the map. */

/* NULL: nothing is listed. */
void kith_compare_pane_set_viewer (KithComparePane *self, KithViewer *viewer);
/* Gives the keyboard to the list, or to what filters it where it is empty. */
void kith_compare_pane_grab (KithComparePane *self);

G_END_DECLS
