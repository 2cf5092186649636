/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows are looked at to tell what separates the cells. */
#define GUESS_ROWS 40
/* A file in which every row is odd is not reported row by row. */
#define MAX_PROBLEMS 1000

typedef struct
{
  guint32 first; /* cell */
  guint32 n;
  guint32 number; /* as a spreadsheet numbers it */
} KithCsvRow;

typedef struct
{
  const char *p;
  const char *end;
  KithCsvTable *table;
  guint number; /* of the row that is being read */
} Reader;

static void
problem_free (gpointer data)
{
  KithCsvProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static void
report (KithCsvTable *table, guint row, char *message)
{
  KithCsvProblem *problem;

  if (table->problems->len >= MAX_PROBLEMS)
    {
      g_free (message);
      return;
    }
  problem = g_new (KithCsvProblem, 1);
  *problem = (KithCsvProblem){ row, message };
  g_ptr_array_add (table->problems, problem);
}

static gboolean
is_row_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Counts the separators of one row outside quotation marks; moves to the next row. */
static guint
count_in_row (const char **p, const char *end, char separator)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (; *p < end && (quoted || !is_row_end (**p)); (*p)++)
    {
      if (**p == '"')
        quoted = !quoted;
      else if (!quoted && **p == separator)
        n++;
    }
  if (*p < end && **p == '\r' && *p + 1 < end && (*p)[1] == '\n')
    (*p)++;
  if (*p < end)
    (*p)++;
  return n;
}

/* How many of the first rows have as many separators as the first one with text. */
static guint
agreement (const char *text, const char *end, char separator, guint *per_row)
{
  guint agree = 0;

  *per_row = 0;
  for (guint i = 0; i < GUESS_ROWS && text < end; i++)
    {
      const char *row = text;
      guint n = count_in_row (&text, end, separator);

      if (is_row_end (*row))
        continue;
      if (*per_row == 0 && n == 0)
        return 0;
      if (*per_row == 0)
        *per_row = n;
      agree += n == *per_row;
    }
  return agree;
}

/* The separator on which most rows agree; of equal ones the one that makes more columns. Where
 * the first row has none, each row is one cell. */
static char
guess_separator (const char *text, const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint best = 0, best_columns = 0;
  char found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint columns;
      guint agree = agreement (text, end, candidates[i], &columns);

      if (agree > best || (agree == best && agree > 0 && columns > best_columns))
        {
          best = agree;
          best_columns = columns;
          found = candidates[i];
        }
    }
  return found;
}

/* Excel's own first line, "sep=;". */
static gboolean
take_separator_line (Reader *reader)
{
  const char *p = reader->p;

  if (reader->end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0
      || (reader->end - p > 5 && !is_row_end (p[5])))
    return FALSE;
  reader->table->separator = p[4];
  reader->p = p + 5;
  count_in_row (&reader->p, reader->end, p[4]);
  reader->number++;
  return TRUE;
}

static gboolean
is_cell_end (const Reader *reader, const char *p)
{
  return p >= reader->end || is_row_end (*p)
         || (reader->table->separator != 0 && *p == reader->table->separator);
}

static void
read_plain (Reader *reader)
{
  const char *start = reader->p;

  while (!is_cell_end (reader, reader->p))
    reader->p++;
  g_string_append_len (reader->table->text, start, reader->p - start);
}

/* From the first quotation mark; FALSE, with nothing read, where none closes it. That happens once
 * a file at most: after such a mark all others stand in pairs, and a pair closes what it opens. */
static gboolean
read_quoted (Reader *reader)
{
  GString *text = reader->table->text;
  gsize before = text->len;
  const char *p = reader->p + 1;

  for (;;)
    {
      const char *mark = memchr (p, '"', (gsize) (reader->end - p));

      if (mark == NULL)
        {
          g_string_truncate (text, before);
          return FALSE;
        }
      g_string_append_len (text, p, mark - p);
      p = mark + 1;
      if (p >= reader->end || *p != '"')
        break;
      g_string_append_c (text, '"');
      p++;
    }

  while (p < reader->end && *p == ' ')
    p++;
  reader->p = p;
  if (!is_cell_end (reader, p))
    {
      report (reader->table, reader->number,
              g_strdup (_ ("Text follows a closing quotation mark; it was kept.")));
      read_plain (reader);
    }
  return TRUE;
}

static void
read_cell (Reader *reader)
{
  guint32 start = (guint32) reader->table->text->len;

  g_array_append_val (reader->table->cells, start);
  if (reader->p < reader->end && *reader->p == '"')
    {
      if (read_quoted (reader))
        {
          g_string_append_c (reader->table->text, '\0');
          return;
        }
      report (reader->table, reader->number,
              g_strdup (_ ("A quotation mark is opened here and never closed; it was read as part "
                           "of the text.")));
    }
  read_plain (reader);
  g_string_append_c (reader->table->text, '\0');
}

static gboolean
refuse_size (Reader *reader, const char *message, guint limit, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (message, limit);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a row number and a whole sentence. */
               _ ("Row %u: %s"), reader->number, sentence);
  return FALSE;
}

static gboolean
row_is_blank (const KithCsvTable *table, const KithCsvRow *row)
{
  for (guint i = 0; i < row->n; i++)
    {
      const char *cell = table->text->str + g_array_index (table->cells, guint32, row->first + i);

      if (cell[strspn (cell, " \t\r\n\v\f")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
keep_row (KithCsvTable *table, KithCsvRow *row)
{
  if (row_is_blank (table, row))
    {
      g_string_truncate (table->text, g_array_index (table->cells, guint32, row->first));
      g_array_set_size (table->cells, row->first);
      return;
    }
  g_array_append_val (table->rows, *row);
  table->n_columns = MAX (table->n_columns, row->n);
}

static gboolean
read_row (Reader *reader, GError **error)
{
  KithCsvTable *table = reader->table;
  KithCsvRow row = { table->cells->len, 0, reader->number };

  for (;;)
    {
      read_cell (reader);
      if (++row.n > KITH_CSV_MAX_COLUMNS)
        return refuse_size (reader, _ ("There are more than %u columns; Kith reads no such table."),
                            KITH_CSV_MAX_COLUMNS, error);
      if (table->cells->len > KITH_CSV_MAX_CELLS)
        return refuse_size (reader, _ ("There are more than %u cells; Kith reads no such table."),
                            KITH_CSV_MAX_CELLS, error);
      if (reader->p >= reader->end || is_row_end (*reader->p))
        break;
      reader->p++;
    }
  if (reader->p < reader->end && *reader->p == '\r' && reader->p + 1 < reader->end
      && reader->p[1] == '\n')
    reader->p++;
  if (reader->p < reader->end)
    reader->p++;
  keep_row (table, &row);
  reader->number++;
  return TRUE;
}

static gboolean
cells_are_blank (const KithCsvTable *table, guint row, guint from)
{
  for (guint i = from; i < kith_csv_row_width (table, row); i++)
    if (*kith_csv_cell (table, row, i) != '\0')
      return FALSE;
  return TRUE;
}

/* The first row says how many columns there are. */
static void
report_ragged (KithCsvTable *table)
{
  guint width = kith_csv_n_rows (table) > 0 ? kith_csv_row_width (table, 0) : 0;

  for (guint i = 1; i < kith_csv_n_rows (table) && table->separator != 0; i++)
    {
      guint n = kith_csv_row_width (table, i);

      if (n > width && !cells_are_blank (table, i, width))
        report (table, kith_csv_row_number (table, i),
                g_strdup_printf (_ ("There are more cells in this row (%u) than in the first (%u); "
                                    "what is beyond was left out."),
                                 n, width));
      else if (n < width)
        report (table, kith_csv_row_number (table, i),
                g_strdup_printf (_ ("There are fewer cells in this row (%u) than in the first "
                                    "(%u); the missing ones were taken as empty."),
                                 n, width));
    }
}

static KithCsvTable *
table_new (const char *name)
{
  KithCsvTable *table = g_new0 (KithCsvTable, 1);

  table->name = g_strdup (name);
  table->problems = g_ptr_array_new_with_free_func (problem_free);
  table->text = g_string_new (NULL);
  table->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->rows = g_array_new (FALSE, FALSE, sizeof (KithCsvRow));
  return table;
}

void
kith_csv_table_free (KithCsvTable *table)
{
  g_free (table->name);
  g_ptr_array_unref (table->problems);
  g_string_free (table->text, TRUE);
  g_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table);
}

static gboolean
read_rows (KithCsvTable *table, const char *text, gsize length, GError **error)
{
  Reader reader = { text, text + length, table, 1 };

  if (!take_separator_line (&reader))
    table->separator = guess_separator (reader.p, reader.end);
  while (reader.p < reader.end)
    if (!read_row (&reader, error))
      return FALSE;
  report_ragged (table);
  return TRUE;
}

/**
 * kith_csv_read:
 * @bytes: a file
 * @name: what it is called, for messages
 * @error: G_IO_ERROR_INVALID_DATA: too large, or no text
 *
 * Reads what spreadsheets and people write: UTF-8, UTF-16 or Windows-1252; comma, semicolon or
 * tab; CR, LF or both; RFC 4180 quotes. What is odd but readable is in the table's problems.
 * Cost: linear in the bytes.
 *
 * Returns: (transfer full) (nullable): the table, perhaps without any row
 */
KithCsvTable *
kith_csv_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KithCsvTable) table = table_new (name);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_bytes_get_size (bytes) > KITH_CSV_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The table is larger than %u MB, the most that Kith reads."),
                   KITH_CSV_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = kith_csv_decode (bytes, &length, &table->encoding, &table->encoding_unsure, error);
  if (text == NULL || !read_rows (table, text, length, error))
    return NULL;
  return g_steal_pointer (&table);
}

guint
kith_csv_n_rows (const KithCsvTable *table)
{
  return table->rows->len;
}

/**
 * kith_csv_row_number:
 * @table: a table
 * @row: place among the rows that were kept
 *
 * Returns: the number that a spreadsheet shows beside it, from 1, blank rows counted
 */
guint
kith_csv_row_number (const KithCsvTable *table, guint row)
{
  return g_array_index (table->rows, KithCsvRow, row).number;
}

guint
kith_csv_row_width (const KithCsvTable *table, guint row)
{
  return g_array_index (table->rows, KithCsvRow, row).n;
}

/**
 * kith_csv_cell:
 * @table: a table
 * @row: place among the rows that were kept
 * @column: from 0
 *
 * Returns: (transfer none): the text of the cell, "" where the row is shorter
 */
const char *
kith_csv_cell (const KithCsvTable *table, guint row, guint column)
{
  const KithCsvRow *found = &g_array_index (table->rows, KithCsvRow, row);

  if (column >= found->n)
    return "";
  return table->text->str + g_array_index (table->cells, guint32, found->first + column);
}
