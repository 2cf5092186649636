/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: what cells say, on screen, to a screen reader and to a spreadsheet. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-fields.h"
#include "kith-listing-private.h"
#include "kith-opinion.h"
#include "kith-search-fold.h"
#include "kith-sectors.h"

static const char *
name_of (KithMap *map, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);

  return stakeholder != NULL ? stakeholder->name : "";
}

/**
 * kith_list_link_title:
 * @map: a map
 * @link: one of its links
 *
 * Returns: (transfer full): what it is called
 */
char *
kith_list_link_title (KithMap *map, const KithLink *link)
{
  /* Translators: a link by its two ends: "Police – Emergency Department" */
  return g_strdup_printf (_ ("%s – %s"), name_of (map, link->a), name_of (map, link->b));
}

static char *
owner_text (KithMap *map, const KithEvent *event)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;
  const KithSpace *space = event->space != 0 ? kith_map_space (map, event->space) : NULL;

  if (link != NULL)
    return kith_list_link_title (map, link);
  if (space != NULL)
    return g_strdup (space->name);
  if (event->stakeholder != 0)
    return g_strdup (name_of (map, event->stakeholder));
  return g_strdup (_ ("The whole map"));
}

static guint
count_of (KithMap *map, KithId id, KithKind kind)
{
  const GPtrArray *referrers = kith_map_referrers (map, id);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    n += KITH_KIND (referrers->pdata[i]) == kind;
  return n;
}

static char *
count_text (KithMap *map, KithId id, KithKind kind)
{
  return g_strdup_printf ("%u", count_of (map, id, kind));
}

/* A detail has steps of its own: "4 Mostly". */
static char *
opinion_words (const KithOpinion *opinion, KithDimension dimension)
{
  g_autofree char *digit = NULL;

  if (dimension < KITH_N_DIMENSIONS || opinion->voices == 0)
    return kith_opinion_to_words (opinion);
  digit = kith_opinion_to_digit (opinion);
  return g_strdup_printf ("%s %s", digit, kith_score_word (dimension, opinion->step));
}

static char *
opinion_text (const KithListColumn *column, KithMap *map, KithId id)
{
  KithOpinion opinion;

  kith_opinion_of (map, id, column->end, column->dimension, &opinion);
  if (!kith_opinion_is_rated (&opinion))
    return g_strdup ("");
  return opinion_words (&opinion, column->dimension);
}

static char *
enum_text (const KithField *field, gconstpointer record)
{
  int value = *(int *) kith_field_address (field, record);

  /* what is not said leaves the cell empty */
  if (*kith_enum_key (field->values, value) == '\0')
    return g_strdup ("");
  return g_strdup (kith_enum_label (field->values, value));
}

static char *
field_text (const KithField *field, gconstpointer record)
{
  gpointer at = kith_field_address (field, record);

  switch (field->type)
    {
    case KITH_TYPE_TEXT:
      return g_strdup (*(char **) at);
    case KITH_TYPE_ENUM:
      return enum_text (field, record);
    case KITH_TYPE_DATE:
      return kith_date_to_words (at);
    case KITH_TYPE_BOOL:
      return g_strdup (*(gboolean *) at ? _ ("Yes") : "");
    case KITH_TYPE_INT:
      return *(int *) at != 0 ? g_strdup_printf ("%d", *(int *) at) : g_strdup ("");
    default:
      return kith_field_to_text (field, record);
    }
}

static char *
further_text (const KithListColumn *column, gconstpointer record)
{
  char *text = kith_fields_get (*(char **) kith_field_address (column->field, record),
                                column->name);

  return text != NULL ? text : g_strdup ("");
}

static char *
full_text (const KithListColumn *column, KithMap *map, gconstpointer record)
{
  const KithLink *link = record;

  switch (column->source)
    {
    case KITH_FROM_SECTOR:
      return g_strdup (kith_sector_name (map, ((const KithStakeholder *) record)->sector));
    case KITH_FROM_END:
      return g_strdup (name_of (map, kith_link_rater (link, column->end)));
    case KITH_FROM_OPINION:
      return opinion_text (column, map, KITH_ID (record));
    case KITH_FROM_OWNER:
      return owner_text (map, record);
    case KITH_FROM_LINKS:
      return count_text (map, KITH_ID (record), KITH_LINK);
    case KITH_FROM_EVENTS:
      return count_text (map, KITH_ID (record), KITH_EVENT);
    case KITH_FROM_FURTHER:
      return further_text (column, record);
    case KITH_FROM_FIELD:
      return field_text (column->field, record);
    default:
      return kith_list_understood_text (column, map, record);
    }
}

/**
 * kith_list_cell_text:
 * @column: a column
 * @map: the map of the record
 * @record: a record of the column's kind
 *
 * Returns: (transfer full): what the cell shows, on one line
 */
char *
kith_list_cell_text (const KithListColumn *column, KithMap *map, gconstpointer record)
{
  char *text = full_text (column, map, record);

  return g_strdelimit (text, "\r\n\t", ' ');
}

/**
 * kith_list_cell_raw:
 * @column: a column
 * @map: the map of the record
 * @record: a record of the column's kind
 *
 * Returns: (transfer full): what the cell holds, as kith_list_set() would take it
 */
char *
kith_list_cell_raw (const KithListColumn *column, KithMap *map, gconstpointer record)
{
  KithOpinion opinion;

  if (column->source != KITH_FROM_OPINION)
    return full_text (column, map, record);
  kith_opinion_of (map, KITH_ID (record), column->end, column->dimension, &opinion);
  if (opinion.voices == 0 && opinion.absence != KITH_SCORE_UNSET)
    return g_strdup (kith_enum_label (&kith_scores, opinion.absence));
  return kith_opinion_to_digit (&opinion);
}

/**
 * kith_list_row_title:
 * @map: a map
 * @record: one of its stakeholders, links, events or shared spaces
 *
 * Returns: (transfer full): what the row is called
 */
char *
kith_list_row_title (KithMap *map, gconstpointer record)
{
  const KithEvent *event = record;

  switch (KITH_KIND (record))
    {
    case KITH_STAKEHOLDER:
      return g_strdup (((const KithStakeholder *) record)->name);
    case KITH_LINK:
      return kith_list_link_title (map, record);
    case KITH_SPACE:
      return g_strdup (((const KithSpace *) record)->name);
    case KITH_EVENT:
    default:
      if (*event->title != '\0')
        return g_strdup (event->title);
      return g_strdup (kith_enum_label (&kith_event_kinds, event->kind));
    }
}

static char *
opinion_name (const KithListColumn *column, KithMap *map, const KithLink *link)
{
  g_autofree char *words = NULL;
  KithOpinion opinion;

  kith_opinion_of (map, KITH_ID (link), column->end, column->dimension, &opinion);
  words = opinion_words (&opinion, column->dimension);
  /* Translators: a cell: whose view it is, of whom, trust or respect, "4 Strong" */
  return g_strdup_printf (_ ("What %s make of %s, %s: %s"),
                          name_of (map, kith_link_rater (link, column->end)),
                          name_of (map, kith_link_rated (link, column->end)),
                          kith_enum_label (&kith_dimensions, column->dimension), words);
}

/**
 * kith_list_cell_name:
 * @column: a column
 * @map: the map of the record
 * @record: a record of the column's kind
 *
 * Returns: (transfer full): the cell as a screen reader says it
 */
char *
kith_list_cell_name (const KithListColumn *column, KithMap *map, gconstpointer record)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (column->source == KITH_FROM_OPINION)
    return opinion_name (column, map, record);
  title = kith_list_row_title (map, record);
  text = kith_list_cell_text (column, map, record);
  /* Translators: a cell: what the row is called, the column's title, what the cell says */
  return g_strdup_printf (_ ("%s, %s: %s"), title, column->title,
                          *text != '\0' ? text : _ ("empty"));
}

/**
 * kith_list_matches:
 * @columns: (element-type KithListColumn): the columns that are looked at
 * @map: the map of the record
 * @record: a record of their kind
 * @words: a KithWords; none match everything
 *
 * Returns: whether the cells hold every word, in any order
 */
gboolean
kith_list_matches (GPtrArray *columns, KithMap *map, gconstpointer record, gpointer words)
{
  KithWords *parsed = words;
  guint32 found = 0;

  for (guint i = 0; i < columns->len && found != parsed->all; i++)
    {
      g_autofree char *text = full_text (columns->pdata[i], map, record);

      if (*text != '\0')
        found |= kith_words_in (parsed, text);
    }
  return found == parsed->all;
}
