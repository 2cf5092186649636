/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter for other eyes: its words are shown, so that it may hold only what they may see. */
#include "kith-filter-private.h"

static void
drop_absent_keys (KithFilter *filter, KithMap *map, KithCriterion criterion)
{
  g_autoptr (GPtrArray) choices = kith_filter_choices (map, criterion);

  for (guint i = filter->keys[criterion]->len; i > 0; i--)
    {
      const char *key = filter->keys[criterion]->pdata[i - 1];
      gboolean found = FALSE;

      for (guint j = 0; j < choices->len && !found; j++)
        {
          g_autofree char *one = g_utf8_casefold (((KithFilterChoice *) choices->pdata[j])->key,
                                                  -1);
          g_autofree char *other = g_utf8_casefold (key, -1);

          found = g_str_equal (one, other);
        }
      if (!found)
        g_ptr_array_remove_index (filter->keys[criterion], i - 1);
    }
}

static void
drop_absent_focus (KithFilter *filter, KithMap *map)
{
  for (guint i = filter->focus->len; i > 0; i--)
    if (kith_map_stakeholder (map, g_array_index (filter->focus, KithId, i - 1)) == NULL)
      g_array_remove_index (filter->focus, i - 1);
  if (filter->focus->len == 0)
    filter->steps = 0;
}

/**
 * kith_filter_for_audience:
 * @filter: (nullable): what was asked for
 * @map: the map made for the audience
 * @audience: who looks
 * @drop_text: whether it was asked for before other eyes
 *
 * Returns: (transfer full) (nullable): what of it they may see asked
 */
KithFilter *
kith_filter_for_audience (KithFilter *filter,
                          KithMap *map,
                          KithAudience audience,
                          gboolean drop_text)
{
  g_autoptr (KithFilter) made = kith_filter_copy (filter);

  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (audience > kith_criterion_audience ((KithCriterion) i) || (drop_text && i == KITH_BY_TEXT))
      kith_filter_clear (made, (KithCriterion) i);
    else if (audience > KITH_TEAM && kith_criterion_is_choice ((KithCriterion) i))
      drop_absent_keys (made, map, (KithCriterion) i);
  drop_absent_focus (made, map);
  return kith_filter_is_empty (made) && !made->hides ? NULL : g_steal_pointer (&made);
}
