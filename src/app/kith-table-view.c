/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-table-view-private.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-keyboard.h"

G_DEFINE_FINAL_TYPE (KithTableView, kith_table_view, GTK_TYPE_WIDGET)

enum
{
  ROWS_CHANGED,
  LEAVE,
  COLUMNS_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

KithListLook
kith_table_view_look (KithTableView *self)
{
  return (KithListLook){ kith_viewer_get_map (self->viewer),
                         kith_viewer_get_whole_map (self->viewer),
                         kith_viewer_get_view (self->viewer)->audience };
}

gconstpointer
kith_table_view_record (KithTableView *self, KithId id)
{
  return kith_map_get (kith_viewer_get_map (self->viewer), kith_listing_kind (self->listing), id);
}

/* Cells */

void
kith_table_show_cell (KithTableView *self, KithTableCell *cell)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  KithMap *map = kith_viewer_get_map (self->viewer);
  gconstpointer record = kith_table_view_record (self, kith_table_cell_get_id (cell));
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (record == NULL)
    return;
  text = kith_list_cell_text (column, map, record);
  name = kith_list_cell_name (column, map, record);
  kith_table_cell_show (cell, text, name);
}

void
kith_table_view_refresh (KithTableView *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    kith_table_show_cell (self, cell);
}

/* Following the viewer */

/* Further fields come and go with the records that have them. */
static gboolean
makes_columns (KithTableView *self, KithEdit *edit)
{
  KithKind kind = kith_listing_kind (self->listing);
  const KithField *fields = kith_kind_field (kind, "fields");
  gboolean touched = edit == NULL;

  for (guint i = 0; fields != NULL && edit != NULL && !touched && i < kith_edit_n_changes (edit);
       i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (kith_change_kind (change) == kind)
        touched = change->before == NULL || change->after == NULL
                  || !kith_field_equal (fields, change->before, change->after);
    }
  return touched && kith_table_has_other_columns (self);
}

static void
on_changed (KithTableView *self, KithEdit *edit)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  gint32 day = kith_viewer_get_view (self->viewer)->day;
  gboolean at_work = kith_widget_has_keyboard (GTK_WIDGET (self));
  gboolean step = self->stale || day != self->day;

  if (step && edit != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE; /* a play is not followed where nobody looks */
      return;
    }
  self->day = day;
  self->stale = FALSE;
  kith_list_columns_set_day (self->columns, day);
  if (edit == NULL)
    kith_table_close_popovers (self);
  kith_table_rows_follow (self->rows, step ? NULL : edit, at_work);
  if (audience != self->audience || makes_columns (self, edit))
    {
      self->audience = audience;
      kith_table_make_columns (self);
    }
  kith_table_view_refresh (self);
  if (at_work)
    kith_table_keep_cursor (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
on_map (KithTableView *self)
{
  if (self->stale)
    on_changed (self, NULL);
}

static void
on_view_changed (KithTableView *self)
{
  if (self->stale)
    return;
  kith_table_rows_follow_view (self->rows);
  kith_table_keep_cursor (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

/* What was selected elsewhere comes into sight. */
static void
on_selection_changed (KithTableView *self)
{
  g_autoptr (GArray) ids = NULL;
  guint row;

  g_signal_emit (self, signals[ROWS_CHANGED], 0);
  if (kith_widget_has_keyboard (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ids = kith_table_rows_dup_selected (self->rows);
  if (ids->len > 0 && kith_table_rows_find (self->rows, g_array_index (ids, KithId, 0), &row))
    {
      GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

      self->cursor = g_array_index (ids, KithId, 0);
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
    }
}

static void
drop_viewer (KithTableView *self)
{
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

/**
 * kith_table_view_set_viewer:
 * @self: a table
 * @viewer: (nullable): whose map it shows
 */
void
kith_table_view_set_viewer (KithTableView *self, KithViewer *viewer)
{
  kith_table_rows_set_viewer (self->rows, NULL); /* cells ask for records until they are gone */
  drop_viewer (self);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  kith_table_rows_set_viewer (self->rows, viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  self->day = kith_viewer_get_view (viewer)->day;
  self->stale = FALSE;
  kith_table_make_columns (self);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  g_signal_connect_swapped (viewer, "selection-changed", G_CALLBACK (on_selection_changed), self);
}

void
kith_table_view_set_canvas (KithTableView *self, KithCanvas *canvas)
{
  g_set_weak_pointer (&self->canvas, canvas);
}

void
kith_table_view_set_words (KithTableView *self, const char *words)
{
  kith_table_rows_set_words (self->rows, words);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

void
kith_table_view_set_filtered (KithTableView *self, gboolean filtered)
{
  kith_table_rows_set_filtered (self->rows, filtered);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

void
kith_table_view_count (KithTableView *self, guint *shown, guint *all, guint *selected)
{
  g_autoptr (GArray) ids = kith_table_rows_dup_selected (self->rows);

  *shown = kith_table_rows_n (self->rows);
  *all = kith_table_rows_n_all (self->rows);
  *selected = ids->len;
}

static void
kith_table_view_dispose (GObject *object)
{
  KithTableView *self = KITH_TABLE_VIEW (object);

  drop_viewer (self);
  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  if (self->view != NULL)
    gtk_column_view_set_model (g_steal_pointer (&self->view), NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (kith_table_view_parent_class)->dispose (object);
}

static void
kith_table_view_finalize (GObject *object)
{
  KithTableView *self = KITH_TABLE_VIEW (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (kith_table_view_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, KITH_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
kith_table_view_class_init (KithTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_table_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_table_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "kith-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  kith_table_install_actions (widget_class);
  signals[ROWS_CHANGED] = new_signal ("rows-changed");
  signals[LEAVE] = new_signal ("leave");
  signals[COLUMNS_CHANGED] = new_signal ("columns-changed");
}

static void
kith_table_view_init (KithTableView *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * kith_table_view_new:
 * @listing: what it lists
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
kith_table_view_new (KithListing listing)
{
  KithTableView *self = g_object_new (KITH_TYPE_TABLE_VIEW, NULL);

  self->listing = listing;
  self->rows = kith_table_rows_new (listing);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->rows))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  kith_widget_set_name (GTK_WIDGET (self), kith_enum_label (&kith_listings, (int) listing));
  kith_widget_set_name (GTK_WIDGET (self->view), kith_enum_label (&kith_listings, (int) listing));
  kith_table_columns_init (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  kith_table_keys_init (self);
  kith_table_pointer_init (self);
  kith_table_drag_init (self);
  return GTK_WIDGET (self);
}
