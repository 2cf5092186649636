/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-csv-export.h"
#include "kith-csv-records.h"
#include "kith-image.h"
#include "kith-json.h"
#include "kith-names-replaced.h"
#include "kith-question.h"
#include "kith-round.h"
#include "kith-verbs.h"

/* A map as at a day says so in its title, or somebody will take it for the one of today. */
static gboolean
say_day (KithMap *map, const KithCliOptions *options, GError **error)
{
  g_autofree char *day = kith_cli_options_day_words (options);
  const char *title = kith_map_about (map)->title;
  g_autofree char *dated = NULL;

  if (options->title != NULL || g_utf8_strlen (title, -1) > 400)
    return TRUE;
  /* Translators: the title of a map, a date in the past. */
  dated = g_strdup_printf (_ ("%s, as at %s"), *title != '\0' ? title : _ ("Untitled map"), day);
  return kith_cli_put_title (map, dated, error);
}

/* As it was on the day that was asked for, which is a map of its own (transfer full). */
static KithMap *
map_of_day (KithMap *map, const KithCliOptions *options, GError **error)
{
  g_autoptr (KithMap) made = NULL;

  if (options->as_at == 0)
    return kith_map_ref (map);
  made = kith_map_as_it_stood (map, options->as_at);
  return say_day (made, options, error) ? g_steal_pointer (&made) : NULL;
}

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

/* Sector and number for names; that is another map than the one with them (transfer full). */
static KithMap *
without_names (KithMap *map, KithMap *whole, GError **error)
{
  g_autoptr (KithMap) made = kith_map_replace_names (map, whole);
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr (KithEdit) edit = kith_verb_set (made, KITH_ABOUT, KITH_ABOUT_ID, "key", key, error);

  if (edit == NULL || !kith_map_apply (made, edit, error))
    return NULL;
  return g_steal_pointer (&made);
}

static const KithPictureFormat pictures[] = {
  [KITH_FORMAT_PNG] = KITH_PICTURE_PNG,
  [KITH_FORMAT_PDF] = KITH_PICTURE_PDF,
  [KITH_FORMAT_SVG] = KITH_PICTURE_SVG,
  [KITH_FORMAT_HTML] = KITH_PICTURE_HTML,
};

/* By its number among the questions of the audience, from 1 on, by its id, or by what it says. */
static gboolean
read_question (KithMap *map, const KithCliOptions *options, KithView *view, GError **error)
{
  const char *wanted = options->question;
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  guint64 number = 0;

  if (wanted == NULL)
    return TRUE;
  if (options->lens != KITH_LENS_POSITIONS)
    return kith_usage_fail (error, _ ("--question goes with --lens positions."));
  seen = kith_map_to_show (map, view->audience);
  questions = kith_map_questions (seen);
  g_ascii_string_to_unsigned (wanted, 10, 1, G_MAXINT64, &number, NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const KithQuestion *question = questions->pdata[i];

      if (number == i + 1 || (KithId) number == KITH_ID (question)
          || g_ascii_strcasecmp (question->title, wanted) == 0)
        {
          view->question = KITH_ID (question);
          return TRUE;
        }
    }
  return kith_usage_fail (error,
                          ngettext ("There is no question “%s”. This audience has %u of them.",
                                    "There is no question “%s”. This audience has %u of them.",
                                    questions->len),
                          wanted, questions->len);
}

gboolean
kith_cli_read_lens (KithMap *map, const KithCliOptions *options, KithView *view, GError **error)
{
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (GArray) found = NULL;

  view->lens = options->lens;
  view->since = options->since;
  if (options->since != 0 && options->lens != KITH_LENS_CHANGE)
    return kith_usage_fail (error, _ ("--since goes with --lens change."));
  if (!read_question (map, options, view, error))
    return FALSE;
  if (options->through == NULL)
    return TRUE;
  seen = kith_map_to_show (map, view->audience);
  found = kith_cli_find_name (seen, options->through, error);
  if (found != NULL)
    view->through = g_array_index (found, KithId, 0);
  return found != NULL;
}

static void
say_not_now (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, audience);

  kith_cli_say_not_now (seen);
}

/* What --names-replaced does not hide. */
void
kith_cli_say_obvious (KithMap *map, KithAudience audience)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, audience);
  g_autofree char *words = kith_names_stay_obvious (seen);

  g_printerr ("%s", words);
}

/* What a page is asked for that its format does not have. */
gboolean
kith_cli_check_page (const KithExport *export, GError **error)
{
  if (export->width > 0 && export->format != KITH_PICTURE_PNG && export->format != KITH_PICTURE_SVG)
    return kith_usage_fail (error,
                            _ ("--size is in pixels, for .png and .svg. Paper has --paper."));
  if (export->format != KITH_PICTURE_PDF
      && (export->paper != KITH_PAPER_A4 || export->orientation != KITH_ORIENTATION_AUTO))
    return kith_usage_fail (error, _ ("Paper and orientation are for .pdf."));
  if (export->transparent && export->format != KITH_PICTURE_PNG
      && export->format != KITH_PICTURE_SVG)
    return kith_usage_fail (error, _ ("--transparent is for .png and .svg."));
  if (export->scale != 1.0 && export->format != KITH_PICTURE_PNG)
    return kith_usage_fail (error, _ ("--scale is for .png."));
  if (export->report && export->format != KITH_PICTURE_PDF)
    return kith_usage_fail (error, _ ("--report makes pages, for .pdf."));
  if ((export->then_and_now || export->board) && export->format == KITH_PICTURE_HTML)
    return kith_usage_fail (error, _ ("--then and --board are for .pdf, .png and .svg."));
  if (export->scenes && export->format != KITH_PICTURE_PDF)
    return kith_usage_fail (error, _ ("--scenes makes a page for each, for .pdf."));
  if (export->tiled && export->format != KITH_PICTURE_PDF)
    return kith_usage_fail (error, _ ("--tile makes sheets of paper, for .pdf."));
  return TRUE;
}

static GBytes *
make_picture (KithMap *map,
              const KithFormat *format,
              KithAudience audience,
              const KithCliOptions *options,
              GError **error)
{
  KithView view = KITH_VIEW_INIT;
  KithExport export = options->export;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithMap) then = NULL;
  g_autofree char *then_name = NULL;

  view.audience = audience;
  view.lines = options->lines;
  view.flags = options->flags;
  view.day = options->as_at;
  view.ended = options->ended;
  if (!kith_cli_read_filter (map, audience, options, &filter, error)
      || !kith_cli_read_lens (map, options, &view, error))
    return NULL;
  view.filter = filter;
  export.format = pictures[format->id];
  export.title = options->title;
  export.marking = options->marking;
  if (!kith_cli_check_page (&export, error))
    return NULL;
  if (options->then_file != NULL)
    {
      then = kith_cli_read_one (options->then_file, options->from, error);
      if (then == NULL)
        return NULL;
      then_name = g_filename_display_basename (options->then_file);
      view.against = then;
      view.against_name = then_name;
    }
  if (export.anonymous)
    kith_cli_say_obvious (map, audience);
  if (view.day == 0 && !view.ended && export.then == 0)
    say_not_now (map, audience);
  return kith_export (map, &view, &export, error);
}

static GBytes *
make_bytes (KithMap *map,
            const KithFormat *format,
            KithAudience audience,
            const KithCliOptions *options,
            GError **error)
{
  g_autoptr (KithMap) own = NULL, then = NULL, made = NULL;

  if (format->is_picture)
    return make_picture (map, format, audience, options, error);
  /* in this order: what is of hidden records alone is told from the whole map, not from a day of it */
  own = map_for (map, audience, error);
  then = own != NULL ? map_of_day (own, options, error) : NULL;
  if (then == NULL)
    return NULL;
  if (options->export.anonymous)
    kith_cli_say_obvious (map, audience);
  made = options->export.anonymous ? without_names (then, map, error) : kith_map_ref (then);
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

/* All else that the map holds, a table for each kind of which there is any. */
static gboolean
write_records (KithMap *map, const char *name, GError **error)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_autoptr (GBytes) table = kith_csv_has_table ((KithKind) kind)
                                     ? kith_csv_export_records (map, (KithKind) kind)
                                     : NULL;
      g_autofree char *plural = kith_csv_table_name ((KithKind) kind);
      g_autofree char *path = table_name (name, plural);

      if (table != NULL && !kith_cli_write_bytes (path, table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_tables (KithMap *map,
              const char *name,
              KithAudience audience,
              const KithCliOptions *options,
              GError **error)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, audience);
  g_autoptr (KithMap) own = kith_cli_map_of_day (seen, options);
  g_autoptr (KithMap) made = options->export.anonymous ? kith_map_replace_names (own, map)
                                                       : kith_map_ref (own);
  g_autoptr (GBytes) stakeholders = kith_csv_export_stakeholders (made);
  g_autoptr (GBytes) links = kith_csv_export_links (made);
  g_autofree char *first = table_name (name, "stakeholders");
  g_autofree char *second = table_name (name, "links");

  if (options->export.anonymous)
    kith_cli_say_obvious (map, audience);
  return kith_cli_write_bytes (first, stakeholders, error)
         && kith_cli_write_bytes (second, links, error) && write_records (made, name, error);
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
  if (options->play)
    {
      if (!kith_cli_write_play (map, name, format, audience, options, error))
        return FALSE;
    }
  else if (format->id == KITH_FORMAT_CSV)
    {
      if (!write_tables (map, name, audience, options, error))
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
