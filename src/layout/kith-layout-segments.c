/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Segments of a ring: groups beside one another round a middle, and who sits where in them. */
#include <math.h>
#include <string.h>

#include "kith-layout-grown.h"
#include "kith-layout-order.h"
#include "kith-layout-round.h"
#include "kith-layout-seats.h"
#include "kith-layout-trade.h"

#define ROUNDS 4
#define MOST_ROWS 12
#define TOP -0.25     /* a turn */
#define SHARINGS 6    /* at most */
#define ENOUGH 0.99   /* of a size, for another to be worth trying */
#define FAMILIAR 0.95 /* likewise, for those of before to be given up */
#define HOLE 60.0     /* with the air round it, half as high, map units */

/* Each group its share of the turn. */
static void
share_turn (const KithShaping *self, KithSeating *seatings, guint *which, guint n_seatings)
{
  double all = 0.0, at = TOP;

  for (guint i = 0; i < n_seatings; i++)
    all += self->share[which[i]];
  for (guint i = 0; i < n_seatings; i++)
    {
      seatings[i].from = at;
      at += self->share[which[i]] / all;
      seatings[i].to = at;
    }
}

static void
place_segments (KithShaping *self)
{
  guint n_groups = self->shape->n_groups, n = 0, most = 1;
  g_autofree KithSeating *seatings = g_new (KithSeating, n_groups + 1);
  g_autofree guint **boxes = g_new (guint *, n_groups + 1);
  g_autofree guint *sizes = g_new (guint, n_groups + 1);
  g_autofree guint *which = g_new (guint, n_groups + 1);
  g_autofree guint *all = g_memdup2 (self->members, self->graph->n * sizeof *all);
  KithEllipse inner = { (HOLE - KITH_SHAPE_PAD) * 1.5, HOLE - KITH_SHAPE_PAD };
  KithEllipse border = { HOLE * 1.5, HOLE };

  if (kith_shaping_seat_only_one (self))
    return;
  kith_shaping_want (self);
  for (guint i = 0; i < n_groups; i++)
    if (kith_shaping_size (self, self->order[i]) > 0)
      {
        which[n] = self->order[i];
        sizes[n] = kith_shaping_size (self, which[n]);
        boxes[n] = all + self->first[which[n]];
        most = MAX (most, sizes[n]);
        seatings[n++] = (KithSeating){ self, 0, 0, self->wanted, 0, self->rows };
      }
  share_turn (self, seatings, which, n);
  kith_seat_best (seatings, n, boxes, sizes, CLAMP (most, 1, MOST_ROWS), &border);
  border.a += KITH_SHAPE_PAD * border.a / border.b, border.b += KITH_SHAPE_PAD;
  for (guint i = 0; i < n; i++)
    self->areas[which[i]] = (KithLayoutArea){ 0,
                                              0,
                                              2 * border.a,
                                              2 * border.b,
                                              2 * inner.a,
                                              2 * inner.b,
                                              seatings[i].from - floor (seatings[i].from),
                                              seatings[i].to - seatings[i].from };
  for (guint i = 0; i < n; i++)
    self->need[which[i]] = seatings[i].need;
}

static void
share_by_size (KithShaping *self)
{
  for (guint i = 0; i < self->shape->n_groups; i++)
    self->share[i] = kith_shaping_size (self, i) + 0.8;
}

/* By how many boxes each group has, at first, but with room for one at least; then by the room that they have
 * taken, which is more at the top, where they stand side by side, than at the sides: as long as the whole becomes
 * smaller. */
static void
find_shares (KithShaping *self, double smaller)
{
  guint n_groups = self->shape->n_groups;
  g_autofree double *best = g_new (double, n_groups + 1);
  double least = G_MAXDOUBLE;
  gboolean worth = TRUE;

  for (guint i = 0; i < SHARINGS && worth; i++)
    {
      double size;

      place_segments (self);
      size = self->areas[0].width;
      for (guint g = 1; g < n_groups; g++)
        size = MAX (size, self->areas[g].width);
      worth = size < least * ENOUGH;
      if (size < least * smaller)
        {
          least = size;
          memcpy (best, self->share, n_groups * sizeof *best);
        }
      for (guint g = 0; g < n_groups; g++)
        if (kith_shaping_size (self, g) > 0)
          self->share[g] = self->need[g];
    }
  memcpy (self->share, best, n_groups * sizeof *best);
}

static void
place_first (KithShaping *self, G_GNUC_UNUSED gpointer data)
{
  kith_shaping_centre (self);
  share_by_size (self);
  place_segments (self);
}

void
kith_shape_segments (KithShaping *self)
{
  const KithLayoutOptions *given = self->options;
  KithLayoutOptions roomy = kith_shaping_make_roomy (self);
  gboolean is_first = !self->has_order;

  self->options = &roomy;
  kith_shaping_put_in_order (self, TRUE, place_first, NULL);
  if (self->shape->grown != NULL)
    {
      find_shares (self, FAMILIAR);
      kith_shaping_seat_newcomers (self, kith_shaping_place_again, place_segments);
      self->options = given;
      return;
    }
  kith_shaping_centre (self);
  if (is_first)
    {
      share_by_size (self);
      find_shares (self, 1.0);
    }
  kith_shaping_improve (self, kith_shaping_place_again, place_segments, kith_shaping_length,
                        ROUNDS);
  kith_shaping_trade_places (self, self->shape->group, kith_shaping_sit_down, place_segments);
  self->options = given;
}
