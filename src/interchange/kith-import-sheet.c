/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of an import: reading one into a field, and keeping what has no field. */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-fields.h"
#include "kith-tags.h"

#define LONGEST_QUOTE 40
#define NOTE_CHARACTERS 65536
/* Of one record; a table with more columns than that is no list of fields. */
#define MOST_FURTHER 60

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
    case KITH_TYPE_INT:
      return _ ("“%s” is not one of the steps 1 to 5; it was kept as text.");
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

/* What the record keeps under that name, to be set. */
static char **
text_of (gpointer record, const char *name, const KithField **field)
{
  *field = kith_kind_field (KITH_KIND (record), name);
  return kith_field_address (*field, record);
}

/* Whether it fits; what does not is not lost, the caller keeps it elsewhere. */
static gboolean
set_text (gpointer record, const char *name, const char *text, guint64 *set)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), name);

  if (!kith_field_from_text (field, record, text, NULL))
    return FALSE;
  *set |= bit_of (record, field);
  return TRUE;
}

void
kith_sheet_read_tags (const char *cell, gpointer record, guint64 *set)
{
  const KithField *field;
  g_autofree char *name = kith_value_name (cell);
  g_autofree char *listed = g_strdelimit (g_strdup (name), "|", ',');
  g_autofree char *tags = kith_tags_add (*text_of (record, "tags", &field), listed);
  gboolean shortened;
  g_autofree char *brief = kith_value_shorten (tags, (glong) field->max, &shortened);

  set_text (record, "tags", brief, set);
}

static gboolean
has_many_lines (const char *text)
{
  guint lines = 0;

  for (const char *p = *text != '\0' ? text : NULL; p != NULL && lines <= MOST_FURTHER;
       p = strchr (p + 1, '\n'))
    lines++;
  return lines > MOST_FURTHER;
}

/* A table has many cells: what is plainly new is put at the end without looking at every line. */
static char *
with_field (const char *fields, const char *name, const char *value)
{
  if (strpbrk (name, ":\n\r\t") != NULL || strstr (fields, name) != NULL || *value == '\0')
    return kith_fields_set (fields, name, value);
  return g_strconcat (fields, *fields != '\0' ? "\n" : "", name, ": ", value, NULL);
}

void
kith_sheet_read_further (const KithColumn *column,
                         const char *cell,
                         gpointer record,
                         guint64 *set,
                         GString *more)
{
  const KithField *field;
  const char *before = *text_of (record, "fields", &field);
  g_autofree char *value = NULL;
  g_autofree char *fields = NULL;

  if (*column->heading != '\0' && !has_many_lines (before))
    {
      value = kith_value_name (cell);
      fields = with_field (before, column->heading, value);
    }
  if (fields == NULL || !set_text (record, "fields", fields, set))
    kith_sheet_keep (column, cell, more);
}

/* The further fields of `from` over those of `to`. */
static char *
fields_over (const char *to, const char *from)
{
  g_auto (GStrv) names = kith_fields_names (from);
  char *all = g_strdup (to);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *before = all;
      g_autofree char *value = kith_fields_get (from, names[i]);

      all = kith_fields_set (before, names[i], value);
    }
  return all;
}

void
kith_import_lay_over (gpointer to, gconstpointer from, guint64 set)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (from));

  for (guint i = 0; i < info->n_fields; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      {
        const KithField *field = &info->fields[i];
        g_autofree char *text = kith_field_to_text (field, from);
        g_autofree char *before = kith_field_to_text (field, to);
        g_autofree char *together = NULL;

        if (g_str_equal (field->name, "tags"))
          together = kith_tags_add (before, text);
        else if (g_str_equal (field->name, "fields") && *before != '\0')
          together = fields_over (before, text);
        if (together == NULL || !kith_field_from_text (field, to, together, NULL))
          kith_field_from_text (field, to, text, NULL);
      }
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
