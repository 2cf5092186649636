/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-quote.h"

#include "kith-opinion.h"

#include <glib/gi18n-lib.h>

/**
 * kith_quote_draft:
 * @owner_kind: KITH_LINK or KITH_STAKEHOLDER
 * @owner: its id
 *
 * Returns: (transfer full): a new inherited line without words
 */
KithQuote *
kith_quote_draft (KithKind owner_kind, KithId owner)
{
  KithQuote *draft = kith_record_new (KITH_QUOTE, kith_id_new ());

  if (owner_kind == KITH_LINK)
    draft->link = owner;
  else
    draft->stakeholder = owner;
  return draft;
}

static gboolean
may_be_put (KithMap *map, KithQuote *quote, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (quote->text));

  if (*text == '\0')
    return kith_refuse (error, _ ("An inherited line needs its words."));
  if (quote->link != 0 ? kith_map_link (map, quote->link) == NULL
                       : kith_map_stakeholder (map, quote->stakeholder) == NULL)
    return kith_refuse (error, _ ("What the inherited line belongs to is no longer on the map."));
  kith_text_set (&quote->text, text);
  if (quote->link == 0)
    quote->told = KITH_TOLD_UNSET;
  return kith_record_validate (quote, error);
}

/**
 * kith_verb_put_quote:
 * @map: a map
 * @after: (transfer full): an inherited line; new, or with the id of one that it replaces
 * @error: KITH_MODEL_ERROR where it has no words or its owner is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_quote (KithMap *map, KithQuote *after, GError **error)
{
  g_autoptr (KithQuote) owned = after;
  const KithQuote *before = kith_map_get (map, KITH_QUOTE, KITH_ID (after));
  KithEdit *edit;

  if (!may_be_put (map, owned, error))
    return NULL;
  edit = kith_edit_new (before != NULL ? _ ("Change an inherited line")
                                       : _ ("Add an inherited line"));
  if (before != NULL)
    kith_edit_update (edit, before, g_steal_pointer (&owned));
  else
    kith_edit_insert (edit, g_steal_pointer (&owned));
  return edit;
}

/**
 * kith_quote_set_status:
 * @quote: an inherited line that is being made
 * @status: what becomes of it
 * @date: from when on
 *
 * One that is held again is no longer questioned; one that is questioned again has not been let go.
 * When it was first questioned stays known when it is let go.
 */
void
kith_quote_set_status (KithQuote *quote, KithQuoteStatus status, const KithDate *date)
{
  static const KithDate none = KITH_DATE_INIT;

  if (status == KITH_QUOTE_HELD)
    quote->turned = none;
  if (status == KITH_QUOTE_QUESTIONED
      && !(quote->status == KITH_QUOTE_LET_GO && kith_date_is_set (&quote->turned)))
    quote->turned = *date;
  quote->let_go = status == KITH_QUOTE_LET_GO ? *date : none;
  quote->status = (int) status;
}

/**
 * kith_verb_set_quote_status:
 * @map: a map
 * @quote: one of its inherited lines
 * @status: what becomes of it
 * @date: from when on
 * @error: KITH_MODEL_ERROR_REFUSED where it is gone
 *
 * Returns: (transfer full) (nullable): the edit; without changes where it has that status already.
 *   Several in quick succession are one step.
 */
KithEdit *
kith_verb_set_quote_status (KithMap *map,
                            KithId quote,
                            KithQuoteStatus status,
                            const KithDate *date,
                            GError **error)
{
  static const char *const labels[] = {
    [KITH_QUOTE_HELD] = N_ ("Hold an inherited line"),
    [KITH_QUOTE_QUESTIONED] = N_ ("Question an inherited line"),
    [KITH_QUOTE_LET_GO] = N_ ("Let go of an inherited line"),
  };
  const KithQuote *before = kith_map_get (map, KITH_QUOTE, quote);
  g_autofree char *join = g_strdup_printf ("quote:%" G_GINT64_FORMAT, quote);
  KithQuote *after;
  KithEdit *edit;

  if (before == NULL)
    return kith_refuse_null (error, _ ("The inherited line is no longer on the map."));
  edit = kith_edit_new (_ (labels[status]));
  if (before->status == (int) status)
    return edit;
  kith_edit_set_join (edit, join);
  after = kith_record_copy (before);
  kith_quote_set_status (after, status, date);
  kith_edit_update (edit, before, after);
  return edit;
}

/**
 * kith_verb_delete_quote:
 * @map: a map
 * @quote: one of its inherited lines
 *
 * Returns: (transfer full): the edit; without changes where it is gone already
 */
KithEdit *
kith_verb_delete_quote (KithMap *map, KithId quote)
{
  KithEdit *edit = kith_edit_new (_ ("Delete an inherited line"));
  gconstpointer before = kith_map_get (map, KITH_QUOTE, quote);

  if (before != NULL)
    kith_edit_delete (edit, before);
  return edit;
}

/**
 * kith_quote_owner:
 * @quote: an inherited line
 *
 * Returns: the link or stakeholder that it belongs to
 */
KithId
kith_quote_owner (const KithQuote *quote)
{
  return quote->link != 0 ? quote->link : quote->stakeholder;
}

/**
 * kith_quote_compare:
 * @a: an inherited line
 * @b: another
 *
 * Returns: their order: held, questioned, let go; then by date
 */
int
kith_quote_compare (const KithQuote *a, const KithQuote *b)
{
  int order = a->status - b->status;

  if (order == 0)
    order = kith_date_compare (&a->date, &b->date);
  return order != 0 ? order : kith_record_compare (a, b);
}

static int
compare_quotes (gconstpointer a, gconstpointer b)
{
  return kith_quote_compare (*(const KithQuote *const *) a, *(const KithQuote *const *) b);
}

/**
 * kith_quotes_of:
 * @map: a map
 * @owner: one of its links or stakeholders
 *
 * Returns: (transfer container): its inherited lines as they are read
 */
GPtrArray *
kith_quotes_of (KithMap *map, KithId owner)
{
  const GPtrArray *referrers = kith_map_referrers (map, owner);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_QUOTE)
      g_ptr_array_add (list, referrers->pdata[i]);
  g_ptr_array_sort (list, compare_quotes);
  return list;
}

/**
 * kith_quote_in_marks:
 * @quote: an inherited line
 *
 * Returns: (transfer full): its words between quotation marks
 */
char *
kith_quote_in_marks (const KithQuote *quote)
{
  /* Translators: the quotation marks of your language */
  return g_strdup_printf (_ ("“%s”"), quote->text);
}

static char *
status_words (const KithQuote *quote)
{
  const char *label = kith_enum_label (&kith_quote_statuses, quote->status);
  const KithDate *date = quote->status == KITH_QUOTE_LET_GO ? &quote->let_go : &quote->turned;
  g_autofree char *when = NULL;

  if (quote->status == KITH_QUOTE_HELD || !kith_date_is_set (date))
    return g_strdup (label);
  when = kith_date_to_words (date);
  /* Translators: an inherited line's status and from when on: "Being questioned: 2019" */
  return g_strdup_printf (_ ("%s: %s"), label, when);
}

/**
 * kith_quote_status_words:
 * @quote: an inherited line
 *
 * Returns: (transfer full): what has become of it, and since when it is said
 */
char *
kith_quote_status_words (const KithQuote *quote)
{
  g_autofree char *status = status_words (quote);
  g_autofree char *said = NULL;

  if (!kith_date_is_set (&quote->date))
    return g_steal_pointer (&status);
  said = kith_date_to_words (&quote->date);
  /* Translators: an inherited line's status, and since when it has been said: "Still held · said
   * since: about 1995" */
  return g_strdup_printf (_ ("%s · said since: %s"), status, said);
}

/**
 * kith_told_words:
 * @map: a map
 * @link: one of its links
 * @told: which of its ends tell of something
 *
 * Returns: (transfer none): the name of that end, "Both" or "Not said"
 */
const char *
kith_told_words (KithMap *map, const KithLink *link, KithTold told)
{
  switch (told)
    {
    case KITH_TOLD_A:
      return kith_stakeholder_short_name (kith_map_stakeholder (map, link->a));
    case KITH_TOLD_B:
      return kith_stakeholder_short_name (kith_map_stakeholder (map, link->b));
    case KITH_TOLD_BOTH:
      return _ ("Both");
    case KITH_TOLD_UNSET:
    default:
      return _ ("Not said");
    }
}

/**
 * kith_told_by:
 * @told: which ends tell of something
 * @end: one of them
 *
 * Returns: whether this one does
 */
gboolean
kith_told_by (KithTold told, KithEnd end)
{
  return told == KITH_TOLD_BOTH || told == (end == KITH_END_A ? KITH_TOLD_A : KITH_TOLD_B);
}

/**
 * kith_told_other:
 * @told: which ends tell of something
 *
 * Returns: the same when the ends have changed places
 */
KithTold
kith_told_other (KithTold told)
{
  return told == KITH_TOLD_A ? KITH_TOLD_B : told == KITH_TOLD_B ? KITH_TOLD_A : told;
}
