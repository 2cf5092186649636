/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: its accessible children: of the cells in sight those that say something, and the
 * names of rows and columns. GTK lets only widgets be accessible; these draw nothing and let the
 * pointer through. The one with the keyboard is never taken away. */
#include "kith-trust-view-private.h"

#include <math.h>

#define MOST 300
#define SETTLE 90 /* milliseconds */

/* A child's place is its row and column, KITH_TRUST_HEAD for heads. */
static gint64
key_of (int row, int column)
{
  return ((gint64) (row + 1) << 32) | (guint32) (column + 1);
}

static int
row_of (gint64 key)
{
  return (int) (key >> 32) - 1;
}

static int
column_of (gint64 key)
{
  return (int) (key & G_MAXUINT32) - 1;
}

static void
allocate (KithTrustView *self, gint64 key, GtkWidget *child)
{
  KithRect box = kith_trust_frame_rect (&self->frame, row_of (key), column_of (key));

  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ (int) floor (box.x), (int) floor (box.y),
                                              (int) ceil (box.width), (int) ceil (box.height) },
                            -1);
}

static char *
words_of (KithTrustView *self, int row, int column)
{
  if (row >= 0 && column >= 0)
    return kith_trust_sheet_cell_words (self->sheet, (guint) row, (guint) column);
  if (row >= 0)
    return kith_trust_sheet_row_words (self->sheet, (guint) row);
  return kith_trust_sheet_column_words (self->sheet, (guint) column);
}

static void
describe (KithTrustView *self, gint64 key, GtkWidget *child)
{
  g_autofree char *words = words_of (self, row_of (key), column_of (key));

  if (g_strcmp0 (words, g_object_get_data (G_OBJECT (child), "words")) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (child), "words", g_steal_pointer (&words), g_free);
}

static GtkWidget *
new_child (int row, int column)
{
  GtkAccessibleRole role = row < 0      ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                           : column < 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                        : GTK_ACCESSIBLE_ROLE_GRID_CELL;

  return g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", role, "focusable",
                       row >= 0 && column >= 0, "can-target", FALSE, "css-name", "kith-trust-cell",
                       NULL);
}

static GtkWidget *
ensure (KithTrustView *self, int row, int column)
{
  gint64 key = key_of (row, column);
  GtkWidget *child = g_hash_table_lookup (self->children, &key);

  if (child == NULL)
    {
      child = new_child (row, column);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_hash_table_insert (self->children, g_memdup2 (&key, sizeof key), child);
    }
  describe (self, key, child);
  allocate (self, key, child);
  return child;
}

/**
 * kith_trust_view_cursor_child:
 * @self: a trust view
 *
 * Returns: (transfer none) (nullable): what has the keyboard when the sheet has it
 */
GtkWidget *
kith_trust_view_cursor_child (KithTrustView *self)
{
  if (!kith_trust_view_has_cursor (self))
    return NULL;
  return ensure (self, self->row, self->column);
}

static void
ensure_heads (KithTrustView *self, GHashTable *wanted, const guint rows[2], const guint columns[2])
{
  for (guint row = rows[0]; row < rows[1]; row++)
    g_hash_table_add (wanted, ensure (self, (int) row, KITH_TRUST_HEAD));
  for (guint column = columns[0]; column < columns[1]; column++)
    g_hash_table_add (wanted, ensure (self, KITH_TRUST_HEAD, (int) column));
}

static void
ensure_cells (KithTrustView *self, GHashTable *wanted, const guint rows[2], const guint columns[2])
{
  for (guint row = rows[0]; row < rows[1]; row++)
    for (guint column = columns[0]; column < columns[1]; column++)
      if (g_hash_table_size (wanted) < MOST
          && kith_trust_sheet_cell (self->sheet, row, column) != NULL)
        g_hash_table_add (wanted, ensure (self, (int) row, (int) column));
}

static gboolean
drop_unwanted (gpointer key, gpointer child, gpointer wanted)
{
  if (wanted != NULL && (g_hash_table_contains (wanted, child) || gtk_widget_has_focus (child)))
    return FALSE;
  gtk_widget_unparent (child);
  return TRUE;
}

static gboolean
on_settled (gpointer data)
{
  KithTrustView *self = data;
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  guint n, rows[2], columns[2];

  self->settling = 0;
  if (self->sheet == NULL || self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  n = kith_trust_sheet_n (self->sheet);
  kith_trust_frame_rows (&self->frame, n, &rows[0], &rows[1]);
  kith_trust_frame_columns (&self->frame, n, &columns[0], &columns[1]);
  ensure_heads (self, wanted, rows, columns);
  if (kith_trust_view_has_cursor (self))
    g_hash_table_add (wanted, kith_trust_view_cursor_child (self));
  ensure_cells (self, wanted, rows, columns);
  g_hash_table_foreach_remove (self->children, drop_unwanted, wanted);
  return G_SOURCE_REMOVE;
}

void
kith_trust_view_queue_children (KithTrustView *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLE, on_settled, self);
}

/* Where they are after scrolling: those that are there already, at once. */
void
kith_trust_view_place_children (KithTrustView *self)
{
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    allocate (self, *(gint64 *) key, child);
}

static gboolean
refresh (gpointer key, gpointer child, gpointer data)
{
  KithTrustView *self = data;
  gint64 place = *(gint64 *) key;
  int n = self->sheet != NULL ? (int) kith_trust_sheet_n (self->sheet) : 0;

  if (row_of (place) >= n || column_of (place) >= n)
    {
      gtk_widget_unparent (child);
      return TRUE;
    }
  describe (self, place, child);
  allocate (self, place, child);
  return FALSE;
}

/* What stood in the old sheet may not be heard any more. */
void
kith_trust_view_refresh_children (KithTrustView *self)
{
  g_hash_table_foreach_remove (self->children, refresh, self);
}

void
kith_trust_view_drop_children (KithTrustView *self)
{
  g_hash_table_foreach_remove (self->children, drop_unwanted, NULL);
}
