/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a record, and a whole map, hold what they must: values in range, coordinates finite,
 * text valid, references that lead somewhere. */
#include "kith-map-private.h"
#include "kith-sectors.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
fail (GError **error, gconstpointer record, const char *field)
{
  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
               /* Translators: field, kind of record, id. */
               _ ("“%s” of the %s %" PRId64 " holds something that cannot be."), field,
               kith_kind_info (KITH_KIND (record))->name, KITH_ID (record));
  return FALSE;
}

static gboolean
coordinate_is_sound (const KithField *field, double value)
{
  return isfinite (value) && fabs (value) <= 1e6 && value == kith_quantise (value)
         && !(value == 0.0 && signbit (value)) && (field->type == KITH_TYPE_COORD || value >= 0.0);
}

static gboolean
text_is_sound (const KithField *field, const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= field->max
         && !(field->needed && *text == '\0');
}

static gboolean
field_is_sound (const KithField *field, gconstpointer record)
{
  gconstpointer at = kith_field_address (field, record);

  switch (field->type)
    {
    case KITH_TYPE_REF:
      return *(const gint64 *) at > 0 || (*(const gint64 *) at == 0 && !field->needed);
    case KITH_TYPE_TIME:
      return *(const gint64 *) at >= 0;
    case KITH_TYPE_ENUM:
      return *(const int *) at >= 0 && *(const int *) at < (int) field->values->n_values;
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      return *(const int *) at >= field->min && *(const int *) at <= field->max;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return coordinate_is_sound (field, *(const double *) at);
    case KITH_TYPE_TEXT:
      return text_is_sound (field, *(char *const *) at);
    case KITH_TYPE_DATE:
      return kith_date_is_valid (at);
    }
  return FALSE;
}

/* How many of the things that a record may hang on are set. */
static guint
n_owners (gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  guint n = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_REF
        && *(const KithId *) kith_field_address (&info->fields[i], record) != 0)
      n++;
  return n;
}

/* A step of a pulse is none, or from 1 to 5. */
static gboolean
pulse_is_sound (const KithPulse *pulse)
{
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    if (pulse->scores[i] != 0 && pulse->scores[i] < 100)
      return FALSE;
  return TRUE;
}

static gboolean
kind_is_sound (gconstpointer record, GError **error)
{
  const KithLink *link = record;
  const KithEvent *event = record;
  const KithQuote *quote = record;
  const KithSuccession *succession = record;
  const KithName *name = record;

  if (KITH_KIND (record) == KITH_LINK && link->a == link->b)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                           _ ("A stakeholder cannot be linked to itself."));
      return FALSE;
    }
  if (KITH_KIND (record) == KITH_EVENT
      && (event->link != 0) + (event->stakeholder != 0) + (event->space != 0) > 1)
    return fail (error, record, "link");
  if (KITH_KIND (record) == KITH_QUOTE && (quote->link != 0) + (quote->stakeholder != 0) != 1)
    return fail (error, record, "link");
  if (KITH_KIND (record) == KITH_BARRIER && n_owners (record) != 1)
    return fail (error, record, "link");
  if (KITH_KIND (record) == KITH_REPAIR && n_owners (record) > 1)
    return fail (error, record, "link");
  if (KITH_KIND (record) == KITH_PULSE && !pulse_is_sound (record))
    return fail (error, record, "score");
  if (KITH_KIND (record) == KITH_SUCCESSION && succession->before == succession->after)
    return fail (error, record, "after");
  if (KITH_KIND (record) == KITH_NAME && !kith_date_is_set (&name->to))
    return fail (error, record, "to");
  if ((KITH_KIND (record) == KITH_ABOUT) != (KITH_ID (record) == KITH_ABOUT_ID))
    return fail (error, record, "id");
  return TRUE;
}

/**
 * kith_record_validate:
 * @record: a record
 * @error: KITH_MODEL_ERROR_INVALID
 *
 * Returns: whether every field holds what its table allows; references are not followed
 */
gboolean
kith_record_validate (gconstpointer record, GError **error)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  if (KITH_ID (record) <= 0)
    return fail (error, record, "id");
  for (guint i = 0; i < info->n_fields; i++)
    if (!field_is_sound (&info->fields[i], record))
      return fail (error, record, info->fields[i].name);
  return kind_is_sound (record, error);
}

static gboolean
resolves (KithMap *map, const KithField *field, KithId id)
{
  if (id == 0)
    return !field->needed;
  if (field->target == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (id))
    return TRUE;
  return kith_map_get (map, field->target, id) != NULL;
}

gboolean
kith_map_references_resolve (KithMap *map, gconstpointer record, GError **error)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_REF
        && !resolves (map, &info->fields[i],
                      *(KithId *) kith_field_address (&info->fields[i], record)))
      {
        g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                     /* Translators: field, kind of record, id. */
                     _ ("“%s” of the %s %" PRId64 " refers to nothing on the map."),
                     info->fields[i].name, info->name, KITH_ID (record));
        return FALSE;
      }
  return TRUE;
}

gboolean
kith_references_within (GHashTable *kept, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithId *to = kith_field_address (&info->fields[i], record);

      if (info->fields[i].type == KITH_TYPE_REF && info->fields[i].target != KITH_SECTOR
          && info->fields[i].target != KITH_PICTURE && *to != 0
          && !g_hash_table_contains (kept, to))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_map_check:
 * @map: a map
 * @error: KITH_MODEL_ERROR_INVALID, the first thing that is wrong
 *
 * Asserts every invariant. Cost: linear in the map.
 *
 * Returns: whether the map is sound
 */
gboolean
kith_map_check (KithMap *map, GError **error)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      if (!kith_record_validate (record, error)
          || !kith_map_references_resolve (map, record, error))
        return FALSE;
  if (kith_map_n (map, KITH_ABOUT) != 1)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                           _ ("The map has lost the record of its title and purpose."));
      return FALSE;
    }
  return TRUE;
}
