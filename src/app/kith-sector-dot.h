/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round sign of a sector as the map draws it, as a small widget. */
#pragma once

#include <gtk/gtk.h>

#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_SECTOR_DOT (kith_sector_dot_get_type ())
G_DECLARE_FINAL_TYPE (KithSectorDot, kith_sector_dot, KITH, SECTOR_DOT, GtkWidget)

GtkWidget *kith_sector_dot_new (void);
/* Places in the palette and among the signs, 0 to 12. */
void kith_sector_dot_set (KithSectorDot *self, KithPaletteName palette, int colour, int sign);

G_END_DECLS
