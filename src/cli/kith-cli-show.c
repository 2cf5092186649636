/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-cli-files.h"
#include "kith-round.h"

/**
 * kith_cli_show:
 * @options: IN, perhaps --json, --as-at and an audience (the team)
 * @error: what is wrong with the file
 *
 * Prints what the map holds for its audience.
 */
gboolean
kith_cli_show (const KithCliOptions *options, GError **error)
{
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithMap) seen = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GBytes) json = NULL;

  if (options->files->len != 1)
    return kith_usage_fail (error, _ ("Say which file to show: kith show IN."));
  map = kith_cli_read_one (options->files->pdata[0], options->from, error);
  if (map == NULL)
    return FALSE;
  seen = kith_map_to_show (map, options->audience);
  if (options->as_at != 0)
    {
      g_autoptr (KithMap) now = g_steal_pointer (&seen);

      seen = kith_map_as_at (now, options->as_at);
    }
  if (options->json)
    {
      json = kith_cli_map_to_show_json (seen, options);
      return kith_cli_write_bytes ("-", json, error);
    }
  words = kith_cli_map_to_words (seen, options);
  g_print ("%s", words);
  return TRUE;
}
