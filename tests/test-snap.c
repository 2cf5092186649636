/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that are drawn on by the lines and gaps of others. */
#include "kith-snap.h"

/* Boxes of 100 by 40 by their left upper corners; the first one moves. */
static const struct
{
  KithPoint at[5];
  guint n;
  double dx;
  double dy;
  guint lines; /* of edges and middles */
  guint gaps;
} table[] = {
  /* nobody there */
  { { { 0, 0 } }, 1, 0, 0, 0, 0 },
  /* out of reach both ways */
  { { { 0, 0 }, { 320, 370 } }, 2, 0, 0, 0, 0 },
  /* left edges, and so middles and right edges */
  { { { 4, 0 }, { 0, 200 } }, 2, -4, 0, 1, 0 },
  /* its left edge on a right edge */
  { { { 97, 0 }, { 0, 200 } }, 2, 3, 0, 1, 0 },
  /* tops, and so the whole row */
  { { { 300, -5 }, { 0, 0 } }, 2, 0, 5, 1, 0 },
  /* both ways at once */
  { { { 3, 203 }, { 0, 0 }, { 500, 200 } }, 3, -3, -3, 2, 0 },
  /* the same gap on either side: 0–100, 150–250 meant, 300–400 */
  { { { 153, 15 }, { 0, 0 }, { 300, 0 } }, 3, -3, 0, 0, 2 },
  /* the gap goes on: 0–100, 130–230, then 260 */
  { { { 256, 15 }, { 130, 0 }, { 0, 0 } }, 3, 4, 0, 0, 2 },
  /* and down */
  { { { 25, 143 }, { 0, 70 }, { 0, 0 } }, 3, 0, -3, 0, 2 },
  /* one further away in another row makes no gap */
  { { { 153, 15 }, { 0, 0 }, { 300, 500 } }, 3, 0, 0, 0, 0 },
};

static void
boxes_are_drawn_on_as_the_table_says (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KithRect rects[5];
      g_auto (KithSnap) snap = { 0 };
      guint gaps = 0;

      for (guint j = 0; j < table[i].n; j++)
        rects[j] = (KithRect){ table[i].at[j].x, table[i].at[j].y, 100, 40 };
      kith_snap_find (&snap, &rects[0], rects + 1, table[i].n - 1, 6);
      for (guint j = 0; j < snap.lines->len; j++)
        gaps += g_array_index (snap.lines, KithSnapLine, j).is_gap != 0;
      g_test_message ("row %u", i);
      g_assert_cmpfloat (snap.dx, ==, table[i].dx);
      g_assert_cmpfloat (snap.dy, ==, table[i].dy);
      g_assert_cmpuint (gaps, ==, table[i].gaps);
      g_assert_cmpuint (snap.lines->len - gaps, ==, table[i].lines);
    }
}

static void
the_nearest_line_wins (void)
{
  KithRect moving = { 2, 300, 100, 40 };
  KithRect others[] = { { -3, 0, 100, 40 }, { 3, 100, 100, 40 } };
  g_auto (KithSnap) snap = { 0 };

  kith_snap_find (&snap, &moving, others, 2, 6);
  g_assert_cmpfloat (snap.dx, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snap/boxes-are-drawn-on-as-the-table-says",
                   boxes_are_drawn_on_as_the_table_says);
  g_test_add_func ("/snap/the-nearest-line-wins", the_nearest_line_wins);
  return g_test_run ();
}
