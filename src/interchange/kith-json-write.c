/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-json.h"

#include "kith-sectors.h"

static void
write_reference (JsonBuilder *builder, const KithField *field, gconstpointer record)
{
  KithId id = *(const KithId *) kith_field_address (field, record);
  const char *key = field->target == KITH_SECTOR ? kith_sector_key (id) : NULL;
  g_autofree char *text = kith_field_to_text (field, record);

  json_builder_add_string_value (builder, key != NULL ? key : text);
}

static void
write_value (JsonBuilder *builder, const KithField *field, gconstpointer record)
{
  gconstpointer at = kith_field_address (field, record);
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case KITH_TYPE_REF:
      write_reference (builder, field, record);
      return;
    case KITH_TYPE_TIME:
      json_builder_add_int_value (builder, *(const gint64 *) at);
      return;
    case KITH_TYPE_INT:
      json_builder_add_int_value (builder, *(const int *) at);
      return;
    case KITH_TYPE_BOOL:
      json_builder_add_boolean_value (builder, *(const gboolean *) at);
      return;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      json_builder_add_double_value (builder, *(const double *) at);
      return;
    case KITH_TYPE_ENUM:
    case KITH_TYPE_TEXT:
    case KITH_TYPE_DATE:
      text = kith_field_to_text (field, record);
      json_builder_add_string_value (builder, text);
      return;
    }
}

static void
write_id (JsonBuilder *builder, gconstpointer record)
{
  const char *key = KITH_KIND (record) == KITH_SECTOR ? kith_sector_key (KITH_ID (record)) : NULL;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, KITH_ID (record));

  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, key != NULL ? key : text);
}

/**
 * kith_json_add_record:
 * @builder: where a value may stand
 * @record: a record
 *
 * Adds an object of its id and every field that is not at its default.
 */
void
kith_json_add_record (JsonBuilder *builder, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  json_builder_begin_object (builder);
  if (info->kind != KITH_ABOUT)
    write_id (builder, record);
  for (guint i = 0; i < info->n_fields; i++)
    if (!kith_field_is_default (&info->fields[i], record))
      {
        json_builder_set_member_name (builder, info->fields[i].name);
        write_value (builder, &info->fields[i], record);
      }
  json_builder_end_object (builder);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return kith_record_compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

/* By id, so that the same map is always the same text. */
static void
write_kind (JsonBuilder *builder, KithMap *map, const KithKindInfo *info)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *name = g_strconcat (info->name, "s", NULL);

  for (guint i = 0; i < kith_map_n (map, info->kind); i++)
    g_ptr_array_add (records, (gpointer) kith_map_nth (map, info->kind, i));
  g_ptr_array_sort (records, compare_records);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    kith_json_add_record (builder, records->pdata[i]);
  json_builder_end_array (builder);
}

/**
 * kith_json_end:
 * @builder: a whole value
 *
 * Returns: (transfer full): its text, indented, with an end of line
 */
GBytes *
kith_json_end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (GString) text = g_string_new (NULL);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * kith_map_to_json:
 * @map: a map, already made for its audience
 *
 * Fields at their default are left out; enumerations are written by key, dates as EDTF, ids and
 * references as strings, built-in sectors by key.
 *
 * Returns: (transfer full): UTF-8 text, the same for the same map
 */
GBytes *
kith_map_to_json (KithMap *map)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kith");
  json_builder_add_int_value (builder, KITH_JSON_VERSION);
  json_builder_set_member_name (builder, "about");
  kith_json_add_record (builder, kith_map_about (map));
  for (guint kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    write_kind (builder, map, kith_kind_info ((KithKind) kind));
  json_builder_end_object (builder);
  return kith_json_end (builder);
}
