/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: keeping figures and tiles in step with the map, and the live map: a snapshot in
 * which a drag or a name being typed shows before it is an edit. */
#include "kith-canvas-private.h"

#define MANY 600 /* changed records beyond which everything is made anew */

static void
add_id (GHashTable *ids, KithId id)
{
  if (id != 0 && !g_hash_table_contains (ids, &id))
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add_all (GHashTable *ids, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    add_id (ids, KITH_ID (g_ptr_array_index (records, i)));
  g_ptr_array_unref (records);
}

/* The records whose look hangs on this one. */
static void
add_owners (GHashTable *ids, gconstpointer record)
{
  const KithField *fields;

  if (record == NULL)
    return;
  fields = kith_kind_info (KITH_KIND (record))->fields;
  for (guint i = 0; i < kith_kind_info (KITH_KIND (record))->n_fields; i++)
    if (fields[i].type == KITH_TYPE_REF)
      add_id (ids, *(KithId *) kith_field_address (&fields[i], record));
}

static GHashTable *
ids_of_edit (KithEdit *edit, gboolean *everything)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      *everything |= kith_change_kind (change) == KITH_SECTOR;
      add_id (ids, kith_change_id (change));
      add_owners (ids, change->before);
      add_owners (ids, change->after);
    }
  return ids;
}

/* These and what moves with them: links of stakeholders, spaces around them. */
static GHashTable *
with_what_follows (KithMap *map, GHashTable *ids)
{
  GHashTable *all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      KithId id = *(KithId *) key;

      add_id (all, id);
      if (kith_map_stakeholder (map, id) == NULL)
        continue;
      add_all (all, kith_map_links_of (map, id));
      add_all (all, kith_map_spaces_of (map, id));
    }
  return all;
}

static void
damage_each (KithCanvas *self, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kith_canvas_damage_id (self, *(KithId *) key);
}

static GArray *
array_of (GHashTable *ids)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (KithId));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (array, *(KithId *) key);
  return array;
}

/* Figures and tiles follow the records with these ids to how they are in `map`. */
static void
follow_ids (KithCanvas *self, KithMap *map, GHashTable *ids)
{
  g_autoptr (GHashTable) all = with_what_follows (map, ids);
  g_autoptr (GArray) array = array_of (ids);
  gboolean many = g_hash_table_size (all) > MANY;

  if (!many)
    damage_each (self, all);
  kith_figures_update (self->figures, map, (const KithId *) (gpointer) array->data, array->len);
  if (many)
    kith_tiles_damage_all (self->tiles);
  else
    damage_each (self, all);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Everything may be different: makes figures anew from the map that the viewer shows. */
void
kith_canvas_rebuild (KithCanvas *self)
{
  g_clear_pointer (&self->live, kith_map_unref);
  g_clear_pointer (&self->live_ids, g_hash_table_unref);
  g_clear_pointer (&self->figures, kith_figures_free);
  self->hovered = 0;
  self->handle_of = 0;
  self->figures = kith_figures_new (kith_viewer_get_map (self->viewer),
                                    kith_viewer_get_view (self->viewer));
  kith_tiles_damage_all (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The shown map was changed by `edit`. */
void
kith_canvas_follow (KithCanvas *self, KithEdit *edit)
{
  gboolean everything = FALSE;
  g_autoptr (GHashTable) ids = ids_of_edit (edit, &everything);

  if (everything || g_hash_table_size (ids) > MANY)
    kith_canvas_rebuild (self);
  else
    follow_ids (self, kith_viewer_get_map (self->viewer), ids);
}

void
kith_canvas_live_begin (KithCanvas *self)
{
  if (self->live != NULL)
    return;
  self->live = kith_map_snapshot (kith_viewer_get_map (self->viewer));
  self->live_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Applies `edit` (transfer full) to the live map and shows it. */
gboolean
kith_canvas_live_apply (KithCanvas *self, KithEdit *edit)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) ids = NULL;
  gboolean everything = FALSE;
  GHashTableIter iter;
  gpointer key;

  if (edit == NULL || kith_edit_is_empty (edit) || self->live == NULL)
    return FALSE;
  if (!kith_map_apply (self->live, edit, &error))
    {
      kith_canvas_say (self, error->message);
      return FALSE;
    }
  ids = ids_of_edit (edit, &everything);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_id (self->live_ids, *(KithId *) key);
  follow_ids (self, self->live, ids);
  return TRUE;
}

/* Back to what the viewer shows. */
void
kith_canvas_live_end (KithCanvas *self)
{
  g_autoptr (KithMap) live = g_steal_pointer (&self->live);
  g_autoptr (GHashTable) ids = g_steal_pointer (&self->live_ids);
  g_autoptr (GHashTable) all = NULL;

  if (live == NULL || self->figures == NULL)
    return;
  all = with_what_follows (live, ids);
  follow_ids (self, kith_viewer_get_map (self->viewer), all);
}
