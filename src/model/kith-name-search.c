/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-name-search.h"

#include <string.h>

#include "kith-search-fold.h"

typedef struct
{
  const KithStakeholder *stakeholder;
  guint strength;
} Match;

/* 3: the text begins so, 2: one of its words does, 1: it stands within, 0: not at all. */
static guint
strength_in (const char *text, const char *typed, GString *folded)
{
  guint best = 0;
  const char *at;

  kith_search_fold (text, folded, NULL);
  for (at = strstr (folded->str, typed); at != NULL && best < 2; at = strstr (at + 1, typed))
    {
      if (at == folded->str)
        return 3;
      best = MAX (best, at[-1] == ' ' ? 2 : 1);
    }
  return best;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Match *one = a, *other = b;
  int order;

  if (one->strength != other->strength)
    return one->strength > other->strength ? -1 : 1;
  order = g_ascii_strcasecmp (one->stakeholder->name, other->stakeholder->name);
  return order != 0 ? order : kith_record_compare (one->stakeholder, other->stakeholder);
}

/**
 * kith_names_beginning:
 * @map: what may be found
 * @typed: the first letters of a name, of a word in it or of a short name; case and accents make
 *   no difference
 *
 * Returns: (transfer full) (element-type KithId): those whose names begin so, then those with a word
 *   that does, then those that hold it anywhere; each by name. Linear in the names
 */
GArray *
kith_names_beginning (KithMap *map, const char *typed)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  kith_search_fold (typed, wanted, NULL);
  if (wanted->len == 0)
    return ids;
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    {
      guint name = strength_in (one->name, wanted->str, folded);
      Match match = { one, MAX (name, strength_in (one->short_name, wanted->str, folded)) };

      if (match.strength > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare);
  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (ids, KITH_ID (g_array_index (matches, Match, i).stakeholder));
  return ids;
}
