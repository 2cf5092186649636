/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: stakeholders that are dragged to the canvas, or sent there. */
#include <glib/gi18n-lib.h>

#include "kith-table-view-private.h"
#include "kith-verbs.h"

/* The middle of all boxes. */
static gboolean
middle_of (KithMap *map, GArray *ids, double *x, double *y)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, g_array_index (ids, KithId, i));

      if (one == NULL)
        continue;
      left = MIN (left, one->x);
      right = MAX (right, one->x);
      top = MIN (top, one->y);
      bottom = MAX (bottom, one->y);
    }
  *x = (left + right) / 2;
  *y = (top + bottom) / 2;
  return left <= right;
}

/**
 * kith_table_place_rows:
 * @viewer: whose map it is
 * @ids: (transfer full) (element-type gint64): stakeholders
 * @x: where their middle goes, map units
 * @y: likewise
 */
void
kith_table_place_rows (KithViewer *viewer, GArray *ids, double x, double y)
{
  g_autoptr (GArray) owned = ids;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  KithMap *map = kith_viewer_get_whole_map (viewer);
  double from_x, from_y;

  if (!middle_of (map, ids, &from_x, &from_y))
    return;
  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, g_array_index (ids, KithId, i));
      double xy[2] = { 0.0, 0.0 };

      if (one != NULL)
        {
          xy[0] = one->x + x - from_x;
          xy[1] = one->y + y - from_y;
        }
      g_array_append_vals (places, xy, 2);
    }
  kith_viewer_perform (viewer,
                       kith_verb_move (map, (const KithId *) (gpointer) ids->data, ids->len,
                                       (const double *) (gpointer) places->data, NULL),
                       NULL);
}

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
