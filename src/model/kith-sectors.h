/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sectors: the thirteen built-in ones, the kinds within them, and a guess of the sector from a
 * name. Knows nothing of colours in pixels. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* Fixed ids 1 to 13 in the order of the enumeration; sector id 13 is Other and the default. */
#define KITH_N_SECTORS 13
#define KITH_SECTOR_OTHER ((KithId) 13)
#define KITH_SECTOR_IS_BUILT_IN(id) ((id) >= 1 && (id) <= KITH_N_SECTORS)

/* Translated name; of a built-in sector or one of the map's own. Borrowed. */
const char *kith_sector_name (KithMap *map, KithId sector);
const char *kith_sector_key (KithId sector); /* "police": stable key of a built-in one, or NULL */
int kith_sector_colour (KithMap *map, KithId sector); /* place in the palette, 0 to 12 */
int kith_sector_sign (KithMap *map, KithId sector);   /* place among the signs, 0 to 12 */
/* All sector ids of a map: built-in ones in order, then its own by name. Free with g_array_unref;
 * elements are KithId. */
GArray *kith_sector_list (KithMap *map);
/* From a key, a name in any case, a common synonym ("voluntary", "VCSE", "social care"); 0 if none. */
KithId kith_sector_from_text (KithMap *map, const char *text);
/* From the name of a stakeholder: "West Yorkshire Police" → police; KITH_SECTOR_OTHER if unsure. */
KithId kith_sector_guess (const char *stakeholder_name);
/* Suggested kinds within a sector, translated where marked: NULL-terminated, borrowed. */
const char *const *kith_sector_kinds (KithId sector);
/* The kind from the name, where it is plain ("St Mary's GP practice" → "GP practice"), else NULL. */
const char *kith_kind_guess (KithId sector, const char *stakeholder_name);

/* Starter lists: who usually belongs. */
typedef struct
{
  const char *name; /* untranslated */
  KithId sector;
  const char *kind;
  KithLevel level;
  KithForm form;
} KithStarterItem;

typedef struct
{
  const char *key;   /* "crisis", "discharge", "neighbourhood" */
  const char *title; /* untranslated */
  const char *sentence;
  guint n_items;
  const KithStarterItem *items;
} KithStarter;

extern const KithStarter kith_starters[];
extern const guint kith_n_starters;

G_END_DECLS
