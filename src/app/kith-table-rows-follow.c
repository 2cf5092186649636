/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table: which there are, in which order, and how they follow the map. */
#include "kith-table-rows-private.h"

static gboolean
is_let_through (KithTableRows *self, gconstpointer record)
{
  KithId id = KITH_KIND (record) == KITH_EVENT ? kith_table_rows_owner_of (record)
                                               : KITH_ID (record);

  return !self->filtered || id == 0 || kith_viewer_passes (self->viewer, id);
}

static void
keep_pass (KithTableRows *self)
{
  const KithPass *pass = kith_viewer_get_view (self->viewer)->pass;

  g_clear_pointer (&self->pass, kith_pass_unref);
  if (pass != NULL)
    self->pass = kith_pass_ref ((KithPass *) pass);
}

static gboolean
passes (KithTableRows *self, KithMap *map, gconstpointer record)
{
  if (!is_let_through (self, record))
    return FALSE;
  return self->words == NULL || self->columns == NULL
         || kith_list_matches (self->columns, map, record, self->words);
}

/* All of them anew. */
void
kith_table_rows_rebuild (KithTableRows *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithKind kind = kith_listing_kind (self->listing);
  guint before = self->ids->len;

  keep_pass (self);
  g_array_set_size (self->ids, 0);
  g_hash_table_remove_all (self->known);
  KITH_FOR_EACH (KithRecord, record, map, kind)
    {
      g_hash_table_add (self->known, g_memdup2 (&record->id, sizeof record->id));
      if (passes (self, map, record))
        g_array_append_val (self->ids, record->id);
    }
  kith_list_sort (self->column, map, self->ids, self->descending);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->ids->len);
}

void
kith_table_rows_set_columns (KithTableRows *self, GPtrArray *columns)
{
  self->columns = columns;
}

void
kith_table_rows_set_words (KithTableRows *self, const char *words)
{
  g_clear_pointer (&self->words, kith_words_free);
  if (*words != '\0')
    self->words = kith_words_new (words);
  if (self->viewer != NULL)
    kith_table_rows_rebuild (self);
}

void
kith_table_rows_set_filtered (KithTableRows *self, gboolean filtered)
{
  self->filtered = filtered;
  if (self->viewer != NULL)
    kith_table_rows_rebuild (self);
}

void
kith_table_rows_follow_view (KithTableRows *self)
{
  if (self->filtered && kith_viewer_get_view (self->viewer)->pass != self->pass)
    kith_table_rows_rebuild (self);
}

/**
 * kith_table_rows_set_order:
 * @self: the rows
 * @column: (nullable): what to sort by; must outlive its use here
 * @descending: the other way round
 */
void
kith_table_rows_set_order (KithTableRows *self, const KithListColumn *column, gboolean descending)
{
  self->column = column;
  self->descending = descending;
  if (self->viewer == NULL || self->ids->len == 0)
    return;
  kith_list_sort (column, kith_viewer_get_map (self->viewer), self->ids, descending);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->ids->len, self->ids->len);
}

/* Rows whose records are gone, runs at a time from the end. */
static void
remove_gone (KithTableRows *self, KithMap *map, KithKind kind)
{
  GHashTableIter iter;
  gpointer id;

  for (guint end = self->ids->len; end > 0;)
    {
      guint start = end;

      while (start > 0
             && kith_map_get (map, kind, g_array_index (self->ids, KithId, start - 1)) == NULL)
        start--;
      if (start < end)
        {
          g_array_remove_range (self->ids, start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
        }
      end = start < end ? start : end - 1;
    }
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (kith_map_get (map, kind, *(KithId *) id) == NULL)
      g_hash_table_iter_remove (&iter);
}

/* Where a new row belongs among those that are there; these may be a little out of order. */
static guint
place_for (KithTableRows *self, KithMap *map, KithId id)
{
  guint low = 0, high = self->ids->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autoptr (GArray) pair = g_array_new (FALSE, FALSE, sizeof (KithId));

      g_array_append_val (pair, g_array_index (self->ids, KithId, middle));
      g_array_append_val (pair, id);
      kith_list_sort (self->column, map, pair, self->descending);
      if (g_array_index (pair, KithId, 0) == id)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
add_new (KithTableRows *self, KithMap *map, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, record, map, kind)
    if (g_hash_table_add (self->known, g_memdup2 (&record->id, sizeof record->id)))
      {
        guint place = place_for (self, map, record->id);

        g_array_insert_val (self->ids, place, record->id);
        g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
      }
}

/* Puts a row where it belongs now. */
static void
replace_row (KithTableRows *self, KithMap *map, KithId id)
{
  guint before, after;

  if (!kith_table_rows_find (self, id, &before))
    return;
  g_array_remove_index (self->ids, before);
  after = place_for (self, map, id);
  g_array_insert_val (self->ids, after, id);
  if (after != before)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, after),
                                MAX (before, after) - MIN (before, after) + 1,
                                MAX (before, after) - MIN (before, after) + 1);
}

static gboolean
is_small (KithTableRows *self, KithEdit *edit)
{
  return edit != NULL && kith_edit_n_changes (edit) <= 50;
}

/**
 * kith_table_rows_follow:
 * @self: the rows
 * @edit: (nullable): what has changed; NULL: anything
 * @keep_places: rows that are there stay where they are, found or not
 *
 * What is new is shown whatever is searched, so that nobody misses what they have just made.
 */
void
kith_table_rows_follow (KithTableRows *self, KithEdit *edit, gboolean keep_places)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithKind kind = kith_listing_kind (self->listing);

  if (edit == NULL || (!keep_places && !is_small (self, edit)))
    {
      kith_table_rows_rebuild (self);
      return;
    }
  remove_gone (self, map, kind);
  if (kith_map_n (map, kind) > g_hash_table_size (self->known))
    add_new (self, map, kind);
  for (guint i = 0; !keep_places && i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (kith_change_kind (change) == kind && change->before != NULL && change->after != NULL)
        replace_row (self, map, kith_change_id (change));
    }
}
