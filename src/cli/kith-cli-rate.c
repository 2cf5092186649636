/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-cli-files.h"
#include "kith-ratings-csv.h"

static void
print_read (const char *shown, const KithRatingsRead *read)
{
  g_autofree char *words = kith_ratings_read_to_words (read);

  for (guint i = 0; i < read->notes->len; i++)
    {
      g_autofree char *note = kith_ratings_note_to_words (read->notes->pdata[i]);

      g_printerr ("%s: %s\n", shown, note);
    }
  g_printerr ("%s: %s\n", shown, words);
}

/* Puts one filled sheet into the map; adds to `lost` the rows that were left out. */
static gboolean
read_sheet (KithMap *map, const char *name, KithId round, guint *lost, GError **error)
{
  g_autofree char *shown = g_str_equal (name, "-") ? g_strdup (_ ("Standard input"))
                                                   : g_filename_display_basename (name);
  g_autoptr (GBytes) bytes = kith_cli_read_bytes (name, error);
  g_autoptr (KithCsvTable) table = bytes != NULL ? kith_csv_read (bytes, shown, error) : NULL;
  g_autoptr (KithRatingsRead) read = NULL;
  KithDate today = kith_date_today ();

  if (bytes == NULL)
    return FALSE;
  if (table != NULL)
    read = kith_ratings_csv_read (map, table, round, &today, error);
  if (read == NULL)
    {
      g_prefix_error (error, "%s: ", shown);
      return FALSE;
    }
  print_read (shown, read);
  *lost += read->counts.lost;
  return kith_map_apply (map, read->edit, error);
}

/* What a rating is written into knows all of a map. */
static gboolean
check_output (const KithCliOptions *options, const char *out, GError **error)
{
  const KithFormat *format = kith_cli_output_format (out, options, error);

  if (format == NULL)
    return FALSE;
  if (format->id != KITH_FORMAT_KITH && format->id != KITH_FORMAT_JSON)
    return kith_usage_fail (error, _ ("The rated map is a .kith or a .json."));
  return TRUE;
}

/**
 * kith_cli_rate:
 * @options: IN, FILLED.csv…, OUT (none with --dry-run), perhaps --round and --partly
 * @error: what is wrong
 *
 * Reads filled sheets into the map. Rows that were not understood are told on standard error; then
 * nothing is written, unless --partly was asked for.
 */
gboolean
kith_cli_rate (const KithCliOptions *options, GError **error)
{
  char **files = (char **) options->files->pdata;
  guint n = options->files->len;
  /* a dry run may say where it would write, so that the same line is tried first and then meant */
  gboolean writes = !options->dry_run || (n > 2 && !g_str_has_suffix (files[n - 1], ".csv"));
  guint sheets = n - 1 - (writes ? 1 : 0);
  g_autoptr (KithMap) map = NULL;
  KithId round = 0;
  guint lost = 0;

  if (n < (writes ? 3 : 2))
    return kith_usage_fail (error,
                            _ ("Say what to read and what to write: kith rate IN FILLED.csv… "
                               "OUT."));
  if (writes && !check_output (options, files[n - 1], error))
    return FALSE;
  map = kith_cli_read_one (files[0], options->from, error);
  if (map == NULL || !kith_cli_find_round (map, options->round, &round, error))
    return FALSE;
  for (guint i = 0; i < sheets; i++)
    if (!read_sheet (map, files[1 + i], round, &lost, error))
      return FALSE;
  if (lost > 0 && !options->partly)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("Some rows were not understood, so nothing is written. Correct them, "
                              "or read the rest with --partly."));
      return FALSE;
    }
  return options->dry_run || kith_cli_write (map, files[n - 1], options, error);
}
