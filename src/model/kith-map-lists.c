/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map holds as lists in the order that a person expects. */
#include "kith-map.h"

static const KithDate *
date_of (gconstpointer record)
{
  static const KithDate none = KITH_DATE_INIT;

  switch (KITH_KIND (record))
    {
    case KITH_EVENT:
      return &((const KithEvent *) record)->date;
    case KITH_ASSESSMENT:
      return &((const KithAssessment *) record)->date;
    case KITH_ROUND:
      return &((const KithRound *) record)->date;
    case KITH_QUOTE:
      return &((const KithQuote *) record)->date;
    case KITH_SUCCESSION:
      return &((const KithSuccession *) record)->date;
    case KITH_NAME:
      return &((const KithName *) record)->to;
    case KITH_STANCE:
      return &((const KithStance *) record)->date;
    case KITH_ANSWER:
      return &((const KithAnswer *) record)->date;
    case KITH_PULSE:
      return &((const KithPulse *) record)->date;
    case KITH_LOAD:
      return &((const KithLoad *) record)->start;
    case KITH_BARRIER:
      return &((const KithBarrier *) record)->from;
    case KITH_REPAIR:
      return &((const KithRepair *) record)->due;
    case KITH_ACKNOWLEDGEMENT:
      return &((const KithAcknowledgement *) record)->date;
    default:
      return &none;
    }
}

static int
rank_of (gconstpointer record)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "rank");

  return field != NULL ? *(const int *) kith_field_address (field, record) : 0;
}

static const char *
name_of (gconstpointer record)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "name");

  return field != NULL ? *(char **) kith_field_address (field, record) : "";
}

static gint64
entered (gconstpointer record)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "entered");

  return field != NULL ? *(const gint64 *) kith_field_address (field, record) : 0;
}

/* By date, then name, then time of entry, then id, so that the order is always the same. */
static int
compare_records (gconstpointer a, gconstpointer b)
{
  gconstpointer one = *(gconstpointer *) a;
  gconstpointer other = *(gconstpointer *) b;
  int order = kith_date_compare (date_of (one), date_of (other));

  if (order == 0 && rank_of (one) != rank_of (other))
    order = rank_of (one) < rank_of (other) ? -1 : 1;
  if (order == 0)
    order = g_utf8_collate (name_of (one), name_of (other));
  if (order == 0 && entered (one) != entered (other))
    order = entered (one) < entered (other) ? -1 : 1;
  return order != 0 ? order : kith_record_compare (one, other);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return kith_record_compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

/* Records of one kind; links have neither date nor name. */
static GPtrArray *
sorted (GPtrArray *list)
{
  if (list->len > 1)
    g_ptr_array_sort (list,
                      KITH_KIND (list->pdata[0]) == KITH_LINK ? compare_links : compare_records);
  return list;
}

/**
 * kith_map_list:
 * @map: a map
 * @kind: a kind
 *
 * Returns: (transfer container): its records, by date where their kind has one (an earlier name
 *   by the day on which it ended), scenes in their order, then by name
 */
GPtrArray *
kith_map_list (KithMap *map, KithKind kind)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithRecord, record, map, kind)
    g_ptr_array_add (list, (gpointer) record);
  return sorted (list);
}

/* Borrowed records of `kind` that refer to `id`. */
static GPtrArray *
referrers_of_kind (KithMap *map, KithId id, KithKind kind)
{
  const GPtrArray *all = kith_map_referrers (map, id);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (KITH_KIND (all->pdata[i]) == kind)
      g_ptr_array_add (list, all->pdata[i]);
  return list;
}

/**
 * kith_map_links_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): KithLink, in the order of their ids
 */
GPtrArray *
kith_map_links_of (KithMap *map, KithId stakeholder)
{
  return sorted (referrers_of_kind (map, stakeholder, KITH_LINK));
}

static gboolean
belongs_to_map (const KithEvent *event)
{
  return event->link == 0 && event->stakeholder == 0 && event->space == 0;
}

/**
 * kith_map_events_of:
 * @map: a map
 * @owner: a link, stakeholder or space; 0: the whole map
 *
 * Returns: (transfer container): KithEvent, oldest first
 */
GPtrArray *
kith_map_events_of (KithMap *map, KithId owner)
{
  GPtrArray *list;

  if (owner != 0)
    return sorted (referrers_of_kind (map, owner, KITH_EVENT));
  list = g_ptr_array_new ();
  KITH_FOR_EACH (KithEvent, event, map, KITH_EVENT)
    if (belongs_to_map (event))
      g_ptr_array_add (list, (gpointer) event);
  return sorted (list);
}

/**
 * kith_map_assessments_of:
 * @map: a map
 * @link: a link
 * @end: the end whose opinion they are
 *
 * Returns: (transfer container): KithAssessment, oldest first, on one day in order of entry
 */
GPtrArray *
kith_map_assessments_of (KithMap *map, KithId link, KithEnd end)
{
  g_autoptr (GPtrArray) all = referrers_of_kind (map, link, KITH_ASSESSMENT);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((KithAssessment *) all->pdata[i])->end == (int) end)
      g_ptr_array_add (list, all->pdata[i]);
  return sorted (list);
}

/**
 * kith_map_members_of:
 * @map: a map
 * @space: a shared space
 *
 * Returns: (transfer container): KithStakeholder, by name
 */
GPtrArray *
kith_map_members_of (KithMap *map, KithId space)
{
  g_autoptr (GPtrArray) all = referrers_of_kind (map, space, KITH_MEMBERSHIP);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      gconstpointer who = kith_map_stakeholder (map,
                                                ((KithMembership *) all->pdata[i])->stakeholder);

      /* who left and came again has two memberships */
      if (g_hash_table_add (seen, (gpointer) who))
        g_ptr_array_add (list, (gpointer) who);
    }
  return sorted (list);
}

/**
 * kith_map_spaces_of:
 * @map: a map
 * @stakeholder: one of its stakeholders
 *
 * Returns: (transfer container): KithSpace, by name
 */
GPtrArray *
kith_map_spaces_of (KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) all = referrers_of_kind (map, stakeholder, KITH_MEMBERSHIP);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      gconstpointer space = kith_map_space (map, ((KithMembership *) all->pdata[i])->space);

      if (!g_ptr_array_find (list, space, NULL))
        g_ptr_array_add (list, (gpointer) space);
    }
  return sorted (list);
}
