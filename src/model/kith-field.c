/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a record by its table entry: address, comparison, text and validation. */
#include "kith-record.h"

#include <inttypes.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FAR 1000000.0

#define FIELD(Type, field, record) (*(Type *) kith_field_address (field, record))

/**
 * kith_quantise:
 * @value: a coordinate in map units
 *
 * Returns: the nearest multiple of 1/64, never a negative zero
 */
double
kith_quantise (double value)
{
  return floor (value * 64.0 + 0.5) / 64.0 + 0.0;
}

/**
 * kith_field_address:
 * @field: an entry of the record's table
 * @record: a record
 *
 * Returns: (transfer none): where the record holds that field
 */
gpointer
kith_field_address (const KithField *field, gconstpointer record)
{
  return (guint8 *) record + field->offset;
}

/**
 * kith_text_set:
 * @text: a text of a record that is being made
 * @value: (nullable): what it becomes
 */
void
kith_text_set (char **text, const char *value)
{
  char *old = *text;

  *text = value == NULL || *value == '\0' ? KITH_NO_TEXT : g_strdup (value);
  if (old != KITH_NO_TEXT)
    g_free (old);
}

/**
 * kith_field_equal:
 * @field: an entry of the table of both
 * @a: a record
 * @b: another of the same kind
 *
 * Returns: whether both hold the same value
 */
gboolean
kith_field_equal (const KithField *field, gconstpointer a, gconstpointer b)
{
  switch (field->type)
    {
    case KITH_TYPE_REF:
    case KITH_TYPE_TIME:
      return FIELD (gint64, field, a) == FIELD (gint64, field, b);
    case KITH_TYPE_ENUM:
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      return FIELD (int, field, a) == FIELD (int, field, b);
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return memcmp (kith_field_address (field, a), kith_field_address (field, b), sizeof (double))
             == 0;
    case KITH_TYPE_TEXT:
      return FIELD (char *, field, a) == FIELD (char *, field, b)
             || strcmp (FIELD (char *, field, a), FIELD (char *, field, b)) == 0;
    case KITH_TYPE_DATE:
      return kith_date_equal (kith_field_address (field, a), kith_field_address (field, b));
    }
  g_assert_not_reached ();
}

/**
 * kith_field_is_default:
 * @field: an entry of the record's table
 * @record: a record
 *
 * Returns: whether the field holds what a new record has: nothing, 0, no
 */
gboolean
kith_field_is_default (const KithField *field, gconstpointer record)
{
  switch (field->type)
    {
    case KITH_TYPE_REF:
    case KITH_TYPE_TIME:
      return FIELD (gint64, field, record) == 0;
    case KITH_TYPE_ENUM:
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      return FIELD (int, field, record) == 0;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return FIELD (double, field, record) == 0.0;
    case KITH_TYPE_TEXT:
      return FIELD (char *, field, record)[0] == '\0';
    case KITH_TYPE_DATE:
      return !kith_date_is_set (kith_field_address (field, record));
    }
  g_assert_not_reached ();
}

/* In bytes, of all but texts. */
static const gsize sizes[] = {
  [KITH_TYPE_REF] = sizeof (gint64),  [KITH_TYPE_ENUM] = sizeof (int),
  [KITH_TYPE_INT] = sizeof (int),     [KITH_TYPE_BOOL] = sizeof (int),
  [KITH_TYPE_TIME] = sizeof (gint64), [KITH_TYPE_COORD] = sizeof (double),
  [KITH_TYPE_SIZE] = sizeof (double), [KITH_TYPE_DATE] = sizeof (KithDate),
};

/**
 * kith_field_reset:
 * @field: an entry of the record's table
 * @record: a record that is being made
 *
 * Sets the field to its default.
 */
void
kith_field_reset (const KithField *field, gpointer record)
{
  if (field->type == KITH_TYPE_TEXT)
    kith_text_set (kith_field_address (field, record), NULL);
  else
    memset (kith_field_address (field, record), 0, sizes[field->type]);
}

/**
 * kith_field_copy:
 * @field: an entry of the table of both
 * @from: a record
 * @to: another of the same kind, that is being made
 */
void
kith_field_copy (const KithField *field, gconstpointer from, gpointer to)
{
  if (field->type == KITH_TYPE_TEXT)
    kith_text_set (kith_field_address (field, to), FIELD (char *, field, from));
  else
    memcpy (kith_field_address (field, to), kith_field_address (field, from), sizes[field->type]);
}

/**
 * kith_field_to_text:
 * @field: an entry of the record's table
 * @record: a record
 *
 * Returns: (transfer full): the value as files hold it: keys of enumerations, EDTF dates, plain
 *   decimal numbers; "" for nothing
 */
char *
kith_field_to_text (const KithField *field, gconstpointer record)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (field->type)
    {
    case KITH_TYPE_REF:
      if (FIELD (gint64, field, record) == 0)
        return g_strdup ("");
      return g_strdup_printf ("%" G_GINT64_FORMAT, FIELD (gint64, field, record));
    case KITH_TYPE_TIME:
      return g_strdup_printf ("%" G_GINT64_FORMAT, FIELD (gint64, field, record));
    case KITH_TYPE_ENUM:
      return g_strdup (kith_enum_key (field->values, FIELD (int, field, record)));
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      return g_strdup_printf ("%d", FIELD (int, field, record));
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, FIELD (double, field, record)));
    case KITH_TYPE_TEXT:
      return g_strdup (FIELD (char *, field, record));
    case KITH_TYPE_DATE:
      return kith_date_to_edtf (kith_field_address (field, record));
    }
  g_assert_not_reached ();
}

static gboolean
refuse (const KithField *field, const char *text, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, MIN ((gssize) strlen (text), 80));

  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
               /* Translators: the first is the name of a field, the second what it holds. */
               _ ("“%s” cannot be “%s”."), field->name, shown);
  return FALSE;
}

static gboolean
read_integer (const KithField *field,
              const char *text,
              gint64 low,
              gint64 high,
              gint64 *value,
              GError **error)
{
  if (*text == '\0')
    *value = 0;
  else if (!g_ascii_string_to_signed (text, 10, low, high, value, NULL))
    return refuse (field, text, error);
  return TRUE;
}

static gboolean
read_coordinate (const KithField *field, const char *text, double *value, GError **error)
{
  char *end = NULL;
  double number = 0.0;

  if (*text != '\0')
    {
      number = g_ascii_strtod (text, &end);
      if (*end != '\0' || end == text || !isfinite (number) || fabs (number) > FAR
          || (field->type == KITH_TYPE_SIZE && number < 0))
        return refuse (field, text, error);
    }
  *value = kith_quantise (number);
  return TRUE;
}

static gboolean
read_text (const KithField *field, const char *text, char **value, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (field, text, error);
  if (g_utf8_strlen (text, -1) > field->max || strlen (text) > (gsize) field->max * 4)
    {
      g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                   ngettext ("“%s” is too long: at most %" PRId64 " character fits.",
                             "“%s” is too long: at most %" PRId64 " characters fit.",
                             (gulong) field->max),
                   field->name, field->max);
      return FALSE;
    }
  kith_text_set (value, text);
  return TRUE;
}

static gboolean
read_number (const KithField *field, gpointer record, const char *text, GError **error)
{
  gboolean wide = field->type == KITH_TYPE_REF || field->type == KITH_TYPE_TIME;
  gint64 low = wide ? 0 : field->min;
  gint64 high = wide ? G_MAXINT64 : field->max;
  gint64 value;

  if (!read_integer (field, text, low, high, &value, error))
    return FALSE;
  if (wide)
    FIELD (gint64, field, record) = value;
  else
    FIELD (int, field, record) = (int) value;
  return TRUE;
}

/**
 * kith_field_from_text:
 * @field: an entry of the record's table
 * @record: a record that is being made
 * @text: the value as kith_field_to_text() gives it; "" for the default
 * @error: KITH_MODEL_ERROR_INVALID: out of range, not UTF-8, too long, no such key
 *
 * Returns: whether the field was set; if not, it holds what it held
 */
gboolean
kith_field_from_text (const KithField *field, gpointer record, const char *text, GError **error)
{
  int value = 0;
  KithDate date;

  switch (field->type)
    {
    case KITH_TYPE_REF:
    case KITH_TYPE_TIME:
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      return read_number (field, record, text, error);
    case KITH_TYPE_ENUM:
      if (*text != '\0' && !kith_enum_from_key (field->values, text, &value))
        return refuse (field, text, error);
      FIELD (int, field, record) = value;
      return TRUE;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return read_coordinate (field, text, kith_field_address (field, record), error);
    case KITH_TYPE_TEXT:
      return read_text (field, text, kith_field_address (field, record), error);
    case KITH_TYPE_DATE:
      if (!kith_date_from_edtf (text, &date))
        return refuse (field, text, error);
      FIELD (KithDate, field, record) = date;
      return TRUE;
    }
  g_assert_not_reached ();
}
