/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: keeping figures and tiles in step with the map, and the live map: a snapshot in
 * which a drag or a name being typed shows before it is an edit. */
#include "kith-canvas-private.h"

#define WELL_INSIDE 16.0 /* pixels within the edges of the window */
#define MANY 600         /* changed records beyond which everything is made anew */
#define AT_ONCE 10000    /* microseconds for what makes way for a change, before it is shown */
#define A_LITTLE 5000    /* microseconds for it between two frames */

static void
add_id (GHashTable *ids, KithId id)
{
  if (id != 0 && !g_hash_table_contains (ids, &id))
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* Has a figure of its own. */
static gboolean
is_drawn (KithKind kind)
{
  return kind == KITH_STAKEHOLDER || kind == KITH_LINK || kind == KITH_SPACE
         || kind == KITH_ANNOTATION;
}

/* The records whose look hangs on this one: those that a rating, an event or a membership is of. */
static void
add_owners (GHashTable *ids, gconstpointer record)
{
  const KithField *fields;

  if (record == NULL || is_drawn (KITH_KIND (record)))
    return;
  fields = kith_kind_info (KITH_KIND (record))->fields;
  for (guint i = 0; i < kith_kind_info (KITH_KIND (record))->n_fields; i++)
    if (fields[i].type == KITH_TYPE_REF)
      add_id (ids, *(KithId *) kith_field_address (&fields[i], record));
}

/* What the edit makes look different; of a rating, the link that it is of. */
static GHashTable *
ids_of_edit (KithEdit *edit, gboolean *everything)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      *everything |= kith_change_kind (change) == KITH_SECTOR;
      if (is_drawn (kith_change_kind (change)))
        add_id (ids, kith_change_id (change));
      add_owners (ids, change->before);
      add_owners (ids, change->after);
    }
  return ids;
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

static void
on_damage (const KithRect *rect, gpointer data)
{
  KithCanvas *self = data;
  KithRect around = kith_rect_grow (rect, KITH_BEYOND_EXTENT);

  kith_tiles_damage (self->tiles, &around);
}

static gboolean
on_catch_up (gpointer data)
{
  KithCanvas *self = data;
  KithMap *map = self->live != NULL ? self->live : kith_viewer_get_map (self->viewer);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->carried != NULL && !kith_canvas_carry_on (self))
    return G_SOURCE_CONTINUE;
  if (self->carried == NULL || self->carry_rests)
    {
      kith_tiles_hold (self->tiles);
      if (kith_figures_catch_up (self->figures, map, A_LITTLE))
        kith_canvas_fit_late (self);
      else if (!kith_figures_awaits (self->figures))
        return G_SOURCE_CONTINUE;
    }
  self->catch_up = 0;
  return G_SOURCE_REMOVE;
}

/* What makes way for a change goes on doing so when nobody waits. */
void
kith_canvas_queue_catch_up (KithCanvas *self)
{
  if (self->catch_up == 0)
    self->catch_up = g_idle_add (on_catch_up, self);
}

static void
on_figures_ready (gpointer data)
{
  kith_canvas_queue_catch_up (data);
}

/* Figures and tiles follow the records with these ids to how they are in `map`. */
static void
follow_ids (KithCanvas *self, KithMap *map, GHashTable *ids)
{
  g_autoptr (GArray) array = array_of (ids);

  kith_tiles_hold (self->tiles);
  kith_figures_update_within (self->figures, map, (const KithId *) (gpointer) array->data,
                              array->len, AT_ONCE);
  kith_canvas_queue_catch_up (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Everything may be different: makes figures anew from the map that the viewer shows. */
void
kith_canvas_rebuild (KithCanvas *self)
{
  kith_tiles_damage_all (self->tiles);
  g_clear_handle_id (&self->catch_up, g_source_remove);
  g_clear_pointer (&self->live, kith_map_unref);
  g_clear_pointer (&self->live_ids, g_hash_table_unref);
  g_clear_pointer (&self->landing, g_hash_table_unref);
  g_clear_pointer (&self->figures, kith_figures_free);
  self->hovered = 0;
  self->handle_of = 0;
  self->figures = kith_figures_new (kith_viewer_get_map (self->viewer),
                                    kith_viewer_get_view (self->viewer));
  kith_figures_set_damage (self->figures, on_damage, self);
  kith_figures_set_ready (self->figures, on_figures_ready, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A step in time moves nothing: its records are worth following up to a fifth of all. */
static guint
most_followed (KithCanvas *self, gboolean step)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  guint drawn = kith_map_n (map, KITH_STAKEHOLDER) + kith_map_n (map, KITH_LINK);

  return step ? MAX (MANY, drawn / 5) : MANY;
}

/* The shown map was changed by `edit`, which may be a step in time. */
void
kith_canvas_follow (KithCanvas *self, KithEdit *edit, gboolean step)
{
  gboolean everything = FALSE;
  g_autoptr (GHashTable) ids = ids_of_edit (edit, &everything);

  if (everything || g_hash_table_size (ids) > most_followed (self, step))
    kith_canvas_rebuild (self);
  else
    follow_ids (self, kith_viewer_get_map (self->viewer), ids);
}

/* Where everything that the edit concerned is now, and whether some of it is well in sight once the camera rests;
 * FALSE where nothing of it is on the map. */
static gboolean
place_of_edit (KithCanvas *self, KithEdit *edit, KithRect *place, gboolean *in_sight)
{
  gboolean everything = FALSE, found = FALSE;
  g_autoptr (GHashTable) ids = ids_of_edit (edit, &everything);
  KithViewport at_rest = kith_canvas_destination (self);
  KithRect visible = kith_viewport_visible (&at_rest), extent;
  GHashTableIter iter;
  gpointer key;

  *in_sight = everything;
  visible = kith_rect_grow (&visible, -WELL_INSIDE / at_rest.zoom);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (kith_figures_extent (self->figures, *(KithId *) key, &extent))
      {
        *place = found ? kith_rect_union (place, &extent) : extent;
        *in_sight |= kith_rect_touches (&extent, &visible);
        found = TRUE;
      }
  return found;
}

/* Where a step is undone, or done again, out of sight, that is shown; one can go back from there. Not where others
 * look on: what it concerned may be something of which they see nothing. */
void
kith_canvas_show_step (KithCanvas *self, KithEdit *edit)
{
  KithRect place;
  gboolean in_sight;

  if (!self->bare && kith_viewer_is_stepping (self->viewer)
      && kith_viewer_get_view (self->viewer)->audience == KITH_TEAM
      && place_of_edit (self, edit, &place, &in_sight) && !in_sight)
    kith_canvas_fly_to (self, &place);
}

/* Palette, legend or filter differ, or what passes the filter after an edit; shapes do not. */
void
kith_canvas_follow_view (KithCanvas *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);

  kith_tiles_hold (self->tiles);
  if (self->figures == NULL
      || !kith_figures_set_view (self->figures, kith_viewer_get_map (self->viewer), view))
    return;
  kith_tiles_damage_all (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

  if (live != NULL && self->figures != NULL)
    follow_ids (self, kith_viewer_get_map (self->viewer), ids);
}
