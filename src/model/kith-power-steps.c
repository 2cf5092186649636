/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-power-steps.h"

#include <math.h>

#define N_STEPS 5  /* see the fields power and interest */
#define NEARLY 1.0 /* map units by which two ends of lines may differ */

/* One of both directions: its axis, and the lines across it that end its steps. */
typedef struct
{
  const KithAnnotation *axis;
  guint n_axes, n_ends;
  guint ends[N_STEPS]; /* places among the notes, in order along the axis */
} Direction;

static gboolean
is_line_of_grid (const KithAnnotation *note)
{
  return note->arrangement == KITH_ARRANGEMENT_GRID && note->form == KITH_ANNOTATION_LINE;
}

static gboolean
lies_across (const KithAnnotation *line)
{
  return line->width >= line->height;
}

/* The lines that end steps of an axis stand across it. */
static void
sort_out (const KithAnnotation *const *notes, guint n, Direction directions[2])
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_axis = is_line_of_grid (notes[i]) && notes[i]->text[0] != '\0';
      Direction *of = &directions[lies_across (notes[i]) == is_axis];

      if (is_axis)
        of->axis = notes[i], of->n_axes++;
      else if (is_line_of_grid (notes[i]) && of->n_ends++ < N_STEPS)
        of->ends[of->n_ends - 1] = i;
    }
}

/* Interest runs to the right, power upwards. */
static double
along (const KithAnnotation *line, gboolean to_the_right)
{
  return to_the_right ? line->x : -line->y;
}

static void
sort_ends (const KithAnnotation *const *notes, Direction *of, gboolean right)
{
  for (guint i = 1; i < N_STEPS; i++)
    for (guint k = i;
         k > 0 && along (notes[of->ends[k]], right) < along (notes[of->ends[k - 1]], right); k--)
      {
        guint end = of->ends[k];

        of->ends[k] = of->ends[k - 1];
        of->ends[k - 1] = end;
      }
}

static double
start_of (const KithAnnotation *axis, gboolean right)
{
  return right ? axis->x - axis->width / 2 : -axis->y - axis->height / 2;
}

/* From its axis to the end of the other, as all of them do. */
static gboolean
spans (const KithAnnotation *line, const KithAnnotation *other, gboolean right)
{
  return right ? fabs (line->y - other->y) < NEARLY && fabs (line->height - other->height) < NEARLY
               : fabs (line->x - other->x) < NEARLY && fabs (line->width - other->width) < NEARLY;
}

/* As the arrangement drew it: what somebody has moved or taken away would make numbers lie. */
static gboolean
is_whole (const KithAnnotation *const *notes, const Direction directions[2], guint d)
{
  const Direction *of = &directions[d];
  double at = start_of (of->axis, d);

  for (guint i = 0; i < N_STEPS; i++)
    {
      const KithAnnotation *line = notes[of->ends[i]];

      if (!spans (line, directions[!d].axis, d) || along (line, d) <= at)
        return FALSE;
      at = along (line, d);
    }
  return fabs (at - start_of (of->axis, d) - (d ? of->axis->width : of->axis->height)) < NEARLY;
}

static void
tell (const KithAnnotation *const *notes, const Direction *of, gboolean right, KithPowerStep *steps)
{
  double from = right ? start_of (of->axis, right) : -start_of (of->axis, right);

  for (guint i = 0; i < N_STEPS; i++)
    {
      const KithAnnotation *line = notes[of->ends[i]];

      steps[of->ends[i]] = (KithPowerStep){ of->axis, i + 1, from };
      from = right ? line->x : line->y;
    }
}

/**
 * kith_power_steps:
 * @notes: (array length=n): annotations of a map, in any order
 * @n: how many
 * @steps: (out caller-allocates) (array length=n): what each is
 *
 * Cost: linear. Nothing is told where the grid is not as it was drawn.
 */
void
kith_power_steps (const KithAnnotation *const *notes, guint n, KithPowerStep *steps)
{
  Direction directions[2] = { { 0 }, { 0 } }; /* power, interest */

  for (guint i = 0; i < n; i++)
    steps[i] = (KithPowerStep){ NULL, 0, 0.0 };
  sort_out (notes, n, directions);
  for (guint d = 0; d < 2; d++)
    if (directions[d].n_axes != 1 || directions[d].n_ends != N_STEPS)
      return;
  for (guint d = 0; d < 2; d++)
    sort_ends (notes, &directions[d], d);
  if (!is_whole (notes, directions, 0) || !is_whole (notes, directions, 1))
    return;
  for (guint i = 0; i < n; i++)
    if (notes[i] == directions[0].axis || notes[i] == directions[1].axis)
      steps[i].axis = notes[i];
  for (guint d = 0; d < 2; d++)
    tell (notes, &directions[d], d, steps);
}

/**
 * kith_map_power_step:
 * @map: a map
 * @line: an annotation on it
 *
 * Returns: what it is of the grid by power and interest
 */
KithPowerStep
kith_map_power_step (KithMap *map, const KithAnnotation *line)
{
  g_autoptr (GPtrArray) notes = kith_map_list (map, KITH_ANNOTATION);
  g_autofree KithPowerStep *steps = g_new (KithPowerStep, notes->len + 1);
  KithPowerStep found = { NULL, 0, 0.0 };

  kith_power_steps ((const KithAnnotation *const *) notes->pdata, notes->len, steps);
  for (guint i = 0; i < notes->len; i++)
    if (KITH_ID (notes->pdata[i]) == KITH_ID (line))
      found = steps[i];
  return found;
}
