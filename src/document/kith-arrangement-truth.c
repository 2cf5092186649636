/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a frame of an arrangement would tell the truth: who is pinned stands where it stands, inside
 * of the frame that has its name on it or not. */
#include "kith-arrangement-truth.h"

#include <math.h>
#include <string.h>

#define NEARLY 1.0 /* map units by which a box may be over an edge */
#define HOLLOW 0.3 /* of a circle: who stands nearer to its middle is not on it */

typedef struct
{
  double x, y, half_width, half_height;
} Box;

static Box
box_of (const KithPlan *plan, guint i)
{
  return (Box){ kith_plan_column (plan, 2)[i], kith_plan_column (plan, 3)[i],
                kith_plan_column (plan, 0)[i] / 2, kith_plan_column (plan, 1)[i] / 2 };
}

/* One alone stands in the middle. */
static gboolean
is_on_circle (const KithGroups *groups,
              const KithPlan *plan,
              const KithLayoutArea *area,
              const Box *box)
{
  KithLayoutArea hollow = { area->x, area->y, area->width * HOLLOW, area->height * HOLLOW };

  return groups->shape.form != KITH_LAYOUT_CIRCLE || plan->who->len == 1
         || !kith_layout_area_encircles (&hollow, box->x, box->y, 0.0);
}

/* Whole, where that can be seen from straight edges; in a ring where its middle is, as everywhere. */
static gboolean
holds (const KithGroups *groups, const KithPlan *plan, const KithLayoutArea *area, const Box *box)
{
  double dx = box->x - area->x, dy = box->y - area->y;

  if (kith_groups_are_round (groups))
    return kith_layout_area_encircles (area, box->x, box->y, NEARLY)
           && is_on_circle (groups, plan, area, box);
  return fabs (dx) <= area->width / 2 - box->half_width + NEARLY
         && fabs (dy) <= area->height / 2 - box->half_height + NEARLY;
}

static gboolean
touches (const KithGroups *groups, const KithLayoutArea *area, const Box *box)
{
  double dx = box->x - area->x, dy = box->y - area->y;

  if (kith_groups_are_round (groups))
    return kith_layout_area_encircles (area, box->x, box->y, -NEARLY);
  return fabs (dx) < area->width / 2 + box->half_width - NEARLY
         && fabs (dy) < area->height / 2 + box->half_height - NEARLY;
}

static gboolean
is_true (const KithPlan *plan, const KithGroups *groups, const KithLayoutArea *areas, guint group)
{
  for (guint i = 0; i < plan->who->len; i++)
    {
      Box box = box_of (plan, i);

      if (groups->group[i] == group ? !holds (groups, plan, &areas[group], &box)
                                    : touches (groups, &areas[group], &box))
        return FALSE;
    }
  return TRUE;
}

/* Of whom power or interest is not said, nobody is at a step of either. */
static gboolean
is_beside_grid (const KithGroups *groups,
                const KithPlan *plan,
                const KithLayoutArea *areas,
                const Box *box)
{
  const KithLayoutShape *shape = &groups->shape;

  for (guint g = 0; g < shape->n_groups; g++)
    if (touches (groups, &areas[g], box))
      return FALSE;
  return holds (groups, plan, &areas[shape->n_groups + shape->n_rows], box);
}

static gboolean
is_grid_true (const KithPlan *plan, const KithGroups *groups, const KithLayoutArea *areas)
{
  const KithLayoutShape *shape = &groups->shape;
  const KithLayoutArea *beside = &areas[shape->n_groups + shape->n_rows];

  for (guint i = 0; i < plan->who->len; i++)
    {
      Box box = box_of (plan, i);
      guint group = groups->group[i];

      if (group >= shape->n_groups
              ? !is_beside_grid (groups, plan, areas, &box)
              : !holds (groups, plan, &areas[group], &box)
                    || !holds (groups, plan, &areas[shape->n_groups + groups->row[i]], &box)
                    || (beside->width > 0.0 && touches (groups, beside, &box)))
        return FALSE;
    }
  return TRUE;
}

/* Whether everybody stands where the area of the own group is, and in no other. */
gboolean
kith_groups_are_true (const KithGroups *groups, const KithPlan *plan, const KithLayoutArea *areas)
{
  if (groups->shape.form == KITH_LAYOUT_GRID)
    return is_grid_true (plan, groups, areas);
  for (guint g = 0; g < groups->shape.n_groups; g++)
    if (areas[g].width > 0.0 && !is_true (plan, groups, areas, g))
      return FALSE;
  return TRUE;
}

/**
 * kith_groups_count_at_home:
 * @groups: who is in which
 * @plan: where they stand
 * @areas: what each group takes
 *
 * Returns: how many stand where the area of their group is; not of a grid
 */
guint
kith_groups_count_at_home (const KithGroups *groups,
                           const KithPlan *plan,
                           const KithLayoutArea *areas)
{
  guint n = 0;

  for (guint i = 0; i < plan->who->len; i++)
    {
      Box box = box_of (plan, i);

      n += isfinite (box.x) && isfinite (box.y) && areas[groups->group[i]].width > 0.0
           && holds (groups, plan, &areas[groups->group[i]], &box);
    }
  return n;
}

static guint
empty_areas (const KithGroups *groups, KithLayoutArea *areas)
{
  guint n = kith_layout_n_areas (&groups->shape), n_gone = 0;

  for (guint i = 0; i < n; i++)
    {
      n_gone += areas[i].width > 0.0;
      areas[i].width = 0.0;
    }
  return n_gone;
}

/* One by one; but rings lie in one another, so that all are false where one is. */
static guint
empty_false_areas (const KithPlan *plan, const KithGroups *groups, KithLayoutArea *areas)
{
  guint n_groups = groups->shape.n_groups, n_false = 0;
  g_autofree gboolean *is_false = g_new0 (gboolean, n_groups + 1);

  for (guint g = 0; g < n_groups; g++)
    {
      is_false[g] = areas[g].width > 0.0 && !is_true (plan, groups, areas, g);
      n_false += is_false[g];
    }
  if (n_false > 0 && groups->shape.form == KITH_LAYOUT_RINGS)
    return empty_areas (groups, areas);
  for (guint g = 0; g < n_groups; g++)
    if (is_false[g])
      areas[g].width = 0.0;
  return n_false;
}

/**
 * kith_groups_withhold:
 * @groups: who is in which
 * @plan: where they stand now
 * @areas: (array) (inout): what each group takes; those that would say what is not so get a width of 0
 *
 * Without pinned stakeholders none does.
 *
 * Returns: how many
 */
guint
kith_groups_withhold (const KithGroups *groups, const KithPlan *plan, KithLayoutArea *areas)
{
  if (plan->fixed->len == 0 || memchr (plan->fixed->data, TRUE, plan->fixed->len) == NULL)
    return 0;
  if (groups->shape.form != KITH_LAYOUT_GRID)
    return empty_false_areas (plan, groups, areas);
  return is_grid_true (plan, groups, areas) ? 0 : empty_areas (groups, areas);
}
