/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of tags: typed with commas between them, or picked from those that are used on the map.
 * Knows texts, not records; a binder joins it to a field. */
#pragma once

#include <adwaita.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_TYPE_TAGS_ROW (kith_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (KithTagsRow, kith_tags_row, KITH, TAGS_ROW, AdwEntryRow)

/* Signal "picked": a tag of the map was added to the text. */

/* Offers the tags of a map that was made for who types. */
void kith_tags_row_offer (KithTagsRow *self, KithMap *map);

G_END_DECLS
