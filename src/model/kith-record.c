/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (kith - model - error - quark, kith_model_error)

char kith_no_text[] = "";

/**
 * kith_refuse:
 * @error: (out): KITH_MODEL_ERROR_REFUSED
 * @reason: a sentence that says why, and what to do
 *
 * Returns: FALSE
 */
gboolean
kith_refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED, reason);
  return FALSE;
}

/**
 * kith_refuse_null:
 * @error: (out): KITH_MODEL_ERROR_REFUSED
 * @reason: a sentence that says why, and what to do
 *
 * Returns: NULL, where a verb has an edit to return
 */
gpointer
kith_refuse_null (GError **error, const char *reason)
{
  kith_refuse (error, reason);
  return NULL;
}

/**
 * kith_id_new:
 *
 * Returns: a random id, 2^32 or above so that it never meets one of the fixed ids
 */
KithId
kith_id_new (void)
{
  guint64 high = g_random_int () & 0x7fffffff;

  return (KithId) (((high | 1) << 32) | g_random_int ());
}

/**
 * kith_id_from_text:
 * @text: a name that a person gave to a record in a source file
 *
 * Returns: the id that this name always has: the first 63 bits of its SHA-256, 2^32 or above
 */
KithId
kith_id_from_text (const char *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 id = 0;

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < 8; i++)
    id = id << 8 | digest[i];
  id &= G_GUINT64_CONSTANT (0x7fffffffffffffff);
  return (KithId) (id | (G_GUINT64_CONSTANT (1) << 32));
}

/**
 * kith_record_new:
 * @kind: its kind
 * @id: its id
 *
 * Returns: (transfer full): a record with every field at its default
 */
gpointer
kith_record_new (KithKind kind, KithId id)
{
  const KithKindInfo *info = kith_kind_info (kind);
  KithRecord *record = g_malloc0 (info->size);

  record->kind = kind;
  record->id = id;
  g_atomic_ref_count_init (&record->ref_count);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_TEXT)
      *(char **) kith_field_address (&info->fields[i], record) = KITH_NO_TEXT;
  return record;
}

/**
 * kith_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): one that equals it, with the same id and stamp, free to be changed
 */
gpointer
kith_record_copy (gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  KithRecord *copy = g_memdup2 (record, info->size);

  g_atomic_ref_count_init (&copy->ref_count);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_TEXT)
      {
        char **text = kith_field_address (&info->fields[i], copy);

        *text = **text == '\0' ? KITH_NO_TEXT : g_strdup (*text);
      }
  return copy;
}

/**
 * kith_record_with_changes:
 * @now: a record as it stands
 * @opened: one of the same kind, as somebody began to change it
 * @changed: the same as they left it
 *
 * What others did to @now meanwhile stays, but in the fields that have been changed.
 *
 * Returns: (transfer full): a copy of @now with the fields in which @changed differs from @opened
 */
gpointer
kith_record_with_changes (gconstpointer now, gconstpointer opened, gconstpointer changed)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (now));
  gpointer record = kith_record_copy (now);

  g_assert (KITH_KIND (opened) == KITH_KIND (now) && KITH_KIND (changed) == KITH_KIND (now));
  for (guint i = 0; i < info->n_fields; i++)
    if (!kith_field_equal (&info->fields[i], opened, changed))
      kith_field_copy (&info->fields[i], changed, record);
  return record;
}

/**
 * kith_record_ref:
 * @record: a record, immutable from now on
 *
 * Returns: (transfer full): the same
 */
gpointer
kith_record_ref (gconstpointer record)
{
  g_atomic_ref_count_inc (&KITH_RECORD (record)->ref_count);
  return (gpointer) record;
}

/**
 * kith_record_unref:
 * @record: (transfer full): a record; freed with the last reference
 */
void
kith_record_unref (gpointer record)
{
  const KithKindInfo *info;

  if (!g_atomic_ref_count_dec (&KITH_RECORD (record)->ref_count))
    return;
  info = kith_kind_info (KITH_KIND (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_TEXT)
      {
        char *text = *(char **) kith_field_address (&info->fields[i], record);

        if (text != KITH_NO_TEXT)
          g_free (text);
      }
  g_free (record);
}

/**
 * kith_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether kind, id and every field are the same; the stamp does not count
 */
gboolean
kith_record_equal (gconstpointer a, gconstpointer b)
{
  const KithKindInfo *info;

  if (a == b)
    return TRUE;
  if (KITH_KIND (a) != KITH_KIND (b) || KITH_ID (a) != KITH_ID (b))
    return FALSE;
  info = kith_kind_info (KITH_KIND (a));
  for (guint i = 0; i < info->n_fields; i++)
    if (!kith_field_equal (&info->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * kith_record_compare:
 * @a: a record
 * @b: another
 *
 * Returns: the canonical order, by kind and id, as for qsort
 */
int
kith_record_compare (gconstpointer a, gconstpointer b)
{
  if (KITH_KIND (a) != KITH_KIND (b))
    return KITH_KIND (a) < KITH_KIND (b) ? -1 : 1;
  if (KITH_ID (a) != KITH_ID (b))
    return KITH_ID (a) < KITH_ID (b) ? -1 : 1;
  return 0;
}

/**
 * kith_record_is_private:
 * @record: a record
 *
 * Returns: whether it is marked as the working team's only
 */
gboolean
kith_record_is_private (gconstpointer record)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "private");

  return field != NULL && *(gboolean *) kith_field_address (field, record);
}

/**
 * kith_record_encode:
 * @record: a record
 * @out: receives bytes: for each field that is not at its default "name:length:text\n" in the
 *   order of the table; the same for equal records
 */
void
kith_record_encode (gconstpointer record, GString *out)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    if (!kith_field_is_default (&info->fields[i], record))
      {
        g_autofree char *text = kith_field_to_text (&info->fields[i], record);

        g_string_append_printf (out, "%s:%" G_GSIZE_FORMAT ":", info->fields[i].name,
                                strlen (text));
        g_string_append (out, text);
        g_string_append_c (out, '\n');
      }
}

static gboolean
encoding_broken (GError **error)
{
  g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                       _ ("A stored record cannot be read: its bytes are damaged."));
  return FALSE;
}

/* Takes "name:length:text\n" off the front of *data into the record. */
static gboolean
decode_field (KithRecord *record, const char **data, const char *end, GError **error)
{
  const char *colon = memchr (*data, ':', (gsize) (end - *data));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const KithField *field;
  char *rest = NULL;
  guint64 length;

  if (colon == NULL)
    return encoding_broken (error);
  name = g_strndup (*data, (gsize) (colon - *data));
  errno = 0;
  length = g_ascii_strtoull (colon + 1, &rest, 10);
  if (errno != 0 || !g_ascii_isdigit (colon[1]) || rest >= end || *rest != ':'
      || length >= (guint64) (end - rest - 1) || rest[1 + length] != '\n'
      || memchr (rest + 1, '\0', length) != NULL)
    return encoding_broken (error);
  text = g_strndup (rest + 1, length);
  *data = rest + 1 + length + 1;
  field = kith_kind_field (record->kind, name);
  if (field == NULL)
    return encoding_broken (error);
  return kith_field_from_text (field, record, text, error);
}

/**
 * kith_record_decode:
 * @kind: its kind
 * @id: its id
 * @data: what kith_record_encode() made, followed by a NUL
 * @length: in bytes, without the NUL
 * @error: KITH_MODEL_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
kith_record_decode (KithKind kind, KithId id, const char *data, gsize length, GError **error)
{
  g_autoptr (KithRecord) record = kith_record_new (kind, id);
  const char *end = data + length;

  while (data < end)
    if (!decode_field (record, &data, end, error))
      return NULL;
  return g_steal_pointer (&record);
}
