/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-timeline-private.h"

#include "kith-as-at.h"

const KithLife *
kith_timeline_life (KithTimeline *self, KithId id)
{
  return g_hash_table_lookup (self->life_of, &id);
}

/* --- Making one --- */

/* What it refers to has to be there too; a sector or a picture may miss, as in kith_map_as_at(). */
static void
narrow_to_references (KithTimeline *self, const KithRecord *record, KithLife *life)
{
  const KithKindInfo *info = kith_kind_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      const KithLife *other;
      KithId to;

      if (field->type != KITH_TYPE_REF || field->target == KITH_SECTOR
          || field->target == KITH_PICTURE)
        continue;
      to = *(const KithId *) kith_field_address (field, record);
      if (to == 0)
        continue;
      other = kith_timeline_life (self, to);
      life->from = other != NULL ? MAX (life->from, other->from) : KITH_DAY_OPEN_LAST;
      life->gone = other != NULL ? MIN (life->gone, other->gone) : KITH_DAY_OPEN_FIRST;
    }
}

static void
add_fact (KithTimeline *self,
          gint32 day,
          KithFactType type,
          gboolean follows,
          const KithRecord *record)
{
  KithFact fact = { day, type, follows, record };

  g_array_append_val (self->facts, fact);
}

static void
add_record (KithTimeline *self, const KithRecord *record, KithLife *life)
{
  gint32 from, gone;

  kith_record_lifetime (record, &from, &gone);
  *life = (KithLife){ from, gone };
  narrow_to_references (self, record, life);
  g_hash_table_insert (self->life_of, (gpointer) &record->id, life);
  if (life->from >= life->gone)
    return;
  if (life->from != KITH_DAY_OPEN_FIRST)
    add_fact (self, life->from, KITH_FACT_COMES, life->from != from, record);
  if (life->gone != KITH_DAY_OPEN_LAST)
    add_fact (self, life->gone, KITH_FACT_GOES, life->gone != gone, record);
}

/* A name that ends while its stakeholder is there. */
static void
add_turn_of_name (KithTimeline *self, const KithName *name)
{
  const KithLife *life = kith_timeline_life (self, name->stakeholder);
  gint32 day = kith_date_gone_from (&name->to);

  g_hash_table_add (self->renamed, (gpointer) &name->stakeholder);
  if (life->from < day && day < life->gone)
    add_fact (self, day, KITH_FACT_TURNS, FALSE, &name->record);
}

static int
status_on (KithTimeline *self, const KithQuote *quote, gint32 day)
{
  g_autoptr (KithQuote) then = kith_record_as_at (self->map, quote, day);

  return then != NULL ? then->status : -1;
}

static void
add_turn_of_quote (KithTimeline *self, const KithQuote *quote, const KithDate *date)
{
  const KithLife *life = kith_timeline_life (self, quote->record.id);
  gint32 day = kith_date_holds_from (date);

  if (day == KITH_DAY_OPEN_FIRST || life->from >= day || day >= life->gone)
    return;
  if (status_on (self, quote, day - 1) != status_on (self, quote, day))
    add_fact (self, day, KITH_FACT_TURNS, FALSE, &quote->record);
}

/* A step of the repair plan that was planned before it ended. */
static void
add_end_of_repair (KithTimeline *self, const KithRepair *repair)
{
  const KithLife *life = kith_timeline_life (self, repair->record.id);
  gint32 day = kith_date_holds_from (&repair->ended);

  if (repair->state != KITH_REPAIR_PLANNED && day != KITH_DAY_OPEN_FIRST && life->from < day
      && day < life->gone)
    add_fact (self, day, KITH_FACT_TURNS, FALSE, &repair->record);
}

static void
add_turns (KithTimeline *self)
{
  KITH_FOR_EACH (KithName, name, self->map, KITH_NAME)
    add_turn_of_name (self, name);
  KITH_FOR_EACH (KithQuote, quote, self->map, KITH_QUOTE)
    {
      if (quote->status == KITH_QUOTE_HELD)
        continue;
      add_turn_of_quote (self, quote, &quote->turned);
      if (!kith_date_equal (&quote->turned, &quote->let_go))
        add_turn_of_quote (self, quote, &quote->let_go);
    }
  KITH_FOR_EACH (KithRepair, repair, self->map, KITH_REPAIR)
    add_end_of_repair (self, repair);
}

/* By day; what comes before what hangs on it; then always the same. */
static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const KithFact *one = a;
  const KithFact *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return kith_record_compare (one->record, other->record);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const KithEvent *one = *(const KithEvent *const *) a;
  const KithEvent *other = *(const KithEvent *const *) b;
  int order = kith_date_compare (&one->date, &other->date);

  return order != 0 ? order : kith_record_compare (one, other);
}

static gboolean
is_of_whole_map (const KithEvent *event)
{
  return event->link == 0 && event->stakeholder == 0 && event->space == 0;
}

static void
add_all (KithTimeline *self)
{
  guint n = 0;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    n += kith_map_n (self->map, (KithKind) kind);
  self->lives = g_new (KithLife, n);
  n = 0;
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, self->map, (KithKind) kind)
      add_record (self, record, &self->lives[n++]);
  add_turns (self);
  g_array_sort (self->facts, compare_facts);
  KITH_FOR_EACH (KithEvent, event, self->map, KITH_EVENT)
    if (is_of_whole_map (event) && kith_date_is_set (&event->date))
      g_ptr_array_add (self->marks, (gpointer) event);
  g_ptr_array_sort (self->marks, compare_events);
}

/**
 * kith_timeline_new:
 * @map: an audience's whole map
 *
 * Returns: (transfer full): all that is dated on it
 */
KithTimeline *
kith_timeline_new (KithMap *map)
{
  KithTimeline *self = g_new0 (KithTimeline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->whole = kith_map_ref (map);
  self->revision = kith_map_revision (map);
  self->map = kith_map_snapshot (map);
  self->life_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->renamed = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->facts = g_array_new (FALSE, FALSE, sizeof (KithFact));
  self->marks = g_ptr_array_new ();
  add_all (self);
  return self;
}

KithTimeline *
kith_timeline_ref (KithTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kith_timeline_unref (KithTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->marks);
  g_array_unref (self->facts);
  g_hash_table_unref (self->renamed);
  g_hash_table_unref (self->life_of);
  g_free (self->lives);
  kith_map_unref (self->map);
  kith_map_unref (self->whole);
  g_free (self);
}

/**
 * kith_timeline_is_of:
 * @self: a timeline
 * @map: a map
 *
 * Returns: whether it was made of this map, and the map is still what it was then
 */
gboolean
kith_timeline_is_of (KithTimeline *self, KithMap *map)
{
  return self->whole == map && self->revision == kith_map_revision (map);
}

/* --- Days and facts --- */

static const KithFact *
fact (KithTimeline *self, guint i)
{
  return &g_array_index (self->facts, KithFact, i);
}

/* How many facts are of `day` or earlier. */
static guint
n_until (KithTimeline *self, gint32 day)
{
  guint low = 0;
  guint high = self->facts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fact (self, middle)->day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
kith_timeline_span (KithTimeline *self, gint32 *first, gint32 *last)
{
  *first = 0;
  *last = 0;
  if (self->facts->len == 0)
    return FALSE;
  *first = fact (self, 0)->day;
  *last = fact (self, self->facts->len - 1)->day;
  return TRUE;
}

gint32
kith_timeline_next (KithTimeline *self, gint32 day)
{
  guint i = n_until (self, day);

  return i < self->facts->len ? fact (self, i)->day : KITH_DAY_OPEN_LAST;
}

gint32
kith_timeline_previous (KithTimeline *self, gint32 day)
{
  guint i = day > KITH_DAY_OPEN_FIRST ? n_until (self, day - 1) : 0;

  return i > 0 ? fact (self, i - 1)->day : KITH_DAY_OPEN_FIRST;
}

/**
 * kith_timeline_facts:
 * @self: a timeline
 * @after: a day
 * @until: a later one
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the facts of the days after the one until the other
 */
const KithFact *
kith_timeline_facts (KithTimeline *self, gint32 after, gint32 until, guint *n)
{
  guint start = n_until (self, after);
  guint end = until > after ? n_until (self, until) : start;

  *n = end - start;
  return (const KithFact *) (gpointer) self->facts->data + start;
}

/* The day at which an event stands in a histogram; open where in none. */
static gint32
day_of_event (KithTimeline *self, const KithEvent *event, gint32 first)
{
  const KithLife *life = kith_timeline_life (self, event->record.id);

  if (!kith_date_is_set (&event->date) || is_of_whole_map (event) || life->from >= life->gone)
    return KITH_DAY_OPEN_LAST;
  if (life->from != KITH_DAY_OPEN_FIRST)
    return life->from;
  return MAX (first, event->date.last);
}

/**
 * kith_timeline_histogram:
 * @self: a timeline
 * @first: the first day
 * @last: the last day, not earlier
 * @buckets: (out): counts, of equal numbers of days
 * @n_buckets: how many; at least 1
 */
void
kith_timeline_histogram (KithTimeline *self,
                         gint32 first,
                         gint32 last,
                         guint *buckets,
                         guint n_buckets)
{
  gint64 days = (gint64) last - first + 1;

  g_return_if_fail (last >= first && n_buckets > 0);
  for (guint i = 0; i < n_buckets; i++)
    buckets[i] = 0;
  KITH_FOR_EACH (KithEvent, event, self->map, KITH_EVENT)
    {
      gint32 day = day_of_event (self, event, first);

      if (day >= first && day <= last)
        buckets[((gint64) day - first) * n_buckets / days]++;
    }
}

const GPtrArray *
kith_timeline_marks (KithTimeline *self)
{
  return self->marks;
}

/* --- From day to day --- */

KithMap *
kith_timeline_get_map (KithTimeline *self)
{
  return self->map;
}

KithMap *
kith_timeline_map (KithTimeline *self, gint32 day)
{
  return kith_map_as_at (self->map, day);
}

/* The record that a fact is about: of a name its stakeholder. */
static const KithRecord *
concerned (KithTimeline *self, const KithFact *fact)
{
  if (fact->type == KITH_FACT_TURNS && fact->record->kind == KITH_NAME)
    return kith_map_get (self->map, KITH_STAKEHOLDER,
                         ((const KithName *) fact->record)->stakeholder);
  return fact->record;
}

/* As it is on the map as at a day; NULL: it is not there. Most are what they are on the whole map. */
static gpointer
form_on (KithTimeline *self, const KithRecord *record, gint32 day)
{
  const KithLife *life = kith_timeline_life (self, record->id);

  if (day < life->from || day >= life->gone)
    return NULL;
  if (record->kind == KITH_QUOTE || record->kind == KITH_REPAIR
      || g_hash_table_contains (self->renamed, &record->id))
    return kith_record_as_at (self->map, record, day);
  return kith_record_ref (record);
}

/* What the days in between concern, each once, by kind. */
static void
collect (KithTimeline *self, gint32 after, gint32 until, GPtrArray *by_kind[KITH_N_KINDS])
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n;
  const KithFact *facts = kith_timeline_facts (self, after, until, &n);

  for (guint i = 0; i < n; i++)
    {
      const KithRecord *record = concerned (self, &facts[i]);

      if (g_hash_table_add (seen, (gpointer) &record->id))
        g_ptr_array_add (by_kind[record->kind], (gpointer) record);
    }
}

static void
add_deletes (KithTimeline *self,
             KithEdit *edit,
             const GPtrArray *records,
             KithMap *shown,
             gint32 to)
{
  for (guint i = 0; i < records->len; i++)
    {
      const KithRecord *record = records->pdata[i];
      const KithLife *life = kith_timeline_life (self, record->id);
      gconstpointer before = kith_map_get (shown, record->kind, record->id);

      if (before != NULL && (to < life->from || to >= life->gone))
        kith_edit_delete (edit, before);
    }
}

static void
add_arrivals (KithTimeline *self,
              KithEdit *edit,
              const GPtrArray *records,
              KithMap *shown,
              gint32 to)
{
  for (guint i = 0; i < records->len; i++)
    {
      const KithRecord *record = records->pdata[i];
      gconstpointer before = kith_map_get (shown, record->kind, record->id);
      gpointer after = form_on (self, record, to);

      if (after != NULL && before == NULL)
        kith_edit_insert (edit, after);
      else if (after != NULL)
        kith_edit_update (edit, before, after);
    }
}

/**
 * kith_timeline_move:
 * @self: a timeline
 * @shown: the map as at @from
 * @from: a Julian day
 * @to: another, earlier or later
 *
 * Returns: (transfer full): the edit that makes of it the map as at @to; without changes where both
 *   are the same. What goes comes first, children before parents; then what comes or is different,
 *   parents before children
 */
KithEdit *
kith_timeline_move (KithTimeline *self, KithMap *shown, gint32 from, gint32 to)
{
  GPtrArray *by_kind[KITH_N_KINDS];
  KithEdit *edit = kith_edit_new ("");

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    by_kind[kind] = g_ptr_array_new ();
  collect (self, MIN (from, to), MAX (from, to), by_kind);
  for (guint kind = KITH_N_KINDS; kind > 0; kind--)
    add_deletes (self, edit, by_kind[kind - 1], shown, to);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      add_arrivals (self, edit, by_kind[kind], shown, to);
      g_ptr_array_unref (by_kind[kind]);
    }
  return edit;
}
