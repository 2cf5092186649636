/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-rows.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-sql.h"
#include "kith-store-error.h"

static void
bind_reference (sqlite3_stmt *stmt, int i, KithId id)
{
  if (id == 0)
    sqlite3_bind_null (stmt, i);
  else
    sqlite3_bind_int64 (stmt, i, id);
}

static void
bind_field (sqlite3_stmt *stmt, int i, const KithField *field, gconstpointer record)
{
  gconstpointer value = kith_field_address (field, record);

  switch (field->type)
    {
    case KITH_TYPE_REF:
      bind_reference (stmt, i, *(const KithId *) value);
      break;
    case KITH_TYPE_INT:
    case KITH_TYPE_BOOL:
      sqlite3_bind_int (stmt, i, *(const int *) value);
      break;
    case KITH_TYPE_TIME:
      sqlite3_bind_int64 (stmt, i, *(const gint64 *) value);
      break;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      sqlite3_bind_double (stmt, i, *(const double *) value);
      break;
    case KITH_TYPE_TEXT:
      kith_sql_bind_text (stmt, i, *(char *const *) value);
      break;
    case KITH_TYPE_ENUM:
    case KITH_TYPE_DATE:
      sqlite3_bind_text (stmt, i, kith_field_to_text (field, record), -1, g_free);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
kith_row_bind (sqlite3_stmt *stmt, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  const KithRecord *head = record;

  sqlite3_bind_int64 (stmt, 1, head->id);
  for (guint i = 0; i < info->n_fields; i++)
    bind_field (stmt, i + 2, &info->fields[i], record);
  sqlite3_bind_int64 (stmt, info->n_fields + 2, head->changed);
  sqlite3_bind_int64 (stmt, info->n_fields + 3, head->copy);
}

static gboolean
read_integer (sqlite3_stmt *stmt, int i, const KithField *field, gpointer value)
{
  gint64 number = sqlite3_column_int64 (stmt, i);

  if (field->type == KITH_TYPE_REF && sqlite3_column_type (stmt, i) == SQLITE_NULL)
    {
      *(KithId *) value = 0;
      return !field->needed;
    }
  if (sqlite3_column_type (stmt, i) != SQLITE_INTEGER)
    return FALSE;
  if (field->type == KITH_TYPE_REF || field->type == KITH_TYPE_TIME)
    {
      *(gint64 *) value = number;
      return field->type == KITH_TYPE_TIME || number > 0;
    }
  if (number < G_MININT32 || number > G_MAXINT32)
    return FALSE;
  *(int *) value = number;
  return field->type != KITH_TYPE_BOOL || number == 0 || number == 1;
}

/* Only what could have been written counts: finite, on the grid of 1/64, no negative zero. */
static gboolean
read_real (sqlite3_stmt *stmt, int i, double *value)
{
  double number = sqlite3_column_double (stmt, i);

  if (sqlite3_column_type (stmt, i) != SQLITE_FLOAT || !isfinite (number))
    return FALSE;
  *value = number;
  return number == kith_quantise (number) && !(number == 0.0 && signbit (number));
}

static gboolean
read_text (sqlite3_stmt *stmt, int i, const KithField *field, gpointer record)
{
  const char *text;

  if (sqlite3_column_type (stmt, i) != SQLITE_TEXT)
    return FALSE;
  text = (const char *) sqlite3_column_text (stmt, i);
  if (text == NULL || strlen (text) != (gsize) sqlite3_column_bytes (stmt, i)
      || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  return kith_field_from_text (field, record, text, NULL);
}

static gboolean
read_field (sqlite3_stmt *stmt, int i, const KithField *field, gpointer record)
{
  switch (field->type)
    {
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      return read_real (stmt, i, kith_field_address (field, record));
    case KITH_TYPE_TEXT:
    case KITH_TYPE_ENUM:
    case KITH_TYPE_DATE:
      return read_text (stmt, i, field, record);
    default:
      return read_integer (stmt, i, field, kith_field_address (field, record));
    }
}

gpointer
kith_row_read (sqlite3_stmt *stmt, KithKind kind, GError **error)
{
  const KithKindInfo *info = kith_kind_info (kind);
  KithId id = sqlite3_column_int64 (stmt, 0);
  g_autoptr (KithRecord) record = NULL;

  if (id > 0)
    record = kith_record_new (kind, id);
  for (guint i = 0; record != NULL && i < info->n_fields; i++)
    if (!read_field (stmt, i + 1, &info->fields[i], record))
      {
        g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED,
                     _ ("“%s” of a %s holds what cannot be there"), info->fields[i].name,
                     info->name);
        return NULL;
      }
  if (record == NULL)
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED,
                   _ ("a %s has an impossible number"), info->name);
      return NULL;
    }
  record->changed = sqlite3_column_int64 (stmt, info->n_fields + 1);
  record->copy = sqlite3_column_int64 (stmt, info->n_fields + 2);
  if (!kith_record_validate (record, error))
    return NULL;
  return g_steal_pointer (&record);
}
