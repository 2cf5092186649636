/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-records.h"
#include "kith-csv-values.h"

/* A table in which every row is odd is not told row by row to its end. */
#define MAX_NOTES 2000
/* So much of a heading is shown. */
#define LONGEST_HEADING 60

static void
note_clear (gpointer data)
{
  KithImportNote *note = data;

  g_free (note->table);
  g_free (note->column);
  g_free (note->message);
}

static void
who_free (gpointer data)
{
  KithImportWho *who = data;

  kith_record_unref (who->record);
  g_string_free (who->more, TRUE);
  g_free (who->id);
  g_free (who);
}

static void
tie_free (gpointer data)
{
  KithImportTie *tie = data;

  kith_record_unref (tie->record);
  for (guint end = 0; end < 2; end++)
    g_clear_pointer (&tie->ratings[end], kith_record_unref);
  g_string_free (tie->more, TRUE);
  g_free (tie->id);
  g_free (tie);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
index_name (KithImport *import, const char *name, const KithStakeholder *stakeholder)
{
  char *key = kith_value_key (name);

  if (key == NULL || g_hash_table_contains (import->on_map, key))
    g_free (key);
  else
    g_hash_table_insert (import->on_map, key, (gpointer) stakeholder);
}

/* Empty; the stakeholders of the map are found by name, else by short name. */
KithImport *
kith_import_begin (KithMap *map)
{
  KithImport *import = g_new0 (KithImport, 1);

  import->who = g_ptr_array_new_with_free_func (who_free);
  import->who_by_key = new_index ();
  import->who_by_id = new_index ();
  import->ties = g_ptr_array_new_with_free_func (tie_free);
  import->tie_by_key = new_index ();
  import->tie_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  import->others = g_ptr_array_new_with_free_func (kith_import_other_free);
  import->other_by_key = new_index ();
  import->sectors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->on_map = new_index ();
  import->notes = g_array_new (FALSE, FALSE, sizeof (KithImportNote));
  g_array_set_clear_func (import->notes, note_clear);
  import->map = map != NULL ? kith_map_snapshot (map) : kith_map_new ();
  import->today = kith_date_today ();
  KITH_FOR_EACH (KithStakeholder, one, import->map, KITH_STAKEHOLDER)
    index_name (import, one->name, one);
  KITH_FOR_EACH (KithStakeholder, one, import->map, KITH_STAKEHOLDER)
    index_name (import, one->short_name, one);
  return import;
}

void
kith_import_free (KithImport *import)
{
  g_ptr_array_unref (import->who);
  g_hash_table_unref (import->who_by_key);
  g_hash_table_unref (import->who_by_id);
  g_ptr_array_unref (import->ties);
  g_hash_table_unref (import->tie_by_key);
  g_hash_table_unref (import->tie_by_id);
  g_ptr_array_unref (import->others);
  g_hash_table_unref (import->other_by_key);
  g_hash_table_unref (import->sectors);
  g_hash_table_unref (import->on_map);
  g_array_unref (import->notes);
  kith_map_unref (import->map);
  g_free (import);
}

void
kith_import_add_note (KithImport *import,
                      const KithCsvTable *table,
                      guint row,
                      const char *column,
                      KithNoteSeverity severity,
                      char *message)
{
  gboolean shortened;
  KithImportNote note = { NULL, row, NULL, message, severity };

  import->counts.remarks++;
  if (severity == KITH_NOTE_LOST)
    import->counts.lost++;
  if (import->notes->len >= (severity == KITH_NOTE_LOST ? 2 * MAX_NOTES : MAX_NOTES))
    {
      g_free (message);
      return;
    }
  note.table = g_strdup (table->name);
  if (column != NULL)
    note.column = kith_value_shorten (column, LONGEST_HEADING, &shortened);
  g_array_append_val (import->notes, note);
}

static void
column_clear (gpointer data)
{
  kith_column_clear (data);
}

/* The first row as headings of a table of that kind. */
static GArray *
read_headings (const KithCsvTable *table, KithTableKind kind)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (KithColumn));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < kith_csv_row_width (table, 0); i++)
    {
      g_autofree char *heading = kith_value_name (kith_csv_unguard (kith_csv_cell (table, 0, i)));
      KithColumn column;

      kith_column_read (kind, heading, &column);
      g_array_append_val (columns, column);
    }
  return columns;
}

static int
find_role (GArray *columns, KithColumnRole role)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, KithColumn, i).role == role)
      return (int) i;
  return -1;
}

static guint
count_known (GArray *columns)
{
  guint known = 0;

  for (guint i = 0; i < columns->len; i++)
    known += g_array_index (columns, KithColumn, i).role != KITH_COLUMN_UNKNOWN;
  return known;
}

/* Columns of a table that has no row of headings. */
static GArray *
make_columns (const KithColumnRole *roles, guint n, guint width)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (KithColumn));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < width; i++)
    {
      KithColumn column = { i < n ? roles[i] : KITH_COLUMN_UNKNOWN, NULL, KITH_END_A,
                            g_strdup_printf (_ ("Column %u"), i + 1) };

      g_array_append_val (columns, column);
    }
  return columns;
}

static gboolean
refuse (const KithCsvTable *table, const char *sentence, GError **error)
{
  /* Translators: name of a file and a whole sentence. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: %s"), table->name, sentence);
  return FALSE;
}

/* Without headings that say what it is: a list of names, or pairs of them. */
static gboolean
open_plain_sheet (KithSheet *sheet, GError **error)
{
  static const KithColumnRole list[] = { KITH_COLUMN_NAME };
  static const KithColumnRole pairs[] = { KITH_COLUMN_FROM, KITH_COLUMN_TO };
  guint width = kith_csv_row_width (sheet->table, 0);

  if (width > 3)
    return refuse (sheet->table,
                   _ ("No heading says which column holds the names. Call it Label or Name, or "
                      "From and To in a table of links."),
                   error);
  if (*kith_csv_cell (sheet->table, 0, 0) == '\0')
    return refuse (sheet->table,
                   _ ("The first cell is blank, as in a grid of everyone against everyone; Kith "
                      "reads one link a row, with columns From and To."),
                   error);
  sheet->first_row = 0;
  sheet->kind = width == 1 ? KITH_TABLE_STAKEHOLDERS : KITH_TABLE_LINKS;
  sheet->columns = width == 1 ? make_columns (list, 1, 1) : make_columns (pairs, 2, width);
  kith_import_add_note (sheet->import, sheet->table, 0, NULL, KITH_NOTE_INFO,
                        g_strdup (width == 1 ? _ ("There are no headings; each row was read as the "
                                                  "name of a stakeholder.")
                                             : _ ("There are no headings; each row was read as a "
                                                  "link from the first to the second.")));
  return TRUE;
}

/* A list whose first column has a heading of its own ("Partner lead") beside known ones. */
static gboolean
open_list (KithSheet *sheet, GError **error)
{
  KithColumn *first;

  sheet->kind = KITH_TABLE_STAKEHOLDERS;
  sheet->columns = read_headings (sheet->table, KITH_TABLE_STAKEHOLDERS);
  sheet->first_row = 1;
  if (find_role (sheet->columns, KITH_COLUMN_NAME) >= 0
      || find_role (sheet->columns, KITH_COLUMN_ID) >= 0)
    return TRUE;
  first = &g_array_index (sheet->columns, KithColumn, 0);
  if (count_known (sheet->columns) == 0 || first->role != KITH_COLUMN_UNKNOWN
      || *first->heading == '\0')
    {
      g_clear_pointer (&sheet->columns, g_array_unref);
      return open_plain_sheet (sheet, error);
    }
  first->role = KITH_COLUMN_NAME;
  kith_import_add_note (sheet->import, sheet->table, 0, first->heading, KITH_NOTE_INFO,
                        g_strdup (_ ("The first column was taken for the names.")));
  return TRUE;
}

static gboolean
open_sheet (KithSheet *sheet, GError **error)
{
  if (kith_csv_n_rows (sheet->table) == 0)
    return refuse (sheet->table, _ ("The table is empty."), error);
  sheet->kind = KITH_TABLE_LINKS;
  sheet->first_row = 1;
  sheet->columns = read_headings (sheet->table, KITH_TABLE_LINKS);
  if (find_role (sheet->columns, KITH_COLUMN_FROM) >= 0
      && find_role (sheet->columns, KITH_COLUMN_TO) >= 0)
    return TRUE;
  g_clear_pointer (&sheet->columns, g_array_unref);
  return open_list (sheet, error);
}

/* What the reader of the table found odd, and what its columns are not. */
static void
note_table (const KithSheet *sheet)
{
  const GPtrArray *problems = sheet->table->problems;

  for (guint i = 0; i < problems->len; i++)
    {
      const KithCsvProblem *problem = problems->pdata[i];

      kith_import_add_note (sheet->import, sheet->table, problem->row, NULL, KITH_NOTE_CHANGED,
                            g_strdup (problem->message));
    }
  if (sheet->table->encoding_unsure)
    {
      sheet->import->counts.ask_encoding = TRUE;
      kith_import_add_note (sheet->import, sheet->table, 0, NULL, KITH_NOTE_CHANGED,
                            g_strdup (_ ("The file is not Unicode text; it was read as "
                                         "Windows-1252. Check letters such as é and £.")));
    }
  for (guint i = 0; i < sheet->columns->len && sheet->first_row > 0; i++)
    {
      const KithColumn *column = &g_array_index (sheet->columns, KithColumn, i);

      if (column->role == KITH_COLUMN_UNKNOWN && *column->heading != '\0')
        kith_import_add_note (sheet->import, sheet->table, 0, column->heading, KITH_NOTE_INFO,
                              g_strdup (_ ("Kith knows no such field; the values were kept under "
                                           "this heading, with the further fields.")));
      else if (column->role == KITH_COLUMN_NOISE)
        kith_import_add_note (sheet->import, sheet->table, 0, column->heading, KITH_NOTE_INFO,
                              g_strdup (_ ("This column says how another program drew it; it was "
                                           "left out.")));
    }
}

void
kith_import_count (KithImport *import)
{
  KithImportCounts *counts = &import->counts;

  counts->stakeholders = import->who->len;
  counts->links = import->ties->len;
  for (guint i = 0; i < import->who->len; i++)
    {
      const KithImportWho *who = import->who->pdata[i];
      g_autofree char *key = kith_value_key (who->record->name);

      counts->new_stakeholders += !g_hash_table_contains (import->on_map, key);
      counts->has_positions |= who->record->x != 0.0 || who->record->y != 0.0;
    }
  for (guint i = 0; i < import->others->len; i++)
    if (((KithImportOther *) import->others->pdata[i])->record->kind == KITH_ASSESSMENT)
      counts->ratings++;
    else
      counts->others++;
  for (guint i = 0; i < import->ties->len && !import->has_ratings; i++)
    for (guint end = 0; end < 2; end++)
      counts->ratings += ((KithImportTie *) import->ties->pdata[i])->ratings[end] != NULL;
}

static int
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = ((const KithImportNote *) a)->row, other = ((const KithImportNote *) b)->row;

  return one < other ? -1 : one > other;
}

/* Its remarks come out by row. */
static void
read_sheet (const KithSheet *sheet)
{
  GArray *notes = sheet->import->notes;
  guint first = notes->len;

  note_table (sheet);
  if (sheet->kind == KITH_TABLE_LINKS)
    kith_import_read_links (sheet);
  else
    kith_import_read_stakeholders (sheet);
  if (notes->len > first)
    g_qsort_with_data (&g_array_index (notes, KithImportNote, first), (gint) (notes->len - first),
                       sizeof (KithImportNote), compare_notes, NULL);
}

static void
read_sheets (GArray *sheets, KithTableKind kind)
{
  for (guint i = 0; i < sheets->len; i++)
    if (g_array_index (sheets, KithSheet, i).kind == kind)
      read_sheet (&g_array_index (sheets, KithSheet, i));
}

static void
sheet_clear (gpointer data)
{
  g_clear_pointer (&((KithSheet *) data)->columns, g_array_unref);
}

/* Those that Kith wrote of one kind each; what is referred to comes first. */
static void
read_records (KithImport *import, KithCsvTable *const *tables, guint n)
{
  KithKind own;

  for (guint i = 0; i < import->ties->len; i++)
    {
      KithImportTie *tie = import->ties->pdata[i];

      if (tie->id != NULL)
        g_hash_table_insert (import->tie_by_id, tie->id, tie);
    }
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    for (guint i = 0; i < n; i++)
      if (kith_csv_is_records (tables[i], &own) && own == (KithKind) kind)
        kith_import_read_records (import, tables[i], own);
}

gboolean
kith_import_read_tables (KithImport *import, KithCsvTable *const *tables, guint n, GError **error)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, TRUE, sizeof (KithSheet));
  KithKind own;

  g_array_set_clear_func (sheets, sheet_clear);
  for (guint i = 0; i < n; i++)
    {
      KithSheet sheet = { import, tables[i], KITH_TABLE_LINKS, NULL, 0 };

      if (kith_csv_is_records (tables[i], &own))
        continue;
      if (!open_sheet (&sheet, error))
        return FALSE;
      import->has_list |= sheet.kind == KITH_TABLE_STAKEHOLDERS;
      g_array_append_val (sheets, sheet);
    }
  read_sheets (sheets, KITH_TABLE_STAKEHOLDERS);
  read_sheets (sheets, KITH_TABLE_LINKS);
  read_records (import, tables, n);
  return TRUE;
}

/**
 * kith_import_new:
 * @map: (nullable): the map that it is for: its own sectors and stakeholders are recognised
 * @tables: (array length=n): in any order; a list of stakeholders, a list of links, or both, and those
 *   of other records that Kith wrote with them
 * @n: how many
 * @error: G_IO_ERROR_INVALID_DATA: a table is empty or says nowhere where its names are
 *
 * Understands what Kumu and Gephi write, tables under the headings that people choose, bare lists
 * of names and bare pairs. What has no place of its own is kept in descriptions and notes. Alters
 * nothing. Cost: linear in the cells.
 *
 * Returns: (transfer full) (nullable): what was understood
 */
KithImport *
kith_import_new (KithMap *map, KithCsvTable *const *tables, guint n, GError **error)
{
  g_autoptr (KithImport) import = kith_import_begin (map);

  if (!kith_import_read_tables (import, tables, n, error))
    return NULL;
  kith_import_count (import);
  return g_steal_pointer (&import);
}

const KithImportCounts *
kith_import_counts (const KithImport *import)
{
  return &import->counts;
}

guint
kith_import_n_notes (const KithImport *import)
{
  return import->notes->len;
}

const KithImportNote *
kith_import_note (const KithImport *import, guint i)
{
  return &g_array_index (import->notes, KithImportNote, i);
}

/**
 * kith_import_note_to_words:
 * @note: a remark
 *
 * Returns: (transfer full): with where it belongs: "links.csv, row 12, Trust: …"
 */
char *
kith_import_note_to_words (const KithImportNote *note)
{
  if (note->row != 0 && note->column != NULL)
    return g_strdup_printf (_ ("%s, row %u, %s: %s"), note->table, note->row, note->column,
                            note->message);
  if (note->row != 0)
    return g_strdup_printf (_ ("%s, row %u: %s"), note->table, note->row, note->message);
  if (note->column != NULL)
    return g_strdup_printf (_ ("%s, column %s: %s"), note->table, note->column, note->message);
  return g_strdup_printf (_ ("%s: %s"), note->table, note->message);
}

/**
 * kith_import_summary:
 * @import: an import
 *
 * Returns: (transfer full): one line: how much was understood
 */
char *
kith_import_summary (const KithImport *import)
{
  const KithImportCounts *counts = &import->counts;
  g_autofree char *who =
      g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", counts->stakeholders),
                       counts->stakeholders);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u link", "%u links", counts->links),
                                           counts->links);
  g_autofree char *ratings = g_strdup_printf (ngettext ("%u rating", "%u ratings", counts->ratings),
                                              counts->ratings);
  g_autofree char *lost = NULL;

  if (counts->others > 0)
    {
      g_autofree char *alone = ratings;

      ratings = g_strdup_printf (ngettext ("%s, %u more record (events, spaces and the like)",
                                           "%s, %u more records (events, spaces and the like)",
                                           counts->others),
                                 alone, counts->others);
    }
  if (counts->lost == 0)
    /* Translators: "60 stakeholders", "150 links", "40 ratings". */
    return g_strdup_printf (_ ("Understood: %s, %s, %s."), who, ties, ratings);
  lost = g_strdup_printf (ngettext ("%u row was left out", "%u rows were left out", counts->lost),
                          counts->lost);
  return g_strdup_printf (_ ("Understood: %s, %s, %s; %s."), who, ties, ratings, lost);
}
