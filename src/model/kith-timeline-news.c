/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened between two days, as items that can be said and shown. */
#include "kith-timeline-private.h"

#include "kith-as-at.h"
#include "kith-opinion.h"
#include "kith-understood.h"

#include <glib/gi18n-lib.h>

/* --- Names of then --- */

/* What a stakeholder is called on a day; of one that is gone by then, what it was called last. */
static char *
who (KithTimeline *self, KithId id, gint32 day)
{
  const KithStakeholder *record = kith_map_stakeholder (self->map, id);
  const KithLife *life = kith_timeline_life (self, id);
  g_autoptr (KithStakeholder) then = NULL;

  if (day >= life->gone)
    day = life->gone - 1;
  then = kith_record_as_at (self->map, record, MAX (day, life->from));
  return g_strdup (kith_stakeholder_short_name (then != NULL ? then : record));
}

static char *
pair (KithTimeline *self, const KithLink *link, gint32 day)
{
  g_autofree char *a = who (self, link->a, day);
  g_autofree char *b = who (self, link->b, day);

  /* Translators: the two ends of a link: "Police and ED". */
  return g_strdup_printf (_ ("%s and %s"), a, b);
}

/* "A", "A and B", "A, B and C"; takes the names. */
static char *
listed (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* Translators: between two of a list of names, and before the last of them. */
        g_string_append (text, i + 1 < names->len ? _ (", ") : _ (" and "));
      g_string_append (text, names->pdata[i]);
    }
  g_ptr_array_unref (names);
  return g_string_free (text, FALSE);
}

/* --- Items --- */

/**
 * kith_news_free:
 * @news: an item of kith_timeline_news()
 */
void
kith_news_free (KithNews *news)
{
  g_free (news->words);
  g_free (news);
}

static KithNews *
new_item (const KithFact *fact, KithNewsType type, KithKind at_kind, KithId at, char *words)
{
  KithNews *item = g_new0 (KithNews, 1);

  item->type = type;
  item->day = fact->day;
  item->follows = fact->follows;
  item->kind = fact->record->kind;
  item->id = fact->record->id;
  item->at_kind = at_kind;
  item->at = at;
  item->words = words;
  return item;
}

static KithNews *
item_of_event (const KithFact *fact)
{
  const KithEvent *event = (const KithEvent *) fact->record;
  KithKind kind = event->link != 0          ? KITH_LINK
                  : event->stakeholder != 0 ? KITH_STAKEHOLDER
                                            : KITH_SPACE;
  const char *title = event->title[0] != '\0' ? event->title
                                              : kith_enum_label (&kith_event_kinds, event->kind);

  return new_item (fact, KITH_NEWS_EVENT, kind,
                   MAX (MAX (event->link, event->stakeholder), event->space),
                   kith_short_line (title));
}

static KithNews *
item_of_stakeholder (KithTimeline *self, const KithFact *fact)
{
  gboolean comes = fact->type == KITH_FACT_COMES;
  g_autofree char *name = who (self, fact->record->id, fact->day);

  return new_item (fact, comes ? KITH_NEWS_BEGINS : KITH_NEWS_ENDS, KITH_STAKEHOLDER,
                   fact->record->id,
                   /* Translators: a stakeholder came to be, or is no more. */
                   g_strdup_printf (comes ? _ ("%s begins") : _ ("%s ends"), name));
}

static KithNews *
item_of_link (KithTimeline *self, const KithFact *fact)
{
  gboolean comes = fact->type == KITH_FACT_COMES;
  g_autofree char *names = pair (self, (const KithLink *) fact->record, fact->day);

  return new_item (fact, comes ? KITH_NEWS_BEGINS : KITH_NEWS_ENDS, KITH_LINK, fact->record->id,
                   /* Translators: "Police and ED: link begins" */
                   g_strdup_printf (comes ? _ ("%s: link begins") : _ ("%s: link ends"), names));
}

static KithNews *
item_of_space (const KithFact *fact)
{
  gboolean comes = fact->type == KITH_FACT_COMES;
  const char *name = ((const KithSpace *) fact->record)->name;

  return new_item (fact, comes ? KITH_NEWS_BEGINS : KITH_NEWS_ENDS, KITH_SPACE, fact->record->id,
                   /* Translators: a shared space. */
                   g_strdup_printf (comes ? _ ("%s opens") : _ ("%s closes"), name));
}

static KithNews *
item_of_membership (KithTimeline *self, const KithFact *fact)
{
  const KithMembership *member = (const KithMembership *) fact->record;
  gboolean comes = fact->type == KITH_FACT_COMES;
  g_autofree char *name = who (self, member->stakeholder, fact->day);

  if (fact->follows)
    return NULL;
  return new_item (fact, comes ? KITH_NEWS_BEGINS : KITH_NEWS_ENDS, KITH_SPACE, member->space,
                   /* Translators: a stakeholder, a shared space. */
                   g_strdup_printf (comes ? _ ("%s joins %s") : _ ("%s leaves %s"), name,
                                    kith_map_space (self->map, member->space)->name));
}

static KithNews *
item_of_name (KithTimeline *self, const KithFact *fact)
{
  KithId id = ((const KithName *) fact->record)->stakeholder;
  g_autoptr (KithStakeholder) before = NULL;
  g_autoptr (KithStakeholder) after = NULL;

  if (fact->type != KITH_FACT_TURNS)
    return NULL;
  before = kith_record_as_at (self->map, kith_map_stakeholder (self->map, id), fact->day - 1);
  after = kith_record_as_at (self->map, kith_map_stakeholder (self->map, id), fact->day);
  if (before == NULL || after == NULL || g_str_equal (before->name, after->name))
    return NULL;
  return new_item (fact, KITH_NEWS_RENAMED, KITH_STAKEHOLDER, id,
                   /* Translators: the earlier and the new name. */
                   g_strdup_printf (_ ("%s is now called %s"), before->name, after->name));
}

static KithNews *
item_of_quote (KithTimeline *self, const KithFact *fact)
{
  const KithQuote *quote = (const KithQuote *) fact->record;
  g_autoptr (KithQuote) then = NULL;
  g_autofree char *line = kith_short_line (quote->text);
  const char *format;

  if (fact->follows || fact->type == KITH_FACT_GOES)
    return NULL;
  then = kith_record_as_at (self->map, quote, fact->day);
  if (fact->type == KITH_FACT_COMES)
    /* Translators: an inherited line: a sentence that has been handed down. */
    format = _ ("A line is said: “%s”");
  else if (then->status == KITH_QUOTE_LET_GO)
    format = _ ("A line is let go: “%s”");
  else
    format = _ ("A line is questioned: “%s”");
  return new_item (fact, KITH_NEWS_LINE, quote->link != 0 ? KITH_LINK : KITH_STAKEHOLDER,
                   MAX (quote->link, quote->stakeholder), g_strdup_printf (format, line));
}

/* By whom, and on which day. */
typedef struct
{
  KithTimeline *timeline;
  gint32 day;
} Naming;

static char *
name_then (gpointer data, KithId stakeholder)
{
  const Naming *naming = data;

  return who (naming->timeline, stakeholder, naming->day);
}

static KithNews *
item_of_understood (KithTimeline *self, const KithFact *fact)
{
  static const KithUnderstood what[] = { [KITH_FACT_COMES] = KITH_UNDERSTOOD_COMES,
                                         [KITH_FACT_GOES] = KITH_UNDERSTOOD_GOES,
                                         [KITH_FACT_TURNS] = KITH_UNDERSTOOD_ENDS };
  Naming naming = { self, fact->day };
  KithKind kind;
  KithId at = kith_understood_at (fact->record, &kind);
  char *words = fact->follows ? NULL
                              : kith_understood_words (self->map, fact->record, what[fact->type],
                                                       name_then, &naming);

  return words != NULL
             ? new_item (fact, KITH_NEWS_LINE, kind, kind == KITH_QUESTION ? 0 : at, words)
             : NULL;
}

/* --- Ratings: what they come to, before and after --- */

typedef struct
{
  KithOpinion before[KITH_N_DIMENSIONS];
  KithOpinion after[KITH_N_DIMENSIONS];
} Opinions;

/* Of the end's ratings those that there were on the day. */
static GPtrArray *
ratings_on (KithTimeline *self, GPtrArray *all, gint32 day)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithLife *life = kith_timeline_life (self, KITH_ID (all->pdata[i]));

      if (life->from <= day && day < life->gone)
        g_ptr_array_add (list, all->pdata[i]);
    }
  return list;
}

static void
find_opinions (KithTimeline *self,
               const KithAssessment *rating,
               gint32 after,
               gint32 day,
               Opinions *found)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (self->map, rating->link,
                                                       (KithEnd) rating->end);
  g_autoptr (GPtrArray) before = ratings_on (self, all, after);
  g_autoptr (GPtrArray) now = ratings_on (self, all, day);

  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    {
      kith_opinion_of_those (before, (KithDimension) i, &found->before[i]);
      kith_opinion_of_those (now, (KithDimension) i, &found->after[i]);
    }
}

/* The first dimension that rose or fell, else the first that was rated. */
static KithDimension
dimension_to_tell (const Opinions *found, const KithAssessment *rating)
{
  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    if (found->before[i].voices > 0 && found->after[i].voices > 0
        && found->before[i].median != found->after[i].median)
      return (KithDimension) i;
  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    if (rating->scores[i] != KITH_SCORE_UNSET)
      return (KithDimension) i;
  return KITH_TRUST;
}

static const char *
format_of_change (KithDimension dimension, gboolean rises)
{
  switch (dimension)
    {
    case KITH_RESPECT:
      /* Translators: one stakeholder, what it says, the other, a digit: "ED say 4 Strong of Police
       * (was 2)". */
      return rises ? _ ("Respect rises: %s say %s of %s (was %s)")
                   : _ ("Respect falls: %s say %s of %s (was %s)");
    case KITH_UNDERSTANDING:
      return rises ? _ ("Understanding rises: %s say %s of %s (was %s)")
                   : _ ("Understanding falls: %s say %s of %s (was %s)");
    default:
      return rises ? _ ("Trust rises: %s say %s of %s (was %s)")
                   : _ ("Trust falls: %s say %s of %s (was %s)");
    }
}

static char *
words_of_rating (KithTimeline *self,
                 const KithAssessment *rating,
                 const KithOpinion *before,
                 const KithOpinion *now,
                 KithDimension dimension,
                 gint32 day)
{
  const KithLink *link = kith_map_link (self->map, rating->link);
  g_autofree char *rater = who (self, kith_link_rater (link, (KithEnd) rating->end), day);
  g_autofree char *rated = who (self, kith_link_rated (link, (KithEnd) rating->end), day);
  g_autofree char *says = kith_opinion_to_words (now);
  g_autofree char *was = kith_opinion_to_digit (before);

  if (now->voices == 0)
    /* Translators: what one stakeholder makes of another: "Police of ED: Not known" */
    return g_strdup_printf (_ ("%s of %s: %s"), rater, rated, says);
  if (before->voices == 0)
    /* Translators: "Police say 4 Strong of ED" */
    return g_strdup_printf (_ ("%s say %s of %s"), rater, says, rated);
  if (before->median == now->median)
    return g_strdup_printf (_ ("%s still say %s of %s"), rater, says, rated);
  return g_strdup_printf (format_of_change (dimension, now->median > before->median), rater, says,
                          rated, was);
}

static KithNewsType
type_of_change (const KithOpinion *before, const KithOpinion *now)
{
  if (before->voices == 0 || now->voices == 0 || before->median == now->median)
    return KITH_NEWS_RATED;
  return now->median > before->median ? KITH_NEWS_RISES : KITH_NEWS_FALLS;
}

static KithNews *
item_of_rating (KithTimeline *self, const KithFact *fact, gint32 after)
{
  const KithAssessment *rating = (const KithAssessment *) fact->record;
  KithDimension dimension;
  Opinions found;
  KithNews *item;

  if (fact->follows || fact->type != KITH_FACT_COMES)
    return NULL;
  find_opinions (self, rating, after, fact->day, &found);
  dimension = dimension_to_tell (&found, rating);
  item = new_item (fact, type_of_change (&found.before[dimension], &found.after[dimension]),
                   KITH_LINK, rating->link,
                   words_of_rating (self, rating, &found.before[dimension], &found.after[dimension],
                                    dimension, fact->day));
  item->end = (KithEnd) rating->end;
  item->dimension = dimension;
  item->before = found.before[dimension].median;
  item->after = found.after[dimension].median;
  return item;
}

/* --- Mergers and splits: all records of one are one item --- */

/* When a stakeholder went on as another the succession itself is on no map as at a day, since they
 * were never there together: it is told by its own date. */
static gint32
day_of (const KithSuccession *succession)
{
  return kith_date_holds_from (&succession->date);
}

static gboolean
is_same (const KithSuccession *a, const KithSuccession *b)
{
  if (a->kind != b->kind || day_of (a) != day_of (b))
    return FALSE;
  return a->kind == KITH_SUCCESSION_SPLIT ? a->before == b->before : a->after == b->after;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The other side of all that are the same one, in the order of their names on the map. */
static char *
others (KithTimeline *self, const KithSuccession *first)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gboolean split = first->kind == KITH_SUCCESSION_SPLIT;

  KITH_FOR_EACH (KithSuccession, one, self->map, KITH_SUCCESSION)
    if (is_same (one, first))
      g_ptr_array_add (names, who (self, split ? one->after : one->before,
                                   split ? day_of (one) : day_of (one) - 1));
  g_ptr_array_sort (names, compare_names);
  return listed (names);
}

static char *
words_of_succession (KithTimeline *self, const KithSuccession *first)
{
  g_autofree char *many = others (self, first);
  g_autofree char *before = who (self, first->before, day_of (first) - 1);
  g_autofree char *after = who (self, first->after, day_of (first));

  if (first->kind == KITH_SUCCESSION_SPLIT)
    /* Translators: one stakeholder splits into several. */
    return g_strdup_printf (_ ("%s splits into %s"), before, many);
  if (first->kind == KITH_SUCCESSION_MERGED)
    /* Translators: several stakeholders merge into one. */
    return g_strdup_printf (_ ("%s merge into %s"), many, after);
  return g_strdup_printf (_ ("%s becomes %s"), before, after);
}

static gboolean
is_first_of_its_own (KithTimeline *self, const KithSuccession *succession)
{
  KITH_FOR_EACH (KithSuccession, one, self->map, KITH_SUCCESSION)
    if (is_same (one, succession))
      return one == succession;
  return FALSE;
}

/* A stakeholder that begins or ends by a succession on that day. */
static gboolean
is_told_by_succession (KithTimeline *self, const KithFact *fact)
{
  const GPtrArray *referrers = kith_map_referrers (self->map, fact->record->id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_SUCCESSION
        && day_of (referrers->pdata[i]) == fact->day)
      return TRUE;
  return FALSE;
}

static void
add_successions (KithTimeline *self, gint32 after, gint32 until, GPtrArray *news)
{
  KITH_FOR_EACH (KithSuccession, one, self->map, KITH_SUCCESSION)
    {
      gint32 day = day_of (one);
      KithFact fact = { day, KITH_FACT_COMES, FALSE, &one->record };
      KithId at = one->kind == KITH_SUCCESSION_SPLIT ? one->before : one->after;

      if (day > after && day <= until && is_first_of_its_own (self, one))
        g_ptr_array_add (news, new_item (&fact, KITH_NEWS_SUCCESSION, KITH_STAKEHOLDER, at,
                                         words_of_succession (self, one)));
    }
}

/* --- All of it --- */

static KithNews *
item_of (KithTimeline *self, const KithFact *fact, gint32 after)
{
  KithNews *item;

  switch (fact->record->kind)
    {
    case KITH_STAKEHOLDER:
      item = item_of_stakeholder (self, fact);
      item->follows |= is_told_by_succession (self, fact);
      return item;
    case KITH_LINK:
      return item_of_link (self, fact);
    case KITH_SPACE:
      return item_of_space (fact);
    case KITH_MEMBERSHIP:
      return item_of_membership (self, fact);
    case KITH_ASSESSMENT:
      return item_of_rating (self, fact, after);
    case KITH_NAME:
      return item_of_name (self, fact);
    case KITH_QUOTE:
      return item_of_quote (self, fact);
    case KITH_ANSWER:
    case KITH_STANCE:
    case KITH_PULSE:
    case KITH_LOAD:
    case KITH_BARRIER:
    case KITH_REPAIR:
      return item_of_understood (self, fact);
    case KITH_EVENT:
      return fact->type == KITH_FACT_COMES && !fact->follows ? item_of_event (fact) : NULL;
    default:
      return NULL;
    }
}

/* Of each end's ratings only the latest: facts come from the last backwards. */
static gboolean
is_told_already (GHashTable *told, const KithFact *fact)
{
  const KithAssessment *rating = (const KithAssessment *) fact->record;
  gint64 key;

  if (fact->record->kind != KITH_ASSESSMENT || fact->type != KITH_FACT_COMES || fact->follows)
    return FALSE;
  key = rating->end == KITH_END_A ? rating->link : -rating->link;
  return !g_hash_table_add (told, g_memdup2 (&key, sizeof key));
}

static int
compare_news (gconstpointer a, gconstpointer b)
{
  const KithNews *one = *(const KithNews *const *) a;
  const KithNews *other = *(const KithNews *const *) b;
  int order;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->type != other->type)
    return one->type < other->type ? -1 : 1;
  order = g_utf8_collate (one->words, other->words);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static void
free_item (gpointer item)
{
  kith_news_free (item);
}

/**
 * kith_timeline_news:
 * @self: a timeline
 * @after: a day
 * @until: a later one
 * @most: how many items at most, the latest; 0: all
 *
 * Returns: (transfer full): of KithNews, oldest first. Cost: linear in what happened, and in the
 *   ratings of each end that was rated
 */
GPtrArray *
kith_timeline_news (KithTimeline *self, gint32 after, gint32 until, guint most)
{
  GPtrArray *news = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n;
  const KithFact *facts = kith_timeline_facts (self, after, until, &n);

  if (until <= after)
    return news;
  add_successions (self, after, until, news);
  for (guint i = n; i > 0 && (most == 0 || news->len < most); i--)
    {
      KithNews *item = is_told_already (told, &facts[i - 1]) ? NULL
                                                             : item_of (self, &facts[i - 1], after);

      if (item != NULL)
        g_ptr_array_add (news, item);
    }
  g_ptr_array_sort (news, compare_news);
  return news;
}
