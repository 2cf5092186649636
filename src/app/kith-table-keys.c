/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: what the keys do. */
#include <glib/gi18n.h>

#include "kith-table-view-private.h"

#define PAGE 10 /* rows */

static gboolean
walk (KithTableView *self, int rows, GdkModifierType state)
{
  int n = (int) kith_table_rows_n (self->rows);
  guint row = (guint) CLAMP ((int) kith_table_current_row (self) + rows, 0, MAX (n, 1) - 1);

  kith_table_go (self, row, self->cursor_column);
  if ((state & GDK_SHIFT_MASK) != 0)
    kith_table_extend_to (self, row);
  else if ((state & GDK_CONTROL_MASK) == 0)
    kith_table_select_row (self, row);
  return TRUE;
}

static gboolean
walk_across (KithTableView *self, int by)
{
  g_autoptr (GPtrArray) shown = kith_table_shown_columns (self);
  int place = (int) kith_table_place_of (shown, self->cursor_column);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && ABS (by) == 1)
    by = -by;
  place = CLAMP (place + by, 0, (int) shown->len - 1);
  kith_table_go (self, kith_table_current_row (self), shown->pdata[place]);
  kith_table_show_end (self);
  return TRUE;
}

/* Tab goes from cell to cell and leaves after the last one. */
static gboolean
tab (KithTableView *self, int by)
{
  g_autoptr (GPtrArray) shown = kith_table_shown_columns (self);
  guint row = kith_table_current_row (self);
  guint place = kith_table_place_of (shown, self->cursor_column);

  if (by > 0 ? row + 1 >= kith_table_rows_n (self->rows) && place + 1 >= shown->len
             : row == 0 && place == 0)
    return FALSE;
  kith_table_step (self, 0, by);
  return TRUE;
}

/* Somebody types on who has not looked up, with the window for others now: it alters nothing. */
static void
say_hushed (KithTableView *self)
{
  kith_viewer_say (self->viewer,
                   _ ("What was typed until then is stored. After Enter, keys change it again."));
}

static gboolean
type (KithTableView *self, KithTableCell *cell, guint keyval)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  if (self->hushed)
    {
      say_hushed (self);
      return TRUE;
    }
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
        guint row = kith_table_current_row (self);
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
      if (self->hushed)
        {
          self->hushed = FALSE;
          return TRUE;
        }
      return enter (self, cell, state, rated);
    case GDK_KEY_F2:
      self->hushed = FALSE;
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
      self->rated = self->hushed = FALSE;
      return TRUE;
    }
  return on_cell_key (self, cell, keyval, state);
}

void
kith_table_keys_init (KithTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
