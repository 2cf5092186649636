/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit that was quickly entered would bring, as rows for a person to look over. */
#pragma once

#include "kith-csv-import.h"

G_BEGIN_DECLS

typedef struct
{
  guint line;
  KithKind kind;       /* KITH_STAKEHOLDER or KITH_LINK */
  gboolean is_known;   /* on the map already */
  gboolean is_changed; /* and something will be added to it */
  KithId sector;       /* of a stakeholder */
  char *title;         /* "Northmoor Police", "Northmoor Police → Shelter" */
  char *detail;        /* "Police, fire and justice", "Refers to · trust 4 / 2"; may be empty */
} KithQuickItem;

/* Of KithQuickItem, by line; `edit`: what kith_quick_to_edit() made of the import. */
GPtrArray *kith_quick_items (KithImport *import, KithEdit *edit);

/* "12 new stakeholders, 3 already on the map, 9 links". */
char *kith_quick_items_to_words (const GPtrArray *items);

G_END_DECLS
