/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link and its two ends alone, as large as there is room. A drawing, with its words for screen
 * readers. Knows no round. */
#pragma once

#include <gtk/gtk.h>

#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_WORKSHOP_PICTURE (kith_workshop_picture_get_type ())
G_DECLARE_FINAL_TYPE (KithWorkshopPicture, kith_workshop_picture, KITH, WORKSHOP_PICTURE, GtkWidget)

GtkWidget *kith_workshop_picture_new (void);
/* `map`: made for who looks. `told`: what is said of the link shows. */
void kith_workshop_picture_show (KithWorkshopPicture *self,
                                 KithMap *map,
                                 KithId link,
                                 gboolean told,
                                 KithPaletteName palette);

G_END_DECLS
