/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-succession.h"

#include <glib/gi18n-lib.h>

static const KithDate *
date_of (gconstpointer record)
{
  return KITH_KIND (record) == KITH_NAME ? &((const KithName *) record)->to
                                         : &((const KithSuccession *) record)->date;
}

static int
compare_by_date (gconstpointer a, gconstpointer b)
{
  gconstpointer one = *(gconstpointer *) a;
  gconstpointer other = *(gconstpointer *) b;
  int order = kith_date_compare (date_of (one), date_of (other));

  return order != 0 ? order : kith_record_compare (one, other);
}

typedef gboolean (*Wanted) (gconstpointer record, KithId stakeholder);

static GPtrArray *
list (KithMap *map, KithId stakeholder, KithKind kind, Wanted wanted)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == kind && wanted (referrers->pdata[i], stakeholder))
      g_ptr_array_add (found, referrers->pdata[i]);
  g_ptr_array_sort (found, compare_by_date);
  return found;
}

static gboolean
came_after (gconstpointer record, KithId stakeholder)
{
  return ((const KithSuccession *) record)->after == stakeholder;
}

static gboolean
was_before (gconstpointer record, KithId stakeholder)
{
  return ((const KithSuccession *) record)->before == stakeholder;
}

static gboolean
is_any (gconstpointer record, KithId stakeholder)
{
  return TRUE;
}

/**
 * kith_map_predecessors_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): the successions by which it came to be, the earliest first
 */
GPtrArray *
kith_map_predecessors_of (KithMap *map, KithId stakeholder)
{
  return list (map, stakeholder, KITH_SUCCESSION, came_after);
}

/**
 * kith_map_successors_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): the successions by which it went on as another
 */
GPtrArray *
kith_map_successors_of (KithMap *map, KithId stakeholder)
{
  return list (map, stakeholder, KITH_SUCCESSION, was_before);
}

/**
 * kith_map_names_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): its earlier names, the earliest first
 */
GPtrArray *
kith_map_names_of (KithMap *map, KithId stakeholder)
{
  return list (map, stakeholder, KITH_NAME, is_any);
}

/**
 * kith_succession_to_words:
 * @map: the map that it is of
 * @succession: who became whom
 *
 * Returns: (transfer full): "Eastvale Trust merged into Northmoor Trust, 1 April 2027"
 */
char *
kith_succession_to_words (KithMap *map, const KithSuccession *succession)
{
  const char *before = kith_map_stakeholder (map, succession->before)->name;
  const char *after = kith_map_stakeholder (map, succession->after)->name;
  g_autofree char *date = kith_date_to_words (&succession->date);
  g_autofree char *what = NULL;

  switch (succession->kind)
    {
    case KITH_SUCCESSION_SPLIT:
      /* Translators: of two stakeholders: the first was split, the second is one of its parts. */
      what = g_strdup_printf (_ ("%s was split into %s"), before, after);
      break;
    case KITH_SUCCESSION_BECAME:
      /* Translators: of two stakeholders: the second took the place of the first. */
      what = g_strdup_printf (_ ("%s became %s"), before, after);
      break;
    default:
      /* Translators: of two stakeholders: the first became part of the second. */
      what = g_strdup_printf (_ ("%s merged into %s"), before, after);
    }
  if (*date == '\0')
    return g_steal_pointer (&what);
  /* Translators: what happened, and when. */
  return g_strdup_printf (_ ("%s, %s"), what, date);
}

/**
 * kith_name_to_words:
 * @map: the map that it is of
 * @name: an earlier name
 *
 * Returns: (transfer full): "Adult Social Care was called Social Services until April 2005"
 */
char *
kith_name_to_words (KithMap *map, const KithName *name)
{
  const char *now = kith_map_stakeholder (map, name->stakeholder)->name;
  g_autofree char *date = kith_date_to_words (&name->to);

  /* Translators: a stakeholder, an earlier name of it, when that ended. */
  return g_strdup_printf (_ ("%s was called %s until %s"), now, name->name, date);
}
