/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-cli-files.h"

/**
 * kith_cli_convert:
 * @options: IN… OUT, page and audience
 * @error: what is wrong
 *
 * Any format that can be read into any that can be written.
 */
gboolean
kith_cli_convert (const KithCliOptions *options, GError **error)
{
  char **files = (char **) options->files->pdata;
  guint n = options->files->len;
  g_autoptr (KithMap) map = NULL;

  if (n < 2)
    return kith_usage_fail (error, _ ("Say what to read and what to write: kith convert IN… OUT."));
  if (kith_cli_output_format (files[n - 1], options, error) == NULL)
    return FALSE;
  map = kith_cli_read (files, n - 1, options->from, error);
  return map != NULL && kith_cli_put_title (map, options->title, error)
         && kith_cli_write (map, files[n - 1], options, error);
}
