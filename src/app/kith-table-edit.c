/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: changing what stands in a cell; each change is one edit. */
#include <glib/gi18n-lib.h>

#include "kith-table-view-private.h"
#include "kith-verbs.h"

/* What a rating in a window for partners is: what the room agrees on. */
static void
say_rated (KithTableView *self, const KithListColumn *column)
{
  if (column->source == KITH_FROM_OPINION
      && kith_viewer_get_view (self->viewer)->audience == KITH_PARTNERS)
    kith_viewer_say (self->viewer, _ ("Rated as agreed in the room."));
}

/**
 * kith_table_set:
 * @self: a table
 * @column: one of its columns
 * @id: one of its records
 * @text: as somebody typed it
 *
 * Returns: whether it was taken; if not, the window has said why
 */
gboolean
kith_table_set (KithTableView *self, const KithListColumn *column, KithId id, const char *text)
{
  KithListLook look = kith_table_view_look (self);
  KithListCell cell = { column, id, text, 0 };
  KithDate today = kith_viewer_date (self->viewer);
  GError *error = NULL;
  KithEdit *edit = kith_list_set (&look, &cell, 1, &today, NULL, &error);

  if (!kith_viewer_perform (self->viewer, edit, error))
    return FALSE;
  say_rated (self, column);
  return TRUE;
}

static void
on_picked (KithTableView *self, const char *raw)
{
  const KithListColumn *column = self->pick_column;

  if (column != NULL)
    kith_table_set (self, column, self->pick_id, raw);
}

static void
toggle (KithTableView *self, KithTableCell *cell)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  gconstpointer record = kith_table_view_record (self, kith_table_cell_get_id (cell));
  gboolean on = *(gboolean *) kith_field_address (column->field, record);

  kith_table_set (self, column, kith_table_cell_get_id (cell), on ? "" : "yes");
}

/* Of what follows from other records Enter shows these. */
static gboolean
can_set (KithTableView *self, KithTableCell *cell, const char *first)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  KithListLook look = kith_table_view_look (self);
  g_autofree char *text = NULL;

  if (kith_list_can_set (column, &look, kith_table_cell_get_id (cell)))
    return TRUE;
  if (column->cell == KITH_CELL_FIXED && first == NULL)
    {
      kith_table_open (self);
      return FALSE;
    }
  /* Translators: the title of a column */
  text = g_strdup_printf (_ ("%s cannot be changed here."), column->title);
  kith_viewer_say (self->viewer, text);
  return FALSE;
}

/* Where something has been said of the link, the window asks what becomes of it. */
static void
on_end_picked (KithTableView *self, const char *raw)
{
  const KithListColumn *column = self->pick_column;
  KithId to = kith_list_choice_id (raw);

  if (column != NULL && to != 0 && self->canvas != NULL)
    kith_canvas_reconnect (self->canvas, self->pick_id, column->end, to);
}

/**
 * kith_table_edit_cell:
 * @self: a table
 * @cell: a cell that is in sight
 * @first: (nullable): the letter that began it; NULL: none
 */
void
kith_table_edit_cell (KithTableView *self, KithTableCell *cell, const char *first)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  KithMap *map = kith_viewer_get_map (self->viewer);
  gconstpointer record = kith_table_view_record (self, kith_table_cell_get_id (cell));
  g_autofree char *raw = NULL;

  if (record == NULL)
    return;
  self->pick_id = kith_table_cell_get_id (cell);
  if (column->source == KITH_FROM_END)
    {
      kith_table_pick (self, column->title, column, first, on_end_picked);
      return;
    }
  if (!can_set (self, cell, first))
    return;
  switch (column->cell)
    {
    case KITH_CELL_SWITCH:
      if (first == NULL || *first == ' ')
        toggle (self, cell);
      return;
    case KITH_CELL_CHOICE:
    case KITH_CELL_SCORE:
      kith_table_pick (self, column->title, column, first, on_picked);
      return;
    case KITH_CELL_NOTE:
      kith_table_edit_note (self, cell);
      return;
    default:
      raw = kith_list_cell_raw (column, map, record);
      kith_table_cell_begin_typing (cell, first != NULL ? first : raw, first != NULL);
    }
}

/* What does not fit stays while somebody is at it, and goes when they go elsewhere. */
static gboolean
commit (KithTableView *self, KithTableCell *cell)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  KithId id = kith_table_cell_get_id (cell);
  gconstpointer record = kith_table_view_record (self, id);
  g_autofree char *typed = g_strdup (kith_table_cell_get_typed (cell));
  g_autofree char *raw = NULL;

  if (record == NULL)
    return TRUE;
  raw = kith_list_cell_raw (column, kith_viewer_get_map (self->viewer), record);
  return g_str_equal (raw, typed) || kith_table_set (self, column, id, g_strstrip (typed));
}

void
kith_table_on_typed (KithTableCell *cell, gboolean done, int way, KithTableView *self)
{
  gboolean fine = !done || commit (self, cell);

  if (!fine && way != 2)
    return;
  kith_table_cell_end_typing (cell);
  if (!done || way == 2)
    return;
  if (way == 0)
    kith_table_step (self, 1, 0);
  else
    kith_table_step (self, 0, way);
}

static KithTableCell *
typing_cell (KithTableView *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (kith_table_cell_is_typing (cell))
      return cell;
  return NULL;
}

void
kith_table_view_flush (KithTableView *self)
{
  KithTableCell *cell = typing_cell (self);

  if (cell != NULL)
    {
      kith_table_on_typed (cell, TRUE, 2, self);
      self->hushed = TRUE;
    }
  kith_table_commit_note (self);
  kith_table_commit_name (self);
}

gboolean
kith_table_view_is_typing (KithTableView *self)
{
  return typing_cell (self) != NULL;
}

void
kith_table_view_begin_edit (KithTableView *self)
{
  KithTableCell *cell;

  kith_table_view_grab (self, self->cursor);
  cell = kith_table_focused_cell (self);
  if (cell != NULL)
    kith_table_edit_cell (self, cell, NULL);
}

/* Empties the cell with the keyboard; a whole row goes by another key. */
void
kith_table_clear (KithTableView *self)
{
  const KithListColumn *column = self->cursor_column;

  if (column == NULL)
    return;
  if (column->field != NULL && column->field->needed)
    {
      kith_viewer_say (self->viewer, _ ("A name is needed. Ctrl+Delete deletes the row."));
      return;
    }
  kith_table_set (self, column, self->cursor, "");
}

void
kith_table_view_delete (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_dup_rows (self);
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);

  if (ids->len == 0)
    return;
  if (kith_viewer_perform (self->viewer,
                           kith_verb_delete (whole, (const KithId *) (gpointer) ids->data, ids->len,
                                             NULL),
                           NULL))
    kith_table_view_grab (self, 0);
}
