/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-opinion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kith_link_rater:
 * @link: a link
 * @end: one of its ends
 *
 * Returns: the stakeholder at this end, whose opinion of the other this end's assessments hold
 */
KithId
kith_link_rater (const KithLink *link, KithEnd end)
{
  return end == KITH_END_A ? link->a : link->b;
}

/**
 * kith_link_rated:
 * @link: a link
 * @end: one of its ends
 *
 * Returns: the stakeholder that this end's opinion is about
 */
KithId
kith_link_rated (const KithLink *link, KithEnd end)
{
  return end == KITH_END_A ? link->b : link->a;
}

/**
 * kith_stakeholder_short_name:
 * @stakeholder: a stakeholder
 *
 * Returns: (transfer none): its short name where it has one, else its name
 */
const char *
kith_stakeholder_short_name (const KithStakeholder *stakeholder)
{
  return stakeholder->short_name[0] != '\0' ? stakeholder->short_name : stakeholder->name;
}

/* The latest assessment of each voice that says something of the dimension, given them in order of
 * date and entry: later ones take the place of earlier ones. */
static GPtrArray *
latest_by_voice (const GPtrArray *assessments, KithDimension dimension)
{
  GPtrArray *latest = g_ptr_array_new ();

  for (guint i = assessments->len; i > 0; i--)
    {
      const KithAssessment *one = assessments->pdata[i - 1];
      gboolean known = one->scores[dimension] == KITH_SCORE_UNSET;

      for (guint j = 0; j < latest->len && !known; j++)
        known = strcmp (((KithAssessment *) latest->pdata[j])->voice, one->voice) == 0;
      if (!known)
        g_ptr_array_add (latest, (gpointer) one);
    }
  return latest;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
sum_up (GArray *steps, KithOpinion *opinion)
{
  guint n = steps->len;
  int lower;
  int upper;

  if (n == 0)
    return;
  g_array_sort (steps, compare_steps);
  lower = g_array_index (steps, int, (n - 1) / 2);
  upper = g_array_index (steps, int, n / 2);
  opinion->voices = n;
  opinion->median = (lower + upper) / 2.0;
  opinion->step = (int) opinion->median;
  opinion->low = g_array_index (steps, int, 0);
  opinion->high = g_array_index (steps, int, n - 1);
  opinion->absence = KITH_SCORE_UNSET;
}

/* What the voices of one end say, added to what others have said. */
static void
gather (const GPtrArray *assessments, KithDimension dimension, GArray *steps, KithOpinion *opinion)
{
  g_autoptr (GPtrArray) latest = latest_by_voice (assessments, dimension);

  for (guint i = 0; i < latest->len; i++)
    {
      const KithAssessment *one = latest->pdata[i];
      int score = one->scores[dimension];

      if (!KITH_SCORE_IS_STEP (score))
        {
          opinion->unknown++;
          if (opinion->absence == KITH_SCORE_UNSET)
            opinion->absence = score;
          continue;
        }
      g_array_append_val (steps, score);
      opinion->impressions += one->basis == KITH_BASIS_IMPRESSION;
    }
}

/**
 * kith_opinion_of_links:
 * @ends: (array length=n): KithAssessment of one end of each link, oldest first
 * @n: how many links
 * @dimension: trust, respect or understanding
 * @opinion: (out): what they come to
 *
 * Where some voices gave a step and others did not, the steps count.
 */
void
kith_opinion_of_links (const GPtrArray *const *ends,
                       guint n,
                       KithDimension dimension,
                       KithOpinion *opinion)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (int));

  *opinion = (KithOpinion){ 0 };
  for (guint i = 0; i < n; i++)
    gather (ends[i], dimension, steps, opinion);
  opinion->impression = steps->len > 0 && opinion->impressions == steps->len;
  sum_up (steps, opinion);
}

/**
 * kith_opinion_of_those:
 * @assessments: KithAssessment of one end of one link, oldest first
 * @dimension: trust, respect or understanding
 * @opinion: (out): what they come to
 */
void
kith_opinion_of_those (const GPtrArray *assessments, KithDimension dimension, KithOpinion *opinion)
{
  kith_opinion_of_links (&assessments, 1, dimension, opinion);
}

/* How many this end has given; `only`: the last of them. Most ends of a large map have given none or
 * one: that is known without making a list. */
static guint
count_of (KithMap *map, KithId link, KithEnd end, const KithAssessment **only)
{
  const GPtrArray *referrers = kith_map_referrers (map, link);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithAssessment *one = referrers->pdata[i];

      if (KITH_KIND (one) != KITH_ASSESSMENT || one->end != (int) end)
        continue;
      *only = one;
      n++;
    }
  return n;
}

static void
opinion_of_one (const KithAssessment *one, KithDimension dimension, KithOpinion *opinion)
{
  int score = one->scores[dimension];

  if (score == KITH_SCORE_UNSET)
    return;
  if (!KITH_SCORE_IS_STEP (score))
    {
      opinion->unknown = 1;
      opinion->absence = score;
      return;
    }
  opinion->voices = 1;
  opinion->median = score;
  opinion->step = opinion->low = opinion->high = score;
  opinion->impression = one->basis == KITH_BASIS_IMPRESSION;
  opinion->impressions = opinion->impression;
}

/**
 * kith_opinion_of:
 * @map: a map
 * @link: one of its links
 * @end: the end whose opinion it is
 * @dimension: trust, respect or understanding
 * @opinion: (out): what holds now
 */
void
kith_opinion_of (KithMap *map,
                 KithId link,
                 KithEnd end,
                 KithDimension dimension,
                 KithOpinion *opinion)
{
  g_autoptr (GPtrArray) all = NULL;
  const KithAssessment *only = NULL;
  guint n = count_of (map, link, end, &only);

  *opinion = (KithOpinion){ 0 };
  if (n == 1)
    opinion_of_one (only, dimension, opinion);
  if (n <= 1)
    return;
  all = kith_map_assessments_of (map, link, end);
  kith_opinion_of_those (all, dimension, opinion);
}

/**
 * kith_opinion_is_rated:
 * @opinion: an opinion
 *
 * Returns: whether anybody has said anything, a "not known" included
 */
gboolean
kith_opinion_is_rated (const KithOpinion *opinion)
{
  return opinion->voices > 0 || opinion->absence != KITH_SCORE_UNSET;
}

/**
 * kith_opinions_differ:
 * @a: what one end makes of the other
 * @b: what the other makes of it
 *
 * Returns: whether both have a step and they are two or more apart
 */
gboolean
kith_opinions_differ (const KithOpinion *a, const KithOpinion *b)
{
  return a->voices > 0 && b->voices > 0 && ABS (a->median - b->median) >= 2.0;
}

/**
 * kith_opinion_to_digit:
 * @opinion: an opinion
 *
 * Returns: (transfer full): "4", "2½", "?" where it is not known, "" where nobody rated
 */
char *
kith_opinion_to_digit (const KithOpinion *opinion)
{
  if (opinion->voices == 0)
    return g_strdup (opinion->absence == KITH_SCORE_UNSET ? "" : "?");
  if (opinion->median > opinion->step)
    return g_strdup_printf ("%d½", opinion->step);
  return g_strdup_printf ("%d", opinion->step);
}

/**
 * kith_opinion_to_words:
 * @opinion: an opinion
 *
 * Returns: (transfer full): "4 Strong", "3 Working (2 to 5, 3 voices)", "Not known"
 */
char *
kith_opinion_to_words (const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);
  g_autofree char *voices = NULL;
  const char *word = kith_enum_label (&kith_scores, opinion->step);

  if (opinion->voices == 0)
    return g_strdup (kith_enum_label (&kith_scores, opinion->absence));
  if (opinion->voices == 1)
    return g_strdup_printf ("%s %s", digit, word);
  /* Translators: how many people's voices a rating sums up. */
  voices = g_strdup_printf (ngettext ("%u voice", "%u voices", opinion->voices), opinion->voices);
  if (opinion->low == opinion->high)
    return g_strdup_printf ("%s %s (%s)", digit, word, voices);
  /* Translators: digit, word, lowest, highest, "3 voices". */
  return g_strdup_printf (_ ("%s %s (%d to %d, %s)"), digit, word, opinion->low, opinion->high,
                          voices);
}

/**
 * kith_link_end_to_words:
 * @map: a map
 * @link: one of its links
 * @end: whose view it is
 *
 * Returns: (transfer full): "Police say 4 Strong of ED"
 */
char *
kith_link_end_to_words (KithMap *map, const KithLink *link, KithEnd end)
{
  const char *rater = kith_stakeholder_short_name (
      kith_map_stakeholder (map, kith_link_rater (link, end)));
  const char *rated = kith_stakeholder_short_name (
      kith_map_stakeholder (map, kith_link_rated (link, end)));
  g_autofree char *words = NULL;
  KithOpinion opinion;

  kith_opinion_of (map, link->record.id, end, KITH_TRUST, &opinion);
  words = kith_opinion_to_words (&opinion);
  if (opinion.voices == 0)
    /* Translators: what one stakeholder makes of another: "Police of ED: Not known" */
    return g_strdup_printf (_ ("%s of %s: %s"), rater, rated, words);
  if (opinion.impression)
    /* Translators: "Police, we think, say 4 Strong of ED": an impression, not heard from them */
    return g_strdup_printf (_ ("%s, we think, say %s of %s"), rater, words, rated);
  /* Translators: "Police say 4 Strong of ED" */
  return g_strdup_printf (_ ("%s say %s of %s"), rater, words, rated);
}

/**
 * kith_link_to_words:
 * @map: a map
 * @link: one of its links
 *
 * Returns: (transfer full): both views: "Police say 4 Strong of ED; ED say 2 Cautious of Police"
 */
char *
kith_link_to_words (KithMap *map, const KithLink *link)
{
  g_autofree char *a = kith_link_end_to_words (map, link, KITH_END_A);
  g_autofree char *b = kith_link_end_to_words (map, link, KITH_END_B);

  /* Translators: the views of both ends of a link. */
  return g_strdup_printf (_ ("%s; %s"), a, b);
}

static void
count_end (KithMap *map, KithId link, KithEnd end, KithHeard *heard)
{
  KithOpinion opinion;

  kith_opinion_of (map, link, end, KITH_TRUST, &opinion);
  heard->ends++;
  heard->rated += opinion.voices > 0;
  heard->heard += opinion.voices > 0 && !opinion.impression;
}

void
kith_link_heard (KithMap *map, const KithLink *link, KithHeard *heard)
{
  count_end (map, link->record.id, KITH_END_A, heard);
  count_end (map, link->record.id, KITH_END_B, heard);
}

/**
 * kith_map_heard:
 * @map: a map
 * @heard: (out): how many ends have been heard
 */
void
kith_map_heard (KithMap *map, KithHeard *heard)
{
  *heard = (KithHeard){ 0 };
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    kith_link_heard (map, link, heard);
}

/**
 * kith_heard_to_words:
 * @heard: a count
 *
 * Returns: (transfer full): "Heard from 31 of 90 ends"
 */
char *
kith_heard_to_words (const KithHeard *heard)
{
  return g_strdup_printf (ngettext ("Heard from %u of %u end", "Heard from %u of %u ends",
                                    heard->ends),
                          heard->heard, heard->ends);
}

/**
 * kith_opinion_latest:
 * @map: a map
 * @link: one of its links
 * @end: an end
 * @voice: (nullable): whose; NULL: anybody's
 *
 * Returns: (transfer none) (nullable): the latest assessment of the end by that voice
 */
const KithAssessment *
kith_opinion_latest (KithMap *map, KithId link, KithEnd end, const char *voice)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, end);

  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if (voice == NULL || strcmp (one->voice, voice) == 0)
        return one;
    }
  return NULL;
}

/**
 * kith_opinion_bases:
 * @map: a map
 * @link: one of its links
 * @end: an end
 * @dimension: what is rated
 *
 * Returns: how many of the voices that count stand on each basis, as bits 1 << KithBasis
 */
guint
kith_opinion_bases (KithMap *map, KithId link, KithEnd end, KithDimension dimension)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, end);
  g_autoptr (GPtrArray) latest = latest_by_voice (all, dimension);
  guint bases = 0;

  for (guint i = 0; i < latest->len; i++)
    if (KITH_SCORE_IS_STEP (((KithAssessment *) latest->pdata[i])->scores[dimension]))
      bases |= 1u << ((KithAssessment *) latest->pdata[i])->basis;
  return bases;
}
