/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-opinion-history.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"

/* A rating with its place among all, which decides between two of one voice. */
typedef struct
{
  const KithAssessment *rating;
  guint place;
  gint32 day;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *one = a;
  const Placed *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

/* Those that say something of the dimension, by the day from which they hold. */
static GArray *
placed_ratings (const GPtrArray *all, KithDimension dimension)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < all->len; i++)
    {
      const KithAssessment *rating = all->pdata[i];
      Placed one = { rating, i, kith_rating_holds_from (rating) };

      if (rating->scores[dimension] != KITH_SCORE_UNSET)
        g_array_append_val (placed, one);
    }
  g_array_sort (placed, compare_placed);
  return placed;
}

static guint
voice_of (KithOpinionHistory *history, GHashTable *known, const char *voice)
{
  gpointer place = NULL;

  if (!g_hash_table_lookup_extended (known, voice, NULL, &place))
    {
      place = GUINT_TO_POINTER (history->voices->len);
      g_ptr_array_add (history->voices, g_strdup (voice));
      g_hash_table_insert (known, (gpointer) voice, place);
    }
  return GPOINTER_TO_UINT (place);
}

static void
add_said (KithOpinionHistory *history, const Placed *placed, guint voice, KithDimension dimension)
{
  const KithAssessment *rating = placed->rating;
  KithOpinionSaid said = { rating->record.id,
                           voice,
                           placed->day,
                           rating->date,
                           rating->scores[dimension],
                           rating->basis == KITH_BASIS_IMPRESSION };

  g_array_append_val (history->said, said);
}

/* Of what each voice has said by now, the one that counts. */
static void
keep_latest (GArray *latest, guint voice, const Placed *placed)
{
  if (voice == latest->len)
    g_array_append_val (latest, *placed);
  else if (g_array_index (latest, Placed, voice).place < placed->place)
    g_array_index (latest, Placed, voice) = *placed;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *one = a;
  const Placed *other = b;

  return one->place < other->place ? -1 : one->place > other->place;
}

static void
add_step (KithOpinionHistory *history,
          const GArray *latest,
          const Placed *last,
          KithDimension dimension)
{
  g_autoptr (GArray) ordered = g_array_copy ((GArray *) latest);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  KithOpinionStep step = { last->day, last->rating->date, { 0 } };

  g_array_sort (ordered, compare_places);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (ratings, (gpointer) g_array_index (ordered, Placed, i).rating);
  kith_opinion_of_those (ratings, dimension, &step.opinion);
  g_array_append_val (history->steps, step);
}

/**
 * kith_opinion_history_new:
 * @map: a map; one as at a day has the history until then
 * @link: one of its links
 * @end: whose opinion it is
 * @dimension: what is rated
 *
 * Cost: a step costs as much as there are voices by then.
 *
 * Returns: (transfer full): the history
 */
KithOpinionHistory *
kith_opinion_history_new (KithMap *map, KithId link, KithEnd end, KithDimension dimension)
{
  KithOpinionHistory *history = g_new0 (KithOpinionHistory, 1);
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, end);
  g_autoptr (GArray) placed = placed_ratings (all, dimension);
  g_autoptr (GArray) latest = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  history->dimension = dimension;
  history->said = g_array_new (FALSE, FALSE, sizeof (KithOpinionSaid));
  history->steps = g_array_new (FALSE, FALSE, sizeof (KithOpinionStep));
  history->voices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *one = &g_array_index (placed, Placed, i);
      guint voice = voice_of (history, known, one->rating->voice);

      add_said (history, one, voice, dimension);
      keep_latest (latest, voice, one);
      if (i + 1 == placed->len || g_array_index (placed, Placed, i + 1).day != one->day)
        add_step (history, latest, one, dimension);
    }
  return history;
}

void
kith_opinion_history_free (KithOpinionHistory *history)
{
  if (history == NULL)
    return;
  g_array_unref (history->said);
  g_array_unref (history->steps);
  g_ptr_array_unref (history->voices);
  g_free (history);
}

/**
 * kith_opinion_history_at:
 * @history: a history
 * @day: a Julian day
 * @opinion: (out): what held then
 *
 * Returns: whether anything had been said by then
 */
gboolean
kith_opinion_history_at (const KithOpinionHistory *history, gint32 day, KithOpinion *opinion)
{
  *opinion = (KithOpinion){ 0 };
  for (guint i = history->steps->len; i > 0; i--)
    {
      const KithOpinionStep *step = &g_array_index (history->steps, KithOpinionStep, i - 1);

      if (step->day > day)
        continue;
      *opinion = step->opinion;
      return TRUE;
    }
  return FALSE;
}

/* "4 Strong", "2½ Cautious", "Not known": without the voices, of which a list has no room. */
static char *
step_words (const KithOpinion *opinion, KithDimension dimension)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);

  if (opinion->voices == 0)
    return g_strdup (kith_enum_label (&kith_scores, opinion->absence));
  return g_strdup_printf ("%s %s", digit, kith_score_word (dimension, opinion->step));
}

static gboolean
says_the_same (const KithOpinion *a, const KithOpinion *b)
{
  return a->median == b->median && a->absence == b->absence;
}

/**
 * kith_opinion_history_to_words:
 * @history: a history
 *
 * Returns: (transfer full): each change in words, in order; "" where nothing was said
 */
char *
kith_opinion_history_to_words (const KithOpinionHistory *history)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < history->steps->len; i++)
    {
      const KithOpinionStep *step = &g_array_index (history->steps, KithOpinionStep, i);
      g_autofree char *date = kith_date_to_words (&step->date);
      g_autofree char *what = step_words (&step->opinion, history->dimension);

      if (i > 0 && says_the_same (&step->opinion, &(step - 1)->opinion))
        continue;
      g_string_append (words, words->len > 0 ? ", " : "");
      /* Translators: a step of a rating and its date: "4 Strong (March 2019)" */
      g_string_append_printf (words, _ ("%s (%s)"), what, *date != '\0' ? date : _ ("no date"));
    }
  return g_string_free (words, FALSE);
}
