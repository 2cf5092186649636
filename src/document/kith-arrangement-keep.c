/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-arrangement-keep.h"

#include <math.h>

#define HALVINGS 6      /* to within a 64th of the way */
#define ROUNDING 0.0625 /* map units: what records keep of a place */

/* How a part has a box. What lies across an edge may go either way. */
typedef enum
{
  OUTSIDE,
  ACROSS,
  INSIDE,
} Has;

static Has
frame_has (const KithAnnotation *frame, const KithPlace *box)
{
  double dx = fabs (box->x - frame->x), dy = fabs (box->y - frame->y);
  double half_width = frame->width / 2 + ROUNDING, half_height = frame->height / 2 + ROUNDING;

  if (dx + box->width / 2 <= half_width && dy + box->height / 2 <= half_height)
    return INSIDE;
  return dx - box->width / 2 < half_width && dy - box->height / 2 < half_height ? ACROSS : OUTSIDE;
}

/* Below it or to its right is inside. */
static Has
line_has (const KithAnnotation *line, const KithPlace *box)
{
  gboolean level = line->width >= line->height;
  double beyond = level ? box->y - line->y : box->x - line->x;
  double half = (level ? box->height : box->width) / 2 - ROUNDING;

  return fabs (beyond) < half ? ACROSS : beyond > 0 ? INSIDE : OUTSIDE;
}

static Has
part_has (const KithAnnotation *part, const KithPlace *box)
{
  /* a ring has what has its middle in it */
  if (part->form == KITH_ANNOTATION_RING)
    return kith_annotation_covers (part, box->x, box->y) ? INSIDE : OUTSIDE;
  return part->form == KITH_ANNOTATION_LINE ? line_has (part, box) : frame_has (part, box);
}

GPtrArray *
kith_map_arrangement_parts (KithMap *map)
{
  GPtrArray *parts = g_ptr_array_new ();

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (kith_annotation_is_arrangement (one))
      g_ptr_array_add (parts, (gpointer) one);
  return parts;
}

/**
 * kith_parts_have_as_before:
 * @parts: (element-type KithAnnotation): what an arrangement has drawn
 * @was: a box
 * @now: the same elsewhere
 *
 * Returns: whether each part has it inside or outside as before; one that had it across its edge does not
 *   mind. Cost: linear in the parts.
 */
gboolean
kith_parts_have_as_before (const GPtrArray *parts, const KithPlace *was, const KithPlace *now)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Has before = part_has (parts->pdata[i], was);

      if (before != ACROSS && part_has (parts->pdata[i], now) != before)
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_parts_hold_back:
 * @parts: (element-type KithAnnotation): what an arrangement has drawn
 * @was: a box
 * @now: (inout): where it would go; where that is not as before, it goes as far as it may
 */
void
kith_parts_hold_back (const GPtrArray *parts, const KithPlace *was, KithPlace *now)
{
  KithPlace to = *now, on_the_way = *was;
  double may = 0.0, may_not = 1.0;

  if (kith_parts_have_as_before (parts, was, now))
    return;
  for (guint i = 0; i < HALVINGS; i++)
    {
      double way = (may + may_not) / 2;

      on_the_way.x = was->x + (to.x - was->x) * way;
      on_the_way.y = was->y + (to.y - was->y) * way;
      if (kith_parts_have_as_before (parts, was, &on_the_way))
        may = way;
      else
        may_not = way;
    }
  now->x = was->x + (to.x - was->x) * may;
  now->y = was->y + (to.y - was->y) * may;
}
