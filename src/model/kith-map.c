/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-map-private.h"

#include <glib/gi18n-lib.h>

static void
free_referrers (gpointer data)
{
  g_ptr_array_unref (data);
}

static KithMap *
new_bare (void)
{
  KithMap *map = g_new0 (KithMap, 1);

  g_atomic_ref_count_init (&map->ref_count);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    map->tables[kind] = g_ptr_array_new_with_free_func (kith_record_unref);
  map->tombstones = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return map;
}

/**
 * kith_map_new_empty:
 *
 * Returns: (transfer full): a map without any record, to be filled by one edit of inserts
 */
KithMap *
kith_map_new_empty (void)
{
  return new_bare ();
}

/**
 * kith_map_new:
 *
 * Returns: (transfer full): an untitled map with an identity of its own
 */
KithMap *
kith_map_new (void)
{
  KithMap *map = new_bare ();
  KithAbout *about = kith_record_new (KITH_ABOUT, KITH_ABOUT_ID);

  about->key = g_uuid_string_random ();
  g_ptr_array_add (map->tables[KITH_ABOUT], about);
  return map;
}

KithMap *
kith_map_ref (KithMap *map)
{
  g_atomic_ref_count_inc (&map->ref_count);
  return map;
}

static void
drop_indexes (KithMap *map)
{
  g_clear_pointer (&map->places, g_hash_table_unref);
  g_clear_pointer (&map->referrers, g_hash_table_unref);
}

void
kith_map_unref (KithMap *map)
{
  if (!g_atomic_ref_count_dec (&map->ref_count))
    return;
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    g_ptr_array_unref (map->tables[kind]);
  drop_indexes (map);
  g_hash_table_unref (map->tombstones);
  g_free (map);
}

static gpointer
ref_record (gconstpointer record, gpointer data)
{
  return kith_record_ref (record);
}

/**
 * kith_map_snapshot:
 * @map: a map
 *
 * Returns: (transfer full): a map of its own that shares the records; may go to another thread.
 *   Cost: a pointer and a reference a record
 */
KithMap *
kith_map_snapshot (KithMap *map)
{
  KithMap *copy = g_new0 (KithMap, 1);
  GHashTableIter iter;
  gpointer tombstone;

  g_atomic_ref_count_init (&copy->ref_count);
  copy->revision = map->revision;
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      copy->tables[kind] = g_ptr_array_copy (map->tables[kind], ref_record, NULL);
      g_ptr_array_set_free_func (copy->tables[kind], kith_record_unref);
    }
  copy->tombstones = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_hash_table_iter_init (&iter, map->tombstones);
  while (g_hash_table_iter_next (&iter, NULL, &tombstone))
    kith_map_put_tombstone (copy, tombstone);
  return copy;
}

/**
 * kith_map_revision:
 * @map: a map
 *
 * Returns: a number that grows with every edit, kept by snapshots
 */
guint64
kith_map_revision (const KithMap *map)
{
  return map->revision;
}

/* Where each record is in its table; made when first asked for. Values are index + 1. */
static GHashTable *
places (KithMap *map)
{
  if (map->places != NULL)
    return map->places;
  map->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    for (guint i = 0; i < map->tables[kind]->len; i++)
      {
        KithRecord *record = map->tables[kind]->pdata[i];

        g_hash_table_insert (map->places, &record->id, GUINT_TO_POINTER (i + 1));
      }
  return map->places;
}

static void
add_referrer (KithMap *map, KithRecord *record, gboolean add)
{
  const KithKindInfo *info = kith_kind_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      KithId *to = kith_field_address (&info->fields[i], record);
      GPtrArray *list;

      if (info->fields[i].type != KITH_TYPE_REF || *to == 0)
        continue;
      list = g_hash_table_lookup (map->referrers, to);
      if (list == NULL && add)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (map->referrers, g_memdup2 (to, sizeof *to), list);
        }
      if (add)
        g_ptr_array_add (list, record);
      else if (list != NULL)
        g_ptr_array_remove_fast (list, record);
    }
}

/**
 * kith_map_referrers:
 * @map: a map
 * @id: any record
 *
 * Returns: (transfer none) (nullable): those that refer to it, valid until the next edit. Cost: the
 *   first call on a map indexes it, the others are one look-up
 */
const GPtrArray *
kith_map_referrers (KithMap *map, KithId id)
{
  if (map->referrers == NULL)
    {
      map->referrers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_referrers);
      for (guint kind = 0; kind < KITH_N_KINDS; kind++)
        for (guint i = 0; i < map->tables[kind]->len; i++)
          add_referrer (map, map->tables[kind]->pdata[i], TRUE);
    }
  return g_hash_table_lookup (map->referrers, &id);
}

guint
kith_map_n (const KithMap *map, KithKind kind)
{
  return map->tables[kind]->len;
}

gconstpointer
kith_map_nth (const KithMap *map, KithKind kind, guint i)
{
  return map->tables[kind]->pdata[i];
}

/* The record with that id, whatever its kind; `at` its place in its table. */
static KithRecord *
find (KithMap *map, KithKind kind, KithId id, guint *at)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places (map), &id));
  KithRecord *record;

  if (place == 0 || place > map->tables[kind]->len)
    return NULL;
  record = map->tables[kind]->pdata[place - 1];
  if (record->id != id)
    return NULL;
  *at = place - 1;
  return record;
}

/**
 * kith_map_get:
 * @map: a map
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of that kind and id
 */
gconstpointer
kith_map_get (KithMap *map, KithKind kind, KithId id)
{
  guint at;

  return find (map, kind, id, &at);
}

const KithAbout *
kith_map_about (KithMap *map)
{
  return kith_map_get (map, KITH_ABOUT, KITH_ABOUT_ID);
}

const KithStakeholder *
kith_map_stakeholder (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_STAKEHOLDER, id);
}

const KithLink *
kith_map_link (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_LINK, id);
}

const KithSpace *
kith_map_space (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_SPACE, id);
}

const KithEvent *
kith_map_event (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_EVENT, id);
}

const KithAssessment *
kith_map_assessment (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_ASSESSMENT, id);
}

/**
 * kith_map_kind_of:
 * @map: a map
 * @id: an id
 * @kind: (out): the kind of the record with that id
 *
 * Returns: whether there is one
 */
gboolean
kith_map_kind_of (KithMap *map, KithId id, KithKind *kind)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (kith_map_get (map, (KithKind) k, id) != NULL)
      {
        *kind = (KithKind) k;
        return TRUE;
      }
  return FALSE;
}

static void
put (KithMap *map, KithRecord *record)
{
  GPtrArray *table = map->tables[record->kind];

  g_ptr_array_add (table, kith_record_ref (record));
  g_hash_table_insert (places (map), &record->id, GUINT_TO_POINTER (table->len));
  if (map->referrers != NULL)
    add_referrer (map, record, TRUE);
}

static void
take (KithMap *map, KithRecord *record, guint at)
{
  GPtrArray *table = map->tables[record->kind];
  KithRecord *last = table->pdata[table->len - 1];

  if (map->referrers != NULL)
    add_referrer (map, record, FALSE);
  g_hash_table_remove (places (map), &record->id);
  if (last != record)
    g_hash_table_insert (places (map), &last->id, GUINT_TO_POINTER (at + 1));
  g_ptr_array_remove_index_fast (table, at);
}

static gboolean
conflict (const KithChange *change, GError **error)
{
  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_CONFLICT,
               /* Translators: the kind of record. */
               _ ("This %s has been changed in the meantime. Nothing was done; please try again."),
               kith_kind_info (kith_change_kind (change))->name);
  return FALSE;
}

static gboolean
apply_change (KithMap *map, const KithChange *change, GError **error)
{
  KithId id = kith_change_id (change);
  KithKind kind;
  guint at = 0;
  KithRecord *now = find (map, kith_change_kind (change), id, &at);

  if (change->before == NULL && kith_map_kind_of (map, id, &kind))
    return conflict (change, error);
  if (change->before != NULL && (now == NULL || !kith_record_equal (now, change->before)))
    return conflict (change, error);
  if (change->after != NULL && !kith_record_validate (change->after, error))
    return FALSE;
  if (now != NULL)
    take (map, now, at);
  if (change->after != NULL)
    put (map, change->after);
  return TRUE;
}

/* Takes the first `n` changes back; what was there is known to be sound. */
static void
roll_back (KithMap *map, const KithEdit *edit, guint n)
{
  for (guint i = n; i > 0; i--)
    {
      const KithChange *change = kith_edit_change (edit, i - 1);
      guint at = 0;
      KithRecord *now = find (map, kith_change_kind (change), kith_change_id (change), &at);

      if (now != NULL)
        take (map, now, at);
      if (change->before == NULL)
        continue;
      put (map, change->before);
      g_hash_table_remove (map->tombstones, &change->before->id);
    }
}

/* After the edit: what was written refers to something, what was deleted is referred to by none. */
static gboolean
is_consistent (KithMap *map, const KithEdit *edit, GError **error)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      const GPtrArray *left;

      if (change->after != NULL)
        {
          if (!kith_map_references_resolve (map, change->after, error))
            return FALSE;
          continue;
        }
      left = kith_map_referrers (map, change->before->id);
      if (left != NULL && left->len > 0
          && !kith_map_references_resolve (map, left->pdata[0], error))
        return FALSE;
    }
  return TRUE;
}

/* Of an edit that is kept: tombstones for what went, none for what came. */
static void
bury (KithMap *map, const KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (change->after != NULL)
        g_hash_table_remove (map->tombstones, &change->after->id);
      else
        kith_map_put_tombstone (map,
                                &(KithTombstone){ change->before->id, change->before->kind,
                                                  change->before->changed, change->before->copy });
    }
}

/**
 * kith_map_apply:
 * @map: a map
 * @edit: an edit
 * @error: KITH_MODEL_ERROR_CONFLICT where a before is not what the map holds,
 *   KITH_MODEL_ERROR_INVALID where a record breaks an invariant
 *
 * The only thing that alters a map. Cost: linear in the edit.
 *
 * Returns: whether all of the edit was applied; if not, the map is what it was
 */
gboolean
kith_map_apply (KithMap *map, const KithEdit *edit, GError **error)
{
  guint n = kith_edit_n_changes (edit);

  for (guint i = 0; i < n; i++)
    if (!apply_change (map, kith_edit_change (edit, i), error))
      {
        roll_back (map, edit, i);
        return FALSE;
      }
  if (!is_consistent (map, edit, error))
    {
      roll_back (map, edit, n);
      return FALSE;
    }
  bury (map, edit);
  map->revision++;
  return TRUE;
}

/**
 * kith_map_take_back:
 * @map: a map
 * @edit: the last edit that was applied to it
 *
 * Undoes an edit that could not be kept, as if it had never been: no tombstones stay of what it
 * added. Tombstones of what it brought back are for the caller to put again.
 */
void
kith_map_take_back (KithMap *map, const KithEdit *edit)
{
  roll_back (map, edit, kith_edit_n_changes (edit));
  map->revision++;
}

static gboolean
table_equal (KithMap *a, KithMap *b, KithKind kind)
{
  if (kith_map_n (a, kind) != kith_map_n (b, kind))
    return FALSE;
  KITH_FOR_EACH (KithRecord, record, a, kind)
    {
      gconstpointer other = kith_map_get (b, kind, record->id);

      if (other == NULL || !kith_record_equal (record, other))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_map_equal:
 * @a: a map
 * @b: another
 *
 * Returns: whether both hold the same records; stamps and tombstones do not count
 */
gboolean
kith_map_equal (KithMap *a, KithMap *b)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    if (!table_equal (a, b, (KithKind) kind))
      return FALSE;
  return TRUE;
}

/**
 * kith_map_put_tombstone:
 * @map: a map
 * @tombstone: what is left of a deleted record; copied
 */
void
kith_map_put_tombstone (KithMap *map, const KithTombstone *tombstone)
{
  KithTombstone *copy = g_memdup2 (tombstone, sizeof *tombstone);

  g_hash_table_replace (map->tombstones, &copy->id, copy);
}

/**
 * kith_map_foreach_tombstone:
 * @map: a map
 * @func: (scope call): called with each KithTombstone
 * @data: for @func
 */
void
kith_map_foreach_tombstone (KithMap *map, GFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer tombstone;

  g_hash_table_iter_init (&iter, map->tombstones);
  while (g_hash_table_iter_next (&iter, NULL, &tombstone))
    func (tombstone, data);
}
