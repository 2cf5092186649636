/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-files.h"

#include <glib/gi18n-lib.h>

#include "kith-arrange.h"
#include "kith-csv-import.h"
#include "kith-image.h"
#include "kith-json.h"
#include "kith-text.h"
#include "kith-verbs.h"

static KithMap *
read_map (const KithFormat *format, GBytes *bytes, const char *shown, GError **error)
{
  KithMap *map;

  if (format->id == KITH_FORMAT_KITH)
    return kith_image_to_map (bytes, shown, error);
  map = kith_map_from_json (bytes, error);
  if (map == NULL)
    g_prefix_error (error, "%s: ", shown);
  return map;
}

static gboolean
apply (KithMap *map, KithEdit *edit, GError **error)
{
  g_autoptr (KithEdit) owned = edit;

  return owned != NULL && kith_map_apply (map, owned, error);
}

static void
print_notes (KithImport *import)
{
  g_autofree char *summary = kith_import_summary (import);

  for (guint i = 0; i < kith_import_n_notes (import); i++)
    {
      g_autofree char *words = kith_import_note_to_words (kith_import_note (import, i));

      g_printerr ("%s\n", words);
    }
  g_printerr ("%s\n", summary);
}

static gboolean
import_tables (KithMap *map, GPtrArray *tables, GError **error)
{
  g_autoptr (KithImport) import = kith_import_new (map, (KithCsvTable *const *) tables->pdata,
                                                   tables->len, error);
  g_autoptr (KithEdit) edit = NULL;

  if (import == NULL)
    return FALSE;
  print_notes (import);
  edit = kith_import_to_edit (import, map, error);
  return edit != NULL && kith_map_apply (map, edit, error);
}

/* Boxes that nobody has measured, and places for those who have none. */
static gboolean
complete (KithMap *map, GError **error)
{
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (stakeholder->width == 0.0 || stakeholder->height == 0.0)
      {
        KithStakeholder *measured = kith_record_copy (stakeholder);

        kith_measure_stakeholder (measured->name, &measured->width, &measured->height);
        measured->width = kith_quantise (measured->width);
        measured->height = kith_quantise (measured->height);
        kith_edit_update (edit, stakeholder, measured);
      }
  if (!kith_map_apply (map, edit, error))
    return FALSE;
  options.only_new = TRUE;
  return apply (map, kith_arrange_to_edit (map, &options), error);
}

/* Adds one file to what has been read: tables wait, so that those of one map are read together. */
static gboolean
read_into (KithMap **map,
           GPtrArray *tables,
           const char *name,
           const KithFormat *from,
           GError **error)
{
  g_autofree char *shown = g_filename_display_basename (name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithMap) other = NULL;
  const KithFormat *format;

  if (!g_str_equal (name, "-") && kith_cli_input_format (name, from, NULL, error) == NULL)
    return FALSE;
  bytes = kith_cli_read_bytes (name, error);
  format = bytes == NULL ? NULL : kith_cli_input_format (name, from, bytes, error);
  if (format == NULL)
    return FALSE;
  if (format->id == KITH_FORMAT_CSV)
    {
      KithCsvTable *table = kith_csv_read (bytes, shown, error);

      if (table == NULL)
        {
          g_prefix_error (error, "%s: ", shown);
          return FALSE;
        }
      g_ptr_array_add (tables, table);
      return TRUE;
    }
  other = read_map (format, bytes, shown, error);
  if (other == NULL)
    return FALSE;
  if (*map == NULL)
    *map = g_steal_pointer (&other);
  else
    return apply (*map, kith_verb_merge_in (*map, other, shown), error);
  return TRUE;
}

/**
 * kith_cli_read:
 * @names: files, or "-" once
 * @n: how many, at least one
 * @from: (nullable): what "-" holds
 * @error: what is wrong, with the name of the file
 *
 * Reads all of them as one map. What a table holds that was not understood goes to standard error,
 * row by row. Every stakeholder of the result has a box and a place.
 *
 * Returns: (transfer full) (nullable): the map
 */
KithMap *
kith_cli_read (char *const *names, guint n, const KithFormat *from, GError **error)
{
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (
      (GDestroyNotify) kith_csv_table_free);

  for (guint i = 0; i < n; i++)
    if (!read_into (&map, tables, names[i], from, error))
      return NULL;
  if (map == NULL)
    map = kith_map_new ();
  if (tables->len > 0 && !import_tables (map, tables, error))
    return NULL;
  if (!complete (map, error))
    return NULL;
  return g_steal_pointer (&map);
}

KithMap *
kith_cli_read_one (const char *name, const KithFormat *from, GError **error)
{
  char *names[] = { (char *) name };

  return kith_cli_read (names, 1, from, error);
}

/**
 * kith_cli_put_title:
 * @map: a map
 * @title: (nullable): its title from now on
 * @error: KITH_MODEL_ERROR
 */
gboolean
kith_cli_put_title (KithMap *map, const char *title, GError **error)
{
  if (title == NULL)
    return TRUE;
  return apply (map, kith_verb_set (map, KITH_ABOUT, KITH_ABOUT_ID, "title", title, error), error);
}
