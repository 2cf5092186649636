/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-table-rows-private.h"

struct _KithTableRow
{
  GObject parent_instance;
  KithId id;
};

G_DEFINE_FINAL_TYPE (KithTableRow, kith_table_row, G_TYPE_OBJECT)

static void
kith_table_row_class_init (KithTableRowClass *klass)
{
}

static void
kith_table_row_init (KithTableRow *self)
{
}

KithId
kith_table_row_get_id (KithTableRow *self)
{
  return self->id;
}

static GType
get_item_type (GListModel *model)
{
  return KITH_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return KITH_TABLE_ROWS (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KithTableRows *self = KITH_TABLE_ROWS (model);
  KithTableRow *row;

  if (position >= self->ids->len)
    return NULL;
  row = g_object_new (KITH_TYPE_TABLE_ROW, NULL);
  row->id = g_array_index (self->ids, KithId, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
has_selected (KithTableRows *self, KithId id)
{
  if (self->listing == KITH_LISTING_EVENTS)
    return g_hash_table_contains (self->selected, &id);
  return self->viewer != NULL && kith_viewer_is_selected (self->viewer, id);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  KithTableRows *self = KITH_TABLE_ROWS (model);

  return position < self->ids->len
         && has_selected (self, g_array_index (self->ids, KithId, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  KithTableRows *self = KITH_TABLE_ROWS (model);
  GtkBitset *set = gtk_bitset_new_empty ();

  for (guint i = position; i < self->ids->len && i - position < n; i++)
    if (is_selected (model, i))
      gtk_bitset_add (set, i);
  return set;
}

KithId
kith_table_rows_owner_of (const KithEvent *event)
{
  return event->link != 0          ? event->link
         : event->stakeholder != 0 ? event->stakeholder
                                   : event->space;
}

/* On the canvas an event is what it belongs to. */
static void
select_events (KithTableRows *self, GArray *ids)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);
      const KithEvent *event = kith_map_event (map, id);
      KithId owner = event != NULL ? kith_table_rows_owner_of (event) : 0;

      g_hash_table_add (self->selected, g_memdup2 (&id, sizeof id));
      if (owner != 0)
        g_array_append_val (owners, owner);
    }
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) owners->data, owners->len, FALSE);
}

static void
select_ids (KithTableRows *self, GArray *ids, gboolean extend)
{
  const KithId *all = (const KithId *) (gpointer) ids->data;

  if (self->listing == KITH_LISTING_EVENTS)
    select_events (self, ids);
  else if (ids->len == 1 && !extend)
    kith_viewer_select_only (self->viewer, all[0]);
  else
    kith_viewer_select (self->viewer, all, ids->len, extend);
}

/* What stays selected although no row of the mask says so. */
static void
keep_unmasked (KithTableRows *self, GtkBitset *mask, GArray *ids)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (!gtk_bitset_contains (mask, i) && is_selected (GTK_SELECTION_MODEL (self), i))
      g_array_append_val (ids, g_array_index (self->ids, KithId, i));
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  KithTableRows *self = KITH_TABLE_ROWS (model);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  GtkBitsetIter iter;
  guint position;

  if (self->viewer == NULL)
    return FALSE;
  keep_unmasked (self, mask, ids);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < self->ids->len && gtk_bitset_contains (mask, position))
      g_array_append_val (ids, g_array_index (self->ids, KithId, position));
  self->selecting = TRUE;
  select_ids (self, ids, FALSE);
  self->selecting = FALSE;
  if (self->ids->len > 0)
    gtk_selection_model_selection_changed (model, 0, self->ids->len);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KithTableRows,
                               kith_table_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
on_selection_changed (KithTableRows *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  if (self->selecting)
    return;
  if (self->listing == KITH_LISTING_EVENTS)
    {
      g_hash_table_remove_all (self->selected);
      KITH_FOR_EACH (KithEvent, event, map, KITH_EVENT)
        if (kith_table_rows_owner_of (event) != 0
            && kith_viewer_is_selected (self->viewer, kith_table_rows_owner_of (event)))
          g_hash_table_add (self->selected, g_memdup2 (&event->record.id, sizeof (KithId)));
    }
  if (self->ids->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->ids->len);
}

static void
drop_viewer (KithTableRows *self)
{
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

static void
kith_table_rows_dispose (GObject *object)
{
  KithTableRows *self = KITH_TABLE_ROWS (object);

  drop_viewer (self);
  g_clear_pointer (&self->pass, kith_pass_unref);
  g_clear_pointer (&self->words, kith_words_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  self->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  G_OBJECT_CLASS (kith_table_rows_parent_class)->dispose (object);
}

static void
kith_table_rows_finalize (GObject *object)
{
  g_array_unref (KITH_TABLE_ROWS (object)->ids);
  G_OBJECT_CLASS (kith_table_rows_parent_class)->finalize (object);
}

static void
kith_table_rows_class_init (KithTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_table_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_table_rows_finalize;
}

static GHashTable *
new_id_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
kith_table_rows_init (KithTableRows *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  self->known = new_id_set ();
  self->selected = new_id_set ();
}

/**
 * kith_table_rows_new:
 * @listing: which table
 *
 * Returns: (transfer full): a model without rows
 */
KithTableRows *
kith_table_rows_new (KithListing listing)
{
  KithTableRows *self = g_object_new (KITH_TYPE_TABLE_ROWS, NULL);

  self->listing = listing;
  return self;
}

void
kith_table_rows_set_viewer (KithTableRows *self, KithViewer *viewer)
{
  guint before = self->ids->len;

  drop_viewer (self);
  g_array_set_size (self->ids, 0);
  g_hash_table_remove_all (self->known);
  g_hash_table_remove_all (self->selected);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  g_signal_connect_swapped (viewer, "selection-changed", G_CALLBACK (on_selection_changed), self);
  kith_table_rows_rebuild (self);
  on_selection_changed (self);
}

guint
kith_table_rows_n (KithTableRows *self)
{
  return self->ids->len;
}

guint
kith_table_rows_n_all (KithTableRows *self)
{
  return g_hash_table_size (self->known);
}

KithId
kith_table_rows_nth (KithTableRows *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, KithId, position) : 0;
}

gboolean
kith_table_rows_find (KithTableRows *self, KithId id, guint *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, KithId, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kith_table_rows_dup_selected:
 * @self: the rows
 *
 * Returns: (transfer full) (element-type gint64): the selected rows from top to bottom
 */
GArray *
kith_table_rows_dup_selected (KithTableRows *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < self->ids->len; i++)
    if (has_selected (self, g_array_index (self->ids, KithId, i)))
      g_array_append_val (ids, g_array_index (self->ids, KithId, i));
  return ids;
}
