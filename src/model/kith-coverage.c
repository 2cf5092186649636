/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-coverage.h"

#include "kith-opinion.h"
#include "kith-sectors.h"

static KithId
sector_of (const KithStakeholder *stakeholder)
{
  return stakeholder->sector != 0 ? stakeholder->sector : KITH_SECTOR_OTHER;
}

static KithCoverageRow *
row_of (GArray *rows, const KithStakeholder *stakeholder)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, KithCoverageRow, i).sector == sector_of (stakeholder))
      return &g_array_index (rows, KithCoverageRow, i);
  return NULL;
}

static gboolean
has_answered (KithMap *map, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_ANSWER)
      return TRUE;
  return FALSE;
}

static void
count_end (KithMap *map, GArray *rows, const KithLink *link, KithEnd end)
{
  const KithStakeholder *who = kith_map_stakeholder (map, end == KITH_END_A ? link->a : link->b);
  KithCoverageRow *row = who != NULL ? row_of (rows, who) : NULL;
  KithOpinion opinion;

  if (row == NULL)
    return;
  kith_opinion_of (map, KITH_ID (link), end, KITH_TRUST, &opinion);
  row->ends++;
  row->heard += opinion.voices > 0 && !opinion.impression;
}

/**
 * kith_coverage_new:
 * @map: a map
 *
 * Returns: (transfer full): KithCoverageRow for each sector
 */
GArray *
kith_coverage_new (KithMap *map)
{
  g_autoptr (GArray) sectors = kith_sector_list (map);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (KithCoverageRow));

  g_array_set_size (rows, sectors->len);
  for (guint i = 0; i < sectors->len; i++)
    g_array_index (rows, KithCoverageRow, i).sector = g_array_index (sectors, KithId, i);
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      KithCoverageRow *row = row_of (rows, stakeholder);

      if (row == NULL)
        continue;
      row->n++;
      row->all[stakeholder->level]++;
      row->at_table[stakeholder->level] += stakeholder->story == KITH_STORY_AT_TABLE;
      row->answered += has_answered (map, KITH_ID (stakeholder));
    }
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      count_end (map, rows, link, KITH_END_A);
      count_end (map, rows, link, KITH_END_B);
    }
  return rows;
}

/**
 * kith_coverage_at:
 * @map: a map
 * @sector: a sector
 * @level: a KithLevel, or -1 for all
 *
 * Returns: (transfer container): KithStakeholder there, by name
 */
GPtrArray *
kith_coverage_at (KithMap *map, KithId sector, int level)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *stakeholder = all->pdata[i];

      if (sector_of (stakeholder) == sector && (level < 0 || stakeholder->level == level))
        g_ptr_array_add (list, all->pdata[i]);
    }
  return list;
}

/**
 * kith_coverage_told_of:
 * @map: a map
 * @story: KITH_STORY_NOT_INVOLVED or KITH_STORY_REPRESENTED
 *
 * Returns: (transfer container): KithStakeholder with that place in the story, by name
 */
GPtrArray *
kith_coverage_told_of (KithMap *map, KithStory story)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((const KithStakeholder *) all->pdata[i])->story == (int) story)
      g_ptr_array_add (list, all->pdata[i]);
  return list;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const KithStakeholder *const *) a)->name,
                         (*(const KithStakeholder *const *) b)->name);
}

/**
 * kith_coverage_knows:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): KithStakeholder at the table that it has a link to, but for those in
 *   dispute, by name
 */
GPtrArray *
kith_coverage_knows (KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      const KithStakeholder *other = kith_map_stakeholder (map, link->a == stakeholder ? link->b
                                                                                       : link->a);

      if (other != NULL && other->story == KITH_STORY_AT_TABLE && link->kind != KITH_LINK_DISPUTE
          && !g_ptr_array_find (list, other, NULL))
        g_ptr_array_add (list, (gpointer) other);
    }
  g_ptr_array_sort (list, by_name);
  return list;
}

/* How many sectors have somebody at a level. */
static guint
sectors_at (const GArray *rows, KithLevel level)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_array_index (rows, KithCoverageRow, i).all[level] > 0;
  return n;
}

/**
 * kith_coverage_gaps:
 * @map: a map
 *
 * Not every dot of the grid: an NHS trust in each neighbourhood is missed by nobody.
 *
 * A sector with somebody whose level nobody said lacks none.
 *
 * Returns: (transfer full): KithCoverageGap, whole sectors first, then by level; none for "other"
 */
GArray *
kith_coverage_gaps (KithMap *map)
{
  g_autoptr (GArray) rows = kith_coverage_new (map);
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (KithCoverageGap));
  guint present = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const KithCoverageRow *row = &g_array_index (rows, KithCoverageRow, i);
      KithCoverageGap gap = { row->sector, KITH_LEVEL_UNSET };

      present += row->n > 0;
      if (row->n == 0 && row->sector != KITH_SECTOR_OTHER)
        g_array_append_val (gaps, gap);
    }
  for (int level = KITH_LEVEL_NEIGHBOURHOOD; level < KITH_N_LEVELS; level++)
    {
      guint at = sectors_at (rows, (KithLevel) level);

      for (guint i = 0; i < rows->len && at >= 2 && 2 * at >= present; i++)
        {
          const KithCoverageRow *row = &g_array_index (rows, KithCoverageRow, i);
          KithCoverageGap gap = { row->sector, (KithLevel) level };

          if (row->n > 0 && row->all[level] + row->all[KITH_LEVEL_UNSET] == 0
              && row->sector != KITH_SECTOR_OTHER)
            g_array_append_val (gaps, gap);
        }
    }
  return gaps;
}

/* One could be introduced over it. */
static gboolean
is_walkable (KithMap *map, const KithLink *link)
{
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithOpinion opinion;

      kith_opinion_of (map, KITH_ID (link), (KithEnd) end, KITH_TRUST, &opinion);
      if (opinion.step != 0 && opinion.step < KITH_SCORE_3)
        return FALSE;
    }
  return link->kind != KITH_LINK_DISPUTE;
}

/* Back to where the search began, which is left out. */
static GPtrArray *
way_from (GHashTable *before, const KithStakeholder *found, KithId began)
{
  GPtrArray *way = g_ptr_array_new ();

  for (const KithStakeholder *at = found; KITH_ID (at) != began;
       at = g_hash_table_lookup (before, at))
    g_ptr_array_add (way, (gpointer) at);
  return way;
}

/**
 * kith_coverage_way:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Breadth first, links in the order of the map. Cost: the links of those it goes through.
 *
 * Returns: (transfer container): KithStakeholder, the one at the table first
 */
GPtrArray *
kith_coverage_way (KithMap *map, KithId stakeholder)
{
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, (gpointer) kith_map_stakeholder (map, stakeholder));
  g_hash_table_insert (before, queue->pdata[0], queue->pdata[0]);
  for (guint i = 0; i < queue->len; i++)
    {
      KithId at = KITH_ID (queue->pdata[i]);
      g_autoptr (GPtrArray) links = kith_map_links_of (map, at);

      for (guint k = 0; k < links->len; k++)
        {
          const KithLink *link = links->pdata[k];
          const KithStakeholder *other = kith_map_stakeholder (map,
                                                               link->a == at ? link->b : link->a);

          if (other == NULL || g_hash_table_contains (before, other) || !is_walkable (map, link))
            continue;
          g_hash_table_insert (before, (gpointer) other, queue->pdata[i]);
          if (other->story == KITH_STORY_AT_TABLE)
            return way_from (before, other, stakeholder);
          g_ptr_array_add (queue, (gpointer) other);
        }
    }
  return g_ptr_array_new ();
}
