/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands between others: through whom the shortest ways lead, with and without trust. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-insights-private.h"

#define LEAST 0.05 /* of the ways between others: below that nobody is between */
#define LISTED 12
#define DIFFERS 0.05 /* from here on, what trust changes is said in the sentence */

typedef struct
{
  guint n;        /* stakeholders */
  double *share;  /* of the ways between two others that can reach one another */
  guint followed; /* from how many the ways were followed; 0: it was not counted */
} Between;

/* How many pairs of others can reach one another, without this one. */
static double
pairs_of_others (const KithCuts *cuts, guint who, double all)
{
  return all - (kith_cuts_piece_size (cuts, cuts->piece[who]) - 1.0);
}

static gboolean
count_shares (KithTelling *telling, gboolean by_trust, Between *between, GError **error)
{
  g_autoptr (KithCuts) rated = by_trust ? kith_cuts_new (telling->ties, 1) : NULL;
  const KithCuts *cuts = by_trust ? rated : telling->cuts;
  double all = 0;

  between->followed = kith_engine_between (telling->ties, by_trust, telling->most, between->share,
                                           &telling->watch, error);
  if (between->followed == 0)
    return FALSE;
  for (guint i = 0; i < kith_cuts_n_pieces (cuts); i++)
    {
      double size = kith_cuts_piece_size (cuts, i);

      all += size * (size - 1) / 2;
    }
  for (guint i = 0; i < between->n; i++)
    {
      double pairs = pairs_of_others (cuts, i, all);

      /* an estimate may come out above what there is */
      between->share[i] = pairs > 0 ? MIN (between->share[i] / pairs, 1) : 0;
    }
  return TRUE;
}

static char *
sentence_of (const KithTies *ties, guint who, const Between *plain, const Between *trusted)
{
  const char *name = kith_ties_name (ties, who);
  double share = plain->share[who];
  gboolean differs = trusted->followed > 0 && fabs (trusted->share[who] - share) >= DIFFERS;

  if (!differs)
    /* Translators: a percentage, and a name */
    return g_strdup_printf (_ ("Of the shortest ways between two others, %.0f%% lead through %s."),
                            100 * share, name);
  /* Translators: a percentage, a name, and a percentage */
  return g_strdup_printf (
      _ ("Of the shortest ways between two others, %.0f%% lead through %s; where "
         "trusted ties count as shorter, %.0f%%."),
      100 * share, name, 100 * trusted->share[who]);
}

static void
add_numbers (KithInsight *insight,
             const KithTies *ties,
             guint who,
             const Between *plain,
             const Between *trusted)
{
  kith_insight_number (insight, "share", _ ("Of the shortest ways between two others"),
                       KITH_NUMBER_SHARE, plain->share[who]);
  if (trusted->followed > 0)
    {
      kith_insight_number (insight, "share_by_trust", _ ("Where trusted ties count as shorter"),
                           KITH_NUMBER_SHARE, trusted->share[who]);
      kith_insight_number (insight, "ties_rated", _ ("Ties on the map whose trust is known"),
                           KITH_NUMBER_COUNT, kith_ties_n_rated (ties));
    }
  kith_insight_number (insight, "ties", _ ("Its own ties"), KITH_NUMBER_COUNT,
                       kith_ties_n_steps (ties, who));
  if (plain->followed < plain->n)
    kith_insight_number (insight, "followed_from",
                         _ ("An estimate: ways followed from so many stakeholders"),
                         KITH_NUMBER_COUNT, plain->followed);
  if (trusted->followed > 0 && trusted->followed < trusted->n)
    kith_insight_number (insight, "followed_from_by_trust",
                         _ ("An estimate: trusted ways followed from so many"), KITH_NUMBER_COUNT,
                         trusted->followed);
}

static void
tell_one (KithTelling *telling, guint who, const Between *plain, const Between *trusted)
{
  const KithTies *ties = telling->ties;
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_BRIDGING, g_strdup_printf ("between/%" G_GINT64_FORMAT, kith_ties_id (ties, who)),
      sentence_of (ties, who, plain, trusted),
      _ ("It does not mean that the others depend on it, or that it does more or better than they "
         "do: it may help or hold up, and the map has only those ties that somebody drew."));

  add_numbers (insight, ties, who, plain, trusted);
  kith_insight_add_who (insight, ties, who);
  for (guint i = 0; i < kith_ties_n_steps (ties, who); i++)
    {
      const KithStep *step = kith_ties_step (ties, who, i);

      kith_insight_add_who (insight, ties, step->other);
      kith_insight_add_tie (insight, ties, kith_ties_nth (ties, step->tie));
    }
  kith_telling_add (telling, insight);
}

static void
note_section (KithTelling *telling, guint n, const Between *plain, const Between *trusted)
{
  g_autofree char *note = NULL;

  if (n == 0)
    note = g_strdup (_ ("Nobody stands between many others: there is always another way."));
  else if (plain->followed < plain->n)
    note = g_strdup_printf (_ ("By name, not by rank. The map is large: these are estimates, from "
                               "the ways of %u stakeholders, evenly chosen of %u."),
                            plain->followed, plain->n);
  else
    note = g_strdup (_ ("By name, not by rank."));
  if (telling->ties->audience == KITH_PUBLIC)
    {
      g_autofree char *both = g_strdup_printf (
          /* Translators: a sentence before this one */
          _ ("%s The public sees no ratings, so nothing here weighs trust."), note);

      kith_telling_note (telling, KITH_TELLS_BRIDGING, both);
    }
  else
    kith_telling_note (telling, KITH_TELLS_BRIDGING, note);
}

static void
tell_those (KithTelling *telling, const Between *plain, const Between *trusted)
{
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (KithWeighed));

  for (guint i = 0; i < plain->n; i++)
    {
      KithWeighed one = { i, plain->share[i] };

      if (trusted->followed > 0)
        one.weight = MAX (one.weight, trusted->share[i]);
      if (one.weight >= LEAST)
        g_array_append_val (those, one);
    }
  kith_telling_section (telling, KITH_TELLS_BRIDGING)->n_left_out = kith_keep_weightiest (those,
                                                                                          LISTED);
  note_section (telling, those->len, plain, trusted);
  for (guint i = 0; i < those->len; i++)
    tell_one (telling, g_array_index (those, KithWeighed, i).at, plain, trusted);
}

gboolean
kith_tell_bridging (KithTelling *telling, GError **error)
{
  guint n = kith_ties_n (telling->ties);
  g_autofree double *plain_share = g_new0 (double, n + 1);
  g_autofree double *trusted_share = g_new0 (double, n + 1);
  Between plain = { n, plain_share, 0 };
  Between trusted = { n, trusted_share, 0 };

  if (!count_shares (telling, FALSE, &plain, error))
    return FALSE;
  if (telling->ties->audience != KITH_PUBLIC && telling->insights->n_rated > 0
      && !count_shares (telling, TRUE, &trusted, error))
    return FALSE;
  tell_those (telling, &plain, &trusted);
  return TRUE;
}
