/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of an import: reading one into a field, and keeping what has no field. */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"

#define LONGEST_QUOTE 40
#define NOTE_CHARACTERS 65536

char *
kith_sheet_cell (const KithSheet *sheet, guint row, guint column)
{
  return g_strstrip (g_strdup (kith_csv_unguard (kith_csv_cell (sheet->table, row, column))));
}

int
kith_sheet_find (const KithSheet *sheet, KithColumnRole role)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_array_index (sheet->columns, KithColumn, i).role == role)
      return (int) i;
  return -1;
}

/* The place of the field in its table, as a bit. */
static guint64
bit_of (gconstpointer record, const KithField *field)
{
  return G_GUINT64_CONSTANT (1) << (field - kith_kind_info (KITH_KIND (record))->fields);
}

static const char *
not_understood (const KithField *field)
{
  if (field->values == &kith_scores)
    return _ ("“%s” is not one of the steps 1 to 5, nor a word such as Strong or Not known; it was "
              "kept in the note.");
  switch (field->type)
    {
    case KITH_TYPE_DATE:
      return _ ("“%s” is not a date that Kith understands; it was kept as text.");
    case KITH_TYPE_BOOL:
      return _ ("“%s” is neither yes nor no; it was kept as text.");
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return _ ("“%s” is not a number that Kith can use; it was kept as text.");
    default:
      return _ ("“%s” is none of the values that Kith knows here; it was kept as text.");
    }
}

char *
kith_sheet_quote (const char *sentence, const char *cell)
{
  gboolean shortened;
  g_autofree char *name = kith_value_name (cell);
  g_autofree char *quote = kith_value_shorten (name, LONGEST_QUOTE, &shortened);
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strconcat (parts[0], quote, shortened ? "…" : "", parts[1], NULL);
}

void
kith_sheet_keep (const KithColumn *column, const char *cell, GString *more)
{
  g_autofree char *value = kith_value_name (cell);

  if (*value == '\0' || more->len >= NOTE_CHARACTERS)
    return;
  if (*column->heading != '\0')
    g_string_append_printf (more, "%s: ", column->heading);
  g_string_append (more, value);
  g_string_append_c (more, '\n');
}

gboolean
kith_sheet_read_field (const KithSheet *sheet,
                       guint row,
                       const KithColumn *column,
                       const char *cell,
                       gpointer record,
                       guint64 *set,
                       GString *more)
{
  guint number = kith_csv_row_number (sheet->table, row);
  gboolean shortened;

  if (!kith_value_read (column->field, record, cell, &shortened))
    {
      kith_import_add_note (sheet->import, sheet->table, number, column->heading, KITH_NOTE_CHANGED,
                            kith_sheet_quote (not_understood (column->field), cell));
      kith_sheet_keep (column, cell, more);
      return FALSE;
    }
  if (shortened)
    kith_import_add_note (sheet->import, sheet->table, number, column->heading, KITH_NOTE_CHANGED,
                          g_strdup_printf (_ ("The text is longer than %d characters; the rest was "
                                              "left out."),
                                           (int) column->field->max));
  *set |= bit_of (record, column->field);
  return TRUE;
}

static void
add_lines (GString *out, GHashTable *seen, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_hash_table_contains (seen, lines[i]))
      {
        if (out->len > 0)
          g_string_append_c (out, '\n');
        g_string_append (out, lines[i]);
        g_hash_table_add (seen, g_strdup (lines[i]));
      }
}

/**
 * kith_join_lines:
 * @text: what is there, kept as it is
 * @more: further lines; one that is there already is not repeated
 * @max: characters of the result
 *
 * Returns: (transfer full): both
 */
char *
kith_join_lines (const char *text, const char *more, glong max)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean shortened;

  add_lines (out, seen, text);
  g_string_assign (out, text);
  add_lines (out, seen, more);
  return kith_value_shorten (out->str, max, &shortened);
}
