/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in a map: one record for each content. Knows bytes, not what they show. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_PICTURE_MAX_BYTES (2 * 1024 * 1024)
#define KITH_PICTURES_MAX_BYTES (40 * 1024 * 1024)

KithPicture *kith_picture_new (GBytes *bytes,
                               const char *type,
                               int width,
                               int height,
                               const char *name);
GBytes *kith_picture_dup_bytes (const KithPicture *picture);
gboolean kith_map_has_room_for (KithMap *map, const KithPicture *picture, GError **error);
gboolean kith_map_shows_picture (KithMap *map, KithId picture, KithId besides);

G_END_DECLS
