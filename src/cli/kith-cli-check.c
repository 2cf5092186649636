/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-cli-files.h"
#include "kith-file.h"
#include "kith-image.h"

static gboolean
salvage (const char *name, const KithCliOptions *options, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (name);
  g_autofree char *out = g_filename_display_name (options->salvage);
  g_autofree char *report = NULL;
  g_autoptr (GBytes) bytes = kith_cli_read_bytes (name, error);
  g_autoptr (KithMap) map = NULL;

  if (bytes == NULL)
    return FALSE;
  map = kith_image_salvage (bytes, shown, &report, error);
  if (map == NULL || !kith_cli_write (map, options->salvage, options, error))
    return FALSE;
  g_print ("%s\n", report);
  g_print (_ ("What could be read is in “%s”; “%s” is untouched.\n"), out, shown);
  return TRUE;
}

static gboolean
check_salvage_target (const KithCliOptions *options, const KithFormat *format, GError **error)
{
  const KithFormat *target;

  if (options->salvage == NULL)
    return TRUE;
  if (format->id != KITH_FORMAT_KITH)
    return kith_usage_fail (error, _ ("Only a .kith file can be salvaged."));
  target = kith_cli_output_format (options->salvage, options, error);
  if (target == NULL)
    return FALSE;
  if (target->id != KITH_FORMAT_KITH && target->id != KITH_FORMAT_JSON)
    return kith_usage_fail (error, _ ("What is salvaged goes into a .kith or .json file."));
  return TRUE;
}

/**
 * kith_cli_check:
 * @options: IN, perhaps --salvage OUT
 * @error: what is wrong with the file
 *
 * Says that the file is sound and what it holds. With --salvage, what can be read of a damaged map
 * is written to another file, and a sound one is left as it is.
 */
gboolean
kith_cli_check (const KithCliOptions *options, GError **error)
{
  const char *name = options->files->len == 1 ? options->files->pdata[0] : NULL;
  const KithFormat *format = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *words = NULL;

  if (name == NULL)
    return kith_usage_fail (error, _ ("Say which file to check: kith check IN."));
  format = g_str_equal (name, "-") ? kith_format_from_ending ("kith")
                                   : kith_cli_input_format (name, options->from, NULL, error);
  if (format == NULL || !check_salvage_target (options, format, error))
    return FALSE;
  map = kith_cli_read_one (name, options->from, &problem);
  if (map == NULL && options->salvage != NULL)
    {
      g_printerr ("%s\n", problem->message);
      return salvage (name, options, error);
    }
  if (map == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  words = kith_map_to_words (map);
  g_print (_ ("The file is sound: %s.\n"), words);
  if (options->salvage != NULL)
    g_print (_ ("There is nothing to salvage; no other file was written.\n"));
  return TRUE;
}
