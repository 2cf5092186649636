/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-round.h"

#include <math.h>
#include <string.h>

#include "kith-layout-turn.h"

#define ROOMY \
  16.0 /* boxes on one, up to which links between two beside one another are long enough */

/* Whether a box has no links. */
gboolean
kith_shaping_is_alone (const KithShaping *self, guint box)
{
  return self->next[box] == self->next[box + 1];
}

/* Those of a group that have no links, evenly round. */
static void
want_round (const KithShaping *self, guint group)
{
  const guint *boxes = kith_shaping_members (self, group);
  guint n = kith_shaping_size (self, group), n_alone = 0, at = 0;

  for (guint i = 0; i < n; i++)
    n_alone += kith_shaping_is_alone (self, boxes[i]);
  for (guint i = 0; i < n; i++)
    if (kith_shaping_is_alone (self, boxes[i]))
      self->wanted[boxes[i]] = (at++ + 0.5) / n_alone;
}

static void
want_near (const KithShaping *self, guint box)
{
  double x = self->x[box], y = self->y[box];
  double length = MAX (sqrt (x * x + y * y), 1e-9);

  x /= length * 2.0, y /= length * 2.0;
  for (guint k = self->next[box]; k < self->next[box + 1]; k++)
    {
      double to_x = self->x[self->near[k]], to_y = self->y[self->near[k]];

      length = MAX (sqrt (to_x * to_x + to_y * to_y), 1e-9);
      x += to_x / length, y += to_y / length;
    }
  self->wanted[box] = kith_turn_from_vector (x, y);
}

/* Where each box would like to be: towards its neighbours, and a little where it is; in rings those without any
 * evenly round. */
void
kith_shaping_want (const KithShaping *self)
{
  if (self->settled)
    return;
  for (guint i = 0; i < self->graph->n; i++)
    want_near (self, i);
  for (guint g = 0; g < self->shape->n_groups && self->shape->form == KITH_LAYOUT_RINGS; g++)
    want_round (self, g);
}

/* The middle of the free arrangement becomes that of the rings. */
void
kith_shaping_centre (KithShaping *self)
{
  double x = 0.0, y = 0.0;

  for (guint i = 0; i < self->graph->n; i++)
    x += self->x[i] / self->graph->n, y += self->y[i] / self->graph->n;
  for (guint i = 0; i < self->graph->n; i++)
    self->x[i] -= x, self->y[i] -= y;
}

/* Seated anew in the order that boxes have come to. */
void
kith_shaping_sit_down (KithShaping *self, const guint *seat, gpointer place)
{
  g_autofree double *was = g_memdup2 (self->wanted, self->graph->n * sizeof *was);

  for (guint i = 0; i < self->graph->n; i++)
    self->wanted[i] = was[seat[i]];
  ((KithShapePlace) place) (self);
}

KithEllipse
kith_shaping_stand_in_middle (KithShaping *self, guint box)
{
  self->middle = box;
  self->x[box] = self->y[box] = 0.0;
  return (KithEllipse){ self->graph->width[box] * 0.75, self->graph->height[box] * 0.9 };
}

/* One box has nobody to face: it stands in the middle of a whole ring without a hole. */
gboolean
kith_shaping_seat_only_one (KithShaping *self)
{
  KithEllipse border;

  if (self->graph->n != 1)
    return FALSE;
  border = kith_shaping_stand_in_middle (self, 0);
  self->areas[self->shape->group[0]] = (KithLayoutArea){ .width = 2 * (border.a + KITH_SHAPE_PAD),
                                                         .height = 2 * (border.b + self->title),
                                                         .sweep = 1 };
  return TRUE;
}

/* Whoever sits beside one another round a middle is mostly linked: where they are few, and all of it is small
 * enough, enough shows of that for what is said at its ends. */
KithLayoutOptions
kith_shaping_make_roomy (const KithShaping *self)
{
  KithLayoutOptions options = *self->options;
  double few = MIN (1.0, ROOMY / MAX (self->graph->n, 1));

  options.gap = MAX (options.gap, options.link_clearance * few * few);
  return options;
}
