/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minimap: a small picture of everything on a card, with a frame round what is in sight, by
 * which one looks elsewhere. Knows no map: somebody else paints. */
#pragma once

#include <gtk/gtk.h>

#include "kith-palette.h"
#include "kith-rect.h"

G_BEGIN_DECLS

#define KITH_TYPE_MINIMAP (kith_minimap_get_type ())
G_DECLARE_FINAL_TYPE (KithMinimap, kith_minimap, KITH, MINIMAP, GtkWidget)

/* Signal "look-at" (double x, double y): map units that are to come into the middle. */

/* The user space of `cr` is in map units, `scale` device pixels each; paint the ground, too. */
typedef void (*KithMinimapPaint) (cairo_t *cr, double scale, gpointer data);

GtkWidget *kith_minimap_new (KithMinimapPaint paint, gpointer data);
/* What is on the map, map units; its picture is made anew when there is time. */
void kith_minimap_set_bounds (KithMinimap *self, const KithRect *bounds, const KithColour *ink);
/* What of it is in sight. */
void kith_minimap_set_sight (KithMinimap *self, const KithRect *sight);
/* The size that the bounds take within at most so many pixels. */
GtkRequisition kith_minimap_size_within (KithMinimap *self, int width, int height);

G_END_DECLS
