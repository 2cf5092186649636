/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranged again in the form that it has: a picture that a new one is hardly better than stays as it is, or
 * grows: room is made in it for those who have come. */
#include "kith-arrangement-stays.h"

#include <math.h>
#include <string.h>

#include "kith-arrangement-frames.h"
#include "kith-arrangement-truth.h"

/* Of its flaws and of its page: what a new picture may have, or it is not worth it. What has just grown stays when
 * it is arranged once more. */
#define STAYS 0.75
#define STAYS_PAGE 0.78
#define GROWS 0.8
#define GROWS_PAGE 0.82
#define MOST 1500 /* stakeholders: of more, flaws are not counted */
#define MOST_JOINS 6000

static double
measure_page (const KithPlan *plan)
{
  const double *width = kith_plan_column (plan, 0), *height = kith_plan_column (plan, 1);
  const double *x = kith_plan_column (plan, 2), *y = kith_plan_column (plan, 3);
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < plan->who->len; i++)
    {
      left = MIN (left, x[i] - width[i] / 2), right = MAX (right, x[i] + width[i] / 2);
      top = MIN (top, y[i] - height[i] / 2), bottom = MAX (bottom, y[i] + height[i] / 2);
    }
  return (right - left) * (bottom - top);
}

typedef struct
{
  double flaws, page;
} Merit;

static Merit
measure (const KithPlan *plan)
{
  KithLayoutGraph graph = kith_plan_graph (plan);

  return (Merit){ kith_layout_count_flaws (&graph, kith_plan_column (plan, 2),
                                           kith_plan_column (plan, 3)),
                  measure_page (plan) };
}

static void
swap_places (KithPlan *plan, double *x, double *y)
{
  for (guint i = 0; i < plan->who->len; i++)
    {
      double new_x = kith_plan_column (plan, 2)[i], new_y = kith_plan_column (plan, 3)[i];

      kith_plan_column (plan, 2)[i] = x[i], kith_plan_column (plan, 3)[i] = y[i];
      x[i] = new_x, y[i] = new_y;
    }
}

/* Whether the plan is hardly worse than a picture of that merit. */
static gboolean
is_good_enough (const KithPlan *plan, const Merit *other, double flaws, double page)
{
  Merit is = measure (plan);

  return is.flaws * flaws <= other->flaws + 1.0 && is.page * page <= other->page;
}

/* Whether the plan, which has the places of now, is as good as a picture of that merit, and true. */
static gboolean
is_sound (const KithGroups *groups,
          const KithPlan *plan,
          KithArrangement as,
          const KithLayoutArea *areas,
          const GPtrArray *frames,
          const Merit *other)
{
  g_autofree KithLayoutArea *now = kith_frames_areas (groups, as, areas, frames);
  KithLayoutGraph graph = kith_plan_graph (plan);

  if (now == NULL || !kith_groups_are_true (groups, plan, now)
      || !kith_layout_is_apart (&graph, 0.0, kith_plan_column (plan, 2),
                                kith_plan_column (plan, 3)))
    return FALSE;
  return is_good_enough (plan, other, STAYS, STAYS_PAGE);
}

static gboolean
may_stay (const KithPlan *plan, const KithArrangeOptions *options)
{
  return options->keep_start && options->ids == NULL && plan->who->len <= MOST
         && plan->pairs->len <= MOST_JOINS;
}

/**
 * kith_arrangement_stays:
 * @groups: who is in which
 * @plan: with new places; those of before come back if it stays
 * @map: the map
 * @options: how it was arranged
 * @areas: what each group takes in the new picture
 * @was_x: (array): where each stakeholder was
 * @was_y: (array): likewise
 * @frames: (inout) (element-type KithAnnotation): new frames, or those of the map if it stays
 *
 * What has stakeholders without a place never stays, nor what has more than 1,500 of them or 6,000 links.
 *
 * Returns: whether the map has this arrangement, with everybody where its frames say, and the new one
 *   is hardly better
 */
gboolean
kith_arrangement_stays (const KithGroups *groups,
                        KithPlan *plan,
                        KithMap *map,
                        const KithArrangeOptions *options,
                        const KithLayoutArea *areas,
                        const double *was_x,
                        const double *was_y,
                        GPtrArray *frames)
{
  guint n = plan->who->len;
  g_autofree double *x = NULL, *y = NULL;
  g_autoptr (GPtrArray) now = NULL;
  Merit merit;

  if (!may_stay (plan, options) || kith_plan_has (plan, TRUE))
    return FALSE;
  now = kith_frames_of_before (map, frames);
  if (now == NULL)
    return FALSE;
  x = g_memdup2 (was_x, n * sizeof *x), y = g_memdup2 (was_y, n * sizeof *y);
  merit = measure (plan);
  swap_places (plan, x, y);
  if (!is_sound (groups, plan, options->as, areas, now, &merit))
    {
      swap_places (plan, x, y);
      return FALSE;
    }
  g_ptr_array_set_size (frames, 0);
  for (guint i = 0; i < now->len; i++)
    g_ptr_array_add (frames, kith_record_copy (now->pdata[i]));
  return TRUE;
}

static gboolean
has_this_form (KithMap *map, const KithArrangeOptions *options)
{
  KithId centre;

  return kith_map_arrangement (map, &centre) == options->as
         && (options->as != KITH_ARRANGEMENT_AROUND || centre == options->centre);
}

/* What each group takes on the map, whose places the plan has; NULL where hardly anybody is where theirs is. Of a
 * grid nothing has to be known: all in a cell stand in it in their order. */
static KithLayoutArea *
recall_areas (const KithGroups *groups,
              const KithPlan *plan,
              KithMap *map,
              KithArrangement as,
              const KithLayoutArea *areas)
{
  const double *x = kith_plan_column (plan, 2), *y = kith_plan_column (plan, 3);
  guint n = plan->who->len, n_placed = 0;
  KithLayoutArea *before;

  if (groups->shape.form == KITH_LAYOUT_GRID)
    return g_new0 (KithLayoutArea, kith_layout_n_areas (&groups->shape) + 1);
  before = kith_frames_recall (groups, map, as, areas, x, y, n);
  for (guint i = 0; i < n; i++)
    n_placed += isfinite (x[i]) && isfinite (y[i]);
  if (2 * kith_groups_count_at_home (groups, plan, before) >= n_placed && n_placed > 0)
    return before;
  g_free (before);
  return NULL;
}

/* How many frames would have to be left out. */
static guint
count_withheld (const KithGroups *groups, const KithPlan *plan, const KithLayoutArea *areas)
{
  g_autofree KithLayoutArea *copy = g_memdup2 (areas, kith_layout_n_areas (&groups->shape)
                                                          * sizeof *areas);

  return kith_groups_withhold (groups, plan, copy);
}

/* The plan has the places of before; it gets those of what has grown out of them. */
static gboolean
grow (const KithGroups *groups,
      KithPlan *plan,
      KithMap *map,
      KithArrangement as,
      const KithLayoutOptions *how,
      KithLayoutArea *areas)
{
  KithLayoutShape shape = groups->shape;
  KithLayoutGraph graph = kith_plan_graph (plan);
  g_autofree KithLayoutArea *before = recall_areas (groups, plan, map, as, areas);

  shape.grown = before;
  return before != NULL
         && kith_layout_arrange_in (&graph, how, &shape, kith_plan_column (plan, 2),
                                    kith_plan_column (plan, 3), areas);
}

/**
 * kith_arrangement_grows:
 * @groups: who is in which
 * @plan: with new places; with others if it grows
 * @map: the map
 * @options: how it was arranged
 * @how: the same for the layout
 * @areas: (inout): what each group takes in the new picture, or in that which has grown, whether true or not
 * @was_x: (array): where each stakeholder was, NaN for those who are new
 * @was_y: (array): likewise
 *
 * Nothing grows that has more than 1,500 stakeholders or 6,000 links.
 *
 * Returns: whether the map has this arrangement, and a picture with everybody about where they are leaves out no
 *   more frames than the new one, which is hardly better
 */
gboolean
kith_arrangement_grows (const KithGroups *groups,
                        KithPlan *plan,
                        KithMap *map,
                        const KithArrangeOptions *options,
                        const KithLayoutOptions *how,
                        KithLayoutArea *areas,
                        const double *was_x,
                        const double *was_y)
{
  guint n = plan->who->len, n_areas = kith_layout_n_areas (&groups->shape), withheld;
  g_autofree KithLayoutArea *grown = NULL;
  g_autofree double *x = NULL, *y = NULL;
  Merit merit;

  if (!may_stay (plan, options) || !has_this_form (map, options))
    return FALSE;
  grown = g_memdup2 (areas, n_areas * sizeof *areas);
  x = g_memdup2 (was_x, n * sizeof *x), y = g_memdup2 (was_y, n * sizeof *y);
  merit = measure (plan);
  withheld = count_withheld (groups, plan, areas);
  swap_places (plan, x, y);
  if (!grow (groups, plan, map, options->as, how, grown)
      || count_withheld (groups, plan, grown) > withheld
      || !is_good_enough (plan, &merit, GROWS, GROWS_PAGE))
    {
      swap_places (plan, x, y);
      return FALSE;
    }
  memcpy (areas, grown, n_areas * sizeof *areas);
  return TRUE;
}
