/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: stakeholders that are dragged to the canvas. */
#include <glib/gi18n-lib.h>

#include "kith-table-view-private.h"

static KithTableCell *
cell_at (KithTableView *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = at != NULL ? gtk_widget_get_ancestor (at, KITH_TYPE_TABLE_CELL) : NULL;

  return cell != NULL ? KITH_TABLE_CELL (cell) : NULL;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, KithTableView *self)
{
  KithTableCell *cell = cell_at (self, x, y);
  g_autoptr (GArray) ids = NULL;
  KithId id;

  if (cell == NULL || kith_table_cell_is_typing (cell))
    return NULL;
  self->edit_on_release = FALSE;
  id = kith_table_cell_get_id (cell);
  ids = kith_viewer_is_selected (self->viewer, id) ? kith_table_dup_rows (self)
                                                   : g_array_new (FALSE, FALSE, sizeof (KithId));
  if (ids->len == 0)
    g_array_append_val (ids, id);
  return gdk_content_provider_new_typed (KITH_TYPE_ROW_IDS, ids);
}

static void
on_begin (GtkDragSource *source, GdkDrag *drag, KithTableView *self)
{
  g_autofree char *title = NULL;
  GtkWidget *label;
  gconstpointer record = kith_table_view_record (self, self->cursor);

  if (record == NULL)
    return;
  title = kith_list_row_title (kith_viewer_get_map (self->viewer), record);
  label = gtk_label_new (title);
  gtk_widget_add_css_class (label, "kith-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

void
kith_table_drag_init (KithTableView *self)
{
  GtkDragSource *source;

  if (self->listing != KITH_LISTING_STAKEHOLDERS)
    return;
  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
