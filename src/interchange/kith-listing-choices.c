/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: what there is to choose from in a cell. A choice that is a record is held by its id, so
 * that two of one name stay apart. */
#include <glib/gi18n-lib.h>

#include "kith-listing-private.h"
#include "kith-listing.h"
#include "kith-search-fold.h"
#include "kith-sectors.h"

typedef struct
{
  KithMap *map;
  KithWords *words;
  GPtrArray *found;
  guint max;
} Search;

void
kith_list_choice_free (KithListChoice *choice)
{
  g_free (choice->raw);
  g_free (choice->label);
  g_free (choice);
}

/* Takes `raw` and `label`. */
static void
offer (Search *search, char *raw, char *label)
{
  KithListChoice *choice = g_new (KithListChoice, 1);

  *choice = (KithListChoice){ raw, label };
  if (search->found->len < search->max
      && kith_words_in (search->words, label) == search->words->all)
    g_ptr_array_add (search->found, choice);
  else
    kith_list_choice_free (choice);
}

static char *
id_raw (KithId id)
{
  return g_strdup_printf (KITH_LIST_ID_PREFIX "%" G_GINT64_FORMAT, id);
}

static void
offer_enum (Search *search, const KithEnum *values)
{
  for (guint i = 0; i < values->n_values; i++)
    {
      const char *label = kith_enum_label (values, (int) i);
      gboolean is_nothing = *kith_enum_key (values, (int) i) == '\0';

      offer (search, g_strdup (is_nothing ? "" : label), g_strdup (label));
    }
}

static void
offer_scores (Search *search, KithDimension dimension)
{
  for (int step = KITH_SCORE_5; step >= KITH_SCORE_1; step--)
    {
      const char *word = kith_score_word (dimension, step);

      offer (search, g_strdup_printf ("%d", step),
             dimension == KITH_TRUST
                 ? g_strdup_printf ("%d %s: %s", step, word, kith_score_sentence (step))
                 : g_strdup_printf ("%d %s", step, word));
    }
  for (int why = KITH_SCORE_NOT_KNOWN; why <= KITH_SCORE_PREFER_NOT; why++)
    offer (search, g_strdup (kith_enum_label (&kith_scores, why)),
           g_strdup (kith_enum_label (&kith_scores, why)));
}

static void
offer_sectors (Search *search)
{
  g_autoptr (GArray) sectors = kith_sector_list (search->map);

  for (guint i = 0; i < sectors->len; i++)
    {
      KithId id = g_array_index (sectors, KithId, i);

      offer (search, id_raw (id), g_strdup (kith_sector_name (search->map, id)));
    }
}

static void
offer_records (Search *search, KithKind kind)
{
  g_autoptr (GPtrArray) list = kith_map_list (search->map, kind);

  for (guint i = 0; i < list->len && search->found->len < search->max; i++)
    {
      gconstpointer record = list->pdata[i];

      offer (search, id_raw (KITH_ID (record)), kith_list_row_title (search->map, record));
    }
}

static void
offer_owners (Search *search)
{
  offer (search, g_strdup (""), g_strdup (_ ("The whole map")));
  offer_records (search, KITH_STAKEHOLDER);
  offer_records (search, KITH_SPACE);
  offer_records (search, KITH_LINK);
}

static void
offer_all (Search *search, const KithListColumn *column)
{
  switch (column->source)
    {
    case KITH_FROM_SECTOR:
      offer_sectors (search);
      return;
    case KITH_FROM_END:
      offer_records (search, KITH_STAKEHOLDER);
      return;
    case KITH_FROM_OWNER:
      offer_owners (search);
      return;
    case KITH_FROM_OPINION:
      offer_scores (search, column->dimension);
      return;
    default:
      if (column->field != NULL && column->field->type == KITH_TYPE_ENUM)
        offer_enum (search, column->field->values);
    }
}

/**
 * kith_list_choices:
 * @column: a column
 * @map: the audience's map
 * @words: what was typed; "" for all
 * @max: the most choices
 *
 * Returns: (transfer full) (element-type KithListChoice): what the cell may be
 */
GPtrArray *
kith_list_choices (const KithListColumn *column, KithMap *map, const char *words, guint max)
{
  g_autoptr (KithWords) parsed = kith_words_new (words);
  Search search = { .map = map, .words = parsed, .max = max };

  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_list_choice_free);
  offer_all (&search, column);
  return search.found;
}

/**
 * kith_list_stakeholder_choices:
 * @map: the audience's map
 * @words: what was typed; "" for all
 * @max: the most choices
 *
 * Returns: (transfer full) (element-type KithListChoice): stakeholders by name
 */
GPtrArray *
kith_list_stakeholder_choices (KithMap *map, const char *words, guint max)
{
  const KithListColumn column = { .source = KITH_FROM_END };

  return kith_list_choices (&column, map, words, max);
}

/**
 * kith_list_choice_id:
 * @raw: of a choice
 *
 * Returns: the record that it stands for, or 0
 */
KithId
kith_list_choice_id (const char *raw)
{
  if (!g_str_has_prefix (raw, KITH_LIST_ID_PREFIX))
    return 0;
  return MAX (g_ascii_strtoll (raw + strlen (KITH_LIST_ID_PREFIX), NULL, 10), 0);
}
