/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter and the focus that were asked for, read against the map that there is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-cli-files.h"
#include "kith-filter.h"
#include "kith-round.h"

static gboolean
is_called (const KithStakeholder *stakeholder, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (stakeholder->name, -1);
  g_autofree char *short_name = g_utf8_casefold (stakeholder->short_name, -1);

  return g_str_equal (name, folded) || g_str_equal (short_name, folded);
}

static char *
list_names (KithMap *map)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (all->len, 12); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            ((const KithStakeholder *) all->pdata[i])->name);
  if (all->len > 12)
    g_string_append (out, ", …");
  return g_string_free (out, FALSE);
}

/**
 * kith_cli_find_name:
 * @map: a map made for its audience
 * @name: a name or short name, in any case
 * @error: KITH_USAGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KithId): who is called so
 */
GArray *
kith_cli_find_name (KithMap *map, const char *name, GError **error)
{
  g_autofree char *wanted = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KithId));

  if (!g_utf8_validate (name, -1, NULL))
    {
      kith_usage_fail (error, _ ("A stakeholder’s name is not valid text."));
      return NULL;
    }
  wanted = g_utf8_casefold (name, -1);
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (is_called (stakeholder, wanted))
      g_array_append_val (found, stakeholder->record.id);
  if (found->len > 0)
    return g_steal_pointer (&found);
  names = list_names (map);
  kith_usage_fail (error, _ ("No stakeholder on this map is called “%s”. There is: %s."), name,
                   names);
  return NULL;
}

static gboolean
put_focus (KithFilter *filter, KithMap *map, const KithCliOptions *options, GError **error)
{
  g_autoptr (GArray) found = kith_cli_find_name (map, options->focus, error);

  if (found == NULL)
    return FALSE;
  kith_filter_set_focus (filter, (const KithId *) (gpointer) found->data, found->len,
                         MAX (options->reach, 1));
  return TRUE;
}

/**
 * kith_cli_read_filter:
 * @map: the whole map
 * @audience: for whom it is written
 * @options: what was asked for
 * @filter: (out) (nullable): what that comes to; NULL for nothing
 * @error: KITH_USAGE_ERROR
 */
gboolean
kith_cli_read_filter (KithMap *map,
                      KithAudience audience,
                      const KithCliOptions *options,
                      KithFilter **filter,
                      GError **error)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (KithFilter) made = NULL;
  g_autoptr (GError) reason = NULL;

  *filter = NULL;
  if (options->filter == NULL && options->focus == NULL)
    return TRUE;
  shown = kith_map_to_show (map, audience);
  made = kith_filter_from_text (shown, audience, options->filter != NULL ? options->filter : "",
                                FALSE, &reason);
  if (made == NULL)
    return kith_usage_fail (error, "%s", reason->message);
  if (options->focus != NULL && !put_focus (made, shown, options, error))
    return FALSE;
  kith_filter_set_hides (made, options->hides);
  *filter = g_steal_pointer (&made);
  return TRUE;
}
