/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: going from cell to cell, and what the keys do in one. */
#include "kith-table-view-private.h"

#define PAGE 10 /* rows */

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

static KithTableCell *
find_cell (KithTableView *self, KithId id, const KithListColumn *column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (kith_table_cell_get_id (cell) == id && kith_table_cell_get_column (cell) == column)
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
static void
show_end (KithTableView *self)
{
  if (self->cursor_column != NULL && self->cursor_column->source == KITH_FROM_OPINION
      && kith_viewer_get_only (self->viewer, NULL) == self->cursor)
    kith_viewer_set_end (self->viewer, self->cursor_column->end);
}

static void
show_on_canvas (KithTableView *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  if (only != 0 && self->canvas != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    kith_canvas_show (self->canvas, only);
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
  show_end (self);
  show_on_canvas (self);
}

static void
extend_to (KithTableView *self, guint row)
{
  guint first = MIN (self->anchor, row);
  guint last = MAX (self->anchor, row);

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->rows), first, last - first + 1,
                                    TRUE);
}

static guint
place_of (GPtrArray *columns, const KithListColumn *column)
{
  guint place = 0;

  g_ptr_array_find (columns, column, &place);
  return place;
}

static guint
current_row (KithTableView *self)
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
  int row = (int) current_row (self) + rows;
  int column = (int) place_of (shown, self->cursor_column) + columns;

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

static gboolean
walk (KithTableView *self, int rows, GdkModifierType state)
{
  int n = (int) kith_table_rows_n (self->rows);
  guint row = (guint) CLAMP ((int) current_row (self) + rows, 0, MAX (n, 1) - 1);

  kith_table_go (self, row, self->cursor_column);
  if ((state & GDK_SHIFT_MASK) != 0)
    extend_to (self, row);
  else if ((state & GDK_CONTROL_MASK) == 0)
    kith_table_select_row (self, row);
  return TRUE;
}

static gboolean
walk_across (KithTableView *self, int by)
{
  g_autoptr (GPtrArray) shown = kith_table_shown_columns (self);
  int place = (int) place_of (shown, self->cursor_column);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && ABS (by) == 1)
    by = -by;
  place = CLAMP (place + by, 0, (int) shown->len - 1);
  kith_table_go (self, current_row (self), shown->pdata[place]);
  show_end (self);
  return TRUE;
}

/* Tab goes from cell to cell and leaves after the last one. */
static gboolean
tab (KithTableView *self, int by)
{
  g_autoptr (GPtrArray) shown = kith_table_shown_columns (self);
  guint row = current_row (self);
  guint place = place_of (shown, self->cursor_column);

  if (by > 0 ? row + 1 >= kith_table_rows_n (self->rows) && place + 1 >= shown->len
             : row == 0 && place == 0)
    return FALSE;
  kith_table_step (self, 0, by);
  return TRUE;
}

static gboolean
type (KithTableView *self, KithTableCell *cell, guint keyval)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  if (column->cell == KITH_CELL_SCORE && letter >= '0' && letter <= '5')
    {
      self->rated = kith_table_set (self, column, kith_table_cell_get_id (cell), text);
      return TRUE;
    }
  if (letter == ' ' && column->cell != KITH_CELL_SWITCH)
    return FALSE;
  kith_table_edit_cell (self, cell, text);
  return TRUE;
}

static gboolean
on_control_key (KithTableView *self, guint keyval, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_c:
      kith_table_copy (self);
      return TRUE;
    case GDK_KEY_v:
      kith_table_paste (self);
      return TRUE;
    case GDK_KEY_d:
      kith_table_fill_down (self);
      return TRUE;
    case GDK_KEY_a:
      gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->rows));
      return TRUE;
    case GDK_KEY_space:
      {
        guint row = current_row (self);
        GtkSelectionModel *model = GTK_SELECTION_MODEL (self->rows);

        if (gtk_selection_model_is_selected (model, row))
          gtk_selection_model_unselect_item (model, row);
        else
          gtk_selection_model_select_item (model, row, FALSE);
        self->anchor = row;
        return TRUE;
      }
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      kith_table_view_delete (self);
      return TRUE;
    case GDK_KEY_Home:
      return walk (self, -G_MAXINT / 2, state & ~GDK_CONTROL_MASK);
    case GDK_KEY_End:
      return walk (self, G_MAXINT / 2, state & ~GDK_CONTROL_MASK);
    case GDK_KEY_Up:
      return walk (self, -1, state);
    case GDK_KEY_Down:
      return walk (self, 1, state);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      g_signal_emit_by_name (self, "leave");
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_moving_key (KithTableView *self, guint keyval, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk (self, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk (self, 1, state);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return walk (self, -PAGE, state);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return walk (self, PAGE, state);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk_across (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk_across (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return walk_across (self, -1000);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return walk_across (self, 1000);
    case GDK_KEY_Tab:
      return tab (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, -1);
    default:
      return FALSE;
    }
}

/* Enter after a digit is done with the cell, as in a spreadsheet. */
static gboolean
enter (KithTableView *self, KithTableCell *cell, GdkModifierType state, gboolean rated)
{
  if ((state & GDK_ALT_MASK) != 0)
    kith_table_open (self);
  else if (rated)
    kith_table_step (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1, 0);
  else
    kith_table_edit_cell (self, cell, NULL);
  return TRUE;
}

static gboolean
on_cell_key (KithTableView *self, KithTableCell *cell, guint keyval, GdkModifierType state)
{
  gboolean rated = self->rated;

  self->rated = FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter (self, cell, state, rated);
    case GDK_KEY_F2:
      kith_table_edit_cell (self, cell, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      kith_table_clear (self);
      return TRUE;
    case GDK_KEY_Menu:
      kith_table_popup_menu (self, NULL);
      return TRUE;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      kith_table_popup_menu (self, NULL);
      return TRUE;
    default:
      return (state & GDK_ALT_MASK) == 0 && type (self, cell, keyval);
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithTableView *self)
{
  KithTableCell *cell = kith_table_focused_cell (self);

  if (cell == NULL || self->viewer == NULL)
    return FALSE;
  self->cursor = kith_table_cell_get_id (cell);
  self->cursor_column = kith_table_cell_get_column (cell);
  if ((state & GDK_CONTROL_MASK) != 0)
    return on_control_key (self, gdk_keyval_to_lower (keyval), state);
  if ((state & GDK_ALT_MASK) == 0 && on_moving_key (self, keyval, state))
    {
      self->rated = FALSE;
      return TRUE;
    }
  return on_cell_key (self, cell, keyval, state);
}

/* The pointer: the cell takes the keyboard, a second click on it edits, a double click too. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = at != NULL ? gtk_widget_get_ancestor (at, KITH_TYPE_TABLE_CELL) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  KithTableCell *before = kith_table_focused_cell (self);

  if (cell == NULL || kith_table_cell_is_typing (KITH_TABLE_CELL (cell)))
    return;
  self->rated = FALSE;
  self->cursor = kith_table_cell_get_id (KITH_TABLE_CELL (cell));
  self->cursor_column = kith_table_cell_get_column (KITH_TABLE_CELL (cell));
  gtk_widget_grab_focus (cell);
  if ((state & GDK_SHIFT_MASK) == 0)
    self->anchor = current_row (self);
  self->edit_on_release = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0
                          && (n_press == 2 || before == KITH_TABLE_CELL (cell));
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  KithTableCell *cell = kith_table_focused_cell (self);

  show_end (self);
  show_on_canvas (self);
  if (self->edit_on_release && cell != NULL)
    kith_table_edit_cell (self, cell, NULL);
  self->edit_on_release = FALSE;
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, KithTableView *self)
{
  on_pressed (gesture, 1, x, y, self);
  self->edit_on_release = FALSE;
  kith_table_popup_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, KithTableView *self)
{
  self->edit_on_release = FALSE;
  kith_table_popup_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
add_controller (KithTableView *self, GtkEventController *controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
kith_table_keys_init (KithTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_long_press), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  add_controller (self, keys, GTK_PHASE_CAPTURE);
  add_controller (self, GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  add_controller (self, GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  add_controller (self, GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
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

/**
 * kith_table_keep_cursor:
 * @self: a table
 *
 * Rows have moved: the keyboard stays with its record, not with the place where that was.
 */
void
kith_table_keep_cursor (KithTableView *self)
{
  KithTableCell *cell = kith_table_focused_cell (self);

  if (cell != NULL && self->cursor != 0 && kith_table_cell_get_id (cell) != self->cursor)
    kith_table_view_grab (self, self->cursor);
}

void
kith_table_view_grab (KithTableView *self, KithId id)
{
  guint row = 0;

  if (id == 0 || !kith_table_rows_find (self->rows, id, &row))
    row = current_row (self);
  kith_table_go (self, row, self->cursor_column);
}
