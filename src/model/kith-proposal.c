/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-proposal.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-opinion-history.h"
#include "kith-verbs.h"

#define MOST_BEFORE 64 /* stakeholders that one may have been before */
#define MOST_NAMED 5   /* events that words name */

/* The last that is known of an end. */
typedef struct
{
  KithId link;
  KithEnd end;
  KithOpinionStep step;
} Base;

static gboolean
last_step (KithMap *map, KithId link, KithEnd end, Base *base)
{
  g_autoptr (KithOpinionHistory) history = kith_opinion_history_new (map, link, end, KITH_TRUST);
  guint n = history->steps->len;

  if (n == 0)
    return FALSE;
  *base = (Base){ link, end, g_array_index (history->steps, KithOpinionStep, n - 1) };
  return TRUE;
}

static gboolean
has_id (const GArray *ids, KithId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, KithId, i) == id)
      return TRUE;
  return FALSE;
}

/* The stakeholder, what it was before, what that was before …; the nearest first. */
static GArray *
all_before (KithMap *map, KithId stakeholder)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_array_append_val (ids, stakeholder);
  for (guint i = 0; i < ids->len && ids->len < MOST_BEFORE; i++)
    {
      const GPtrArray *referrers = kith_map_referrers (map, g_array_index (ids, KithId, i));

      for (guint k = 0; referrers != NULL && k < referrers->len; k++)
        {
          const KithSuccession *succession = referrers->pdata[k];

          if (KITH_KIND (succession) == KITH_SUCCESSION
              && succession->after == g_array_index (ids, KithId, i)
              && !has_id (ids, succession->before))
            g_array_append_val (ids, succession->before);
        }
    }
  return ids;
}

static gboolean
is_later (const KithOpinionStep *a, const KithOpinionStep *b)
{
  return a->day > b->day;
}

/* The last that was said along a link between those that the two were before. */
static gboolean
base_before (KithMap *map, const KithLink *link, KithEnd end, Base *base)
{
  g_autoptr (GArray) raters = all_before (map, kith_link_rater (link, end));
  g_autoptr (GArray) rated = all_before (map, kith_link_rated (link, end));
  gboolean found = FALSE;

  for (guint i = 0; i < raters->len; i++)
    {
      KithId rater = g_array_index (raters, KithId, i);
      const GPtrArray *referrers = kith_map_referrers (map, rater);

      for (guint k = 0; referrers != NULL && k < referrers->len; k++)
        {
          const KithLink *other = referrers->pdata[k];
          KithEnd its;
          Base one;

          if (KITH_KIND (other) != KITH_LINK || other == link)
            continue;
          its = other->a == rater ? KITH_END_A : KITH_END_B;
          if (i == 0 && kith_link_rated (other, its) == kith_link_rated (link, end))
            continue; /* another link of the same two */
          if (has_id (rated, kith_link_rated (other, its))
              && last_step (map, KITH_ID (other), its, &one)
              && (!found || is_later (&one.step, &base->step)))
            {
              *base = one;
              found = TRUE;
            }
        }
    }
  return found;
}

/* The last day on which the base may have been said. */
static gint32
last_day (const Base *base)
{
  return kith_date_is_set (&base->step.date) ? base->step.date.last : base->step.day;
}

static int
effect_on (const KithEvent *event, KithEnd end)
{
  return kith_effect_value ((KithEffect) (end == KITH_END_A ? event->effect_a : event->effect_b));
}

/* Those of one link that count, in the order of their dates. */
static void
add_events (GPtrArray *events, KithMap *map, KithId link, KithEnd end, gint32 after)
{
  g_autoptr (GPtrArray) all = kith_map_events_of (map, link);

  for (guint i = 0; i < all->len; i++)
    {
      const KithEvent *event = all->pdata[i];

      if (effect_on (event, end) != 0 && kith_date_is_set (&event->date)
          && event->date.first > after)
        g_ptr_array_add (events, kith_record_ref (event));
    }
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const KithEvent *one = *(const KithEvent *const *) a;
  const KithEvent *other = *(const KithEvent *const *) b;
  int order = kith_date_compare (&one->date, &other->date);

  return order != 0 ? order : kith_record_compare (one, other);
}

/**
 * kith_proposal_effect:
 * @proposal: a proposal
 * @event: one of its events
 *
 * Returns: what the event did to the end, -2 to +2
 */
int
kith_proposal_effect (const KithProposal *proposal, const KithEvent *event)
{
  return effect_on (event, event->link == proposal->link ? proposal->end : proposal->base_end);
}

static int
proposed_score (const KithProposal *proposal)
{
  double sum = proposal->base.median;

  for (guint i = 0; i < proposal->events->len; i++)
    sum += kith_proposal_effect (proposal, proposal->events->pdata[i]);
  return (int) CLAMP (sum, 1.0, 5.0);
}

/**
 * kith_proposal_new:
 * @map: a map; an audience's has what follows from what it may see
 * @link: one of its links
 * @end: whose opinion it would be
 *
 * Returns: (transfer full) (nullable): what could be said now; NULL where nothing follows
 */
KithProposal *
kith_proposal_new (KithMap *map, KithId link, KithEnd end)
{
  const KithLink *record = kith_map_link (map, link);
  g_autoptr (KithProposal) made = NULL;
  Base base;

  if (record == NULL
      || (!last_step (map, link, end, &base) && !base_before (map, record, end, &base)))
    return NULL;
  if (base.step.opinion.voices == 0)
    return NULL;
  made = g_new0 (KithProposal, 1);
  made->link = link;
  made->end = end;
  made->base_link = base.link;
  made->base_end = base.end;
  made->base = base.step.opinion;
  made->base_date = base.step.date;
  made->events = g_ptr_array_new_with_free_func (kith_record_unref);
  add_events (made->events, map, link, end, last_day (&base));
  if (base.link != link)
    add_events (made->events, map, base.link, base.end, last_day (&base));
  if (made->events->len == 0)
    return NULL;
  g_ptr_array_sort (made->events, compare_dates);
  made->date = ((const KithEvent *) made->events->pdata[made->events->len - 1])->date;
  made->score = proposed_score (made);
  return made->score == made->base.step ? NULL : g_steal_pointer (&made);
}

void
kith_proposal_free (KithProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_ptr_array_unref (proposal->events);
  g_free (proposal);
}

static char *
score_words (const char *digit, int step)
{
  return g_strdup_printf ("%s %s", digit, kith_enum_label (&kith_scores, step));
}

/* "4 Strong (2015)", and of a predecessor whose it was. */
static char *
base_words (KithMap *map, const KithProposal *proposal)
{
  g_autofree char *digit = kith_opinion_to_digit (&proposal->base);
  g_autofree char *score = score_words (digit, proposal->base.step);
  g_autofree char *said = kith_date_to_words (&proposal->base_date);
  const char *date = *said != '\0' ? said : _ ("no date");
  g_autofree char *ends = NULL;
  const KithLink *before;

  if (proposal->base_link == proposal->link)
    /* Translators: a step of a rating and its date: "4 Strong (March 2019)" */
    return g_strdup_printf (_ ("%s (%s)"), score, date);
  before = kith_map_link (map, proposal->base_link);
  /* Translators: two stakeholders, the one whose opinion it is first */
  ends = g_strdup_printf (_ ("%s of %s"),
                          kith_stakeholder_short_name (
                              kith_map_stakeholder (map,
                                                    kith_link_rater (before, proposal->base_end))),
                          kith_stakeholder_short_name (
                              kith_map_stakeholder (map,
                                                    kith_link_rated (before, proposal->base_end))));
  /* Translators: a step, its date, and of a rating from before a merger whose it was:
   * "4 Strong (2015, General Hospital of Police)" */
  return g_strdup_printf (_ ("%s (%s, %s)"), score, date, ends);
}

static char *
event_words (const KithProposal *proposal, const KithEvent *event)
{
  int effect = kith_proposal_effect (proposal, event);
  const char *title = event->title[0] != '\0' ? event->title
                                              : kith_enum_label (&kith_event_kinds, event->kind);

  /* U+2212, as wide as a plus */
  return g_strdup_printf ("%s%d %s", effect < 0 ? "−" : "+", ABS (effect), title);
}

/**
 * kith_proposal_to_words:
 * @map: the map that it was made from
 * @proposal: a proposal
 *
 * Returns: (transfer full): the step, and what it follows from
 */
char *
kith_proposal_to_words (KithMap *map, const KithProposal *proposal)
{
  g_autofree char *digit = g_strdup_printf ("%d", proposal->score);
  g_autofree char *score = score_words (digit, proposal->score);
  g_autofree char *base = base_words (map, proposal);
  GString *words = g_string_new (NULL);
  guint n = proposal->events->len;

  /* Translators: a proposed step, and what it follows from:
   * "3 Working: 4 Strong (2015), −1 The winter when nobody rang" */
  g_string_append_printf (words, _ ("%s: %s"), score, base);
  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    {
      g_autofree char *event = event_words (proposal, proposal->events->pdata[i]);

      g_string_append_printf (words, ", %s", event);
    }
  if (n > MOST_NAMED)
    /* Translators: after a list of events that has only some of them */
    g_string_append_printf (words, ngettext (", and %u more", ", and %u more", n - MOST_NAMED),
                            n - MOST_NAMED);
  return g_string_free (words, FALSE);
}

/**
 * kith_proposal_key:
 * @proposal: a proposal
 *
 * Returns: (transfer full): what tells it from any other
 */
char *
kith_proposal_key (const KithProposal *proposal)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%" G_GINT64_FORMAT ":%d:%d:%d:%g", proposal->link,
                          (int) proposal->end, proposal->score, proposal->base_date.first,
                          proposal->base.median);
  for (guint i = 0; i < proposal->events->len; i++)
    g_string_append_printf (key, ":%" G_GINT64_FORMAT, KITH_ID (proposal->events->pdata[i]));
  return g_string_free (key, FALSE);
}

/**
 * kith_proposal_draft:
 * @map: the map that it was made from
 * @proposal: a proposal
 *
 * Returns: (transfer full): a new rating to be put, or changed first
 */
KithAssessment *
kith_proposal_draft (KithMap *map, const KithProposal *proposal)
{
  KithAssessment *draft = kith_assessment_draft (map, proposal->link, proposal->end,
                                                 &proposal->date);
  g_autofree char *words = kith_proposal_to_words (map, proposal);
  g_autofree char *note = NULL;

  draft->scores[KITH_TRUST] = proposal->score;
  note = g_strdup_printf (_ ("Follows from: %s"), words);
  kith_text_set (&draft->note, note);
  return draft;
}

/**
 * kith_verb_take_proposal:
 * @map: a map
 * @proposal: made from it, or from what an audience sees of it
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_take_proposal (KithMap *map, const KithProposal *proposal)
{
  return kith_verb_put (map, kith_proposal_draft (map, proposal), _ ("Take a proposed rating"));
}
