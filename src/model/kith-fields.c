/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-fields.h"

#include <math.h>
#include <string.h>

static gboolean
is_named (const char *line, const char *name)
{
  const char *colon = strchr (line, ':');
  g_autofree char *before = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (before == NULL)
    return FALSE;
  a = g_utf8_casefold (g_strstrip (before), -1);
  b = g_utf8_casefold (name, -1);
  return strcmp (a, b) == 0;
}

/**
 * kith_fields_get:
 * @fields: what a record keeps
 * @name: of a field
 *
 * Returns: (transfer full) (nullable): its value; %NULL where there is no such field
 */
char *
kith_fields_get (const char *fields, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (is_named (lines[i], name))
      return g_strstrip (g_strdup (strchr (lines[i], ':') + 1));
  return NULL;
}

/* On one line, and in a name without what ends it. */
static char *
on_a_line (const char *text, gboolean is_name)
{
  char *line = g_strstrip (g_strdelimit (g_strdup (text), is_name ? ":\n\r\t" : "\n\r\t", ' '));

  return line;
}

/**
 * kith_fields_set:
 * @fields: what a record keeps
 * @name: of a field; a colon in it becomes a space
 * @value: its value, in one line; "" takes the field away
 *
 * Returns: (transfer full): the text with the field, where it was or at the end
 */
char *
kith_fields_set (const char *fields, const char *name, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);
  g_autofree char *plain = on_a_line (name, TRUE);
  g_autofree char *said = on_a_line (value, FALSE);
  g_autofree char *line = *said != '\0' ? g_strdup_printf ("%s: %s", plain, said) : NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *taken = is_named (lines[i], plain) ? g_steal_pointer (&line) : NULL;
      const char *kept = is_named (lines[i], plain) ? taken : lines[i];

      if (kept != NULL && *kept != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", kept);
    }
  if (line != NULL && *plain != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
  return g_string_free (out, FALSE);
}

/* "£1,250,000" and "12.5 %" are numbers to whoever wrote them. */
static gboolean
read_number (const char *text, double *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char *end = NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '.' || (*p == '-' && digits->len == 0))
      g_string_append_c (digits, *p);
    else if (digits->len > 0 && *p != ',' && *p != ' ')
      break;
  *number = g_ascii_strtod (digits->str, &end);
  return digits->len > 0 && *end == '\0' && end != digits->str && isfinite (*number);
}

/**
 * kith_fields_get_number:
 * @fields: what a record keeps
 * @name: of a field
 * @number: (out): its value
 *
 * Returns: whether the field is there and begins with a number; a currency before it, commas
 *   between thousands and a unit after it do not matter
 */
gboolean
kith_fields_get_number (const char *fields, const char *name, double *number)
{
  g_autofree char *value = kith_fields_get (fields, name);

  return value != NULL && read_number (value, number);
}

static void
collect_names (GHashTable *seen, GPtrArray *found, const char *fields)
{
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *colon = strchr (lines[i], ':');
      char *name;

      if (colon == NULL || colon == lines[i])
        continue;
      name = g_strstrip (g_strndup (lines[i], (gsize) (colon - lines[i])));
      if (g_hash_table_add (seen, g_utf8_casefold (name, -1)))
        g_ptr_array_add (found, g_steal_pointer (&name));
      g_free (name);
    }
}

static char **
take_strv (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/**
 * kith_fields_names:
 * @fields: what a record keeps
 *
 * Returns: (transfer full): the names of its fields in their order
 */
char **
kith_fields_names (const char *fields)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *found = g_ptr_array_new ();

  collect_names (seen, found, fields);
  return take_strv (found);
}

/* The same on every machine. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_casefold (*(char *const *) a, -1);
  g_autofree char *second = g_utf8_casefold (*(char *const *) b, -1);

  return strcmp (first, second);
}

/**
 * kith_map_list_fields:
 * @map: a map
 * @kind: %KITH_STAKEHOLDER or %KITH_LINK
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full): the names of all fields that such records have, in the order of words
 */
char **
kith_map_list_fields (KithMap *map, KithKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *found = g_ptr_array_new ();

  if (kind == KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
      collect_names (seen, found, stakeholder->fields);
  if (kind == KITH_LINK)
    KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
      collect_names (seen, found, link->fields);
  g_ptr_array_sort (found, compare_names);
  return take_strv (found);
}
