/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table mean, by their headings, whoever made it. Knows no rows. */
#pragma once

#include "kith-record.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_COLUMN_UNKNOWN,
  KITH_COLUMN_NOISE, /* how another program drew it: nothing to keep */
  KITH_COLUMN_NAME,
  KITH_COLUMN_ID,
  KITH_COLUMN_TYPE, /* sector, form, kind of stakeholder or link, or direction: by its value */
  KITH_COLUMN_SECTOR,
  KITH_COLUMN_TAGS,
  KITH_COLUMN_FIELD, /* a field of the stakeholder or the link */
  KITH_COLUMN_FROM,
  KITH_COLUMN_TO,
  KITH_COLUMN_WEIGHT,
  KITH_COLUMN_RATING, /* a field of the assessment by one end */
} KithColumnRole;

typedef struct
{
  KithColumnRole role;
  const KithField *field; /* of FIELD and RATING, else NULL */
  KithEnd end;            /* of RATING */
  char *heading;          /* as it stands in the table */
} KithColumn;

typedef enum
{
  KITH_TABLE_STAKEHOLDERS,
  KITH_TABLE_LINKS,
} KithTableKind;

void kith_column_read (KithTableKind kind, const char *heading, KithColumn *column);
void kith_column_clear (KithColumn *column);

/* Letters and digits only, in lower case: how headings and words of tables are compared. */
char *kith_plain_word (const char *text);
gboolean kith_plain_word_is_in (const char *plain, const char *list);

G_END_DECLS
