/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-view.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-now.h"

static const KithEnumValue corner_values[] = {
  { "top-left", N_ ("Top left") },       { "top-right", N_ ("Top right") },
  { "bottom-left", N_ ("Bottom left") }, { "bottom-right", N_ ("Bottom right") },
  { "hidden", N_ ("Hidden") },
};

const KithEnum kith_corners = { "corner", G_N_ELEMENTS (corner_values), corner_values };

gboolean
kith_corner_is_right (KithCorner corner)
{
  return corner == KITH_CORNER_TOP_RIGHT || corner == KITH_CORNER_BOTTOM_RIGHT;
}

gboolean
kith_corner_is_bottom (KithCorner corner)
{
  return corner == KITH_CORNER_BOTTOM_LEFT || corner == KITH_CORNER_BOTTOM_RIGHT;
}

/**
 * kith_view_day:
 * @view: a view
 *
 * Returns: the day as at which the map is shown, which is today where it is shown as it is now
 */
gint32
kith_view_day (const KithView *view)
{
  return view->day != 0 ? view->day : kith_date_today ().first;
}

/**
 * kith_view_map:
 * @view: a view
 * @map: a map made for its audience
 *
 * Returns: (transfer full): what of it the view shows
 */
KithMap *
kith_view_map (const KithView *view, KithMap *map)
{
  if (view->day != 0)
    return kith_map_as_at (map, view->day);
  return view->ended ? kith_map_ref (map) : kith_map_now (map, kith_date_today ().first);
}

/**
 * kith_view_find_pass:
 * @view: a view
 * @map: the map that goes with it
 *
 * Returns: (transfer full) (nullable): what passes its filter, found out unless it is known
 */
KithPass *
kith_view_find_pass (const KithView *view, KithMap *map)
{
  if (view->pass != NULL)
    return kith_pass_ref ((KithPass *) view->pass);
  return kith_filter_evaluate (view->filter, map);
}
