/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "kith-json-scan.h"
#include "kith-pulse.h"
#include "kith-sectors.h"

/* A record of the file and where it stands there. */
typedef struct
{
  KithRecord *record;
  guint place; /* in its list */
} Found;

typedef struct
{
  GArray *found;     /* of Found */
  GHashTable *by_id; /* id → place in `found` + 1; an id is one record's, whatever its kind */
  const char *text;
} Reader;

static char *
shorten (const char *text)
{
  return g_utf8_substring (text, 0, MIN (60, g_utf8_strlen (text, -1)));
}

/* Takes the sentence. */
static gboolean
fail (GError **error, const char *path, char *sentence)
{
  g_autofree char *shown = shorten (path);

  /* Translators: where in the file, such as stakeholders[3].sector, and a whole sentence. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: %s"), shown, sentence);
  g_free (sentence);
  return FALSE;
}

static char *
path_of (KithKind kind, guint place, const char *member)
{
  const char *dot = member == NULL ? "" : ".";

  member = member == NULL ? "" : member;
  if (kind == KITH_ABOUT)
    return g_strdup_printf ("about%s%s", dot, member);
  return g_strdup_printf ("%ss[%u]%s%s", kith_kind_info (kind)->name, place, dot, member);
}

/* A positive decimal of 63 bits is the id itself; the key of a built-in sector is that sector; any
 * other name is always the same id, of its own for each kind. */
static KithId
id_of_name (KithKind kind, const char *name)
{
  g_autofree char *full = NULL;
  gint64 number;

  if (g_ascii_isdigit (*name) && g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &number, NULL))
    return number;
  for (KithId sector = 1; kind == KITH_SECTOR && sector <= KITH_N_SECTORS; sector++)
    if (g_strcmp0 (kith_sector_key (sector), name) == 0)
      return sector;
  full = g_strconcat (kith_kind_info (kind)->name, "/", name, NULL);
  return kith_id_from_text (full);
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_whole (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_number (JsonNode *node)
{
  return is_whole (node)
         || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
is_yes_no (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
read_reference (const KithField *field, KithRecord *record, JsonNode *node)
{
  KithId *id = kith_field_address (field, record);

  if (!is_text (node))
    return FALSE;
  *id = *json_node_get_string (node) == '\0'
            ? 0
            : id_of_name (field->target, json_node_get_string (node));
  return TRUE;
}

/* The value as kith_field_from_text() takes it, or NULL where it is of another type. */
static char *
value_text (const KithField *field, JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (field->type)
    {
    case KITH_TYPE_ENUM:
    case KITH_TYPE_TEXT:
    case KITH_TYPE_DATE:
      return is_text (node) ? json_node_dup_string (node) : NULL;
    case KITH_TYPE_INT:
    case KITH_TYPE_TIME:
      return is_whole (node) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
                             : NULL;
    case KITH_TYPE_BOOL:
      return is_yes_no (node) ? g_strdup (json_node_get_boolean (node) ? "1" : "0") : NULL;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      if (!is_number (node))
        return NULL;
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
    case KITH_TYPE_REF:
      break;
    }
  return NULL;
}

static char *
expected (const KithField *field)
{
  switch (field->type)
    {
    case KITH_TYPE_REF:
      return g_strdup (_ ("An id in quotation marks was expected."));
    case KITH_TYPE_ENUM:
    case KITH_TYPE_TEXT:
    case KITH_TYPE_DATE:
      return g_strdup (_ ("A text in quotation marks was expected."));
    case KITH_TYPE_BOOL:
      return g_strdup (_ ("“true” or “false” was expected."));
    default:
      return g_strdup (_ ("A number was expected."));
    }
}

static gboolean
read_field (const KithField *field,
            KithRecord *record,
            JsonNode *node,
            const char *path,
            GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;

  if (field->type == KITH_TYPE_REF)
    return read_reference (field, record, node) || fail (error, path, expected (field));
  text = value_text (field, node);
  if (text == NULL)
    return fail (error, path, expected (field));
  if (!kith_field_from_text (field, record, text, &problem))
    return fail (error, path, g_strdup (problem->message));
  return TRUE;
}

static gboolean
read_members (JsonObject *object, KithRecord *record, guint place, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *path = path_of (record->kind, place, name);
      const KithField *field = kith_kind_field (record->kind, name);

      if (g_str_equal (name, "id") && record->kind != KITH_ABOUT)
        continue;
      if (field == NULL)
        return fail (error, path, g_strdup (_ ("Kith knows no such member.")));
      if (!read_field (field, record, node, path, error))
        return FALSE;
    }
  return TRUE;
}

/* One without an id gets the one that belongs to its place, so that the same file is always the
 * same map. */
static gboolean
read_id (JsonObject *object, KithKind kind, guint place, KithId *id, GError **error)
{
  g_autofree char *path = path_of (kind, place, "id");
  JsonNode *node = json_object_get_member (object, "id");

  if (kind == KITH_ABOUT)
    *id = KITH_ABOUT_ID;
  else if (node == NULL)
    *id = id_of_name (kind, path);
  else if (is_text (node) && *json_node_get_string (node) != '\0')
    *id = id_of_name (kind, json_node_get_string (node));
  else
    return fail (error, path, g_strdup (_ ("An id in quotation marks was expected.")));
  return TRUE;
}

static gboolean
remember (Reader *reader, KithRecord *record, guint place, GError **error)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (reader->by_id, &record->id));
  g_autofree char *path = path_of (record->kind, place, "id");
  g_autofree char *other = NULL;
  Found found = { record, place };

  if (before != 0)
    {
      const Found *first = &g_array_index (reader->found, Found, before - 1);

      other = path_of (first->record->kind, first->place, NULL);
      return fail (error, path, g_strdup_printf (_ ("%s has the same id already."), other));
    }
  if (record->kind != KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (record->id))
    return fail (error, path,
                 g_strdup (_ ("The numbers 1 to 13 belong to the sectors; use a name "
                              "or a larger number.")));
  kith_record_ref (record);
  g_array_append_val (reader->found, found);
  g_hash_table_insert (reader->by_id, &record->id, GUINT_TO_POINTER (reader->found->len));
  return TRUE;
}

/* Ratings of one day by one voice are told apart by the time of entry: their order in the file,
 * where it says none. */
static void
complete (KithRecord *record, guint place)
{
  KithAssessment *assessment = (KithAssessment *) record;

  if (record->kind == KITH_ASSESSMENT && assessment->entered == 0)
    assessment->entered = (gint64) place + 1;
}

static gboolean
read_record (Reader *reader, KithKind kind, guint place, JsonNode *node, GError **error)
{
  g_autofree char *path = path_of (kind, place, NULL);
  g_autoptr (KithRecord) record = NULL;
  g_autoptr (GError) problem = NULL;
  KithId id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, g_strdup (_ ("An object in braces was expected.")));
  if (!read_id (json_node_get_object (node), kind, place, &id, error))
    return FALSE;
  record = kith_record_new (kind, id);
  if (!read_members (json_node_get_object (node), record, place, error))
    return FALSE;
  complete (record, place);
  if (!kith_record_validate (record, &problem)
      || (kind == KITH_PULSE && !kith_pulse_is_sound ((const KithPulse *) record, &problem)))
    return fail (error, path, g_strdup (problem->message));
  return remember (reader, record, place, error);
}

static gboolean
read_kind (Reader *reader, const KithKindInfo *info, JsonObject *root, GError **error)
{
  g_autofree char *name = g_strconcat (info->name, "s", NULL);
  JsonNode *node = json_object_get_member (root, name);
  JsonArray *list;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, name, g_strdup (_ ("A list in square brackets was expected.")));
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!read_record (reader, info->kind, i, json_array_get_element (list, i), error))
      return FALSE;
  return TRUE;
}

/* A map without an identity gets the one that belongs to its text. */
static char *
key_of_text (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.8s-%.4s-4%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15,
                          sum + 18);
}

static gboolean
read_about (Reader *reader, JsonObject *root, GError **error)
{
  g_autoptr (JsonNode) empty = json_node_init_object (json_node_alloc (), NULL);
  JsonNode *node = json_object_get_member (root, "about");
  KithAbout *about;

  if (node == NULL)
    {
      g_autoptr (JsonObject) nothing = json_object_new ();

      json_node_set_object (empty, nothing);
      node = empty;
    }
  if (!read_record (reader, KITH_ABOUT, 0, node, error))
    return FALSE;
  about = (KithAbout *) g_array_index (reader->found, Found, 0).record;
  if (*about->key == '\0')
    {
      g_autofree char *key = key_of_text (reader->text);

      kith_text_set (&about->key, key);
    }
  return TRUE;
}

static gboolean
member_is_known (const char *name)
{
  if (g_str_equal (name, "kith") || g_str_equal (name, "about"))
    return TRUE;
  for (guint kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    {
      g_autofree char *plural = g_strconcat (kith_kind_info ((KithKind) kind)->name, "s", NULL);

      if (g_str_equal (plural, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_root (JsonNode *root, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *version;

  if (!JSON_NODE_HOLDS_OBJECT (root)
      || (version = json_object_get_member (json_node_get_object (root), "kith")) == NULL
      || !is_whole (version))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("This is JSON, but not a map of Kith: it does not begin with "
                              "{\"kith\": 1, …}."));
      return FALSE;
    }
  if (json_node_get_int (version) != KITH_JSON_VERSION)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("This map was written by a newer Kith. Update Kith to read it."));
      return FALSE;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!member_is_known (name))
      return fail (error, name, g_strdup (_ ("Kith knows no such member.")));
  return TRUE;
}

static gboolean
is_there (Reader *reader, KithKind kind, const KithId *id)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (reader->by_id, id));

  return at != 0 && g_array_index (reader->found, Found, at - 1).record->kind == kind;
}

static gboolean
check_references (Reader *reader, const Found *found, GError **error)
{
  const KithKindInfo *info = kith_kind_info (found->record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      const KithId *id = kith_field_address (field, found->record);
      g_autofree char *path = NULL;

      if (field->type != KITH_TYPE_REF || *id == 0
          || (field->target == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (*id))
          || is_there (reader, field->target, id))
        continue;
      path = path_of (info->kind, found->place, field->name);
      return fail (error, path, g_strdup (_ ("It refers to something that is not in the file.")));
    }
  return TRUE;
}

/* A position is one of the ways to answer the question that it belongs to, and no other. */
static gboolean
check_position (Reader *reader, const Found *found, GError **error)
{
  const KithAnswer *answer = (const KithAnswer *) found->record;
  const KithPosition *position;
  g_autofree char *path = NULL;
  guint at;

  if (found->record->kind != KITH_ANSWER || answer->position == 0)
    return TRUE;
  at = GPOINTER_TO_UINT (g_hash_table_lookup (reader->by_id, &answer->position));
  position = (const KithPosition *) g_array_index (reader->found, Found, at - 1).record;
  if (position->question == answer->question)
    return TRUE;
  path = path_of (KITH_ANSWER, found->place, "position");
  return fail (error, path, g_strdup (_ ("It is a position of another question.")));
}

static gboolean
read_root (Reader *reader, JsonObject *root, GError **error)
{
  if (!read_about (reader, root, error))
    return FALSE;
  for (guint kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    if (!read_kind (reader, kith_kind_info ((KithKind) kind), root, error))
      return FALSE;
  for (guint i = 0; i < reader->found->len; i++)
    if (!check_references (reader, &g_array_index (reader->found, Found, i), error)
        || !check_position (reader, &g_array_index (reader->found, Found, i), error))
      return FALSE;
  return TRUE;
}

static KithMap *
make_map (Reader *reader, GError **error)
{
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (KithMap) map = kith_map_new_empty ();

  for (guint i = 0; i < reader->found->len; i++)
    kith_edit_insert (edit, kith_record_ref (g_array_index (reader->found, Found, i).record));
  if (!kith_map_apply (map, edit, error) || !kith_map_check (map, error))
    return NULL;
  return g_steal_pointer (&map);
}

static void
found_clear (gpointer data)
{
  kith_record_unref (((Found *) data)->record);
}

static KithMap *
map_from_root (JsonNode *root, const char *text, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Reader reader = { found, by_id, text };

  g_array_set_clear_func (found, found_clear);
  if (!read_root (&reader, json_node_get_object (root), error))
    return NULL;
  return make_map (&reader, error);
}

/**
 * kith_map_from_json:
 * @bytes: a file
 * @error: G_IO_ERROR_INVALID_DATA with where and what; G_IO_ERROR_NOT_SUPPORTED for a newer one
 *
 * Reads what kith_map_to_json() writes, and the same written by hand: an id that is not a number
 * may be any name, and may be left out where nothing refers to it. All references are followed and
 * every value is checked; nothing is guessed. Boxes without a size keep 0.
 *
 * Returns: (transfer full) (nullable): the map
 */
KithMap *
kith_map_from_json (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (length > KITH_JSON_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The file is larger than %u MB, the most that Kith reads."),
                   KITH_JSON_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!kith_json_scan (data, length, error))
    return NULL;
  text = g_strndup (data, length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error)
      || !check_root (json_parser_get_root (parser), error))
    return NULL;
  return map_from_root (json_parser_get_root (parser), text, error);
}
