/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-edit.h"

static void
clear_change (gpointer data)
{
  KithChange *change = data;

  g_clear_pointer (&change->before, kith_record_unref);
  g_clear_pointer (&change->after, kith_record_unref);
}

/**
 * kith_edit_new:
 * @label: what a person did, in words: "Add Northmoor Police"
 *
 * Returns: (transfer full): an edit without changes
 */
KithEdit *
kith_edit_new (const char *label)
{
  KithEdit *edit = g_new0 (KithEdit, 1);

  g_atomic_ref_count_init (&edit->ref_count);
  edit->label = g_strdup (label);
  edit->changes = g_array_new (FALSE, TRUE, sizeof (KithChange));
  g_array_set_clear_func (edit->changes, clear_change);
  edit->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return edit;
}

KithEdit *
kith_edit_ref (KithEdit *edit)
{
  g_atomic_ref_count_inc (&edit->ref_count);
  return edit;
}

void
kith_edit_unref (KithEdit *edit)
{
  if (!g_atomic_ref_count_dec (&edit->ref_count))
    return;
  g_free (edit->label);
  g_free (edit->join);
  g_array_unref (edit->changes);
  g_hash_table_unref (edit->ids);
  g_free (edit);
}

/**
 * kith_edit_set_join:
 * @edit: an edit
 * @join: (nullable): edits that follow one another with the same join are one step of undo
 */
void
kith_edit_set_join (KithEdit *edit, const char *join)
{
  g_free (edit->join);
  edit->join = g_strdup (join);
}

gboolean
kith_edit_is_empty (const KithEdit *edit)
{
  return edit->changes->len == 0;
}

guint
kith_edit_n_changes (const KithEdit *edit)
{
  return edit->changes->len;
}

const KithChange *
kith_edit_change (const KithEdit *edit, guint i)
{
  return &g_array_index (edit->changes, KithChange, i);
}

KithKind
kith_change_kind (const KithChange *change)
{
  return KITH_KIND (change->after != NULL ? change->after : change->before);
}

KithId
kith_change_id (const KithChange *change)
{
  return KITH_ID (change->after != NULL ? change->after : change->before);
}

/* The change of that record, from the last backwards: folding nearly always meets a recent one. */
static KithChange *
find (KithEdit *edit, KithId id, guint *at)
{
  if (!g_hash_table_contains (edit->ids, &id))
    return NULL;
  for (guint i = edit->changes->len; i > 0; i--)
    {
      KithChange *change = &g_array_index (edit->changes, KithChange, i - 1);

      if (kith_change_id (change) == id)
        {
          *at = i - 1;
          return change;
        }
    }
  return NULL;
}

static void
append (KithEdit *edit, gconstpointer before, gpointer after)
{
  KithChange change = { before != NULL ? kith_record_ref (before) : NULL, after };
  KithId id = kith_change_id (&change);

  g_array_append_val (edit->changes, change);
  g_hash_table_add (edit->ids, g_memdup2 (&id, sizeof id));
}

/**
 * kith_edit_insert:
 * @edit: an edit
 * @after: (transfer full): a record with an id that is not on the map, or that the edit deletes:
 *   both together are an update. Its references must be on the map or earlier in the edit
 */
void
kith_edit_insert (KithEdit *edit, gpointer after)
{
  guint at;
  KithChange *change = find (edit, KITH_ID (after), &at);
  KithRecord *before;

  if (change == NULL)
    {
      append (edit, NULL, after);
      return;
    }
  before = g_steal_pointer (&change->before);
  g_array_remove_index (edit->changes, at);
  if (before != NULL && kith_record_equal (before, after))
    kith_record_unref (after);
  else
    append (edit, before, after);
  g_clear_pointer (&before, kith_record_unref);
}

/**
 * kith_edit_update:
 * @edit: an edit
 * @before: the record as it is on the map
 * @after: (transfer full): what it becomes; equal to @before adds nothing
 */
void
kith_edit_update (KithEdit *edit, gconstpointer before, gpointer after)
{
  guint at;
  KithChange *change = find (edit, KITH_ID (before), &at);

  if (change != NULL)
    {
      g_clear_pointer (&change->after, kith_record_unref);
      change->after = after;
      if (change->before != NULL && kith_record_equal (change->before, after))
        g_array_remove_index (edit->changes, at);
      return;
    }
  if (kith_record_equal (before, after))
    kith_record_unref (after);
  else
    append (edit, before, after);
}

/**
 * kith_edit_delete:
 * @edit: an edit
 * @before: the record as it is on the map; what hangs on it must be deleted before it
 */
void
kith_edit_delete (KithEdit *edit, gconstpointer before)
{
  guint at;
  KithChange *change = find (edit, KITH_ID (before), &at);
  gpointer first;

  if (change == NULL)
    {
      append (edit, before, NULL);
      return;
    }
  first = g_steal_pointer (&change->before);
  g_array_remove_index (edit->changes, at);
  if (first != NULL)
    {
      append (edit, first, NULL);
      kith_record_unref (first);
    }
}

/**
 * kith_edit_peek_after:
 * @edit: an edit that has not been performed
 * @id: a record
 *
 * Returns: (transfer none) (nullable): what the record becomes, still to be changed
 */
gpointer
kith_edit_peek_after (KithEdit *edit, KithId id)
{
  guint at;
  KithChange *change = find (edit, id, &at);

  return change != NULL ? change->after : NULL;
}

/**
 * kith_edit_invert:
 * @edit: an edit
 *
 * Returns: (transfer full): the edit that takes it back: before and after swapped, order reversed.
 *   Its records are copies, so that they can be stamped anew
 */
KithEdit *
kith_edit_invert (const KithEdit *edit)
{
  KithEdit *inverse = kith_edit_new (edit->label);

  for (guint i = edit->changes->len; i > 0; i--)
    {
      const KithChange *change = kith_edit_change (edit, i - 1);

      append (inverse, change->after,
              change->before != NULL ? kith_record_copy (change->before) : NULL);
    }
  return inverse;
}

/**
 * kith_edit_stamp:
 * @edit: an edit that has not been performed
 * @changed: microseconds since 1970
 * @copy: the copy of the map in which it happened
 *
 * Says of every record that the edit writes when and where it last changed.
 */
void
kith_edit_stamp (KithEdit *edit, gint64 changed, gint64 copy)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      KithChange *change = &g_array_index (edit->changes, KithChange, i);

      if (change->after != NULL)
        {
          change->after->changed = changed;
          change->after->copy = copy;
        }
    }
}
