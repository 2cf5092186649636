/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-ties.h"

#include "kith-sectors.h"

/* Which two a link joins, for sorting. */
typedef struct
{
  guint a;
  guint b;
  KithId link;
} Pair;

static int
compare_pairs (gconstpointer x, gconstpointer y)
{
  const Pair *p = x, *q = y;

  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  if (p->b != q->b)
    return p->b < q->b ? -1 : 1;
  return p->link < q->link ? -1 : p->link > q->link;
}

static void
find_places (KithTies *ties)
{
  ties->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ties->who->len; i++)
    g_hash_table_insert (ties->places, &KITH_RECORD (ties->who->pdata[i])->id,
                         GUINT_TO_POINTER (i + 1));
}

static GArray *
list_pairs (KithTies *ties)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  KITH_FOR_EACH (KithLink, link, ties->map, KITH_LINK)
    {
      guint a = kith_ties_place (ties, link->a);
      guint b = kith_ties_place (ties, link->b);
      Pair pair = { MIN (a, b), MAX (a, b), KITH_ID (link) };

      if (a != KITH_NOWHERE && b != KITH_NOWHERE && a != b)
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* What `from` makes of the other one, over all links of the tie. */
static double
opinion_of (KithTies *ties, const KithTie *tie, guint from)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  KithId id = kith_ties_id (ties, from);
  KithOpinion opinion;

  for (guint i = 0; i < tie->n; i++)
    {
      const KithLink *link = kith_map_link (ties->map, kith_ties_link (ties, tie, i));
      KithEnd end = link->a == id ? KITH_END_A : KITH_END_B;

      g_ptr_array_add (ends, kith_map_assessments_of (ties->map, KITH_ID (link), end));
    }
  kith_opinion_of_links ((const GPtrArray *const *) ends->pdata, ends->len, KITH_TRUST, &opinion);
  return opinion.voices > 0 ? opinion.median : 0;
}

static void
make_ties (KithTies *ties)
{
  g_autoptr (GArray) pairs = list_pairs (ties);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      KithTie *last = ties->ties->len > 0
                          ? &g_array_index (ties->ties, KithTie, ties->ties->len - 1)
                          : NULL;

      g_array_append_val (ties->links, pair->link);
      if (last != NULL && last->a == pair->a && last->b == pair->b)
        last->n++;
      else
        {
          KithTie tie = { pair->a, pair->b, i, 1, 0, 0 };

          g_array_append_val (ties->ties, tie);
        }
    }
  for (guint i = 0; i < ties->ties->len; i++)
    {
      KithTie *tie = &g_array_index (ties->ties, KithTie, i);

      tie->says_a = opinion_of (ties, tie, tie->a);
      tie->says_b = opinion_of (ties, tie, tie->b);
    }
}

/* Ties are sorted, so each gets its steps by the other's place if the lower ones come first. */
static void
make_steps (KithTies *ties)
{
  guint n = ties->who->len;
  g_autofree guint *at = g_new (guint, n + 1);

  ties->firsts = g_new0 (guint, n + 2);
  ties->steps = g_new (KithStep, 2 * ties->ties->len + 1);
  for (guint i = 0; i < ties->ties->len; i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);

      ties->firsts[tie->a + 1]++;
      ties->firsts[tie->b + 1]++;
    }
  for (guint i = 0; i < n; i++)
    ties->firsts[i + 1] += ties->firsts[i];
  for (guint i = 0; i < n; i++)
    at[i] = ties->firsts[i];
  for (guint i = 0; i < ties->ties->len; i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);

      ties->steps[at[tie->b]++] = (KithStep){ tie->a, i };
    }
  for (guint i = 0; i < ties->ties->len; i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);

      ties->steps[at[tie->a]++] = (KithStep){ tie->b, i };
    }
}

/**
 * kith_ties_new:
 * @map: a map that was made for @audience and its day; a reference is kept
 * @audience: whose it is: the public is told that it sees no ratings
 *
 * Returns: (transfer full): its ties
 */
KithTies *
kith_ties_new (KithMap *map, KithAudience audience)
{
  KithTies *ties = g_new0 (KithTies, 1);

  g_atomic_ref_count_init (&ties->ref_count);
  ties->map = kith_map_ref (map);
  ties->audience = audience;
  ties->who = kith_map_list (map, KITH_STAKEHOLDER);
  ties->ties = g_array_new (FALSE, FALSE, sizeof (KithTie));
  ties->links = g_array_new (FALSE, FALSE, sizeof (KithId));
  find_places (ties);
  make_ties (ties);
  make_steps (ties);
  return ties;
}

KithTies *
kith_ties_ref (KithTies *ties)
{
  g_atomic_ref_count_inc (&ties->ref_count);
  return ties;
}

void
kith_ties_unref (KithTies *ties)
{
  if (!g_atomic_ref_count_dec (&ties->ref_count))
    return;
  g_ptr_array_unref (ties->who);
  g_array_unref (ties->ties);
  g_array_unref (ties->links);
  g_hash_table_unref (ties->places);
  kith_map_unref (ties->map);
  g_free (ties->firsts);
  g_free (ties->steps);
  g_free (ties);
}

guint
kith_ties_n (const KithTies *ties)
{
  return ties->who->len;
}

guint
kith_ties_n_ties (const KithTies *ties)
{
  return ties->ties->len;
}

const KithTie *
kith_ties_nth (const KithTies *ties, guint i)
{
  return &g_array_index (ties->ties, KithTie, i);
}

const KithStakeholder *
kith_ties_who (const KithTies *ties, guint place)
{
  return ties->who->pdata[place];
}

const char *
kith_ties_name (const KithTies *ties, guint place)
{
  return kith_stakeholder_short_name (kith_ties_who (ties, place));
}

KithId
kith_ties_id (const KithTies *ties, guint place)
{
  return KITH_ID (ties->who->pdata[place]);
}

KithId
kith_ties_sector (const KithTies *ties, guint place)
{
  KithId sector = kith_ties_who (ties, place)->sector;

  return sector != 0 ? sector : KITH_SECTOR_OTHER;
}

guint
kith_ties_place (const KithTies *ties, KithId stakeholder)
{
  gint64 key = stakeholder;
  gpointer found = g_hash_table_lookup (ties->places, &key);

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : KITH_NOWHERE;
}

guint
kith_ties_n_steps (const KithTies *ties, guint place)
{
  return ties->firsts[place + 1] - ties->firsts[place];
}

const KithStep *
kith_ties_step (const KithTies *ties, guint place, guint i)
{
  return &ties->steps[ties->firsts[place] + i];
}

guint
kith_ties_between (const KithTies *ties, guint a, guint b)
{
  for (guint i = 0; i < kith_ties_n_steps (ties, a); i++)
    if (kith_ties_step (ties, a, i)->other == b)
      return kith_ties_step (ties, a, i)->tie;
  return KITH_NOWHERE;
}

KithId
kith_ties_link (const KithTies *ties, const KithTie *tie, guint i)
{
  return g_array_index (ties->links, KithId, tie->first + i);
}

double
kith_tie_trust (const KithTie *tie)
{
  if (tie->says_a > 0 && tie->says_b > 0)
    return MIN (tie->says_a, tie->says_b);
  return MAX (tie->says_a, tie->says_b);
}

guint
kith_ties_n_rated (const KithTies *ties)
{
  guint n = 0;

  for (guint i = 0; i < ties->ties->len; i++)
    n += kith_tie_trust (kith_ties_nth (ties, i)) > 0;
  return n;
}
