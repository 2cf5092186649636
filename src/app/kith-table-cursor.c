/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: the cell with the keyboard, and going from it to another. */
#include "kith-table-view-private.h"

/**
 * kith_table_focused_cell:
 * @self: a table
 *
 * Returns: (nullable): the cell that has the keyboard, unless somebody types in it
 */
KithTableCell *
kith_table_focused_cell (KithTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!KITH_IS_TABLE_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return KITH_TABLE_CELL (focus);
}

/* Of those that stand in the window: a row that GTK has just taken out may still have its cells. */
static KithTableCell *
find_cell (KithTableView *self, KithId id, const KithListColumn *column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (kith_table_cell_get_id (cell) == id && kith_table_cell_get_column (cell) == column
        && gtk_widget_get_root (cell) != NULL)
      return cell;
  return NULL;
}

/* GTK scrolls to a row by itself, but not to a column. */
static void
show_across (KithTableView *self, GtkWidget *cell)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &bounds))
    return;
  bounds.origin.x += (float) gtk_adjustment_get_value (across);
  gtk_adjustment_clamp_page (across, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/**
 * kith_table_go:
 * @self: a table
 * @row: place of a row
 * @column: (nullable): a shown column; NULL: the first
 *
 * Gives the keyboard to that cell and brings it into sight.
 */
void
kith_table_go (KithTableView *self, guint row, const KithListColumn *column)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  g_autoptr (GPtrArray) columns = kith_table_shown_columns (self);
  KithId id = kith_table_rows_nth (self->rows, row);
  KithTableCell *cell;

  if (id == 0 || columns->len == 0)
    return;
  if (column == NULL || !g_ptr_array_find (columns, column, NULL))
    column = columns->pdata[0];
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
  self->cursor = id;
  self->cursor_column = column;
  self->cursor_row = row;
  cell = find_cell (self, id, column);
  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  show_across (self, GTK_WIDGET (cell));
}

/* The end of the link whose rating this is wears the ring on the canvas. */
void
kith_table_show_end (KithTableView *self)
{
  if (self->cursor_column != NULL && self->cursor_column->source == KITH_FROM_OPINION
      && kith_viewer_get_only (self->viewer, NULL) == self->cursor)
    kith_viewer_set_end (self->viewer, self->cursor_column->end);
}

void
kith_table_show_on_canvas (KithTableView *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  if (only != 0 && self->canvas != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    kith_canvas_peek (self->canvas, only);
}

void
kith_table_select_row (KithTableView *self, guint row)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->rows);
  guint n = kith_table_rows_n (self->rows);
  g_autoptr (GtkBitset) others = gtk_selection_model_get_selection (model);

  self->anchor = row;
  if (row < n
      && !(gtk_bitset_get_size (others) == 1 && gtk_selection_model_is_selected (model, row)))
    gtk_selection_model_select_item (model, row, TRUE);
  kith_table_show_end (self);
  kith_table_show_on_canvas (self);
}

void
kith_table_extend_to (KithTableView *self, guint row)
{
  guint first = MIN (self->anchor, row);
  guint last = MAX (self->anchor, row);

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->rows), first, last - first + 1,
                                    TRUE);
}

guint
kith_table_place_of (GPtrArray *columns, const KithListColumn *column)
{
  guint place = 0;

  g_ptr_array_find (columns, column, &place);
  return place;
}

guint
kith_table_current_row (KithTableView *self)
{
  guint row = 0;

  if (kith_table_rows_find (self->rows, self->cursor, &row))
    self->cursor_row = row;
  return MIN (self->cursor_row, MAX (kith_table_rows_n (self->rows), 1) - 1);
}

/**
 * kith_table_step:
 * @self: a table
 * @rows: how many down
 * @columns: how many across; past an end it goes on in the next row
 */
void
kith_table_step (KithTableView *self, int rows, int columns)
{
  g_autoptr (GPtrArray) shown = kith_table_shown_columns (self);
  int n = (int) kith_table_rows_n (self->rows);
  int row = (int) kith_table_current_row (self) + rows;
  int column = (int) kith_table_place_of (shown, self->cursor_column) + columns;

  if (column < 0 || column >= (int) shown->len)
    {
      row += column < 0 ? -1 : 1;
      column = column < 0 ? (int) shown->len - 1 : 0;
    }
  if (n == 0)
    return;
  row = CLAMP (row, 0, n - 1);
  kith_table_go (self, (guint) row, shown->pdata[column]);
  kith_table_select_row (self, (guint) row);
}

/**
 * kith_table_dup_rows:
 * @self: a table
 *
 * Returns: (transfer full) (element-type gint64): the selected rows from top to bottom; where none
 *   is, the one with the keyboard
 */
GArray *
kith_table_dup_rows (KithTableView *self)
{
  GArray *ids = kith_table_rows_dup_selected (self->rows);

  if (ids->len == 0 && self->cursor != 0 && kith_table_view_record (self, self->cursor) != NULL)
    g_array_append_val (ids, self->cursor);
  return ids;
}

/* Newer GTK takes rows out where older fills them anew. Until the next frame the window keeps the
 * keyboard in a cell that is nowhere, and GTK 4.18 crashes if the window becomes active meanwhile,
 * as it does when a menu closes. */
static gboolean
is_left_behind (KithTableView *self, GtkWidget *focus)
{
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KITH_TYPE_TABLE_CELL) : NULL;

  return cell != NULL && gtk_widget_get_root (cell) == NULL
         && g_object_get_data (G_OBJECT (cell), "kith-table") == self;
}

/**
 * kith_table_keep_cursor:
 * @self: a table
 *
 * Rows have moved: the keyboard stays with its record, not with the place where that was.
 */
void
kith_table_keep_cursor (KithTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  KithTableCell *cell = kith_table_focused_cell (self);

  if (root != NULL && is_left_behind (self, gtk_root_get_focus (root)))
    {
      gtk_root_set_focus (root, NULL);
      kith_table_view_grab (self, self->cursor);
    }
  else if (cell != NULL && self->cursor != 0 && kith_table_cell_get_id (cell) != self->cursor)
    kith_table_view_grab (self, self->cursor);
}

void
kith_table_view_grab (KithTableView *self, KithId id)
{
  guint row = 0;

  if (id == 0 || !kith_table_rows_find (self->rows, id, &row))
    row = kith_table_current_row (self);
  kith_table_go (self, row, self->cursor_column);
}
