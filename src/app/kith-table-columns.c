/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: its columns, the cells in them, which of them are shown and which one sorts. */
#include "kith-table-view-private.h"

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  KithTableView *self = g_object_get_data (G_OBJECT (factory), "kith-table");
  GtkWidget *cell = kith_table_cell_new (column);

  g_object_set_data (G_OBJECT (cell), "kith-table", self);
  g_signal_connect (cell, "typed", G_CALLBACK (kith_table_on_typed), self);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
}

/* A click is the cell's: rows would give the keyboard to their first one. And a row is called by
 * its record, not by its class. */
static void
name_row (KithTableView *self, GtkWidget *cell, KithId id)
{
  GtkWidget *around = gtk_widget_get_parent (cell); /* GTK's own cell */
  GtkWidget *row = gtk_widget_get_parent (around);
  gconstpointer record = kith_table_view_record (self, id);
  g_autofree char *title = record != NULL
                               ? kith_list_row_title (kith_viewer_get_map (self->viewer), record)
                               : NULL;

  gtk_widget_set_focus_on_click (around, FALSE);
  gtk_widget_set_focus_on_click (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kith_table_cell_get_column (KITH_TABLE_CELL (cell))->title, -1);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  KithTableView *self = g_object_get_data (G_OBJECT (factory), "kith-table");
  KithTableCell *cell = KITH_TABLE_CELL (gtk_list_item_get_child (item));
  KithTableRow *row = gtk_list_item_get_item (item);

  kith_table_cell_set_id (cell, kith_table_row_get_id (row));
  g_hash_table_add (self->cells, cell);
  name_row (self, GTK_WIDGET (cell), kith_table_row_get_id (row));
  kith_table_show_cell (self, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  KithTableView *self = g_object_get_data (G_OBJECT (factory), "kith-table");
  KithTableCell *cell = KITH_TABLE_CELL (gtk_list_item_get_child (item));

  g_hash_table_remove (self->cells, cell);
  kith_table_cell_set_id (cell, 0);
}

static GtkColumnViewColumn *
nth_column (KithTableView *self, guint i)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

  return column; /* the view keeps it */
}

static guint
n_columns (KithTableView *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

static const KithListColumn *
list_column (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "kith-column");
}

/* GTK 4.8 does not tell which column sorts: the first that is asked to compare does. */
static int
on_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  KithTableView *self = g_object_get_data (G_OBJECT (column), "kith-table");

  if (self->probing && self->probed == NULL)
    self->probed = list_column (column);
  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (KithTableView *self)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  if (self->view == NULL)
    return; /* the table is going */
  self->probing = TRUE;
  self->probed = NULL;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
  self->probing = FALSE;
  kith_table_rows_set_order (self->rows, self->probed, order == GTK_ORDERING_LARGER);
  kith_table_keep_cursor (self);
}

void
kith_table_view_sort (KithTableView *self, const KithListColumn *column, GtkSortType order)
{
  for (guint i = 0; i < n_columns (self); i++)
    if (list_column (nth_column (self, i)) == column)
      gtk_column_view_sort_by_column (self->view, nth_column (self, i), order);
}

void
kith_table_view_sort_by (KithTableView *self, const char *key, gboolean descending)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KithListColumn *column = self->columns->pdata[i];

      if (g_str_equal (column->key, key))
        kith_table_view_sort (self, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

static void
add_column (KithTableView *self, KithListColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (column->title, factory);
  g_autoptr (GtkCustomSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "kith-table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), column);
  g_object_set_data (G_OBJECT (shown), "kith-column", column);
  g_object_set_data (G_OBJECT (shown), "kith-table", self);
  sorter = gtk_custom_sorter_new (on_compare, shown, NULL);
  gtk_column_view_column_set_sorter (shown, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, column->width);
  gtk_column_view_column_set_visible (shown, kith_table_view_shows_column (self, column->key));
  gtk_column_view_append_column (self->view, shown);
}

/* Whether the map asks for other columns than there are. */
gboolean
kith_table_has_other_columns (KithTableView *self)
{
  g_autoptr (GPtrArray) now = kith_list_columns (self->listing, kith_viewer_get_map (self->viewer),
                                                 self->audience);

  if (now->len != self->columns->len)
    return TRUE;
  for (guint i = 0; i < now->len; i++)
    if (!g_str_equal (((KithListColumn *) now->pdata[i])->key,
                      ((KithListColumn *) self->columns->pdata[i])->key))
      return TRUE;
  return FALSE;
}

/* Those of the audience, the first one sorting. */
void
kith_table_make_columns (KithTableView *self)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  GPtrArray *old = g_steal_pointer (&self->columns);

  kith_table_close_popovers (self);
  kith_table_rows_set_order (self->rows, NULL, FALSE);
  while (n_columns (self) > 0)
    gtk_column_view_remove_column (self->view, nth_column (self, 0));
  g_hash_table_remove_all (self->cells);
  self->cursor_column = NULL;
  self->columns = kith_list_columns (self->listing, kith_viewer_get_map (self->viewer), audience);
  kith_list_columns_set_day (self->columns, kith_viewer_get_view (self->viewer)->day);
  kith_table_rows_set_columns (self->rows, self->columns);
  g_clear_pointer (&old, g_ptr_array_unref);
  for (guint i = 0; i < self->columns->len; i++)
    add_column (self, self->columns->pdata[i]);
  kith_table_view_sort (self, self->columns->pdata[0], GTK_SORT_ASCENDING);
  g_signal_emit_by_name (self, "columns-changed");
}

GPtrArray *
kith_table_view_get_columns (KithTableView *self)
{
  return self->columns;
}

static gboolean
is_in_words (const char *words, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) parts, word);
}

gboolean
kith_table_view_shows_column (KithTableView *self, const char *key)
{
  if (self->shown != NULL)
    return is_in_words (self->shown, key);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KithListColumn *column = self->columns->pdata[i];

      if (g_str_equal (column->key, key))
        return column->at_first;
    }
  return FALSE;
}

static void
update_visible (KithTableView *self)
{
  for (guint i = 0; i < n_columns (self); i++)
    gtk_column_view_column_set_visible (nth_column (self, i),
                                        kith_table_view_shows_column (self,
                                                                      list_column (
                                                                          nth_column (self, i))
                                                                          ->key));
  g_signal_emit_by_name (self, "columns-changed");
}

void
kith_table_view_show_column (KithTableView *self, const char *key, gboolean shown)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KithListColumn *column = self->columns->pdata[i];
      gboolean is_it = g_str_equal (column->key, key);

      /* the first one says what the rows are */
      if (i == 0 || (is_it ? shown : kith_table_view_shows_column (self, column->key)))
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", column->key);
    }
  kith_table_view_set_shown (self, keys->str);
}

char *
kith_table_view_dup_shown (KithTableView *self)
{
  return g_strdup (self->shown);
}

void
kith_table_view_set_shown (KithTableView *self, const char *keys)
{
  char *copy = g_strdup (keys);

  g_free (self->shown);
  self->shown = copy;
  if (self->columns != NULL)
    update_visible (self);
}

void
kith_table_columns_init (KithTableView *self)
{
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
}

/**
 * kith_table_shown_columns:
 * @self: a table
 *
 * Returns: (transfer container) (element-type KithListColumn): the columns that are shown, in the
 *   order in which they stand
 */
GPtrArray *
kith_table_shown_columns (KithTableView *self)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < n_columns (self); i++)
    if (gtk_column_view_column_get_visible (nth_column (self, i)))
      g_ptr_array_add (columns, (gpointer) list_column (nth_column (self, i)));
  return columns;
}
