/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-as-at.h"

#include "kith-map-private.h"

/**
 * kith_date_holds_from:
 * @date: a date
 *
 * Returns: the first day on which what happened then holds; KITH_DAY_OPEN_FIRST where it is unset
 *   or open at the start
 */
gint32
kith_date_holds_from (const KithDate *date)
{
  return kith_date_is_set (date) ? date->first : KITH_DAY_OPEN_FIRST;
}

/**
 * kith_date_gone_from:
 * @to: when something ended
 *
 * Returns: the first day on which it is gone; KITH_DAY_OPEN_LAST where that is unset
 */
gint32
kith_date_gone_from (const KithDate *to)
{
  if (!kith_date_is_set (to))
    return KITH_DAY_OPEN_LAST;
  if (to->first == KITH_DAY_OPEN_FIRST)
    return to->last + 1;
  return to->first;
}

/**
 * kith_exists_on:
 * @from: since when; may be unset
 * @to: until when; may be unset
 * @day: a Julian day
 *
 * Returns: whether what had this lifetime was there on that day
 */
gboolean
kith_exists_on (const KithDate *from, const KithDate *to, gint32 day)
{
  return kith_date_holds_from (from) <= day && day < kith_date_gone_from (to);
}

/**
 * kith_date_as_at:
 * @date: a date that a person typed; set
 * @today: the Julian day of today
 *
 * Returns: the day that is meant: the last of the span that is not in the future; the last of all
 *   where the whole span lies there (its first where it has no last)
 */
gint32
kith_date_as_at (const KithDate *date, gint32 today)
{
  if (date->first <= today && date->last > today)
    return today;
  return date->last != KITH_DAY_OPEN_LAST ? date->last : date->first;
}

/**
 * kith_map_name_on:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @day: a Julian day
 *
 * Returns: (transfer none) (nullable): the earlier name that held on that day; NULL where it was that
 *   of its own record
 */
const KithName *
kith_map_name_on (KithMap *map, KithId stakeholder, gint32 day)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  const KithName *name = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithName *one = referrers->pdata[i];

      if (KITH_KIND (one) == KITH_NAME && kith_date_gone_from (&one->to) > day
          && (name == NULL || kith_date_gone_from (&one->to) < kith_date_gone_from (&name->to)))
        name = one;
    }
  return name;
}

static gpointer
stakeholder_as_at (KithMap *map, const KithStakeholder *record, gint32 day)
{
  const KithName *name;
  KithStakeholder *then;

  name = kith_map_name_on (map, record->record.id, day);
  if (name == NULL)
    return kith_record_ref (record);
  then = kith_record_copy (record);
  kith_text_set (&then->name, name->name);
  kith_text_set (&then->short_name, name->short_name);
  then->width = then->height = 0.0; /* measured anew: as much as that name needs */
  return then;
}

static int
status_on (const KithQuote *quote, gint32 day)
{
  gboolean was_let_go = quote->status == KITH_QUOTE_LET_GO;

  if (was_let_go && day >= kith_date_holds_from (&quote->let_go))
    return KITH_QUOTE_LET_GO;
  if (quote->status == KITH_QUOTE_HELD || (was_let_go && !kith_date_is_set (&quote->turned)))
    return KITH_QUOTE_HELD;
  return day >= kith_date_holds_from (&quote->turned) ? KITH_QUOTE_QUESTIONED : KITH_QUOTE_HELD;
}

static gpointer
quote_as_at (const KithQuote *record, gint32 day)
{
  KithQuote *then;

  if (status_on (record, day) == record->status)
    return kith_record_ref (record);
  then = kith_record_copy (record);
  then->status = status_on (record, day);
  return then;
}

/* What was said holds from its date; where nobody dated it, from the day on which it was entered. */
static gint32
said_from (const KithDate *date, gint64 entered)
{
  if (kith_date_is_set (date) || entered == 0)
    return kith_date_holds_from (date);
  return (gint32) (entered / G_TIME_SPAN_DAY) + KITH_DAY_OF_1970;
}

/**
 * kith_rating_holds_from:
 * @record: a rating
 *
 * Returns: the day from which it holds: of one that nobody dated, the day on which it was entered
 */
gint32
kith_rating_holds_from (const KithAssessment *record)
{
  return said_from (&record->date, record->entered);
}

static void
put_lifetime (const KithDate *from, const KithDate *to, gint32 *holds_from, gint32 *gone_from)
{
  *holds_from = kith_date_holds_from (from);
  *gone_from = kith_date_gone_from (to);
}

/**
 * kith_record_lifetime:
 * @record: a record
 * @from: (out): the first day on which it is there; KITH_DAY_OPEN_FIRST: always has been
 * @gone: (out): the first day on which it is gone; KITH_DAY_OPEN_LAST: it stays. Not after @from
 *   where it never was there
 */
void
kith_record_lifetime (gconstpointer record, gint32 *from, gint32 *gone)
{
  static const KithDate none = KITH_DATE_INIT;
  const KithStakeholder *stakeholder = record;
  const KithLink *link = record;
  const KithSpace *space = record;
  const KithMembership *member = record;

  put_lifetime (&none, &none, from, gone);
  switch (KITH_KIND (record))
    {
    case KITH_STAKEHOLDER:
      put_lifetime (&stakeholder->from, &stakeholder->to, from, gone);
      break;
    case KITH_LINK:
      put_lifetime (&link->from, &link->to, from, gone);
      break;
    case KITH_SPACE:
      put_lifetime (&space->from, &space->to, from, gone);
      break;
    case KITH_MEMBERSHIP:
      put_lifetime (&member->from, &member->to, from, gone);
      break;
    case KITH_ASSESSMENT:
      *from = kith_rating_holds_from (record);
      break;
    case KITH_EVENT:
      *from = kith_date_holds_from (&((const KithEvent *) record)->date);
      break;
    case KITH_SUCCESSION:
      *from = kith_date_holds_from (&((const KithSuccession *) record)->date);
      break;
    case KITH_QUOTE:
      *from = kith_date_holds_from (&((const KithQuote *) record)->date);
      break;
    case KITH_STANCE:
      *from = said_from (&((const KithStance *) record)->date,
                         ((const KithStance *) record)->entered);
      break;
    case KITH_ANSWER:
      *from = said_from (&((const KithAnswer *) record)->date,
                         ((const KithAnswer *) record)->entered);
      break;
    case KITH_PULSE:
      *from = kith_date_holds_from (&((const KithPulse *) record)->date);
      break;
    case KITH_LOAD:
      *from = kith_date_holds_from (&((const KithLoad *) record)->start);
      break;
    case KITH_BARRIER:
      put_lifetime (&((const KithBarrier *) record)->from, &((const KithBarrier *) record)->to,
                    from, gone);
      break;
    case KITH_REPAIR:
      *from = kith_date_holds_from (&((const KithRepair *) record)->made);
      break;
    default:
      break;
    }
}

/* How it went was not known before. */
static gpointer
repair_as_at (const KithRepair *repair, gint32 day)
{
  KithRepair *then;

  if (repair->state == KITH_REPAIR_PLANNED || kith_date_holds_from (&repair->ended) <= day)
    return kith_record_ref (repair);
  then = kith_record_copy (repair);
  then->state = KITH_REPAIR_PLANNED;
  then->ended = (KithDate) KITH_DATE_INIT;
  kith_text_set (&then->outcome, NULL);
  return then;
}

/**
 * kith_record_as_at:
 * @map: the map that it is of
 * @record: a record
 * @day: a Julian day
 *
 * Returns: (transfer full) (nullable): the record as it was then
 */
gpointer
kith_record_as_at (KithMap *map, gconstpointer record, gint32 day)
{
  gint32 from, gone;

  kith_record_lifetime (record, &from, &gone);
  if (day < from || day >= gone)
    return NULL;
  if (KITH_KIND (record) == KITH_STAKEHOLDER)
    return stakeholder_as_at (map, record, day);
  if (KITH_KIND (record) == KITH_QUOTE)
    return quote_as_at (record, day);
  if (KITH_KIND (record) == KITH_REPAIR)
    return repair_as_at (record, day);
  return kith_record_ref (record);
}

/**
 * kith_map_as_at:
 * @map: a map
 * @day: a Julian day
 *
 * Returns: (transfer full): what of the map there was on that day
 */
KithMap *
kith_map_as_at (KithMap *map, gint32 day)
{
  KithMap *made = kith_map_new_empty ();
  g_autoptr (KithEdit) inserts = kith_edit_new ("");
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      {
        g_autoptr (KithRecord) then = kith_references_within (kept, record)
                                          ? kith_record_as_at (map, record, day)
                                          : NULL;

        if (then == NULL)
          continue;
        g_hash_table_add (kept, &then->id);
        kith_edit_insert (inserts, g_steal_pointer (&then));
      }
  if (!kith_map_apply (made, inserts, &error))
    g_error ("A map as at a day is not sound: %s", error->message);
  return made;
}

/* A date that lies after the day was not known on it. */
static void
forget_later (gpointer record, const char *name, gint32 day)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), name);
  KithDate *date = field != NULL ? kith_field_address (field, record) : NULL;

  if (date != NULL && kith_date_is_set (date) && kith_date_gone_from (date) > day)
    *date = (KithDate) KITH_DATE_INIT;
}

static void
add_as_it_stood (KithEdit *edit, const KithRecord *record, gint32 day)
{
  g_autoptr (KithRecord) then = NULL;

  if (record->kind == KITH_NAME)
    {
      if (kith_date_gone_from (&((const KithName *) record)->to) > day)
        kith_edit_delete (edit, record);
      return;
    }
  then = kith_record_copy (record);
  forget_later (then, "to", day);
  forget_later (then, "turned", day);
  forget_later (then, "let_go", day);
  if (record->kind == KITH_ABOUT)
    {
      g_free (((KithAbout *) then)->key);
      ((KithAbout *) then)->key = g_uuid_string_random ();
    }
  kith_edit_update (edit, record, g_steal_pointer (&then));
}

/**
 * kith_map_as_it_stood:
 * @map: a map
 * @day: a Julian day
 *
 * Returns: (transfer full): a new map of what there was on that day and was known on it
 */
KithMap *
kith_map_as_it_stood (KithMap *map, gint32 day)
{
  KithMap *made = kith_map_as_at (map, day);
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, made, (KithKind) kind)
      add_as_it_stood (edit, record, day);
  if (!kith_map_apply (made, edit, &error))
    g_error ("A map as it stood is not sound: %s", error->message);
  return made;
}
