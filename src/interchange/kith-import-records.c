/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the tables that Kith itself writes of all that is neither stakeholder nor link. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-records.h"
#include "kith-csv-values.h"
#include "kith-drivers.h"
#include "kith-import-private.h"

typedef struct
{
  const KithField *field;
  const KithId *at; /* where its id will be: of somebody of the import, or of the map */
} Ref;

typedef struct
{
  KithImport *import;
  const KithCsvTable *table;
  guint number; /* of the row */
  KithImportOther *other;
} Row;

void
kith_import_other_free (gpointer data)
{
  KithImportOther *other = data;

  kith_record_unref (other->record);
  g_array_unref (other->refs);
  g_free (other->id);
  g_free (other);
}

static void
note (const Row *row, const char *column, char *message)
{
  kith_import_add_note (row->import, row->table, row->number, column, KITH_NOTE_LOST, message);
}

/* --- What it refers to --- */

static char *
key_of (KithKind kind, const char *id)
{
  return g_strdup_printf ("%d %s", (int) kind, id);
}

static const KithId *
find_other (KithImport *import, KithKind kind, const char *id)
{
  g_autofree char *key = key_of (kind, id);
  KithImportOther *other = g_hash_table_lookup (import->other_by_key, key);

  return other != NULL ? &other->on_map : NULL;
}

static const KithId *
find_on_map (KithImport *import, KithKind kind, const char *id)
{
  gconstpointer record = kith_map_get (import->map, kind, kith_import_id (id));

  return record != NULL ? &KITH_RECORD (record)->id : NULL;
}

/* On the tables, else on the map; a stakeholder by its name, too. */
static const KithId *
find_target (KithImport *import, KithKind kind, const char *text)
{
  const KithId *at = NULL;

  if (kind == KITH_STAKEHOLDER)
    {
      guint place = kith_import_who_with_id (import, text);
      g_autofree char *key = kith_value_key (text);

      if (place == G_MAXUINT && key != NULL)
        place = GPOINTER_TO_UINT (g_hash_table_lookup (import->who_by_key, key)) - 1;
      if (place != G_MAXUINT)
        return &((KithImportWho *) import->who->pdata[place])->on_map;
    }
  else if (kind == KITH_LINK)
    {
      KithImportTie *tie = g_hash_table_lookup (import->tie_by_id, text);

      at = tie != NULL ? &tie->on_map : NULL;
    }
  else
    at = find_other (import, kind, text);
  return at != NULL ? at : find_on_map (import, kind, text);
}

static void
read_ref (Row *row, const KithField *field, const char *cell)
{
  Ref ref = { field, find_target (row->import, field->target, cell) };

  if (ref.at == NULL)
    note (row, field->name,
          kith_sheet_quote (_ ("“%s” is neither on these tables nor on the map; this cell was left "
                               "out."),
                            cell));
  else
    g_array_append_val (row->other->refs, ref);
}

/* --- Rows --- */

static guint64
bit_of (const KithField *field, KithKind kind)
{
  return G_GUINT64_CONSTANT (1) << (field - kith_kind_info (kind)->fields);
}

/* As Kith writes it, else as a person would. */
static gboolean
read_value (const KithField *field, gpointer record, const char *cell)
{
  gboolean shortened;

  if (field->type != KITH_TYPE_BOOL && kith_field_from_text (field, record, cell, NULL))
    return TRUE;
  return kith_value_read (field, record, cell, &shortened);
}

static void
read_cell (Row *row, const KithField *field, const char *cell)
{
  KithRecord *record = row->other->record;

  if (*cell == '\0')
    return;
  if (field->type == KITH_TYPE_REF)
    read_ref (row, field, cell);
  else if (read_value (field, record, cell))
    row->other->set |= bit_of (field, record->kind);
  else
    note (row, field->name,
          kith_sheet_quote (_ ("“%s” cannot be read here; this cell was left out."), cell));
}

/* Whether it is a record that a map takes, wherever it refers to. */
static gboolean
is_whole (const Row *row)
{
  g_autoptr (GError) error = NULL;
  gpointer trial = kith_record_copy (row->other->record);
  gboolean whole;

  for (guint i = 0; i < row->other->refs->len; i++)
    *(KithId *) kith_field_address (g_array_index (row->other->refs, Ref, i).field,
                                    trial) = KITH_LEAST_OWN_ID + i;
  whole = kith_record_validate (trial, &error);
  if (!whole)
    note (row, NULL,
          /* Translators: a whole sentence that says what is amiss. */
          g_strdup_printf (_ ("This row was left out. %s"), error->message));
  kith_record_unref (trial);
  return whole;
}

static KithId
id_of (KithKind kind, const char *text)
{
  KithId id = kith_import_id (text);

  if (kind == KITH_ABOUT)
    return KITH_ABOUT_ID;
  return id >= KITH_LEAST_OWN_ID ? id : kith_id_new ();
}

static void
read_row (KithImport *import,
          const KithCsvTable *table,
          guint place,
          KithKind kind,
          GPtrArray *fields)
{
  KithImportOther *other = g_new0 (KithImportOther, 1);
  Row row = { import, table, kith_csv_row_number (table, place), other };
  char *key;

  other->id = g_strdup (kith_csv_cell (table, place, 0));
  other->record = kith_record_new (kind, id_of (kind, other->id));
  other->refs = g_array_new (FALSE, FALSE, sizeof (Ref));
  for (guint i = 1; i < MIN (fields->len, kith_csv_row_width (table, place)); i++)
    if (fields->pdata[i] != NULL)
      read_cell (&row, fields->pdata[i], kith_csv_unguard (kith_csv_cell (table, place, i)));
  key = key_of (kind, other->id);
  if (g_hash_table_contains (import->other_by_key, key))
    note (&row, NULL, g_strdup (_ ("Another row has the same id; this one was left out.")));
  else if (is_whole (&row))
    {
      g_ptr_array_add (import->others, other);
      g_hash_table_insert (import->other_by_key, key, other);
      return;
    }
  g_free (key);
  kith_import_other_free (other);
}

/* By place; NULL where a column is none of the kind's. */
static GPtrArray *
fields_of (KithImport *import, const KithCsvTable *table, KithKind kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kith_csv_row_width (table, 0); i++)
    {
      const char *heading = kith_csv_cell (table, 0, i);
      const KithField *field = kith_kind_field (kind, heading);

      if (field != NULL && !kith_csv_has_field (kind, field))
        field = NULL;
      g_ptr_array_add (fields, (gpointer) field);
      if (field == NULL && i > 0 && *heading != '\0')
        kith_import_add_note (import, table, 0, heading, KITH_NOTE_LOST,
                              g_strdup (_ ("There is no such field; the column was left out.")));
    }
  return fields;
}

/* To be called by kind, so that what is referred to is known before. */
void
kith_import_read_records (KithImport *import, const KithCsvTable *table, KithKind kind)
{
  g_autoptr (GPtrArray) fields = fields_of (import, table, kind);

  import->has_ratings |= kind == KITH_ASSESSMENT;
  for (guint i = 1; i < kith_csv_n_rows (table); i++)
    read_row (import, table, i, kind, fields);
}

/* --- The edit --- */

/* What is there already: by its id; a stakeholder has one card of drivers. */
static gconstpointer
find_before (KithMap *map, const KithRecord *record)
{
  gconstpointer before = kith_map_get (map, record->kind, record->id);

  if (before == NULL && record->kind == KITH_DRIVERS
      && kith_map_stakeholder (map, ((const KithDrivers *) record)->stakeholder) != NULL)
    before = kith_drivers_of (map, ((const KithDrivers *) record)->stakeholder);
  return before;
}

/* Words about a map are those of the map that it is read into, where it has any; whose a rating is stays,
 * too, for others have it as "Voice 1". */
static gboolean
stays (const KithField *field, gconstpointer before)
{
  return (KITH_KIND (before) == KITH_ABOUT
          || (KITH_KIND (before) == KITH_ASSESSMENT && g_str_equal (field->name, "voice")))
         && !kith_field_is_default (field, before);
}

static guint64
without_what_stays (gconstpointer before, guint64 set)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (before));

  for (guint i = 0; i < info->n_fields; i++)
    if (stays (&info->fields[i], before))
      set &= ~(G_GUINT64_CONSTANT (1) << i);
  return set;
}

static void
put (const KithImportOther *other, KithRecord *said, KithMap *map, KithEdit *edit)
{
  gconstpointer before = find_before (map, said);
  g_autoptr (GError) error = NULL;
  KithRecord *after;

  if (before == NULL)
    {
      kith_edit_insert (edit, kith_record_ref (said));
      return;
    }
  after = kith_record_copy (before);
  kith_import_lay_over (after, said, without_what_stays (before, other->set));
  if (kith_record_equal (before, after) || !kith_record_validate (after, &error))
    kith_record_unref (after);
  else
    kith_edit_update (edit, before, after);
}

/* After stakeholders and links; `used`: ids of the edit. */
void
kith_import_put_records (KithImport *import, KithMap *map, KithEdit *edit, GHashTable *used)
{
  for (guint i = 0; i < import->others->len; i++)
    {
      KithImportOther *other = import->others->pdata[i];
      KithRecord *said = kith_record_copy (other->record);

      for (guint j = 0; j < other->refs->len; j++)
        {
          const Ref *ref = &g_array_index (other->refs, Ref, j);

          *(KithId *) kith_field_address (ref->field, said) = *ref->at;
        }
      if (said->kind != KITH_ABOUT && kith_map_get (map, said->kind, said->id) == NULL)
        said->id = kith_import_free_id (map, used, said->id);
      other->on_map = find_before (map, said) != NULL ? KITH_ID (find_before (map, said))
                                                      : said->id;
      put (other, said, map, edit);
      kith_record_unref (said);
    }
}
