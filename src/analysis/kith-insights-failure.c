/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on one: those without whom the map falls apart, ties that are the only way, and islands
 * that have none. */
#include <glib/gi18n-lib.h>

#include "kith-insights-private.h"

#define LISTED 20

static const char *
not_meant (void)
{
  return _ (
      "It does not mean that anybody will leave, or that the others could not find one another: "
      "it shows where this map has no second way, and it has only those ties that somebody "
      "drew.");
}

/* --- If somebody leaves --- */

static char *
words_of_parts (const KithTies *ties, const GPtrArray *parts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *names = kith_names_of (ties, parts->pdata[i], 2);

      if (i > 0)
        /* Translators: between the parts into which a map falls */
        g_string_append (words, _ ("; "));
      g_string_append (words, names);
    }
  return g_string_free (words, FALSE);
}

/* How many of the parts are somebody alone. */
static GArray *
find_alone (const GPtrArray *parts)
{
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < parts->len; i++)
    {
      const GArray *part = parts->pdata[i];

      if (part->len == 1)
        g_array_append_val (alone, g_array_index (part, guint, 0));
    }
  return alone;
}

static char *
sentence_if_gone (const KithTies *ties, guint who, const GPtrArray *parts)
{
  const char *name = kith_ties_name (ties, who);
  const GArray *least = parts->pdata[parts->len - 1];
  g_autoptr (GArray) alone = find_alone (parts);
  g_autofree char *rest = kith_names_of (ties, parts->pdata[0], 2);
  g_autofree char *cut = NULL;

  if (parts->len == 2)
    {
      cut = kith_names_of (ties, least, KITH_NAMES);
      /* Translators: who leaves, who is cut off, and from whom */
      return g_strdup_printf (_ ("If %s left, %s would be cut off from %s."), name, cut, rest);
    }
  if (alone->len + 1 == parts->len)
    {
      cut = kith_names_of (ties, alone, KITH_NAMES);
      /* Translators: who leaves, who is then alone */
      return g_strdup_printf (_ ("If %s left, none of these would have a tie: %s."), name, cut);
    }
  if (parts->len > 4)
    {
      guint n = 0;

      for (guint i = 1; i < parts->len; i++)
        n += ((const GArray *) parts->pdata[i])->len;
      /* Translators: who leaves, how many are cut off from whom */
      return g_strdup_printf (
          ngettext ("If %s left, %u other would be cut off from %s, in %u parts.",
                    "If %s left, %u others would be cut off from %s, in %u parts.", n),
          name, n, rest, parts->len - 1);
    }
  cut = words_of_parts (ties, parts);
  /* Translators: who leaves, how many parts, who is in each */
  return g_strdup_printf (_ ("If %s left, the others would fall into %u parts: %s."), name,
                          parts->len, cut);
}

/* Those who are cut off are shown, and not the rest. */
static void
tell_if_gone (KithTelling *telling, guint who)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GPtrArray) parts = kith_cuts_parts (telling->cuts, who);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  KithInsight *insight =
      kith_insight_new (KITH_TELLS_FAILURE,
                        g_strdup_printf ("gone/%" G_GINT64_FORMAT, kith_ties_id (ties, who)),
                        sentence_if_gone (ties, who, parts), not_meant ());

  g_array_append_val (shown, who);
  for (guint i = 1; i < parts->len; i++)
    {
      const GArray *part = parts->pdata[i];

      g_array_append_vals (shown, part->data, part->len);
    }
  kith_insight_add_all (insight, ties, shown, TRUE);
  kith_insight_number (insight, "cut_off", _ ("Cut off from the largest part"), KITH_NUMBER_COUNT,
                       shown->len - 1);
  kith_insight_number (insight, "parts", _ ("Parts into which the others fall"), KITH_NUMBER_COUNT,
                       parts->len);
  kith_insight_number (insight, "ties", _ ("Its own ties"), KITH_NUMBER_COUNT,
                       kith_ties_n_steps (ties, who));
  kith_telling_add (telling, insight);
}

static void
tell_who_holds (KithTelling *telling)
{
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (KithWeighed));

  for (guint i = 0; i < kith_ties_n (telling->ties); i++)
    {
      KithWeighed one = { i, kith_cuts_n_cut_off (telling->cuts, i) };

      if (one.weight > 0)
        g_array_append_val (those, one);
    }
  kith_telling_section (telling, KITH_TELLS_FAILURE)->n_left_out += kith_keep_weightiest (those,
                                                                                          LISTED);
  for (guint i = 0; i < those->len; i++)
    tell_if_gone (telling, g_array_index (those, KithWeighed, i).at);
}

/* --- Ties that are the only way --- */

static void
tell_only_way (KithTelling *telling, const KithTie *tie, guint beyond)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) smaller = NULL;
  g_autoptr (GArray) larger = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  KithInsight *insight;

  kith_cuts_sides (telling->cuts, beyond, &smaller, &larger);
  here = kith_names_of (ties, smaller, KITH_NAMES);
  there = kith_names_of (ties, larger, 2);
  insight =
      kith_insight_new (KITH_TELLS_FAILURE,
                        g_strdup_printf ("only/%" G_GINT64_FORMAT, kith_ties_link (ties, tie, 0)),
                        /* Translators: two who are tied, and those on either side of their tie */
                        g_strdup_printf (_ ("Only the tie between %s and %s joins %s to %s."),
                                         kith_ties_name (ties, tie->a),
                                         kith_ties_name (ties, tie->b), here, there),
                        not_meant ());
  kith_insight_add_all (insight, ties, smaller, TRUE);
  kith_insight_add_who (insight, ties, tie->a);
  kith_insight_add_who (insight, ties, tie->b);
  kith_insight_add_tie (insight, ties, tie);
  kith_insight_number (insight, "on_the_smaller_side", _ ("On the smaller side"), KITH_NUMBER_COUNT,
                       smaller->len);
  kith_insight_number (insight, "on_the_larger_side", _ ("On the larger side"), KITH_NUMBER_COUNT,
                       larger->len);
  if (ties->audience != KITH_PUBLIC && kith_tie_trust (tie) > 0)
    kith_insight_number (insight, "trust", _ ("Trust across it, of the more cautious end"),
                         KITH_NUMBER_TRUST, kith_tie_trust (tie));
  kith_telling_add (telling, insight);
}

/* Who has one tie only is told together, not tie by tie. */
static void
tell_only_ways (KithTelling *telling)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (KithWeighed));

  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      guint beyond = kith_cuts_beyond (telling->cuts, tie, i);
      guint size, piece;

      if (beyond == KITH_NOWHERE)
        continue;
      size = telling->cuts->size[beyond];
      piece = kith_cuts_piece_size (telling->cuts, telling->cuts->piece[beyond]);
      if (MIN (size, piece - size) >= 2)
        {
          KithWeighed one = { i, MIN (size, piece - size) };

          g_array_append_val (those, one);
        }
    }
  kith_telling_section (telling, KITH_TELLS_FAILURE)->n_left_out += kith_keep_weightiest (those,
                                                                                          LISTED);
  for (guint i = 0; i < those->len; i++)
    {
      guint at = g_array_index (those, KithWeighed, i).at;
      const KithTie *tie = kith_ties_nth (ties, at);

      tell_only_way (telling, tie, kith_cuts_beyond (telling->cuts, tie, at));
    }
}

static void
tell_hanging (KithTelling *telling)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  KithInsight *insight;

  for (guint i = 0; i < kith_ties_n (ties); i++)
    if (kith_ties_n_steps (ties, i) == 1)
      g_array_append_val (those, i);
  if (those->len == 0)
    return;
  names = kith_names_of (ties, those, 6);
  insight =
      kith_insight_new (KITH_TELLS_FAILURE, g_strdup ("hanging"),
                        /* Translators: how many, and their names */
                        g_strdup_printf (ngettext ("%u stakeholder has a single tie: %s.",
                                                   "%u stakeholders have a single tie each: %s.",
                                                   those->len),
                                         those->len, names),
                        not_meant ());
  for (guint i = 0; i < those->len; i++)
    {
      guint who = g_array_index (those, guint, i);

      kith_insight_add_who (insight, ties, who);
      kith_insight_add_tie (insight, ties,
                            kith_ties_nth (ties, kith_ties_step (ties, who, 0)->tie));
    }
  kith_insight_number (insight, "hanging", _ ("With a single tie"), KITH_NUMBER_COUNT, those->len);
  kith_telling_add (telling, insight);
}

void
kith_tell_failure (KithTelling *telling)
{
  tell_who_holds (telling);
  tell_only_ways (telling);
  tell_hanging (telling);
  if (kith_telling_section (telling, KITH_TELLS_FAILURE)->told->len == 0)
    kith_telling_note (telling, KITH_TELLS_FAILURE,
                       _ ("Nothing hangs on one stakeholder or one tie: there is always a second "
                          "way."));
  else
    kith_telling_note (telling, KITH_TELLS_FAILURE, _ ("By name."));
}

/* --- Islands --- */

static void
tell_island (KithTelling *telling, guint piece)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) those = kith_cuts_piece (telling->cuts, piece);
  g_autofree char *names = kith_names_of (ties, those, KITH_NAMES);
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_ISLANDS,
      g_strdup_printf ("island/%" G_GINT64_FORMAT,
                       kith_ties_id (ties, g_array_index (those, guint, 0))),
      g_strdup_printf (_ ("%s are tied to one another and to nobody else."), names),
      _ ("It does not mean that they are cut off in life: nobody has drawn a link."));

  kith_insight_add_all (insight, ties, those, TRUE);
  kith_insight_number (insight, "stakeholders", _ ("Stakeholders"), KITH_NUMBER_COUNT, those->len);
  kith_telling_add (telling, insight);
}

static void
tell_alone (KithTelling *telling)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  KithInsight *insight;

  for (guint i = 0; i < kith_ties_n (ties); i++)
    if (kith_ties_n_steps (ties, i) == 0)
      g_array_append_val (those, i);
  if (those->len == 0)
    return;
  names = kith_names_of (ties, those, 6);
  insight = kith_insight_new (
      KITH_TELLS_ISLANDS, g_strdup ("alone"),
      g_strdup_printf (ngettext ("%u stakeholder has no link: %s.",
                                 "%u stakeholders have no link: %s.", those->len),
                       those->len, names),
      _ ("It does not mean that nobody works with them: nobody has drawn a link."));
  kith_insight_add_all (insight, ties, those, FALSE);
  kith_insight_number (insight, "stakeholders", _ ("Stakeholders"), KITH_NUMBER_COUNT, those->len);
  kith_telling_add (telling, insight);
}

void
kith_tell_islands (KithTelling *telling)
{
  const KithCuts *cuts = telling->cuts;
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (KithWeighed));
  guint mainland = 0;

  for (guint i = 0; i < kith_cuts_n_pieces (cuts); i++)
    if (kith_cuts_piece_size (cuts, i) > kith_cuts_piece_size (cuts, mainland))
      mainland = i;
  for (guint i = 0; i < kith_cuts_n_pieces (cuts); i++)
    {
      KithWeighed one = { i, kith_cuts_piece_size (cuts, i) };

      if (one.weight > 1 && i != mainland)
        g_array_append_val (those, one);
    }
  kith_telling_section (telling, KITH_TELLS_ISLANDS)->n_left_out = kith_keep_weightiest (those,
                                                                                         LISTED);
  for (guint i = 0; i < those->len; i++)
    tell_island (telling, g_array_index (those, KithWeighed, i).at);
  tell_alone (telling);
  if (kith_cuts_n_pieces (cuts) == 1)
    kith_telling_note (telling, KITH_TELLS_ISLANDS,
                       _ ("None: from everybody there is a way to everybody."));
  else
    {
      g_autofree char *note =
          g_strdup_printf (ngettext ("All but these, %u, can reach one another.",
                                     "All but these, %u, can reach one another.",
                                     kith_cuts_piece_size (cuts, mainland)),
                           kith_cuts_piece_size (cuts, mainland));

      kith_telling_note (telling, KITH_TELLS_ISLANDS, note);
    }
}
