/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-grown.h"

#include <math.h>
#include <string.h>

#include "kith-layout-piece.h"
#include "kith-layout-trade.h"
#include "kith-layout-turn.h"

#define OUTERMOST G_MAXDOUBLE
#define BEYOND 0.25       /* map units: less than what lies between any two */
#define WHOLE_ROW 40000.0 /* map units that are a whole turn of a long row */

static const KithLayoutArea *
area_of (const KithShaping *self, guint box)
{
  guint group = self->shape->group[box];

  if (self->shape->form == KITH_LAYOUT_CIRCLE)
    group = 0;
  return group < self->shape->n_groups ? &self->shape->grown[group] : NULL;
}

static gboolean
is_round (const KithShaping *self)
{
  return self->shape->form == KITH_LAYOUT_RINGS || self->shape->form == KITH_LAYOUT_SEGMENTS
         || self->shape->form == KITH_LAYOUT_CIRCLE;
}

/* Whether a box stands in what its group took. */
static gboolean
is_at_home (const KithShaping *self, guint box)
{
  const KithLayoutArea *area = area_of (self, box);

  if (!kith_piece_is_place (self->x[box], self->y[box]))
    return FALSE;
  if (self->shape->form == KITH_LAYOUT_GRID)
    return TRUE;
  if (area == NULL || area->width <= 0.0)
    return FALSE;
  if (is_round (self))
    return kith_layout_area_encircles (area, self->x[box], self->y[box], 0.0);
  return fabs (self->x[box] - area->x) <= area->width / 2
         && fabs (self->y[box] - area->y) <= area->height / 2;
}

/* Who is not at home would like to stand amid those neighbours that are. */
static void
call_in (KithShaping *self, guint box)
{
  const KithLayoutArea *area = area_of (self, box);
  double x = 0.0, y = 0.0;
  guint n = 0;

  for (guint k = self->next[box]; k < self->next[box + 1]; k++)
    if (self->at_home[self->near[k]])
      x += self->x[self->near[k]], y += self->y[self->near[k]], n++;
  if (n > 0)
    self->x[box] = x / n, self->y[box] = y / n;
  else if (area != NULL && area->width > 0.0)
    self->x[box] = area->x, self->y[box] = area->y + area->height / 2;
  else if (!kith_piece_is_place (self->x[box], self->y[box]))
    self->x[box] = self->y[box] = 0.0;
}

/* The direction in which a box is seen from the middle of its row, and how far out. */
static void
recall_turn (KithShaping *self, guint box)
{
  const KithLayoutArea *area = area_of (self, box);
  double dx = self->x[box], dy = self->y[box], wide = 1.0, high = 1.0;

  if (area != NULL && area->width > 0.0)
    {
      dx -= area->x + area->inner_x, dy -= area->y + area->inner_y;
      wide = area->width + area->inner_width, high = area->height + area->inner_height;
    }
  dx /= wide, dy /= high;
  self->wanted[box] = kith_turn_from_vector (dx, dy);
  self->out[box] = self->at_home[box] ? sqrt (dx * dx + dy * dy) : OUTERMOST;
}

/* The middle of all areas becomes 0,0. */
static void
recall_middle (KithShaping *self)
{
  KithLayoutArea all;

  if (!kith_shaping_bounds (self, self->shape->grown, &all))
    return;
  for (guint i = 0; i < self->graph->n; i++)
    self->x[i] -= all.x, self->y[i] -= all.y;
}

/* As much for each of its boxes as it had, and a new one as much as others. */
static void
recall_shares (KithShaping *self)
{
  guint n_groups = self->shape->n_groups;

  for (guint g = 0; g < n_groups; g++)
    {
      guint n = kith_shaping_size (self, g), before = 0;
      double sweep = self->shape->grown[g].width > 0.0 ? self->shape->grown[g].sweep : 0.0;

      for (guint i = 0; i < n; i++)
        before += self->at_home[kith_shaping_members (self, g)[i]];
      self->share[g] = sweep > 0.0 && before > 0 ? sweep * (n + 0.8) / (before + 0.8)
                                                 : (n + 0.8) / (self->graph->n + 0.8 * n_groups);
    }
}

/**
 * kith_shaping_recall:
 * @self: a shape whose positions are those of the earlier picture, NaN where there is none
 *
 * Each box is to be placed where it is: who has no place, or one outside of what the group took, amid
 * its neighbours. Cost: linear.
 */
void
kith_shaping_recall (KithShaping *self)
{
  guint n = self->graph->n;

  self->settled = TRUE;
  for (guint i = 0; i < n; i++)
    self->at_home[i] = is_at_home (self, i);
  for (guint i = 0; i < n; i++)
    if (!self->at_home[i])
      call_in (self, i);
  for (guint i = 0; i < n && is_round (self); i++)
    recall_turn (self, i);
  if (self->shape->form == KITH_LAYOUT_SEGMENTS)
    recall_shares (self);
  for (guint g = 0; g < self->shape->n_groups; g++)
    self->below[g] = self->shape->grown[g].width > 0.0 && self->shape->grown[g].named_below;
  recall_middle (self);
}

/* --- Who has come --- */

/* Where everybody would like to be. */
typedef struct
{
  double *x, *y, *wanted, *out;
} Wishes;

static void
copy_wishes (const KithShaping *self, const Wishes *from, const Wishes *to)
{
  gsize bytes = self->graph->n * sizeof (double);

  memcpy (to->x, from->x, bytes);
  memcpy (to->y, from->y, bytes);
  memcpy (to->wanted, from->wanted, bytes);
  memcpy (to->out, from->out, bytes);
}

static Wishes
wishes_new (guint n)
{
  return (Wishes){ g_new (double, n + 1), g_new (double, n + 1), g_new (double, n + 1),
                   g_new (double, n + 1) };
}

static void
wishes_clear (Wishes *wishes)
{
  g_free (wishes->x);
  g_free (wishes->y);
  g_free (wishes->wanted);
  g_free (wishes->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

/* What comes of somebody wishing to be just beyond another; that box itself: where it wishes already. */
static double
try_beside (KithShaping *self,
            KithShapeAgain place,
            gpointer data,
            const Wishes *wishes,
            guint box,
            guint other)
{
  copy_wishes (self, wishes, &(Wishes){ self->x, self->y, self->wanted, self->out });
  if (other != box)
    {
      self->x[box] = self->x[other], self->y[box] = self->y[other] + BEYOND;
      self->wanted[box] = self->wanted[other] + BEYOND / WHOLE_ROW;
      self->out[box] = self->out[other];
    }
  place (self, data);
  return kith_shaping_flaws (self);
}

/* Wishes, for somebody, the place beside one of its group with which least crosses. */
static void
seat_newcomer (KithShaping *self, KithShapeAgain place, gpointer data, Wishes *wishes, guint box)
{
  guint group = self->shape->group[box], best = box;
  double least = try_beside (self, place, data, wishes, box, box);

  for (guint i = 0; i < kith_shaping_size (self, group); i++)
    {
      guint other = kith_shaping_members (self, group)[i];
      double now;

      if (other == box || kith_shaping_is_cancelled (self))
        continue;
      now = try_beside (self, place, data, wishes, box, other);
      if (now < least)
        least = now, best = other;
    }
  if (best == box)
    return;
  wishes->x[box] = wishes->x[best], wishes->y[box] = wishes->y[best] + BEYOND;
  wishes->wanted[box] = wishes->wanted[best] + BEYOND / WHOLE_ROW;
  wishes->out[box] = wishes->out[best];
}

/**
 * kith_shaping_seat_newcomers:
 * @self: a shape that has been recalled
 * @place: places everybody as they wish
 * @data: for it
 *
 * Places everybody, and each of those who were not in what their group took where that is best for all. Cost:
 * for each of them placing everybody, and counting what crosses, as often as its group has boxes; where no effort is
 * left for that they are amid their neighbours.
 */
void
kith_shaping_seat_newcomers (KithShaping *self, KithShapeAgain place, gpointer data)
{
  guint n = self->graph->n;
  g_auto (Wishes) wishes = wishes_new (n);
  double m = self->graph->m;

  copy_wishes (self, &(Wishes){ self->x, self->y, self->wanted, self->out }, &wishes);
  for (guint i = 0; i < n; i++)
    {
      double cost = kith_shaping_size (self, self->shape->group[i])
                    * (n * KITH_SHAPE_A_BOX + m * (m + n));

      if (self->at_home[i] || self->effort < cost)
        continue;
      self->effort -= cost;
      seat_newcomer (self, place, data, &wishes, i);
    }
  copy_wishes (self, &wishes, &(Wishes){ self->x, self->y, self->wanted, self->out });
  place (self, data);
}
