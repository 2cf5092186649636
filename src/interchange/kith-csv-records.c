/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv-records.h"

#include <string.h>

#define ID " id" /* after the name of the kind: heading of the first column */

/* Stakeholders and links have the tables that spreadsheets and Kumu read; a picture is no text, and
 * nobody adds sectors. */
gboolean
kith_csv_has_table (KithKind kind)
{
  return kind != KITH_STAKEHOLDER && kind != KITH_LINK && kind != KITH_PICTURE
         && kind != KITH_SECTOR;
}

/* The identity of a map stays with its file: a table is another map, or is read into one. */
gboolean
kith_csv_has_field (KithKind kind, const KithField *field)
{
  return !(field->type == KITH_TYPE_REF && field->target == KITH_PICTURE)
         && !(kind == KITH_ABOUT && g_str_equal (field->name, "key"));
}

char *
kith_csv_table_name (KithKind kind)
{
  return kind == KITH_ABOUT ? g_strdup ("map")
                            : g_strconcat (kith_kind_info (kind)->name, "s", NULL);
}

gboolean
kith_csv_is_records (const KithCsvTable *table, KithKind *kind)
{
  const char *heading = kith_csv_n_rows (table) > 0 ? kith_csv_cell (table, 0, 0) : "";
  g_autofree char *name = NULL;

  if (!g_str_has_suffix (heading, ID))
    return FALSE;
  name = g_strndup (heading, strlen (heading) - strlen (ID));
  return kith_kind_from_name (name, kind) && kith_csv_has_table (*kind);
}

/* Without its picture a background is nothing. */
static gboolean
is_written (gconstpointer record)
{
  return KITH_KIND (record) != KITH_ANNOTATION || ((const KithAnnotation *) record)->picture == 0;
}

static gboolean
is_used (GPtrArray *records, const KithField *field)
{
  for (guint i = 0; i < records->len; i++)
    if (!kith_field_is_default (field, records->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
write_cell (GString *out, const KithField *field, gconstpointer record)
{
  g_autofree char *text = NULL;

  if (kith_field_is_default (field, record))
    kith_csv_write_text (out, FALSE, "");
  else if (field->type == KITH_TYPE_COORD || field->type == KITH_TYPE_SIZE)
    kith_csv_write_number (out, FALSE, *(double *) kith_field_address (field, record));
  else if (field->type == KITH_TYPE_BOOL)
    kith_csv_write_text (out, FALSE, "yes");
  else
    {
      text = kith_field_to_text (field, record);
      kith_csv_write_text (out, FALSE, text);
    }
}

static GPtrArray *
list_written (KithMap *map, KithKind kind)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, kind);
  GPtrArray *written = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_written (all->pdata[i]))
      g_ptr_array_add (written, all->pdata[i]);
  return written;
}

static GPtrArray *
list_fields (GPtrArray *records, KithKind kind)
{
  const KithKindInfo *info = kith_kind_info (kind);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if (kith_csv_has_field (kind, &info->fields[i]) && is_used (records, &info->fields[i]))
      g_ptr_array_add (fields, (gpointer) &info->fields[i]);
  return fields;
}

/**
 * kith_csv_export_records:
 * @map: a map, already made for its audience
 * @kind: one that has a table of its own
 *
 * The columns are the fields in which any record says something, after its id; what a record refers to
 * stands there by the id that it has in its own table.
 *
 * Returns: (transfer full) (nullable): the table, UTF-8, RFC 4180; NULL where there is no such record
 */
GBytes *
kith_csv_export_records (KithMap *map, KithKind kind)
{
  g_autoptr (GPtrArray) records = list_written (map, kind);
  g_autoptr (GPtrArray) fields = list_fields (records, kind);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *heading = g_strconcat (kith_kind_info (kind)->name, ID, NULL);

  g_return_val_if_fail (kith_csv_has_table (kind), NULL);
  if (fields->len == 0)
    return NULL;
  kith_csv_write_text (out, TRUE, heading);
  for (guint i = 0; i < fields->len; i++)
    kith_csv_write_text (out, FALSE, ((const KithField *) fields->pdata[i])->name);
  kith_csv_write_end (out);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, KITH_ID (records->pdata[i]));

      kith_csv_write_text (out, TRUE, id);
      for (guint j = 0; j < fields->len; j++)
        write_cell (out, fields->pdata[j], records->pdata[i]);
      kith_csv_write_end (out);
    }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
