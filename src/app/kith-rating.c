/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-rating.h"

#include <glib/gi18n-lib.h>

#include "kith-verbs.h"

#define LONG_NAME 34 /* characters of a name that a heading has room for */

static const char *
short_name (KithMap *map, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);

  return stakeholder == NULL ? "" : kith_stakeholder_short_name (stakeholder);
}

/**
 * kith_rating_heading:
 * @map: the map of the link
 * @link: a link
 * @end: whose opinion it is
 *
 * Returns: (transfer full): the question that a rating answers
 */
char *
kith_rating_heading (KithMap *map, const KithLink *link, KithEnd end)
{
  const char *rater = short_name (map, kith_link_rater (link, end));
  const char *rated = short_name (map, kith_link_rated (link, end));

  /* Translators: two stakeholders: "What Police make of ED" */
  return g_strdup_printf (_ ("What %s make of %s"), rater, rated);
}

/* The start of a name that would push the other one out of a heading. */
static char *
shorten (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONG_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONG_NAME - 2);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * kith_rating_short_heading:
 * @map: the map of the link
 * @link: a link
 * @end: whose opinion it is
 *
 * Returns: (transfer full): the question that a rating answers, with long names cut off
 */
char *
kith_rating_short_heading (KithMap *map, const KithLink *link, KithEnd end)
{
  g_autofree char *rater = shorten (short_name (map, kith_link_rater (link, end)));
  g_autofree char *rated = shorten (short_name (map, kith_link_rated (link, end)));

  return g_strdup_printf (_ ("What %s make of %s"), rater, rated);
}

/**
 * kith_rating_step_words:
 * @dimension: what is rated
 * @score: a step, or why there is none
 *
 * Returns: (transfer full): the step in words
 */
char *
kith_rating_step_words (KithDimension dimension, KithScore score)
{
  const char *label = kith_enum_label (&kith_scores, (int) score);

  if (!KITH_SCORE_IS_STEP (score))
    return g_strdup (label);
  if (dimension >= KITH_N_DIMENSIONS)
    return g_strdup_printf ("%d %s", (int) score, kith_score_word (dimension, (int) score));
  if (dimension != KITH_TRUST)
    return g_strdup_printf ("%d %s", (int) score, label);
  return g_strdup_printf ("%d %s: %s", (int) score, label, kith_score_sentence (score));
}

static void
add_score (GString *words, const KithAssessment *rating, KithDimension dimension)
{
  int score = rating->scores[dimension];
  const char *label = kith_enum_label (&kith_scores, score);

  if (score == KITH_SCORE_UNSET)
    return;
  g_string_append (words, words->len > 0 ? " · " : "");
  if (dimension != KITH_TRUST)
    g_string_append_printf (words, "%s: ", kith_enum_label (&kith_dimensions, (int) dimension));
  if (!KITH_SCORE_IS_STEP (score))
    g_string_append (words, label);
  else if (dimension < KITH_N_DIMENSIONS)
    g_string_append_printf (words, "%d %s", score, label);
  else
    g_string_append_printf (words, "%d", score); /* "Strong" is a word of trust */
}

/**
 * kith_rating_scores_words:
 * @rating: a rating
 *
 * Returns: (transfer full): all that it scores: "4 Strong · Respect: 3 Working"; said once where
 *   trust, respect and understanding were rated as one
 */
char *
kith_rating_scores_words (const KithAssessment *rating)
{
  GString *words = g_string_new (NULL);
  guint from = KITH_TRUST;

  if (kith_rating_is_as_one (rating))
    {
      g_autofree char *step = kith_rating_step_words (KITH_RESPECT,
                                                      (KithScore) rating->scores[KITH_TRUST]);

      /* Translators: a step that was given for all three */
      g_string_append_printf (words, _ ("%s in trust, respect and understanding"), step);
      from = KITH_N_DIMENSIONS;
    }
  for (guint i = from; i < KITH_N_SCORES; i++)
    add_score (words, rating, (KithDimension) i);
  if (words->len == 0)
    g_string_append (words, kith_enum_label (&kith_scores, KITH_SCORE_UNSET));
  return g_string_free (words, FALSE);
}

/**
 * kith_rating_is_as_one:
 * @rating: a rating
 *
 * Returns: whether trust, respect and understanding have the same score, and one at all
 */
gboolean
kith_rating_is_as_one (const KithAssessment *rating)
{
  return rating->scores[KITH_TRUST] != KITH_SCORE_UNSET
         && rating->scores[KITH_TRUST] == rating->scores[KITH_RESPECT]
         && rating->scores[KITH_TRUST] == rating->scores[KITH_UNDERSTANDING];
}

/**
 * kith_rating_circumstances:
 * @assessment: a rating
 *
 * Returns: (transfer full): who said it, on what basis, when
 */
char *
kith_rating_circumstances (const KithAssessment *assessment)
{
  const char *basis = kith_enum_label (&kith_bases, assessment->basis);
  g_autofree char *date = kith_date_to_words (&assessment->date);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (*assessment->voice != '\0')
    g_ptr_array_add (parts, assessment->voice);
  g_ptr_array_add (parts, (gpointer) basis);
  if (kith_date_is_set (&assessment->date))
    g_ptr_array_add (parts, date);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* Has the team's quick rating of today been made already? */
static gboolean
is_rated_today (KithMap *map, KithId link, KithEnd end, const KithDate *today)
{
  g_autoptr (GPtrArray) ratings = kith_map_assessments_of (map, link, end);

  for (guint i = 0; i < ratings->len; i++)
    {
      const KithAssessment *rating = ratings->pdata[i];

      if (*rating->voice == '\0' && rating->basis == KITH_BASIS_IMPRESSION
          && kith_date_equal (&rating->date, today))
        return TRUE;
    }
  return FALSE;
}

/* The date is said where it is another than today. */
static char *
describe_dated (KithViewer *viewer)
{
  KithDate date = kith_viewer_date (viewer);
  g_autofree char *words = NULL;

  if (!kith_viewer_is_past (viewer))
    return NULL;
  words = kith_date_to_words (&date);
  /* Translators: a date: "12 March 2019". */
  return g_strdup_printf (_ ("Rated as at the date that is shown: %s."), words);
}

static char *
describe_kept (KithViewer *viewer, KithId link, KithEnd end)
{
  g_autoptr (GPtrArray) shown = kith_map_assessments_of (kith_viewer_get_map (viewer), link, end);
  guint kept = shown->len;

  if (kith_viewer_is_past (viewer))
    return describe_dated (viewer);
  if (kept == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Rated again, dated today; the earlier rating is kept.",
                                    "Rated again, dated today; the %u earlier ratings are kept.",
                                    kept),
                          kept);
}

/**
 * kith_rating_pick:
 * @viewer: whose map it is
 * @link: a link
 * @end: whose opinion it is
 * @dimension: what is rated
 * @score: the step, or why there is none
 */
void
kith_rating_pick (KithViewer *viewer,
                  KithId link,
                  KithEnd end,
                  KithDimension dimension,
                  KithScore score)
{
  KithMap *map = kith_viewer_get_whole_map (viewer);
  KithDate today = kith_viewer_date (viewer);
  g_autofree char *kept = is_rated_today (map, link, end, &today)
                              ? NULL
                              : describe_kept (viewer, link, end);
  KithEdit *edit = kith_verb_rate (map, link, end, dimension, score, &today);

  if (kith_viewer_perform (viewer, edit, NULL) && kept != NULL)
    kith_viewer_say (viewer, kept);
}
