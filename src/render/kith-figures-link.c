/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to figures: where along a link its middle, its halves and its ends are. */
#include "kith-figures-private.h"

static gboolean
point_on_link (const KithFigures *figures, KithId id, double share, KithPoint *point)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

  if (link == NULL || !KITH_SHOWS (figures, link))
    return FALSE;
  *point = kith_curve_at (&link->curve, link->length * share, NULL);
  return TRUE;
}

gboolean
kith_figures_link_middle (const KithFigures *figures, KithId link, KithPoint *middle)
{
  return point_on_link (figures, link, 0.5, middle);
}

gboolean
kith_figures_link_half (const KithFigures *figures, KithId link, KithEnd end, KithPoint *point)
{
  return point_on_link (figures, link, end == KITH_END_A ? 0.25 : 0.75, point);
}

gboolean
kith_figures_link_end (const KithFigures *figures, KithId id, KithEnd end, KithPoint *point)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);
  double on = end == KITH_END_A ? -KITH_LINK_GAP : KITH_LINK_GAP;
  KithPoint direction;

  if (link == NULL || !link->is_drawable || !KITH_SHOWS (figures, link))
    return FALSE;
  *point = kith_curve_at (&link->curve, end == KITH_END_A ? 0.0 : link->length, &direction);
  point->x += direction.x * on;
  point->y += direction.y * on;
  return TRUE;
}
