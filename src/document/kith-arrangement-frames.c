/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-arrangement-frames.h"

#include "kith-annotations.h"
#include "kith-power-steps.h"

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

/**
 * kith_frames_of_before:
 * @map: a map
 * @frames: (element-type KithAnnotation): what a new arrangement of it draws round each group
 *
 * Returns: (transfer container) (nullable) (element-type KithAnnotation): in their order those of the map that
 *   say the same, if there is one of each and none besides
 */
GPtrArray *
kith_frames_of_before (KithMap *map, const GPtrArray *frames)
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

/* What a group takes, by its frame and by what lies within it. */
static void
fill_area (const KithGroups *groups,
           const KithAnnotation *frame,
           const KithLayoutArea *within,
           KithLayoutArea *area)
{
  gboolean is_segment = groups->shape.form == KITH_LAYOUT_SEGMENTS;

  *area = (KithLayoutArea){ frame->x, frame->y, frame->width, frame->height };
  area->named_below = !is_segment && frame->turn == KITH_NAMED_BELOW;
  if (groups->shape.form == KITH_LAYOUT_RINGS && within != NULL)
    {
      area->inner_width = within->width, area->inner_height = within->height;
      area->inner_x = within->x - area->x, area->inner_y = within->y - area->y;
    }
  if (!is_segment)
    return;
  area->inner_width = frame->width * frame->inner / 1000.0;
  area->inner_height = frame->height * frame->inner / 1000.0;
  area->turn = frame->turn / 1000.0;
  area->sweep = frame->sweep / 1000.0;
}

/* Who is in the middle of steps has no frame, and is where the rings are. */
static void
fill_middle (const GPtrArray *frames, KithLayoutArea *area)
{
  for (guint i = 0; i < frames->len; i++)
    if (frames->pdata[i] != NULL)
      {
        const KithAnnotation *one = frames->pdata[i];

        area->x = one->x, area->y = one->y;
        return;
      }
}

/* Of all groups. */
static KithLayoutArea *
list_areas (const KithGroups *groups,
            KithArrangement as,
            const KithLayoutArea *areas,
            const GPtrArray *frames)
{
  guint n = groups->shape.n_groups, at = 0;
  KithLayoutArea *now = g_memdup2 (areas, n * sizeof *areas), *within = NULL;

  for (guint g = 0; g < n; g++)
    {
      if (now[g].width <= 0.0)
        continue;
      if (as == KITH_ARRANGEMENT_AROUND && g == 0)
        fill_middle (frames, &now[g]);
      else if (at < frames->len && frames->pdata[at++] != NULL)
        fill_area (groups, frames->pdata[at - 1], within, &now[g]);
      else
        now[g].width = 0.0;
      if (now[g].width > 0.0)
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

/* Of a grid, by its lines; NULL where it is not whole. */
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

/**
 * kith_frames_areas:
 * @groups: who is in which
 * @as: the arrangement that they are groups of
 * @areas: what each takes in a new picture
 * @frames: (element-type KithAnnotation): what kith_frames_of_before() found
 *
 * Returns: (transfer full) (nullable): what each takes on the map; %NULL of a grid that is not whole
 */
KithLayoutArea *
kith_frames_areas (const KithGroups *groups,
                   KithArrangement as,
                   const KithLayoutArea *areas,
                   const GPtrArray *frames)
{
  return groups->shape.form == KITH_LAYOUT_GRID ? list_grid_areas (groups, areas, frames)
                                                : list_areas (groups, as, areas, frames);
}

/* --- What has grown --- */

/* How many of a group had their middle in a frame. */
static guint
count_in (const KithGroups *groups,
          const KithAnnotation *frame,
          guint group,
          const double *was_x,
          const double *was_y,
          guint n)
{
  guint n_in = 0;

  for (guint i = 0; i < n; i++)
    n_in += groups->group[i] == group && kith_annotation_covers (frame, was_x[i], was_y[i]);
  return n_in;
}

/* The frame that is called as the group is, if several the one with the most of it; or, of communities, which are
 * called by whom they are round, the one with the most of it. */
static const KithAnnotation *
find_frame_of (const KithGroups *groups,
               KithMap *map,
               KithArrangement as,
               guint group,
               const double *was_x,
               const double *was_y,
               guint n,
               GPtrArray *taken)
{
  const KithAnnotation *best = NULL;
  guint most = 0;

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    {
      gboolean is_called = g_strcmp0 (one->text, groups->titles->pdata[group]) == 0;
      guint n_in;

      if (one->arrangement != (int) as || (!is_called && as != KITH_ARRANGEMENT_COMMUNITY)
          || g_ptr_array_find (taken, one, NULL))
        continue;
      n_in = count_in (groups, one, group, was_x, was_y, n);
      if (n_in > most || (best == NULL && is_called && as != KITH_ARRANGEMENT_COMMUNITY))
        best = one, most = n_in;
    }
  return best;
}

/**
 * kith_frames_recall:
 * @groups: who is in which
 * @map: the map
 * @as: the arrangement that they are groups of, which the map has; no grid
 * @areas: what each takes in a new picture
 * @was_x: (array): where each stakeholder was, NaN for those who are new
 * @was_y: (array): likewise
 * @n: how many there are
 *
 * What a frame is called tells whose it is; of what colour it was, or who might see it, does not matter.
 *
 * Returns: (transfer full): what each group takes on the map, a width of 0 where it had no frame
 */
KithLayoutArea *
kith_frames_recall (const KithGroups *groups,
                    KithMap *map,
                    KithArrangement as,
                    const KithLayoutArea *areas,
                    const double *was_x,
                    const double *was_y,
                    guint n)
{
  g_autoptr (GPtrArray) frames = g_ptr_array_new ();

  for (guint g = 0; g < groups->shape.n_groups; g++)
    if (areas[g].width > 0.0 && (as != KITH_ARRANGEMENT_AROUND || g > 0))
      g_ptr_array_add (frames,
                       (gpointer) find_frame_of (groups, map, as, g, was_x, was_y, n, frames));
  return list_areas (groups, as, areas, frames);
}
