/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table of stakeholders. */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-sectors.h"

/* The words for a sector are short. */
#define LONGEST_SECTOR 100

#define BIT(name) (G_GUINT64_CONSTANT (1) << field_place (name))

static guint
field_place (const char *name)
{
  return (guint) (kith_kind_field (KITH_STAKEHOLDER, name)
                  - kith_kind_info (KITH_STAKEHOLDER)->fields);
}

KithId
kith_import_sector (KithImport *import, const char *text)
{
  gpointer known = NULL;
  KithId sector;

  if (strlen (text) > LONGEST_SECTOR)
    return 0;
  if (g_hash_table_lookup_extended (import->sectors, text, NULL, &known))
    return *(KithId *) known;
  sector = kith_sector_from_text (import->map, text);
  g_hash_table_insert (import->sectors, g_strdup (text), g_memdup2 (&sector, sizeof sector));
  return sector;
}

void
kith_import_name_who (KithImport *import, const char *name, guint place)
{
  char *key = kith_value_key (name);

  if (key == NULL || g_hash_table_contains (import->who_by_key, key))
    g_free (key);
  else
    g_hash_table_insert (import->who_by_key, key, GUINT_TO_POINTER (place + 1));
}

KithImportWho *
kith_import_add_who (KithImport *import, const char *name)
{
  KithImportWho *who = g_new0 (KithImportWho, 1);

  who->record = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());
  who->more = g_string_new (NULL);
  kith_text_set (&who->record->name, name);
  g_ptr_array_add (import->who, who);
  kith_import_name_who (import, name, import->who->len - 1);
  return who;
}

guint
kith_import_who (KithImport *import, const char *name, gboolean *made)
{
  g_autofree char *key = kith_value_key (name);
  guint place = key == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (import->who_by_key, key));

  *made = FALSE;
  if (place != 0)
    return place - 1;
  if (key == NULL)
    return G_MAXUINT;
  *made = TRUE;
  kith_import_add_who (import, name);
  return import->who->len - 1;
}

guint
kith_import_who_with_id (KithImport *import, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (import->who_by_id, id)) - 1;
}

/* "NHS providers" is a sector and no more; "hospital" says the kind as well. */
static void
read_type (const KithSheet *sheet, KithImportWho *who, const char *cell)
{
  KithId sector = kith_import_sector (sheet->import, cell);
  g_autofree char *plain = kith_plain_word (cell);
  g_autofree char *name = kith_plain_word (kith_sector_name (sheet->import->map, sector));
  const KithField *form = kith_kind_field (KITH_STAKEHOLDER, "form");
  gboolean shortened;

  if (sector != 0 && (who->set & BIT ("sector")) == 0)
    {
      who->record->sector = sector;
      who->set |= BIT ("sector");
    }
  if (sector != 0 && (g_str_equal (plain, name) || g_strcmp0 (kith_sector_key (sector), cell) == 0))
    return;
  if (sector == 0 && kith_value_read (form, who->record, cell, &shortened))
    who->set |= BIT ("form");
  else if ((who->set & BIT ("kind")) == 0)
    {
      kith_value_read (kith_kind_field (KITH_STAKEHOLDER, "kind"), who->record, cell, &shortened);
      who->set |= BIT ("kind");
    }
}

static void
read_sector (const KithSheet *sheet,
             guint row,
             const KithColumn *column,
             KithImportWho *who,
             const char *cell)
{
  KithId sector = kith_import_sector (sheet->import, cell);

  if (sector != 0)
    {
      who->record->sector = sector;
      who->set |= BIT ("sector");
      return;
    }
  kith_import_add_note (
      sheet->import, sheet->table, kith_csv_row_number (sheet->table, row), column->heading,
      KITH_NOTE_CHANGED,
      kith_sheet_quote (_ ("“%s” is no sector that Kith knows; the sector was guessed from the "
                           "name, and the word kept in the description."),
                        cell));
  kith_sheet_keep (column, cell, who->more);
}

static void
read_cell (const KithSheet *sheet, guint row, guint at, KithImportWho *who)
{
  const KithColumn *column = &g_array_index (sheet->columns, KithColumn, at);
  g_autofree char *cell = kith_sheet_cell (sheet, row, at);

  if (*cell == '\0')
    return;
  switch (column->role)
    {
    case KITH_COLUMN_TYPE:
      read_type (sheet, who, cell);
      break;
    case KITH_COLUMN_SECTOR:
      read_sector (sheet, row, column, who, cell);
      break;
    case KITH_COLUMN_TAGS:
      kith_sheet_read_tags (cell, who->record, &who->set);
      break;
    case KITH_COLUMN_FIELD:
      kith_sheet_read_field (sheet, row, column, cell, who->record, &who->set, who->more);
      break;
    case KITH_COLUMN_UNKNOWN:
      kith_sheet_read_further (column, cell, who->record, &who->set, who->more);
      break;
    default:
      break;
    }
}

/* The name, else the id; "" for neither. Too long a name is cut. */
static char *
row_name (const KithSheet *sheet, guint row, char **id)
{
  int name_at = kith_sheet_find (sheet, KITH_COLUMN_NAME);
  int id_at = kith_sheet_find (sheet, KITH_COLUMN_ID);
  g_autofree char *cell = name_at >= 0 ? kith_sheet_cell (sheet, row, (guint) name_at)
                                       : g_strdup ("");
  g_autofree char *tidy = kith_value_name (cell);
  gboolean shortened;
  char *name;

  *id = id_at >= 0 ? kith_sheet_cell (sheet, row, (guint) id_at) : g_strdup ("");
  name = kith_value_shorten (*tidy != '\0' ? tidy : *id, 500, &shortened);
  if (shortened)
    kith_import_add_note (sheet->import, sheet->table, kith_csv_row_number (sheet->table, row),
                          NULL, KITH_NOTE_CHANGED,
                          g_strdup (_ ("The name is longer than 500 characters; the rest was left "
                                       "out.")));
  return name;
}

/* The one that this row speaks of: by id, else by name; a later row adds to an earlier one. */
static KithImportWho *
find_or_add (const KithSheet *sheet, guint row, const char *name, const char *id)
{
  KithImport *import = sheet->import;
  guint number = kith_csv_row_number (sheet->table, row);
  guint place = *id != '\0' ? kith_import_who_with_id (import, id) : G_MAXUINT;
  gboolean made = FALSE;
  KithImportWho *who;

  if (place == G_MAXUINT)
    place = kith_import_who (import, name, &made);
  if (place == G_MAXUINT)
    return NULL;
  who = import->who->pdata[place];
  if (made)
    who->row = number;
  else if (*id != '\0' && kith_import_who_with_id (import, id) == G_MAXUINT)
    {
      kith_import_add_note (import, sheet->table, number, NULL, KITH_NOTE_INFO,
                            g_strdup_printf (_ ("Row %u has the same name; both were kept, because "
                                                "each has an id of its own."),
                                             who->row));
      who = kith_import_add_who (import, name);
      who->row = number;
      place = import->who->len - 1;
    }
  else
    kith_import_add_note (import, sheet->table, number, NULL, KITH_NOTE_CHANGED,
                          g_strdup_printf (_ ("Row %u is the same stakeholder; what this row says "
                                              "was put over it."),
                                           who->row));
  if (*id != '\0')
    {
      g_hash_table_insert (import->who_by_id, g_strdup (id), GUINT_TO_POINTER (place + 1));
      g_free (who->id);
      who->id = g_strdup (id);
    }
  return who;
}

static void
read_row (const KithSheet *sheet, guint row)
{
  g_autofree char *id = NULL;
  g_autofree char *name = row_name (sheet, row, &id);
  KithImportWho *who = find_or_add (sheet, row, name, id);

  if (who == NULL)
    {
      kith_import_add_note (sheet->import, sheet->table, kith_csv_row_number (sheet->table, row),
                            NULL, KITH_NOTE_LOST,
                            g_strdup (_ ("There is no name in this row; it was left out.")));
      return;
    }
  for (guint i = 0; i < sheet->columns->len; i++)
    read_cell (sheet, row, i, who);
}

/* So that links may speak of people by their short names; names go first. */
static void
index_short_names (KithImport *import)
{
  for (guint i = 0; i < import->who->len; i++)
    {
      const KithImportWho *who = import->who->pdata[i];

      if (*who->record->short_name != '\0')
        kith_import_name_who (import, who->record->short_name, i);
    }
}

/**
 * kith_import_read_stakeholders:
 * @sheet: a table of stakeholders
 */
void
kith_import_read_stakeholders (const KithSheet *sheet)
{
  for (guint row = sheet->first_row; row < kith_csv_n_rows (sheet->table); row++)
    read_row (sheet, row);
  index_short_names (sheet->import);
}
