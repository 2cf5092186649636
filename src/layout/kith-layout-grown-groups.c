/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of what has grown: in the order, the bands and the lanes that they had. */
#include "kith-layout-grown.h"
#include "kith-layout-turn.h"

typedef struct
{
  double along;
  guint band; /* from the top; new ones are in none */
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer ranks)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  const Rank *first = (const Rank *) ranks + one, *second = (const Rank *) ranks + other;

  if (first->band != second->band)
    return first->band < second->band ? -1 : 1;
  if (first->along != second->along)
    return first->along < second->along ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* How many groups lie clearly higher. */
static guint
count_higher (const KithShaping *self, guint group)
{
  const KithLayoutArea *area = &self->shape->grown[group];
  guint n = 0;

  for (guint g = 0; g < self->shape->n_groups; g++)
    n += self->shape->grown[g].width > 0.0 && self->shape->grown[g].y + area->height / 2 < area->y;
  return n;
}

/* Groups in the order that they had, row by row or round; new ones come last. */
void
kith_shaping_recall_order (KithShaping *self)
{
  guint n = self->shape->n_groups;
  g_autofree Rank *ranks = g_new (Rank, n + 1);

  for (guint g = 0; g < n; g++)
    {
      const KithLayoutArea *area = &self->shape->grown[g];

      self->order[g] = g;
      ranks[g] = (Rank){ area->x, area->width > 0.0 ? count_higher (self, g) : G_MAXUINT };
      if (self->shape->form == KITH_LAYOUT_SEGMENTS)
        ranks[g].along = kith_turn_near (area->turn, -0.25 - 1e-3);
    }
  g_qsort_with_data (self->order, (int) n, sizeof *self->order, compare_ranks, ranks);
}

/**
 * kith_shaping_recall_bands:
 * @self: a shape of columns, in their order
 * @most: how many there may be
 * @band: (array) (out): in which each group was, from the top; new groups are in the last
 *
 * Returns: how many bands there were
 */
guint
kith_shaping_recall_bands (const KithShaping *self, guint most, guint *band)
{
  guint at = 0, higher = 0;

  for (guint i = 0; i < self->shape->n_groups; i++)
    {
      guint group = self->order[i];
      const KithLayoutArea *area = &self->shape->grown[group];

      if (area->width > 0.0 && i > 0 && count_higher (self, group) != higher)
        at = MIN (at + 1, most - 1);
      if (area->width > 0.0)
        higher = count_higher (self, group);
      band[group] = at;
    }
  return at + 1;
}

/**
 * kith_shaping_recall_lanes:
 * @self: a shape of columns that has been recalled
 * @group: one of them
 * @width: of its widest box, map units
 *
 * Returns: in how many lanes beside one another those stand who were in it before; 0 if nobody was
 */
guint
kith_shaping_recall_lanes (const KithShaping *self, guint group, double width)
{
  guint n = kith_shaping_size (self, group), lanes = 0;
  g_autofree guint *boxes = g_memdup2 (kith_shaping_members (self, group), n * sizeof *boxes);
  double last = -G_MAXDOUBLE;

  kith_shaping_sort (boxes, n, self->x);
  for (guint i = 0; i < n; i++)
    {
      double x = self->x[boxes[i]];

      if (!self->at_home[boxes[i]])
        continue;
      lanes += x - last > width / 2;
      last = x;
    }
  return lanes;
}
