/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart in words, for who hears it and for who points at it. */
#include "kith-trust-chart-private.h"

#include <glib/gi18n-lib.h>

static const char *
short_name (KithMap *map, KithId id)
{
  return kith_stakeholder_short_name (kith_map_stakeholder (map, id));
}

/**
 * kith_chart_end_words:
 * @map: a map
 * @link: one of its links
 * @end: one of its ends
 *
 * Returns: (transfer full): whose opinion of whom it is: "Police of ED"
 */
char *
kith_chart_end_words (KithMap *map, const KithLink *link, KithEnd end)
{
  /* Translators: two stakeholders, the one whose opinion it is first */
  return g_strdup_printf (_ ("%s of %s"), short_name (map, kith_link_rater (link, end)),
                          short_name (map, kith_link_rated (link, end)));
}

static char *
date_words (const KithDate *date)
{
  return kith_date_is_set (date) ? kith_date_to_words (date) : g_strdup (_ ("No date"));
}

/* "Police say 4 Strong of ED" */
static char *
said_words (KithMap *map,
            const KithLink *link,
            KithEnd end,
            KithDimension dimension,
            const KithOpinionSaid *said)
{
  const char *rater = short_name (map, kith_link_rater (link, end));
  const char *rated = short_name (map, kith_link_rated (link, end));
  const char *label = kith_score_word (dimension, said->score);
  g_autofree char *step = g_strdup_printf ("%d %s", said->score, label);

  if (!KITH_SCORE_IS_STEP (said->score))
    /* Translators: what one stakeholder makes of another: "Police of ED: Not known" */
    return g_strdup_printf (_ ("%s of %s: %s"), rater, rated, label);
  if (said->impression)
    /* Translators: "Police, we think, say 4 Strong of ED": an impression, not heard from them */
    return g_strdup_printf (_ ("%s, we think, say %s of %s"), rater, step, rated);
  /* Translators: "Police say 4 Strong of ED" */
  return g_strdup_printf (_ ("%s say %s of %s"), rater, step, rated);
}

/**
 * kith_chart_rating_words:
 * @map: a map
 * @link: one of its links
 * @chart: the chart
 * @end: whose rating it is
 * @said: a rating
 *
 * Returns: (transfer full): when, what, and by which voice
 */
char *
kith_chart_rating_words (KithMap *map,
                         const KithLink *link,
                         const KithTrustChart *chart,
                         KithEnd end,
                         const KithOpinionSaid *said)
{
  g_autofree char *date = date_words (&said->date);
  KithDimension dimension = chart->look.dimension;
  g_autofree char *said_of = said_words (map, link, end, dimension, said);
  /* Translators: what is rated if it is not trust, and the rating: "Respect: Police say 4 …" */
  g_autofree char *what =
      dimension == KITH_TRUST
          ? g_steal_pointer (&said_of)
          : g_strdup_printf (_ ("%s: %s"), kith_enum_label (&kith_dimensions, (int) dimension),
                             said_of);
  const char *voice = chart->histories[end]->voices->pdata[said->voice];

  if (*voice == '\0')
    /* Translators: a date and what happened then */
    return g_strdup_printf (_ ("%s: %s"), date, what);
  /* Translators: a date, what was said then and by whom: "2019: Police say 4 Strong of ED (sergeant)" */
  return g_strdup_printf (_ ("%s: %s (%s)"), date, what, voice);
}

static const char *
event_title (const KithEvent *event)
{
  return event->title[0] != '\0' ? event->title : kith_enum_label (&kith_event_kinds, event->kind);
}

static char *
effect_words (int effect)
{
  int value = kith_effect_value ((KithEffect) effect);

  if (value == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%d", value < 0 ? "−" : "+", ABS (value));
}

/**
 * kith_chart_event_words:
 * @map: a map
 * @link: one of its links
 * @chart: the chart
 * @event: an event of the link
 *
 * Returns: (transfer full): when, what, and what it did to whose trust
 */
char *
kith_chart_event_words (KithMap *map,
                        const KithLink *link,
                        const KithTrustChart *chart,
                        const KithEvent *event)
{
  g_autofree char *date = date_words (&event->date);
  GString *words = g_string_new (NULL);
  const int effects[] = { event->effect_a, event->effect_b };

  /* Translators: a date and what happened then */
  g_string_append_printf (words, _ ("%s, event: %s"), date, event_title (event));
  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      g_autofree char *effect = effect_words (effects[end]);

      if (effects[end] == KITH_EFFECT_UNSET || !kith_chart_shows (chart, end))
        continue;
      /* Translators: what an event did to the trust of one stakeholder: ", +1 for Police" */
      g_string_append_printf (words, _ (", %s for %s"), effect,
                              short_name (map, kith_link_rater (link, (KithEnd) end)));
    }
  return g_string_free (words, FALSE);
}

/**
 * kith_chart_event_beside:
 * @event: an event on the date of a rating
 * @end: whose rating that is
 *
 * Returns: (transfer full): what goes on the rating's words
 */
char *
kith_chart_event_beside (const KithEvent *event, KithEnd end)
{
  int effect = end == KITH_END_A ? event->effect_a : event->effect_b;
  g_autofree char *value = effect_words (effect);

  if (effect == KITH_EFFECT_UNSET)
    /* Translators: goes on "March 2019: Police say 4 Strong of ED" */
    return g_strdup_printf (_ ("; event: %s"), event_title (event));
  /* Translators: goes on "March 2019: Police say 4 Strong of ED"; what it did to their trust */
  return g_strdup_printf (_ ("; event: %s, %s"), event_title (event), value);
}

static guint
n_of_kind (const KithTrustChart *chart, KithChartPointKind kind)
{
  guint n = 0;

  for (guint i = 0; i < chart->points->len; i++)
    n += g_array_index (chart->points, KithChartPoint, i).kind == kind;
  return n;
}

/**
 * kith_trust_chart_to_words:
 * @chart: a chart
 *
 * Returns: (transfer full): each end with its steps and their dates, then how many events there are
 */
char *
kith_trust_chart_to_words (const KithTrustChart *chart)
{
  GString *words = g_string_new (NULL);
  guint n = n_of_kind (chart, KITH_CHART_EVENT);

  for (int end = 0; end < KITH_N_ENDS; end++)
    {
      g_autofree char *steps = NULL;

      if (!kith_chart_shows (chart, end))
        continue;
      steps = kith_opinion_history_to_words (chart->histories[end]);
      g_string_append (words, words->len > 0 ? "; " : "");
      /* Translators: "Police of ED" and its ratings in order of their dates */
      g_string_append_printf (words, _ ("%s: %s"), chart->names[end],
                              *steps != '\0' ? steps
                                             : kith_enum_label (&kith_scores, KITH_SCORE_UNSET));
    }
  if (n > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (words, ngettext ("%u event", "%u events", n), n);
    }
  return g_string_free (words, FALSE);
}
