/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-load.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"

static gint32
months_after (gint32 day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_add_months (&date, (guint) months);
  return (gint32) g_date_get_julian (&date);
}

static int
embeds_from (const KithLoad *load)
{
  return load->embeds_from > 0 ? load->embeds_from : KITH_EMBEDS_FROM;
}

/* One that is said to be embedded late is not embedded before that. */
static int
embeds_to (const KithLoad *load)
{
  return MAX (load->embeds_to > 0 ? load->embeds_to : KITH_EMBEDS_TO, embeds_from (load));
}

/**
 * kith_load_span:
 * @load: a change
 * @span: (out): from when to when it is carried
 *
 * Returns: whether it is carried at all
 */
gboolean
kith_load_span (const KithLoad *load, KithLoadSpan *span)
{
  gint32 start = load->start.first;

  if (!kith_date_is_set (&load->start) || load->level == KITH_CHANGE_NONE)
    return FALSE;
  if (start == KITH_DAY_OPEN_FIRST)
    start = load->start.last;
  span->from = start;
  span->embeds = months_after (start, embeds_from (load));
  span->to = months_after (start, embeds_to (load));
  return TRUE;
}

static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const KithLoad *one = *(const KithLoad *const *) a;
  const KithLoad *other = *(const KithLoad *const *) b;
  int order = kith_date_compare (&one->start, &other->start);

  return order != 0 ? order : kith_record_compare (one, other);
}

/**
 * kith_loads_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): its changes, by start
 */
GPtrArray *
kith_loads_of (KithMap *map, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LOAD)
      g_ptr_array_add (list, referrers->pdata[i]);
  g_ptr_array_sort (list, compare_loads);
  return list;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 one = *(const gint32 *) a, other = *(const gint32 *) b;

  return (one > other) - (one < other);
}

static guint
n_on (const GPtrArray *loads, gint32 day)
{
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    {
      KithLoadSpan span;

      n += kith_load_span (loads->pdata[i], &span) && span.from <= day && day < span.to;
    }
  return n;
}

/**
 * kith_load_stretches:
 * @loads: changes of one stakeholder
 *
 * Returns: (transfer full): how many are carried when. Cost: quadratic in the changes of one
 *   stakeholder, which are few.
 */
GArray *
kith_load_stretches (const GPtrArray *loads)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (KithLoadStretch));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < loads->len; i++)
    {
      KithLoadSpan span;

      if (!kith_load_span (loads->pdata[i], &span))
        continue;
      g_array_append_val (days, span.from);
      g_array_append_val (days, span.to);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i + 1 < days->len; i++)
    {
      gint32 from = g_array_index (days, gint32, i), to = g_array_index (days, gint32, i + 1);
      KithLoadStretch one = { from, to, from < to ? n_on (loads, from) : 0 };
      KithLoadStretch *last = stretches->len > 0
                                  ? &g_array_index (stretches, KithLoadStretch, stretches->len - 1)
                                  : NULL;

      if (one.n == 0)
        continue;
      if (last != NULL && last->to == from && last->n == one.n)
        last->to = to;
      else
        g_array_append_val (stretches, one);
    }
  return stretches;
}

/**
 * kith_load_first_of:
 * @loads: changes of one stakeholder
 * @n: so many at once
 * @day: it must not be over on this day
 * @stretch: (out): when, and the most that are carried in it
 *
 * Returns: whether there is one
 */
gboolean
kith_load_first_of (const GPtrArray *loads, guint n, gint32 day, KithLoadStretch *stretch)
{
  g_autoptr (GArray) stretches = kith_load_stretches (loads);
  gboolean found = FALSE;

  for (guint i = 0; i < stretches->len; i++)
    {
      const KithLoadStretch *one = &g_array_index (stretches, KithLoadStretch, i);

      if (one->n < n)
        continue;
      if (found && stretch->to == one->from)
        {
          stretch->to = one->to;
          stretch->n = MAX (stretch->n, one->n);
        }
      else if (!found || stretch->to <= day)
        *stretch = *one;
      found = TRUE;
    }
  return found && stretch->to > day;
}

/**
 * kith_load_bearers:
 * @map: a map
 *
 * Returns: (transfer full): ids of the stakeholders with a change, by name
 */
GArray *
kith_load_bearers (KithMap *map)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GHashTable) bearers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) stakeholders = kith_map_list (map, KITH_STAKEHOLDER);

  KITH_FOR_EACH (KithLoad, load, map, KITH_LOAD)
    g_hash_table_add (bearers, (gpointer) &load->stakeholder);
  for (guint i = 0; i < stakeholders->len; i++)
    if (g_hash_table_contains (bearers, &KITH_ID (stakeholders->pdata[i])))
      g_array_append_val (ids, KITH_ID (stakeholders->pdata[i]));
  return ids;
}

/**
 * kith_load_words:
 * @load: a change
 *
 * Returns: (transfer full): its level, when it starts and when it is embedded
 */
char *
kith_load_words (const KithLoad *load)
{
  g_autofree char *start = NULL;
  g_autofree char *window = NULL;
  g_autofree char *level = NULL;

  if (load->level != KITH_CHANGE_UNSET)
    /* Translators: how far a change alters the work: "Level of change: Large" */
    level = g_strdup_printf (_ ("Level of change: %s"),
                             kith_enum_label (&kith_change_levels, load->level));
  if (!kith_date_is_set (&load->start))
    return level != NULL ? g_strdup_printf ("%s · %s", level, _ ("no start yet"))
                         : g_strdup (_ ("No start yet"));
  start = kith_date_to_words (&load->start);
  window = g_strdup_printf (_ ("starts: %s · embeds after %d to %d months"), start,
                            embeds_from (load), embeds_to (load));
  return level != NULL ? g_strdup_printf ("%s · %s", level, window) : g_steal_pointer (&window);
}
