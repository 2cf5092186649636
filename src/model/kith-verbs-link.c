/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-link.h"

#include "kith-verbs-quote.h"

#include <glib/gi18n-lib.h>

static int
other_end (int value, int one, int other)
{
  return value == one ? other : value == other ? one : value;
}

static void
reverse_event (KithEdit *edit, const KithEvent *event)
{
  KithEvent *after = kith_record_copy (event);

  after->effect_a = event->effect_b;
  after->effect_b = event->effect_a;
  after->told = kith_told_other (event->told);
  kith_edit_update (edit, event, after);
}

static void
reverse_assessment (KithEdit *edit, const KithAssessment *assessment)
{
  KithAssessment *after = kith_record_copy (assessment);

  after->end = other_end (assessment->end, KITH_END_A, KITH_END_B);
  kith_edit_update (edit, assessment, after);
}

static void
reverse_quote (KithEdit *edit, const KithQuote *quote)
{
  KithQuote *after = kith_record_copy (quote);

  after->told = kith_told_other (quote->told);
  kith_edit_update (edit, quote, after);
}

/* What hangs on a link speaks of its ends by their places. */
static void
reverse_referrer (KithEdit *edit, gconstpointer record)
{
  if (KITH_KIND (record) == KITH_ASSESSMENT)
    reverse_assessment (edit, record);
  else if (KITH_KIND (record) == KITH_EVENT)
    reverse_event (edit, record);
  else if (KITH_KIND (record) == KITH_QUOTE)
    reverse_quote (edit, record);
}

/**
 * kith_verb_reverse:
 * @map: a map
 * @link: one of its links
 *
 * Swaps the ends, so that an arrow from the one to the other points back: what each stakeholder
 * makes of the other, and who has more say, stays with the stakeholder.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_reverse (KithMap *map, KithId link)
{
  KithEdit *edit = kith_edit_new (_ ("Reverse link"));
  const KithLink *before = kith_map_link (map, link);
  const GPtrArray *referrers = kith_map_referrers (map, link);
  KithLink *after;

  if (before == NULL)
    return edit;
  after = kith_record_copy (before);
  after->a = before->b;
  after->b = before->a;
  after->standing = other_end (before->standing, KITH_STANDING_A_OVER_B, KITH_STANDING_B_OVER_A);
  after->bend = kith_quantise (-before->bend); /* seen from the other end it is the same curve */
  after->bend_along = kith_quantise (-before->bend_along);
  kith_text_set (&after->need_a, before->need_b);
  kith_text_set (&after->need_b, before->need_a);
  kith_edit_update (edit, before, after);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    reverse_referrer (edit, referrers->pdata[i]);
  return edit;
}

static KithId *
end_of (KithLink *link, KithEnd end)
{
  return end == KITH_END_A ? &link->a : &link->b;
}

static void
lead_to (KithEdit *edit, const KithLink *before, KithEnd end, KithId to)
{
  KithLink *after = kith_record_copy (before);

  *end_of (after, end) = to;
  kith_edit_update (edit, before, after);
}

/* A link like it as far as it is drawn, of which nothing has been said. */
static KithId
begin_anew (KithEdit *edit, const KithLink *like, KithEnd end, KithId to)
{
  KithLink *link = kith_record_new (KITH_LINK, kith_id_new ());

  link->a = like->a;
  link->b = like->b;
  *end_of (link, end) = to;
  link->kind = like->kind;
  link->direction = like->direction;
  link->is_private = like->is_private;
  kith_text_set (&link->label, like->label);
  kith_text_set (&link->tags, like->tags);
  kith_edit_insert (edit, link);
  return KITH_ID (link);
}

/* One that had ended already ended then. */
static void
succeed (KithEdit *edit, const KithLink *before, KithId successor, const KithDate *today)
{
  KithLink *after = kith_record_copy (before);
  KithLink *next = kith_edit_peek_after (edit, successor);

  next->from = *today;
  if (!kith_date_is_set (&before->to) || before->to.first > today->first)
    after->to = *today;
  kith_edit_update (edit, before, after);
}

static gboolean
may_lead_to (KithMap *map, const KithLink *link, KithEnd end, KithId to, GError **error)
{
  const char *reason = NULL;

  if (link == NULL)
    reason = _ ("The link is no longer on the map.");
  else if (kith_map_stakeholder (map, to) == NULL)
    reason = _ ("The stakeholder to link is no longer on the map.");
  else if (to == (end == KITH_END_A ? link->b : link->a))
    reason = _ ("A stakeholder cannot be linked to itself.");
  if (reason != NULL)
    g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED, reason);
  return reason == NULL;
}

/**
 * kith_verb_reconnect:
 * @map: a map
 * @link: one of its links
 * @end: which of its ends
 * @to: the stakeholder to which that end leads from now on
 * @how: what becomes of what was said
 * @today: when a new link begins and the old one ends, with KITH_RECONNECT_SUCCEED
 * @id: (out) (optional): the link that then leads to @to
 * @error: KITH_MODEL_ERROR_REFUSED where both ends would be the same or one is gone
 *
 * Returns: (transfer full) (nullable): the edit; without changes where the end leads there already
 */
KithEdit *
kith_verb_reconnect (KithMap *map,
                     KithId link,
                     KithEnd end,
                     KithId to,
                     KithReconnect how,
                     const KithDate *today,
                     KithId *id,
                     GError **error)
{
  const KithLink *before = kith_map_link (map, link);
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Reconnect link"));
  KithId made = link;

  if (!may_lead_to (map, before, end, to, error))
    return NULL;
  if (to != (end == KITH_END_A ? before->a : before->b))
    {
      if (how == KITH_RECONNECT_ALL)
        lead_to (edit, before, end, to);
      else
        made = begin_anew (edit, before, end, to);
      if (how == KITH_RECONNECT_SUCCEED)
        succeed (edit, before, made, today);
    }
  if (id != NULL)
    *id = made;
  return g_steal_pointer (&edit);
}

/**
 * kith_verb_bend:
 * @map: a map
 * @link: one of its links
 * @bend: how far the middle of its curve lies from the straight line, map units, see KithLink
 * @along: where along that line, -0.5 to 0.5
 *
 * Both 0: it runs as it comes. To keep a link straight whatever is in its way, bend it by
 * KITH_BEND_STRAIGHT.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_bend (KithMap *map, KithId link, double bend, double along)
{
  gboolean free_again = bend == 0.0 && along == 0.0;
  KithEdit *edit = kith_edit_new (free_again ? _ ("Let a link run as it comes") : _ ("Bend link"));
  const KithLink *before = kith_map_link (map, link);
  KithLink *after;

  if (before == NULL)
    return edit;
  after = kith_record_copy (before);
  after->bend = kith_quantise (CLAMP (bend, -1e6, 1e6));
  after->bend_along = kith_quantise (CLAMP (along, -0.5, 0.5));
  if (!free_again && after->bend == 0.0)
    after->bend = KITH_BEND_STRAIGHT;
  kith_edit_update (edit, before, after);
  return edit;
}

/**
 * kith_link_has_story:
 * @map: a map
 * @link: one of its links
 *
 * Returns: whether anything hangs on the link that is true of the two at its ends only
 */
gboolean
kith_link_has_story (KithMap *map, KithId link)
{
  const KithLink *record = kith_map_link (map, link);
  const GPtrArray *referrers = kith_map_referrers (map, link);

  return record != NULL
         && ((referrers != NULL && referrers->len > 0) || record->note[0] != '\0'
             || record->private_note[0] != '\0' || record->need_a[0] != '\0'
             || record->need_b[0] != '\0' || record->standing != KITH_STANDING_UNSET);
}

/**
 * kith_links_between:
 * @map: a map
 * @a: one stakeholder
 * @b: another
 *
 * Returns: how many links there are between them, either way round
 */
guint
kith_links_between (KithMap *map, KithId a, KithId b)
{
  const GPtrArray *referrers = kith_map_referrers (map, a);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      {
        const KithLink *link = referrers->pdata[i];

        n += (link->a == a && link->b == b) || (link->a == b && link->b == a);
      }
  return n;
}
