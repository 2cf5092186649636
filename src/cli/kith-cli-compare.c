/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-cli-files.h"
#include "kith-compare-view.h"
#include "kith-compare-write.h"

/* What a reader of the list has to know of how it came about; it is no part of it. */
static void
warn (KithComparison *comparison, gboolean by_names)
{
  if (kith_comparison_n_unsure (comparison) > 0)
    g_printerr (_ ("Some names stand for several: what bears them was paired as it comes.\n"));
  if (by_names && kith_comparison_n_common (comparison) == 0)
    g_printerr (_ ("The two maps have no stakeholder in common: all of the one went, all of the "
                   "other came.\n"));
}

static GBytes *
make_list (KithComparison *comparison, const KithCliOptions *options)
{
  char *text;

  if (options->json)
    return kith_comparison_to_json (comparison);
  if (options->csv)
    return kith_comparison_to_csv (comparison);
  text = kith_comparison_to_text (comparison);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
check_usage (const KithCliOptions *options, GError **error)
{
  guint n = options->files->len;

  if (n == 0 || n > 2)
    return kith_usage_fail (error, _ ("Say what to compare: kith compare BEFORE AFTER, or kith "
                                      "compare IN --since DATE."));
  if (n == 2 && options->since != 0)
    return kith_usage_fail (error, _ ("--since compares two days of one map, not two maps."));
  if (options->json && options->csv)
    return kith_usage_fail (error, _ ("Give --json or --csv, not both."));
  return TRUE;
}

/**
 * kith_cli_compare:
 * @options: BEFORE AFTER, or one map with --since and perhaps --as-at; and an audience (the team)
 * @error: what is wrong with a file
 *
 * Prints what came, went, rose and fell from the one to the other.
 */
gboolean
kith_cli_compare (const KithCliOptions *options, GError **error)
{
  guint n = options->files->len;
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithComparison) comparison = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) list = NULL;

  if (!check_usage (options, error))
    return FALSE;
  map = kith_cli_read_one (options->files->pdata[n - 1], options->from, error);
  before = map != NULL && n == 2
               ? kith_cli_read_one (options->files->pdata[0], options->from, error)
               : NULL;
  if (map == NULL || (n == 2 && before == NULL))
    return FALSE;
  name = n == 2 ? g_filename_display_basename (options->files->pdata[0]) : NULL;
  view.audience = options->audience;
  view.lens = KITH_LENS_CHANGE;
  view.day = options->as_at;
  view.ended = options->ended;
  view.since = options->since;
  view.against = before;
  view.against_name = name;
  comparison = kith_view_compare (&view, map);
  warn (comparison, before != NULL && !kith_maps_are_copies (before, map));
  list = make_list (comparison, options);
  return kith_cli_write_bytes ("-", list, error);
}
