/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage: how many of each sector are there at each level, and how much has been heard from them.
 * Pure counts of a map. Nothing here is a target: an empty place is a question, not a fault. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_N_LEVELS (KITH_LEVEL_NATION + 1)

typedef struct
{
  KithId sector;
  guint all[KITH_N_LEVELS];      /* stakeholders, by KithLevel */
  guint at_table[KITH_N_LEVELS]; /* of these, at the table */
  guint n;                       /* of all levels */
  guint ends;                    /* of links, that are theirs */
  guint heard;                   /* of these, ends whose own word counts */
  guint answered;                /* stakeholders that answered a question */
} KithCoverageRow;

/* A place where nobody is. */
typedef struct
{
  KithId sector;
  KithLevel level; /* KITH_LEVEL_UNSET: nobody of the sector at any */
} KithCoverageGap;

/* New array of KithCoverageGap: the sectors that nobody is of, then levels that at least half of the
 * sectors have (two or more) and a sector that is there has not. */
GArray *kith_coverage_gaps (KithMap *map);
/* KithCoverageRow for each sector of the map, in the order of kith_sector_list(); free with
 * g_array_unref(). */
GArray *kith_coverage_new (KithMap *map);
/* Of a place of the grid: new array of borrowed KithStakeholder, by name. `level` -1: all levels. */
GPtrArray *kith_coverage_at (KithMap *map, KithId sector, int level);
/* Those who are not yet involved, or represented by others: the same. */
GPtrArray *kith_coverage_told_of (KithMap *map, KithStory story);
/* Those among them who know one: the stakeholders at the table that it has a link to, by name. */
GPtrArray *kith_coverage_knows (KithMap *map, KithId stakeholder);
/* Where nobody does: the shortest way to one at the table through those who are not, over links of which
 * neither end says less than working trust and that are in no dispute. From the one at the table to the
 * one that knows it, borrowed KithStakeholder; empty: there is none. */
GPtrArray *kith_coverage_way (KithMap *map, KithId stakeholder);

G_END_DECLS
