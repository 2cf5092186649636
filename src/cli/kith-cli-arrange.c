/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-arrange.h"
#include "kith-cli-files.h"

static gboolean
arrange (KithMap *map, GError **error)
{
  KithArrangeOptions how = KITH_ARRANGE_INIT;
  g_autoptr (KithEdit) edit = kith_arrange_to_edit (map, &how);

  return edit != NULL && kith_map_apply (map, edit, error);
}

/**
 * kith_cli_arrange:
 * @options: IN OUT --as ARRANGEMENT
 * @error: what is wrong
 *
 * Finds new positions for all stakeholders but the pinned ones.
 */
gboolean
kith_cli_arrange (const KithCliOptions *options, GError **error)
{
  char **files = (char **) options->files->pdata;
  g_autoptr (KithMap) map = NULL;

  if (options->files->len != 2)
    return kith_usage_fail (error, _ ("Say what to read and what to write: kith arrange IN OUT "
                                      "--as free."));
  if (options->as == NULL)
    return kith_usage_fail (error, _ ("Say how to arrange: --as free."));
  if (kith_cli_output_format (files[1], options, error) == NULL)
    return FALSE;
  map = kith_cli_read_one (files[0], options->from, error);
  return map != NULL && arrange (map, error) && kith_cli_put_title (map, options->title, error)
         && kith_cli_write (map, files[1], options, error);
}
