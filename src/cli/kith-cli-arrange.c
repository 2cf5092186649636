/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-arrange.h"
#include "kith-cli-files.h"

/**
 * kith_cli_arrangement_from_text:
 * @text: "free" or the key of another arrangement, in any case
 * @as: (out): which
 * @error: KITH_USAGE_ERROR
 */
gboolean
kith_cli_arrangement_from_text (const char *text, KithArrangement *as, GError **error)
{
  g_autofree char *key = g_ascii_strdown (text, -1);
  int found = KITH_ARRANGEMENT_FREE;

  if (!g_str_equal (key, "free")
      && (*key == '\0' || !kith_enum_from_key (&kith_arrangements, key, &found)))
    return kith_usage_fail (error,
                            _ ("--as cannot be “%s”. Choose: free, columns, segments, rings, "
                               "rings-inward, grid, around, circle, community or places."),
                            text);
  *as = (KithArrangement) found;
  return TRUE;
}

/* Round whom; the first, where several are called so. */
static gboolean
find_centre (KithMap *map, const KithCliOptions *options, KithId *centre, GError **error)
{
  g_autoptr (GArray) found = NULL;

  if (options->as != KITH_ARRANGEMENT_AROUND)
    return TRUE;
  if (options->around == NULL)
    return kith_usage_fail (error, _ ("Say round whom: --around NAME."));
  found = kith_cli_find_name (map, options->around, error);
  if (found != NULL)
    *centre = g_array_index (found, KithId, 0);
  return found != NULL;
}

static gboolean
arrange (KithMap *map, const KithCliOptions *options, GError **error)
{
  KithArrangeOptions how = KITH_ARRANGE_INIT;
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *why = NULL;
  const char *lacks;
  guint withheld = 0;

  how.as = options->as;
  how.withheld = &withheld;
  how.tidy = options->tidy;
  lacks = kith_arrangement_lacks (map, how.as);
  if (lacks != NULL)
    return kith_usage_fail (error, "%s", lacks);
  if (!find_centre (map, options, &how.centre, error))
    return FALSE;
  edit = kith_arrange_to_edit (map, &how);
  if (edit == NULL || !kith_map_apply (map, edit, error))
    return FALSE;
  why = kith_arrange_withheld (map, map, withheld,
                               kith_map_arrangement (map, NULL) != KITH_ARRANGEMENT_FREE);
  if (why != NULL)
    g_printerr ("%s\n", why);
  return TRUE;
}

/**
 * kith_cli_arrange:
 * @options: IN OUT --as ARRANGEMENT, --around NAME or --tidy
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
  if (!options->as_set && !options->tidy)
    return kith_usage_fail (error,
                            _ ("Say how to arrange: --as free, or columns, segments, rings, "
                               "grid, circle, community, places, or --around NAME, or --tidy."));
  if (options->as_set && options->tidy)
    return kith_usage_fail (error,
                            _ ("--tidy only parts what overlaps: leave out --as and --around."));
  if (kith_cli_output_format (files[1], options, error) == NULL)
    return FALSE;
  map = kith_cli_read_one (files[0], options->from, error);
  return map != NULL && arrange (map, options, error)
         && kith_cli_put_title (map, options->title, error)
         && kith_cli_write (map, files[1], options, error);
}
