/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small maps for the tests of what a map tells, and what is looked for in it. */
#pragma once

#include <math.h>

#include "kith-cuts.h"
#include "kith-engine.h"
#include "kith-insights.h"
#include "kith-introductions.h"
#include "kith-round.h"
#include "kith-test-maps.h"

#define OURS KITH_BASIS_IMPRESSION
#define THEIRS KITH_BASIS_OWN_WORDS

typedef struct
{
  KithMap *map;
  KithId who[40];
  guint n;
} Net;

/* Names are in the order of their numbers: A00, A01 … */
static inline Net
make_net (guint n, const int (*pairs)[2], guint n_pairs)
{
  Net net = { kith_map_new (), { 0 }, n };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("A%02u", i);

      net.who[i] = test_stakeholder (net.map, name, i * 200.0, 0);
    }
  for (guint i = 0; i < n_pairs; i++)
    test_link (net.map, net.who[pairs[i][0]], net.who[pairs[i][1]]);
  return net;
}

static inline KithTies *
ties_of (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (map, audience);

  return kith_ties_new (shown, audience);
}

static inline KithInsights *
tell (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (map, audience);
  g_autoptr (GError) error = NULL;
  KithInsights *insights = kith_insights_new (shown, audience, NULL, &error);

  g_assert_no_error (error);
  return insights;
}

static inline const KithInsight *
find_told (const KithInsights *insights, KithTells section, const char *words)
{
  const GPtrArray *told = insights->sections[section].told;

  for (guint i = 0; i < told->len; i++)
    if (strstr (((const KithInsight *) told->pdata[i])->sentence, words) != NULL)
      return told->pdata[i];
  return NULL;
}

static inline const KithInsight *
must_tell (const KithInsights *insights, KithTells section, const char *words)
{
  const KithInsight *found = find_told (insights, section, words);

  if (found == NULL)
    {
      g_autofree char *text = kith_insights_to_text (insights);

      g_error ("not told: “%s” in\n%s", words, text);
    }
  return found;
}

static inline double
number (const KithInsight *insight, const char *key)
{
  for (guint i = 0; i < insight->numbers->len; i++)
    if (g_str_equal (g_array_index (insight->numbers, KithNumber, i).key, key))
      return g_array_index (insight->numbers, KithNumber, i).value;
  return NAN;
}

static inline gboolean
is_about (const KithInsight *insight, KithId id)
{
  for (guint i = 0; i < insight->ids->len; i++)
    if (g_array_index (insight->ids, KithId, i) == id)
      return TRUE;
  return FALSE;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

G_GNUC_UNUSED static const int path[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 } };
G_GNUC_UNUSED static const int star[][2] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 } };
G_GNUC_UNUSED static const int ring[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 } };
/* two triangles, 0 1 2 and 3 4 5, and 2 – 3 */
G_GNUC_UNUSED static const int triangles[][2] = { { 0, 1 }, { 1, 2 }, { 0, 2 }, { 2, 3 },
                                                  { 3, 4 }, { 4, 5 }, { 3, 5 } };

/* Zachary 1977, "An information flow model for conflict and fission in small groups": 34 members, 78
 * ties, numbered from 1 as in the paper. */
G_GNUC_UNUSED static const int karate[][2] = {
  { 1, 2 },   { 1, 3 },   { 1, 4 },   { 1, 5 },   { 1, 6 },   { 1, 7 },   { 1, 8 },   { 1, 9 },
  { 1, 11 },  { 1, 12 },  { 1, 13 },  { 1, 14 },  { 1, 18 },  { 1, 20 },  { 1, 22 },  { 1, 32 },
  { 2, 3 },   { 2, 4 },   { 2, 8 },   { 2, 14 },  { 2, 18 },  { 2, 20 },  { 2, 22 },  { 2, 31 },
  { 3, 4 },   { 3, 8 },   { 3, 9 },   { 3, 10 },  { 3, 14 },  { 3, 28 },  { 3, 29 },  { 3, 33 },
  { 4, 8 },   { 4, 13 },  { 4, 14 },  { 5, 7 },   { 5, 11 },  { 6, 7 },   { 6, 11 },  { 6, 17 },
  { 7, 17 },  { 9, 31 },  { 9, 33 },  { 9, 34 },  { 10, 34 }, { 14, 34 }, { 15, 33 }, { 15, 34 },
  { 16, 33 }, { 16, 34 }, { 19, 33 }, { 19, 34 }, { 20, 34 }, { 21, 33 }, { 21, 34 }, { 23, 33 },
  { 23, 34 }, { 24, 26 }, { 24, 28 }, { 24, 30 }, { 24, 33 }, { 24, 34 }, { 25, 26 }, { 25, 28 },
  { 25, 32 }, { 26, 32 }, { 27, 30 }, { 27, 34 }, { 28, 34 }, { 29, 32 }, { 29, 34 }, { 30, 33 },
  { 30, 34 }, { 31, 33 }, { 31, 34 }, { 32, 33 }, { 32, 34 }, { 33, 34 }
};
