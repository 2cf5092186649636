/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: the order of rows by a column. Each cell is made into a key once. */
#include "kith-fields.h"
#include "kith-listing-private.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

#include <string.h>

typedef struct
{
  KithId id;
  gboolean is_empty;
  double number;
  KithDate date;
  char *text; /* NULL where the number says it all */
} Key;

static void
key_clear (gpointer data)
{
  g_free (((Key *) data)->text);
}

/* Names in the order of people: case does not matter, and numbers count as numbers. */
static char *
natural_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

/* Steps in their order; what nobody knows comes after them, what nobody said last. */
static void
read_opinion (const KithListColumn *column, KithMap *map, Key *key)
{
  KithOpinion opinion;

  kith_opinion_of (map, key->id, column->end, column->dimension, &opinion);
  key->is_empty = !kith_opinion_is_rated (&opinion);
  key->number = opinion.voices > 0 ? opinion.median : (double) opinion.absence;
}

static double
place_of_sector (KithMap *map, KithId sector)
{
  return KITH_SECTOR_IS_BUILT_IN (sector) ? (double) sector : KITH_N_SECTORS + 1;
}

static void
read_text (const KithListColumn *column, KithMap *map, gconstpointer record, Key *key)
{
  g_autofree char *text = kith_list_cell_text (column, map, record);

  key->is_empty = *text == '\0';
  key->text = natural_key (text);
}

/* By one end, and those with the same by both. */
static void
read_end (const KithListColumn *column, KithMap *map, gconstpointer record, Key *key)
{
  g_autofree char *end = kith_list_cell_text (column, map, record);
  g_autofree char *both = kith_list_row_title (map, record);
  g_autofree char *text = g_strconcat (end, "\n", both, NULL);

  key->text = natural_key (text);
}

/* Numbers before words. */
static void
read_further (const KithListColumn *column, KithMap *map, gconstpointer record, Key *key)
{
  read_text (column, map, record, key);
  if (!kith_fields_get_number (*(char **) kith_field_address (column->field, record), column->name,
                               &key->number))
    key->number = G_MAXDOUBLE;
}

static void
read_field (const KithListColumn *column, KithMap *map, gconstpointer record, Key *key)
{
  gpointer at = kith_field_address (column->field, record);

  switch (column->field->type)
    {
    case KITH_TYPE_DATE:
      key->date = *(KithDate *) at;
      key->is_empty = !kith_date_is_set (at);
      return;
    case KITH_TYPE_ENUM:
      key->number = *(int *) at;
      key->is_empty = *kith_enum_key (column->field->values, *(int *) at) == '\0';
      return;
    case KITH_TYPE_BOOL:
      key->is_empty = !*(gboolean *) at;
      return;
    case KITH_TYPE_INT:
      key->number = *(int *) at;
      key->is_empty = *(int *) at == 0;
      return;
    default:
      read_text (column, map, record, key);
    }
}

static void
read_key (const KithListColumn *column, KithMap *map, gconstpointer record, Key *key)
{
  switch (column->source)
    {
    case KITH_FROM_FIELD:
      read_field (column, map, record, key);
      return;
    case KITH_FROM_FURTHER:
      read_further (column, map, record, key);
      return;
    case KITH_FROM_OPINION:
      read_opinion (column, map, key);
      return;
    case KITH_FROM_LINKS:
    case KITH_FROM_EVENTS:
      {
        g_autofree char *count = kith_list_cell_text (column, map, record);

        key->number = g_ascii_strtod (count, NULL);
        return;
      }
    case KITH_FROM_END:
      read_end (column, map, record, key);
      return;
    case KITH_FROM_SECTOR:
      key->number = place_of_sector (map, ((const KithStakeholder *) record)->sector);
      read_text (column, map, record, key);
      return;
    case KITH_FROM_SIGNS:
    case KITH_FROM_PULSE:
    case KITH_FROM_CHANGES:
    case KITH_FROM_VIEW:
    case KITH_FROM_STEP:
    case KITH_FROM_AGREEMENT:
      key->is_empty = !kith_list_understood_key (column, map, record, &key->number, &key->date);
      return;
    default:
      read_text (column, map, record, key);
    }
}

/* Without a column: as a person expects the kind. */
static void
read_plain_key (KithMap *map, gconstpointer record, Key *key)
{
  g_autofree char *title = kith_list_row_title (map, record);

  if (KITH_KIND (record) == KITH_EVENT)
    key->date = ((const KithEvent *) record)->date;
  key->text = natural_key (title);
}

static int
compare_values (const Key *x, const Key *y)
{
  int order = kith_date_compare (&x->date, &y->date);

  if (order != 0)
    return order;
  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return x->text != NULL && y->text != NULL ? strcmp (x->text, y->text) : 0;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer descending)
{
  const Key *x = a, *y = b;
  int order;

  if (x->is_empty != y->is_empty)
    return x->is_empty ? 1 : -1;
  order = compare_values (x, y);
  return GPOINTER_TO_INT (descending) ? -order : order;
}

/**
 * kith_list_sort:
 * @column: (nullable): what to sort by; NULL: names, of events dates
 * @map: the map of the records
 * @ids: (element-type gint64): ids of records of one kind; those that are gone are left out
 * @descending: the other way round; what is empty stays last
 *
 * Stable: what is equal keeps its order. Cost: a key for each, then n log n comparisons.
 */
void
kith_list_sort (const KithListColumn *column, KithMap *map, GArray *ids, gboolean descending)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, TRUE, sizeof (Key), ids->len);

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < ids->len; i++)
    {
      Key key = { .id = g_array_index (ids, KithId, i) };
      KithKind kind;
      gconstpointer record;

      if (!kith_map_kind_of (map, key.id, &kind))
        continue;
      record = kith_map_get (map, kind, key.id);
      if (column != NULL)
        read_key (column, map, record, &key);
      else
        read_plain_key (map, record, &key);
      g_array_append_val (keys, key);
    }
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (descending));
  g_array_set_size (ids, keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_index (ids, KithId, i) = g_array_index (keys, Key, i).id;
}
