/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: rows as spreadsheets lay them on a clipboard: a tab between cells, a line a row. */
#include <string.h>

#include "kith-csv.h"
#include "kith-listing.h"

/* A quoted cell may hold tabs, lines and doubled quotes; a quote within other text is text. Returns
 * the first byte after the cell. */
static const char *
read_cell (const char *p, GString *cell)
{
  const char *start = p;

  g_string_truncate (cell, 0);
  if (*p == '"')
    {
      for (p++; *p != '\0' && !(*p == '"' && p[1] != '"'); p++)
        {
          p += *p == '"';
          g_string_append_c (cell, *p);
        }
      if (*p == '"' && (p[1] == '\0' || strchr ("\t\r\n", p[1]) != NULL))
        return p + 1;
      p = start; /* no quoted cell after all */
      g_string_truncate (cell, 0);
    }
  for (; *p != '\0' && strchr ("\t\r\n", *p) == NULL; p++)
    g_string_append_c (cell, *p);
  return p;
}

static const char *
after_line_end (const char *p)
{
  if (*p == '\r')
    p++;
  return *p == '\n' ? p + 1 : p;
}

/**
 * kith_tsv_read:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type GStrv): its rows, blank cells and rows included; what
 *   guards a formula is taken off
 */
GPtrArray *
kith_tsv_read (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = NULL;

  for (const char *p = text; *p != '\0' || row != NULL;)
    {
      char *plain;

      if (row == NULL)
        row = g_ptr_array_new ();
      p = read_cell (p, cell);
      plain = g_strstrip (g_strdup (kith_csv_unguard (cell->str)));
      g_ptr_array_add (row, plain);
      if (*p == '\t')
        {
          p++;
          continue;
        }
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (row, FALSE));
      row = NULL;
      p = after_line_end (p);
    }
  return rows;
}

/* A spreadsheet must not take what somebody wrote for a formula. */
static void
write_cell (GString *out, gboolean first, const char *text)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  gboolean guarded;

  kith_csv_write_text (csv, TRUE, text);
  guarded = *csv->str == '\'' || (csv->len > 1 && g_str_has_prefix (csv->str, "\"'"));
  if (!first)
    g_string_append_c (out, '\t');
  if (strpbrk (text, "\t\r\n") == NULL)
    {
      g_string_append (out, guarded ? "'" : "");
      g_string_append (out, text);
      return;
    }
  g_string_append (out, guarded ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * kith_tsv_write:
 * @columns: (element-type KithListColumn): which columns
 * @map: the audience's map
 * @ids: (array length=n): the rows
 * @n: how many
 *
 * Returns: (transfer full): a line of titles, then a line for each that is on the map
 */
char *
kith_tsv_write (GPtrArray *columns, KithMap *map, const KithId *ids, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    write_cell (out, i == 0, ((KithListColumn *) columns->pdata[i])->title);
  g_string_append_c (out, '\n');
  for (guint row = 0; row < n; row++)
    {
      KithKind kind;
      gconstpointer record;

      if (!kith_map_kind_of (map, ids[row], &kind))
        continue;
      record = kith_map_get (map, kind, ids[row]);
      for (guint i = 0; i < columns->len; i++)
        {
          g_autofree char *text = kith_list_cell_raw (columns->pdata[i], map, record);

          write_cell (out, i == 0, text);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
