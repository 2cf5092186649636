/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-play.h"

#define MAX_SCALE 16.0

typedef struct
{
  const char *name;
  const char *value; /* untranslated word for it in the help, or NULL: it takes none */
  guint verbs;
  const char *help; /* untranslated */
  gboolean (*set) (KithCliOptions *options, const char *value, GError **error);
} Option;

static char *
list_keys (const KithEnum *values)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", values->values[i].key);
  return g_string_free (list, FALSE);
}

gboolean
kith_cli_choose (const KithEnum *values,
                 const char *option,
                 const char *value,
                 int *chosen,
                 GError **error)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);
  g_autofree char *keys = list_keys (values);

  if (kith_enum_from_key (values, lower, chosen))
    return TRUE;
  return kith_usage_fail (error, _ ("%s cannot be “%s”. Choose one of: %s."), option, value, keys);
}

static gboolean
set_audience (KithCliOptions *options, const char *value, GError **error)
{
  int chosen;

  if (!kith_cli_choose (&kith_audiences, "--audience", value, &chosen, error))
    return FALSE;
  options->audience = (KithAudience) chosen;
  options->audience_set = TRUE;
  return TRUE;
}

static gboolean
set_paper (KithCliOptions *options, const char *value, GError **error)
{
  int chosen;

  if (!kith_cli_choose (&kith_papers, "--paper", value, &chosen, error))
    return FALSE;
  options->export.paper = (KithPaper) chosen;
  return TRUE;
}

static gboolean
set_portrait (KithCliOptions *options, const char *value, GError **error)
{
  options->export.orientation = KITH_ORIENTATION_PORTRAIT;
  return TRUE;
}

static gboolean
set_lines (KithCliOptions *options, const char *value, GError **error)
{
  options->lines = TRUE;
  return TRUE;
}

static gboolean
set_ended (KithCliOptions *options, const char *value, GError **error)
{
  options->ended = TRUE;
  return TRUE;
}

static gboolean
set_landscape (KithCliOptions *options, const char *value, GError **error)
{
  options->export.orientation = KITH_ORIENTATION_LANDSCAPE;
  return TRUE;
}

static gboolean
set_scale (KithCliOptions *options, const char *value, GError **error)
{
  char *end = NULL;
  double scale = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || !(scale >= 0.1 && scale <= MAX_SCALE))
    return kith_usage_fail (error, _ ("--scale cannot be “%s”. Give a number such as 1, 2 or 4."),
                            value);
  options->export.scale = scale;
  return TRUE;
}

static gboolean
set_transparent (KithCliOptions *options, const char *value, GError **error)
{
  options->export.transparent = TRUE;
  return TRUE;
}

static gboolean
set_title (KithCliOptions *options, const char *value, GError **error)
{
  if (!g_utf8_validate (value, -1, NULL))
    return kith_usage_fail (error, _ ("The title is not valid text."));
  if (g_utf8_strlen (value, -1) > 500)
    return kith_usage_fail (error, _ ("The title is longer than 500 characters."));
  g_free (options->title);
  options->title = g_strdup (value);
  return TRUE;
}

static gboolean
set_filter (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->filter);
  options->filter = g_strdup (value);
  return TRUE;
}

static gboolean
set_focus (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->focus);
  options->focus = g_strdup (value);
  return TRUE;
}

static gboolean
set_reach (KithCliOptions *options, const char *value, GError **error)
{
  return kith_cli_set_number ("--reach", value, 1, KITH_MOST_STEPS, &options->reach, error);
}

/* --steps is short for --frames of a play and for --reach of a focus; where both are asked for it
 * would be a guess. */
static gboolean
set_as_at (KithCliOptions *options, const char *value, GError **error)
{
  KithDate date = KITH_DATE_INIT;
  g_autoptr (GError) reason = NULL;

  if (!kith_date_parse (value, &date, &reason))
    return kith_usage_fail (error, "%s", reason->message);
  if (!kith_date_is_set (&date))
    return kith_usage_fail (error, _ ("--as-at needs a date, such as “March 2009” or 2009."));
  options->as_at = kith_date_as_at (&date, kith_date_today ().first);
  return TRUE;
}

static gboolean
set_through (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->through);
  options->through = g_strdup (value);
  return TRUE;
}

static gboolean
set_since (KithCliOptions *options, const char *value, GError **error)
{
  KithDate date = KITH_DATE_INIT;
  g_autoptr (GError) reason = NULL;

  if (!kith_date_parse (value, &date, &reason))
    return kith_usage_fail (error, "%s", reason->message);
  if (!kith_date_is_set (&date))
    return kith_usage_fail (error, _ ("--since needs a date, such as “March 2009” or 2009."));
  options->since = kith_date_as_at (&date, kith_date_today ().first);
  return TRUE;
}

static gboolean
set_filtered (KithCliOptions *options, const char *value, GError **error)
{
  if (g_ascii_strcasecmp (value, "fade") != 0 && g_ascii_strcasecmp (value, "hide") != 0)
    return kith_usage_fail (error, _ ("--filtered cannot be “%s”. Choose: fade or hide."), value);
  options->hides = g_ascii_strcasecmp (value, "hide") == 0;
  return TRUE;
}

static gboolean
set_format (const KithFormat **format, const char *option, const char *value, GError **error)
{
  *format = kith_format_from_ending (value + (*value == '.'));
  if (*format == NULL || !(*format)->streams)
    return kith_usage_fail (error,
                            _ ("%s cannot be “%s”. Choose one of: kith, json, csv (for "
                               "reading), png, pdf, svg, html (for writing)."),
                            option, value);
  return TRUE;
}

static gboolean
set_from (KithCliOptions *options, const char *value, GError **error)
{
  if (g_ascii_strcasecmp (value, "csv") == 0)
    {
      options->from = kith_format_from_ending ("csv");
      return TRUE;
    }
  return set_format (&options->from, "--from", value, error)
         && (options->from->reads
             || kith_usage_fail (error, _ ("Kith does not read .%s."), options->from->ending));
}

static gboolean
set_to (KithCliOptions *options, const char *value, GError **error)
{
  return set_format (&options->to, "--to", value, error);
}

static gboolean
set_as (KithCliOptions *options, const char *value, GError **error)
{
  options->as_set = TRUE;
  return kith_cli_arrangement_from_text (value, &options->as, error);
}

static gboolean
set_tidy (KithCliOptions *options, const char *value, GError **error)
{
  options->tidy = TRUE;
  return TRUE;
}

static gboolean
set_around (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->around);
  options->around = g_strdup (value);
  return options->as_set || set_as (options, "around", error);
}

static gboolean
set_salvage (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->salvage);
  options->salvage = g_strdup (value);
  return TRUE;
}

static gboolean
set_who (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->who);
  options->who = g_strdup (value);
  return g_utf8_validate (value, -1, NULL)
         || kith_usage_fail (error, _ ("The name is not valid text."));
}

static gboolean
set_round (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->round);
  options->round = g_strdup (value);
  return g_utf8_validate (value, -1, NULL)
         || kith_usage_fail (error, _ ("The title is not valid text."));
}

static gboolean
set_blank (KithCliOptions *options, const char *value, GError **error)
{
  options->blank = TRUE;
  return TRUE;
}

static gboolean
set_all_three (KithCliOptions *options, const char *value, GError **error)
{
  options->all_three = TRUE;
  return TRUE;
}

static gboolean
set_dry_run (KithCliOptions *options, const char *value, GError **error)
{
  options->dry_run = TRUE;
  return TRUE;
}

static gboolean
set_partly (KithCliOptions *options, const char *value, GError **error)
{
  options->partly = TRUE;
  return TRUE;
}

static gboolean
set_insights (KithCliOptions *options, const char *value, GError **error)
{
  options->insights = TRUE;
  return TRUE;
}

static gboolean
set_json (KithCliOptions *options, const char *value, GError **error)
{
  options->json = TRUE;
  return TRUE;
}

static gboolean
set_csv (KithCliOptions *options, const char *value, GError **error)
{
  options->csv = TRUE;
  return TRUE;
}

static gboolean
set_help (KithCliOptions *options, const char *value, GError **error)
{
  options->help = TRUE;
  return TRUE;
}

#define WRITING (KITH_CLI_CONVERT | KITH_CLI_ARRANGE)
#define ALL \
  (WRITING | KITH_CLI_CHECK | KITH_CLI_SHOW | KITH_CLI_SHEET | KITH_CLI_COMPARE | KITH_CLI_RATE)

/* For a picture that convert writes, and for no other format. */
#define OF_PICTURES (1u << 31)
#define PICTURE (KITH_CLI_CONVERT | OF_PICTURES)
static const Option table[] = {
  { "--lines", NULL, PICTURE, N_ ("show inherited lines"), set_lines },
  { "--paper", N_ ("SIZE"), PICTURE, N_ ("a4, a3, a2, a1, a0 or letter, for PDF (a4)"), set_paper },
  { "--poster", N_ ("SIZE"), PICTURE, N_ ("the same, for a poster: a2, a1 or a0"),
    kith_cli_set_poster },
  { "--tile", N_ ("SIZE"), PICTURE,
    N_ ("a poster on sheets of this size, with crop marks and a plan: a4, a3 or letter"),
    kith_cli_set_tile },
  { "--size", N_ ("WxH"), PICTURE, N_ ("so many pixels, for PNG, SVG and films: 1920x1080"),
    kith_cli_set_size },
  { "--marking", N_ ("TEXT"), PICTURE,
    N_ ("a protective marking at top and foot: “OFFICIAL-SENSITIVE”"), kith_cli_set_marking },
  { "--report", NULL, PICTURE,
    N_ ("cover, map, scenes, and registers of stakeholders and links, as a PDF on A4"),
    kith_cli_set_report },
  { "--scenes", NULL, PICTURE, N_ ("a page for each scene, as a PDF"), kith_cli_set_scenes },
  { "--then", N_ ("DATE"), PICTURE,
    N_ ("then and now: the map on this day and now (or --as-at) side by side, and what changed"),
    kith_cli_set_then },
  { "--then-file", N_ ("FILE"), PICTURE,
    N_ ("the same, beside an earlier file of it or another map"), kith_cli_set_then_file },
  { "--board", NULL, PICTURE, N_ ("one page for the board: black and white, three sentences"),
    kith_cli_set_board },
  { "--sentence", N_ ("TEXT"), PICTURE,
    N_ ("one of those, up to three times; without, the map offers some; “” leaves one out"),
    kith_cli_set_sentence },
  { "--names-replaced", NULL, KITH_CLI_CONVERT, N_ ("sector and number for names, in any format"),
    kith_cli_set_names_replaced },
  { "--portrait", NULL, PICTURE, N_ ("upright page"), set_portrait },
  { "--landscape", NULL, PICTURE, N_ ("page on its side"), set_landscape },
  { "--scale", N_ ("NUMBER"), PICTURE, N_ ("pixels for each unit of the map, for PNG (1)"),
    set_scale },
  { "--transparent", NULL, PICTURE, N_ ("no ground, for PNG and SVG"), set_transparent },
  { "--filter", N_ ("TEXT"), PICTURE,
    N_ ("what to show: “sector=housing,police; trust=1-2; text=crisis”"), set_filter },
  { "--focus", N_ ("NAME"), PICTURE, N_ ("show what is linked to this stakeholder"), set_focus },
  { "--reach", N_ ("NUMBER"), PICTURE, N_ ("how far the focus reaches: 1, 2 or 3 (1)"), set_reach },
  { "--play", NULL, PICTURE,
    N_ ("the years one after another: a numbered PNG a step, or a PDF of as many pages"),
    kith_cli_set_play },
  { "--seconds", N_ ("NUMBER"), PICTURE, N_ ("how long a film (.mp4, .webm) is: 10 to 300 (40)"),
    kith_cli_set_seconds },
  { "--frames", N_ ("NUMBER"), PICTURE, N_ ("how many pictures a play has: 2 to 500 (24)"),
    kith_cli_set_frames },
  { "--steps", N_ ("NUMBER"), PICTURE,
    N_ ("with --play the same as --frames, with --focus the same as --reach"), kith_cli_set_steps },
  { "--filtered", N_ ("HOW"), PICTURE, N_ ("fade or hide what is filtered out (fade)"),
    set_filtered },
  { "--lens", N_ ("LENS"), PICTURE,
    N_ ("trust, gap, respect, understanding, change, age, last-contact, conflict, basis, sector, "
        "level, kind, story, positions, purpose, pulse, load, spaces or plain: what is made visible "
        "(trust)"),
    kith_cli_set_lens },
  { "--question", N_ ("N"), PICTURE,
    N_ ("with --lens positions: which, by its number or its words"), kith_cli_set_question },
  { "--marks", N_ ("MARKS"), PICTURE, N_ ("signs, plan: warning signs, next steps of the plan"),
    kith_cli_set_marks },
  { "--through", N_ ("NAME"), PICTURE, N_ ("through this stakeholder’s eyes"), set_through },
  { "--since", N_ ("DATE"), PICTURE | KITH_CLI_COMPARE,
    N_ ("from when changes are counted; without, a year before"), set_since },
  { "--as-at", N_ ("DATE"), KITH_CLI_CONVERT | KITH_CLI_SHOW | KITH_CLI_COMPARE,
    N_ ("the map as it was: “March 2009”, 2009, “the 1990s”; of a month or longer, its last day"),
    set_as_at },
  { "--ended", NULL, KITH_CLI_CONVERT | KITH_CLI_SHOW | KITH_CLI_COMPARE,
    N_ ("what has ended and what is to come too; .kith and .json always hold it"), set_ended },
  { "--audience", N_ ("WHO"), WRITING | KITH_CLI_SHOW | KITH_CLI_SHEET | KITH_CLI_COMPARE,
    N_ ("team, partners or public: what they may see goes in"), set_audience },
  { "--title", N_ ("TEXT"), WRITING, N_ ("title of the result"), set_title },
  { "--as", N_ ("ARRANGEMENT"), KITH_CLI_ARRANGE,
    N_ ("free, columns, segments, rings, rings-inward, grid, around, circle, community or places"),
    set_as },
  { "--around", N_ ("NAME"), KITH_CLI_ARRANGE, N_ ("in rings round this stakeholder, by steps"),
    set_around },
  { "--tidy", NULL, KITH_CLI_ARRANGE, N_ ("only part what overlaps; all else stays"), set_tidy },
  { "--salvage", N_ ("OUT"), KITH_CLI_CHECK, N_ ("write what can be read of a damaged map"),
    set_salvage },
  { "--for", N_ ("NAME"), KITH_CLI_SHEET, N_ ("whose sheet or page"), set_who },
  { "--round", N_ ("TITLE"), KITH_CLI_SHEET | KITH_CLI_RATE,
    N_ ("of which round; without: what holds, as its page, or rows of any round"), set_round },
  { "--all-three", NULL, KITH_CLI_SHEET, N_ ("ask for respect and understanding besides trust"),
    set_all_three },
  { "--dry-run", NULL, KITH_CLI_RATE, N_ ("say what would be read, and write nothing"),
    set_dry_run },
  { "--partly", NULL, KITH_CLI_RATE,
    N_ ("read the rest though some rows are not understood; without: nothing is written then"),
    set_partly },
  { "--blank", NULL, KITH_CLI_SHEET, N_ ("to be filled in: says nothing of what was said"),
    set_blank },
  { "--insights", NULL, KITH_CLI_SHOW, N_ ("what the map tells, in sentences"), set_insights },
  { "--json", NULL, KITH_CLI_SHOW | KITH_CLI_COMPARE, N_ ("as JSON, for programs"), set_json },
  { "--csv", NULL, KITH_CLI_COMPARE, N_ ("as CSV, for spreadsheets"), set_csv },
  { "--from", N_ ("FORMAT"), ALL, N_ ("what “-” as input holds, where it does not show"),
    set_from },
  { "--to", N_ ("FORMAT"), WRITING | KITH_CLI_RATE, N_ ("what to write to “-”"), set_to },
  { "--help", NULL, ALL, N_ ("this help"), set_help },
};

static const Option *
find_option (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strlen (table[i].name) == length && strncmp (table[i].name, name, length) == 0)
      return &table[i];
  return NULL;
}

/* The value after "=", or the next argument. */
static gboolean
take_value (const Option *option, int argc, char **argv, int *i, const char **value, GError **error)
{
  const char *equals = strchr (argv[*i], '=');

  *value = equals != NULL ? equals + 1 : NULL;
  if (option->value == NULL && equals != NULL)
    return kith_usage_fail (error, _ ("%s takes no value."), option->name);
  if (option->value == NULL || equals != NULL)
    return TRUE;
  if (*i + 1 >= argc)
    return kith_usage_fail (error, _ ("%s needs a value after it."), option->name);
  *value = argv[++*i];
  return TRUE;
}

static gboolean
take_option (KithCliOptions *options,
             KithCliVerb verb,
             int argc,
             char **argv,
             int *i,
             GError **error)
{
  const char *given = g_str_equal (argv[*i], "-h") ? "--help" : argv[*i];
  const Option *option = find_option (given, strcspn (given, "="));
  g_autofree char *shown = g_filename_display_name (given);
  const char *value;

  if (option == NULL)
    return kith_usage_fail (error, _ ("There is no option “%s”. See “kith --help”."), shown);
  if ((option->verbs & verb) == 0)
    return kith_usage_fail (error,
                            _ ("The option %s does not go with this command. See “kith "
                               "--help”."),
                            option->name);
  if (!take_value (option, argc, argv, i, &value, error))
    return FALSE;
  if ((option->verbs & OF_PICTURES) != 0)
    options->picture_option = option->name;
  return option->set (options, value, error);
}

/**
 * kith_cli_options_new:
 * @verb: the command
 * @argc: how many words follow it
 * @argv: the words
 * @error: KITH_USAGE_ERROR
 *
 * "--" ends the options; "-" is a file.
 *
 * Returns: (transfer full) (nullable): what was asked for
 */
KithCliOptions *
kith_cli_options_new (KithCliVerb verb, int argc, char **argv, GError **error)
{
  g_autoptr (KithCliOptions) options = g_new0 (KithCliOptions, 1);
  gboolean only_files = FALSE;

  options->files = g_ptr_array_new_with_free_func (g_free);
  options->export = (KithExport) KITH_EXPORT_INIT;
  options->export.signs = TRUE;
  for (int i = 0; i < argc; i++)
    {
      if (only_files || argv[i][0] != '-' || argv[i][1] == '\0')
        g_ptr_array_add (options->files, g_strdup (argv[i]));
      else if (g_str_equal (argv[i], "--"))
        only_files = TRUE;
      else if (!take_option (options, verb, argc, argv, &i, error))
        return NULL;
    }
  if (!options->help && !kith_cli_options_check (options, error))
    return NULL;
  return g_steal_pointer (&options);
}

void
kith_cli_options_free (KithCliOptions *options)
{
  g_ptr_array_unref (options->files);
  g_free (options->title);
  g_free (options->marking);
  g_free (options->then_file);
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    g_free (options->sentences[i]);
  g_free (options->filter);
  g_free (options->focus);
  g_free (options->steps);
  g_free (options->question);
  g_free (options->through);
  g_free (options->salvage);
  g_free (options->who);
  g_free (options->round);
  g_free (options->around);
  g_free (options);
}

/**
 * kith_cli_options_to_help:
 * @verb: a command
 *
 * Returns: (transfer full): its options, a line each
 */
char *
kith_cli_options_to_help (KithCliVerb verb)
{
  GString *help = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].verbs & verb)
      {
        g_autofree char *form = g_strconcat (table[i].name, table[i].value != NULL ? " " : "",
                                             table[i].value != NULL ? _ (table[i].value) : "",
                                             NULL);
        glong pad = MAX (0, 24 - g_utf8_strlen (form, -1));

        g_string_append_printf (help, "  %s%*s%s\n", form, (int) pad, "", _ (table[i].help));
      }
  return g_string_free (help, FALSE);
}
