/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: filling down, copying rows and pasting columns; all of it is one edit, or nothing. */
#include <glib/gi18n-lib.h>

#include "kith-clip-content.h"
#include "kith-clip-text.h"
#include "kith-clip.h"
#include "kith-table-view-private.h"

static gboolean
perform (KithTableView *self, GArray *cells, const char *label)
{
  KithListLook look = kith_table_view_look (self);
  KithDate today = kith_viewer_date (self->viewer);
  GError *error = NULL;
  KithEdit *edit = kith_list_set (&look, (const KithListCell *) (gpointer) cells->data, cells->len,
                                  &today, label, &error);

  return kith_viewer_perform (self->viewer, edit, error);
}

static void
put (GArray *cells, const KithListColumn *column, KithId id, const char *text, guint row)
{
  KithListCell cell = { column, id, text, row };

  g_array_append_val (cells, cell);
}

/* With one row, what stands above it is filled in, as spreadsheets do. */
static GArray *
rows_to_fill (KithTableView *self)
{
  GArray *ids = kith_table_rows_dup_selected (self->rows);
  guint row = 0;

  if (ids->len > 1)
    return ids;
  g_array_set_size (ids, 0);
  if (kith_table_rows_find (self->rows, self->cursor, &row) && row > 0)
    {
      KithId above = kith_table_rows_nth (self->rows, row - 1);

      g_array_append_val (ids, above);
      g_array_append_val (ids, self->cursor);
    }
  return ids;
}

/**
 * kith_table_fill_down:
 * @self: a table
 *
 * Puts what stands in the first selected row, in the column with the keyboard, into the others.
 */
void
kith_table_fill_down (KithTableView *self)
{
  const KithListColumn *column = self->cursor_column;
  g_autoptr (GArray) ids = rows_to_fill (self);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KithListCell));
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *raw = NULL;
  g_autofree char *label = NULL;

  if (column == NULL || ids->len < 2)
    {
      kith_viewer_say (self->viewer, _ ("Select the rows to fill first; the first one is copied."));
      return;
    }
  raw = kith_list_cell_raw (column, map,
                            kith_table_view_record (self, g_array_index (ids, KithId, 0)));
  for (guint i = 1; i < ids->len; i++)
    {
      guint row = 0;

      kith_table_rows_find (self->rows, g_array_index (ids, KithId, i), &row);
      put (cells, column, g_array_index (ids, KithId, i), raw, row + 1);
    }
  /* Translators: undo step; a column's title */
  label = g_strdup_printf (_ ("Fill down: %s"), column->title);
  if (perform (self, cells, label))
    {
      g_autofree char *said = g_strdup_printf (ngettext ("%s filled into %u row.",
                                                         "%s filled into %u rows.", cells->len),
                                               column->title, cells->len);

      kith_viewer_say (self->viewer, said);
    }
}

static GdkContentProvider *
text_provider (const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return gdk_content_provider_new_for_value (&value);
}

/* Stakeholders can be pasted on a map as well. */
static GdkContentProvider *
content_of (KithTableView *self, const char *text, GArray *ids)
{
  GdkContentProvider *providers[2] = { text_provider (text), NULL };
  g_autoptr (KithMap) clip = NULL;

  if (self->listing != KITH_LISTING_STAKEHOLDERS)
    return providers[0];
  clip = kith_clip_new (kith_viewer_get_map (self->viewer), (const KithId *) (gpointer) ids->data,
                        ids->len);
  providers[1] = kith_clip_content_new (clip, kith_viewer_get_view (self->viewer));
  return gdk_content_provider_new_union (providers, 2);
}

/**
 * kith_table_copy:
 * @self: a table
 *
 * The selected rows with the columns that are shown, as spreadsheets take them.
 */
void
kith_table_copy (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_dup_rows (self);
  g_autoptr (GPtrArray) columns = kith_table_shown_columns (self);
  g_autofree char *text = kith_tsv_write (columns, kith_viewer_get_map (self->viewer),
                                          (const KithId *) (gpointer) ids->data, ids->len);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *said = NULL;

  if (ids->len == 0)
    return;
  content = content_of (self, text, ids);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  said = g_strdup_printf (ngettext ("Copied %u row.", "Copied %u rows.", ids->len), ids->len);
  kith_viewer_say (self->viewer, said);
}

typedef struct
{
  KithTableView *table;
  KithViewer *viewer;
  KithId id;
  char *column; /* key */
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->table);
  g_object_unref (paste->viewer);
  g_free (paste->column);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Rows that were copied from a table like this bring its titles along. */
static gboolean
is_headings (GPtrArray *columns, guint first, char **row)
{
  for (guint i = 0; row[i] != NULL; i++)
    if (first + i >= columns->len
        || g_utf8_collate (row[i], ((KithListColumn *) columns->pdata[first + i])->title) != 0)
      return FALSE;
  return TRUE;
}

static guint
width_of (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, g_strv_length (rows->pdata[i]));
  return width;
}

static char *
too_much (guint n_rows, guint rows_left, guint n_columns, guint columns_left)
{
  if (n_rows > rows_left)
    return g_strdup_printf (
        _ ("What was copied has %u rows, but the table has only %u from this "
           "cell down. Nothing was changed: begin further up, show more rows, or "
           "copy fewer."),
        n_rows, rows_left);
  if (n_columns > columns_left)
    return g_strdup_printf (_ ("What was copied has %u columns, but the table shows only %u from "
                               "this cell on. Nothing was changed: begin further left, show more "
                               "columns, or copy fewer."),
                            n_columns, columns_left);
  return NULL;
}

/* One value goes into all selected rows. */
static void
collect_same (KithTableView *self, GArray *cells, const KithListColumn *column, const char *text)
{
  g_autoptr (GArray) ids = kith_table_rows_dup_selected (self->rows);

  for (guint i = 0; i < ids->len; i++)
    {
      guint row = 0;

      kith_table_rows_find (self->rows, g_array_index (ids, KithId, i), &row);
      put (cells, column, g_array_index (ids, KithId, i), text, row + 1);
    }
}

/* A blank leaves what is there. */
static void
collect (KithTableView *self, GArray *cells, GPtrArray *rows, guint at, GPtrArray *columns, guint c)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        if (*row[j] != '\0')
          put (cells, columns->pdata[c + j], kith_table_rows_nth (self->rows, at + i), row[j],
               at + i + 1);
    }
}

static guint
n_selected (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_rows_dup_selected (self->rows);

  return ids->len;
}

static void
put_text (KithTableView *self, GPtrArray *rows, guint at, GPtrArray *columns, guint c)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KithListCell));
  const KithListColumn *column = columns->pdata[c];
  guint width = width_of (rows);
  g_autofree char *label = NULL;
  g_autofree char *problem = NULL;

  if (rows->len == 1 && width == 1 && n_selected (self) > 1)
    collect_same (self, cells, column, ((char **) rows->pdata[0])[0]);
  else
    {
      problem = too_much (rows->len, kith_table_rows_n (self->rows) - at, width, columns->len - c);
      if (problem == NULL)
        collect (self, cells, rows, at, columns, c);
    }
  /* Translators: undo step; a column's title */
  label = g_strdup_printf (_ ("Paste into %s"), column->title);
  if (problem != NULL)
    kith_viewer_say (self->viewer, problem);
  else if (cells->len > 0 && perform (self, cells, label))
    {
      g_autofree char *said =
          g_strdup_printf (ngettext ("Pasted into %u cell.", "Pasted into %u cells.", cells->len),
                           cells->len);

      kith_viewer_say (self->viewer, said);
    }
}

static guint
find_column (GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((KithListColumn *) columns->pdata[i])->key, key))
      return i;
  return columns->len;
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  KithTableView *self = paste->table;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint at = 0, c;

  if (self->viewer != paste->viewer)
    return; /* it shows another map, or none, meanwhile */
  columns = kith_table_shown_columns (self);
  c = find_column (columns, paste->column);
  if (text == NULL || *text == '\0' || strlen (text) > KITH_PASTE_MAX_BYTES)
    {
      kith_viewer_say (self->viewer, text == NULL || *text == '\0'
                                         ? _ ("There is no text on the clipboard.")
                                         : _ ("That is too much to paste. Save it as a file and "
                                              "import that."));
      return;
    }
  rows = kith_tsv_read (text);
  if (rows->len > 1 && is_headings (columns, c, rows->pdata[0]))
    g_ptr_array_remove_index (rows, 0);
  if (c < columns->len && kith_table_rows_find (self->rows, paste->id, &at))
    put_text (self, rows, at, columns, c);
}

/**
 * kith_table_paste:
 * @self: a table
 *
 * A column of a spreadsheet goes down the rows from the cell with the keyboard, several go to the
 * right as well.
 */
void
kith_table_paste (KithTableView *self)
{
  Paste *paste;

  if (self->cursor_column == NULL || self->cursor == 0)
    return;
  paste = g_new0 (Paste, 1);
  paste->table = g_object_ref (self);
  paste->viewer = g_object_ref (self->viewer);
  paste->id = self->cursor;
  paste->column = g_strdup (self->cursor_column->key);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text,
                                 paste);
}
