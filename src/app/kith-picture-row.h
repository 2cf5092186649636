/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a stakeholder or of a background, with buttons to choose another and to remove
 * it. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PICTURE_ROW (kith_picture_row_get_type ())
G_DECLARE_FINAL_TYPE (KithPictureRow, kith_picture_row, KITH, PICTURE_ROW, AdwActionRow)

/* `owner`: a stakeholder or a background of the viewer's map. */
void kith_picture_row_show (KithPictureRow *self, KithViewer *viewer, KithId owner);

G_END_DECLS
