/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value itself. */
#include "kith-filter-private.h"

#include <string.h>

/**
 * kith_filter_new:
 *
 * Returns: (transfer full): a filter that asks for nothing
 */
KithFilter *
kith_filter_new (void)
{
  KithFilter *filter = g_new0 (KithFilter, 1);

  g_atomic_ref_count_init (&filter->ref_count);
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    filter->keys[i] = g_ptr_array_new_with_free_func (g_free);
  filter->text = g_strdup ("");
  filter->focus = g_array_new (FALSE, FALSE, sizeof (KithId));
  filter->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return filter;
}

/**
 * kith_filter_copy:
 * @filter: (nullable): a filter
 *
 * Returns: (transfer full): one like it that may be changed
 */
KithFilter *
kith_filter_copy (const KithFilter *filter)
{
  KithFilter *copy = kith_filter_new ();
  GHashTableIter iter;
  gpointer id;

  if (filter == NULL)
    return copy;
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    {
      for (guint j = 0; j < filter->keys[i]->len; j++)
        g_ptr_array_add (copy->keys[i], g_strdup (filter->keys[i]->pdata[j]));
      copy->spans[i] = filter->spans[i];
    }
  kith_filter_set_trust (copy, filter->trust_low, filter->trust_high, filter->trust_not_known);
  kith_filter_set_text (copy, filter->text);
  g_array_append_vals (copy->focus, filter->focus->data, filter->focus->len);
  copy->steps = filter->steps;
  copy->hides = filter->hides;
  g_hash_table_iter_init (&iter, filter->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    kith_filter_keep (copy, *(KithId *) id);
  return copy;
}

KithFilter *
kith_filter_ref (KithFilter *filter)
{
  if (filter != NULL)
    g_atomic_ref_count_inc (&filter->ref_count);
  return filter;
}

void
kith_filter_unref (KithFilter *filter)
{
  if (filter == NULL || !g_atomic_ref_count_dec (&filter->ref_count))
    return;
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    g_ptr_array_unref (filter->keys[i]);
  g_array_unref (filter->focus);
  g_hash_table_unref (filter->kept);
  g_free (filter->text);
  g_free (filter);
}

static gboolean
keys_are_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
kept_is_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (b, id))
      return FALSE;
  return TRUE;
}

/**
 * kith_filter_equal:
 * @a: (nullable): a filter
 * @b: (nullable): another
 *
 * Returns: whether they ask for the same in the same order, and keep the same
 */
gboolean
kith_filter_equal (const KithFilter *a, const KithFilter *b)
{
  if (a == b || a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (!keys_are_equal (a->keys[i], b->keys[i])
        || !kith_date_equal (&a->spans[i].from, &b->spans[i].from)
        || !kith_date_equal (&a->spans[i].to, &b->spans[i].to))
      return FALSE;
  return a->trust_low == b->trust_low && a->trust_high == b->trust_high
         && a->trust_not_known == b->trust_not_known && g_str_equal (a->text, b->text)
         && a->steps == b->steps && a->focus->len == b->focus->len
         && (a->focus->len == 0
             || memcmp (a->focus->data, b->focus->data, a->focus->len * sizeof (KithId)) == 0)
         && a->hides == b->hides && kept_is_equal (a->kept, b->kept);
}

gboolean
kith_filter_is_empty (const KithFilter *filter)
{
  for (guint i = 0; filter != NULL && i < KITH_N_CRITERIA; i++)
    if (kith_filter_asks (filter, (KithCriterion) i))
      return FALSE;
  return filter == NULL || filter->steps == 0;
}

/* The names of kinds and tags are the same in any case; the rest are keys. */
static gboolean
find_key (const KithFilter *filter, KithCriterion criterion, const char *key, guint *at)
{
  g_autofree char *wanted = g_utf8_casefold (key, -1);

  for (guint i = 0; i < filter->keys[criterion]->len; i++)
    {
      g_autofree char *one = g_utf8_casefold (filter->keys[criterion]->pdata[i], -1);

      if (strcmp (one, wanted) != 0)
        continue;
      *at = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
kith_filter_has (const KithFilter *filter, KithCriterion criterion, const char *key)
{
  guint at;

  return filter != NULL && find_key (filter, criterion, key, &at);
}

/**
 * kith_filter_put:
 * @filter: a filter that is being made
 * @criterion: one with named values
 * @key: one of them
 * @wanted: whether it is among those that are asked for
 */
void
kith_filter_put (KithFilter *filter, KithCriterion criterion, const char *key, gboolean wanted)
{
  guint at;
  gboolean has = find_key (filter, criterion, key, &at);

  g_return_if_fail (kith_criterion_is_choice (criterion));

  if (wanted && !has)
    g_ptr_array_add (filter->keys[criterion], g_strdup (key));
  else if (!wanted && has)
    g_ptr_array_remove_index (filter->keys[criterion], at);
}

const GPtrArray *
kith_filter_keys (const KithFilter *filter, KithCriterion criterion)
{
  return filter->keys[criterion];
}

/**
 * kith_filter_clear:
 * @filter: a filter that is being made
 * @criterion: what it shall not ask for any more
 */
void
kith_filter_clear (KithFilter *filter, KithCriterion criterion)
{
  g_ptr_array_set_size (filter->keys[criterion], 0);
  memset (&filter->spans[criterion], 0, sizeof filter->spans[criterion]);
  if (criterion == KITH_BY_TRUST)
    kith_filter_set_trust (filter, 0, 0, FALSE);
  else if (criterion == KITH_BY_TEXT)
    kith_filter_set_text (filter, "");
}

gboolean
kith_filter_asks (const KithFilter *filter, KithCriterion criterion)
{
  if (filter == NULL)
    return FALSE;
  if (criterion == KITH_BY_TRUST)
    return filter->trust_low > 0 || filter->trust_not_known;
  if (criterion == KITH_BY_TEXT)
    return *filter->text != '\0';
  return filter->keys[criterion]->len > 0 || kith_date_is_set (&filter->spans[criterion].from)
         || kith_date_is_set (&filter->spans[criterion].to);
}

/**
 * kith_filter_set_trust:
 * @filter: a filter that is being made
 * @low: 1 to 5, or 0 for no range
 * @high: 1 to 5
 * @not_known: whether links pass of which an end's trust is not known
 */
void
kith_filter_set_trust (KithFilter *filter, int low, int high, gboolean not_known)
{
  gboolean range = low > 0 && high > 0;

  filter->trust_low = range ? CLAMP (MIN (low, high), 1, 5) : 0;
  filter->trust_high = range ? CLAMP (MAX (low, high), 1, 5) : 0;
  filter->trust_not_known = not_known;
}

void
kith_filter_get_trust (const KithFilter *filter, int *low, int *high, gboolean *not_known)
{
  *low = filter != NULL ? filter->trust_low : 0;
  *high = filter != NULL ? filter->trust_high : 0;
  *not_known = filter != NULL && filter->trust_not_known;
}

void
kith_filter_set_dates (KithFilter *filter,
                       KithCriterion criterion,
                       const KithDate *from,
                       const KithDate *to)
{
  g_return_if_fail (criterion == KITH_BY_EXISTED || criterion == KITH_BY_HAPPENED);

  filter->spans[criterion] = (KithFilterSpan){ *from, *to };
}

void
kith_filter_get_dates (const KithFilter *filter,
                       KithCriterion criterion,
                       KithDate *from,
                       KithDate *to)
{
  static const KithFilterSpan none;
  const KithFilterSpan *span = filter != NULL ? &filter->spans[criterion] : &none;

  *from = span->from;
  *to = span->to;
}

void
kith_filter_set_text (KithFilter *filter, const char *text)
{
  g_autofree char *old = filter->text;

  filter->text = g_strstrip (g_strdup (text));
}

const char *
kith_filter_get_text (const KithFilter *filter)
{
  return filter != NULL ? filter->text : "";
}

/**
 * kith_filter_set_focus:
 * @filter: a filter that is being made
 * @ids: (array length=n): the stakeholders whose neighbourhood is wanted
 * @n: how many; 0 ends the focus
 * @steps: how far it reaches
 */
void
kith_filter_set_focus (KithFilter *filter, const KithId *ids, guint n, guint steps)
{
  g_array_set_size (filter->focus, 0);
  if (n > 0)
    g_array_append_vals (filter->focus, ids, n);
  filter->steps = n > 0 ? CLAMP (steps, 1, KITH_MOST_STEPS) : 0;
}

const GArray *
kith_filter_get_focus (const KithFilter *filter)
{
  return filter->focus;
}

guint
kith_filter_get_steps (const KithFilter *filter)
{
  return filter != NULL ? filter->steps : 0;
}

void
kith_filter_set_hides (KithFilter *filter, gboolean hides)
{
  filter->hides = hides;
}

gboolean
kith_filter_hides (const KithFilter *filter)
{
  return filter != NULL && filter->hides;
}

void
kith_filter_keep (KithFilter *filter, KithId id)
{
  if (!g_hash_table_contains (filter->kept, &id))
    g_hash_table_add (filter->kept, g_memdup2 (&id, sizeof id));
}

void
kith_filter_drop_kept (KithFilter *filter)
{
  g_hash_table_remove_all (filter->kept);
}
