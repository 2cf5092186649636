/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a map, to draw with. What has been decoded is kept for a while, by the picture's id,
 * which follows from its content. On any thread. */
#pragma once

#include <cairo.h>

#include "kith-picture.h"

G_BEGIN_DECLS

/* Draws it into the rectangle, `strength` 0 to 1; a plain box where it cannot be decoded. */
void kith_picture_draw (cairo_t *cr,
                        const KithPicture *picture,
                        double x,
                        double y,
                        double width,
                        double height,
                        double strength);

G_END_DECLS
