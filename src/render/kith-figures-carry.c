/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links of what a drag carries: they run at each step as they will when it is let go.
 *
 * Where they are very many, some are routed in a step and the others keep their bends, in turn; which, is
 * counted in what there is to look at and not by a clock, so that the same drag looks the same each time. */
#include "kith-figures-private.h"

#define MOST_WORK 14000 /* for routing in a step: kith_route_scratch_take_work() */
#define MOST_MARKED \
  60 /* links whose marks are placed at each step; of more they stay where they are */

static void
carry_link (KithFigures *figures, KithMap *map, KithId id, gboolean routed)
{
  const KithLink *link = kith_map_link (map, id);

  g_hash_table_remove (figures->late_links, &id);
  kith_figures_leave_link (figures, &id);
  if (link != NULL)
    kith_figures_pull_link (figures, map, link, routed);
}

/* When all of them are where they run. Labels in the order of their ids, as each makes way for those
 * before it. */
static void
carry_marks (KithFigures *figures, const GArray *ids, gboolean all)
{
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);
      KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

      if (link == NULL)
        continue;
      if (all)
        kith_figures_put_marks (figures, link);
      kith_figures_put_label (figures, link);
      kith_figures_leave_link (figures, &id);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  KithId one = *(const KithId *) a;
  KithId other = *(const KithId *) b;

  return (one > other) - (one < other);
}

static GArray *
in_order (GHashTable *ids)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (KithId), g_hash_table_size (ids));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (array, *(KithId *) id);
  g_array_sort (array, compare_ids);
  return array;
}

/* Those that are pulled now are the first to be routed at the next step. */
void
kith_figures_carry_links (KithFigures *figures, KithMap *map, GHashTable *links)
{
  g_autoptr (GArray) ids = in_order (links);
  guint from = ids->len > 0 ? figures->carry_from % ids->len : 0;
  guint work = 0;

  g_array_set_size (figures->pulled, 0);
  kith_route_scratch_take_work (figures->scratch);
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, (from + i) % ids->len);

      carry_link (figures, map, id, work < MOST_WORK);
      if (work >= MOST_WORK)
        g_array_append_val (figures->pulled, id);
      work += kith_route_scratch_take_work (figures->scratch);
    }
  figures->carry_from = from + ids->len - figures->pulled->len;
  carry_marks (figures, ids, ids->len <= MOST_MARKED);
}

/**
 * kith_figures_carry_on:
 * @figures: figures of which something is carried, that has come to rest
 * @map: the map as it is before the drag
 *
 * Routes some of the links that had to keep their bends.
 *
 * Returns: whether none is left
 */
gboolean
kith_figures_carry_on (KithFigures *figures, KithMap *map)
{
  KithFiguresDamage damage = figures->damage;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  guint n = 0;

  figures->damage = NULL;
  kith_route_scratch_take_work (figures->scratch);
  for (guint work = 0; n < figures->pulled->len && work < MOST_WORK; n++)
    {
      carry_link (figures, map, g_array_index (figures->pulled, KithId, n), TRUE);
      work += kith_route_scratch_take_work (figures->scratch);
    }
  g_array_append_vals (ids, figures->pulled->data, n);
  g_array_remove_range (figures->pulled, 0, n);
  g_array_sort (ids, compare_ids);
  carry_marks (figures, ids, FALSE);
  figures->damage = damage;
  return figures->pulled->len == 0;
}
