/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tags.h"

#include <string.h>

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return strcmp (first, second) == 0;
}

static gboolean
holds (GPtrArray *tags, const char *tag)
{
  for (guint i = 0; i < tags->len; i++)
    if (is_same (tags->pdata[i], tag))
      return TRUE;
  return FALSE;
}

static char **
take_strv (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/**
 * kith_tags_split:
 * @tags: as a person typed them, with commas, semicolons or lines between
 *
 * Returns: (transfer full): each tag once, without space around it, in the order in which they came
 */
char **
kith_tags_split (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit_set (tags, ",;\n\r\t", -1);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0' && !holds (kept, parts[i]))
        g_ptr_array_add (kept, g_strdup (parts[i]));
    }
  return take_strv (kept);
}

/**
 * kith_tags_join:
 * @tags: tags, none of which holds a comma
 *
 * Returns: (transfer full): the text that a record keeps
 */
char *
kith_tags_join (char **tags)
{
  return g_strjoinv (", ", tags);
}

gboolean
kith_tags_have (const char *tags, const char *tag)
{
  g_auto (GStrv) all = NULL;

  if (*tags == '\0')
    return FALSE;
  all = kith_tags_split (tags);
  for (guint i = 0; all[i] != NULL; i++)
    if (is_same (all[i], tag))
      return TRUE;
  return FALSE;
}

/**
 * kith_tags_add:
 * @tags: what a record keeps
 * @tag: one or several more
 *
 * Returns: (transfer full): the text with them; those that are there already stay as they are
 */
char *
kith_tags_add (const char *tags, const char *tag)
{
  g_autofree char *together = g_strconcat (tags, ",", tag, NULL);
  g_auto (GStrv) all = kith_tags_split (together);

  return kith_tags_join (all);
}

/**
 * kith_tags_remove:
 * @tags: what a record keeps
 * @tag: one to take away
 *
 * Returns: (transfer full): the text without it
 */
char *
kith_tags_remove (const char *tags, const char *tag)
{
  g_auto (GStrv) all = kith_tags_split (tags);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!is_same (all[i], tag))
      g_ptr_array_add (kept, all[i]);
  g_ptr_array_add (kept, NULL);
  return kith_tags_join ((char **) kept->pdata);
}

static void
collect (GHashTable *seen, GPtrArray *found, const char *tags)
{
  g_auto (GStrv) all = NULL;

  if (*tags == '\0')
    return;
  all = kith_tags_split (tags);
  for (guint i = 0; all[i] != NULL; i++)
    {
      char *folded = g_utf8_casefold (all[i], -1);

      if (g_hash_table_add (seen, folded))
        g_ptr_array_add (found, g_strdup (all[i]));
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

/**
 * kith_map_list_tags:
 * @map: a map
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full): each tag that a stakeholder or a link has, once, in the order of words
 */
char **
kith_map_list_tags (KithMap *map)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *found = g_ptr_array_new ();

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    collect (seen, found, stakeholder->tags);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    collect (seen, found, link->tags);
  g_ptr_array_sort (found, compare_texts);
  return take_strv (found);
}
