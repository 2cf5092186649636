/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-give-way.h"

#include <string.h>

#include "kith-arrange-private.h"
#include "kith-arrangement-keep.h"
#include "kith-layout-yield.h"

struct _KithGiveWay
{
  KithMap *map; /* as it was; whose records the plan borrows */
  KithPlan plan;
  guint8 *carried;  /* [of the plan] */
  GPtrArray *parts; /* what an arrangement has drawn, borrowed of the map */
  double *xy;       /* all across, then all down: the last answer */
};

void
kith_give_way_free (KithGiveWay *self)
{
  kith_plan_clear (&self->plan);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  kith_map_unref (self->map);
  g_free (self->carried);
  g_free (self->xy);
  g_free (self);
}

/**
 * kith_give_way_new:
 * @map: a map, which may change later: the answers are of how it was
 * @carried: (array length=n): stakeholders of it
 * @n: how many
 *
 * Returns: (transfer full) (nullable): what answers kith_give_way_to(); %NULL where the map is larger
 *   than KITH_GIVE_WAY_MOST, something else than stakeholders is carried, or one has no place yet
 */
KithGiveWay *
kith_give_way_new (KithMap *map, const KithId *carried, guint n)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (KithGiveWay) self = NULL;

  if (n == 0 || kith_map_n (map, KITH_STAKEHOLDER) > KITH_GIVE_WAY_MOST)
    return NULL;
  self = g_new0 (KithGiveWay, 1);
  self->map = kith_map_snapshot (map);
  self->plan = kith_plan_new (self->map, &options);
  self->parts = kith_map_arrangement_parts (self->map);
  self->carried = g_new0 (guint8, self->plan.who->len + 1);
  self->xy = g_new (double, 2 * self->plan.who->len + 1);
  for (guint i = 0; i < n; i++)
    {
      guint place = kith_plan_place_of (&self->plan, carried[i]);

      if (place == 0)
        return NULL;
      self->carried[place - 1] = TRUE;
    }
  return kith_plan_has (&self->plan, TRUE) ? NULL : g_steal_pointer (&self);
}

/* In its column, on its ring. */
static void
hold_back (KithGiveWay *self, guint i)
{
  guint n = self->plan.who->len;
  KithPlace was = { kith_plan_column (&self->plan, 2)[i], kith_plan_column (&self->plan, 3)[i],
                    kith_plan_column (&self->plan, 0)[i], kith_plan_column (&self->plan, 1)[i] };
  KithPlace now = { self->xy[i], self->xy[n + i], was.width, was.height };

  if (self->carried[i] || (now.x == was.x && now.y == was.y))
    return;
  kith_parts_hold_back (self->parts, &was, &now);
  self->xy[i] = now.x;
  self->xy[n + i] = now.y;
}

/**
 * kith_give_way_to:
 * @self: of a map and what is carried
 * @dx: how far it has been carried across, map units
 * @dy: and down
 * @ids: (element-type gint64): emptied; receives the carried ones and all that have given way
 * @xy: (element-type double): emptied; receives two for each, the centre of its box
 *
 * In an arrangement nobody follows, and what moves aside stays where the frames have it.
 *
 * Cost: a few milliseconds with a thousand stakeholders.
 */
void
kith_give_way_to (KithGiveWay *self, double dx, double dy, GArray *ids, GArray *xy)
{
  KithLayoutGraph graph = kith_plan_graph (&self->plan);
  guint n = self->plan.who->len;
  const double *was_x = kith_plan_column (&self->plan, 2);
  const double *was_y = kith_plan_column (&self->plan, 3);

  g_array_set_size (ids, 0);
  g_array_set_size (xy, 0);
  memcpy (self->xy, was_x, sizeof (double) * n);
  memcpy (self->xy + n, was_y, sizeof (double) * n);
  if (self->parts->len > 0)
    graph.m = 0;
  kith_layout_give_way (&graph, self->carried, dx, dy, KITH_PLAN_YIELD, self->xy, self->xy + n);
  for (guint i = 0; i < n && self->parts->len > 0; i++)
    hold_back (self, i);
  for (guint i = 0; i < n; i++)
    {
      double at[2] = { self->xy[i], self->xy[n + i] };

      if (!self->carried[i] && at[0] == was_x[i] && at[1] == was_y[i])
        continue;
      kith_plan_quantise (at);
      g_array_append_val (ids, KITH_ID (self->plan.who->pdata[i]));
      g_array_append_vals (xy, at, 2);
    }
}
