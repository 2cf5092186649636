/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps of as many as a partnership has, in eleven sectors and four levels, for the tests of arrangements. */
#pragma once

#include "kith-arrange.h"
#include "kith-test-maps.h"

#define ARRANGED_WIDTH 170.0
#define ARRANGED_HEIGHT 56.0

static KithMap *
arranged_map_new (guint n, guint links, guint32 seed)
{
  static const char *const levels[] = { "neighbourhood", "place",  "neighbourhood", "system",
                                        "place",         "region", "neighbourhood" };
  KithMap *map = kith_map_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree KithId *ids = g_new (KithId, n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);
      g_autofree char *sector = g_strdup_printf ("%u", 1 + (i * i) % 11);

      test_do (map, kith_verb_add_stakeholder (map, name, 0, 0, 0, &ids[i]));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "width", "170", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "height", "56", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "sector", sector, NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ids[i], "level", levels[i % 7], NULL));
    }
  for (guint i = 0; i < links; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, (gint32) n),
            b = (guint) g_rand_int_range (rand, 0, (gint32) n);

      if (a != b)
        test_do (map, kith_verb_add_link (map, ids[a], ids[b], KITH_LINK_WORKS_WITH, NULL, NULL));
    }
  return map;
}
