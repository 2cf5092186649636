/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-clip-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-export.h"
#include "kith-csv-import.h"
#include "kith-csv.h"
#include "kith-list-import.h"

static void
append_name (GString *out, const char *name)
{
  g_autofree char *line = g_strdelimit (g_strdup (name), "\r\n\t", ' ');

  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

/**
 * kith_map_to_names:
 * @map: a map, already made for its audience
 *
 * Returns: (transfer full): the names of its stakeholders, or where there is none of its shared
 *   spaces, one a line; where there is neither, the words of its texts and frames
 */
char *
kith_map_to_names (KithMap *map)
{
  g_autoptr (GPtrArray) stakeholders = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GPtrArray) spaces = kith_map_list (map, KITH_SPACE);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < stakeholders->len; i++)
    append_name (out, ((const KithStakeholder *) stakeholders->pdata[i])->name);
  for (guint i = 0; i < spaces->len && stakeholders->len == 0; i++)
    append_name (out, ((const KithSpace *) spaces->pdata[i])->name);
  KITH_FOR_EACH (KithAnnotation, annotation, map, KITH_ANNOTATION)
    if (stakeholders->len + spaces->len == 0 && *annotation->text != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", annotation->text);
  return g_string_free (out, FALSE);
}

static void
append_row (GString *out, const KithCsvTable *table, guint row)
{
  for (guint i = 0; i < kith_csv_row_width (table, row); i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (kith_csv_cell (table, row, i)), "\r\n\t",
                                            ' ');

      if (i > 0)
        g_string_append_c (out, '\t');
      g_string_append (out, cell);
    }
  g_string_append_c (out, '\n');
}

/**
 * kith_map_to_tsv:
 * @map: a map, already made for its audience
 *
 * Returns: (transfer full): the table of its stakeholders with tabs between cells and one line a
 *   row; what a spreadsheet could take for a formula is guarded as in CSV
 */
GBytes *
kith_map_to_tsv (KithMap *map)
{
  g_autoptr (GBytes) csv = kith_csv_export_stakeholders (map);
  g_autoptr (KithCsvTable) table = kith_csv_read (csv, "", NULL);
  GString *out = g_string_new (NULL);

  for (guint row = 0; table != NULL && row < kith_csv_n_rows (table); row++)
    append_row (out, table, row);
  return g_string_free_to_bytes (out);
}

static KithEdit *
table_to_edit (KithMap *map, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KithCsvTable) table = kith_csv_read (bytes, _ ("Clipboard"), NULL);
  g_autoptr (KithImport) import = NULL;

  if (table == NULL)
    return NULL;
  import = kith_import_new (map, (KithCsvTable *const[]){ table }, 1, NULL);
  return import != NULL ? kith_import_to_edit (import, map, NULL) : NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

/**
 * kith_pasted_text_to_edit:
 * @map: the map that it goes into; left alone
 * @text: UTF-8; with tabs it is rows of a table, perhaps with headings, else one name a line
 * @error: too much text
 *
 * Returns: (transfer full) (nullable): one edit, empty if there is nobody new
 */
KithEdit *
kith_pasted_text_to_edit (KithMap *map, const char *text, GError **error)
{
  KithEdit *edit;

  if (strlen (text) > KITH_PASTE_MAX_BYTES || count_lines (text) > KITH_PASTE_MAX_LINES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("What was copied has more than %d lines. Save it as a file and import that."),
                   KITH_PASTE_MAX_LINES);
      return NULL;
    }
  if (strchr (text, '\t') == NULL)
    return kith_list_to_edit (map, text, NULL, NULL);
  edit = table_to_edit (map, text);
  return edit != NULL ? edit : kith_list_to_edit (map, text, NULL, NULL);
}
