/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to figures: where along a link its middle, its halves and its ends are. */
#include "kith-figures-private.h"

#include "kith-verbs-link.h"

#include <math.h>

/* --- Bent by hand --- */

KithPoint
kith_link_figure_bent_to (const KithLinkFigure *link)
{
  double dx = link->to.x - link->from.x;
  double dy = link->to.y - link->from.y;
  double length = MAX (hypot (dx, dy), 1e-6);
  double across = (link->record->bend + link->fan) / length;
  double along = 0.5 + CLAMP (link->record->bend_along, -0.5, 0.5);

  return (KithPoint){ link->from.x + dx * along - dy * across,
                      link->from.y + dy * along + dx * across };
}

/**
 * kith_figures_link_bend:
 * @figures: figures
 * @id: a link
 * @at: a point that its curve is to go through, map units
 * @snap: how near to the straight line is straight, map units
 * @bend: (out): for kith_verb_bend()
 * @along: (out): likewise
 *
 * Returns: whether there is such a link
 */
gboolean
kith_figures_link_bend (const KithFigures *figures,
                        KithId id,
                        KithPoint at,
                        double snap,
                        double *bend,
                        double *along)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);
  double dx;
  double dy;
  double length;
  double across;

  if (link == NULL)
    return FALSE;
  dx = link->to.x - link->from.x;
  dy = link->to.y - link->from.y;
  length = MAX (hypot (dx, dy), 1e-6);
  at.x -= (link->from.x + link->to.x) / 2;
  at.y -= (link->from.y + link->to.y) / 2;
  across = (at.y * dx - at.x * dy) / length;
  *along = CLAMP ((at.x * dx + at.y * dy) / (length * length), -0.5, 0.5);
  if (fabs (across) < snap)
    across = *along = 0.0;
  *bend = kith_quantise (across - link->fan);
  if (*bend == 0.0)
    *bend = KITH_BEND_STRAIGHT;
  return TRUE;
}

/* --- Places on it --- */

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
kith_figures_link_bent_to (const KithFigures *figures, KithId id, KithPoint *at)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

  if (link == NULL || !link->is_drawable)
    return FALSE;
  *at = link->middle;
  return TRUE;
}

gboolean
kith_figures_label (const KithFigures *figures, KithId id, KithRect *plate)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

  if (link == NULL || link->label_box.width <= 0.0)
    return FALSE;
  *plate = link->label_box;
  return TRUE;
}

KithId
kith_figures_label_at (const KithFigures *figures, double x, double y)
{
  KithRect place = { x, y, 0, 0 };
  g_autoptr (GPtrArray) labels = kith_figures_labels_in (figures, &place);

  /* Of two that overlap the later one is drawn above. */
  return labels->len == 0 ? 0
                          : ((KithLinkFigure *) labels->pdata[labels->len - 1])->record->record.id;
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
