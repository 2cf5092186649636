/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-cli-files.h"
#include "kith-now.h"
#include "kith-round.h"
#include "kith-view.h"

/* What is left out is said, so that nobody takes it for lost. */
void
kith_cli_say_not_now (KithMap *seen)
{
  KithNotNow count = kith_map_count_not_now (seen, kith_date_today ().first);
  g_autofree char *words = kith_not_now_to_words (&count);

  if (*words != '\0')
    /* Translators: "3 have ended" */
    g_printerr (_ ("Of this map %s: left out. --ended shows them.\n"), words);
}

/* The map as at the day that was asked for (transfer full); without one as it is now. */
KithMap *
kith_cli_map_of_day (KithMap *seen, const KithCliOptions *options)
{
  KithView view = KITH_VIEW_INIT;

  view.day = options->as_at;
  view.ended = options->ended;
  if (view.day == 0 && !view.ended)
    kith_cli_say_not_now (seen);
  return kith_view_map (&view, seen);
}

/**
 * kith_cli_show:
 * @options: IN, perhaps --insights, --json, --as-at and an audience (the team)
 * @error: what is wrong with the file
 *
 * Prints what the map holds for its audience.
 */
gboolean
kith_cli_show (const KithCliOptions *options, GError **error)
{
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (KithMap) shown = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GBytes) json = NULL;

  if (options->files->len != 1)
    return kith_usage_fail (error, _ ("Say which file to show: kith show IN."));
  map = kith_cli_read_one (options->files->pdata[0], options->from, error);
  if (map == NULL)
    return FALSE;
  seen = kith_map_to_show (map, options->audience);
  shown = kith_cli_map_of_day (seen, options);
  if (options->insights)
    return kith_cli_show_insights (shown, options, error);
  if (options->json)
    {
      json = kith_cli_map_to_show_json (shown, options);
      return kith_cli_write_bytes ("-", json, error);
    }
  words = kith_cli_map_to_words (shown, options);
  g_print ("%s", words);
  return TRUE;
}

char *
kith_cli_options_day_words (const KithCliOptions *options)
{
  KithDate date = kith_date_of_day (options->as_at);

  return options->as_at != 0 ? kith_date_to_words (&date) : NULL;
}
