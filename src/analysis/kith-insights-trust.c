/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the two sides of a link differ, what is rated from one side only, and where trusted ways are
 * weakest. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-insights-private.h"

#define LISTED 12

static void
add_ends (KithInsight *insight, KithTelling *telling, const KithLink *link)
{
  kith_insight_add_id (insight, KITH_ID (link));
  kith_insight_add_id (insight, link->a);
  kith_insight_add_id (insight, link->b);
}

/* --- The two sides of a link --- */

typedef struct
{
  GArray *gaps;    /* of KithWeighed: places among the links, tie by tie */
  GArray *one_end; /* of KithId: links rated from one end only */
  guint both;      /* rated from both */
  guint alike;     /* of them, less than two steps apart */
  guint directed;
  guint both_ways;
} Sides;

static void
count_link (KithTelling *telling, guint at, KithId id, Sides *sides)
{
  KithMap *map = telling->ties->map;
  const KithLink *link = kith_map_link (map, id);
  KithOpinion a, b;

  sides->directed += link->direction != KITH_DIRECTION_NONE;
  sides->both_ways += link->direction == KITH_DIRECTION_BOTH;
  kith_opinion_of (map, id, KITH_END_A, KITH_TRUST, &a);
  kith_opinion_of (map, id, KITH_END_B, KITH_TRUST, &b);
  if (a.voices > 0 && b.voices > 0)
    {
      KithWeighed gap = { at, fabs (a.median - b.median) };

      sides->both++;
      if (kith_opinions_differ (&a, &b))
        g_array_append_val (sides->gaps, gap);
      else
        sides->alike++;
    }
  else if (a.voices > 0 || b.voices > 0)
    g_array_append_val (sides->one_end, id);
}

static const char *
gap_not_meant (void)
{
  return _ ("It does not mean that either side is wrong or at fault: each says how it looks from "
            "there. It is where asking may be worth while.");
}

static void
tell_gap (KithTelling *telling, KithId id)
{
  const KithTies *ties = telling->ties;
  const KithLink *link = kith_map_link (ties->map, id);
  g_autofree char *words = kith_link_to_words (ties->map, link);
  KithInsight *insight =
      kith_insight_new (KITH_TELLS_GAPS, g_strdup_printf ("gap/%" G_GINT64_FORMAT, id),
                        /* Translators: what each end of a link says of the other, as a sentence */
                        g_strdup_printf (_ ("%s."), words), gap_not_meant ());
  KithOpinion a, b;

  kith_opinion_of (ties->map, id, KITH_END_A, KITH_TRUST, &a);
  kith_opinion_of (ties->map, id, KITH_END_B, KITH_TRUST, &b);
  add_ends (insight, telling, link);
  kith_insight_number (insight, "apart", _ ("Steps apart"), KITH_NUMBER_TRUST,
                       fabs (a.median - b.median));
  kith_insight_number (insight, "voices", _ ("Voices behind it"), KITH_NUMBER_COUNT,
                       a.voices + b.voices);
  kith_telling_add (telling, insight);
}

static void
tell_alike (KithTelling *telling, const Sides *sides)
{
  KithInsight *insight;

  if (sides->both == 0)
    return;
  insight = kith_insight_new (
      KITH_TELLS_GAPS, g_strdup ("alike"),
      g_strdup_printf (ngettext ("Of %u link that both ends rated, %u is seen alike (less than two "
                                 "steps apart) and %u is not.",
                                 "Of %u links that both ends rated, %u are seen alike (less than "
                                 "two steps apart) and %u are not.",
                                 sides->both),
                       sides->both, sides->alike, sides->both - sides->alike),
      _ ("Seen alike does not mean seen well: both sides may be cautious."));
  kith_insight_number (insight, "rated_from_both", _ ("Links that both ends rated"),
                       KITH_NUMBER_COUNT, sides->both);
  kith_insight_number (insight, "alike", _ ("Seen alike"), KITH_NUMBER_COUNT, sides->alike);
  kith_insight_number (insight, "share_alike", _ ("Share seen alike"), KITH_NUMBER_SHARE,
                       (double) sides->alike / sides->both);
  kith_telling_add (telling, insight);
}

static void
tell_one_end (KithTelling *telling, const Sides *sides)
{
  KithInsight *insight;
  guint n = sides->one_end->len;

  if (n == 0)
    return;
  insight = kith_insight_new (
      KITH_TELLS_GAPS, g_strdup ("one-end"),
      g_strdup_printf (ngettext ("%u link has been rated from one end only.",
                                 "%u links have been rated from one end only.", n),
                       n),
      _ ("It does not mean that the other end trusts less: it is not known, which is not low."));
  for (guint i = 0; i < n; i++)
    add_ends (insight, telling,
              kith_map_link (telling->ties->map, g_array_index (sides->one_end, KithId, i)));
  kith_insight_number (insight, "rated_from_one", _ ("Links that one end rated"), KITH_NUMBER_COUNT,
                       n);
  kith_telling_add (telling, insight);
}

static void
tell_directed (KithTelling *telling, const Sides *sides)
{
  KithInsight *insight;
  guint one_way = sides->directed - sides->both_ways;

  if (sides->directed == 0)
    return;
  insight = kith_insight_new (
      KITH_TELLS_GAPS, g_strdup ("directed"),
      g_strdup_printf (ngettext ("Of %u link with a direction, %u leads one way only.",
                                 "Of %u links with a direction, %u lead one way only.",
                                 sides->directed),
                       sides->directed, one_way),
      _ ("One way does not mean one-sided: a referral or a contract has a direction by its nature."));
  KITH_FOR_EACH (KithLink, link, telling->ties->map, KITH_LINK)
    {
      if (link->direction == KITH_DIRECTION_A_TO_B || link->direction == KITH_DIRECTION_B_TO_A)
        add_ends (insight, telling, link);
    }
  kith_insight_number (insight, "directed", _ ("Links with a direction"), KITH_NUMBER_COUNT,
                       sides->directed);
  kith_insight_number (insight, "both_ways", _ ("Of them both ways"), KITH_NUMBER_COUNT,
                       sides->both_ways);
  kith_insight_number (insight, "reciprocity", _ ("Share that lead both ways"), KITH_NUMBER_SHARE,
                       (double) sides->both_ways / sides->directed);
  kith_telling_add (telling, insight);
}

void
kith_tell_gaps (KithTelling *telling)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (KithWeighed));
  g_autoptr (GArray) one_end = g_array_new (FALSE, FALSE, sizeof (KithId));
  GArray *links = telling->ties->links;
  Sides sides = { gaps, one_end, 0, 0, 0, 0 };

  for (guint i = 0; i < links->len; i++)
    count_link (telling, i, g_array_index (links, KithId, i), &sides);
  if (kith_telling_has_ratings (telling, KITH_TELLS_GAPS))
    {
      kith_telling_section (telling, KITH_TELLS_GAPS)->n_left_out =
          kith_keep_weightiest (gaps, KITH_MOST_TOLD - 3);
      for (guint i = 0; i < gaps->len; i++)
        tell_gap (telling, g_array_index (links, KithId, g_array_index (gaps, KithWeighed, i).at));
      tell_alike (telling, &sides);
      tell_one_end (telling, &sides);
      kith_telling_note (telling, KITH_TELLS_GAPS,
                         gaps->len > 0
                             ? _ ("Two steps of trust apart or more; by name.")
                             : _ ("No two ends of a link are two steps of trust apart or more."));
    }
  tell_directed (telling, &sides);
}

/* --- Weakest links on the strongest ways --- */

/* A way is as strong as the weakest tie on it, and of two stakeholders the strongest way counts. At
 * a strength, the ties that are just so strong and are the only way between two sides of what is as
 * strong or stronger are those that nobody on one side can do without to reach the other so well. */
typedef struct
{
  double trust;
  guint tie;
  GArray *smaller;
  GArray *larger;
} Weak;

static void
clear_weak (gpointer data)
{
  Weak *weak = data;

  g_array_unref (weak->smaller);
  g_array_unref (weak->larger);
}

static void
find_weak (KithTelling *telling, double trust, GArray *found, GArray *weighed)
{
  const KithTies *ties = telling->ties;
  g_autoptr (KithCuts) cuts = kith_cuts_new (ties, trust);

  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      guint beyond = kith_tie_trust (tie) == trust ? kith_cuts_beyond (cuts, tie, i) : KITH_NOWHERE;
      KithWeighed one = { found->len, 0 };
      Weak weak = { trust, i, NULL, NULL };
      double size, rest;

      if (beyond == KITH_NOWHERE)
        continue;
      size = cuts->size[beyond];
      rest = kith_cuts_piece_size (cuts, cuts->piece[beyond]) - size;
      /* what two alone make of one another is no news, nor working trust towards one */
      if (size + rest < 3 || (MIN (size, rest) < 2 && trust >= 3))
        continue;
      one.weight = size * rest;
      kith_cuts_sides (cuts, beyond, &weak.smaller, &weak.larger);
      g_array_append_val (found, weak);
      g_array_append_val (weighed, one);
    }
}

static int
compare_weak (gconstpointer a, gconstpointer b)
{
  const Weak *x = a, *y = b;

  return x->tie < y->tie ? -1 : x->tie > y->tie;
}

static char *
words_of_trust (double trust)
{
  KithOpinion opinion = { .voices = 1, .median = trust, .step = (int) trust };

  return kith_opinion_to_words (&opinion);
}

static void
tell_weak (KithTelling *telling, const Weak *weak)
{
  const KithTies *ties = telling->ties;
  const KithTie *tie = kith_ties_nth (ties, weak->tie);
  g_autofree char *here = kith_names_of (ties, weak->smaller, KITH_NAMES);
  g_autofree char *there = kith_names_of (ties, weak->larger, KITH_NAMES);
  g_autofree char *trust = words_of_trust (weak->trust);
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_WEAKEST,
      g_strdup_printf ("weakest/%" G_GINT64_FORMAT, kith_ties_link (ties, tie, 0)),
      /* Translators: those on either side, the two who are tied, and "2 Cautious" */
      g_strdup_printf (_ ("The most trusted way from %s to %s runs over the tie between %s and %s, "
                          "and is no stronger than that: %s."),
                       here, there, kith_ties_name (ties, tie->a), kith_ties_name (ties, tie->b),
                       trust),
      _ ("It does not mean that these two are to blame, or that trust passes from one to the next by "
         "itself. Ties that nobody has rated are not counted, and may be stronger."));

  kith_insight_add_tie (insight, ties, tie);
  kith_insight_add_all (insight, ties, weak->smaller, FALSE);
  kith_insight_add_who (insight, ties, tie->a);
  kith_insight_add_who (insight, ties, tie->b);
  kith_insight_number (insight, "trust", _ ("Trust across it, of the more cautious end"),
                       KITH_NUMBER_TRUST, weak->trust);
  kith_insight_number (insight, "pairs", _ ("Pairs whose most trusted way runs over it"),
                       KITH_NUMBER_COUNT, (double) weak->smaller->len * weak->larger->len);
  kith_insight_number (insight, "ties_rated", _ ("Ties on the map whose trust is known"),
                       KITH_NUMBER_COUNT, telling->insights->n_rated);
  kith_telling_add (telling, insight);
}

/* At most so many of each strength are made: their sides cost what they name. */
static void
keep_of_strength (KithTelling *telling, double trust, GArray *all)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Weak));
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (KithWeighed));

  g_array_set_clear_func (found, clear_weak);
  find_weak (telling, trust, found, weighed);
  kith_telling_section (telling, KITH_TELLS_WEAKEST)->n_left_out += kith_keep_weightiest (weighed,
                                                                                          LISTED);
  for (guint i = 0; i < weighed->len; i++)
    {
      Weak weak = g_array_index (found, Weak, g_array_index (weighed, KithWeighed, i).at);

      g_array_ref (weak.smaller);
      g_array_ref (weak.larger);
      g_array_append_val (all, weak);
    }
}

void
kith_tell_weakest (KithTelling *telling)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Weak));
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (KithWeighed));

  if (!kith_telling_has_ratings (telling, KITH_TELLS_WEAKEST))
    return;
  g_array_set_clear_func (all, clear_weak);
  /* what is strong is no news: up to working trust */
  for (double trust = 1; trust < 4; trust += 0.5)
    keep_of_strength (telling, trust, all);
  g_array_sort (all, compare_weak);
  for (guint i = 0; i < all->len; i++)
    {
      const Weak *weak = &g_array_index (all, Weak, i);
      KithWeighed one = { i, (double) weak->smaller->len * weak->larger->len };

      g_array_append_val (weighed, one);
    }
  kith_telling_section (telling, KITH_TELLS_WEAKEST)->n_left_out += kith_keep_weightiest (weighed,
                                                                                          LISTED);
  for (guint i = 0; i < weighed->len; i++)
    tell_weak (telling, &g_array_index (all, Weak, g_array_index (weighed, KithWeighed, i).at));
  kith_telling_note (telling, KITH_TELLS_WEAKEST,
                     weighed->len > 0
                         ? _ ("A way is as strong as the weakest tie on it. By name.")
                         : _ ("No tie of less than strong trust is the only way for others."));
}
