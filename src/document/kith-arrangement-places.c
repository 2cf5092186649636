/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-arrangement-places.h"

#include <math.h>

#define ROUNDS 4 /* of taking others off the pictures and parting them, which may push some back */
#define NEARLY 0.5 /* map units by which one may be nearer to a picture than it should */

/* A picture, or where a box must not have its middle so as not to touch one. */
typedef struct
{
  double x, y; /* its middle */
  double half_width, half_height;
} Area;

static gboolean
covers (const Area *area, double x, double y)
{
  return fabs (x - area->x) <= area->half_width && fabs (y - area->y) <= area->half_height;
}

static GArray *
find_pictures (KithMap *map)
{
  GArray *pictures = g_array_new (FALSE, FALSE, sizeof (Area));

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->form == KITH_ANNOTATION_BACKDROP)
      {
        Area picture = { one->x, one->y, one->width / 2, one->height / 2 };

        g_array_append_val (pictures, picture);
      }
  return pictures;
}

static gboolean
is_on_any (const GArray *pictures, const KithStakeholder *one)
{
  for (guint i = 0; i < pictures->len && kith_stakeholder_is_placed (one); i++)
    if (covers (&g_array_index (pictures, Area, i), one->x, one->y))
      return TRUE;
  return FALSE;
}

/* Over the nearest edge. */
static void
take_off (const Area *around, double *x, double *y)
{
  double aside = around->half_width - fabs (*x - around->x);
  double above = around->half_height - fabs (*y - around->y);

  if (aside < above)
    *x += *x < around->x ? -aside : aside;
  else
    *y += *y < around->y ? -above : above;
}

/* Takes the others off the pictures; FALSE: nobody was on one. */
static gboolean
take_all_off (KithPlan *plan, const GArray *pictures)
{
  double *x = kith_plan_column (plan, 2), *y = kith_plan_column (plan, 3);
  gboolean any = FALSE;

  for (guint p = 0; p < pictures->len; p++)
    for (guint i = 0; i < plan->who->len; i++)
      {
        Area around = g_array_index (pictures, Area, p);

        around.half_width += kith_plan_column (plan, 0)[i] / 2 + KITH_PLAN_CLEAR - NEARLY;
        around.half_height += kith_plan_column (plan, 1)[i] / 2 + KITH_PLAN_CLEAR - NEARLY;
        if (plan->fixed->data[i] || !covers (&around, x[i], y[i]))
          continue;
        around.half_width += NEARLY, around.half_height += NEARLY;
        take_off (&around, &x[i], &y[i]);
        any = TRUE;
      }
  return any;
}

/* The plan's boxes, and pictures as boxes that do not move. */
static void
part (KithPlan *plan, const GArray *pictures)
{
  guint n = plan->who->len, all = n + pictures->len;
  g_autofree double *columns = g_new (double, 4 * (gsize) all);
  g_autofree guint8 *pinned = g_new (guint8, all);
  KithLayoutGraph graph = { all, columns, columns + all, pinned, 0, NULL, NULL };

  for (guint c = 0; c < 4; c++)
    for (guint i = 0; i < all; i++)
      {
        const Area *area = i < n ? NULL : &g_array_index (pictures, Area, i - n);
        double of_area[4] = { 0 };

        if (area != NULL)
          of_area[0] = 2 * area->half_width, of_area[1] = 2 * area->half_height,
          of_area[2] = area->x, of_area[3] = area->y;
        columns[c * (gsize) all + i] = area != NULL ? of_area[c] : kith_plan_column (plan, c)[i];
        pinned[i] = area != NULL || plan->fixed->data[i];
      }
  kith_layout_tidy (&graph, KITH_PLAN_CLEAR, columns + 2 * (gsize) all, columns + 3 * (gsize) all);
  for (guint c = 2; c < 4; c++)
    for (guint i = 0; i < n; i++)
      kith_plan_column (plan, c)[i] = columns[c * (gsize) all + i];
}

/**
 * kith_arrange_round_places:
 * @plan: the map as arrays
 * @map: the map
 * @options: for the layout
 *
 * Who has the middle on a picture stays; the others come near those whom they are linked to, but onto no picture:
 * there they would seem to belong to the place. Between pictures that are close together one may still touch
 * one.
 *
 * Cost: that of the layout, and of tidying up to four times.
 *
 * Returns: whether it was not cancelled
 */
gboolean
kith_arrange_round_places (KithPlan *plan, KithMap *map, const KithArrangeOptions *options)
{
  g_autoptr (GArray) pictures = find_pictures (map);
  KithLayoutGraph graph;
  KithLayoutOptions how;

  for (guint i = 0; i < plan->who->len; i++)
    if (is_on_any (pictures, plan->who->pdata[i]))
      plan->fixed->data[i] = TRUE;
  graph = kith_plan_graph (plan);
  how = kith_plan_options (plan, options);
  if (!kith_layout_arrange (&graph, &how, kith_plan_column (plan, 2), kith_plan_column (plan, 3)))
    return FALSE;
  for (guint round = 0; round < ROUNDS && take_all_off (plan, pictures); round++)
    {
      if (options->cancelled != NULL && options->cancelled (options->data))
        return FALSE;
      part (plan, pictures);
    }
  return TRUE;
}

void
kith_edit_pin_places (KithEdit *edit, KithMap *map)
{
  g_autoptr (GArray) pictures = find_pictures (map);

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (!one->pinned && is_on_any (pictures, one))
      {
        KithStakeholder *after = kith_record_copy (one);

        after->pinned = TRUE;
        kith_edit_update (edit, one, after);
      }
}
