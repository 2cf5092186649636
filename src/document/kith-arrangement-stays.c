/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranged again in the form that it has: a picture that a new one is hardly better than stays as it
 * is. */
#include "kith-arrangement-stays.h"

#include <math.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-arrangement-truth.h"
#include "kith-power-steps.h"

#define BETTER 0.85 /* of its flaws is what a new picture may have, or it is not worth it */
#define SMALLER 0.9 /* likewise of its page */
#define MOST 1500   /* stakeholders: of more, flaws are not counted */
#define MOST_JOINS 6000

static gboolean
is_alike (const KithAnnotation *one, const KithAnnotation *other)
{
  return one->form == other->form && one->arrangement == other->arrangement
         && one->colour == other->colour && one->is_private == other->is_private
         && g_strcmp0 (one->text, other->text) == 0;
}

/* The frame of the map that says what this one says, and is not yet taken. */
static const KithAnnotation *
find_frame (KithMap *map, const KithAnnotation *frame, GPtrArray *taken)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (is_alike (one, frame) && !g_ptr_array_find (taken, one, NULL))
      return one;
  return NULL;
}

/* One for each of the new ones, in their order, and no more than them; else NULL. */
static GPtrArray *
find_frames (KithMap *map, const GPtrArray *frames)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < frames->len; i++)
    {
      const KithAnnotation *one = find_frame (map, frames->pdata[i], found);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (found, (gpointer) one);
    }
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    n += kith_annotation_is_arrangement (one);
  return n == found->len ? g_steal_pointer (&found) : NULL;
}

/* What a group takes now, by its frame and that of the group within it. */
static void
fill_area (const KithGroups *groups,
           const KithAnnotation *frame,
           const KithLayoutArea *within,
           KithLayoutArea *area)
{
  area->x = frame->x, area->y = frame->y;
  area->width = frame->width, area->height = frame->height;
  if (groups->shape.form == KITH_LAYOUT_RINGS && within != NULL)
    {
      area->inner_width = within->width, area->inner_height = within->height;
      area->inner_x = within->x - area->x, area->inner_y = within->y - area->y;
    }
  if (groups->shape.form != KITH_LAYOUT_SEGMENTS)
    return;
  area->inner_width = frame->width * frame->inner / 1000.0;
  area->inner_height = frame->height * frame->inner / 1000.0;
  area->turn = frame->turn / 1000.0;
  area->sweep = frame->sweep / 1000.0;
}

/* Likewise of all groups; who is in the middle of steps has no frame, and is where the rings are. */
static KithLayoutArea *
list_areas (const KithGroups *groups, const KithLayoutArea *areas, const GPtrArray *frames)
{
  guint n = groups->shape.n_groups;
  KithLayoutArea *now = g_memdup2 (areas, n * sizeof *areas), *within = NULL;
  gboolean has_middle = frames->len > 0
                        && ((const KithAnnotation *) frames->pdata[0])->arrangement
                               == KITH_ARRANGEMENT_AROUND;
  guint at = 0;

  for (guint g = 0; g < n; g++)
    {
      if (now[g].width <= 0.0)
        continue;
      if (has_middle && g == 0)
        {
          const KithAnnotation *first = frames->pdata[0];

          now[g].x = first->x, now[g].y = first->y;
        }
      else if (at < frames->len)
        fill_area (groups, frames->pdata[at++], within, &now[g]);
      within = &now[g];
    }
  return now;
}

/* A column reaches from the line before it to its own, and as high as the axis of power; a row likewise. */
static void
fill_step (const KithGroups *groups,
           const KithAnnotation *line,
           const KithPowerStep *step,
           const KithAnnotation *other,
           KithLayoutArea *areas)
{
  gboolean is_column = line->height > line->width;
  double to = is_column ? line->x : line->y;
  KithLayoutArea *area = &areas[step->number - 1 + (is_column ? 0 : groups->shape.n_groups)];

  *area = (KithLayoutArea){ .x = is_column ? (step->from + to) / 2 : other->x,
                            .y = is_column ? other->y : (step->from + to) / 2,
                            .width = is_column ? to - step->from : other->width,
                            .height = is_column ? other->height : step->from - to };
}

/* Likewise of a grid, by its lines; NULL where it is not whole. */
static KithLayoutArea *
list_grid_areas (const KithGroups *groups, const KithLayoutArea *areas, const GPtrArray *frames)
{
  guint n = kith_layout_n_areas (&groups->shape), last = n - 1;
  g_autofree KithPowerStep *steps = g_new (KithPowerStep, frames->len + 1);
  g_autofree KithLayoutArea *now = g_memdup2 (areas, n * sizeof *areas);
  const KithAnnotation *axes[2] = { NULL, NULL }; /* power, interest */

  kith_power_steps ((const KithAnnotation *const *) frames->pdata, frames->len, steps);
  for (guint i = 0; i < frames->len; i++)
    if (steps[i].axis == frames->pdata[i])
      axes[steps[i].axis->width > steps[i].axis->height] = steps[i].axis;
  if (axes[0] == NULL)
    return NULL;
  for (guint i = 0; i < frames->len; i++)
    if (steps[i].number > 0)
      fill_step (groups, frames->pdata[i], &steps[i], axes[steps[i].axis == axes[0]], now);
    else if (steps[i].axis == NULL)
      fill_area (groups, frames->pdata[i], NULL, &now[last]);
  return g_steal_pointer (&now);
}

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

/* Whether the plan, which has the places of now, is as good as a picture of that merit, and true. */
static gboolean
is_sound (const KithGroups *groups,
          const KithPlan *plan,
          const KithLayoutArea *areas,
          const GPtrArray *frames,
          const Merit *other)
{
  g_autofree KithLayoutArea *now = groups->shape.form == KITH_LAYOUT_GRID
                                       ? list_grid_areas (groups, areas, frames)
                                       : list_areas (groups, areas, frames);
  KithLayoutGraph graph = kith_plan_graph (plan);
  Merit is;

  if (now == NULL || !kith_groups_are_true (groups, plan, now)
      || !kith_layout_is_apart (&graph, 0.0, kith_plan_column (plan, 2),
                                kith_plan_column (plan, 3)))
    return FALSE;
  is = measure (plan);
  return is.flaws * BETTER <= other->flaws + 1.0 && is.page * SMALLER <= other->page;
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
 * What has stakeholders without a place never stays, nor what has more than 1,500 of them.
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

  if (!options->keep_start || options->ids != NULL || n > MOST || plan->pairs->len > MOST_JOINS
      || kith_plan_has (plan, TRUE))
    return FALSE;
  now = find_frames (map, frames);
  if (now == NULL)
    return FALSE;
  x = g_memdup2 (was_x, n * sizeof *x), y = g_memdup2 (was_y, n * sizeof *y);
  merit = measure (plan);
  swap_places (plan, x, y);
  if (!is_sound (groups, plan, areas, now, &merit))
    {
      swap_places (plan, x, y);
      return FALSE;
    }
  g_ptr_array_set_size (frames, 0);
  for (guint i = 0; i < now->len; i++)
    g_ptr_array_add (frames, kith_record_copy (now->pdata[i]));
  return TRUE;
}
