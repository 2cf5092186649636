/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sector button: shows a sector by its sign and name; one click shows all of them, a second
 * chooses. Knows maps, for the sectors that they have added. */
#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_TYPE_SECTOR_BUTTON (kith_sector_button_get_type ())
G_DECLARE_FINAL_TYPE (KithSectorButton, kith_sector_button, KITH, SECTOR_BUTTON, GtkWidget)

/* Signal "chosen": a person has chosen. */

GtkWidget *kith_sector_button_new (KithMap *map, KithId sector);
KithId kith_sector_button_get_sector (KithSectorButton *self);
void kith_sector_button_set_sector (KithSectorButton *self, KithId sector);

G_END_DECLS
