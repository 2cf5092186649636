/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-audience.h"
#include "kith-csv-export.h"
#include "kith-image.h"
#include "kith-json.h"
#include "kith-round.h"
#include "kith-verbs.h"

/* What an audience gets is another map than the team's and must not pass for a copy of it. */
static KithMap *
map_for (KithMap *map, KithAudience audience, GError **error)
{
  g_autoptr (KithMap) made = kith_map_for_audience (map, audience);
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *key = NULL;

  if (*kith_map_about (made)->key != '\0')
    return g_steal_pointer (&made);
  key = g_uuid_string_random ();
  edit = kith_verb_set (made, KITH_ABOUT, KITH_ABOUT_ID, "key", key, error);
  if (edit == NULL || !kith_map_apply (made, edit, error))
    return NULL;
  return g_steal_pointer (&made);
}

static GBytes *
make_picture (KithMap *map,
              const KithFormat *format,
              KithAudience audience,
              const KithCliOptions *options,
              GError **error)
{
  static const KithPictureFormat pictures[] = {
    [KITH_FORMAT_PNG] = KITH_PICTURE_PNG,
    [KITH_FORMAT_PDF] = KITH_PICTURE_PDF,
    [KITH_FORMAT_SVG] = KITH_PICTURE_SVG,
  };
  KithView view = KITH_VIEW_INIT;
  KithExport export = options->export;
  g_autoptr (KithFilter) filter = NULL;

  if (!kith_cli_read_filter (map, audience, options, &filter, error))
    return NULL;
  view.filter = filter;

  view.audience = audience;
  export.format = pictures[format->id];
  return kith_export (map, &view, &export, error);
}

static GBytes *
make_bytes (KithMap *map,
            const KithFormat *format,
            KithAudience audience,
            const KithCliOptions *options,
            GError **error)
{
  g_autoptr (KithMap) made = NULL;

  if (format->is_picture)
    return make_picture (map, format, audience, options, error);
  made = map_for (map, audience, error);
  if (made == NULL)
    return NULL;
  return format->id == KITH_FORMAT_JSON ? kith_map_to_json (made)
                                        : kith_image_from_map (made, error);
}

/* "out.csv" and "stakeholders" → "out-stakeholders.csv" */
static char *
table_name (const char *name, const char *table)
{
  const char *dot = strrchr (name, '.');

  return g_strdup_printf ("%.*s-%s%s", (int) (dot - name), name, table, dot);
}

static gboolean
write_tables (KithMap *map, const char *name, KithAudience audience, GError **error)
{
  g_autoptr (KithMap) made = kith_map_to_show (map, audience);
  g_autoptr (GBytes) stakeholders = kith_csv_export_stakeholders (made);
  g_autoptr (GBytes) links = kith_csv_export_links (made);
  g_autofree char *first = table_name (name, "stakeholders");
  g_autofree char *second = table_name (name, "links");

  return kith_cli_write_bytes (first, stakeholders, error)
         && kith_cli_write_bytes (second, links, error);
}

/* Who did not choose an audience should hear what it costs. */
static void
print_left_out (KithMap *map, const KithFormat *format)
{
  g_autofree char *left_out = kith_audience_leaves_out (map, format->audience);

  if (format->audience == KITH_TEAM || *left_out == '\0') /* its files hold everything */
    return;
  g_printerr (_ ("Written for %s (--audience chooses):\n"),
              kith_enum_label (&kith_audiences, (int) format->audience));
  g_printerr ("%s", left_out);
}

/**
 * kith_cli_write:
 * @map: the whole map
 * @name: a file, or "-"
 * @options: audience and page
 * @error: KITH_USAGE_ERROR, KITH_STORE_ERROR, what the format refuses
 *
 * Writes what the audience may see, whole or not at all. Tables are two files.
 */
gboolean
kith_cli_write (KithMap *map, const char *name, const KithCliOptions *options, GError **error)
{
  const KithFormat *format = kith_cli_output_format (name, options, error);
  g_autoptr (GBytes) bytes = NULL;
  KithAudience audience;

  if (format == NULL)
    return FALSE;
  audience = options->audience_set ? options->audience : format->audience;
  if (format->id == KITH_FORMAT_CSV)
    {
      if (!write_tables (map, name, audience, error))
        return FALSE;
    }
  else
    {
      bytes = make_bytes (map, format, audience, options, error);
      if (bytes == NULL || !kith_cli_write_bytes (name, bytes, error))
        return FALSE;
    }
  if (!options->audience_set)
    print_left_out (map, format);
  return TRUE;
}
