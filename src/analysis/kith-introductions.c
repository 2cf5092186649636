/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-introductions.h"

#include <glib/gi18n-lib.h>

#include "kith-insight.h"

static gboolean
counts (const KithTies *ties, guint tie, gboolean unknown_too)
{
  double trust = kith_tie_trust (kith_ties_nth (ties, tie));

  return trust >= KITH_WORKING_TRUST || (unknown_too && trust == 0);
}

/* How many steps each is from `to` (KITH_NOWHERE: it cannot be reached), as far as `from`. */
static guint *
measure (const KithTies *ties, guint from, guint to, gboolean unknown_too)
{
  guint n = kith_ties_n (ties);
  guint *steps = g_new (guint, n + 1);
  g_autofree guint *queue = g_new (guint, n + 1);
  guint head = 0, tail = 0;

  for (guint i = 0; i < n; i++)
    steps[i] = KITH_NOWHERE;
  steps[to] = 0;
  queue[tail++] = to;
  while (head < tail && steps[from] == KITH_NOWHERE)
    {
      guint who = queue[head++];

      for (guint i = 0; i < kith_ties_n_steps (ties, who); i++)
        {
          const KithStep *step = kith_ties_step (ties, who, i);

          if (steps[step->other] != KITH_NOWHERE || !counts (ties, step->tie, unknown_too))
            continue;
          steps[step->other] = steps[who] + 1;
          queue[tail++] = step->other;
        }
    }
  return steps;
}

typedef struct
{
  const KithTies *ties;
  const guint *steps;
  gboolean unknown_too;
  guint most;
  KithIntroductions *found;
  GArray *way; /* so far */
} Search;

#define MOST_COUNTED 999 /* ways: nobody reads more */

/* Down the steps; no deeper than the way is long. */
static void
follow (Search *search, guint who)
{
  g_array_append_val (search->way, who);
  if (search->steps[who] == 0)
    {
      if (search->found->ways->len < search->most)
        g_ptr_array_add (search->found->ways, g_array_copy (search->way));
      else
        search->found->more++;
    }
  for (guint i = 0; search->steps[who] > 0 && i < kith_ties_n_steps (search->ties, who)
                    && search->found->more < MOST_COUNTED;
       i++)
    {
      const KithStep *step = kith_ties_step (search->ties, who, i);

      if (search->steps[step->other] == search->steps[who] - 1
          && counts (search->ties, step->tie, search->unknown_too))
        follow (search, step->other);
    }
  g_array_set_size (search->way, search->way->len - 1);
}

static gboolean
find_ways (const KithTies *ties,
           guint a,
           guint b,
           guint most,
           gboolean unknown_too,
           KithIntroductions *found)
{
  g_autofree guint *steps = measure (ties, a, b, unknown_too);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { ties, steps, unknown_too, most, found, way };

  if (steps[a] == KITH_NOWHERE)
    return FALSE;
  follow (&search, a);
  return TRUE;
}

static void
unref_array (gpointer data)
{
  g_array_unref (data);
}

KithIntroductions *
kith_introductions_new (const KithTies *ties, guint a, guint b, guint most)
{
  KithIntroductions *found = g_new0 (KithIntroductions, 1);

  found->ways = g_ptr_array_new_with_free_func (unref_array);
  if (a == b || kith_ties_between (ties, a, b) != KITH_NOWHERE)
    found->how = KITH_INTRODUCE_LINKED;
  else if (find_ways (ties, a, b, most, FALSE, found))
    found->how = KITH_INTRODUCE_TRUSTED;
  else if (find_ways (ties, a, b, most, TRUE, found))
    found->how = KITH_INTRODUCE_UNKNOWN;
  else
    found->how = KITH_INTRODUCE_NO_WAY;
  return found;
}

void
kith_introductions_free (KithIntroductions *introductions)
{
  g_ptr_array_unref (introductions->ways);
  g_free (introductions);
}

/* --- In words --- */

/* The one, or those one after another, between the two ends of a way. */
static char *
words_of_between (const KithTies *ties, const GArray *way)
{
  GString *words = g_string_new (kith_ties_name (ties, g_array_index (way, guint, 1)));

  for (guint i = 2; i + 1 < way->len; i++)
    /* Translators: the next one on a way of introductions */
    g_string_append_printf (words, _ (", then %s"),
                            kith_ties_name (ties, g_array_index (way, guint, i)));
  return g_string_free (words, FALSE);
}

static char *
words_of_all (const KithIntroductions *introductions, const KithTies *ties)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < introductions->ways->len; i++)
    g_ptr_array_add (names, words_of_between (ties, introductions->ways->pdata[i]));
  if (introductions->more > 0)
    return kith_names_and_more ((const char *const *) names->pdata, names->len,
                                introductions->more);
  return kith_names_joined ((const char *const *) names->pdata, names->len, names->len);
}

static char *
words_of_ways (const KithIntroductions *introductions, const KithTies *ties, guint a, guint b)
{
  const GArray *first = introductions->ways->pdata[0];
  const char *x = kith_ties_name (ties, a), *y = kith_ties_name (ties, b);
  GString *lines = g_string_new (NULL);

  if (first->len == 3)
    {
      g_autofree char *who = words_of_all (introductions, ties);

      /* Translators: one or several, and two who have no link */
      g_string_append_printf (lines, _ ("%s could introduce %s and %s."), who, x, y);
      return g_string_free (lines, FALSE);
    }
  for (guint i = 0; i < introductions->ways->len; i++)
    {
      g_autofree char *who = words_of_between (ties, introductions->ways->pdata[i]);

      if (i > 0)
        g_string_append_c (lines, '\n');
      /* Translators: two who have no link, and who is on the way from one to the other */
      g_string_append_printf (lines, _ ("From %s to %s by way of %s."), x, y, who);
    }
  if (introductions->more > 0)
    g_string_append_printf (lines,
                            ngettext ("\n%u more way is as short.", "\n%u more ways are as short.",
                                      introductions->more),
                            introductions->more);
  return g_string_free (lines, FALSE);
}

char *
kith_introductions_to_words (const KithIntroductions *introductions,
                             const KithTies *ties,
                             guint a,
                             guint b)
{
  const char *x = kith_ties_name (ties, a), *y = kith_ties_name (ties, b);
  g_autofree char *ways = NULL;

  if (introductions->how == KITH_INTRODUCE_LINKED)
    return g_strdup_printf (_ ("%s and %s are linked."), x, y);
  if (introductions->how == KITH_INTRODUCE_NO_WAY)
    return g_strdup_printf (_ ("No way leads from %s to %s over ties of working trust."), x, y);
  ways = words_of_ways (introductions, ties, a, b);
  if (introductions->how == KITH_INTRODUCE_TRUSTED)
    return g_strdup_printf (
        _ ("%s\nEach tie on the way is of working trust or better, as far as its "
           "ends have said."),
        ways);
  if (ties->audience == KITH_PUBLIC)
    return g_steal_pointer (&ways);
  return g_strdup_printf (
      _ ("%s\nNot all ties on the way have been rated: whether there is working "
         "trust is not known."),
      ways);
}

GArray *
kith_introductions_ids (const KithIntroductions *introductions, const KithTies *ties)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < introductions->ways->len; i++)
    {
      const GArray *way = introductions->ways->pdata[i];

      for (guint j = 0; j < way->len; j++)
        {
          guint who = g_array_index (way, guint, j);
          KithId id = kith_ties_id (ties, who);
          guint tie = j > 0 ? kith_ties_between (ties, g_array_index (way, guint, j - 1), who)
                            : KITH_NOWHERE;

          g_array_append_val (ids, id);
          for (guint k = 0; tie != KITH_NOWHERE && k < kith_ties_nth (ties, tie)->n; k++)
            {
              KithId link = kith_ties_link (ties, kith_ties_nth (ties, tie), k);

              g_array_append_val (ids, link);
            }
        }
    }
  return ids;
}
