/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of links, and boxes of any size between which they run. */
#pragma once

#include "kith-figures-private.h"
#include "kith-test-maps.h"

G_BEGIN_DECLS

static const KithView view = KITH_VIEW_INIT;

static inline const KithLinkFigure *
figure_of (const KithFigures *figures, KithId link)
{
  return g_hash_table_lookup (figures->links, &link);
}

static inline void
assert_at (KithPoint a, KithPoint b, double epsilon)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, epsilon);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, epsilon);
}

/* Its centre, and its size in whole map units. */
static inline KithId
put_box (KithMap *map, double x, double y, double width, double height)
{
  KithId id = test_stakeholder (map, "C", x, y);
  KithStakeholder *box = kith_record_copy (kith_map_stakeholder (map, id));

  box->width = width, box->height = height;
  test_put (map, box);
  return id;
}

G_END_DECLS
