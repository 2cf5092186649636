/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-members.h"

#include "kith-verbs.h"

/**
 * kith_members_shown:
 * @map: a map
 * @space: one of its shared spaces
 *
 * Returns: (transfer full) (element-type KithId): who meets there
 */
GArray *
kith_members_shown (KithMap *map, KithId space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < members->len; i++)
    g_array_append_val (ids, KITH_ID (members->pdata[i]));
  return ids;
}

/**
 * kith_members_set:
 * @viewer: a window's look at the map
 * @space: a shared space
 * @ids: (element-type KithId): who of those that are shown is to meet there
 */
void
kith_members_set (KithViewer *viewer, KithId space, GArray *ids)
{
  KithMap *shown = kith_viewer_get_map (viewer);
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  g_autoptr (GArray) members = kith_members_shown (whole, space);
  KithEdit *edit;

  for (guint i = members->len; i > 0; i--)
    if (kith_map_stakeholder (shown, g_array_index (members, KithId, i - 1)) != NULL)
      g_array_remove_index (members, i - 1);
  g_array_append_vals (members, ids->data, ids->len);
  edit = kith_verb_set_members (whole, space, (const KithId *) (gpointer) members->data,
                                members->len);
  kith_viewer_perform (viewer, edit, NULL);
}
